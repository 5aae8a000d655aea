"""Chunks of a sentence → bonds: what each figure is (its aspect) and which figure it speaks of.

    m v P t M   "Ticket sales rose 12 percent to 448 million pesos"
    → 12 percent is the change-rate of 448 million, upwards

Frames are data (rules/frames/frames.tsv), tried in the order of the file; a figure keeps the first aspect it was given.
"""

from __future__ import annotations

import os.path
import re
from functools import lru_cache

from checker import resources
from checker.chunk import Chunk, Chunks
from checker.record import record


@record(frozen=True, slots=True)
class Role:
    name: str
    aspect: str
    link: str  # kind of the link, or ""
    to: str  # role that the link points to
    sign: str  # role of the direction word, or ""


@record(frozen=True, slots=True)
class Frame:
    name: str
    pattern: re.Pattern[str]
    roles: tuple[Role, ...]
    example: str


@record(frozen=True, slots=True)
class Bond:
    """One figure's part in a frame: chunk indices, −1 where there is none."""

    chunk: int
    aspect: str
    link: str
    to: int
    sign: int
    frame: str


@lru_cache(maxsize=1)
def load() -> tuple[Frame, ...]:
    """rules/frames/frames.tsv → the frames, in the order in which they are tried."""
    with open(os.path.join(resources.folder("rules"), "frames", "frames.tsv"), encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file if not line.startswith("#") and line.strip()]
    return tuple(Frame(name, re.compile(pattern), tuple(_role(r) for r in facts.split(" | ")), example) for name, pattern, facts, example in rows)


def _role(text: str) -> Role:
    name, aspect, *rest = text.split()
    sign = next((r[5:] for r in rest if r.startswith("sign:")), "")
    link, _, to = next((r for r in rest if not r.startswith("sign:")), "").partition(":")
    return Role(name, aspect, link, to, sign)


def bonds(chunks: Chunks) -> list[Bond]:
    """The chunks of a sentence → the bonds its wording states, at most one aspect and one link for a figure."""
    found: dict[int, Bond] = {}
    for frame in load():
        for match in frame.pattern.finditer(chunks.code):
            if _fits(match, frame, chunks.chunks, found):
                for role in frame.roles:
                    bond = _bond(match, role, frame.name)
                    known = found.get(bond.chunk)
                    if known is None or (not known.link and bond.link):
                        found[bond.chunk] = bond
    return [found[k] for k in sorted(found)]


def _bond(match: re.Match[str], role: Role, frame: str) -> Bond:
    to = match.start(role.to) if role.to else -1
    sign = match.start(role.sign) if role.sign else -1
    return Bond(match.start(role.name), role.aspect, role.link, to, sign, frame)


_VALUES = ("subset", "exhaustive", "rest")  # a group of that name wants a part cue of that value


def _fits(match: re.Match[str], frame: Frame, chunks: tuple[Chunk, ...], found: dict[int, Bond]) -> bool:
    """Is the frame's leading figure still free, and are an amount and its level of one unit?"""
    if match.groupdict().get("ing") and "ing" not in chunks[match.start("ing")].form:
        return False  # "reaching", not a new clause with "reached"
    if any(chunks[match.start(name)].value != name for name, letters in match.groupdict().items() if name in _VALUES and letters):
        return False
    lead = frame.roles[0]
    place = match.start(lead.name)
    known = found.get(place)
    if known is not None and (known.aspect != lead.aspect or known.link):
        return False
    for role in frame.roles:
        if role.aspect == "change-amount" and role.to and not like_units(chunks[match.start(role.name)], chunks[match.start(role.to)]):
            return False
    return True


def like_units(a: Chunk, b: Chunk) -> bool:
    """Two figures' chunks → could they be of one unit: the same, one left unsaid, or points of a percentage?"""
    pair = {a.letter, b.letter}
    if "X" in pair:
        return pair in ({"X"}, {"X", "P"}, {"X", "N"})
    if pair == {"M", "N"} or pair == {"E", "N"}:
        bare = a if a.letter == "N" else b
        return not bare.value and bare.figure is not None and bare.figure.figure.scale >= 1000
    if pair <= {"M", "E"}:
        return a.value.partition("/")[0] == b.value.partition("/")[0]
    return a.letter == b.letter
