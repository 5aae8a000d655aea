"""Rule files → rules: read from TOML and checked before anything uses them.

    rules/ratio/growth-from-levels.toml → Rule(id="growth-from-levels", family="ratio", …)

Reading TOML and parsing relations happens when rules are compiled, never on the way to a clean report.
"""

from __future__ import annotations

import os
import re

from checker.errors import CheckerError, nearest
from checker.expression import parse, roles_of
from checker.rule import Example, Reading, Role, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

SEVERITIES = ("error", "warning", "note")
DOMAINS = ("positive", "non-negative", "percent", "growth")
REQUIRED = ("id", "family", "code", "severity", "message", "conclusion", "roles", "docs")
KEYS = (*REQUIRED, "relation", "same", "reading", "consistent", "boundary", "inconsistent")
DOCS = ("what", "why", "known_problems", "reference")
EXAMPLES = {"consistent": 2, "boundary": 1, "inconsistent": 1}  # how many a rule needs of each


def load(path: str) -> Rule:
    """A rule file → its rule, or an error that says what to mend."""
    import tomllib

    try:
        with open(path, encoding="utf-8") as file:
            text = file.read()
    except (OSError, UnicodeDecodeError) as error:
        raise CheckerError(f"cannot read the rule file: {error}", path) from None
    try:
        table = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        line = re.search(r"at line (\d+)", str(error))
        raise CheckerError(f"not valid TOML: {error}", f"{path}:{line[1]}" if line else path) from None
    return _File(path, text).rule(table)


class _File:
    """One rule file being read: its table turned into a rule, its mistakes into messages with a line."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.lines = text.splitlines()

    def wrong(self, message: str, key: str = "", after: str = "") -> CheckerError:
        """What is wrong, and the key or [table] it is about → the error, placed at its line."""
        start = self.line(rf"\s*\[+\s*{re.escape(after)}\s*\]", 0) if after else 0
        line = self.line(rf"\s*\[*\s*\"?{re.escape(key)}\"?\s*(=|\])", start or 0) if key else start or None
        return CheckerError(message, f"{self.path}:{line or start}" if line or start else self.path)

    def line(self, pattern: str, start: int) -> int | None:
        numbered = enumerate(self.lines[max(start - 1, 0) :], max(start, 1))
        return next((number for number, line in numbered if re.match(pattern, line)), None)

    def rule(self, table: Mapping[str, object]) -> Rule:
        self.known(table, KEYS, "")
        for key in REQUIRED:
            if key not in table:
                raise self.wrong(f'"{key}" is missing; a rule needs {", ".join(REQUIRED)}')
        identity = self.identity(table)
        roles = self.roles(table["roles"])
        severity = self.choice(table, "severity", SEVERITIES)
        conclusion = self.choice(table, "conclusion", tuple(role.name for role in roles))
        message = self.text(table, "message")
        self.placeholders(message, roles)
        return Rule(
            id=identity[0],
            family=identity[1],
            code=self.text(table, "code"),
            severity=severity,
            formulas=self.formulas(table, roles),
            message=message,
            conclusion=conclusion,
            same=self.texts(table.get("same", []), "same"),
            roles=roles,
            docs=self.docs(table["docs"]),
            examples=tuple(example for kind in EXAMPLES for example in self.examples(table, kind)),
        )

    def identity(self, table: Mapping[str, object]) -> tuple[str, str]:
        stem = os.path.splitext(os.path.basename(self.path))[0]
        folder = os.path.basename(os.path.dirname(os.path.abspath(self.path)))
        name, family = self.text(table, "id"), self.text(table, "family")
        if name != stem:
            raise self.wrong(f'id "{name}" differs from the file name; write id = "{stem}" or rename the file', "id")
        if family != folder:
            raise self.wrong(f'family "{family}" differs from the folder "{folder}"; make them agree', "family")
        return name, family

    def known(self, table: Mapping[str, object], keys: Iterable[str], after: str) -> None:
        for key in table:
            if key not in keys:
                raise self.wrong(f'unknown key "{key}"; {nearest(key, tuple(keys))}', key, after)

    def text(self, table: Mapping[str, object], key: str, after: str = "") -> str:
        value = table.get(key)
        if not isinstance(value, str) or not value.strip():
            raise self.wrong(f'"{key}" must be a text that is not empty', key, after)
        return value

    def texts(self, value: object, key: str, after: str = "") -> tuple[str, ...]:
        if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
            raise self.wrong(f'"{key}" must be a list of texts', key, after)
        return tuple(value)

    def choice(self, table: Mapping[str, object], key: str, choices: tuple[str, ...], after: str = "") -> str:
        value = self.text(table, key, after)
        if value not in choices:
            raise self.wrong(f'{key} = "{value}"; {nearest(value, choices)}', key, after)
        return value

    def roles(self, tables: object) -> tuple[Role, ...]:
        if not isinstance(tables, dict) or not tables:
            raise self.wrong("a rule needs roles, each a table such as [roles.now]", "roles")
        return tuple(self.one_role(name, table) for name, table in tables.items())

    def one_role(self, name: str, table: object) -> Role:
        if not re.fullmatch(r"[a-z][a-z0-9_]*", name) or name in ("sum", "min", "max", "count"):
            raise self.wrong(f'a role cannot be named "{name}"; use small letters, digits and _', f"roles.{name}")
        if not isinstance(table, dict):
            raise self.wrong(f"the role {name} must be a table", name, "roles")
        for key in ("many", "implied"):
            if not isinstance(table.get(key, False), bool):
                raise self.wrong(f'"{key}" of the role {name} must be true or false', key, f"roles.{name}")
        if "domain" in table:
            self.choice(table, "domain", DOMAINS, f"roles.{name}")
        own = ("many", "implied", "domain")
        select = tuple(sorted((key, _frozen(value)) for key, value in table.items() if key not in own))
        return Role(name, bool(table.get("many")), bool(table.get("implied")), table.get("domain", ""), select)

    def placeholders(self, message: str, roles: tuple[Role, ...]) -> None:
        names = tuple(role.name for role in roles)
        for name in re.findall(r"\{([^{}]*)\}", message):
            if name not in names:
                raise self.wrong(f"the message names {{{name}}}; {nearest(name, names)}", "message")

    def formulas(self, table: Mapping[str, object], roles: tuple[Role, ...]) -> tuple[Reading, ...]:
        if ("relation" in table) == ("reading" in table):
            raise self.wrong('a rule has either one "relation" or several [[reading]] tables', "relation")
        if "relation" in table:
            formulas: tuple[Reading, ...] = (self.formula("", table["relation"], roles, ""),)
        else:
            formulas = self.readings(table["reading"], roles)
        used = {name for reading in formulas for name in _roles_used(reading, roles)}
        for role in roles:
            if role.name not in used:
                raise self.wrong(
                    f"the role {role.name} stands in no relation; use it or take it out", f"roles.{role.name}"
                )
        return formulas

    def readings(self, tables: object, roles: tuple[Role, ...]) -> tuple[Reading, ...]:
        if not isinstance(tables, list) or len(tables) < 2 or not all(isinstance(item, dict) for item in tables):
            raise self.wrong("write at least two [[reading]] tables, or one relation", "reading")
        found = []
        for item in tables:
            self.known(item, ("name", "relation"), "reading")
            found.append(self.formula(self.text(item, "name", "reading"), item.get("relation"), roles, "reading"))
        if len({reading.name for reading in found}) < len(found):
            raise self.wrong("two readings have the same name", "name", "reading")
        return tuple(found)

    def formula(self, name: str, value: object, roles: tuple[Role, ...], after: str) -> Reading:
        sources = [value] if isinstance(value, str) else value
        comparisons = self.texts(sources, "relation", after)
        if not comparisons:
            raise self.wrong('"relation" is empty', "relation", after)
        many = {role.name: role.many for role in roles}
        for source in comparisons:
            parse(source, many, self.place(source))
        return Reading(name, comparisons)

    def place(self, source: str) -> str:
        line = next((n for n, line in enumerate(self.lines, 1) if source in line), None)
        return f"{self.path}:{line}" if line else self.wrong("", "relation").place

    def docs(self, table: object) -> tuple[tuple[str, str], ...]:
        if not isinstance(table, dict):
            raise self.wrong(f"[docs] must be a table with {', '.join(DOCS)}", "docs")
        self.known(table, DOCS, "docs")
        return tuple((key, self.text(table, key, "docs")) for key in DOCS)

    def examples(self, table: Mapping[str, object], kind: str) -> tuple[Example, ...]:
        items = table.get(kind, [])
        if not isinstance(items, list) or len(items) < EXAMPLES[kind]:
            least = EXAMPLES[kind]
            raise self.wrong(
                f"a rule needs at least {least} [[{kind}]] example{'s' if least > 1 else ''} with a text", kind
            )
        return tuple(self.example(item, kind) for item in items)

    def example(self, item: object, kind: str) -> Example:
        if not isinstance(item, dict):
            raise self.wrong(f"each [[{kind}]] must be a table with a text", kind)
        self.known(item, ("text", "suspect") if kind == "inconsistent" else ("text",), kind)
        text = self.text(item, "text", kind)
        suspect = self.text(item, "suspect", kind) if kind == "inconsistent" else None
        if suspect is not None and suspect not in text:
            raise self.wrong(f'the suspect "{suspect}" does not stand in the example', "suspect", kind)
        return Example(kind, text, suspect)


def _roles_used(reading: Reading, roles: tuple[Role, ...]) -> Iterable[str]:
    many = {role.name: role.many for role in roles}
    return [name for source in reading.comparisons for item in parse(source, many) for name in roles_of(item)]


def _frozen(value: object) -> object:
    """A value read from TOML → the same without lists, tables as sorted pairs."""
    if isinstance(value, list):
        return tuple(_frozen(item) for item in value)
    if isinstance(value, dict):
        return tuple(sorted((key, _frozen(item)) for key, item in value.items()))
    return value
