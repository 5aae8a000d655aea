"""What a run is asked to do: the settings of `check PATH…`."""

from __future__ import annotations

from checker.record import record

PREFIX = "CROSSFOOT_"  # of the variables of the environment that are settings


@record(frozen=True, slots=True)
class PerFile:
    """What is otherwise for the files that a glob fits."""

    glob: str  # as in a .gitignore, over the path from `Options.folder`
    select: tuple[str, ...] | None = None  # instead of the run's
    ignore: tuple[str, ...] = ()  # besides the run's
    severity: tuple[tuple[str, str], ...] = ()  # after the run's
    encoding: str | None = None


@record(frozen=True, slots=True)
class Options:
    paths: tuple[str, ...]
    format: str = "text"  # a name in `formats`
    output: str | None = None  # a file instead of standard output
    reports: tuple[tuple[str, str], ...] = ()  # further reports of the same run: (format, file)
    fail_on: str = "error"  # error, warning, note, never
    require_facts: int = 0  # figures that a run has to read, or it ends in status 1
    rules: tuple[str, ...] = ()  # folders of a desk's own rules
    encoding: str | None = None
    color: str = "auto"  # auto, always, never
    verbosity: int = 0  # below 0 findings only, above 0 every figure
    jobs: int = 1  # processes; 0 means as many as the machine has processors
    gitignore: bool = True  # a folder's files that git ignores are left out
    templates: str | None = None  # a folder of a desk's own templates
    debug: bool = False
    select: tuple[str, ...] = ("all",)  # rules by id, code or family
    ignore: tuple[str, ...] = ()
    severity: tuple[tuple[str, str], ...] = ()  # (rules by name, the gravest level their findings may have, or off)
    unsuppressable: tuple[str, ...] = ()  # rules whose findings nobody may silence
    baseline: str | None = None  # a file of findings that are known
    update_baseline: bool = False  # take out of it what is gone
    add_to_baseline: bool = False  # put into it what would fail
    today: str | None = None  # "2031-04-05", for decisions that end
    # No settings file can set these: only who runs the check may send words out of the house.
    witness: str | None = None  # an address to ask what figures are about, or a folder of recorded statements
    witness_model: str = ""
    witness_second: str = ""  # another model
    witness_statements: int = 1  # 2: ask the same model twice, in another order
    witness_requests: int = 500
    witness_cache: bool = True
    include: tuple[str, ...] = ()  # globs: of a folder only what one of them fits; none means everything
    exclude: tuple[str, ...] = ()  # globs: what a folder is not searched for
    force_exclude: bool = False  # what is named goes by `exclude`, too
    per_file: tuple[PerFile, ...] = ()  # of several that fit, the later ones win
    folder: str = ""  # that globs start from: where the settings file stands, or the current folder
    origins: tuple[tuple[str, str], ...] = ()  # setting → where it was made, for what is found wrong with it later
