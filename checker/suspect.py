"""The figures of a conflict → suspects, the likeliest slip first, each with the range that would be right and a repair.

    {23.77, 17.99, 41.67} → 41.67 (two digits swapped, 41.76), 23.77, 17.99

Which figure is wrong cannot be proved. The order weighs the keystroke that would explain it, how many other relations
the figure stands in and satisfies, and whether the repair looks like its neighbours in print.
"""

from __future__ import annotations

from fractions import Fraction

from checker.arithmetic import Filled, ends
from checker.calendarword import CLOCK, DATE, NAMES
from checker.conflict import feasible, fits, mends
from checker.fact import Fact
from checker.finding import Suspect
from checker.interval import Interval, meet, point
from checker.numeral import read
from checker.plausible import Case, apart, extreme, looks
from checker.record import replace
from checker.respelled import renamed, respelled, step_of
from checker.slip import SWAP, Repair, repairs
from checker.system import System, only

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.system import Bound

NO_SLIP = 30  # what a figure costs that no single slip explains
ELSEWHERE = 100  # and one that settles the whole component only with others; twice that, if not even with them
SUPPORT, WEAK_SUPPORT, RESTATED, MOST_SUPPORT = 4, 1, 8, 12
_DIRECTIONS = (point(Fraction(1)), point(Fraction(-1)))  # what "rose" and "fell" stand for
WORD = 14  # a direction word turned round: an editor's slip is more often in the digits
HEADLINE = 3
READ_OFF = 10  # a count of names or months is read off the text: nobody typed it
MOST_TRIED = 12  # repairs tried in all relations of the component
_TURNED = ("score-won", "set-won", "tie-break")  # scores that are right the other way round
_SCORES = (*_TURNED, "score-level")  # words that stand for a lead
_PERIODS = ("own-period", "base-period")  # of two figures that are set against each other
# Words that stand for a number of the calendar or the clock.
_NAMED = ("weekday", "headline-period", "told-period", "clock-again")


def suspects(case: Case) -> tuple[tuple[str, Suspect], ...]:
    """A case → fact ids and suspects, the likeliest first; those that are as likely share a rank."""
    involved = {name for clash in case.clashes for name in clash.variables}
    names = [name for name in case.system.figures if name in involved]
    alone = {name: feasible(case.system, name, _freed(case, name)) for name in names}
    # Where no figure mends everything, there are several slips: those of the smallest mends come first.
    together = () if any(left is not None for left in alone.values()) else mends(case.system, case.clashes, case.freed)
    nearest = only(case.system, case.clashes[0].relations)
    ranked = []
    for position, name in enumerate(names):
        system, left, extra = case.system, alone[name], 0
        if left is None:
            if name not in case.clashes[0].variables:
                continue
            system, extra = nearest, ELSEWHERE * (1 if any(name in one for one in together) else 2)
            left = feasible(system, name, _freed(case, name))
        if left is not None:
            later = -position if _is_typed(case.facts[name]) else position
            ranked.append((*_suspect(case, system, name, left, extra), later, name))
    ranked.sort(key=lambda row: (row[0], row[2]))
    costs = [row[0] for row in ranked]
    return tuple((name, replace(found, rank=1 + costs.index(cost))) for cost, found, _, name in ranked)


def _is_typed(fact: Fact) -> bool:
    """Is a fact a figure in digits that no name of the calendar stands for? Of two as likely the later is named."""
    return fact.figure is not None and fact.figure.digits != "" and fact.figure.kind not in ("word", "time")


def _freed(case: Case, name: str) -> tuple[str, ...]:
    return (*case.freed, *(_turned_round(case, case.facts[name]) if name in case.facts else ()))


def _suspect(case: Case, system: System, name: str, left: Interval, extra: int) -> tuple[int, Suspect]:
    fact = case.facts[name]
    repair, cost = _best(case, system, fact, left)
    if fact.figure is not None and fact.figure.kind == "word" and fact.interval not in _DIRECTIONS:
        cost += READ_OFF
    cost += extra + _support(case, name) - (HEADLINE if _in_headline(case, name) else 0)
    filled = _filled(case, name)
    bare = fact.interval in _DIRECTIONS or fact.aspect in _SCORES
    low, high = (None, None) if bare else ends(left, fact, filled, sign_of(fact) or 1)
    figure = fact.figure.id if fact.figure is not None else name
    return cost, Suspect(figure, (repair and repair.text) or None, low, high, (repair and repair.slip) or None)


def mended_with(fact: Fact) -> tuple[str, ...]:
    """A suspect → the facts that a mend of it changes: a direction word turns round the changes it gives their sign."""
    return (fact.id, *(link.to for link in fact.links if link.as_ == "sign-of" and fact.interval in _DIRECTIONS))


def _in_headline(case: Case, name: str) -> bool:
    """Headlines are written last and in haste: of two that disagree the headline is the likelier slip."""
    return any(fact.id == name for bound in case.bound.values() for fact in bound.roles.get("headline", ()))


def turned(score: str) -> str:
    """A score → the same the other way round: "7-4" for "4-7"."""
    sign = "/" if "/" in score else "-"
    return sign.join(reversed(score.split(sign)))


def _turned_round(case: Case, fact: Fact) -> dict[str, Interval]:
    """A direction word → it and the changes it gives their sign, all turned round; nothing for other figures."""
    if fact.interval not in _DIRECTIONS:
        return {}
    return {name: -case.system.printed[name] for name in mended_with(fact) if name in case.system.printed}


def _filled(case: Case, name: str) -> Filled:
    bound = next(bound for bound in case.bound.values() if any(f.id == name for fs in bound.roles.values() for f in fs))
    return Filled(bound, case.system.printed, {})


def _best(case: Case, system: System, fact: Fact, left: Interval) -> tuple[Repair | None, int]:
    """A fact and its feasible range → the likeliest repair with which all relations hold, and its cost."""
    figure, sign = fact.figure, sign_of(fact)
    if figure is not None and fact.aspect in _TURNED:
        cost = SWAP + (fact.aspect == "set-won")  # the other sets bear it out
        return Repair(turned(figure.text), "", -fact.interval, True, "transposition", SWAP), cost
    if figure is not None and fact.interval in _DIRECTIONS and fits(system, _turned_round(case, fact), case.freed):
        return Repair("", "", -fact.interval, True, "sign", WORD), WORD + apart(case, fact)
    if fact.aspect in (*_NAMED, *_PERIODS) and figure is not None and figure.value is not None:
        number = _nearest(left, figure.value, Fraction(1))
        if number is None:
            return None, NO_SLIP
        return Repair(renamed(figure.text, figure.unit, figure.value, number), "", left, False, figure.unit, WORD), WORD
    if figure is None or sign is None or not figure.digits:
        return _spelled(case, system, fact, left) or (None, NO_SLIP)
    at = figure.digits_start - figure.start
    found = []
    for repair in repairs(figure.text, figure.digits, at, figure.scale, figure.direction):
        admits = _signed(repair, fact, sign)
        if meet(admits, left) is not None:
            found.append(
                (repair.cost + looks(case, fact, repair) + extreme(case, fact, admits), repair.text, repair, admits)
            )
    found.sort(key=lambda row: (row[0], row[1]))
    for cost, _, repair, admits in found[:MOST_TRIED]:
        if fits(system, {fact.id: admits}, case.freed):
            return repair, cost
    return None, NO_SLIP


def _spelled(case: Case, system: System, fact: Fact, left: Interval) -> tuple[Repair, int] | None:
    """A figure in words and its feasible range → the nearest number that can be written so, and its cost."""
    figure = fact.figure
    if figure is None or figure.digits or not figure.value or fact.interval in _DIRECTIONS or fact.aspect in _SCORES:
        return None
    named = figure.kind in ("word", "time") and figure.unit in (*NAMES, DATE, CLOCK, "year")
    if named and not fact.aspect.endswith("-run"):
        return None  # the number of a day or a year's name is not what the words spell
    step = step_of(figure.text, figure.value)
    number = None if step is None else _nearest(left, figure.value, step)
    text = None if number is None else respelled(figure.text, figure.value, number)
    if text is None or number is None or not fits(system, {fact.id: point(number)}, case.freed):
        return None
    return Repair(text, "", point(number), False, "", WORD), WORD + extreme(case, fact, point(number))


def _nearest(left: Interval, value: Fraction, step: Fraction) -> Fraction | None:
    """A feasible range, what is printed and what one is worth → the nearest number of whole steps that it admits."""
    low, high = left.low, left.high
    if low is not None and value <= low:
        steps = -(-low // step)
        number = (steps + (left.low_open and steps * step == low)) * step
    elif high is not None and value >= high:
        steps = high // step
        number = (steps - (left.high_open and steps * step == high)) * step
    else:
        return None
    return number if meet(point(number), left) is not None else None


def sign_of(fact: Fact) -> int | None:
    """A fact → the sign that its wording gives the printed digits; None when they are not tied so simply."""
    if fact.figure is None:
        return None
    own = [fact.figure.loose, fact.figure.tight]
    if fact.figure.value is not None:
        own.append(point(fact.figure.value))  # a threshold, or the end of a range
    if _shares_an_end(fact.interval, own):
        return 1
    return -1 if _shares_an_end(-fact.interval, own) else None


def _shares_an_end(a: Interval, own: Sequence[Interval]) -> bool:
    """Is a fact's interval its figure's, or that with one end moved (a headline's reaches to the next digit)?"""
    return any(a == one or (a.low is not None and a.low == one.low) for one in own)


def _signed(repair: Repair, fact: Fact, sign: int) -> Interval:
    """A repair of a figure → what the fact would admit then; an "over" or "nearly" stays as it is."""
    admits, numeral = repair.interval, fact.figure and read(repair.digits, fact.figure.scale)
    if fact.figure is not None and numeral and repair.slip != "scale":
        shape = fact.figure.loose
        if shape.high is None:
            admits = Interval(numeral.value, None, shape.low_open, True)
        elif shape.low is None:
            admits = Interval(None, numeral.value, True, shape.high_open)
    return admits if (sign > 0) != repair.turned else -admits


def _makes_up(case: Case, bound: Bound) -> bool:
    """Does a relation have a quantity that is not printed and that no other relation speaks of?"""
    hidden = [fact.id for facts in bound.roles.values() for fact in facts if fact.figure is None]
    others = [one for one in case.bound.values() if one is not bound]
    return any(
        all(fact.id != name for one in others for facts in one.roles.values() for fact in facts) for name in hidden
    )


def _support(case: Case, name: str) -> int:
    """A figure → what the relations that it satisfies say for it."""
    clashing = {relation for clash in case.clashes for relation in clash.relations}
    total = 0
    for relation in case.satisfied:
        bound = case.bound[relation]
        if relation in clashing or not any(fact.id == name for facts in bound.roles.values() for fact in facts):
            continue
        if len(bound.roles) == 1 or _makes_up(case, bound):
            continue  # it would hold for nearly any figure
        equal = any(item.text.startswith("= ") for item in bound.readings[0])
        total += RESTATED if bound.rule.family == "restatement" else SUPPORT if equal else WEAK_SUPPORT
    return min(total, MOST_SUPPORT)
