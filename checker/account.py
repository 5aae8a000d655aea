"""Facts and checked relations → the state in which every figure ended, and why."""

from __future__ import annotations

from checker.fact import Fact
from checker.figure import Figure
from checker.finding import Checked, State


def account(figures: tuple[Figure, ...], facts: tuple[Fact, ...], checked: tuple[Checked, ...]) -> tuple[State, ...]:
    """Figures, facts and relations → one state for each figure: checked, implied, unchecked or ignored."""
    by_id = {fact.id: fact for fact in facts}
    read = {fact.id: fact.figure.id for fact in facts if fact.figure is not None}
    rules: dict[str, list[str]] = {}
    implying: dict[str, list[str]] = {}
    for item in checked:
        ids = [i for _, facts_of_role in item.relation.roles for i in facts_of_role]
        hidden = any(":" in i for i in ids)
        for i in ids:
            (implying if hidden else rules).setdefault(read.get(i, i), []).append(item.relation.rule)
    return tuple(_state(figure, rules, implying, by_id) for figure in figures)


def _state(
    figure: Figure, rules: dict[str, list[str]], implying: dict[str, list[str]], facts: dict[str, Fact]
) -> State:
    if figure.ignored:
        return State(figure.id, "ignored", figure.ignored)
    if figure.id in rules:
        return State(figure.id, "checked", ", ".join(dict.fromkeys(rules[figure.id])))
    if figure.id in implying:
        return State(figure.id, "implied", ", ".join(dict.fromkeys(implying[figure.id])))
    fact = facts.get(figure.id)
    if fact is None or not fact.measure:
        return State(figure.id, "unchecked", "what it measures was not understood")
    return State(figure.id, "unchecked", "nothing in the article can be set against it")
