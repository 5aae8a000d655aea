"""Every shipped rule: its docs are complete, its examples end as the file says, its manual page is current.

A rule file holds prose that agrees (consistent), prose that agrees only because figures are rounded (boundary) and
prose with a slip (inconsistent). `CROSSFOOT_BLESS=1` writes docs/rules.md anew instead of comparing it.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import pytest
from _pytest.mark import ParameterSet

from checker.article import read
from checker.calibration import binding, ceiling
from checker.finding import LEVELS, Checked, Finding, Report
from checker.pack import Pack, load_pack, manual
from checker.pipeline import check
from checker.render import rule_of
from checker.rule import Example, Rule

ROOT = Path(__file__).resolve().parent.parent
MANUAL = ROOT / "docs" / "rules.md"
FAMILIES = {
    "balance": "Totals, parts and differences.",
    "order": "Directions, pace, ranks and runs.",
    "range": "Bounds that a figure cannot pass.",
    "ratio": "Percentages, shares and growth.",
    "restatement": "One quantity, printed twice.",
}
INTRODUCTION = """# Rules

Written from the rule files by `CROSSFOOT_BLESS=1 pytest tests/test_rules.py`; edit those, not this page.
The same text is printed by `crossfoot explain RULE`. Every example is run as a test.
"""
LEAST = {"consistent": 2, "boundary": 1, "inconsistent": 1}


@lru_cache(maxsize=1)
def pack() -> Pack:
    return load_pack()


RULES = manual(pack())


def examples(*kinds: str) -> Sequence[ParameterSet]:
    """Kinds of example → every example of these kinds with its rule, as parameters with a readable id."""
    found = []
    for rule in RULES:
        for number, example in enumerate(one for one in rule.examples if one.kind in kinds):
            found.append(pytest.param(rule, example, id=f"{rule.id}-{example.kind}-{number + 1}"))
    return found


def report_on(example: Example) -> Report:
    return check(read(example.text, "example.txt"), pack())


def own(report: Report, rule: Rule) -> list[Checked]:
    return [one for one in report.checked if one.relation.rule == rule.id]


def shown(report: Report) -> str:
    """A report → what an author of a rule wants to see when an example fails."""
    words = {fact.id: fact.figure.text if fact.figure else fact.id for fact in report.facts}
    lines = []
    for fact in report.facts:
        links = [(words.get(link.to), link.as_) for link in fact.links]
        lines.append(f"  {fact.id} {words[fact.id]}: {fact.aspect} of {fact.measure or '?'} {fact.period} {links}")
    for one in report.checked:
        roles = {name: [words[i] for i in ids] for name, ids in one.relation.roles}
        lines.append(f"  {one.relation.rule} {roles} {one.verdict}")
    lines += [f"  {one.level} {one.rule}: {one.message} {suspects(report, one)}" for one in report.findings]
    return "\n" + "\n".join(lines)


def suspects(report: Report, finding: Finding) -> list[str]:
    words = {figure.id: figure.text for figure in report.figures}
    return [words[suspect.figure] for suspect in finding.suspects]


@pytest.mark.parametrize("rule, example", examples("consistent", "boundary"))
def test_prose_that_agrees_is_bound_and_passed(rule: Rule, example: Example) -> None:
    report = report_on(example)
    assert [one for one in report.findings if one.level != "note"] == [], shown(report)
    assert own(report, rule), f"no relation of {rule.id} is bound" + shown(report)
    assert all(one.verdict != "inconsistent" for one in own(report, rule)), shown(report)


@pytest.mark.parametrize("rule, example", examples("inconsistent"))
def test_a_slip_is_found_and_suspected(rule: Rule, example: Example) -> None:
    assert example.suspect is not None
    assert example.suspect in example.text
    report = report_on(example)
    assert any(one.verdict == "inconsistent" for one in own(report, rule)), shown(report)
    facts = {fact.id: fact for fact in report.facts}
    failed = [one.relation for one in report.checked if one.verdict == "inconsistent"]
    # No graver than the ways of binding can be trusted (docs/decisions/0008).
    least = max(LEVELS.index(ceiling(one.rule, binding(pack().rule(one.rule), one, facts))) for one in failed)
    loud = [one for one in report.findings if LEVELS.index(one.level) <= max(least, LEVELS.index(rule.severity))]
    assert any(example.suspect in suspects(report, one) for one in loud), shown(report)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_stands_where_it_says_and_is_documented(rule: Rule) -> None:
    assert (ROOT / "rules" / rule.family / f"{rule.id}.toml").is_file()
    assert rule.family in FAMILIES
    docs = dict(rule.docs)
    assert [key for key in ("what", "why", "known_problems", "reference") if len(docs[key].split()) < 6] == []
    assert "To be written" not in str(rule.docs)
    assert len({example.text for example in rule.examples}) == len(rule.examples)
    kinds = Counter(example.kind for example in rule.examples)
    assert {kind: kinds[kind] for kind in LEAST if kinds[kind] < LEAST[kind]} == {}


def test_messages_speak_of_printed_figures() -> None:
    for rule in RULES:
        assert [role.name for role in rule.roles if role.implied and f"{{{role.name}}}" in rule.message] == [], rule.id


def manual_page() -> str:
    """All rules by family → docs/rules.md."""
    parts = [INTRODUCTION]
    families = {family: [rule for rule in RULES if rule.family == family] for family in FAMILIES}
    for family, about in FAMILIES.items():
        links = ", ".join(f"[{rule.id}](#{rule.id})" for rule in families[family])
        parts.append(f"- **{family}**: {about} {links}\n")
    for family, about in FAMILIES.items():
        parts.append(f"\n## {family}\n\n{about}\n")
        parts += [f"\n### {rule.id}\n\n```text\n{rule_of(rule, pack()).strip()}\n```\n" for rule in families[family]]
    return "".join([parts[0], "\n", *parts[1:]])


def test_the_manual_is_current() -> None:
    page = manual_page()
    if os.environ.get("CROSSFOOT_BLESS"):
        MANUAL.write_text(page, encoding="utf-8")
    assert MANUAL.exists(), "docs/rules.md is missing; write it with CROSSFOOT_BLESS=1"
    assert MANUAL.read_text("utf-8") == page, "run CROSSFOOT_BLESS=1 pytest tests/test_rules.py and look at the diff"
