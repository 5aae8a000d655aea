"""Verdicts → findings and the report: what a reader is told, and in which order.

A `Report` holds everything that a renderer needs and nothing that needs a file or a clock, so the same article gives
the same report, byte for byte.
"""

from __future__ import annotations

from fractions import Fraction

from checker.article import Article
from checker.fact import Fact
from checker.figure import Figure
from checker.interval import Interval
from checker.record import record
from checker.relation import Relation

LEVELS = ("error", "warning", "note")
WITNESS = "witness"  # the rule of what only a witness related; `checker.witnessrule` has the rest of it
BOUND_BY = ("rules", "witness", "witnesses agree")  # who related the figures


def levels_from(level: str) -> tuple[str, ...]:
    """The mildest level that fails a run, or "never" → all levels that do."""
    return LEVELS[: LEVELS.index(level) + 1] if level in LEVELS else ()


@record(frozen=True, slots=True)
class Suspect:
    """A figure that may be the slip: the range the other figures leave for it and the keystroke that lands there."""

    figure: str
    repair: str | None  # text that would fit in its place
    low: str | None  # admissible range, in the figure's own printed unit; None = unbounded
    high: str | None
    slip: str | None  # transposition, dropped-digit, doubled-digit, digit, decimal-point, scale, sign, unit …
    rank: int = 1  # those that are as likely share one


@record(frozen=True, slots=True)
class ProofStep:
    """An inequality of a proof and its multiplier: Σ coefficient × term is at most a bound, or below it.

    It comes from a relation, in which some figures may be put at an end of
    what they admit, or it is such an end itself; one that comes from neither encloses a product ("f1×f2").
    """

    multiplier: Fraction
    terms: tuple[tuple[str, Fraction], ...]
    bound: Fraction
    strict: bool
    relation: str | None
    figure: str | None
    at: tuple[tuple[str, Fraction], ...]


@record(frozen=True, slots=True)
class Refutation:
    """The proof for one combination of readings: what its steps add up to is never true."""

    readings: tuple[tuple[str, str], ...]  # relation → reading, where it has several
    steps: tuple[ProofStep, ...]


@record(frozen=True, slots=True)
class Finding:
    id: str  # stable fingerprint: rule, figures' words and readings, never a line number
    rule: str
    level: str  # error | warning | note
    figures: tuple[str, ...]
    message: str
    arithmetic: tuple[str, ...]
    excuse: str | None
    suspects: tuple[Suspect, ...]
    proof: tuple[Refutation, ...] = ()  # of the smallest conflict; () where only propagation shows it
    relations: tuple[str, ...] = ()  # of the smallest conflict
    bound_by: str = BOUND_BY[0]
    words: tuple[str, ...] = ()  # of the article, which license what a witness bound
    models: tuple[str, ...] = ()  # that stated it

    def name(self) -> str:
        """The finding → what people and files call it by: "parts-make-whole:7c1e9a42"."""
        return f"{self.rule}:{self.id}"


@record(frozen=True, slots=True)
class Checked:
    """A relation with its verdict: consistent, consistent-rounding, inconsistent or undecided."""

    relation: Relation
    verdict: str
    arithmetic: str
    implied: tuple[tuple[str, Interval], ...]  # role → what the other figures imply for it
    readings: tuple[tuple[str, str], ...]  # reading → verdict, where the wording allows several


@record(frozen=True, slots=True)
class State:
    """Where a figure ended: checked, implied, unchecked or ignored, and why."""

    figure: str
    state: str
    why: str


@record(frozen=True, slots=True)
class Suppressed:
    """A finding that somebody answered for: it is told in every report, and fails nothing."""

    finding: Finding
    by: str  # decision, baseline or mark
    verdict: str  # accepted, false-alarm, source-confirmed; known (a baseline's); ignored (a mark's)
    reason: str
    place: str  # where that is written: "a.txt.decisions.toml:4", "a.md:12"
    evidence: str = ""
    who: str = ""
    on: str = ""  # dates as written, "2031-04-05"
    until: str = ""


@record(frozen=True, slots=True)
class Remark:
    """A decision, a mark or a baseline entry that silences nothing, and why."""

    state: str  # lapsed, expired, unused, open
    finding: str  # "sum-of-parts:7c1e9a42"; of a mark that nothing is under, the rule
    place: str
    message: str


@record(frozen=True, slots=True)
class Drop:
    """Something that a witness said and that was not accepted, and why."""

    what: str
    why: str


@record(frozen=True, slots=True)
class Heard:
    """A witness to what figures are about, and what was made of its statement."""

    model: str
    prompt: str  # version of the prompt
    order: str  # in which the prompt asked: reading, relations-first
    key: str  # of the statement in a folder of recorded ones
    known: int = 0  # relations that the rules bind too
    accepted: int = 0  # relations beyond those
    dropped: tuple[Drop, ...] = ()
    failure: str = ""  # why there is no statement


@record(frozen=True, slots=True)
class Report:
    article: Article
    figures: tuple[Figure, ...]
    facts: tuple[Fact, ...]
    checked: tuple[Checked, ...]
    findings: tuple[Finding, ...]
    states: tuple[State, ...]
    suppressed: tuple[Suppressed, ...] = ()
    remarks: tuple[Remark, ...] = ()
    witnesses: tuple[Heard, ...] = ()
    rules: frozenset[str] | None = None  # those that it was held against, None for all

    def coverage(self) -> dict[str, int]:
        """The report → how many figures ended in each state; they add up to `figures`."""
        counts = {"figures": len(self.states), "checked": 0, "implied": 0, "unchecked": 0, "ignored": 0}
        for state in self.states:
            counts[state.state] += 1
        return counts

    def words(self, finding: Finding) -> tuple[str, ...]:
        """One of its findings → the figures' words as printed, each on one line."""
        texts = {figure.id: figure.text for figure in self.figures}
        return tuple(" ".join(texts[name].split()) for name in finding.figures)

    def ran(self, rule: str) -> bool:
        """A rule's id → whether the article was held against it, so that a finding of it that is not here is gone."""
        return self.rules is None or rule in self.rules

    def worst(self) -> str | None:
        """The report → the gravest level among its findings, or None."""
        return next((level for level in LEVELS if any(f.level == level for f in self.findings)), None)
