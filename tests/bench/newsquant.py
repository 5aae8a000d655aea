"""A text → its quantities in the words of the NewsQuant benchmark: value, unit, change.

    predict("Sales rose 3 percent") → [{"value": 3, "unit": "percentage", "change": "up", …}]

The benchmark and its scorer are not part of the project. Its conventions differ from ours and are met here, not in the
reader: a range or a move "from … to …" is one quantity, an idle "one of the best …" counts, a point is a percentage.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache
from pathlib import Path
from typing import Any

from checker import lexicon as lexicons
from checker.article import fold, read
from checker.counted import counted_after
from checker.draft import facts
from checker.fact import Fact
from checker.figure import Figure
from checker.lexicon import Lexicon
from checker.period import periods
from checker.pipeline import read_sentences
from checker.quantity import UNCOUNTED
from checker.token import Tokens

HEDGES = {"about": "~", "nearly": "~", "over": ">", "under": "<", "at-least": ">", "at-most": "<", "": "="}
BELOW = re.compile(r"(?:under|below|short of|shy of|less than)\W*$")
# The benchmark's sentences have been through an encoding that made "PS" of the pound sign.
MANGLED = re.compile(r"\bPS(?=\d[\d.,]*(?:\d{3}|[mbk]n?\b|\.\d))")
BEFORE = re.compile(r"(\w+)\s+to\s+$")
COMPOUND = re.compile(r"(\d\S*[ -]?[^\W\d]+),?(?: and)? (\d\S*[ -]?[^\W\d]+)")
AFTER = re.compile(r"[\s-]*(\w+)")
NOUNS = ("change-noun", "change-adj")
AVERAGE = re.compile(r"\baverag(?:ed|es|ing)\W*$")
NAMES = dict(
    pair.split("=")
    for pair in (
        "=-|AED=united arab emirates dirham|AUD=australian dollar|BRL=brazilian real|CAD=canadian dollar|"
        "CHF=swiss franc|franc=swiss franc|btu=british thermal unit|mmbtu=mega british thermal unit|"
        "stone-weight=stone|us fluid ounce=fluid ounce|us gallon=gallon|us quart=quart|fps=frame per second|"
        "CNY=chinese yuan|"
        "CZK=czech koruna|DKK=danish krone|EUR=euro|GBP=pound sterling|HKD=hong kong dollar|HRK=croatian kuna|"
        "HUF=hungarian forint|IDR=indonesian rupiah|ILS=shekel|INR=indian rupee|JPY=japanese yen|"
        "KES=kenyan shilling|KRW=south korean won|MXN=mexican peso|MYR=malaysian ringgit|NGN=nigerian naira|"
        "NOK=norwegian krone|NZD=new zealand dollar|PHP=philippine peso|PKR=pakistani rupee|PLN=polish zloty|"
        "RUB=russian ruble|SAR=saudi riyal|SEK=swedish krona|SGD=singapore dollar|THB=thai baht|"
        "TRY=turkish lira|TWD=new taiwan dollar|USD=dollar|ZAR=south african rand|basis-point=basis point|"
        "degree celsius=celsius|degree fahrenheit=fahrenheit|index-point=point|"
        "kilometres an hour=kilometre per hour|miles an hour=mile per hour|milliampere hour=milliampere-hour|"
        "mpg=mile per gallon|percent=percentage|percentage point=percentage point|peso=peso|"
        "pound foot=pound-foot|pound-weight=pound-mass|ppb=parts-per-billion|ppm=parts-per-million|"
        "rpm=revolutions per minute|rupee=indian rupee|times=count|tonne=metric ton"
    ).split("|")
)
CURRENCIES = Path(__file__).parents[2] / "rules" / "lexicon" / "currencies.tsv"
PRINTED = [
    (re.compile(r"\bbhp\b|\dbhp\b"), "brake horsepower"),
    (re.compile(r"\blb-ft\b"), "foot pound-force"),
    (re.compile(r"\bbarrels? of oil"), "barrel of oil"),
]
MINOR = {"USD": "cent", "GBP": "penny", "EUR": "cent", "MYR": "sen", "AUD": "cent", "CAD": "cent", "INR": "paisa"}
PER = {
    "mmbtu": "mega british thermal unit",
    "square m": "square metre",
    "square meter": "square metre",
    "km": "kilometre",
    "tonne": "metric ton",
}
MOVED = re.compile(r"(?:(?:in|on|at|last)\b[^,;:()$]{0,24} )?to")
LASTING = re.compile(
    r"(\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)[\s-]+(year|month|week|day|quarter|hour)s?$"
)
SMALL = {w: n for n, w in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())}


def predict(text: str) -> list[dict[str, Any]]:
    """A text → the quantities that are found in it."""
    lexicon = lexicons.load()
    text = MANGLED.sub("£", text)
    article = read(text)
    sentences, found = read_sentences(article, lexicon)
    stated = {fact.figure.start: fact for fact in facts(sentences, lexicon) if fact.figure is not None}
    folded = fold(text)
    every = [f for f in found if (not f.ignored and f.kind != "rank") or _counts_here(f)]
    spans = [span for block in article.blocks for span in block.sentences]
    joined = list(_joined(every, text, stated, lexicon))
    return joined + [item for start, end in spans for item in _lasting(folded, start, end, text)]


def _counts_here(figure: Figure) -> bool:
    """ "one of the …", "dozens of …": idle for us, quantities of the benchmark."""
    idle = figure.ignored in UNCOUNTED and bool(figure.unit)
    return idle and not (figure.value == 1 and figure.text.lower() != "one")


def _lasting(folded: str, start: int, end: int, text: str) -> list[dict[str, Any]]:
    """ "in the last three months": a period for us, a quantity for the benchmark."""
    found = []
    for period in periods(folded, start, end):
        match = LASTING.search(text[period.start : period.end].lower())
        if match and period.key.startswith("~"):
            value = SMALL.get(match[1]) or int(match[1])
            found.append({"value": value, "unit": match[2], "change": "=", "surface": text[period.start : period.end]})
    return found


def _joined(every: list[Figure], text: str, stated: dict[int, Fact], lexicon: Lexicon) -> Iterator[dict[str, Any]]:
    """One quantity for each figure or range; what a bracket gives in another unit changes as what stands before it.

    "5 feet 10 inches" is two quantities for the benchmark, "3 dollars 50 cents" is one.
    """
    end, change = 0, "="
    for made, figure in _ranges(every, text, stated, lexicon):
        if text[end : figure.start].strip() == "(" and made["change"] == "=":
            made |= {"change": change}
        end, change = figure.end, made["change"]
        parts = COMPOUND.fullmatch(figure.text) if figure.kind in ("length", "mass", "duration") else None
        if parts is None:
            yield made
        else:
            yield from (item | {"change": change} for part in parts.groups() for item in predict(part))


def _ranges(
    every: list[Figure], text: str, stated: dict[int, Fact], lexicon: Lexicon
) -> Iterator[tuple[dict[str, Any], Figure]]:
    k = 0
    while k < len(every):
        figure = every[k]
        following = every[k + 1] if k + 1 < len(every) else None
        if following is not None and _one_range(figure, following, text):
            low, high = _plain(figure, lexicon), _plain(following, lexicon)
            made = _made(following, text, stated, lexicon) | {"value": [float(low), float(high)]}
            first = _made(figure, text, stated, lexicon)["change"]
            yield made | {"change": made["change"] if first == "=" else first}, following
            k += 2
        else:
            yield _made(figure, text, stated, lexicon), figure
            k += 1


def _one_range(left: Figure, right: Figure, text: str) -> bool:
    if left.end_of == "low" and right.end_of == "high":
        return True
    between, before = text[left.end : right.start].strip(), text[: left.start].rstrip()
    alike = left.unit.partition("/")[0] == right.unit.partition("/")[0]
    return alike and MOVED.fullmatch(between) is not None and before.endswith(("from", "from about", "from up to"))


def _made(figure: Figure, text: str, stated: dict[int, Fact], lexicon: Lexicon) -> dict[str, Any]:
    fact = stated.get(figure.start)
    direction = fact.figure.direction if fact is not None and fact.figure is not None else ""
    direction = direction or figure.direction
    counts = direction if not _behind(figure, text, lexicon) else ""
    change = HEDGES[figure.hedge]
    if change == "=" and AVERAGE.search(text[: figure.start].lower()):
        change = "~"
    if figure.hedge == "nearly" and BELOW.search(text[: figure.start].lower()):
        change = "<"
    if counts and figure.hedge in ("nearly", "under"):
        change = counts
    hedge = "<~" if figure.hedge == "nearly" else change
    value: Any = float(_plain(figure, lexicon))
    if figure.ignored == "no definite number" and figure.loose.low is not None and figure.loose.high is not None:
        factor = lexicon.units[figure.named].factor if figure.named in lexicon.units else 1
        value = [float(figure.loose.low / factor), float(figure.loose.high / factor)]
        change = "="
    return {
        "value": value,
        "unit": _unit(figure, text, lexicon),
        "change": counts if change == "=" and counts else change,
        "hedge": hedge if hedge != "=" else None,
        "direction": direction or _reached(figure, text, lexicon) or None,
        "surface": figure.text,
    }


def _behind(figure: Figure, text: str, lexicon: Lexicon) -> bool:
    """Does the word of change follow the figure ("a 3 percent drop", "3 percent higher")? It says nothing there."""
    after = AFTER.match(text, figure.end)
    entries = lexicon.phrases.get(after[1].lower()) if after is not None else ()
    return any(len(words) == 1 and any(e.cls in NOUNS for e in found) for words, found in entries)


def _reached(figure: Figure, text: str, lexicon: Lexicon) -> str:
    """ "rose to 48": the way a level was reached."""
    before = BEFORE.search(text, 0, figure.start)
    entries = lexicon.phrases.get(before[1].lower()) if before is not None else ()
    said = {e.value for words, found in entries if len(words) == 1 for e in found if e.cls == "change-verb"}
    return next(iter(said & {"up", "down"}), "") if len(said) == 1 else ""


def _plain(figure: Figure, lexicon: Lexicon) -> Fraction:
    """The value in the unit that is printed."""
    assert figure.value is not None or figure.loose.low is not None
    value = figure.value if figure.value is not None else figure.loose.low or Fraction(0)
    if figure.named == "minor":
        return value * lexicon.currencies[figure.unit.partition("/")[0]].minor
    return value / lexicon.units[figure.named].factor if figure.named in lexicon.units else value


@lru_cache(maxsize=4096)
def _name(unit: str) -> str:
    return NAMES.get(unit) or NAMES.get(unit.replace("-", " ")) or _tender(unit) or unit.replace("-", " ")


def _tender(code: str) -> str:
    """A currency's code → its longest name, which tells the country: VND → vietnamese dong."""
    rows = (line.split("\t") for line in CURRENCIES.read_text("utf-8").splitlines() if line.startswith(code + "\t"))
    names = next((row[2].replace("~", "").split(" | ") for row in rows), [""])
    return max((name for name in names if not name.endswith("s")), key=len, default=names[0])


def _unit(figure: Figure, text: str, lexicon: Lexicon) -> str:
    base, _, per = figure.unit.partition("/")
    if figure.named == "minor":
        name = MINOR.get(base, "cent")
    elif figure.kind == "count":
        name = _counted(base, text, lexicon) or "-"
        name = f"more {name}" if name != "-" and text[figure.end :].startswith(" more ") else name
    elif figure.kind == "fraction":
        return f"% {_whole(figure, text, lexicon) or '-'}"
    else:
        name = _name(figure.named or base)
    named = next((said for words, said in PRINTED if words.search(figure.text + text[figure.end : figure.end + 7])), "")
    name = named if named and not per else name
    if figure.kind == "age":
        name += " of age"
    return f"{name} per {PER.get(per, per)}" if per else name


def _counted(unit: str, text: str, lexicon: Lexicon) -> str:
    """What is counted, as the benchmark writes it: adjectives in their first form, names as printed, measures bare."""
    *before, head = unit.split(" ")
    if before and head in lexicon.units:
        return _name(head)
    if re.search(rf"\b{re.escape(head.capitalize())}s\b", text) and not re.search(rf"\b{re.escape(head)}", text):
        head += "s"
    return " ".join([*(_first_form(word) for word in before), head])


def _first_form(word: str) -> str:
    """largest → large, busiest → busy, biggest → big."""
    if word == "best" or not word.endswith("est") or len(word) < 6:
        return "good" if word == "best" else word
    stem = word[:-3]
    if stem[-1] == "i":
        return stem[:-1] + "y"
    if stem[-1] == stem[-2] and stem[-1] not in "ls":
        return stem[:-1]
    return stem + "e" if stem.endswith(("rg", "s", "c", "v", "rs", "at")) else stem


def _whole(figure: Figure, text: str, lexicon: Lexicon) -> str:
    """What a fraction is a part of: "a third of the pupils" → pupil."""
    tokens = Tokens(fold(text), figure.end, len(text))
    if tokens.word(0) != "of":
        return ""
    at = 2 if tokens.word(1) in ("the", "its", "their", "all", "his", "her", "our") else 1
    return counted_after(tokens, at, set(), lexicon)[0] or counted_after(tokens, at, set(), lexicon, one=True)[0]
