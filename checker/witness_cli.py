"""The commands and options of the witness: a language model that is asked what figures are about, and nothing else.

    crossfoot witness show article.txt            the masked text and the prompt, for any model, by hand
    crossfoot witness record desk/ article.txt answer.json
    check --witness desk/ article.txt
"""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from checker.errors import CheckerError
from checker.output import say, send
from checker.run import Options, Run, guarded

if TYPE_CHECKING:
    from checker.article import Article
    from checker.witness import Witness

_Decorated = TypeVar("_Decorated", bound=Callable[..., Any])

_SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 100}
_FOLDER = click.Path(exists=True, file_okay=False)
_debug = click.option("--debug", is_flag=True, help="Show the trace of an internal error.")
_encoding = click.option("--encoding", metavar="NAME", help="Read the articles in this encoding, as in cp1252.")
_rules = click.option("--rules", multiple=True, type=_FOLDER, metavar="DIR", help="Also use the rules in this folder.")
_order = click.option(
    "--order",
    type=click.Choice(("reading", "relations-first")),
    default="reading",
    show_default=True,
    help="In which the prompt asks; a statement for each makes two witnesses.",
)
_ASKED = (
    click.option("--witness-model", default="", metavar="NAME", help="The model to ask at the address."),
    click.option("--witness-second", default="", metavar="NAME", help="Ask a second model, too."),
    click.option(
        "--witness-statements",
        type=click.IntRange(1, 2),
        default=1,
        help="2 asks twice, in another order: what both say may be an error.",
    ),
    click.option("--witness-requests", type=click.IntRange(1), default=500, help="Ask no more often in one run."),
    click.option("--no-witness-cache", is_flag=True, help="Keep no statement between runs, and use none."),
)
_place = click.option(
    "--witness",
    metavar="URL|FOLDER",
    help="Ask a language model what figures are about: at an OpenAI-compatible address, or in recorded statements.",
)


def witness_options(command: _Decorated) -> _Decorated:
    """A command that checks → the same with the options of the witness, which it gets as one `witness`."""
    from functools import wraps

    @wraps(command)
    def opened(*args: Any, **given: Any) -> Any:
        asked = {name: given.pop(name) for name in _NAMES}
        place = given.pop("witness")
        found: list[Witness] = []
        status = guarded(lambda: _open(found, place, asked), given.get("debug", False)) if place else 0
        return status or command(*args, witness=found[0] if found else None, **given)

    for option in (*reversed(_ASKED), _place):
        opened = option(opened)
    return opened  # type: ignore[return-value]


_NAMES = ("witness_model", "witness_second", "witness_statements", "witness_requests", "no_witness_cache")


def _open(found: list[Witness], place: str, asked: dict[str, Any]) -> int:
    from checker.witness import open_witness

    found.append(
        open_witness(
            place,
            model=asked["witness_model"],
            second=asked["witness_second"],
            statements=asked["witness_statements"],
            cache=not asked["no_witness_cache"],
            requests=asked["witness_requests"],
        )
    )
    return 0


@click.group(context_settings=_SETTINGS)
def witness() -> None:
    """Ask a language model what figures are about, never what they are."""


@witness.command(context_settings=_SETTINGS)
@click.argument("path")
@_order
@click.option("--json", "as_json", is_flag=True, help="Key, masked text and both parts of the prompt as JSON.")
@_encoding
@_debug
def show(path: str, order: str, as_json: bool, encoding: str | None, debug: bool) -> int:
    """Print what a witness is asked of the article PATH: the prompt, with the numbers masked."""

    def act() -> int:
        from json import dumps

        from checker.cassette import asked
        from checker.mask import mask
        from checker.prompt import VERSION, prompt

        masked = mask(_article(path, encoding).text)
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


@witness.command(context_settings=_SETTINGS)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--record", required=True, metavar="FOLDER", help="Write the statements into this folder.")
@_place
@_encoding
@_debug
def ask(paths: tuple[str, ...], record: str, witness: str, encoding: str | None, debug: bool, **asked: Any) -> int:
    """Ask a model about articles and record its statements, a file each, for checks without a network."""

    def act() -> int:
        from checker.mask import mask
        from checker.source import load

        if not witness:
            raise CheckerError("name the address to ask, as in --witness https://HOST/v1")
        found: list[Witness] = []
        _open(found, witness, asked)
        asking = found[0]
        if asking.endpoint is None:
            raise CheckerError("name an address to ask; this is a folder", witness)
        if asking.notice:
            say(f"note: {asking.notice}")
        asking.record = record
        run = Run(Options(paths))
        failed = 0
        for source in run.sources():
            for answer in asking.answers(mask(load(source, encoding).text)):
                failed += bool(answer.failure)
                say(f"{source.path}: {answer.model}: {answer.failure or 'recorded as ' + answer.key}")
        return run.status() or (2 if failed else 0)

    return guarded(act, debug)


for _option in reversed(_ASKED):
    ask = _option(ask)


@witness.command(context_settings=_SETTINGS)
@click.argument("path")
@click.option("--witness", "folder", required=True, type=_FOLDER, metavar="FOLDER", help="Of recorded statements.")
@_rules
@_encoding
@_debug
def verify(path: str, folder: str, rules: tuple[str, ...], encoding: str | None, debug: bool) -> int:
    """Print what was accepted of the statements recorded for the article PATH, what was dropped, and why."""

    def act() -> int:
        from checker.pack import load_pack
        from checker.pipeline import check
        from checker.render import witnesses_of
        from checker.witness import open_witness

        pack = load_pack(rules)
        report = open_witness(folder).hear(check(_article(path, encoding), pack), pack)
        if not report.witnesses:
            raise CheckerError("no statement is recorded for this article as it stands", path)
        send(witnesses_of(report), None)
        return 0

    return guarded(act, debug)


@witness.command(context_settings=_SETTINGS)
@click.argument("folder", metavar="FOLDER")
@click.argument("path")
@click.argument("statement", metavar="STATEMENT.json")
@click.option("--model", default="by hand", show_default=True, help="Who gave the statement.")
@_order
@_encoding
@_debug
def record(folder: str, path: str, statement: str, model: str, order: str, encoding: str | None, debug: bool) -> int:
    """Record a STATEMENT that a model gave by hand on the article PATH in FOLDER."""

    def act() -> int:
        from checker import cassette
        from checker.mask import mask
        from checker.prompt import VERSION
        from checker.source import Source
        from checker.statement import UnreadableError, parsed, statement_of

        masked = mask(_article(path, encoding).text)
        try:
            value = parsed(Source(statement).read().decode("utf-8"))
            found = statement_of(value)
        except (UnreadableError, UnicodeDecodeError) as error:
            raise CheckerError(f"holds no statement: {error}", statement) from None
        answer = cassette.asked(masked, model, VERSION, order)
        os.makedirs(folder, exist_ok=True)
        kept = cassette.keep(folder, cassette.Answer(model, VERSION, order, answer.key, value))
        for drop in found.dropped:
            say(f"{statement}: dropped: {drop.what}: {drop.why}")
        say(f"recorded as {kept}")
        return 0

    return guarded(act, debug)


def _article(path: str, encoding: str | None) -> Article:
    from checker.source import Source, load

    return load(Source(path), encoding)
