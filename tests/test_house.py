"""The house rules that a machine can keep: who may import whom, what stands where, and what a clean check may load."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parent.parent
CHECKER = ROOT / "checker"

# The order of modules, declared here and nowhere else: a module imports only from those before it.
ORDER = """
    version mdline address escape pattern errors clock record inline tag element simplex resources interval
    gauge expression numeral slip grid gridsum gridrate gridcarry gridbound gridway decode sentence boilerplate
    lines wrapped layout labelled runin article prose exemption frontmatter hypertext paragraph markdown mask
    column source decisiontoml gitignore watch progress excerpt output decision inflection wordlist lexicon
    phrase token change unit counted number age name spelled hedge quantity shortened lender ranges timephrase
    period figure dimension chunk orderword quote timing frame measure turning governing direction base sides
    outlook unlike stillfrom benchmark forward growing onward lengthened pair fact linking shareword draft
    likeness alongside echo wordfact cueword way baremove partrises grim wayagain rating bearing conversion
    quotation majority magnitude mixture pointwise outcome verdict opposed expected perhead premium excess mere
    answers beyond across difference holding site peak swing trading bringing summit periodic spanned subset
    portion product since stretch timelist tense clausal hindsight chronology lifetime lasting score
    calendarword lookahead newsday monthday headtime headday zone movement resulted takenup earlier pointing
    lifted moving course session headway headsubject retold shown multiple tenfold sequel listing roster rank
    named roll bothof fewof mark foreseen ranged share streak headrun headorder indexed total rule rulefile
    solved projection partners rearrange compile pack comparability backward thereof foretold surprise carried
    contest division flow ranking comparison fold wording ordered takings inrevenue selector relation system
    polynomial propagate linear solve conflict apart equated leading lead headnoun headrate headshare headfold
    headtoll restated headline remaining circle series gridfact telegram banksheet sharesign earnings arithmetic
    finding witnessrule maskedfact statement cassette aside certificate excuse calibration account respelled
    plausible suspect claim wordclaim testimony explain counterpart reworded hearing calibrate color options
    baseline summary assumption standing format document arcs template page render html prompt endpoint witness
    jsonl notice brief github gitlab junit rdjson rulecard sarif spreadsheet table report textual formats
    storywide pipeline glob setting written settingsfile config selection suppression omission desk decide run
    review serve __init__ settingdoc cli_flags cli_witness cli_review cli_decide cli_rules cli_facts cli_setup
    cli __main__
""".split()

# Where a library may be imported, other than for its types: nowhere else, and nothing that is not named here.
LIBRARIES = {
    "click": {
        *("cli", "cli_decide", "cli_facts", "cli_flags", "cli_review", "cli_rules", "cli_setup", "cli_witness"),
        "color",
    },
    "jinja2": {"template"},
    "markupsafe": {"html"},
    "pandas": {"table"},
    "pathspec": {"gitignore", "glob"},
    "pyarrow": {"table"},
    "sympy": {"compile", "solved"},
}

GENERATED = ("_pack", "_pack_docs", "_words")

# What a clean `check article.txt` must not load: each is a good part of the start-up budget (docs/decisions/0002).
HEAVY = """
    sympy pandas numpy pyarrow jinja2 markupsafe click pathspec
    json typing dataclasses inspect pathlib hashlib tomllib argparse ast subprocess tempfile
    importlib.metadata importlib.resources multiprocessing concurrent.futures
""".split()

TOP_LEVEL = {
    "folders": {".ci", ".github", "checker", "docs", "examples", "reports", "rules", "tests"},
    "python": {"hatch_build.py"},
}

CLEAN = """Harbour trade steady in spring

Exports of the district came to 12.4 billion yuan in the second quarter, and imports came to 9.1 billion yuan.
"""


class Import(NamedTuple):
    """One imported module: its dotted name, whether it waits inside a function or is for types only, and where."""

    name: str
    inside: bool
    typing: bool
    line: int


def sources() -> dict[str, ast.Module]:
    """The package → its hand-written modules, parsed."""
    paths = sorted(path for path in CHECKER.glob("*.py") if path.stem not in GENERATED)
    return {path.stem: ast.parse(path.read_text("utf-8"), str(path)) for path in paths}


SOURCES = sources()


def under(tree: ast.Module, kind: Callable[[ast.AST], bool]) -> set[ast.AST]:
    """A module and a kind of node → all that stands inside such nodes."""
    return {inner for node in ast.walk(tree) if kind(node) for inner in ast.walk(node)}


def is_type_checking(node: ast.AST) -> bool:
    """Whether a node is `if TYPE_CHECKING:`."""
    return isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"


def imports(tree: ast.Module) -> list[Import]:
    """A module → all that it imports, also for types and inside functions."""
    inside = under(tree, lambda node: isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))
    typing = under(tree, is_type_checking)
    found: list[Import] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"line {node.lineno}: write the import in full, from checker.…"
            base = node.module or ""
            names = [f"checker.{alias.name}" for alias in node.names] if base == "checker" else [base]
        else:
            continue
        found += [Import(name, node in inside, node in typing, node.lineno) for name in names]
    return found


def module_of(name: str) -> str:
    """A dotted name inside the package → the module that it means; names of the public surface live in __init__."""
    part = name.partition(".")[2].partition(".")[0]
    return part if part in {*ORDER, *SOURCES, *GENERATED} else "__init__"


def test_every_module_has_its_place_in_the_order() -> None:
    assert sorted(set(SOURCES) - set(ORDER)) == [], "give the new module its place in ORDER"
    assert sorted(set(ORDER) - set(SOURCES)) == [], "ORDER names a module that is gone"


@pytest.mark.parametrize("module", SOURCES)
def test_imports_run_one_way(module: str) -> None:
    earlier = ORDER[: ORDER.index(module)] if module in ORDER else ORDER
    for entry in imports(SOURCES[module]):
        if entry.name.split(".")[0] != "checker":
            continue
        target = module_of(entry.name)
        if target in GENERATED:
            assert module == "pack", f"{module}.py:{entry.line}: generated modules are loaded by pack alone"
        else:
            assert target in earlier, f"{module}.py:{entry.line}: {target} comes after {module}"


@pytest.mark.parametrize("module", SOURCES)
def test_libraries_stay_at_their_place(module: str) -> None:
    for entry in imports(SOURCES[module]):
        library = entry.name.split(".")[0]
        if library != "checker" and library not in sys.stdlib_module_names and not entry.typing:
            assert module in LIBRARIES.get(library, ()), f"{module}.py:{entry.line}: {library} has no business here"


@pytest.mark.parametrize("module", SOURCES)
def test_arithmetic_is_exact(module: str) -> None:
    for node in ast.walk(SOURCES[module]):
        where = f"{module}.py:{getattr(node, 'lineno', 0)}"
        assert not (isinstance(node, ast.Constant) and isinstance(node.value, float | complex)), f"{where}: a float"
        called = node.func if isinstance(node, ast.Call) else None
        assert not (isinstance(called, ast.Name) and called.id == "float"), f"{where}: use Fraction"


@pytest.mark.parametrize("path", [ROOT / "hatch_build.py", *CHECKER.glob("*.py"), *ROOT.glob("tests/bench/*.py")])
def test_every_module_says_what_it_does(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text("utf-8"))), f"{path.relative_to(ROOT)} has no docstring"


def test_the_top_level_holds_what_it_should() -> None:
    missing = {name for name in TOP_LEVEL["folders"] if not (ROOT / name).is_dir()}
    assert missing == set()
    assert {path.name for path in ROOT.glob("*.py")} == TOP_LEVEL["python"]
    assert {path.parent.name for path in ROOT.glob("*/__init__.py")} == {"checker"}, "one import package only"


@pytest.mark.parametrize("folder", ["rules", "reports"])
def test_data_folders_hold_no_python(folder: str) -> None:
    assert [path for path in (ROOT / folder).rglob("*.py*") if path.is_file()] == []


def test_the_skeleton_of_a_rule_is_toml() -> None:
    skeleton = tomllib.loads((ROOT / "docs" / "new-rule.toml").read_text("utf-8"))
    assert (skeleton["id"], skeleton["family"]) == ("@ID@", "@FAMILY@")


def test_the_changelog_knows_this_version() -> None:
    from checker.version import __version__

    assert f"\n## {__version__}" in (ROOT / "CHANGELOG.md").read_text("utf-8")


def clean_check(article: Path, report: str) -> subprocess.CompletedProcess[str]:
    """An article and an expression over `loaded` → a process that checks the article and prints the expression."""
    code = f"""
import sys
before = set(sys.modules)
sys.argv = ["check", {str(article)!r}]
from checker.__main__ import main
try:
    status = main()
except SystemExit as stop:
    status = stop.code
loaded = set(sys.modules) - before
print(status or 0, {report}, file=sys.stderr)
"""
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=False)


def test_a_clean_check_loads_nothing_heavy(tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text(CLEAN, encoding="utf-8")
    # The first run may compile the rules, when one of them was edited since they were compiled last.
    clean_check(article, "''")
    run = clean_check(article, f"*sorted(loaded & {set(HEAVY)!r})")
    assert run.stderr.splitlines()[-1:] == ["0"], run.stderr


def test_the_package_is_imported_from_this_checkout() -> None:
    import checker

    assert checker.__file__ is not None
    assert os.path.samefile(Path(checker.__file__).parent, CHECKER), "the tests look at another installation"
