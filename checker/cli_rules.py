"""The commands about rules: `rules` lists them, `explain` tells what one of them holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from checker import cli_flags as flags
from checker.output import send
from checker.run import guarded
from checker.selection import by_code, unknown
from checker.witnessrule import WITNESS

if TYPE_CHECKING:
    from checker.rule import Rule


@click.command("rules", context_settings=flags.SETTINGS)
@flags.format_("text", "json")
@flags.rules
@flags.settings
@flags.debug
def list_rules(format_: str, debug: bool, **_rest: Any) -> int:
    """List the rules: id, catalogue code, severity, and what each one holds."""

    def act() -> int:
        from checker.pack import load_pack, manual
        from checker.render import rules_of

        send(rules_of((*manual(load_pack(flags.options().rules)), WITNESS), format_), None, exact=format_ == "json")
        return 0

    return guarded(act, debug)


@click.command(context_settings=flags.SETTINGS)
@click.argument("rule", shell_complete=flags.rule_names)
@flags.rules
@flags.settings
@flags.debug
def explain(rule: str, debug: bool, **_rest: Any) -> int:
    """Tell what RULE holds: why, its arithmetic, examples and known false alarms.

    RULE is a rule's id or catalogue code, as `crossfoot rules` lists them.
    """

    def act() -> int:
        from checker.pack import load_pack, manual
        from checker.render import rule_of

        pack = load_pack(flags.options().rules)
        send("\n\n".join(rule_of(found, pack) for found in find_rules((*manual(pack), WITNESS), rule)), None)
        return 0

    return guarded(act, debug)


def find_rules(rules: tuple[Rule, ...], name: str) -> list[Rule]:
    """Rules and an id or a catalogue code, which several may share → those rules, or an error with the nearest ids."""
    found = [rule for rule in rules if rule.id == name] or list(by_code(name, rules))
    if not found:
        raise unknown(name, rules)
    return found
