"""Rules by name and files by glob → which rules an article is held against, and how grave their findings may be.

    Selection(options, pack).of("wire/a.txt") → Choice(a pack of fewer rules, {"pace": "note"}, "cp1252")

A level that somebody sets is a cap. What a finding rests on was judged when it was made, and no setting makes it surer:
a warning stays a warning under "error".
"""

from __future__ import annotations

from checker.errors import CheckerError, meant
from checker.finding import LEVELS
from checker.record import record, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from checker.finding import Report
    from checker.glob import Globs
    from checker.options import Options
    from checker.pack import Pack
    from checker.rule import Rule

    Levels = tuple[tuple[str, str], ...]

ALL, OFF = "all", "off"


@record(frozen=True, slots=True)
class Choice:
    """How one file is checked."""

    pack: Pack
    caps: Mapping[str, str]  # rule id → the gravest level its findings may have, or "off"
    encoding: str | None
    ran: frozenset[str]  # ids of the pack's rules


class Selection:
    """The choice for each file; files that the same globs fit share one."""

    def __init__(self, options: Options, pack: Pack) -> None:
        self._options, self._pack = options, pack
        self._globs = _globs(options) if options.per_file else ()
        self._made: dict[tuple[bool, ...], Choice] = {}

    def of(self, path: str) -> Choice:
        """The path of a file, or "-" → how it is checked."""
        fits = tuple(path != "-" and globs.fit(path) for globs in self._globs)
        if fits not in self._made:
            self._made[fits] = self._choice(fits)
        return self._made[fits]

    def _choice(self, fits: tuple[bool, ...]) -> Choice:
        run = self._options
        own = [one for one, fit in zip(run.per_file, fits, strict=True) if fit]
        if not own and _is_plain(run):
            return _chosen(self._pack, {}, run.encoding)
        from checker.witnessrule import RULE

        rules = named_rules(self._pack)
        selected = next((one.select for one in reversed(own) if one.select is not None), run.select)
        ignored = (*run.ignore, *(name for one in own for name in one.ignore))
        caps: dict[str, str] = {}
        for table in (run.severity, *(one.severity for one in own)):
            caps |= _levels(table, rules)
        out = {rule.id for rule in rules} - _ids(selected, rules) | _ids(ignored, rules)
        out |= {rule for rule, level in caps.items() if level == OFF}
        caps = {rule: level for rule, level in caps.items() if level != OFF}
        if RULE in out:  # no pack holds it: its findings are left out when they are there
            caps[RULE] = OFF
        encoding = next((one.encoding for one in reversed(own) if one.encoding), run.encoding)
        return _chosen(_without(self._pack, out), caps, encoding)


def _chosen(pack: Pack, caps: Mapping[str, str], encoding: str | None) -> Choice:
    return Choice(pack, caps, encoding, frozenset(rule.id for rule in pack.rules))


def _is_plain(options: Options) -> bool:
    """Do the settings of a run leave all rules as they are?"""
    return options.select == (ALL,) and not (options.ignore or options.severity)


def resolved(options: Options, pack: Pack) -> Options:
    """Options → the same, every rule in them known to be one, and the unsuppressable ones by their ids."""
    if _is_plain(options) and not (options.unsuppressable or options.per_file):
        return options
    places, rules = dict(options.origins), named_rules(pack)
    names = [(name, key) for key in ("select", "ignore", "unsuppressable") for name in getattr(options, key)]
    names += [(name, "severity") for name, _ in options.severity]
    for one in options.per_file:
        inner = (*(one.select or ()), *one.ignore, *(name for name, _ in one.severity))
        names += [(name, "per-file") for name in inner]
    for name, key in names:
        if name != ALL and not rules_named(name, rules):
            raise unknown(name, rules, places.get(key, ""))
    if not options.unsuppressable:
        return options
    return replace(options, unsuppressable=tuple(sorted(_ids(options.unsuppressable, rules))))


def capped(report: Report, caps: Mapping[str, str]) -> Report:
    """A report and the gravest level of each rule's findings → the report, no finding graver or off, ids as before."""
    if not report.findings or not caps:
        return report
    left = [(one, caps.get(one.rule, one.level)) for one in report.findings]
    findings = (replace(one, level=max(one.level, cap, key=LEVELS.index)) for one, cap in left if cap != OFF)
    return replace(report, findings=tuple(findings))


def named_rules(pack: Pack) -> tuple[Rule, ...]:
    """A pack → all rules that a setting may name: its own, and the one for what witnesses bind."""
    from checker.witnessrule import WITNESS  # for those who name rules

    return (*pack.rules, WITNESS)


def rules_named(name: str, rules: tuple[Rule, ...]) -> tuple[Rule, ...]:
    """An id, a catalogue code, a family or "all" → the rules that are meant; none if it is none of these."""
    if name == ALL:
        return rules
    by_id = tuple(rule for rule in rules if rule.id == name)
    return by_id or by_code(name, rules) or tuple(rule for rule in rules if rule.family == name)


def by_code(code: str, rules: Iterable[Rule]) -> tuple[Rule, ...]:
    """A catalogue code, which several rules may share → those rules."""
    return tuple(rule for rule in rules if code.upper() in rule.code.split())


def unknown(name: str, rules: tuple[Rule, ...], place: str = "") -> CheckerError:
    """A name that is no rule's → the error, with the nearest names."""
    families = dict.fromkeys(rule.family for rule in rules)
    names = (*(rule.id for rule in rules), *families, ALL)
    return CheckerError(f'no rule is named "{name}"; {meant(name, names, "`crossfoot rules` lists them")}', place)


def _globs(options: Options) -> tuple[Globs, ...]:
    from checker.glob import Globs  # for desks that treat some files otherwise

    return tuple(Globs((one.glob,), options.folder) for one in options.per_file)


def _ids(names: Iterable[str], rules: tuple[Rule, ...]) -> set[str]:
    return {rule.id for name in names for rule in rules_named(name, rules)}


def _levels(table: Levels, rules: tuple[Rule, ...]) -> dict[str, str]:
    """Names and levels → rule ids and levels; the name of fewer rules wins, of two as narrow the later."""
    named = [(rules_named(name, rules), level) for name, level in table]
    return {rule.id: level for found, level in sorted(named, key=lambda one: -len(one[0])) for rule in found}


def _without(pack: Pack, out: set[str]) -> Pack:
    return replace(pack, rules=tuple(rule for rule in pack.rules if rule.id not in out)) if out else pack
