"""Facts of an article → links from the toll in its headline to the one that its first sentences give instead.

"Bus crash kills 12"      and  "Twenty-one people died when a bus left the road"    in-place-of the first
"900 killed on the roads" and  "910 were killed or hurt, of whom 107 died"          107 in place of 900

In 130,000 articles of a business archive 30 headlines told a toll that the first sentences told too; all agreed.
"""

from __future__ import annotations

from itertools import combinations

from checker.equated import could_be, cut_short, is_all, is_made_of
from checker.fact import Fact, Sentence, add_link
from checker.leading import first_told, leaves_the_rest, shown_and_told

_ACTS = {  # words behind a count, and words before it, by what happened to those who are counted
    "dead": ("killed dead died die dies", "kill kills killed killing"),
    "hurt": ("injured wounded hurt", "injure injures injured injuring wound wounds wounded wounding hurts"),
    "held": ("arrested detained", "arrest arrests arrested arresting detain detains detained detaining"),
    "missing": ("missing", ""),
    "saved": ("rescued", "rescue rescues rescued rescuing"),
}
_BEHIND = {word: act for act, (behind, _) in _ACTS.items() for word in behind.split()}
_BEFORE = {word: act for act, (_, before) in _ACTS.items() for word in before.split()}
_BE = frozenset("are is was were be been being have has had feared reported confirmed still".split())
_OR = frozenset(("or", "and", "/"))
_MIXED = "mixed"  # "killed or injured" counts both
_ENDS = frozenset("and or but when who while after as in on at by from with of to for".split())
_FURTHER = frozenset("another other others more further additional extra including among".split())
_THOSE = 3  # words between a count and what happened to those counted: "12 elderly bus passengers died"


def tie_toll(by_id: dict[str, Fact], sentences: list[Sentence]) -> None:
    """Facts by id, changed in place: a toll of the opening gets the link headline-of to the headline's.

    If none is the headline's, the first one gets the link in-place-of, but not where the sum or the difference of two
    figures, the sum of all tolls, or a number in words makes the headline's.
    """
    shown, told = shown_and_told(by_id, sentences)
    told = [fact for fact in first_told(told, sentences) if fact.chunk >= 0]
    for head in shown:
        act = _act(head, sentences)
        tolls = [fact for fact in told if act not in ("", _MIXED) and _act(fact, sentences) == act]
        tied = any(link.to == head.id for fact in told for link in fact.links)
        if not tolls or tied:
            continue
        if (same := next((fact for fact in tolls if could_be(head, fact)), None)) is not None:
            add_link(by_id, same.id, head, "headline-of")
        cut, others = cut_short(head), [fact for fact in told if _act(fact, sentences) != _MIXED]
        if any(could_be(cut, fact) for fact in others):
            continue
        beside = [fact for fact in others if fact.sentence == tolls[0].sentence]  # "ten passengers and two cyclists"
        made = any(is_made_of(head, a, b) for a, b in combinations(beside, 2)) or is_all(head, tolls)
        if not made and not leaves_the_rest(head, tolls[0], sentences):
            add_link(by_id, tolls[0].id, head, "in-place-of")


def _act(fact: Fact, sentences: list[Sentence]) -> str:
    """What happened to all those whom a figure counts, or ""."""
    if fact.figure is None or fact.figure.kind != "count" or fact.chunk < 0:
        return ""
    chunks = sentences[fact.sentence].chunks
    item, tokens = chunks.chunks[fact.chunk], chunks.tokens
    led = tokens.words[max(0, item.first - 1) : item.first]
    behind = tokens.words[item.after :]
    if not _FURTHER.isdisjoint((*led, *behind[:2])):
        return ""  # "three more were killed", "12, including a child, were killed"
    far = 0
    for k, word in enumerate(behind):
        if word in _BEHIND:
            return _BEHIND[word] if tokens.word(item.after + k + 1) not in _OR else _MIXED
        far += word not in _BE
        if far > _THOSE or word in _ENDS or not word.isalpha():
            break
    return next((_BEFORE[word] for word in led if word in _BEFORE), "")
