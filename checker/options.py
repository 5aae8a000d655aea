"""What a run is asked to do: the settings of `check PATH…`."""

from __future__ import annotations

from checker.record import record


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
