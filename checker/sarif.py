"""Reports → SARIF 2.1.0, which code scanning reads: a result for each finding, at the figure that it is about.

The other figures are related locations that the message links to, and a flow in the order of reading. Findings that
somebody answered for stay in, marked as suppressed. GitHub's reader sets the limits; docs/formats.md has them.
"""

from __future__ import annotations

from checker.address import STDIN, uri
from checker.column import SARIF as ON_ONE_LINE
from checker.excerpt import visible
from checker.finding import LEVELS
from checker.format import Format
from checker.notice import notices
from checker.rulecard import cards
from checker.summary import counted
from checker.template import fill
from checker.version import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:
    from checker.column import Place
    from checker.document import Plain
    from checker.finding import Report
    from checker.format import Whole
    from checker.options import Options

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
RESULTS = 25_000  # in one run
LOCATIONS = 1_000  # of one result
_ROOT = "%SRCROOT%"
_KINDS = {"mark": "inSource"}  # who answered → how SARIF calls it; a decision and a baseline stand outside


def _part(report: Report, _options: Options) -> Plain:
    path = report.article.path
    location = _artifact(path)
    return {
        "artifact": {"location": location, "roles": ["standardStream" if path == STDIN else "analysisTarget"]},
        "results": [_result(notice) for notice in notices(report, ON_ONE_LINE)],
        "read": [
            _notification(note, "note") | {"locations": [{"physicalLocation": {"artifactLocation": location}}]}
            for note in report.article.notes
        ],
        "answers": [
            _notification(f"{one.place}: {one.message}", "warning" if one.state in ("lapsed", "expired") else "note")
            for one in report.remarks
        ],
    }


def _close(whole: Whole) -> str:
    return fill("report.sarif", schema=SCHEMA, run=_run(whole))


def _run(whole: Whole) -> Plain:
    results = [result for part in whole.parts for result in part["results"]]
    results.sort(key=lambda result: ("suppressions" in result, LEVELS.index(result["level"])))
    told = [notification for part in whole.parts for notification in part["read"]]
    told += [_notification(f"{path}: {message}", "error") for path, message in whole.problems]
    if len(results) > RESULTS:
        told.append(_notification(f"left out: {counted(len(results) - RESULTS, 'further result')}", "warning"))
    rules = cards({result["ruleId"] for result in results[:RESULTS]}, whole.options.rules)
    places = {rule["id"]: number for number, rule in enumerate(rules)}
    return {
        "tool": {"driver": {"name": "crossfoot", "semanticVersion": __version__, "rules": rules}},
        "automationDetails": {"id": "crossfoot/"},
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The folder that the check was run in."}}},
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\r", "\n"],
        "invocations": [
            {
                "executionSuccessful": not whole.problems,
                "toolExecutionNotifications": told,
                "toolConfigurationNotifications": [one for part in whole.parts for one in part["answers"]],
            }
        ],
        "properties": {"rules": whole.pack_hash, "summary": whole.tally.counts()},
        "artifacts": [part["artifact"] for part in whole.parts],
        "results": [result | {"ruleIndex": places[result["ruleId"]]} for result in results[:RESULTS]],
    }


def _result(notice: Plain) -> Plain:
    """A notice → its result."""
    path = notice["path"]
    first, *others = (_location(path, figure) for figure in notice["figures"][:LOCATIONS])
    result = {
        "ruleId": notice["rule"],
        "level": notice["level"],
        "message": {"text": _message(notice)},
        "locations": [first],
        "partialFingerprints": {"primaryLocationLineHash": notice["id"], "crossfoot/v1": notice["id"]},
    }
    if others:
        reading = sorted(notice["figures"][:LOCATIONS], key=lambda figure: int(figure["start"]))
        flow = [{"location": _location(path, figure)} for figure in reading]
        result["relatedLocations"] = [{"id": number} | other for number, other in enumerate(others, 1)]
        result["codeFlows"] = [{"threadFlows": [{"locations": flow}]}]
    answer = notice["suppression"]
    if answer:
        because = {"justification": answer["reason"]} if answer["reason"] else {}
        told = {name: answer[name] for name in answer if name not in ("by", "reason") and answer[name]}
        kind = _KINDS.get(answer["by"], "external")
        result["suppressions"] = [{"kind": kind, "status": "accepted", **because, "properties": told}]
    return result


def _message(notice: Plain) -> str:
    """A notice → its words: first a sentence that stands alone, then links to the other figures, then the details."""
    links = [f"[{_linked(figure)}]({number})" for number, figure in enumerate(notice["figures"][1:LOCATIONS], 1)]
    against = [f"Set against {', '.join(links)}."] if links else []
    sentence = notice["message"] if notice["message"].endswith((".", "?", "!")) else notice["message"] + "."
    return "\n".join((_unlinked(sentence), *against, *map(_unlinked, notice["details"])))


def _linked(figure: Plain) -> str:
    words = f"{figure['role']} {figure['text']}".strip()
    return words.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")


def _unlinked(text: str) -> str:
    return text.replace("](", "] (")


def _location(path: str, figure: Plain) -> Plain:
    place: Place = figure["place"]
    region = {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }
    words = f"{figure['role']}: {figure['text']}" if figure["role"] else figure["text"]
    return {
        "physicalLocation": {"artifactLocation": _artifact(path), "region": region},
        "message": {"text": _unlinked(words)},
    }


def _artifact(path: str) -> Plain:
    address, below = uri(path)
    return {"uri": address, "uriBaseId": _ROOT} if below and path != STDIN else {"uri": address}


def _notification(message: str, level: str) -> Plain:
    return {"message": {"text": visible(message)}, "level": level}


SARIF = Format(_part, _close)
