"""Baselines: adopting a gate over old articles, what is known, what is new, and that they only shrink by themselves."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest
from calls import CLEAN, FIGURES, GRAIN, NAME, SLIP, call

from checker import check
from checker.baseline import Entry, known, read, render
from checker.decision import Decision, enter
from checker.errors import CheckerError
from checker.options import Options
from checker.record import replace

OLD = 30  # articles of an archive
ADD = ("--baseline", "known.json", "--add-to-baseline")
USE = ("--baseline", "known.json")
UPDATE = ("--baseline", "known.json", "--update-baseline")


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def old(number: int) -> str:
    """A number → an article with a slip, the same for the same number."""
    chance = random.Random(number)
    parts = [chance.randint(1000, 9000) for _ in "ab"]
    wrong = sum(parts) + chance.choice((-1, 1)) * chance.randint(200, 900)
    exports, imports, trade = (f"{amount // 100}.{amount % 100:02}" for amount in (*parts, wrong))
    return (
        f"Trade of Maravel\n\nExports of Maravel were {exports} billion crowns in May and imports {imports} billion "
        f"crowns, for total trade of {trade} billion crowns.\n"
    )


def archive(count: int = OLD) -> None:
    Path("old").mkdir()
    for number in range(count):
        Path(f"old/{number:03}.txt").write_text(old(number), "utf-8")


def entries() -> list[Entry]:
    return [one for part in read("known.json").values() for one in part]


# ── the file ──────────────────────────────────────────────────────────────────────────────────────────────────────────

ONE = Entry("2031/b.txt", "growth:00000002", "error", ("3 percent", "café"))
TWO = Entry("2030/a.txt", "growth:00000001", "warning", ("4 percent",))


def test_one_sorted_entry_a_line() -> None:
    text = render([ONE, TWO])
    assert text == (
        '{"version": 1, "tool": "crossfoot", "entries": [\n'
        '{"path": "2030/a.txt", "finding": "growth:00000001", "level": "warning", "figures": ["4 percent"]},\n'
        '{"path": "2031/b.txt", "finding": "growth:00000002", "level": "error", "figures": ["3 percent", "café"]}\n'
        "]}\n"
    )
    assert render([TWO, ONE]) == text
    Path("known.json").write_text(text, "utf-8")
    assert read("known.json") == {"2030/a.txt": (TWO,), "2031/b.txt": (ONE,)}


def test_an_empty_baseline_is_one() -> None:
    Path("known.json").write_text(render([]), "utf-8")
    assert read("known.json") == {}


@pytest.mark.parametrize(
    "text, message",
    [
        ("", "not a baseline of crossfoot (Expecting value"),
        ("[]", 'no list of "entries"'),
        ('{"version": 1, "entries": {}}', 'no list of "entries"'),
        ('{"version": 2, "entries": []}', "its version is 2, and this program writes 1"),
        ('{"entries": []}', "its version is None"),
        ('{"version": 1, "entries": [{"path": "a.txt"}]}', "an entry is not as it was written: {'path'"),
        ('{"version": 1, "entries": [7]}', "an entry is not as it was written: 7"),
        ("[" * 100_000, "not a baseline of crossfoot"),
    ],
)
def test_a_file_that_is_no_baseline(text: str, message: str) -> None:
    Path("known.json").write_text(text, "utf-8")
    with pytest.raises(CheckerError) as caught:
        read("known.json")
    assert message in caught.value.message
    assert "restore it, or delete it and make it anew" in caught.value.message


# ── a run with one ────────────────────────────────────────────────────────────────────────────────────────────────────


def test_an_archive_is_adopted_and_a_second_slip_fails() -> None:
    archive()
    assert call("-q", "old").status == 1
    adopted = call(*ADD, "old")
    assert (adopted.status, adopted.err) == (0, f"known.json: {OLD} added, 0 taken out, {OLD} known\n")
    assert adopted.out.startswith("No contradiction found")
    assert adopted.out.endswith(f"; {OLD} findings suppressed.\n")
    first = Path("known.json").read_bytes()

    assert call(*ADD, "old").err == f"known.json: 0 added, 0 taken out, {OLD} known\n"
    assert Path("known.json").read_bytes() == first
    again = call(*USE, "old")
    assert (again.status, again.err) == (0, "")

    Path("old/007.txt").write_text(old(7) + GRAIN.format("390,000"), "utf-8")
    second = call(*USE, "old")
    assert (second.status, second.err) == (1, "")
    assert "old/007.txt:5:18: error growth-from-levels" in second.out
    assert "parts-make-whole" not in second.out

    Path("old/007.txt").write_text(old(1007), "utf-8")
    other = call(*USE, "old")
    assert other.status == 1, "other figures are not known"
    assert other.err.startswith("known.json: unused: parts-make-whole:")
    assert Path("known.json").read_bytes() == first, "a run that is not told to changes nothing"


def test_several_processes_write_the_same() -> None:
    archive()
    runs = []
    for jobs in ("1", "2"):
        made = call(*ADD, "--jobs", jobs, "--format", "json", "old")
        runs.append((made, Path("known.json").read_bytes()))
        Path("known.json").unlink()
    assert runs[0] == runs[1]


def test_known_findings_are_shown_as_known() -> None:
    Path("a.txt").write_text(SLIP, "utf-8")
    call(*ADD, "a.txt")
    (one,) = json.loads(call(*USE, "--format", "json", "a.txt").out)["articles"][0]["suppressed"]
    told = one["suppression"]
    assert (told["by"], told["verdict"], told["place"]) == ("baseline", "known", "known.json")
    assert "— known: it was there before the gate (known.json)" in call(*USE, "-v", "a.txt").out


def test_a_second_copy_of_a_known_finding_fails() -> None:
    line = "\nGrain sales of {} rose 3 percent to 412,000 tonnes in 2031 from 390,000 tonnes in 2030.\n"
    Path("a.txt").write_text("Grain\n" + line.format("Tarn"), "utf-8")
    call(*ADD, "a.txt")
    adopted = len(entries())
    Path("a.txt").write_text("Grain\n" + line.format("Tarn") + line.format("Kelbury"), "utf-8")
    run = call(*USE, "a.txt")
    assert (adopted, run.status) == (1, 1)
    assert run.out.count("error growth-from-levels") == 1
    assert run.out.endswith("; 1 finding suppressed.\n")


def test_paths_are_those_from_the_baselines_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    for folder in ("desk", "desk/may", "ci"):
        Path(folder).mkdir()
    Path("desk/may/a.txt").write_text(SLIP, "utf-8")
    call("--baseline", "ci/known.json", "--add-to-baseline", "desk")
    assert list(read("ci/known.json")) == ["../desk/may/a.txt"]
    monkeypatch.chdir("desk")
    assert call("--baseline", "../ci/known.json", "may/a.txt").status == 0
    assert call("--baseline", "../ci/known.json", str(Path("may/a.txt").resolve())).status == 0


def test_what_fails_is_added_and_no_more() -> None:
    Path("a.txt").write_text(SLIP + "\nThe price of grain fell 5 percent to 190 crowns from 210 crowns.\n", "utf-8")
    call(*ADD, "a.txt")
    assert [one.level for one in entries()] == ["error"]
    assert call(*USE, "--fail-on", "note", "a.txt").status == 1
    call(*ADD, "--fail-on", "note", "a.txt")
    assert sorted(one.level for one in entries()) == ["error", "note"]
    assert call(*USE, "--fail-on", "note", "a.txt").status == 0


# ── shrinking ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_an_update_takes_out_what_is_gone_from_the_articles_of_the_run() -> None:
    archive(4)
    call(*ADD, "old")
    for number in (0, 1):
        Path(f"old/00{number}.txt").write_text(CLEAN, "utf-8")
    Path("old/002.txt").write_text(SLIP, "utf-8")
    stale = call(*USE, "old/000.txt")
    assert stale.status == 0
    assert stale.err.endswith("of old/000.txt is gone; --update-baseline takes it out\n")
    assert call(*USE, "-q", "old/000.txt").err == ""

    run = call(*UPDATE, "old/000.txt", "old/002.txt")
    assert run.status == 1, "what is new is not added"
    assert run.err == "known.json: 0 added, 2 taken out, 2 known\n"
    assert sorted(read("known.json")) == ["old/001.txt", "old/003.txt"]
    assert call(*UPDATE, "-q", "old").err == ""
    assert sorted(read("known.json")) == ["old/003.txt"]


def test_what_a_rule_found_that_did_not_run_is_not_gone() -> None:
    archive(2)
    call(*ADD, "old")
    for chosen in (("--select", "R18"), ("--severity", "parts-make-whole=off"), ("--ignore", "parts-make-whole")):
        assert call(*USE, *chosen, "old").err == ""
        assert call(*UPDATE, *chosen, "old").err == "known.json: 0 added, 0 taken out, 2 known\n"


def test_both_at_once_make_it_anew() -> None:
    archive(2)
    call(*ADD, "old")
    Path("old/000.txt").write_text(CLEAN, "utf-8")
    Path("old/001.txt").write_text(SLIP, "utf-8")
    run = call(*ADD, "--update-baseline", "old")
    assert (run.status, run.err) == (0, "known.json: 1 added, 2 taken out, 1 known\n")
    assert [one.finding for one in entries()] == [NAME]


def test_an_article_that_cannot_be_read_keeps_its_entries() -> None:
    archive(2)
    call(*ADD, "old")
    before = Path("known.json").read_bytes()
    Path("old/000.txt").write_bytes(b"\x00\x01\x02")
    assert call(*UPDATE, "old").status == 2
    assert Path("known.json").read_bytes() == before


def test_a_decision_comes_before_the_baseline() -> None:
    Path("a.txt").write_text(SLIP, "utf-8")
    call(*ADD, "a.txt")
    enter("a.txt", Decision(NAME, FIGURES, "accepted", "the customs office rounds by month"))
    run = call(*USE, "a.txt")
    assert (run.status, run.err) == (
        0,
        f"known.json: unused: {NAME} of a.txt is answered for elsewhere; --update-baseline takes it out\n",
    )
    call(*UPDATE, "a.txt")
    assert entries() == []
    call(*ADD, "a.txt")
    assert entries() == []


def test_what_waits_for_a_broken_file_of_decisions_is_not_adopted() -> None:
    Path("a.txt").write_text(SLIP, "utf-8")
    Path("b.txt").write_text(SLIP, "utf-8")
    Path("a.txt.decisions.toml").write_text("broken", "utf-8")
    assert call(*ADD, "a.txt", "b.txt").status == 2
    assert list(read("known.json")) == ["b.txt"]


# ── what has to be mended ─────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "arguments, message",
    [
        (USE, "known.json: no such baseline; check the spelling, or make it with --add-to-baseline\n"),
        (UPDATE, "known.json: no such baseline; check the spelling, or make it with --add-to-baseline\n"),
        (("--update-baseline",), "no baseline is named; add --baseline FILE\n"),
        (("--add-to-baseline",), "no baseline is named; add --baseline FILE\n"),
        ((*ADD, "--exit-zero"), "known.json: with --fail-on never nothing fails, so that nothing would be added\n"),
        ((*USE, "-o", "known.json"), "known.json: two reports would go into this file; name a file for each\n"),
        (("--baseline", "a.txt"), "a.txt: this is one of the articles; name another file for the report\n"),
        (("--baseline", "missing/k.json", "--add-to-baseline"), None),
    ],
)
def test_status_2(arguments: tuple[str, ...], message: str | None) -> None:
    Path("a.txt").write_text(SLIP, "utf-8")
    run = call(*arguments, "a.txt")
    assert run.status == 2
    assert message is None or run.err == message
    assert [path.name for path in Path().iterdir()] == ["a.txt"]


def test_a_broken_baseline_hides_no_finding_and_is_not_overwritten() -> None:
    Path("known.json").write_text("{", "utf-8")
    for name in ("a.txt", "b.txt"):
        Path(name).write_text(SLIP, "utf-8")
    run = call(*USE, "a.txt", "b.txt")
    assert run.status == 2
    assert run.out.count("error parts-make-whole") == 2
    assert len(run.err.splitlines()) == 1
    for more in (ADD, UPDATE):
        assert call(*more, "a.txt").status == 2
    assert Path("known.json").read_text("utf-8") == "{"


def test_standard_input_is_known_to_no_baseline() -> None:
    Path("known.json").write_text(render([Entry("-", NAME, "error", FIGURES)]), "utf-8")
    report = replace(check(SLIP), article=replace(check(SLIP).article, path="-"))
    assert known(report, Options((), baseline="known.json")) == report


def test_what_nobody_may_silence_is_not_known() -> None:
    Path("known.json").write_text(render([Entry("a.txt", NAME, "error", FIGURES)]), "utf-8")
    report = replace(check(SLIP), article=replace(check(SLIP).article, path="a.txt"))
    found = known(report, Options((), baseline="known.json", unsuppressable=("parts-make-whole",)))
    assert found.findings == report.findings
    assert [(one.state, one.finding) for one in found.remarks] == [("open", NAME)]
