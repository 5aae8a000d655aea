"""Random trade and company accounts, true to the last digit, and the news that would be written of them.

    account(7) → Account(text="Exports of Kestria rose 4.2 percent to 23.4 billion crowns …", figures=…, relations=…)

Every figure is the rounding of one true world, so that the text is free of contradictions. The relations are those of
the world and not what any reader makes of the text. A slip is made by a model of its own: what a writer's hand and eye
do, which includes taking the right figure from the wrong line.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, field
from fractions import Fraction

from made import stated

from checker.interval import Interval, point
from checker.numeral import read
from checker.solve import Clash, settle

_UP = ("rose", "grew", "climbed", "increased", "advanced")
_DOWN = ("fell", "dropped", "declined", "decreased", "slipped")
_COUNTRIES = ("Kestria", "Ardenland", "Brillmark", "Corvenia", "Dellberg", "Estvale", "Fennoria")
_FIRMS = ("Alder Mills", "Brook Tools", "Corve Foods", "Dell Cement", "Ember Rail", "Fenn Paper", "Gorse Energy")
_CURRENCIES = ("crowns", "euros", "dollars", "yuan", "pesos")
_MONTHS = ("January", "March", "May", "July", "September", "November")
_DIVISIONS = (("northern mills", "southern mills"), ("tools division", "services division"), ("domestic", "foreign"))


@dataclass
class Account:
    """A text, where each named figure stands in it, what it admits, and what holds among the true values."""

    text: str = ""
    spans: dict[str, tuple[int, int]] = field(default_factory=dict)  # name → [start, end) of the digits, or of the verb
    figures: dict[str, Interval] = field(default_factory=dict)
    relations: list[str] = field(default_factory=list)
    twins: dict[str, str] = field(default_factory=dict)  # a figure → the one on the next line of the writer's table


class _Writer:
    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.account = Account()

    def say(self, text: str) -> None:
        self.account.text += text

    def number(self, name: str, value: Fraction, places: int) -> None:
        """A true value → its digits in the text, and what they admit."""
        unit = Fraction(1, 10**places)
        units = int(abs(value) / unit + Fraction(1, 2))
        digits = f"{units // 10**places:,}" + (f".{units % 10**places:0{places}}" if places else "")
        start = len(self.account.text)
        self.say(digits)
        self.account.spans[name] = (start, start + len(digits))
        self.account.figures[name] = _admits(digits)

    def verb(self, name: str, sign: int) -> None:
        word = self.random.choice(_UP if sign > 0 else _DOWN)
        start = len(self.account.text)
        self.say(word)
        self.account.spans[name] = (start, start + len(word))

    def grew(self, now: str, before: str, values: tuple[Fraction, Fraction], unit: str, places: int) -> None:
        """ "rose 4.2 percent to 23.4 billion crowns from 22.5 billion"; the rate is printed to a tenth of a percent."""
        rate = 100 * values[0] / values[1] - 100
        sign = 1 if rate > 0 else -1
        verb, printed = f"verb_{now}", f"rate_{now}"
        self.verb(verb, sign)
        self.say(" ")
        self.number(printed, rate, 1)
        self.say(" percent to ")
        self.number(now, values[0], places)
        self.say(f" {unit}")
        self.say(self.random.choice((" from ", ", from ")))
        self.number(before, values[1], places)
        self.say(f" {unit.split(maxsplit=1)[0]}" if " " in unit else f" {unit}")
        self.account.twins |= {now: before, before: now}
        self.account.relations.append(f"100 * {now} == {before} * (100 + {verb} * {printed})")
        self.account.figures[verb] = point(Fraction(sign))


def account(seed: int) -> Account:
    """A number → an account; the same for the same number."""
    writer = _Writer(seed)
    (_trade, _company, _parts)[writer.random.randrange(3)](writer)
    return writer.account


def _level(writer: _Writer, places: int) -> Fraction:
    return Fraction(writer.random.randint(2 * 10**3, 99 * 10**3), 10 ** (places + writer.random.choice((1, 2))))


def _moved(writer: _Writer, value: Fraction) -> Fraction:
    """A level a year before, 2 to 30 percent away."""
    return value / (1 + Fraction(writer.random.choice((-1, 1)) * writer.random.randint(20, 300), 1000))


def _trade(writer: _Writer) -> None:
    chance = writer.random
    places = chance.choice((1, 2))
    country, currency, month = chance.choice(_COUNTRIES), chance.choice(_CURRENCIES), chance.choice(_MONTHS)
    unit = f"billion {currency}"
    exports, imports = _level(writer, places), _level(writer, places)
    before = _moved(writer, exports), _moved(writer, imports)
    writer.say(f"{country}'s exports ")
    writer.grew("exports", "exports0", (exports, before[0]), unit, places)
    writer.say(f" a year earlier, the statistics office said on {month} figures. Imports ")
    writer.grew("imports", "imports0", (imports, before[1]), unit, places)
    writer.say(". Total trade ")
    writer.grew("total", "total0", (exports + imports, sum(before, Fraction(0))), unit, places)
    writer.say(".\n")
    writer.account.relations += ["total == exports + imports", "total0 == exports0 + imports0"]
    writer.account.twins |= {"exports": "imports", "imports": "exports"}


def _company(writer: _Writer) -> None:
    chance = writer.random
    places = chance.choice((0, 1))
    firm, currency = chance.choice(_FIRMS), chance.choice(_CURRENCIES)
    unit = f"million {currency}"
    quarter = chance.choice(("first", "second", "third", "fourth"))
    profit = _level(writer, places)
    amounts = (
        ("profit", f"{firm} said its net profit ", profit),
        ("sales", "Revenue ", profit * chance.randint(3, 30)),
    )
    for name, word, value in amounts:
        writer.say(word)
        writer.grew(name, f"{name}0", (value, _moved(writer, value)), unit, places)
        writer.say(f" in the {quarter} quarter of last year. " if name == "profit" else ". ")
    value = _level(writer, places)
    change = value / chance.randint(8, 30)
    writer.say("Operating costs ")
    writer.verb("verb_costs", 1)
    writer.say(" by ")
    writer.number("change", change, places)
    writer.say(f" {unit} to ")
    writer.number("costs", value, places)
    writer.say(f" {unit} from ")
    writer.number("costs0", value - change, places)
    writer.say(" million.\n")
    writer.account.figures["verb_costs"] = point(Fraction(1))
    writer.account.relations.append("costs - costs0 == verb_costs * change")
    writer.account.twins |= {"costs": "costs0", "costs0": "costs"}


def _parts(writer: _Writer) -> None:
    chance = writer.random
    places = chance.choice((0, 1, 1))
    firm, currency = chance.choice(_FIRMS), chance.choice(_CURRENCIES)
    unit = f"million {currency}"
    towns = chance.sample(("Arden", "Brill", "Corve", "Dell", "Estvale", "Fenn"), 3)
    shares = [Fraction(chance.randint(200, 900)) for _ in towns]
    whole = _level(writer, places) * 3
    parts = [whole * share / sum(shares) for share in shares]
    writer.say(f"{firm} spent ")
    writer.number("whole", sum(parts, Fraction(0)), places)
    writer.say(f" {unit} on its harbours last year: ")
    for k, (town, part) in enumerate(zip(towns, parts, strict=True)):
        writer.number(f"part{k}", part, places)
        writer.say(f" million in {town}" + (", ", " and ", ". ")[k])
    writer.say("Sales ")
    value = _level(writer, places) * 7
    writer.grew("sales", "sales0", (value, _moved(writer, value)), unit, places)
    writer.say(".\n")
    writer.account.relations.append("whole == part0 + part1 + part2")
    writer.account.twins |= {"part0": "part1", "part1": "part2", "part2": "part0"}


@dataclass
class Slipped:
    """An account with one slip: the text, the figure that is wrong, where it now stands, and what it admits."""

    text: str
    name: str
    span: tuple[int, int]
    kind: str
    interval: Interval


def slip(made: Account, seed: int) -> Slipped | None:
    """An account and a number → the account with a slip of hand or eye, or None where that changes nothing."""
    chance = random.Random(f"slip {seed}")
    name = chance.choice(sorted(made.spans))
    start, end = made.spans[name]
    old = made.text[start:end]
    if name.startswith("verb_"):
        sign = made.figures[name].low
        assert sign is not None
        new, kind = chance.choice(_DOWN if sign > 0 else _UP), "direction"
        interval = point(-sign)
    else:
        found = _misprinted(old, name, made, chance)
        if found is None:
            return None
        new, kind = found
        interval = _admits(new)
    text = made.text[:start] + new + made.text[end:]
    return Slipped(text, name, (start, start + len(new)), kind, interval)


def _misprinted(old: str, name: str, made: Account, chance: random.Random) -> tuple[str, str] | None:
    """Digits → other digits and the kind of slip, or None when the kind that was drawn cannot befall them."""
    kind = chance.choices(
        ("exchanged", "mistyped", "dropped", "doubled", "wrong line", "point"), (34, 26, 10, 8, 14, 8)
    )[0]
    keys = [k for k, c in enumerate(old) if c.isdecimal()]
    k = chance.choice(keys)
    new = old
    if kind == "exchanged":
        after = next((j for j in keys if j > k), None)
        if after is not None:
            new = old[:k] + old[after] + old[k + 1 : after] + old[k] + old[after + 1 :]
    elif kind == "mistyped":
        new = old[:k] + chance.choice("0123456789") + old[k + 1 :]
    elif kind == "dropped":
        new = old[:k] + old[k + 1 :]
    elif kind == "doubled":
        new = old[:k] + old[k] + old[k:]
    elif kind == "wrong line" and name in made.twins:
        start, end = made.spans[made.twins[name]]
        new = made.text[start:end]
    elif kind == "point" and "." in old:
        whole, _, rest = old.partition(".")
        new = whole + rest
    bare = new.replace(",", "")
    printed = re.fullmatch(r"([1-9]\d*|0)(\.\d+)?", bare)
    if printed is None or bare == old.replace(",", "") or not float(bare):
        return None
    return f"{int(printed[1]):,}{printed[2] or ''}", kind


def _admits(digits: str) -> Interval:
    """Digits → what may have been rounded to them, be it to a ten or a hundred where they end in zeros."""
    found = read(digits)
    assert found is not None
    return found.loose


def excluded(made: Account, wrong: Slipped) -> bool:
    """Whether the true relations and the roundings exclude a slip."""
    return isinstance(settle(stated(made.relations, made.figures | {wrong.name: wrong.interval})), Clash)
