"""A conflict → its proof: inequalities with multipliers whose sum says that zero is below zero.

    41.76 ≠ 23.77 + 19.79   →  1 × (total ≤ 41.765), 1 × (−exports ≤ −23.765), 1 × (−imports ≤ −19.785), 1 × (exports +
                               imports − total ≤ 0): the sum is 0 ≤ −1.785

Anybody can add it up again, as is done here before it is given out. Where the wording has several readings each has a
proof of its own. A conflict that only propagation shows has none.
"""

from __future__ import annotations

from itertools import islice, product

from checker.finding import ProofStep, Refutation
from checker.linear import program_of
from checker.propagate import propagate
from checker.system import System, only

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection

    from checker.linear import Program
    from checker.simplex import Proof
    from checker.solve import Clash

MOST = 16  # combinations of readings that are proved one by one


def certificate(system: System, clash: Clash, freed: Collection[str] = ()) -> tuple[Refutation, ...]:
    """A system and a conflict in it → the proof for each combination of readings; () when one of them has none."""
    part = only(system, clash.relations)
    outside = {*freed, *(set(system.figures) - set(clash.variables))}
    several = [item for item in part.constraints if len(item.readings) > 1]
    found: list[Refutation] = []
    for choice in islice(product(*(range(len(item.readings)) for item in several)), MOST + 1):
        chosen = {item.relation: reading for item, reading in zip(several, choice, strict=True)}
        linear = program_of(part, propagate(part, outside, chosen), outside)
        proof = linear.refuted()
        if proof is None or len(found) == MOST:
            return ()
        named = tuple(
            (item.relation, item.bound.rule.formulas[chosen[item.relation]].name)
            for item in several
            if item.bound is not None
        )
        found.append(Refutation(named, _steps(linear, proof)))
    return tuple(found)


def _steps(linear: Program, proof: Proof) -> tuple[ProofStep, ...]:
    found = []
    for factor, one in proof.parts:
        origin = linear.origins[one.why]
        found.append(
            ProofStep(
                multiplier=factor,
                terms=tuple(sorted(one.terms.items())),
                bound=one.bound,
                strict=one.strict,
                relation=origin.relation or None,
                figure=origin.figure or None,
                at=origin.at,
            )
        )
    return tuple(found)
