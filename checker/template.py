"""The name of a template and what it shows → text. A desk's own templates stand before ours, and run in a sandbox.

    fill("report.html", "desk/templates", articles=…) → the desk's report.html if it has one, else ours

A template of the desk's that begins with `{% extends "crossfoot/report.html" %}` changes the blocks it names and keeps
the rest.
"""

from __future__ import annotations

import os

from checker.errors import CheckerError
from checker.escape import attribute, cell, command, markdown
from checker.resources import reports_folder
from checker.summary import counted, listed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    from jinja2 import BaseLoader, Environment

    from checker.document import Plain

OURS = "crossfoot"  # what our own templates are called in a desk's
SLIPS = {
    "transposition": "two digits swapped",
    "dropped-digit": "a digit dropped",
    "doubled-digit": "a digit doubled",
    "extra-digit": "a digit too many",
    "digit": "one digit wrong",
    "decimal-point": "decimal point moved",
    "scale": "wrong scale word",
    "sign": "opposites confused",
    "unit": "percent and points confused",
}
_LINE_ENDS = {code: f"\\u{code:04x}" for code in (0x85, 0x2028, 0x2029)}
_engines: dict[str | None, Environment] = {}


def fill(name: str, folder: str | None = None, /, **view: object) -> str:
    """A template's name, the desk's folder if any, and what it shows → the filled template; CheckerError names a fault
    in the desk's own by file and line."""
    if folder not in _engines:
        _engines[folder] = _engine(folder)
    if folder is None:
        return _engines[None].get_template(name).render(view)
    try:
        return _engines[folder].get_template(name).render(view)
    except CheckerError:
        raise
    except Exception as error:
        place = _place(error, folder, name)
        if not place:
            raise
        message = f"{str(error) or type(error).__name__}; mend the template, or take it away to have ours"
        raise CheckerError(message, place) from None


def range_words(suspect: Plain) -> str:
    """A suspect's fields → where the other figures say it should lie; "" if that is told by what would fit alone."""
    low, high = suspect["low"], suspect["high"]
    if low is None or high is None:
        ends = [f"at least {low}"] * (low is not None) + [f"at most {high}"] * (high is not None)
        if not ends and suspect.get("slip") == "sign" and suspect["repair"] is None:
            return "should point the other way"
        if not ends:
            return "" if suspect["repair"] is not None else "the other figures leave it open"
        return f"should be {ends[0]}"
    return f"should be {low}" if low == high else f"should lie between {low} and {high}"


def _engine(folder: str | None) -> Environment:
    from json import dumps

    from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PrefixLoader, StrictUndefined, select_autoescape
    from jinja2.sandbox import SandboxedEnvironment

    ours = FileSystemLoader(reports_folder())
    desk = [] if folder is None else [_desk_loader(folder)]
    engine = (Environment if folder is None else SandboxedEnvironment)(
        loader=ChoiceLoader([*desk, ours, PrefixLoader({OURS: ours})]),
        autoescape=select_autoescape(enabled_extensions=("html", "xml"), default_for_string=False),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    # The built-in filter escapes for HTML, which no template of ours puts JSON into, and would print ' as \u0027.
    # What some readers take for the end of a line is spelled out, so that JSON Lines has as many lines as objects.
    engine.filters["tojson"] = lambda value: dumps(value, ensure_ascii=False).translate(_LINE_ENDS)
    for filter_ in (attribute, cell, command, counted, listed, markdown):
        engine.filters[filter_.__name__] = filter_
    # Functions rather than macros of a shared template: what a macro returns counts as escaped, whatever it was given.
    engine.filters["range"] = range_words
    engine.filters["slip"] = lambda slip: SLIPS.get(slip, slip.replace("-", " "))
    return engine


def _desk_loader(folder: str) -> BaseLoader:
    """A desk's folder → what reads its templates, and nothing outside of it that a link leads to."""
    from jinja2 import FileSystemLoader

    inside = os.path.join(os.path.realpath(folder), "")

    class Inside(FileSystemLoader):
        def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
            path = os.path.join(folder, template)
            if os.path.exists(path) and not os.path.realpath(path).startswith(inside):
                raise CheckerError("this template is outside of the folder of templates; put a copy into it", path)
            return super().get_source(environment, template)

    return Inside(folder)


def _place(error: Exception, folder: str, name: str) -> str:
    """What a template stumbled over → the file and line of the desk's own template, or "" if none was at work."""
    from jinja2 import TemplateSyntaxError

    found = [(error.filename, error.lineno)] if isinstance(error, TemplateSyntaxError) else _frames(error.__traceback__)
    inside = os.path.join(os.path.realpath(folder), "")
    own = [f"{path}:{line}" for path, line in found if path and os.path.realpath(path).startswith(inside)]
    if not own and isinstance(error, UnicodeDecodeError) and os.path.isfile(os.path.join(folder, name)):
        return os.path.join(folder, name)
    return own[-1] if own else ""


def _frames(trace: TracebackType | None) -> list[tuple[str, int]]:
    found = []
    while trace:
        found.append((trace.tb_frame.f_code.co_filename, trace.tb_lineno))
        trace = trace.tb_next
    return found
