"""Sentence → periods: the stretches of time it names, each with a key that can be compared.

    "in the first 11 months of 2023"  →  2023-01..11
    "the fourth quarter"              →  Q4           (year not printed)
    "a year earlier"                  →  ~Y-1         (relative: a year before the figure it is set against)

Keys: YYYY · YYYY-MM · YYYY-MM-DD · YYYY-MM..MM · YYYY-Qn · YYYY-Hn · the same without the year (M11, M11-30, M01..11, Qn,
Hn) · FYyyyy · ~Y-1, ~Q-1, ~M-1, ~W-1, ~D-1 (before), ~Y0 (this), ~Y+1 (next) · W:fri · 1990s · yoy, mom, qoq (a step).
"""

from __future__ import annotations

import re

from checker.record import record


@record(frozen=True, slots=True)
class Period:
    start: int  # code points into the article
    end: int
    key: str


_MONTH_NAMES = (
    "january february march april may june july august september october november december jan feb mar apr jun jul aug"
    " sep sept oct nov dec"
).split()
_SMALL = {w: n for n, w in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())}
_ORDINAL = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "opening": 1, "final": 4}
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_STEP = {"year": "Y", "half": "H", "quarter": "Q", "month": "M", "week": "W", "day": "D", "season": "Y", "session": "D", "decade": "10Y"}

_titles = "|".join(sorted({f for m in _MONTH_NAMES for f in (m.title(), m.upper())}, key=lambda m: (-len(m), m)))
_MON = rf"(?:{_titles})\b\.?"
_YEAR = r"(?:1[89]|20)\d\d\b(?!,\d|\.\d|%)"
_N = rf"(?:\d{{1,3}}|{'|'.join(_SMALL)})"
_DAY = r"(?:[0-3]?\d)(?:st|nd|rd|th)?\b(?![,.]\d|%)"
_UNIT = r"(?:year|half|quarter|month|week|day|season|session|decade)"

_PERIOD = re.compile(
    rf"""
    (?P<span>(?:(?i:the)\s+)?(?P<edge>(?i:first|last|past|previous|prior|next|opening|final|latest|preceding))[\s-]+(?P<n>{_N})[\s-]+(?P<u>(?i:month|quarter|week|day|year)s)
        (?:\s+(?i:of|in|to|ended|ending|through)\s+(?:(?i:fiscal|calendar)\s+)?(?:(?P<sy>{_YEAR})|(?P<srel>(?i:the|this|last)\s+year)|(?P<sm>{_MON})(?:\s+{_DAY})?(?:,?\s+(?P<smy>{_YEAR}))?))?)
  | (?P<upto>(?:(?i:the)\s+)?(?P<un>{_N})[\s-]+(?i:months|weeks|quarters)\s+(?i:to|ended|ending|through|until)\s+(?:(?i:end[\s-]))?(?P<um>{_MON})(?:\s+{_DAY})?(?:,?\s+(?P<uy>{_YEAR}))?)
  | (?P<yearto>(?i:year|quarter|half|month|week|period)\s+(?i:to|ended|ending|through|that\s+ended)\s+(?:(?i:on|in)\s+)?(?:(?i:end[\s-]))?(?P<ym>{_MON})(?:\s+{_DAY})?(?:,?\s+(?P<yy>{_YEAR}))?)
  | (?P<part>(?:(?i:fiscal|the)\s+)?(?P<po>(?i:first|second|third|fourth|1st|2nd|3rd|4th|final|opening))[\s-]+(?:(?i:fiscal)[\s-]+)?(?P<pu>(?i:quarter|half))\b(?:\s+(?:(?i:of|in)\s+)?(?:(?i:fiscal|calendar)\s+(?:(?i:year)\s+)?)?(?P<py>{_YEAR}))?)
  | (?P<q>\b(?:(?P<qq>[QH][1-4])(?:\s+(?:(?i:of)\s+)?(?P<qy>{_YEAR}))?|(?P<q1>[1-4])Q(?P<qs>\d\d)?)\b)
  | (?P<months>\b(?P<ma>{_MON})(?:\s*-\s*|\s+(?i:to|through)\s+)(?P<mb>{_MON})(?:,?\s+(?:(?i:of)\s+)?(?P<my>{_YEAR}))?(?!\s+\d))
  | (?P<date>\b(?P<da>{_MON})\s+(?P<dd>{_DAY})(?:,?\s+(?P<dy>{_YEAR}))?)
  | (?P<date2>\b(?P<ed>{_DAY})\s+(?:(?i:of)\s+)?(?P<ea>{_MON})(?:,?\s+(?P<ey>{_YEAR}))?)
  | (?P<mon>\b(?P<mm>{_MON})(?:,?\s+(?:(?i:of)\s+)?(?P<mmy>{_YEAR}))?)
  | (?P<fy>\b(?:(?i:fiscal|financial)(?:\s+(?i:year))?\s+(?P<fyy>{_YEAR})(?:[-/]\d\d(?:\d\d)?)?|FY\s?'?(?P<fys>\d\d(?:\d\d)?)\b|(?P<fa>(?:1[89]|20)\d\d)[-/](?P<fb>\d\d)\b(?![-/.]\d)))
  | (?P<ago>\b(?P<an>(?i:an?|{_N}))[\s-]+(?P<au>(?i:{_UNIT}))(?i:s)?[\s-]+(?P<aw>(?i:ago|earlier|before|previously))\b)
  | (?P<yearago>\b(?P<yu>(?i:year|month|quarter|week))[\s-]+(?i:ago|earlier)\b(?:[\s-](?i:period|quarter|month|week|half|figure|level))?)
  | (?P<same>\b(?i:the|that)\s+(?i:same|corresponding|comparable|equivalent)\s+(?:(?i:three|six|nine|\d+)[\s-]months?\s+)?(?i:period|month|quarter|time|week|half|stage|point)(?:\s+(?i:of|in)?\s*(?:(?P<say>{_YEAR})|(?i:the\s+previous\s+year|last\s+year|the\s+prior\s+year|a\s+year\s+(?:ago|earlier|before))))?)
  | (?P<rel>\b(?P<rw>(?i:last|this|next|previous|prior|preceding|current|following|past|latest|same))[\s-]+(?:(?i:fiscal|financial|calendar|full|business|trading)[\s-]+)?(?P<ru>(?i:{_UNIT}))\b(?:'s\b)?)
  | (?P<before>\b(?i:the)\s+(?P<bu>(?i:year|month|quarter|week|day))\s+(?i:before|earlier)\b)
  | (?P<step>\b(?P<st>(?i:year|month|quarter|week))[\s-](?i:on|over|to)[\s-](?i:year|month|quarter|week|date)\b|\b(?i:on)\s+(?i:the\s+)?(?P<st2>(?i:year|month|quarter))\b)
  | (?P<decade>\b(?:(?i:the|early|late|mid)[\s-]+)*(?P<dec>(?:1[89]|20)\d0)'?s\b)
  | (?P<day>\b(?P<wd>(?i:{'|'.join(_WEEKDAYS)}))\b|\b(?i:today|yesterday|tonight|tomorrow|overnight)\b)
  | (?P<year>(?<![\d.,$£€¥#-])\b{_YEAR}(?!\s*(?:%|(?i:percent|per\s+cent|pct|million|billion|trillion|dollars|dlrs|points|pounds|euros|yen)\b)))
    """,
    re.VERBOSE,
)
# A sentence without one of these cannot name a period: a cheap look before the dear one.
_HINT = re.compile(
    r"(?i)year|month|quarter|week|day\b|half|ago\b|earlier|season|session|decade|(?:1[89]|20)\d\d|same|night|tomorrow|[QH][1-4]|FY|"
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
)


def periods(folded: str, start: int, end: int) -> list[Period]:
    """A sentence of the folded text → the periods it names, in order, none overlapping."""
    if not _HINT.search(folded, start, end):
        return []
    return [Period(m.start(), m.end(), _key(m)) for m in _PERIOD.finditer(folded, start, end)]


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _SMALL.get(word.lower(), 1)


def _month(word: str) -> int:
    return _MONTH_NAMES.index(next(name for name in _MONTH_NAMES if name.startswith(word.lower()[:3]))) + 1


def _with_year(year: str | None, rest: str) -> str:
    return f"{year}-{rest.removeprefix('M')}" if year else rest


def _day(word: str) -> str:
    return f"{int(''.join(c for c in word if c.isdigit())):02}"


def _span_key(m: re.Match[str]) -> str:
    n, unit, edge = _number(m["n"]), m["u"].lower()[:-1], m["edge"].lower()
    if m["sm"]:  # "the first nine months to September 30"
        return _with_year(m["smy"], f"M{max(1, _month(m['sm']) - n + 1):02}..{_month(m['sm']):02}")
    if edge in ("first", "opening") and unit in ("month", "quarter"):
        return _with_year(m["sy"], f"M01..{n * (3 if unit == 'quarter' else 1):02}")
    sign = "+" if edge == "next" else "-"
    return f"~{n}{_STEP[unit]}{sign}"


def _ended_key(months: int, month: str, year: str | None) -> str:
    last = _month(month)
    return _with_year(year, f"M{last - months + 1:02}..{last:02}") if last >= months else f"{months}M..{year or ''}-{last:02}"


def _relative_key(word: str, unit: str) -> str:
    step = _STEP[unit.lower()]
    shift = {"this": "0", "current": "0", "same": "0", "latest": "0", "next": "+1", "following": "+1"}.get(word.lower(), "-1")
    return f"~{step}{shift}"


def _key(m: re.Match[str]) -> str:
    match m.lastgroup:
        case "span":
            return _span_key(m)
        case "upto":
            return _ended_key(_number(m["un"]), m["um"], m["uy"])
        case "yearto":
            return f"{m['yearto'].split()[0].lower()}..{m['yy'] or ''}-{_month(m['ym']):02}"
        case "part":
            n, unit = _ORDINAL[m["po"].lower()], m["pu"].lower()
            return _with_year(m["py"], f"{unit[0].upper()}{min(n, 2) if unit == 'half' else n}")
        case "q":
            return _with_year(m["qy"], m["qq"]) if m["qq"] else _with_year(m["qs"] and "20" + m["qs"], f"Q{m['q1']}")
        case "months":
            return _with_year(m["my"], f"M{_month(m['ma']):02}..{_month(m['mb']):02}")
        case "date":
            return _with_year(m["dy"], f"M{_month(m['da']):02}-{_day(m['dd'])}")
        case "date2":
            return _with_year(m["ey"], f"M{_month(m['ea']):02}-{_day(m['ed'])}")
        case "mon":
            return _with_year(m["mmy"], f"M{_month(m['mm']):02}")
        case "fy":
            year = m["fyy"] or (m["fys"] and ("20" + m["fys"])[-4:]) or m["fa"]
            return f"FY{year}"
        case "ago":
            n = 1 if m["an"].lower() in ("a", "an") else _number(m["an"])
            return f"~{_STEP[m['au'].lower()]}-{n}"
        case "yearago":
            return f"~{_STEP[m['yu'].lower()]}-1"
        case "same":
            return f"~S{m['say']}" if m["say"] else "~Y-1"
        case "rel":
            return _relative_key(m["rw"], m["ru"])
        case "before":
            return f"~{_STEP[m['bu'].lower()]}-1"
        case "step":
            unit = (m["st"] or m["st2"]).lower()
            return {"year": "yoy", "month": "mom", "quarter": "qoq", "week": "wow"}[unit]
        case "decade":
            return f"{m['dec']}s"
        case "day":
            return f"W:{m['wd'].lower()[:3]}" if m["wd"] else "W:" + m["day"].lower()
        case _:
            return m["year"]


def is_base(key: str) -> bool:
    """A key → does it name the base of a comparison ("a year earlier") rather than the time of a figure?"""
    return key.startswith("~") and key[-2:] in ("-1", "-2", "-3", "-4", "-5") or key.startswith("~S") or key in STEPS


STEPS = ("yoy", "mom", "qoq", "wow")


def comparable(a: str, b: str) -> bool | None:
    """Two keys → the same period (True), different ones (False), or not to be told (None)."""
    if a == b and a:
        return True
    if not a or not b:
        return None
    if a[0] in "~W" or b[0] in "~W":
        return None
    year_a, rest_a = _split(a)
    year_b, rest_b = _split(b)
    if year_a and year_b and year_a != year_b:
        return False
    if rest_a == rest_b:
        return None if year_a != year_b else True
    return False


def _split(key: str) -> tuple[str, str]:
    """"2023-11" → ("2023", "M11"); "Q4" → ("", "Q4"); "2023" → ("2023", "")."""
    if key[:4].isdigit():
        rest = key[5:]
        return key[:4], ("M" + rest if rest[:1].isdigit() else rest)
    return "", key
