"""Every setting, said once: its name, what kind of value it has, and what it does.

    Key("fail-on", "choice", "End with status 1 from this level on.", ("error", "warning", "note", "never"), …)

Options of the command line, the settings file and its JSON Schema, variables of the environment, `crossfoot config` and
docs/config.md are all made from `KEYS`. A new setting is one line here, and one field of `Options` with its default.
"""

from __future__ import annotations

from checker import errors
from checker.finding import LEVELS
from checker.formats import NAMES
from checker.options import PREFIX, Options
from checker.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

_DEFAULTS = Options(())


@record(frozen=True, slots=True)
class Key:
    name: str
    kind: str  # one of `written.KINDS`
    help: str  # a sentence
    allowed: tuple[str, ...] = ()  # the words of a choice; the formats or levels of a table
    example: str = ""  # as a settings file has it
    per_file: bool = False  # stands under per-file, too
    field: str = ""  # of Options, where it has another name

    @property
    def dest(self) -> str:
        """The field of Options."""
        return self.field or self.name.replace("-", "_")

    @property
    def variable(self) -> str:
        """The variable of the environment."""
        return PREFIX + self.name.replace("-", "_").upper()

    @property
    def default(self) -> Any:
        """The value where nobody gives one."""
        return getattr(_DEFAULTS, self.dest)


_GRAVEST = "Let findings of these rules be at most that grave, or turn the rules off."
_FILES = '{ "wire/*.txt" = { ignore = ["headline"], encoding = "cp1252" } }'
_COLOR = "Colour the text report; auto goes by NO_COLOR, FORCE_COLOR and the terminal."

KEYS = (
    Key("format", "choice", "Print the report in this format.", NAMES, '"text"'),
    Key("report", "reports", "Also write reports to files.", NAMES, '{ json = "all.json" }', field="reports"),
    Key("fail-on", "choice", "End with status 1 from this level on.", (*LEVELS, "never"), '"warning"'),
    Key("require-facts", "count", "End with status 1 if fewer figures were found in all.", (), "1"),
    Key("select", "selected", "Apply these rules only, by id, code or family; or all.", (), '["balance", "R18"]', True),
    Key("ignore", "names", "Leave out these rules, even if they are selected.", (), '["headline"]', True),
    Key("severity", "levels", _GRAVEST, (*LEVELS, "off"), '{ ratio = "warning", pace = "off" }', True),
    Key("unsuppressable", "names", "Let nobody set aside findings of these rules.", (), '["parts-make-whole"]'),
    Key("baseline", "file", "Let through the findings that this file lists.", (), '"known.json"'),
    Key("rules", "folders", "Also use the rules in these folders.", (), '["desk-rules"]'),
    Key("templates", "folder", "Take templates from this folder where it has them.", (), '"desk-templates"'),
    Key("include", "globs", "Read only such files of a folder.", (), '["articles/"]'),
    Key("exclude", "globs", "Leave such files and folders out of a folder.", (), '["drafts/", "requirements*.txt"]'),
    Key("force-exclude", "switch", "Leave out what is excluded even where it is named.", (), "true"),
    Key("gitignore", "switch", "Leave out of a folder what git ignores.", (), "true"),
    Key("encoding", "encoding", "Read the articles in this encoding.", (), '"cp1252"', True),
    Key("per-file", "per-file", "Settings for the files that a glob fits; of several, later ones win.", (), _FILES),
    Key("color", "choice", _COLOR, ("auto", "always", "never"), '"auto"'),
    Key("jobs", "count", "Check in so many processes; 0 for as many as there are processors.", (), "0"),
)  # fmt: skip
BY_NAME = {key.name: key for key in KEYS}
INNER = tuple(key.name for key in KEYS if key.per_file)


def meant(name: str, names: Iterable[str]) -> str:
    """A name that is none and those there are → what may have been meant."""
    names = tuple(names)
    return errors.meant(name.lower().replace("_", "-"), names, f"there are {', '.join(names)}")
