"""Rule folders → a pack: rules with their compiled projections, quickly.

    load_pack() → Pack(rules=(…), projections={…}, hash="…")

Shipped rules come from the generated module `checker._pack`. Where it is missing or older than a rule file (a checkout)
and for a desk's own folders, rules are compiled once and kept in the user's cache under the hash of their contents.
"""

from __future__ import annotations

import os
from functools import lru_cache

from checker.errors import CheckerError
from checker.record import record, replace
from checker.resources import (
    COMPILER,
    PACKAGE,
    cache_folder,
    cached,
    content_hash,
    in_checkout,
    is_newest,
    keep,
    rule_paths,
    rules_folder,
)
from checker.rule import Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any

    from checker.projection import Projection

    Readings = tuple[tuple[Projection, ...], ...]  # one tuple of projections for each reading


@record(frozen=True, slots=True)
class Pack:
    rules: tuple[Rule, ...]
    projections: Mapping[str, Readings]  # by rule id
    hash: str
    folders: tuple[str, ...]  # where the rules came from, shipped ones first

    def rule(self, name: str) -> Rule:
        """A rule id → the rule."""
        found = next((rule for rule in self.rules if rule.id == name), None)
        if found is None:
            raise CheckerError(f'no rule is named "{name}"; `crossfoot rules` lists them')
        return found


def load_pack(extra_dirs: Iterable[str] = ()) -> Pack:
    """A desk's rule folders → those rules after the shipped ones."""
    folders = (rules_folder(), *extra_dirs)
    return _joined(folders) if folders[1:] else _alone(folders[0])


@lru_cache(maxsize=1)  # for those who check one article after another; a desk's folder may change meanwhile
def _alone(folder: str) -> Pack:
    return _joined((folder,))


def _joined(folders: tuple[str, ...]) -> Pack:
    modules = [
        _shipped("_pack") or _compiled(folders[0], docs=False),
        *(_compiled(path, docs=False) for path in folders[1:]),
    ]
    projections: dict[str, Readings] = {}
    for module, path in zip(modules, folders, strict=True):
        for rule in module["PACK"]:
            if rule.id in projections:
                raise CheckerError(f'another pack has a rule "{rule.id}" too; rename this one', path)
            projections[rule.id] = module["PROJECTIONS"][rule.id]
    rules = tuple(rule for module in modules for rule in module["PACK"])
    return Pack(rules, projections, "+".join(module["RULES"] for module in modules), folders)


def manual(pack: Pack) -> tuple[Rule, ...]:
    """A pack → its rules with their docs and examples."""
    shipped, *extra = pack.folders
    documents = dict((_shipped("_pack_docs") or _compiled(shipped, docs=True))["DOCS"])
    for path in extra:
        documents |= _compiled(path, docs=True)["DOCS"]
    return tuple(replace(rule, docs=documents[rule.id][0], examples=documents[rule.id][1]) for rule in pack.rules)


def _shipped(name: str) -> dict[str, Any] | None:
    """The generated module that was built with the package, or None when the checkout's rules are newer."""
    path = os.path.join(PACKAGE, name + ".py")
    if in_checkout() and not _is_newest(path):
        return None
    try:
        return vars(__import__(f"checker.{name}", fromlist=["RULES"]))
    except ImportError as error:
        raise CheckerError(f"the compiled rules are missing ({error}); install crossfoot again", path) from None


def _is_newest(path: str) -> bool:
    """A generated module → whether it is at least as new as all that it was made from."""
    sources = (*rule_paths(rules_folder()), *(os.path.join(PACKAGE, name) for name in COMPILER))
    folders = {os.path.dirname(source) for source in sources} - {PACKAGE} | {rules_folder()}
    return is_newest(path, (*sources, *sorted(folders)))


def _compiled(folder: str, *, docs: bool) -> dict[str, Any]:
    """A rules folder → its generated module, from the cache when its hash is there, or compiled now."""
    key = content_hash(folder)
    name = key + ("_docs.py" if docs else ".py")
    path = os.path.join(cache_folder(), name)
    if not cached(name, key):
        from checker.compile import compiled

        text = compiled(folder)[docs]
        if not keep(name, text):
            return _run(compile(text, path, "exec"))
    from importlib.machinery import SourceFileLoader

    return _run(SourceFileLoader(key, path).get_code(key))


def _run(code: Any) -> dict[str, Any]:
    """The code of a generated module → its names. The only code that is ever run is what checker.compile wrote."""
    scope: dict[str, Any] = {"__name__": "checker.compiled_rules"}
    exec(code, scope)  # noqa: S102
    return scope
