"""One comparison of a claim over tokens → the rule that the engine takes, over the facts of their figures.

    "100 * n1 == n2 * (100 - n3)", n3 in a fall   →   100 * f1 == f2 * (100 - (-f3)): to our rules a fall is negative

Its units are checked here, and its message is put into words.
"""

from __future__ import annotations

import re

from checker.dimension import TIMES, check, is_bare, of_figure
from checker.expression import Comparison, Expression, Name, Negation, parse, roles_of
from checker.maskedfact import YEAR, UnsoundError
from checker.rearrange import tidied
from checker.rule import Reading, Role, Rule
from checker.suspect import sign_of
from checker.witnessrule import CODE, RULE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from checker.fact import Fact
    from checker.statement import Claim

NAME = re.compile(r"\bn\d+\b")


def rule_of(claim: Claim, text: str, facts: Mapping[str, Fact], family: str = "") -> Rule:
    """A claim, one comparison of it and the facts by token → its rule; UnsoundError or MixedError if it makes none."""
    alone = claim.counted or _is_rate_bound(text, facts)
    if len({fact.id for fact in facts.values()}) < (1 if alone else 2):
        raise UnsoundError("a relation needs two different figures")
    figures = {name: fact.figure for name, fact in facts.items() if fact.figure is not None}
    if not claim.counted:
        check(parse(text, dict.fromkeys(facts, False))[0], {name: of_figure(one) for name, one in figures.items()})
    timed = any(figure.kind in TIMES for figure in figures.values())
    said = {name: _said(fact, timed) for name, fact in facts.items()}
    own = NAME.sub(lambda match: said[match[0]], text)
    names = tuple(dict.fromkeys(fact.id for fact in facts.values()))
    comparison = tidied(parse(own, dict.fromkeys(names, False))[0])
    return Rule(
        id=f"{RULE} {own}",
        family=family or _family(comparison, facts),
        code=CODE,
        severity="error",  # the relation says how far it can be trusted
        formulas=(Reading("", (own,)), *_counted(own, facts)),
        message=_message(comparison, claim),
        conclusion=_conclusion(comparison),
        same=(),
        roles=tuple(Role(name) for name in names),
    )


def _counted(own: str, facts: Mapping[str, Fact]) -> tuple[Reading, ...]:
    """An expression over facts → the reading in which basis points are counted, and no hundredths of a percent."""
    points = {fact.id for fact in facts.values() if fact.figure is not None and fact.figure.kind == "basis-point"}
    if not points or len(points) == len(facts):
        return ()
    counted = re.sub(r"\b[a-z]\w*", lambda match: f"(100 * {match[0]})" if match[0] in points else match[0], own)
    return (Reading("basis points", (counted,)),)


def _is_rate_bound(text: str, facts: Mapping[str, Fact]) -> bool:
    """Is it a bound on one percentage, such as "a majority of ⟦n1⟧ percent"?"""
    kinds = {fact.figure.kind for fact in facts.values() if fact.figure is not None}
    return "==" not in text and kinds == {"percent"}


def _said(fact: Fact, timed: bool) -> str:
    """A fact → how it stands in an expression over facts, where the witness means what is printed.

    A fall is a negative change to our rules, and beside years or durations a bare number is one of years.
    """
    if timed and fact.figure is not None and is_bare(fact.figure):
        return f"({YEAR} * {fact.id})"
    return f"(-{fact.id})" if sign_of(fact) == -1 else fact.id


def _family(comparison: Comparison, facts: Mapping[str, Fact]) -> str:
    """A claim → the family of rules that it is most like, whose excuses apply to it."""
    if comparison.operator != "==":
        return "order"
    rates = any(fact.figure is not None and fact.figure.kind == "percent" for fact in facts.values())
    return "ratio" if rates else "balance"


def _bare(node: Expression) -> str:
    node = node.of if isinstance(node, Negation) else node
    return node.name if isinstance(node, Name) else ""


def _conclusion(comparison: Comparison) -> str:
    """The figure that stands alone on one side, or the first."""
    return _bare(comparison.left) or _bare(comparison.right) or roles_of(comparison)[0]


_BESIDE = {">": "is not above", ">=": "is below", "<": "is not below", "<=": "is above"}


def _message(comparison: Comparison, claim: Claim) -> str:
    """What a finding says when the claim fails: "{f1} is not above {f2}, as the words have it"."""
    left, right = _bare(comparison.left), _bare(comparison.right)
    if claim.behind:
        return f"{{{left}}} is no place right behind the {len(claim.items)} that are named"
    if claim.counted:
        return f"{{{left}}} does not count the {len(claim.items)} that are named"
    if left and right and comparison.operator == "==":
        return f"{{{left}}} is given again as {{{right}}}"
    if left and right:
        return f"{{{left}}} {_BESIDE[comparison.operator]} {{{right}}}, as the words have it"
    shown = [f"{{{name}}}" for name in roles_of(comparison)]
    return f"{', '.join(shown[:-1])} and {shown[-1]} do not go together as the words have it"
