"""A paragraph of Markdown → what it is made of: text, code, HTML and what is no prose.

    "Sales **rose** to [12 *million*](https://a.b/c) crowns[^1]" → texts: "Sales rose to 12 million crowns"

Code and shortcodes are no prose, and images none that is printed. A dollar sign opens a formula only where something
follows that no price holds; so "$5 million and $6 million" stay money. Brackets and emphasis are matched on stacks,
each opened once and closed once, so time is linear.
"""

from __future__ import annotations

import re

from checker.record import record, replace

_TOKEN = re.compile(
    r"""(?P<hard>(?:(?<![ ])[ ]{2,}+|\\)\r?\n)
    | \\(?P<escape>[!-/:-@\[-`{-~])
    | (?P<code>`+)
    | (?P<note>\[\^[^\]\s]{1,100}\])
    | (?P<open>!?\[) | (?P<shut>\])
    | (?P<mark>\*+|_+|~~+)
    | <(?P<auto>[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*+|[^\s<>@]{1,64}@[^\s<>]{1,255})>
    | (?P<comment><!--)
    | (?P<tag></?[A-Za-z][A-Za-z0-9-]*+(?:\s++[^\s<>"'=/]++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s"'=<>`]++))?+)*+\s*+/?>)
    | (?P<short>\{\{|\{%)
    | (?P<math>\$)""",
    re.VERBOSE,
)
_TARGET = re.compile(
    r"""\(\s*+(?:<[^<>\n]*+>|(?:[^\s()\\]|\\.|\((?:[^\s()\\]|\\.)*+\))*+)
    (?:\s++(?:"(?:[^"\\]|\\.)*+"|'(?:[^'\\]|\\.)*+'|\((?:[^()\\]|\\.)*+\)))?+\s*+\)
    (?:\{(?:[:.\#]|\w++=)[^{}\n]{0,200}\})?""",
    re.VERBOSE | re.DOTALL,
)
_LABEL = re.compile(r"\[([^\[\]]{0,999})\]")
_MATH = re.compile(r"(\$\$?)(?![\s$])([^$]{1,300})(?<![\s\\])\1(?!\d)")
_FORMULA = re.compile(r"\d.*(?:\\[A-Za-z]|\^)|\D.*[\\^_{}=]|[\\^_{}=]", re.DOTALL)
_ENDS = {"{{": "}}", "{%": "%}", "<!--": "-->"}


@record
class Item:
    """A stretch of the paragraph and what becomes of it."""

    kind: str  # text, code, struck, math, html, break
    start: int
    end: int


@record
class Delimiter:
    """Signs of emphasis that may open: which, how many are unmatched, and which item they are."""

    sign: str
    count: int
    item: int
    length: int  # before any was matched
    both: bool  # whether they may close as well


def label(text: str) -> str:
    """What stands in brackets → the label by which links and their targets find each other."""
    return " ".join(text.casefold().split())


def items(text: str, labels: frozenset[str]) -> list[Item]:
    """A paragraph and the labels that have a target → what it is made of, in order, without what prints nothing."""
    return [item for item in _Paragraph(text, labels).items() if item.start < item.end]


class _Paragraph:
    """The text of a paragraph on its way to items."""

    def __init__(self, text: str, labels: frozenset[str]) -> None:
        self.text = text
        self.labels = labels
        self.found: list[Item] = []
        self.brackets: list[tuple[int, int]] = []  # open ones: which item, and where the words in them begin
        self.delimiters: list[Delimiter] = []
        self.open = {"*": 0, "_": 0, "~": 0}  # how many of each may still be closed
        self.absent: set[str] = set()  # closing signs that do not come any more
        self.ticks: dict[int, list[int]] | None = None  # length → where such runs of backticks stand, last first

    def items(self) -> list[Item]:
        """The paragraph → its items in order."""
        at = 0
        while match := _TOKEN.search(self.text, at):
            self._add("text", at, match.start())
            at = getattr(self, f"_{match.lastgroup}")(match)
        self._add("text", at, len(self.text))
        return self.found

    def _add(self, kind: str, start: int, end: int) -> int:
        if start < end:
            self.found.append(Item(kind, start, end))
        return end

    def _hard(self, match: re.Match[str]) -> int:
        return self._add("break", match.start(), match.end())

    def _escape(self, match: re.Match[str]) -> int:
        return self._add("text", match.start("escape"), match.end())

    def _auto(self, match: re.Match[str]) -> int:
        self._add("text", match.start("auto"), match.end("auto"))
        return match.end()

    def _tag(self, match: re.Match[str]) -> int:
        return self._add("html", match.start(), match.end())

    def _note(self, match: re.Match[str]) -> int:
        return match.end()

    def _code(self, match: re.Match[str]) -> int:
        if self.ticks is None:
            self.ticks = {}
            for run in reversed(list(re.finditer("`+", self.text))):
                self.ticks.setdefault(len(run[0]), []).append(run.start())
        length = match.end() - match.start()
        places = self.ticks.get(length, [])
        while places and places[-1] <= match.start():
            places.pop()
        if not places:
            return self._add("text", match.start(), match.end())
        self._add("code", match.end(), places[-1])
        return places[-1] + length

    def _comment(self, match: re.Match[str]) -> int:
        end = self._end(match)
        return self._add("html", match.start(), end) if end else self._add("text", match.start(), match.end())

    def _short(self, match: re.Match[str]) -> int:
        return self._end(match) or self._add("text", match.start(), match.end())

    def _end(self, match: re.Match[str]) -> int:
        """An opening sign → where its closing sign ends, 0 if none comes."""
        sign = _ENDS[match[0]]
        end = -1 if sign in self.absent else self.text.find(sign, match.end())
        if end < 0:
            self.absent.add(sign)
        return end + len(sign) if end >= 0 else 0

    def _math(self, match: re.Match[str]) -> int:
        formula = _MATH.match(self.text, match.start())
        if formula and _FORMULA.match(formula[2]):
            return self._add("math", formula.start(), formula.end())
        return self._add("text", match.start(), match.end())

    def _open(self, match: re.Match[str]) -> int:
        self.brackets.append((len(self.found), match.end()))
        return self._add("text", match.start(), match.end())

    def _shut(self, match: re.Match[str]) -> int:
        text, at = self.text, match.end()
        if not self.brackets:
            return self._add("text", match.start(), at)
        item, words = self.brackets.pop()
        target = _TARGET.match(text, at)
        if not target and match.start() - words < 1000:
            named = _LABEL.match(text, at)
            own = label(text[words : match.start()])
            if named and (label(named[1]) or own) in self.labels:
                target = named
            elif own in self.labels:
                target = match
        if target is None:
            return self._add("text", match.start(), at)
        if text[words - 2 : words] == "![":
            self._forget(item)
            del self.found[item:]
        else:
            self.found[item] = Item("text", words, words)
        return target.end()

    def _mark(self, match: re.Match[str]) -> int:
        sign, count = match[0][0], match.end() - match.start()
        opens, closes = _flanks(self.text, match.start(), match.end(), sign)
        used = 0
        while closes and count > used and self.open[sign] and (sign != "~" or count - used > 1):
            while self.delimiters[-1].sign != sign:
                self.open[self.delimiters.pop().sign] -= 1
            opener = self.delimiters[-1]
            if (opener.both or opens) and (opener.length + count) % 3 == 0 and count % 3:
                break  # as CommonMark has it: "**" does not go with "*" where each could be either
            taken = min(2, opener.count, count - used)
            self._shorten(opener, taken)
            if sign == "~":
                first = self.found[opener.item].end + 2
                self._forget(opener.item + 1)
                self.found[opener.item + 1 :] = [Item("struck", first, match.start() + used)]
            used += taken
        self._add("text", match.start() + used, match.end())
        if opens and count > used:
            self.delimiters.append(Delimiter(sign, count - used, len(self.found) - 1, count, closes))
            self.open[sign] += 1
        return match.end()

    def _shorten(self, opener: Delimiter, by: int) -> None:
        """An opening delimiter of which some signs are matched → the rest of it, which may be nothing."""
        item = self.found[opener.item]
        self.found[opener.item] = Item("text", item.start, item.end - by)
        self.delimiters[-1] = replace(opener, count=opener.count - by)
        if opener.count == by:
            self.open[self.delimiters.pop().sign] -= 1

    def _forget(self, item: int) -> None:
        """Items from this one on are gone, and with them what they opened."""
        while self.delimiters and self.delimiters[-1].item >= item:
            self.open[self.delimiters.pop().sign] -= 1
        while self.brackets and self.brackets[-1][0] >= item:
            self.brackets.pop()


def _flanks(text: str, start: int, end: int, sign: str) -> tuple[bool, bool]:
    """A run of signs → whether it may open and whether it may close emphasis."""
    before, after = text[start - 1 : start] if start else " ", text[end : end + 1] or " "
    if before.isdigit() and after.isdigit():  # a product, whatever a renderer makes of it
        return False, False
    blank_before, blank_after = before.isspace(), after.isspace()
    mark_before, mark_after = _is_mark(before), _is_mark(after)
    left = not blank_after and (not mark_after or blank_before or mark_before)
    right = not blank_before and (not mark_before or blank_after or mark_after)
    if sign == "_":
        return left and (not right or mark_before), right and (not left or mark_after)
    return left, right


def _is_mark(character: str) -> bool:
    return not character.isalnum() and not character.isspace()
