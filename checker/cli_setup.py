"""The commands that set a desk up: `config` shows its settings, `init` writes them, `completion` is for the shell."""

from __future__ import annotations

import os
from typing import Any

import click

from checker import cli_flags as flags
from checker.config import Asked, layered, settings_file, strangers
from checker.errors import CheckerError
from checker.output import send
from checker.run import guarded
from checker.summary import counted

# What `init` writes: an option, the file, and the template in reports/init/; the settings have no option.
GATES = {
    "github": (".github/workflows/figures.yml", "github.yml"),
    "gitlab": (".gitlab-ci.yml", "gitlab.yml"),
    "pre-commit": (".pre-commit-config.yaml", "pre-commit.yaml"),
}
SCRIPTS = ("check", "crossfoot")
SHELLS = ("bash", "zsh", "fish")


@click.command("config", context_settings=flags.SETTINGS)
@click.argument("file", required=False, type=click.Path(exists=True, dir_okay=False))
@click.option("--show", "act", flag_value="show", help="Show every setting and where it was made (the default).")
@click.option("--check", "act", flag_value="check", help="Say whether the settings are in order, as with a FILE.")
@click.option("--schema", "act", flag_value="schema", help="Print the JSON Schema of a settings file.")
@flags.format_("text", "json")
@flags.settings
@flags.debug
def show_config(*, file: str | None, act: str | None, format_: str, debug: bool, **_rest: Any) -> int:
    """Show the settings that count here, and where each of them was made; or check those in FILE."""

    def show() -> int:
        from checker.settingdoc import shown

        asked = flags.asked()
        found = settings_file(asked)
        send(shown(layered({}, asked, found), found, strangers(), format_), None, exact=format_ == "json")
        return 0

    def schema() -> int:
        send(schema_text(), None, exact=True)
        return 0

    def check() -> int:
        from checker.pack import load_pack
        from checker.selection import resolved

        asked = Asked((file,)) if file else flags.asked()
        options = flags.options(asked)
        resolved(options, load_pack(options.rules))
        found = settings_file(asked)
        send(f"{found or 'no settings file'}: {counted(len(options.origins), 'setting')}, in order\n", None)
        return 0

    return guarded({"schema": schema, "check": check}.get(act or ("check" if file else "show"), show), debug)


def schema_text() -> str:
    """The JSON Schema of a settings file, as it is published in reports/config.schema.json."""
    from json import dumps

    from checker.settingdoc import schema

    return dumps(schema(), indent=2) + "\n"


@click.command(context_settings=flags.SETTINGS)
@click.option("--github", is_flag=True, help="Also write a workflow for GitHub, with alerts.")
@click.option("--gitlab", is_flag=True, help="Also write a job for GitLab, with a code quality report.")
@click.option("--pre-commit", is_flag=True, help="Also write a hook for pre-commit.")
@click.option("--print", "printed", is_flag=True, help="Print the files instead of writing them.")
@flags.debug
def init(*, printed: bool, debug: bool, **gates: bool) -> int:
    """Write a settings file in which every setting is explained, and what puts the gate into a repository.

    Nothing that is there is overwritten. With settings here already, only what is asked for beside them is written.
    """

    def act() -> int:
        files = new_files([name.replace("_", "-") for name, asked in gates.items() if asked])
        if printed:
            send("\n".join(f"# {path}\n{text}" for path, text in files), None)
            return 0
        taken = [path for path, _ in files if os.path.lexists(path)]
        if taken:
            raise CheckerError("this is there already, and nothing was written; --print shows what to add", taken[0])
        for path, text in files:
            os.makedirs(os.path.dirname(path) or os.curdir, exist_ok=True)
            send(text, path)
        written = "".join(f"wrote {path}\n" for path, _ in files)
        send(f"{written}next: check .\n", None)
        return 0

    return guarded(act, debug)


def new_files(gates: list[str]) -> list[tuple[str, str]]:
    """The gates asked for → the files of a new desk and their texts; no settings beside those that are here."""
    from checker.resources import reports_folder
    from checker.settingdoc import commented
    from checker.settingsfile import NAMES, here

    files = []
    if not (gates and here()):
        files.append(((*here(), NAMES[0])[0], commented()))
    for name in gates:
        path, template = GATES[name]
        with open(os.path.join(reports_folder(), "init", template), encoding="utf-8") as file:
            files.append((path, file.read()))
    return files


@click.command(context_settings=flags.SETTINGS)
@click.argument("shell", type=click.Choice(SHELLS))
@flags.debug
def completion(shell: str, debug: bool) -> int:
    """Print what makes SHELL complete the words of `check` and `crossfoot`.

    For bash, add this line to ~/.bashrc: eval "$(crossfoot completion bash)"
    """

    def act() -> int:
        from click.shell_completion import get_completion_class

        made = get_completion_class(shell)
        assert made is not None  # SHELLS are click's own
        for name in SCRIPTS:
            send(made(click.Command(name), {}, name, f"_{name.upper()}_COMPLETE").source(), None)
        return 0

    return guarded(act, debug)
