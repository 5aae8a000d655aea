"""Facts of one sentence → shares tied to their parts, those in brackets and those that follow at a distance.

"One in five pupils (21 percent)"                  one in five –same-as→ 21 percent
"won 176 of 401 votes (43.9 percent)"              43.9 percent –of-part→ 176, –share-of→ 401
"700 people, amounting to 12 percent of the 5,800"  12 percent –of-part→ 700
"""

from __future__ import annotations

from checker.chunk import FIGURES, Chunk, Chunks
from checker.fact import Fact, Link, add_link, is_base
from checker.frame import like_units
from checker.record import replace
from checker.wordfact import Facts

_CUES = frozenset("or amounting representing accounting making equalling equivalent".split())
_COLOUR = frozenset("only just about some nearly almost the a an around roughly over".split())
_NOT_BESIDE = frozenset("vawgndfkhtb" + FIGURES) - {"P"}  # changes and other figures


def shares(facts: Facts, known: list[Fact], chunks: Chunks) -> list[Fact]:
    """Facts by chunk, changed in place, and those without a chunk → the facts that brackets add."""
    _parts_before(facts, chunks)
    return _asides(facts, known, chunks)


def _parts_before(facts: Facts, chunks: Chunks) -> None:
    """A share of a printed whole, said of a level before it ("or", "amounting to", "representing")."""
    for k, share in list(facts.items()):
        whole = next((link.to for link in share.links if link.as_ == "share-of"), "")
        if not whole or any(link.as_ == "of-part" for link in share.links) or not _CUES & set(_words_before(chunks, k)):
            continue
        of = next((j for j, fact in facts.items() if fact.id == whole), -1)
        left = [j for j, fact in facts.items() if j < k and fact.aspect == "level" and not is_base(fact)]
        left = [j for j in left if of >= 0 and like_units(chunks.chunks[j], chunks.chunks[of])]
        near = [j for j in facts if j < k and of >= 0 and like_units(chunks.chunks[j], chunks.chunks[of])]
        if near and facts[max(near)].aspect == "change-amount":
            continue  # "reserves of 4 billion would rise by 868 million, equivalent to 4.8 percent of 18 billion"
        left = [j for j in left if not set(";:") & set(chunks.code[j:k])]
        if left:
            add_link(facts, k, facts[max(left)], "of-part")


def _words_before(chunks: Chunks, k: int) -> list[str]:
    first = chunks.chunks[k].first
    words = [word for word in chunks.tokens.words[max(0, first - 5) : first] if word not in _COLOUR]
    return words[-1:] if words[-1:] == ["or"] else words[-2:]


def _asides(facts: Facts, known: list[Fact], chunks: Chunks) -> list[Fact]:
    """Percentages in brackets → their facts."""
    have = {fact.id for fact in known}
    made: list[Fact] = []
    for position, inside in chunks.brackets:
        share = _share(inside)
        host = _host(facts, position, chunks)
        if share is None or share.figure is None or host < 0 or share.figure.figure.id in have:
            continue
        figure = share.figure.figure
        aside = replace(facts[host], id=figure.id, figure=figure, interval=figure.loose, tight=figure.tight)
        aside = replace(aside, aspect="proportion", links=(), chunk=-1)
        if chunks.code[host] == "Q":
            add_link(facts, host, aside, "same-as")
            made.append(aside)
        else:
            made.append(_tied(aside, facts, host))
    return made


def _share(inside: tuple[Chunk, ...]) -> Chunk | None:
    """The one percentage in a bracket that speaks of no change."""
    letters = {item.letter for item in inside}
    shares = [item for item in inside if item.letter == "P"]
    return shares[0] if len(shares) == 1 and not letters & _NOT_BESIDE else None


def _host(facts: Facts, position: int, chunks: Chunks) -> int:
    """The chunk of the count or fraction that a bracket stands behind; −1 where there is none or it is a change."""
    k = position
    while k >= 0 and position - k < 4 and chunks.code[k] in "um":
        k -= 1
    if chunks.code[k : k + 1] == "o" and chunks.code[k - 1 : k] == "Q":
        k -= 1  # "nearly a quarter of those polled (22 percent)"
    fact = facts.get(k)
    return k if fact is not None and chunks.code[k] in "MNQ" and fact.aspect in ("level", "proportion") else -1


def _tied(aside: Fact, facts: Facts, host: int) -> Fact:
    """A share goes with the part before it; behind a whole ("176 of 401 votes"), with the part of that whole."""
    of = facts[host].id
    part = next((fact for fact in facts.values() if Link(of, "part-of") in fact.links), None)
    if part is not None:
        return replace(aside, aspect="share", links=(Link(part.id, "of-part"), Link(of, "share-of")))
    whole = next((link.to for link in facts[host].links if link.as_ == "part-of"), "")
    if whole:
        return replace(aside, aspect="share", links=(Link(of, "of-part"), Link(whole, "share-of")))
    return replace(aside, links=(Link(of, "of-part"),))
