"""Findings → the same, with the word that is to stand in the place of one that points the wrong way.

    "Sales rose to 5.2 million crowns from 6.1 million"    rose: "fell" would fit
"""

from __future__ import annotations

import re
from collections import Counter

from checker.counterpart import backing, counterpart
from checker.record import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from checker.article import Article
    from checker.figure import Figure
    from checker.finding import Finding, Suspect


def reworded(findings: tuple[Finding, ...], article: Article, figures: tuple[Figure, ...]) -> tuple[Finding, ...]:
    """Findings on an article and its figures → the findings, words that are suspects with the word that would fit."""
    texts = {figure.id: figure.text for figure in figures}
    used = Counter(re.findall(r"[a-z]+", article.text.lower()))
    return tuple(
        replace(one, suspects=_ordered([_reworded(suspect, one, texts, used) for suspect in one.suspects], texts, used))
        for one in findings
    )


def _ordered(suspects: list[Suspect], texts: Mapping[str, str], used: Mapping[str, int]) -> tuple[Suspect, ...]:
    """Suspects → the same; of two words that contradict each other the one against most of the article comes first."""
    if len(suspects) == 2 and all(one.slip == "sign" and one.low is one.high is None for one in suspects):
        first, second = (backing(texts[one.figure], used) for one in suspects)
        if first is not None and second is not None and first > second:
            return replace(suspects[1], rank=1), replace(suspects[0], rank=2)
    return tuple(suspects)


def _reworded(suspect: Suspect, finding: Finding, texts: Mapping[str, str], used: Mapping[str, int]) -> Suspect:
    if suspect.slip != "sign" or suspect.repair is not None:
        return suspect
    others = [one.figure for one in finding.suspects if one.slip == "sign" and one.repair is None]
    other = next((texts[name] for name in others if name != suspect.figure), "")
    return replace(suspect, repair=counterpart(texts[suspect.figure], other, used))
