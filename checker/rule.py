"""What a rule is: roles, a relation between them in one or several readings, a message, docs and examples.

rules/ratio/growth-from-levels.toml → Rule(id="growth-from-levels", family="ratio", …)
"""

from __future__ import annotations

from checker.record import record


@record(frozen=True, slots=True)
class Role:
    name: str
    many: bool = False  # filled by a list of facts
    implied: bool = False  # not printed: a hidden quantity
    domain: str = ""  # positive, non-negative, percent, growth
    select: tuple[tuple[str, object], ...] = ()  # what the binder looks for, sorted by key


@record(frozen=True, slots=True)
class Reading:
    """One way to understand the wording; a rule with several conflicts only when each of them fails."""

    name: str
    comparisons: tuple[str, ...]  # all of which hold


@record(frozen=True, slots=True)
class Example:
    kind: str  # consistent, boundary, inconsistent
    text: str
    suspect: str | None = None


@record(frozen=True, slots=True)
class Rule:
    id: str
    family: str
    code: str
    severity: str
    formulas: tuple[Reading, ...]
    message: str
    conclusion: str  # the role whose value the arithmetic line computes
    same: tuple[str, ...]
    roles: tuple[Role, ...]
    docs: tuple[tuple[str, str], ...] = ()  # empty in a compiled pack; `pack.manual` has them
    examples: tuple[Example, ...] = ()

    @property
    def compares(self) -> bool:
        """Does the rule say no more than that one quantity is above another, in no proportion?"""
        plain = all("==" not in one and "*" not in one for one in self._comparisons)
        return plain or self.is_told

    @property
    def is_told(self) -> bool:
        """Does a word say which of two quantities is above the other: "direction * (now - before) > 0"?"""
        parts = (one.partition(" * (") for one in self._comparisons)
        return all(word.isidentifier() and rest.endswith((") > 0", ") >= 0")) for word, _, rest in parts)

    @property
    def _comparisons(self) -> list[str]:
        return [one for reading in self.formulas for one in reading.comparisons]

    def role(self, name: str) -> Role:
        """The name of a role → the role."""
        return next(role for role in self.roles if role.name == name)
