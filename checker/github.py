"""Reports → GitHub's workflow commands, which it shows at the lines of a change, and the summary of the job.

    ::error file=a.txt,line=3,endLine=3,col=58,endColumn=78,title=parts-make-whole::48.73 and 36.23 do not add up …

GitHub keeps ten of a level and drops the rest without a word. So the worst come first, and where there are more than
ten the tenth says how many. The summary tells everything, as Markdown, if GITHUB_STEP_SUMMARY names a file for it.
"""

from __future__ import annotations

import os

from checker.address import STDIN, relative, spot
from checker.brief import brief, section
from checker.column import GITHUB as ON_ONE_LINE
from checker.excerpt import visible
from checker.format import Format
from checker.notice import notices, open_notices
from checker.output import append, say
from checker.template import fill

TYPE_CHECKING = False
if TYPE_CHECKING:
    from checker.document import Plain
    from checker.finding import Report
    from checker.format import Whole
    from checker.options import Options

COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}
SHOWN = 10  # annotations of one level in one step
ROOM = 900 * 1024  # bytes: GitHub refuses the whole summary of a step above 1 MiB


def _part(report: Report, _options: Options) -> Plain:
    found = open_notices(notices(report, ON_ONE_LINE))
    return {"commands": [_command(notice) for notice in found], "section": section(report)}


def _close(whole: Whole) -> str:
    commands = [_problem(*problem) for problem in whole.problems]
    commands += [command for part in whole.parts for command in part["commands"]]
    summary = whole.tally.line() if whole.options.verbosity >= 0 else ""
    kept = [command for kind in COMMANDS.values() for command in _kept(commands, kind)]
    return fill("github.txt", commands=kept, summary=summary)


def _kept(commands: list[Plain], kind: str) -> list[Plain]:
    """Commands and a level → those that GitHub will show, the last one counting the others if they are too many."""
    mine = [command for command in commands if command["kind"] == kind]
    if len(mine) <= SHOWN:
        return mine
    more = f"{len(mine) - SHOWN + 1} more; the job summary and the log of the run have them"
    return [*mine[: SHOWN - 1], _whole(kind=kind, title="crossfoot", message=more)]


def _command(notice: Plain) -> Plain:
    return {
        "kind": COMMANDS[notice["level"]],
        "file": "" if notice["path"] == STDIN else visible(relative(notice["path"])),
        "place": notice["place"],
        "title": notice["rule"],
        "message": "\n".join((notice["message"], *notice["details"])),
    }


def _problem(path: str, message: str) -> Plain:
    words = f"could not be checked: {visible(message)}"
    file, line = ("", 0) if path == STDIN else spot(path)
    return _whole(kind="error", file=visible(file), line=line, title="not checked", message=words)


def _whole(**command: object) -> Plain:
    """A command that is about no figure."""
    return {"file": "", "line": 0, "place": None} | command


def _summarise(whole: Whole) -> None:
    """The summary written; that it cannot be is said, and changes nothing about the run."""
    path = os.environ.get("GITHUB_STEP_SUMMARY")
    if not path:
        return
    try:
        taken = os.path.getsize(path) if os.path.exists(path) else 0
        append(brief([part["section"] for part in whole.parts], whole, max(0, ROOM - taken)), path)
    except OSError as error:
        say(f"{path}: the job summary cannot be written: {error.strerror or error}")


GITHUB = Format(_part, _close, once=_summarise)
