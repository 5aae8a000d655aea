"""What may be added and compared, and what may not."""

from __future__ import annotations

import pytest
from made import fact

from checker.dimension import Dimension, MixedError, check, of_figure
from checker.expression import parse

MONEY, SHARE = Dimension((("USD", 1),), "USD"), Dimension((("USD", 1),), "USD/share")
OTHER = Dimension((("GBP", 1),), "GBP")
RATE, COUNT, FRACTION = Dimension(name="percent"), Dimension(name="count"), Dimension(name="fraction")
BARE, SCALED, TIME = Dimension(), Dimension(name="an amount"), Dimension((("time", 1),), "time")
OF = {
    "m": MONEY, "k": MONEY, "o": OTHER, "e": OTHER, "s": SHARE, "r": RATE, "q": RATE,
    "c": COUNT, "d": COUNT, "f": FRACTION, "b": BARE, "a": SCALED, "t": TIME, "u": TIME,
}  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "m == k", "m == k + m", "100 * m == k * (100 + r)", "100 * m == k * r", "m == k * f", "m == s * c",
        "m * e == k * o", "m / o == k / e", "c == d * f", "c <= d", "100 * c == d * r", "r == q - r", "r + q <= 100",
        "2 * r > 100", "r <= 100 * f", "t == u - t", "m == b", "m == a", "c == b", "r == b", "m > s", "m - k > 0",
        "2 * m > 3 * k", "(r - q) * (q - r) >= 0", "c == d + 1", "c == d * d", "0 < m",
    ],
)  # fmt: skip
def test_what_goes_together(text: str) -> None:
    (comparison,) = parse(text, dict.fromkeys(OF, False))
    check(comparison, OF)


@pytest.mark.parametrize(
    "text, why",
    [
        ("m == o", "USD and GBP are added or compared"),
        ("m == r", "USD and percent are added or compared"),
        ("m == k + r", "USD and percent are added or compared"),
        ("m == k + 100", "USD and a pure number are added or compared"),
        ("c == r", "count and percent are added or compared"),
        ("a == r", "an amount and percent are added or compared"),
        ("f == r", "fraction and percent are added or compared"),
        ("m * k == k", "are added or compared"),
        ("t == c", "time and count are added or compared"),
        ("m == k * r * q * c", "more than 3 figures are multiplied"),
        ("m ** 2 == k", "powers"),
    ],
)
def test_what_does_not(text: str, why: str) -> None:
    (comparison,) = parse(text, dict.fromkeys(OF, False))
    with pytest.raises(MixedError, match=why):
        check(comparison, OF)


def test_figures_have_dimensions() -> None:
    for text, dimension in (("3%", RATE), ("2 points", RATE), ("17", BARE)):
        figure = fact("f1", text).figure
        assert figure is not None
        assert of_figure(figure) == dimension
