"""Packs: compiled once, kept under the hash of their contents, never trusted blindly."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from made import RULES

from checker import pack as packs
from checker import resources
from checker.compile import compiled, main
from checker.errors import CheckerError
from checker.pack import load_pack, manual
from checker.resources import content_hash


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "crossfoot"


@pytest.fixture
def shipped(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """An empty shipped pack, so that the tests do not depend on its rules."""
    folder = tmp_path / "rules"
    folder.mkdir()
    monkeypatch.setattr(packs, "rules_folder", lambda: str(folder))
    monkeypatch.setattr(packs, "_shipped", lambda _: None)
    return folder


@pytest.mark.usefixtures("shipped")
def test_a_desk_pack_is_compiled_once(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = load_pack([RULES])
    assert (cache / f"{content_hash(RULES)}.py").is_file()
    monkeypatch.setattr("checker.compile.compiled", lambda _: pytest.fail("compiled again"))
    second = load_pack([RULES])
    assert first.rules == second.rules
    assert first.hash == second.hash
    assert second.rule("two-part-sum").code == "R01"
    assert second.projections["two-part-sum"][0][0].text == "= first + second"


@pytest.mark.usefixtures("shipped")
@pytest.mark.parametrize("damage", ["PACK = ()\n", "# crossfoot rules 0 0\nPACK = ()\n", "", "cut"])
def test_a_damaged_cache_is_compiled_again(cache: Path, damage: str) -> None:
    rules = load_pack([RULES]).rules
    path = cache / f"{content_hash(RULES)}.py"
    path.write_text(path.read_text("utf-8")[:-20] if damage == "cut" else damage, encoding="utf-8")
    assert load_pack([RULES]).rules == rules
    assert path.read_text("utf-8") == compiled(RULES)[0]


@pytest.mark.usefixtures("shipped")
def test_an_unwritable_cache_is_done_without(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(blocked))
    assert load_pack([RULES]).rule("two-part-sum").family == "balance"


@pytest.mark.usefixtures("cache")
def test_a_rule_of_another_pack_is_refused(shipped: Path) -> None:
    (shipped / "balance").mkdir()
    text = (Path(RULES) / "balance" / "two-part-sum.toml").read_text("utf-8")
    (shipped / "balance" / "two-part-sum.toml").write_text(text, encoding="utf-8")
    with pytest.raises(CheckerError, match='another pack has a rule "two-part-sum" too'):
        load_pack([RULES])


@pytest.mark.usefixtures("cache", "shipped")
def test_mistakes_of_the_user(tmp_path: Path) -> None:
    with pytest.raises(CheckerError, match="cannot read the rules folder"):
        load_pack([str(tmp_path / "none")])
    with pytest.raises(CheckerError, match='no rule is named "x"'):
        load_pack([RULES]).rule("x")


@pytest.mark.usefixtures("cache", "shipped")
def test_the_manual_has_docs_and_examples() -> None:
    pack = load_pack([RULES])
    assert all(not rule.docs and not rule.examples for rule in pack.rules)
    assert all(len(rule.docs) == 4 and len(rule.examples) == 4 for rule in manual(pack))


@pytest.mark.usefixtures("cache", "shipped")
def test_a_hostile_rule_runs_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "desk" / "balance"
    folder.mkdir(parents=True)
    text = (Path(RULES) / "balance" / "two-part-sum.toml").read_text("utf-8")
    flag = tmp_path / "ran"
    hostile = text.replace("first + second", f"__import__('os').mkdir('{flag}')")
    (folder / "two-part-sum.toml").write_text(hostile, encoding="utf-8")
    with pytest.raises(CheckerError, match="only these may be called"):
        load_pack([str(folder.parent)])
    quoted = text.replace("does not agree", "'''+__import__('os').mkdir('ran')+'''")
    (folder / "two-part-sum.toml").write_text(quoted, encoding="utf-8")
    load_pack([str(folder.parent)])
    assert not flag.exists()
    assert not Path("ran").exists()


def test_the_command_writes_both_modules(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "_pack.py"
    assert main(["--out", str(out), "--rules", RULES]) == 0
    assert (out.read_text("utf-8"), (tmp_path / "_pack_docs.py").read_text("utf-8")) == compiled(RULES)
    assert main(["--out", str(out), "--rules", str(tmp_path / "none")]) == 2
    assert "cannot read the rules folder" in capsys.readouterr().err


def test_generated_modules_are_stale_when_a_rule_is_newer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    family = tmp_path / "rules" / "balance"
    family.mkdir(parents=True)
    rule = family / "a.toml"
    rule.write_text("")
    made = tmp_path / "_pack.py"
    monkeypatch.setattr(packs, "rules_folder", lambda: str(tmp_path / "rules"))
    assert not packs._is_newest(str(made))
    made.write_text("")
    for path in (rule, family, family.parent):
        os.utime(path, ns=(1, 1))
    assert packs._is_newest(str(made))
    later = made.stat().st_mtime_ns + 10**9
    os.utime(rule, ns=(later, later))
    assert not packs._is_newest(str(made))


def test_resources_are_found(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert os.path.isdir(resources.rules_folder())
    package = tmp_path / "checker"
    (package / "rules").mkdir(parents=True)
    monkeypatch.setattr(resources, "PACKAGE", str(package))
    monkeypatch.setattr(resources, "CHECKOUT", str(tmp_path))
    assert not resources.in_checkout()
    assert resources.rules_folder() == str(package / "rules")
    with pytest.raises(CheckerError, match="the folder reports is missing"):
        resources.reports_folder()


def test_compiled_rules_need_no_sympy(tmp_path: Path) -> None:
    out = tmp_path / "_pack.py"
    main(["--out", str(out), "--rules", RULES])
    code = (
        "import sys; exec(open(sys.argv[1]).read()); print(len(PACK), {'sympy', 'ast', 'tomllib'} & set(sys.modules))"
    )
    run = subprocess.run([sys.executable, "-c", code, str(out)], capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["11", "set()"]
