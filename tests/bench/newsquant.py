"""A text → its quantities in the words of the NewsQuant benchmark: value, unit, change.

    predict("Sales rose 3 percent") → [{"value": 3, "unit": "percentage", "change": "up", …}]

The benchmark and its scorer are not part of the project. Its conventions differ from ours and are met here, not in the
reader: a range or a move "from … to …" is one quantity, an idle "one of the best …" counts, a point is a percentage.
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache
from typing import Any

from checker import lexicon as lexicons
from checker.article import fold, read
from checker.fact import Fact, facts
from checker.figure import Figure, number_figures, uncounted_figures
from checker.lexicon import Lexicon
from checker.period import periods
from checker.pipeline import read_sentences
from checker.token import Tokens

HEDGES = {"about": "~", "nearly": "~", "over": ">", "under": "<", "at-least": ">", "at-most": "<", "": "="}
BELOW = re.compile(r"(?:under|below|short of|shy of|less than)\W*$")
NAMES = dict(
    pair.split("=")
    for pair in (
        "=-|AED=united arab emirates dirham|AUD=australian dollar|BRL=brazilian real|CAD=canadian dollar|"
        "CHF=swiss franc|CNY=chinese yuan|CZK=czech koruna|DKK=danish krone|EUR=euro|GBP=pound sterling|"
        "HKD=hong kong dollar|HRK=croatian kuna|HUF=hungarian forint|IDR=indonesian rupiah|ILS=shekel|"
        "INR=indian rupee|JPY=japanese yen|KES=kenyan shilling|KRW=south korean won|MXN=mexican peso|"
        "MYR=malaysian ringgit|NGN=nigerian naira|NOK=norwegian krone|NZD=new zealand dollar|"
        "PHP=philippine peso|PKR=pakistani rupee|PLN=polish zloty|RUB=russian ruble|SAR=saudi riyal|"
        "SEK=swedish krona|SGD=singapore dollar|THB=thai baht|TRY=turkish lira|TWD=new taiwan dollar|USD=dollar|"
        "ZAR=south african rand|basis-point=basis point|degree celsius=celsius|degree fahrenheit=fahrenheit|"
        "index-point=point|kilometres an hour=kilometre per hour|miles an hour=mile per hour|"
        "milliampere hour=milliampere-hour|mpg=mile per gallon|percent=percentage|"
        "percentage point=percentage point|peso=peso|pound foot=pound-foot|pound-weight=pound-mass|"
        "ppb=parts-per-billion|ppm=parts-per-million|rpm=revolutions per minute|rupee=indian rupee|times=count|"
        "tonne=metric ton"
    ).split("|")
)
MINOR = {"USD": "cent", "GBP": "penny", "EUR": "cent", "MYR": "sen", "AUD": "cent", "CAD": "cent", "INR": "paisa"}
PER = {
    "mmbtu": "mega british thermal unit",
    "square m": "square metre",
    "square meter": "square metre",
    "km": "kilometre",
    "tonne": "metric ton",
}
MOVED = re.compile(r"(?:in (?:19|20)\d\d )?to")
LASTING = re.compile(
    r"(\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)[\s-]+(year|month|week|day|quarter|hour)s?$"
)
SMALL = {w: n for n, w in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())}


def predict(text: str) -> list[dict[str, Any]]:
    """A text → the quantities that are found in it."""
    lexicon = lexicons.load()
    article = read(text)
    sentences, found = read_sentences(article, lexicon)
    stated = {fact.figure.start: fact for fact in facts(sentences, lexicon) if fact.figure is not None}
    folded = fold(text)
    counted = [figure for figure in found if not figure.ignored and figure.kind != "rank"]
    spans = [span for block in article.blocks for span in block.sentences]
    idle = [item for start, end in spans for item in _idle(folded, start, end, text, lexicon)]
    every = sorted(counted + idle, key=lambda figure: figure.start)
    joined = list(_joined(every, text, stated, lexicon))
    return joined + [item for start, end in spans for item in _lasting(folded, start, end, text)]


def _idle(folded: str, start: int, end: int, text: str, lexicon: Lexicon) -> list[Figure]:
    tokens = Tokens(folded, start, end)
    covered = {
        i
        for p in periods(folded, start, end)
        for i in range(len(tokens))
        if p.start <= tokens.starts[i] and tokens.ends[i] <= p.end
    }
    found = [item.figure for item in number_figures(uncounted_figures(tokens, covered, lexicon), text, 1)]
    return [f for f in found if f.unit and not (f.value == 1 and f.text.lower() != "one")]


def _lasting(folded: str, start: int, end: int, text: str) -> list[dict[str, Any]]:
    """ "in the last three months": a period for us, a quantity for the benchmark."""
    found = []
    for period in periods(folded, start, end):
        match = LASTING.search(text[period.start : period.end].lower())
        if match and period.key.startswith("~"):
            value = SMALL.get(match[1]) or int(match[1])
            found.append({"value": value, "unit": match[2], "change": "=", "surface": text[period.start : period.end]})
    return found


def _joined(every: list[Figure], text: str, stated: dict[int, Fact], lexicon: Lexicon) -> Any:
    k = 0
    while k < len(every):
        figure = every[k]
        following = every[k + 1] if k + 1 < len(every) else None
        if following is not None and _one_range(figure, following, text):
            low, high = _plain(figure, lexicon), _plain(following, lexicon)
            made = _made(following, text, stated, lexicon) | {"value": [float(low), float(high)]}
            first = _made(figure, text, stated, lexicon)["change"]
            yield made | {"change": made["change"] if first == "=" else first}
            k += 2
        else:
            yield _made(figure, text, stated, lexicon)
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
    change = HEDGES[figure.hedge]
    if figure.hedge == "nearly" and BELOW.search(text[: figure.start].lower()):
        change = "<"
    if direction and figure.hedge in ("nearly", "under"):
        change = direction
    hedge = "<~" if figure.hedge == "nearly" else change
    value: Any = float(_plain(figure, lexicon))
    if figure.ignored == "no definite number" and figure.loose.low is not None and figure.loose.high is not None:
        factor = lexicon.units[figure.named].factor if figure.named in lexicon.units else 1
        value = [float(figure.loose.low / factor), float(figure.loose.high / factor)]
        change = "="
    return {
        "value": value,
        "unit": _unit(figure),
        "change": direction if change == "=" and direction else change,
        "hedge": hedge if hedge != "=" else None,
        "direction": direction or None,
        "surface": figure.text,
    }


def _plain(figure: Figure, lexicon: Lexicon) -> Fraction:
    """The value in the unit that is printed."""
    assert figure.value is not None or figure.loose.low is not None
    value = figure.value if figure.value is not None else figure.loose.low or Fraction(0)
    if figure.named == "minor":
        return value * lexicon.currencies[figure.unit.partition("/")[0]].minor
    return value / lexicon.units[figure.named].factor if figure.named in lexicon.units else value


@lru_cache(maxsize=4096)
def _name(unit: str) -> str:
    return NAMES.get(unit) or NAMES.get(unit.replace("-", " "), unit.replace("-", " "))


def _unit(figure: Figure) -> str:
    base, _, per = figure.unit.partition("/")
    if figure.named == "minor":
        name = MINOR.get(base, "cent")
    elif figure.kind == "count":
        return figure.unit.replace("best ", "good ") or "-"
    else:
        name = _name(figure.named or base)
    if figure.kind == "age":
        name += " of age"
    return f"{name} per {PER.get(per, per)}" if per else name
