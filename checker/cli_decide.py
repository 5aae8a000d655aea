"""`crossfoot decide`: the findings of an article one by one, a key and a reason each; or one decision by options."""

from __future__ import annotations

import sys
from collections import Counter
from typing import TYPE_CHECKING, Any

import click

from checker import cli_flags as flags
from checker.cli_witness import announced, asking
from checker.output import put, say
from checker.run import OK, guarded
from checker.summary import counted

if TYPE_CHECKING:
    from checker.decide import Docket
    from checker.finding import Finding

_KEYS = {"a": "accepted", "x": "false-alarm", "c": "source-confirmed", "s": "needs-source"}
_HELP = """\
  a  accepted: the figures stand as they are
  x  false alarm: they were read wrongly
  c  confirmed by a source
  s  needs a source: noted, and the finding stands
  k  skip    u  undo the last one    q  quit    ?  this help
"""
_WAYS = "give --finding, --verdict and --reason together, or one of --list, --prune and --import, or none to be asked"


@click.command(context_settings=flags.SETTINGS)
@click.argument("article")
@click.option("--finding", metavar="RULE:ID", help="Decide this finding, named as the report names it.")
@click.option("--verdict", metavar="VERDICT", help="accepted, false-alarm, source-confirmed, needs-source or fixed.")
@click.option("--reason", metavar="TEXT", help="Why, in ten characters or more.")
@click.option("--evidence", default="", metavar="URL", help="Where that can be seen.")
@click.option("--by", default="", metavar="NAME", help="Who decides.")
@click.option("--until", default="", metavar="DATE", help="The last day on which the decision holds, as in 2031-04-05.")
@click.option("--list", "list_", is_flag=True, help="List the decisions, and how each of them stands.")
@click.option("--prune", is_flag=True, help="Remove the decisions whose finding is gone or has other figures now.")
@click.option("--import", "import_", metavar="FILE", help="Take over the decisions of another file.")
@asking
@flags.rules
@flags.encoding
@flags.settings
@flags.debug
def decide(
    article: str,
    finding: str | None,
    verdict: str | None,
    reason: str | None,
    list_: bool,
    prune: bool,
    import_: str | None,
    debug: bool,
    evidence: str,
    by: str,
    until: str,
    **_rest: Any,
) -> int:
    """Answer the findings of ARTICLE, so that they fail no check as long as its figures stay as they are.

    What is decided is written into ARTICLE.decisions.toml, or into the decisions.toml of its folder if there is one.
    """
    by_name = (finding, verdict, reason)
    if sum((any(by_name), list_, prune, import_ is not None)) > 1 or (any(by_name) and None in by_name):
        raise click.UsageError(_WAYS)
    said = {"evidence": evidence, "by": by, "until": until}

    def act() -> int:
        from checker.decide import docket, listing

        case = docket(article, announced(flags.options(paths=(article,))))
        if finding and verdict and reason:
            _decide(case, finding, verdict, reason, said)
        elif list_:
            put(listing(case), sys.stdout)
        elif prune:
            _prune(case)
        elif import_ is not None:
            _import(case, import_)
        else:
            _walk(case, said)
        return OK

    return guarded(act, debug)


def _decide(case: Docket, name: str, verdict: str, reason: str, said: dict[str, str]) -> None:
    from checker.decide import decision_on, named
    from checker.decision import enter

    path = enter(case.article, decision_on(case, named(case, name), verdict, reason, **said))
    say(f"{path}: {name} {verdict}")


def _prune(case: Docket) -> None:
    from checker.decide import prune

    for one in prune(case):
        say(f"{one.decision.place}: removed, {one.state}: {one.message}")


def _import(case: Docket, path: str) -> None:
    from checker.decide import merge
    from checker.decision import sidecar

    counts = Counter(state for state, _ in merge(case.article, path))
    told = f"{counts['added']} added, {counts['replaced']} replaced, {counts['there']} there already"
    foreign = f"; {counted(counts['foreign'], 'decision')} on other articles left out" if counts["foreign"] else ""
    say(f"{sidecar(case.article)}: {told}{foreign}")


def _walk(case: Docket, said: dict[str, str]) -> None:
    """The findings that wait → decided one by one, each written at once, so that leaving loses nothing."""
    from checker.decide import decision_on
    from checker.decision import Decision, enter, on_article, withdraw
    from checker.render import by_level

    waiting = by_level(case.waiting)
    done: list[tuple[int, Decision, Decision | None]] = []
    at = 0
    try:
        while at < len(waiting):
            key = _asked(case, waiting[at], f"{at + 1} of {len(waiting)}")
            if key == "q":
                break
            if key == "k":
                at += 1
            elif key == "u":
                if done:
                    at, last, before = done.pop()
                    withdraw(case.article, [last])
                    if before is not None:
                        enter(case.article, before)
            elif reason := _reason():
                evidence = said["evidence"] or _line("evidence, if any")
                one = decision_on(case, waiting[at], _KEYS[key], reason, **said | {"evidence": evidence})
                before = next((old for old in on_article(case.article) if old.finding == one.finding), None)
                enter(case.article, one)
                done.append((at, one, before))
                at += 1
    except click.Abort:
        put("\n", sys.stdout)
    left = len(waiting) - len(done)
    put(f"{counted(len(done), 'decision')} written, {counted(left, 'finding')} left.\n", sys.stdout)


def _asked(case: Docket, finding: Finding, where: str) -> str:
    """A finding, shown → the key that was pressed."""
    from checker.decide import before
    from checker.record import replace
    from checker.render import text_of

    told = before(case, finding)
    put(text_of(replace(case.report, findings=(finding,))) + (told and told + "\n"), sys.stdout)
    while (key := _line(f"{where} [{'/'.join(_KEYS)}/k/u/q/?]")) not in {*_KEYS, "k", "u", "q"}:
        put(_HELP, sys.stdout)
    return key


def _reason() -> str:
    """The reason that was typed; "" to go back."""
    from checker.decision import ENOUGH

    while 0 < len(reason := _line("reason, or nothing to go back")) < ENOUGH:
        put(f"  {ENOUGH} characters or more, please.\n", sys.stdout)
    return reason


def _line(prompt: str) -> str:
    return str(click.prompt(prompt, default="", show_default=False)).strip()
