"""TOML text → decisions, each mistake with its line and what to write instead; a decision → its TOML.

    [[decision]]
    finding = "parts-make-whole:7c1e9a42"       # as every report prints it
    figures = ["84.69 billion crowns", "48.73 billion crowns", "36.23 billion crowns"]
    verdict = "accepted"
    reason  = "the service rounds each part by itself"
"""

from __future__ import annotations

import os
import re

from checker.clock import is_day
from checker.errors import CheckerError, nearest
from checker.record import record, replace
from checker.source import DECISIONS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

SILENCING = ("accepted", "false-alarm", "source-confirmed")
VERDICTS = (*SILENCING, "needs-source", "fixed")
SUFFIX, SHARED = DECISIONS
ENOUGH = 10  # characters of a reason
_WANTED = {
    "finding": 'copy it from the report, as in "parts-make-whole:7c1e9a42"',
    "figures": "give the figures as they were printed; `crossfoot decide` writes them",
    "verdict": f"give one of {', '.join(VERDICTS)}",
    "reason": f"say in {ENOUGH} characters or more why",
    "article": "name the file in this folder that it is about",
}
KEYS = ("article", "finding", "figures", "verdict", "reason", "evidence", "by", "on", "until")
_DAYS = ("on", "until")
_HEADER = re.compile(r"\s*\[\[\s*decision\s*\]\]")


@record(frozen=True, slots=True)
class Decision:
    """What somebody answered to a finding, bound to its figures as they were printed then."""

    finding: str  # "parts-make-whole:7c1e9a42"
    figures: tuple[str, ...]
    verdict: str
    reason: str
    evidence: str = ""
    by: str = ""
    on: str = ""  # days, "2031-04-05"
    until: str = ""  # the last day on which it holds
    article: str = ""  # the file's name, unless the file of decisions is named after it
    place: str = ""  # "a.txt.decisions.toml:3"; not written

    def key(self) -> tuple[str, str]:
        """What a file may decide only once."""
        return self.article, self.finding


def mistake(one: Decision) -> tuple[str, str] | None:
    """A decision → the key that cannot stay as it is and what to write instead, or None."""
    if not re.fullmatch(r"[^\s:]+:[0-9a-f]{8}", one.finding):
        return "finding", f'"{one.finding}" is no finding; {_WANTED["finding"]}'
    if one.verdict not in VERDICTS:
        return "verdict", f'"{one.verdict}" is no verdict; {nearest(one.verdict, VERDICTS)}'
    if len(one.reason.strip()) < ENOUGH:
        return "reason", f'the reason "{one.reason}" is too short; {_WANTED["reason"]}'
    days = ((key, getattr(one, key)) for key in _DAYS)
    wrong = next(((key, day) for key, day in days if day and not is_day(day)), None)
    return wrong and (wrong[0], f'"{wrong[1]}" is no day; write it as in 2031-04-05')


def entry(one: Decision) -> str:
    """A decision → its lines, keys in a column and what is empty left out."""
    rows = ["[[decision]]"]
    for key in KEYS:
        value = getattr(one, key)
        if value:
            rows.append(f"{key:<8} = {value if key in _DAYS else _written(value)}")
    return "\n".join(rows) + "\n"


def _written(value: str | tuple[str, ...]) -> str:
    import json  # its texts and lists are TOML's, but for one character

    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


class DecisionFile:
    """A file of decisions and its text: the decisions in it, and the lines that each of them takes."""

    def __init__(self, path: str, text: str) -> None:
        self.path, self.text, self.name = path, text, os.path.basename(path)
        self.lines = re.findall(r"[^\n]*\n|[^\n]+", text)
        self.headers = [n for n, line in enumerate(self.lines) if _HEADER.match(line)]
        self.decisions = self._read()

    def entry(self, at: int) -> tuple[int, int]:
        """The number of a decision → its lines, from its header to its last key: a comment below is another's."""
        if not self.headers:
            raise CheckerError("not changed; write each decision under its own [[decision]] first", self.path)
        start, end = self._block(at)
        while not self.lines[end - 1].strip() or self.lines[end - 1].lstrip().startswith("#"):
            end -= 1
        return start, end

    def _block(self, at: int) -> tuple[int, int]:
        return self.headers[at], [*self.headers, len(self.lines)][at + 1]

    def _read(self) -> tuple[Decision, ...]:
        found: dict[tuple[str, str], Decision] = {}
        for at, table in enumerate(self._tables()):
            one = self._decision(at, table)
            first = found.setdefault(one.key(), one)
            if first is not one:
                raise self._wrong(f"{one.finding} is decided already ({first.place}); keep one", "finding", at)
        return tuple(found.values())

    def _tables(self) -> list[Mapping[str, object]]:
        import tomllib

        try:
            whole = tomllib.loads(self.text)
        except (tomllib.TOMLDecodeError, RecursionError) as error:
            line = re.search(r"at line (\d+)", str(error))
            place = f"{self.path}:{line[1] if line else max(len(self.lines), 1)}"
            raise CheckerError(f"not valid TOML: {error}", place) from None
        for key in whole:
            if key != "decision":
                raise self._wrong(f'unknown key "{key}"; write each decision under its own [[decision]]', key)
        tables = whole.get("decision", [])
        if not isinstance(tables, list) or not all(isinstance(one, dict) for one in tables):
            raise self._wrong("write each decision under its own [[decision]], in two brackets", "decision")
        if len(self.headers) != len(tables):
            self.headers = []  # written in another form: it is read, but no line is certain
        return tables

    def _decision(self, at: int, table: Mapping[str, object]) -> Decision:
        for key in table:
            if key not in KEYS:
                raise self._wrong(f'unknown key "{key}"; {nearest(key, KEYS)}', key, at)
        for key, wanted in _WANTED.items():
            if key not in table and (key != "article" or self.name == SHARED):
                raise self._wrong(f'"{key}" is missing; {wanted}', "", at)
        figures = table["figures"]
        if not isinstance(figures, list) or not figures or not all(isinstance(one, str) for one in figures):
            raise self._wrong(f'"figures" must be a list of texts; {_WANTED["figures"]}', "figures", at)
        texts = {key: self._value(table, key, at) for key in KEYS if key in table and key != "figures"}
        place = f"{self.path}:{self.headers[at] + 1}" if self.headers else self.path
        one = Decision(figures=tuple(" ".join(words.split()) for words in figures), place=place, **texts)
        fault = mistake(one) or self._elsewhere(one)
        if fault:
            raise self._wrong(fault[1], fault[0], at)
        return replace(one, article="") if self.name == one.article + SUFFIX else one

    def _value(self, table: Mapping[str, object], key: str, at: int) -> str:
        value = table[key]
        if key in _DAYS:
            from datetime import date

            if type(value) is not date:  # a date with a time is one, too
                raise self._wrong(f'"{key}" must be a day without quotes, as in {key} = 2031-04-05', key, at)
            return value.isoformat()
        if not isinstance(value, str):
            raise self._wrong(f'"{key}" must be a text in quotes', key, at)
        return value

    def _elsewhere(self, one: Decision) -> tuple[str, str] | None:
        """A decision → why it cannot be about an article beside this file, if so."""
        if "/" in one.article or "\\" in one.article:
            return "article", f'"{one.article}" is no file of this folder; give the name alone'
        own = self.name.removesuffix(SUFFIX) if self.name.endswith(SUFFIX) else one.article
        return None if one.article in ("", own) else ("article", f'"{one.article}", yet this file is about "{own}"')

    def _wrong(self, message: str, key: str, at: int | None = None) -> CheckerError:
        """What is wrong, the key it is about, the number of the decision → the error, placed at its line."""
        if at is not None and not self.headers:
            return CheckerError(message, self.path)
        start, end = (0, len(self.lines)) if at is None else self._block(at)
        own = re.compile(rf'\s*\[*\s*["\']?{re.escape(key)}["\']?\s*[=\].]')
        line = next((n for n in range(start, end) if key and own.match(self.lines[n])), start)
        return CheckerError(message, f"{self.path}:{line + 1}")
