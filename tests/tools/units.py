"""CLDR's unit names and Pint's conversions → the generated tail of rules/lexicon/units.tsv.

Needs Babel and Pint, which nothing else here does: pip install Babel Pint, then python tests/tools/units.py
"""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

TABLE = Path(__file__).parents[2] / "rules" / "lexicon" / "units.tsv"
MARKER = "# --- written by tests/tools/units.py"
# CLDR's kind of unit → our base, our kind, the base in Pint's words. What differs by country or trade is left out.
BASES = {
    "acceleration": ("metre-per-second-squared", "acceleration", "meter / second ** 2"),
    "angle": ("degree-of-arc", "angle", "degree"),
    "area": ("square-metre", "area", "meter ** 2"),
    "electric": ("", "electric", ""),
    "energy": ("watt-hour", "energy", "watt_hour"),
    "force": ("newton", "force", "newton"),
    "frequency": ("hertz", "frequency", "hertz"),
    "length": ("metre", "length", "meter"),
    "light": ("", "light", ""),
    "mass": ("kilogram", "mass", "kilogram"),
    "power": ("watt", "power", "watt"),
    "pressure": ("pascal", "pressure", "pascal"),
    "speed": ("kilometre-an-hour", "speed", "kilometer / hour"),
    "torque": ("newton-metre", "torque", "newton * meter"),
    "volume": ("litre", "volume", "liter"),
    "duration": ("second", "duration", "second"),
}
LEFT_OUT = (
    "angle-degree angle-revolution area-dunam duration-day-person duration-week-person duration-month-person"
    " duration-year-person duration-night duration-quarter energy-foodcalorie energy-therm-us length-earth-radius"
    " length-point length-solar-radius light-solar-luminosity mass-dalton mass-earth-mass mass-solar-mass mass-grain"
    " mass-stone mass-ton mass-ounce-troy speed-light-speed speed-beaufort volume-cup-metric volume-dessert-spoon"
    " volume-dessert-spoon-imperial volume-fluid-ounce-imperial volume-gallon-imperial volume-pint-metric"
    " volume-quart-imperial volume-dram volume-drop volume-jigger volume-pinch volume-bushel length-mile-scandinavian"
    " length-parsec length-fathom length-furlong angle-radian mass-pound volume-cup volume-acre-foot force-pound-force"
    " torque-pound-force-foot pressure-bar pressure-gasoline-energy-density force-kilowatt-hour-per-100-kilometer"
).split()
WORDS = ("cal", "fur", "gal", "rad", "sec", "min")
SHORTEST = 3  # letters: shorter forms are words, initials or names as often as units


def names(unit: str) -> list[str]:
    """A CLDR unit → its names in lower case, British ones first; no short form that may be a word or a name."""
    core: Any = import_module("babel")
    found: list[str] = []
    for length in ("long", "short"):
        for region in ("GB", "US"):
            patterns = core.Locale("en", region)._data["unit_patterns"][unit].get(length, {})
            for count in ("one", "other"):
                name = str(patterns.get(count, "")).replace("{0}", "").strip().lower()
                if length == "long" or (len(name) >= SHORTEST and name.isascii() and name not in WORDS):
                    found.append(name)
    return list(dict.fromkeys(found))


@cache
def registry() -> Any:
    """Pint's units, in exact fractions."""
    return import_module("pint").UnitRegistry(non_int_type=Fraction)


def factor(unit: str, base: str) -> Fraction | None:
    """A CLDR unit and the base in Pint's words → what one is worth, exactly, or None when Pint does not know it."""
    name = unit.partition("-")[2].replace("-per-square-", "/square_").replace("-per-", " / ").replace("-", "_")
    name = name.replace("newton_meter", "newton * meter")
    name = name.replace("millimeter_ofhg", "mmHg").replace("inch_ofhg", "inHg")
    for power, word in ((2, "square_"), (3, "cubic_")):
        if name.startswith(word):
            name = f"{name.removeprefix(word)} ** {power}"
    try:
        return Fraction(registry().Quantity(Fraction(1), name).to(base).magnitude)
    except Exception as error:  # Pint raises of many kinds; a unit that it does not know is left out
        print(f"left out: {unit} ({error})")
        return None


def row(unit: str, known: set[str]) -> str:
    """A CLDR unit → its line of the table, or "" when it stands above the marker or nothing converts it."""
    kind = unit.partition("-")[0]
    base, ours, pint = BASES[kind]
    found = names(unit)
    if set(found[:2]) & known:  # singular and plural
        return ""
    worth = factor(unit, pint) if base else Fraction(1)
    fresh = " | ".join(name for name in found if name not in known)
    return "" if worth is None else "\t".join((base or unit.partition("-")[2], ours, str(worth), fresh))


def written(name: str) -> set[str]:
    """A name of the kept part → the words it stands for: "mile~" is mile and miles."""
    plain = name.strip().rstrip("?").lstrip("^").strip()
    return {plain.rstrip("~"), plain.rstrip("~") + "s"} if plain.endswith("~") else {plain}


def main() -> None:
    """Keep what stands above the marker, rewrite what stands below it."""
    kept, marker, rest = TABLE.read_text(encoding="utf-8").partition(MARKER)
    lines = [line.split("\t") for line in kept.splitlines() if line and not line.startswith("#")]
    known = {word for line in lines for name in line[3].split(" | ") for word in written(name)}
    core: Any = import_module("babel")
    units = sorted(core.Locale("en", "GB")._data["unit_patterns"])
    wanted = [unit for unit in units if unit.partition("-")[0] in BASES and unit not in LEFT_OUT]
    rows = [line for line in (row(unit, known) for unit in wanted) if line]
    TABLE.write_text(kept + marker + rest.partition("\n")[0] + "\n" + "\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
