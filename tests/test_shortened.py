"""An abbreviation that brackets explain holds the scale, for the numbers before it as well."""

from __future__ import annotations

import pytest

from checker import check


@pytest.mark.parametrize(
    "text, value",
    [
        ("Halden burns 14 million standard cubic feet a day (mscfd) of its 19 mscfd.", 19_000_000),
        ("Halden burns 14 million standard cubic feet a day (mmscfd).\n\nBrill burns 19 mmscfd.", 19_000_000),
        ("Halden mined 14 billion tonnes per annum (btpa) and Brill 1.9 btpa.", 1_900_000_000),
        ("Halden burns 14 million standard cubic feet a day (Corve) and Brill 19 corve.", 19),
        ("Halden burns 14 million standard cubic feet a day (mscfd) and Brill 19 million mscfd.", 19_000_000),
        ("Halden burns 14 million cubic feet a day (mcd) and Brill 19 mills.", 19),
    ],
)
def test_the_scale_is_in_the_abbreviation(text: str, value: int) -> None:
    assert check(text).figures[-1].value == value
