"""Findings → the same, milder where the sentence itself says why its figures may disagree and yet be right.

    "Like-for-like sales rose 3 percent, to 5.2 million crowns from 4.8 million"    a warning: L13, like-for-like

The reasons and their cues are data (rules/lexicon/excuses.tsv). Reasons that forbid a comparison altogether, such as
two periods or a forecast against an outcome, never become relations (docs/decisions/0006).
"""

from __future__ import annotations

import re
from functools import lru_cache

from checker import resources
from checker.article import fold
from checker.finding import LEVELS
from checker.record import record, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from checker.article import Article
    from checker.figure import Figure
    from checker.finding import Finding
    from checker.pack import Pack


@record(frozen=True, slots=True)
class Excuse:
    code: str
    families: tuple[str, ...]  # of the rules that it excuses
    cues: tuple[str, ...]
    reason: str


@lru_cache(maxsize=1)
def excuses() -> tuple[Excuse, ...]:
    """rules/lexicon/excuses.tsv → the excuses, in the order of the file."""
    rows = resources.table("lexicon", "excuses.tsv")
    return tuple(Excuse(code, tuple(f.split()), tuple(cues.split(" | ")), why) for code, f, cues, why in rows)


def excused(
    findings: tuple[Finding, ...], article: Article, figures: tuple[Figure, ...], pack: Pack
) -> tuple[Finding, ...]:
    """Findings on an article, its figures and the rules → the findings, those with a cue in their sentences milder."""
    families = {rule.id: rule.family for rule in pack.rules}
    places = {figure.id: figure.start for figure in figures}
    folded = fold(article.text)
    spans = [span for block in article.blocks for span in block.sentences]
    found = []
    for finding in findings:
        at = [places[name] for name in finding.figures if name in places]
        text = " ".join(folded[start:end] for start, end in spans if any(start <= place < end for place in at))
        excuse = finding.excuse or _excuse(families.get(finding.rule, ""), text)
        milder = max(finding.level, "warning", key=LEVELS.index) if excuse else finding.level
        found.append(replace(finding, excuse=excuse, level=milder))
    return tuple(found)


def _excuse(family: str, text: str) -> str | None:
    """A family of rules and the words of the sentences → the code of the first excuse, its cue and its reason."""
    for excuse in excuses():
        if family in excuse.families:
            cues = "|".join(re.escape(cue).replace(r"\ ", r"\s+") for cue in excuse.cues)
            if cue := re.search(rf"\b(?:{cues})\b", text, re.IGNORECASE):
                return f'{excuse.code}, "{" ".join(cue[0].split())}": {excuse.reason}'
    return None
