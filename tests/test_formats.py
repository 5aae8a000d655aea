"""Every format over reports written by hand: as a golden file, as its readers published it, and with hostile text."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
import reports_by_hand as hand
from golden_files import matches
from written import faults, written

from checker import pack
from checker.article import read
from checker.finding import Finding, Remark, Report, Suppressed, Suspect
from checker.formats import NAMES, format_of
from checker.pack import Pack
from checker.record import replace
from checker.rule import Example, Reading, Role, Rule

PROBLEMS = (("desk/missing.txt", "no such file or folder; check the spelling"),)
REMARK = Remark("lapsed", "sum-of-parts:7c1e9a42", "articles/alden.txt.decisions.toml", "the figures have changed")
ANSWERED = replace(
    hand.BROKEN,
    article=replace(hand.ARTICLE, path="articles/answered.txt"),
    findings=(hand.NOTE,),
    suppressed=(hand.SUPPRESSED,),
    remarks=(REMARK,),
)
ALL_REPORTS = [hand.CLEAN, hand.BROKEN, ANSWERED, hand.EMPTY]
GOLDEN = {
    "concise": "all.txt",
    "csv": "all.csv",
    "github": "all-github.txt",
    "gitlab": "all-gitlab.json",
    "jsonl": "all.jsonl",
    "junit": "all.xml",
    "markdown": "all.md",
    "rdjson": "all-rdjson.json",
    "sarif": "all.sarif",
}
CHECKED = ["gitlab", "json", "jsonl", "junit", "rdjson", "sarif"]
RULE = Rule(
    *("sum-of-parts", "balance", "R01", "error", (Reading("", ("total == sum(parts)",)),), "", "total", ()),
    roles=(Role("total"), Role("parts", many=True)),
    docs=(("what", "A total is the sum\nof its parts."), ("why", "It adds up or it does not."), ("reference", "")),
    examples=(Example("inconsistent", "Two and three make six.", "six"),),
)


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """One rule instead of the shipped ones, and no job that wants a summary."""
    monkeypatch.setattr(pack, "load_pack", lambda _folders=(): Pack((RULE,), {RULE.id: ((),)}, "", ()))
    monkeypatch.setattr(pack, "manual", lambda known: known.rules)
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)


def test_every_format_is_here() -> None:
    assert {*GOLDEN, "text", "full", "json", "html"} == set(NAMES)
    assert format_of("full") is format_of("text")


@pytest.mark.parametrize("name", GOLDEN)
def test_as_kept(name: str) -> None:
    assert matches(GOLDEN[name], written(name, ALL_REPORTS, PROBLEMS))


@pytest.mark.parametrize("name", CHECKED)
@pytest.mark.parametrize("reports", [[], [hand.EMPTY], [hand.CLEAN], ALL_REPORTS], ids=len)
def test_readers_are_given_what_they_published(name: str, reports: list[Report]) -> None:
    assert faults(name, written(name, reports, PROBLEMS if len(reports) > 1 else ())) == []


@pytest.mark.parametrize("name", NAMES)
def test_nothing_to_tell(name: str) -> None:
    holds_all = name in ("json", "jsonl", "junit", "html")
    assert ("sum-of-parts" in written(name, [hand.CLEAN], verbosity=-1)) == holds_all


# Where a finding that somebody answered for is told: by the reason, or by the count of the last line.
@pytest.mark.parametrize(
    "name, told",
    [
        ("gitlab", None),
        ("rdjson", None),
        *((name, "1 finding suppressed") for name in ("text", "concise", "github", "html")),
        *((name, hand.SUPPRESSED.reason) for name in ("json", "jsonl", "junit", "markdown", "csv", "sarif")),
    ],
)
def test_what_is_answered_for_stays_visible(name: str, told: str | None) -> None:
    text = written(name, [ANSWERED])
    assert (told in text) if told else ("sum-of-parts" not in text)


@pytest.mark.parametrize("name", sorted({*NAMES} - {"text", "full", "concise"}))
def test_what_could_not_be_checked_is_told(name: str) -> None:
    assert "no such file or folder" in written(name, [hand.CLEAN], PROBLEMS)


def test_the_problem_matcher_of_the_manual_reads_concise_lines() -> None:
    manual = (Path(__file__).parent.parent / "docs" / "formats.md").read_text("utf-8")
    block = re.search(r"```json\n(.*?)```", manual, re.DOTALL)
    assert block is not None
    (pattern,) = json.loads(block[1])["problemMatcher"][0]["pattern"]
    found = re.match(pattern["regexp"], written("concise", [hand.BROKEN]).splitlines()[0])
    assert found is not None
    read_as = {name: found[number] for name, number in pattern.items() if name != "regexp"}
    assert read_as == {
        "file": "articles/alden.txt",
        "line": "3",
        "column": "21",
        "severity": "error",
        "code": "sum-of-parts",
        "message": hand.ERROR.message,
    }


@pytest.mark.parametrize("name", NAMES)
def test_every_format_is_in_the_manual(name: str) -> None:
    assert f"`{name}`" in (Path(__file__).parent.parent / "docs" / "formats.md").read_text("utf-8")


# ── hostile text ──────────────────────────────────────────────────────────────────────────────────────────────────────

HOSTILE = [
    "a\r\n::error file=b::c\n::stop-commands::x",
    "100% %0A::set-output a,b:c",
    "]]></failure><!-- </testsuite> <a href='x'>&amp;",
    "</details></script><script>alert(1)</script>",
    "| a | b |\n| --- |\n# c",
    "`` ` **b** _c_ [d](javascript:e) ![f](g) ~~h~~ $x$ @someone #12 http://example.org www.example.org",
    '=HYPERLINK("x","y")',
    "\t+1+1",
    "@SUM(A1)",
    "{{ 7*7 }}{% raw %}{0}",
    "\x00\x07\x1b[2J\x7f\x85\x9b\u202e\u2028\u2029\ufeff\ufffe\uffff😀",
    '"\\[a\\](1)',
]


def hostile(text: str, path: str) -> Report:
    """A text and the name of a file → a report that says nothing else, wherever words of others can stand."""
    article = replace(read(f"Total {text} 5\n\n{text}", path="a.txt"), path=path, notes=(text,))
    figures = tuple(
        replace(hand.FIGURES[0], id=name, start=6, end=6 + len(text), text=text, unit=text) for name in ("f1", "f2")
    )
    facts = tuple(replace(hand.BROKEN.facts[0], id=one.id, figure=one, measure=text) for one in figures)
    suspects = (Suspect("f1", text, "3", "-4", "digit"),)
    finding = Finding("1c0ffee1", "sum-of-parts", "error", ("f1", "f2"), text, (text,), text, suspects)
    checked = replace(hand.BROKEN.checked[0], arithmetic=text)
    states = tuple(replace(hand.BROKEN.states[0], figure=one.id, state="unchecked", why=text) for one in figures)
    answered = Suppressed(replace(finding, id="5e771ed0"), "decision", text, text, text)
    remark = Remark("unused", text, text, text)
    return Report(article, figures, facts, (checked,), (finding,), states, (answered,), (remark,))


PATHS = ["a.txt", "d\udc80/\udcff.txt", "a\n::error::b.txt", "=a,b|c<d>&`e`%20 [f](g).txt"]


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("name", CHECKED)
def test_hostile_text_stays_in_its_place(name: str, text: str, path: str) -> None:
    assert faults(name, written(name, [hostile(text, path)], ((path, text),))) == []


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_gives_no_commands_and_no_lines(text: str, path: str) -> None:
    lines = written("github", [hostile(text, path)], ((path, text),)).split("\n")
    assert [line[:8] for line in lines] == ["::error ", "::error ", lines[2][:8], ""]
    assert lines[2].startswith("Found 1 error in 1 article; ")
    for line in lines[:2]:
        properties = re.fullmatch(r"::error ([^:]*)::[^\r\n\x00-\x08\x1b]*", line)
        assert properties is not None
        names = [one.partition("=")[0] for one in properties[1].split(",")]
        assert names in (["file", "title"], ["file", "line", "endLine", "col", "endColumn", "title"])
    concise = written("concise", [hostile(text, path)]).split("\n")
    assert len(concise) == 3
    assert not re.search(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e]", "".join(concise))


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_gives_no_formula_and_no_row(text: str, path: str) -> None:
    shown = written("csv", [hostile(text, path)], ((path, text),))
    header, *rows = csv.reader(io.StringIO(shown.removeprefix("\ufeff"), newline=""))
    assert [len(row) for row in rows] == [len(header)] * 3
    assert [cell for row in rows for cell in row if re.match(r"[=+\-@\t\r]", cell) and cell != "-4"] == []


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_gives_no_markdown(text: str) -> None:
    shown = written("markdown", [hostile(text, "a.txt")], (("a.txt", text),))
    assert set(re.findall(r"<[^>]*>", shown)) <= {"<details>", "</details>", "<summary>", "</summary>", "<!-- -->"}
    assert not re.search(r"(?<!\\)[`|$~\[\]]|https?://|www\.|@(?!<)", shown)
    lines = [line for line in shown.splitlines() if line]
    assert [line for line in lines if line.startswith("#")] == ["## crossfoot", "### Could not be checked", "### a.txt"]
    assert shown.count("**") == 4


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_comes_through_whole(text: str) -> None:
    article = json.loads(written("jsonl", [hostile(text, "a.txt")]).splitlines()[0])
    assert article["findings"][0]["message"] == text
    case = ElementTree.fromstring(written("junit", [hostile(text, "a.txt")])).find("testsuite/testcase/failure")
    assert case is not None
    assert case.attrib["message"].isprintable()


def test_the_line_of_a_problem_is_told_as_its_reader_has_it() -> None:
    problems = (("desk/mm.md:7", "not understood"), ("desk/mm.md:9", "not understood either"))
    assert written("github", [], problems).startswith("::error file=desk/mm.md,line=7,title=not checked::")
    issues = json.loads(written("gitlab", [], problems))
    assert issues[0]["location"] == {"path": "desk/mm.md", "lines": {"begin": 7}}
    assert issues[0]["fingerprint"] != issues[1]["fingerprint"]
    at = {"line": 9, "column": 1}
    diagnostics = json.loads(written("rdjson", [], problems))["diagnostics"]
    assert diagnostics[1]["location"] == {"path": "desk/mm.md", "range": {"start": at, "end": at}}
    assert not faults("gitlab", written("gitlab", [], problems)) + faults("rdjson", written("rdjson", [], problems))
