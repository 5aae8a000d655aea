"""Facts and relations → each relation with its verdict, and a finding for every contradiction.

    judge(facts, relations, pack) → (Checked(r1, "inconsistent", …), …), (Finding("1f0c…", "two-part-sum", …),)

One slip makes one finding, however many relations it breaks; when a second slip remains after the first is taken out,
it makes its own.
"""

from __future__ import annotations

from checker.arithmetic import Filled, worked_out
from checker.conflict import conflicts
from checker.finding import LEVELS, Checked, Finding, Refutation, Suspect
from checker.interval import Interval, meet
from checker.record import record, replace
from checker.solve import Settled, settle
from checker.system import Bound, System, bind, components, system_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from checker.fact import Fact
    from checker.pack import Pack
    from checker.projection import Projection
    from checker.relation import Relation
    from checker.solve import Clash


LINES = 3  # of arithmetic in a finding; the whole proof is in its certificate


@record(frozen=True, slots=True)
class Explained:
    """Conflicts that one slip explains, and the suspects for it."""

    clashes: tuple[Clash, ...]  # smallest first
    suspects: tuple[tuple[str, Suspect], ...]
    proof: tuple[Refutation, ...]
    tension: str = ""  # the gravest level, where only the tight reading of trailing zeros clashes


def judge(
    facts: tuple[Fact, ...], relations: tuple[Relation, ...], pack: Pack, most: int | None = None
) -> tuple[tuple[Checked, ...], tuple[Finding, ...]]:
    """Facts, the relations between them and the rules → every relation with its verdict, and the findings.

    With `most`, no more slips than that are looked for in figures that hang together.
    """
    by_id = {fact.id: fact for fact in facts}
    bound = {relation.id: bind(relation, by_id, pack) for relation in relations}
    system = system_of(tuple(bound.values()))
    all_facts = {fact.id: fact for item in bound.values() for some in item.roles.values() for fact in some}
    alive: dict[str, tuple[int, ...]] = {}
    explained: list[Explained] = []
    for part in components(system):
        found = settle(part)
        if isinstance(found, Settled):
            alive |= found.readings
            explained += _tension(part, bound, all_facts)
        else:
            explained += _explained(part, bound, all_facts, most)
    broken = {name for one in explained if not one.tension for clash in one.clashes for name in clash.relations}
    uses = _uses(bound)
    checked = tuple(_checked(item, system, uses, broken, alive.get(name)) for name, item in bound.items())
    findings = [_finding(one, bound, system, all_facts) for one in explained]
    findings += [_ambiguous(bound[one.relation.id], one, system) for one in checked if _is_ambiguous(bound, one)]
    return checked, with_ids(findings, all_facts)


def _explained(
    part: System, bound: Mapping[str, Bound], facts: Mapping[str, Fact], most: int | None
) -> list[Explained]:
    """A component that clashes → its slips: the likeliest is taken out until the rest agrees."""
    from checker.suspect import mended_with  # on the way to a clean report nobody needs it

    found: list[Explained] = []
    freed: tuple[str, ...] = ()
    while len(found) != most and (clashes := conflicts(part, freed)):
        ranked = _ranked(part, freed, clashes, bound, facts)
        culprit = mended_with(facts[ranked[0][0]]) if ranked else clashes[0].variables
        if not culprit:  # the rules contradict each other whatever is printed: nothing to tell a reader
            break
        shown = tuple(clash for clash in clashes if set(culprit) & set(clash.variables))
        found.append(Explained(shown, ranked, _proved(part, shown[0], freed)))
        freed += culprit
    return found


def _ranked(
    part: System,
    freed: tuple[str, ...],
    clashes: tuple[Clash, ...],
    bound: Mapping[str, Bound],
    facts: Mapping[str, Fact],
) -> tuple[tuple[str, Suspect], ...]:
    """Conflicts of a component → the suspects, the likeliest slip first."""
    from checker.plausible import Case  # on the way to a clean report nobody needs it
    from checker.suspect import suspects

    inside = {item.relation: bound[item.relation] for item in part.constraints}
    satisfied = [name for name, item in inside.items() if can_hold(item)]
    return suspects(Case(part, freed, clashes, inside, facts, satisfied))


def _tension(part: System, bound: Mapping[str, Bound], facts: Mapping[str, Fact]) -> list[Explained]:
    """A component that agrees → what would not, were rates, trailing zeros, or all that is compared, as printed.

    A rate in tens is rounded to ones: of 60 such rates in real articles none needed more ("rose 50 percent to 1.86 from
    1.26" is 47.6). Figures that are set one above the other are rounded alike ("to 127 million from 130 million"): of
    some 1,500 such cases with trailing zeros none failed when these were read as digits. Where a word says which is
    above, the printed values themselves have gone its way in 1,800 of 1,800 ("to 2.6bn from 3bn"). All these are worth
    a warning. Sums and amounts were not as safe.
    """
    inside = [bound[item.relation] for item in part.constraints]
    printed = [fact for item in inside for some in item.roles.values() for fact in some if fact.figure is not None]
    if any(fact.tight != fact.interval for fact in printed):
        if any(fact.rated != fact.interval for fact in printed):
            rated = system_of(inside, reading="rated")
            if clashes := conflicts(rated)[:1]:
                return [_strained(rated, clashes, bound, facts, "warning")]
        tight = system_of(inside, reading="tight")
        if clashes := conflicts(tight)[:1]:
            compares = len(clashes[0].variables) > 1 and all(bound[n].rule.compares for n in clashes[0].relations)
            return [_strained(tight, clashes, bound, facts, "warning" if compares else "note")]
    told = [item for item in inside if item.rule.is_told and _are_distinct(item)]
    clashes = conflicts(as_printed := system_of(told, reading="printed"))[:1] if told else ()
    return [_strained(as_printed, clashes, bound, facts, "warning")] if clashes else []


def _strained(
    part: System, clashes: tuple[Clash, ...], bound: Mapping[str, Bound], facts: Mapping[str, Fact], level: str
) -> Explained:
    """A conflict of a narrower reading, and how grave it is → the same with its suspects, if it is worth them."""
    ranked = _ranked(part, (), clashes, bound, facts) if level == "warning" else ()
    return Explained(clashes, ranked, _proved(part, clashes[0]), level)


def _are_distinct(item: Bound) -> bool:
    """Are no two figures of a relation printed alike? What rose "to 3.8 percent from 3.8" rose by less."""
    values = [fact.printed for facts in item.roles.values() for fact in facts]
    return len(set(values)) == len(values)


def _proved(part: System, clash: Clash, freed: tuple[str, ...] = ()) -> tuple[Refutation, ...]:
    from checker.certificate import certificate  # on the way to a clean report nobody needs it

    return certificate(part, clash, freed)


def _uses(bound: Mapping[str, Bound]) -> dict[str, int]:
    """Bound relations → in how many of them each fact stands."""
    uses: dict[str, int] = {}
    for item in bound.values():
        for name in {fact.id for facts in item.roles.values() for fact in facts}:
            uses[name] = uses.get(name, 0) + 1
    return uses


def _checked(
    item: Bound, system: System, uses: Mapping[str, int], broken: set[str], alive: tuple[int, ...] | None
) -> Checked:
    """A relation and what was found of it → its verdict, arithmetic and implied ranges."""
    # A quantity that is not printed and stands nowhere else makes up for any figure: nothing is checked by it.
    hidden = [fact.id for facts in item.roles.values() for fact in facts if fact.figure is None and uses[fact.id] == 1]
    filled = Filled(item, system.printed, {})
    holds = item.relation.id not in broken and (alive is not None or can_hold(item))
    verdict = _verdict(item, filled, hidden) if holds else "inconsistent"
    readings: tuple[tuple[str, str], ...] = ()
    if len(item.readings) > 1:
        names = [reading.name for reading in item.rule.formulas]
        left = range(len(names)) if alive is None else alive
        own = [_verdict(replace(item, readings=(one,)), filled, hidden) for one in item.readings]
        readings = tuple((name, own[n] if n in left else "inconsistent") for n, name in enumerate(names))
        verdict = verdict if verdict == "inconsistent" else _best_of([one for _, one in readings])
    return Checked(item.relation, verdict, _line(item, filled), _implied(item, filled), readings)


def _best_of(verdicts: list[str]) -> str:
    order = ("consistent", "consistent-rounding", "undecided", "inconsistent")
    return min(verdicts, key=order.index)


def _verdict(item: Bound, filled: Filled, hidden: Sequence[str]) -> str:
    """A relation that can hold → whether it holds for the printed values or for what they were rounded from."""
    if hidden:
        return "undecided"
    return "consistent" if any(_exact(item, reading, filled) for reading in item.readings) else "consistent-rounding"


def can_hold(item: Bound) -> bool:
    """A bound relation → whether it can hold by itself."""
    return isinstance(settle(system_of([item])), Settled)


def _exact(item: Bound, reading: Sequence[Projection], filled: Filled) -> bool:
    """Whether the printed values satisfy a reading: the value worked out from the others is printed as it stands."""
    for name in {projection.role: None for projection in reading}:
        own = [one for one in reading if one.role == name and not one.many]
        targets = item.roles[name]
        if name != item.rule.conclusion and any(one.role == item.rule.conclusion for one in reading):
            continue
        for projection in own:
            value = filled.left(projection, points=True)
            if not all(value is not None and meet(value, fact.tight) for fact in targets):
                return False
    return True


def _line(item: Bound, filled: Filled) -> str:
    """A relation → its arithmetic in words, worked out for what is not printed, else for the rule's conclusion."""
    figures = [fact.figure for facts in item.roles.values() for fact in facts]
    if all(one is not None and one.kind == "word" and (one.direction or len(item.roles) == 1) for one in figures):
        return ""  # what stands for a word is no number to a reader
    hidden = [name for name, facts in item.roles.items() if facts and all(fact.figure is None for fact in facts)]
    wanted = hidden[0] if len(hidden) == 1 else item.rule.conclusion
    for reading in item.readings:
        others = [one.role for one in reading if not one.many]
        for name in (wanted, *others):
            if item.roles[name] and (text := worked_out(reading, name, filled)):
                return text
    return ""


def _implied(item: Bound, filled: Filled) -> tuple[tuple[str, Interval], ...]:
    """A relation → for each role what the other figures leave for it, where they leave less than everything."""
    found: dict[str, Interval] = {}
    for reading in item.readings[:1]:
        for projection in reading:
            left = None if projection.many or projection.each else filled.left(projection)
            if left is not None and (left.low is not None or left.high is not None):
                both = meet(found.get(projection.role, left), left)
                if both is not None:
                    found[projection.role] = both
    return tuple(found.items())


def _finding(one: Explained, bound: Mapping[str, Bound], system: System, facts: Mapping[str, Fact]) -> Finding:
    """What one slip explains → a finding, its id still to come."""
    smallest = one.clashes[0]
    chain = [bound[name] for name in smallest.relations]
    first = chain[0]
    involved = {name for clash in one.clashes for name in clash.variables}
    conclusion = [fact.id for fact in first.roles[first.rule.conclusion] if fact.id in involved]
    others = [name for name in system.figures if name in involved and name not in conclusion]
    figures = tuple(fact.figure.id for name in (*conclusion, *others) if (fact := facts[name]).figure is not None)
    lines = tuple(_line(item, Filled(item, system.printed, {})) for item in chain)
    return Finding(
        id="",
        rule=first.rule.id,
        level=max(_level(one, bound, facts), one.tension or LEVELS[0], key=LEVELS.index),
        figures=tuple(dict.fromkeys(figures)),
        message=_message(first),
        arithmetic=tuple(text for text in lines if text)[:LINES],
        excuse=next((item.relation.excuse for item in chain if item.relation.excuse), None),
        suspects=tuple(suspect for _, suspect in one.suspects),
        proof=one.proof,
        relations=smallest.relations,
    )


def _level(one: Explained, bound: Mapping[str, Bound], facts: Mapping[str, Fact]) -> str:
    """A conflict is as grave as its mildest relation, and no graver than its bindings can be trusted.

    Of several conflicts the gravest counts.
    """
    from checker.calibration import binding, ceiling  # a clean report needs neither

    likeliest = [suspect for _, suspect in one.suspects[:1]]
    swapped = any(s.slip == "transposition" and None not in (s.low, s.high) for s in likeliest)
    levels = []
    for clash in one.clashes:
        chain = [bound[name] for name in clash.relations]
        own = [item.rule.severity for item in chain]
        own += [ceiling(item.rule.id, binding(item.rule, item.relation, facts), swapped=swapped) for item in chain]
        own += ["warning" for item in chain if item.relation.inferred or item.relation.excuse]
        levels.append(max(own, key=LEVELS.index))
    return min(levels, key=LEVELS.index)


def _message(item: Bound) -> str:
    """A bound relation → its rule's message with the figures' own words in it."""
    text = item.rule.message
    for name, facts in item.roles.items():
        words = [fact.figure.text if fact.figure is not None else fact.measure for fact in facts]
        joined = " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)
        text = text.replace("{" + name + "}", joined)
    return text


def _is_ambiguous(bound: Mapping[str, Bound], one: Checked) -> bool:
    """Whether a note is due: the rule is about ambiguous wording, and the literal reading is not the only one."""
    if len(one.readings) < 2 or bound[one.relation.id].rule.severity != "note" or one.verdict == "inconsistent":
        return False
    return one.readings[0][1] == "inconsistent" or all(verdict != "inconsistent" for _, verdict in one.readings[1:])


def _ambiguous(item: Bound, one: Checked, system: System) -> Finding:
    """A relation whose wording has several readings → a note that shows each of them."""
    lines = []
    for (name, verdict), reading in zip(one.readings, item.readings, strict=True):
        shown = _line(replace(item, readings=(reading,)), Filled(item, system.printed, {}))
        lines.append(f"read as {name}: {shown}" + (" (does not fit)" if verdict == "inconsistent" else ""))
    figures = tuple(f.figure.id for facts in item.roles.values() for f in facts if f.figure is not None)
    own = (item.relation.id,)
    return Finding("", item.rule.id, "note", figures, _message(item), tuple(lines), item.relation.excuse, (), (), own)


def with_ids(findings: Sequence[Finding], facts: Mapping[str, Fact]) -> tuple[Finding, ...]:
    """Findings → the same with ids that depend on the rule and the figures' words, not on where they stand."""
    from zlib import crc32

    # A text that is wrapped anew has the same figures.
    words = {fact.figure.id: " ".join(fact.figure.text.split()) for fact in facts.values() if fact.figure is not None}
    seen: dict[str, int] = {}
    found = []
    for finding in findings:
        key = "\0".join((finding.rule, *(words[name] for name in finding.figures)))
        seen[key] = seen.get(key, 0) + 1
        stamp = crc32("\0".join((key, str(seen[key]))).encode())
        found.append(replace(finding, id=f"{stamp:08x}"))
    return tuple(found)
