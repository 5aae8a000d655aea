"""Plain text with production labels → its blocks: what a label says it is.

    "Headline: Fares up 12%. Story: The fare rose."   boilerplate, a headline, boilerplate, a paragraph

Each label is a block of its own, so that its word is no word of the headline. Labels are read where the article opens:
a headline's first, those of standfirst and writer behind it, the body's last. Whatever else looks like one, as a number
to text or a credit, is left as it is. In markup a headline is marked, so there a label is a word like others.
"""

from __future__ import annotations

from checker.layout import tabled
from checker.lines import Line, kind_of, lines_of
from checker.pattern import regex
from checker.record import record
from checker.sentence import is_ended, sentences
from checker.wrapped import grouped

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

# What stands before the colon → what stands behind it.
_KINDS = {
    **dict.fromkeys(("headline", "hed", "title"), "headline"),
    **dict.fromkeys(("standfirst", "dek", "deck", "subhead", "subheading", "subheadline", "subtitle"), "standfirst"),
    **dict.fromkeys(("sub-headline", "strapline", "summary", "intro", "lede", "lead"), "standfirst"),
    "byline": "dateline",
    **dict.fromkeys(("text", "story", "body", "copy", "article", "full text", "full story", "body text"), "body"),
}
_AMBIGUOUS = frozenset(("title",))  # of a person, of a book: an article's only if its body has a label too
_WORD = "|".join(sorted(_KINDS, key=len, reverse=True))
_LABEL = regex(rf"(?i:(?P<word>{_WORD})):(?=\s|$)")
_WITHIN = regex(rf"(?:(?<=[.!?…\"”'’)\]])|\s[|/;–—-])\s+(?P<label>(?i:(?P<word>{_WORD})):)(?=\s)")
_CREDITED = frozenset("writing editing reporting photos photo photographs pictures edited written".split())

_OPENING = 6  # lines, of which all before the headline's are datelines and site text
_LONGEST_HEADLINE = 150
_LONGEST_CREDIT = 14  # words
_LONGEST_JUDGED = 300  # letters behind a label that tell whether it is one
_FULL = 40  # letters of a line that was broken
_BROKEN = 2  # lines that a headline or a standfirst goes on over


@record(frozen=True, slots=True)
class _Label:
    line: int
    start: int
    end: int
    word: str
    kind: str  # headline, standfirst, dateline, body; "" for a word that is left where it stands


def labelled(text: str) -> list[tuple[str, list[Line]]]:
    """Text → (kind, lines) of each block in order; nothing if its opening has no labels of an article."""
    lines = lines_of(text)
    labels = _labels(text, lines)
    return list(_parted(text, lines, labels)) if labels else []


# ── labels ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _labels(text: str, lines: list[Line]) -> list[_Label]:
    """Text and lines → the labels of its opening, a headline's first; none if that is not one of an article."""
    found: list[_Label] = []
    for i, line in enumerate(lines):
        if not found and i == _OPENING:
            break
        label = _label(text, lines, i, found)
        if label is not None:
            found.append(label)
            found += _within(text, lines, label)
        elif line.kind in ("dateline", "boilerplate"):
            continue
        elif not found or not _goes_on(text, lines, i, found[-1]):
            break
        if found and found[-1].kind == "body":
            break
    return found if found and _is_headline(text, lines, found) else []


def _label(text: str, lines: list[Line], i: int, found: list[_Label]) -> _Label | None:
    """The label that a line begins with, if one may stand there."""
    line = lines[i]
    match = _LABEL.match(text, line.start, line.end)
    if match is None or line.kind not in ("paragraph", "dateline"):
        return None
    label = _Label(i, match.start(), match.end(), match["word"].lower(), _KINDS[match["word"].lower()])
    if (label.kind == "headline") == bool(found):  # a headline comes first, and once
        return None
    return label if _says(text, lines, label, line.end) else None


def _within(text: str, lines: list[Line], first: _Label) -> Iterator[_Label]:
    """The labels behind the ends of sentences of a line that begins with one, up to the body's.

    A semicolon ends a headline on a line that has no other label and ends as a sentence does.
    """
    line = lines[first.line]
    if first.kind == "body":
        return
    alone = first.kind == "headline" and not _WITHIN.search(text, first.end, line.end)
    if alone and is_ended(text, first.end, line.end):
        if (end := text.find("; ", first.end, line.end) + 1) > 0:
            yield _Label(first.line, end, end, "", "")
        return
    for match in _WITHIN.finditer(text, first.end, line.end):
        word = match["word"]
        if word[0].islower() and text[first.start].isupper():
            continue
        before = text[match.start() : match.start("label")]
        start = match.start("label") if before.isspace() else match.start() + 1  # the sign between is no word of either
        label = _Label(first.line, start, match.end("label"), word.lower(), _KINDS[word.lower()])
        says = label.kind != "headline" and _says(text, lines, label, line.end)
        yield label if says else _Label(first.line, start, start, "", "")  # what came before it has ended all the same
        if says and label.kind == "body":
            return


def _says(text: str, lines: list[Line], label: _Label, end: int) -> bool:
    """Whether a label stands before what it says: words, and behind a body's label a sentence or nothing more."""
    said = text[label.end : min(end, label.end + _LONGEST_JUDGED)].strip()
    if not said:
        return label.line + 1 < len(lines) and not _LABEL.match(text, lines[label.line + 1].start)
    words = said.split()
    if not any(word.strip("\"'“”‘’(),.;:").isalpha() for word in words):
        return False  # "Text: 555-0100"
    if label.kind == "dateline":
        return len(words) <= _LONGEST_CREDIT or _WITHIN.search(text, label.end, end) is not None
    if label.kind != "body":
        return len(words) > 1
    plain = {word.strip("(),.;:").lower() for word in words}
    told = "by" not in plain and said[-1] in ".!?"
    if len(words) <= _LONGEST_CREDIT and not told and not plain.isdisjoint(_CREDITED):
        return False  # "Story: J. Holt; editing by A. Weld"
    return kind_of(said) == "dateline" or (len(words) > 2 and any(word.islower() for word in words))


def _goes_on(text: str, lines: list[Line], i: int, label: _Label) -> bool:
    """Whether a line without a label is the one below a bare label, or goes on with what one stands before."""
    if i == label.line + 1 and label.end == lines[label.line].end:
        return True
    if lines[i].gap or i - label.line > _BROKEN + 1:
        return False
    return label.kind == "standfirst" or _is_broken(text, lines, i)


def _is_broken(text: str, lines: list[Line], i: int) -> bool:
    """Whether a line below a headline goes on with it: in small letters, or with no stop above another label."""
    before, line, after = lines[i - 1], lines[i], lines[i + 1 : i + 2]
    if line.gap or line.kind != "paragraph" or line.end - line.start > _LONGEST_HEADLINE:
        return False
    if text[line.start].islower():
        return not is_ended(text, before.start, before.end)
    if before.end - before.start < _FULL or is_ended(text, line.start, line.end):
        return False
    return any(not last.gap and _LABEL.match(text, last.start, last.end) for last in after)


def _is_headline(text: str, lines: list[Line], found: list[_Label]) -> bool:
    """Whether what stands behind the first label can be the headline of what follows."""
    head, alone = found[0], len(found) == 1
    if head.word in _AMBIGUOUS and found[-1].kind != "body":
        return False
    bare = head.end == lines[head.line].end
    line = lines[head.line + 1] if bare else lines[head.line]
    start = line.start if bare else head.end
    end = line.end if alone or found[1].line > head.line else found[1].start
    said = text[start:end].strip()
    if len(said) > _LONGEST_HEADLINE or len(said.split()) < 2:
        return False
    if not alone:
        return True
    several = next(sentences(text, start, end))[1] < end  # "Headline: Fares up. The fare rose to 6 crowns."
    return line is not lines[-1] and not (several and is_ended(text, start, end))


# ── blocks ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _parted(text: str, lines: list[Line], labels: list[_Label]) -> Iterator[tuple[str, list[Line]]]:
    """Lines and labels → the blocks before the first, then each label and what stands up to the next."""
    yield from grouped(text, lines[: labels[0].line])
    for label, after in zip(labels, [*labels[1:], None], strict=True):
        line = lines[label.line]
        if label.kind:
            yield "boilerplate", [Line(label.start, label.end, line.indent, line.gap, "boilerplate")]
        until = len(lines) if after is None else after.line
        rest = lines[label.line + 1 : until] if after is None or after.line > label.line else []
        end = after.start if after is not None and after.line == label.line else line.end
        said = _stripped(text, label, end)
        if said is not None:
            rest = [said, *rest]
        if label.kind == "headline":
            count = _count(text, lines, label, len(rest))
            yield "headline", rest[:count]
            rest = rest[count:]
        yield from grouped(text, tabled(text, rest))


def _stripped(text: str, label: _Label, end: int) -> Line | None:
    """A label and where its line ends, or the next label begins → what stands between, of the kind it looks."""
    words = text[label.end : end]
    start, end = label.end + len(words) - len(words.lstrip()), label.end + len(words.rstrip())
    if start >= end:
        return None
    kind = label.kind if label.kind in ("headline", "dateline") else kind_of(text[start:end])
    return Line(start, end, 0, False, kind)


def _count(text: str, lines: list[Line], label: _Label, most: int) -> int:
    """How many of the lines behind its label are the headline."""
    first = label.line + (label.end == lines[label.line].end)
    count = 1
    while count < min(most, _BROKEN + 1) and _is_broken(text, lines, first + count):
        count += 1
    return count
