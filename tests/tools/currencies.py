"""CLDR's currency names → the generated tail of rules/lexicon/currencies.tsv.

Needs Babel, which nothing else here does: pip install Babel, then python tests/tools/currencies.py
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any

TABLE = Path(__file__).parents[2] / "rules" / "lexicon" / "currencies.tsv"
MARKER = "# --- written by tests/tools/currencies.py"
THOUSANDTHS = ("LYD", "TND")  # the others with three decimals stand in the kept part
SIGNS = {"AFN": "؋", "AZN": "₼", "CRC": "₡", "GEL": "₾", "KHR": "៛", "LAK": "₭", "MNT": "₮", "PYG": "₲"}


def legal_tender() -> list[str]:
    """The codes that are money somewhere today."""
    core: Any = import_module("babel.core")
    spans = core.get_global("territory_currencies").values()
    return sorted({code for span in spans for code, _since, until, tender in span if until is None and tender})


def row(code: str) -> str:
    """KES → its line of the table: names in lower case, singular and plural, and its sign if it has one of its own."""
    numbers: Any = import_module("babel.numbers")
    names = [numbers.get_currency_name(code, count, "en").lower() for count in (1, 2)]
    minor = "1000" if code in THOUSANDTHS else "100"
    return "\t".join((code, SIGNS.get(code, "-"), " | ".join(dict.fromkeys(names)), minor, "-"))


def main() -> None:
    """Keep what stands above the marker, rewrite what stands below it."""
    kept, marker, rest = TABLE.read_text(encoding="utf-8").partition(MARKER)
    known = {line.split("\t", 1)[0] for line in kept.splitlines()}
    rows = [row(code) for code in legal_tender() if code not in known]
    comment = rest.partition("\n")[0]
    TABLE.write_text(kept + marker + comment + "\n" + "\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
