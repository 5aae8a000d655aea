"""The commands about rules: `rules` lists them, `explain` tells what one of them holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from checker import cli_flags as flags
from checker.errors import CheckerError
from checker.output import send
from checker.run import guarded

if TYPE_CHECKING:
    from checker.rule import Rule


@click.command("rules", context_settings=flags.SETTINGS)
@flags.format_("text", "json")
@flags.rules
@flags.debug
def list_rules(format_: str, rules: tuple[str, ...], debug: bool) -> int:
    """List the rules: id, catalogue code, severity, and what each one holds."""

    def act() -> int:
        from checker.pack import load_pack, manual
        from checker.render import rules_of

        send(rules_of(manual(load_pack(rules)), format_), None, exact=format_ == "json")
        return 0

    return guarded(act, debug)


@click.command(context_settings=flags.SETTINGS)
@click.argument("rule")
@flags.rules
@flags.debug
def explain(rule: str, rules: tuple[str, ...], debug: bool) -> int:
    """Tell what RULE holds: why, its arithmetic, examples and known false alarms.

    RULE is a rule's id or catalogue code, as `crossfoot rules` lists them.
    """

    def act() -> int:
        from checker.pack import load_pack, manual
        from checker.render import rule_of

        pack = load_pack(rules)
        send("\n\n".join(rule_of(found, pack) for found in find_rules(manual(pack), rule)), None)
        return 0

    return guarded(act, debug)


def find_rules(rules: tuple[Rule, ...], name: str) -> list[Rule]:
    """Rules and an id or a catalogue code, which several may share → those rules, or an error with the nearest ids."""
    found = [rule for rule in rules if rule.id == name] or [rule for rule in rules if name.upper() in rule.code.split()]
    if found:
        return found
    from difflib import get_close_matches

    near = get_close_matches(name, [rule.id for rule in rules], 3)
    meant = f"did you mean {' or '.join(near)}?" if near else "`crossfoot rules` lists them"
    raise CheckerError(f'no rule is named "{name}"; {meant}')
