"""Any text → the same text for one kind of report, where none of it can be taken for more than text.

    markdown("[a](b) <i>")  → "\\\\[a\\\\](b) &lt;i&gt;"        command("50%\\n") → "50%25%0A"
    cell("=1+1")            → "'=1+1"                      xml("\\x00")      → "\\ufffd"

Templates apply these as filters; what goes into JSON is escaped by `tojson`, and HTML and XML by the engine.
"""

from __future__ import annotations

import re

_MARKS = re.compile(r"[\\`*_\[\]|~$#{}]")
_ENTITIES = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;"}
_LINKED = re.compile(r"(?i)(?<=:)(?=//)|(?<=www)(?=\.)|(?<=@)")  # what becomes a link or calls a person by itself
_FORMULA = tuple("=+-@\t\r＝＋－＠")  # what a spreadsheet computes, and what it may take for these
_NUMBER = re.compile(r"[+-]?\d[\d.,/]*")
# What XML 1.0 cannot hold in any spelling.
_NOT_XML = {*range(32), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF} - {9, 10, 13}
_REPLACED = dict.fromkeys(_NOT_XML, "\N{REPLACEMENT CHARACTER}")


def markdown(text: str) -> str:
    """Text of one line → Markdown that shows it: no emphasis, link, mention, formula, HTML or new column of a table."""
    return _LINKED.sub("<!-- -->", _MARKS.sub(r"\\\g<0>", text).translate(_ENTITIES))


def command(text: str) -> str:
    """Text → the message of a workflow command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def attribute(text: str) -> str:
    """Text → the value of a property of a workflow command."""
    return command(text).replace(":", "%3A").replace(",", "%2C")


def cell(value: object) -> str:
    """A value → a cell of a CSV file: nothing that a spreadsheet would compute, in quotation marks if it has to be.

    What looks like a formula gets an apostrophe before it, which spreadsheets take for "this is text". A plain number
    keeps its sign: there is nothing in it to compute.
    """
    text = "" if value is None else str(value)
    if text.startswith(_FORMULA) and not _NUMBER.fullmatch(text):
        text = "'" + text
    return '"' + text.replace('"', '""') + '"' if re.search(r'[",\r\n]', text) else text


def xml(text: str) -> str:
    """A document → the same without the characters that XML cannot hold."""
    return text.translate(_REPLACED)
