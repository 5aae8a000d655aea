"""The commands and options of the witness: a language model that is asked what figures are about, and nothing else.

    crossfoot witness show article.txt            the masked text and the prompt, for any model, by hand
    crossfoot witness record desk/ article.txt answer.json
    check --witness desk/ article.txt
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from checker import cli_flags as flags
from checker.errors import CheckerError
from checker.output import say, send
from checker.run import Run, guarded

if TYPE_CHECKING:
    from checker.article import Article
    from checker.options import Options
    from checker.selection import Selection

_Decorated = TypeVar("_Decorated", bound=Callable[..., Any])

_order = click.option(
    "--order",
    type=click.Choice(("reading", "relations-first")),
    default="reading",
    show_default=True,
    help="In which the prompt asks; a statement for each makes two witnesses.",
)
_ASKED = (
    click.option(
        "--witness",
        metavar="URL|FOLDER",
        help="Ask a language model what figures are about: at an OpenAI-compatible address, or in recorded statements.",
    ),
    click.option("--witness-model", default="", metavar="NAME", help="The model to ask at the address."),
    click.option("--witness-second", default="", metavar="NAME", help="Ask a second model, too."),
    click.option(
        "--witness-statements",
        type=click.IntRange(1, 2),
        default=1,
        help="2 asks twice, in another order: what both say may be an error.",
    ),
    click.option("--witness-requests", type=click.IntRange(1), default=500, help="Ask no more often in one run."),
    click.option("--witness-cache/--no-witness-cache", default=True, help="Keep statements between runs."),
)


def asking(command: _Decorated) -> _Decorated:
    """A command that checks → the same with the options of the witness."""
    for option in reversed(_ASKED):
        command = option(command)
    return command


def announced(options: Options) -> Options:
    """What a run was asked to do → the same, what it sends out of the house told first."""
    if options.witness is not None:
        from checker.witness import witness_of

        if notice := witness_of(options).notice:
            say(f"note: {notice}")
    return options


@click.group(context_settings=flags.SETTINGS)
def witness() -> None:
    """Ask a language model what figures are about, never what they are."""


@witness.command(context_settings=flags.SETTINGS)
@click.argument("path")
@_order
@click.option("--json", "as_json", is_flag=True, help="Key, masked text and both parts of the prompt as JSON.")
@flags.rules
@flags.encoding
@flags.settings
@flags.debug
def show(path: str, order: str, as_json: bool, debug: bool, **_rest: Any) -> int:
    """Print what a witness is asked of the article PATH: the prompt, with the numbers masked."""

    def act() -> int:
        from json import dumps

        from checker.cassette import asked
        from checker.mask import mask
        from checker.prompt import VERSION, prompt

        masked = mask(_article(path).text)
        made = prompt(masked, order)
        if not as_json:
            send(made.text, None)
            return 0
        fields = {
            "path": path,
            "text": asked(masked, "", VERSION, order).key.partition("-")[0],
            "prompt": VERSION,
            "order": order,
            "masked": masked.text,
            "tokens": [{"id": token.id, "start": token.start, "end": token.end} for token in masked.tokens],
            "system": made.system,
            "user": made.user,
        }
        send(dumps(fields, ensure_ascii=False, indent=1) + "\n", None, exact=True)
        return 0

    return guarded(act, debug)


@witness.command(context_settings=flags.SETTINGS)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--record", required=True, metavar="FOLDER", help="Write the statements into this folder.")
@asking
@flags.rules
@flags.encoding
@flags.settings
@flags.debug
def ask(record: str, witness: str | None, debug: bool, **_rest: Any) -> int:
    """Ask a model about articles and record its statements, a file each, for checks without a network."""

    def act() -> int:
        from checker.mask import mask
        from checker.source import load
        from checker.witness import witness_of

        if not witness:
            raise CheckerError("name the address to ask, as in --witness https://HOST/v1")
        options = flags.options(**flags.NO_GATE)
        asked = witness_of(options)
        if asked.endpoint is None:
            raise CheckerError("name an address to ask; this is a folder", witness)
        if asked.notice:
            say(f"note: {asked.notice}")
        asked.record = record
        run = Run(options)
        failed = 0
        selection = _selection(options)
        for source in run.sources():
            try:
                masked = mask(load(source, selection.of(source.path).encoding).text)
            except CheckerError as error:
                run.problem(error.place or source.path, error.message)
                continue
            for answer in asked.answers(masked):
                failed += bool(answer.failure)
                say(f"{source.path}: {answer.model}: {answer.failure or 'recorded as ' + answer.key}")
        return run.status() or (2 if failed else 0)

    return guarded(act, debug)


@witness.command(context_settings=flags.SETTINGS)
@click.argument("path")
@click.option("--witness", "kept", required=True, type=flags.FOLDER, metavar="FOLDER", help="Of recorded statements.")
@flags.rules
@flags.encoding
@flags.settings
@flags.debug
def verify(path: str, kept: str, debug: bool, **_rest: Any) -> int:
    """Print what was accepted of the statements recorded for the article PATH, what was dropped, and why."""

    def act() -> int:
        from checker.pipeline import check
        from checker.render import witnesses_of
        from checker.source import Source, load
        from checker.witness import UNRECORDED, open_witness

        chosen = _selection(flags.options()).of(path)
        report = check(load(Source(path), chosen.encoding), chosen.pack)
        report = open_witness(kept).hear(report, chosen.pack)
        if all(one.failure == UNRECORDED for one in report.witnesses):
            raise CheckerError("no statement is recorded for this article as it stands", path)
        send(witnesses_of(report), None)
        return 0

    return guarded(act, debug)


@witness.command(context_settings=flags.SETTINGS)
@click.argument("into", metavar="FOLDER")
@click.argument("path")
@click.argument("statement", metavar="STATEMENT.json")
@click.option("--model", default="by hand", show_default=True, help="Who gave the statement.")
@_order
@flags.rules
@flags.encoding
@flags.settings
@flags.debug
def record(into: str, path: str, statement: str, model: str, order: str, debug: bool, **_rest: Any) -> int:
    """Record a STATEMENT that a model gave by hand on the article PATH in FOLDER."""

    def act() -> int:
        from checker import cassette
        from checker.mask import mask
        from checker.prompt import VERSION
        from checker.source import Source
        from checker.statement import UnreadableError, parsed, statement_of

        masked = mask(_article(path).text)
        try:
            value = parsed(Source(statement).read().decode("utf-8"))
            found = statement_of(value)
        except (UnreadableError, UnicodeDecodeError) as error:
            raise CheckerError(f"holds no statement: {error}", statement) from None
        answer = cassette.asked(masked, model, VERSION, order)
        kept = cassette.keep(into, cassette.Answer(model, VERSION, order, answer.key, value))
        for drop in found.dropped:
            say(f"{statement}: dropped: {drop.what}: {drop.why}")
        say(f"recorded as {kept}")
        return 0

    return guarded(act, debug)


def _article(path: str) -> Article:
    """The article as `check` reads it, so that the keys of its statements are the same."""
    from checker.source import Source, load

    return load(Source(path), _selection(flags.options()).of(path).encoding)


def _selection(options: Options) -> Selection:
    from checker.pack import load_pack
    from checker.selection import Selection, resolved

    pack = load_pack(options.rules)
    return Selection(resolved(options, pack), pack)
