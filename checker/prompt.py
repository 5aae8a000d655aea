"""A masked article → what a witness is asked: the instructions, and the article as data between two marks.

The wording is the template reports/witness-prompt.txt. Two orders ask for the same statement in different ways, so that
what both statements say does not hang on how it was asked.
"""

from __future__ import annotations

import re

from checker.record import record
from checker.template import fill

TYPE_CHECKING = False
if TYPE_CHECKING:
    from checker.mask import Masked

VERSION = "3"  # of the template: another wording is another version, and asks again
ORDERS = ("reading", "relations-first")
_NEAR = 5  # words on either side of a number, in the list of numbers
_FAR = 80  # characters at most


@record(frozen=True, slots=True)
class Prompt:
    system: str
    user: str

    @property
    def text(self) -> str:
        """Both parts, to be put to a model by hand."""
        return f"{self.system}\n{self.user}"


def prompt(masked: Masked, order: str = ORDERS[0]) -> Prompt:
    """A masked article and an order → the prompt."""
    numbers = [{"id": token.id, "near": _near(masked, k)} for k, token in enumerate(masked.tokens)]
    if order != ORDERS[0]:
        numbers.reverse()
    view = {"order": order, "article": masked.text, "numbers": numbers}
    system, user = (fill("witness-prompt.txt", part=part, **view) for part in ("system", "user"))
    return Prompt(system, user)


def _near(masked: Masked, k: int) -> str:
    """The place of a token → the words around it, on one line."""
    token, text = masked.tokens[k], masked.text
    before = re.search(rf"(?:\S+\s+){{0,{_NEAR}}}\S*$", text[max(0, token.masked_start - _FAR) : token.masked_start])
    behind = re.match(rf"\S*(?:\s+\S+){{0,{_NEAR}}}", text[token.masked_end : token.masked_end + _FAR])
    own = text[token.masked_start : token.masked_end]
    return " ".join(f"{before[0] if before else ''}{own}{behind[0] if behind else ''}".split())
