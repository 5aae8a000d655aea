"""Files of decisions: what is read, what is refused and where, and that writing leaves alone what people wrote."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.decision import (
    SILENCING,
    VERDICTS,
    Decision,
    add,
    enter,
    on_article,
    read,
    remove,
    render,
    sidecar,
    withdraw,
)
from checker.decisiontoml import DecisionFile
from checker.errors import CheckerError
from checker.record import replace

ONE = Decision("sum-of-parts:1c0ffee1", ("9 million", "4 million"), "accepted", "each quay is rounded apart")
TWO = replace(ONE, finding="growth:00000002", verdict="false-alarm", until="2031-06-01", by="mk", on="2031-04-05")

BY_HAND = """\
# What the port desk knows.

# asked the office on Tuesday
[[decision]]  # the total
finding = 'sum-of-parts:1c0ffee1'
figures = [
  "9 million",  # the total
  "4 million",
]
verdict = "accepted"
reason = \"\"\"
each quay is
rounded apart\"\"\"

# the rate
[[decision]]
finding = "growth:00000002"
figures = ["3 percent"]
verdict = "needs-source"
reason = "the release gives no base"   # yet
until = 2031-06-01
# end of file
"""


def bare(*decisions: Decision) -> list[Decision]:
    return [replace(one, place="") for one in decisions]


# ── reading ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def lines(**changes: str) -> str:
    """Changed lines of a decision → the TOML of it; "" leaves the key out."""
    keys = {
        "finding": '"sum-of-parts:1c0ffee1"',
        "figures": '["9 million", "4 million"]',
        "verdict": '"accepted"',
        "reason": '"each quay is rounded apart"',
    }
    return "[[decision]]\n" + "".join(f"{key} = {value}\n" for key, value in (keys | changes).items() if value)


@pytest.mark.parametrize(
    "text, count",
    [
        pytest.param("", 0, id="empty"),
        pytest.param("# nothing yet\n", 0, id="only a comment"),
        pytest.param("decision = []\n", 0, id="an empty list"),
        (lines(), 1),
        (lines(until="2031-06-01", on="2031-04-05", by='"mk"', evidence='"https://port.example/1"'), 1),
        (lines(article='"a.txt"'), 1),
        pytest.param(lines().replace("\n", "\r\n"), 1, id="line ends of Windows"),
        pytest.param("\ufeff" + lines(), 1, id="byte order mark"),
        (BY_HAND, 2),
        (lines() + lines(finding='"sum-of-parts:1c0ffee2"'), 2),
        pytest.param("decision = [{" + ", ".join(lines().splitlines()[1:]) + "}]\n", 1, id="on one line"),
        *((lines(verdict=f'"{verdict}"'), 1) for verdict in VERDICTS),
    ],
)
def test_what_is_read(tmp_path: Path, text: str, count: int) -> None:
    path = tmp_path / "a.txt.decisions.toml"
    path.write_bytes(text.encode())
    assert len(read(str(path))) == count


def test_what_a_decision_says(tmp_path: Path) -> None:
    path = tmp_path / "a.txt.decisions.toml"
    path.write_text(BY_HAND, "utf-8")
    first, second = read(str(path))
    assert bare(first) == bare(replace(ONE, reason="each quay is\nrounded apart"))
    assert (first.place, second.place) == (f"{path}:4", f"{path}:16")
    assert (second.until, second.on, second.verdict) == ("2031-06-01", "", "needs-source")


@pytest.mark.parametrize(
    "text, line, message",
    [
        ("[[decision]\n", 1, "not valid TOML"),
        ("[[decision]]\nfinding = \n", 2, "not valid TOML"),
        ("\n[decision]\nfinding = 'x'\n", 2, "under its own [[decision]], in two brackets"),
        ("\ntitle = 'x'\n", 2, 'unknown key "title"'),
        ("\n[[decisions]]\nfinding = 'x'\n", 2, 'unknown key "decisions"; write each decision under'),
        (lines() + "evidense = 'x'\n", 6, 'unknown key "evidense"; did you mean "evidence"?'),
        (lines(finding=""), 1, '"finding" is missing; copy it from the report'),
        (lines() + lines(figures=""), 6, '"figures" is missing; give the figures as they were printed'),
        (lines(verdict=""), 1, '"verdict" is missing; give one of accepted, false-alarm'),
        (lines(reason=""), 1, '"reason" is missing; say in 10 characters or more why'),
        (lines(reason='"too short"'), 5, 'the reason "too short" is too short'),
        (lines(reason='"          x     "'), 5, "is too short"),
        (lines(verdict='"acepted"'), 4, '"acepted" is no verdict; did you mean "accepted"?'),
        (lines(verdict='"yes"'), 4, '"yes" is no verdict; allowed: accepted, '),
        (lines(verdict="1"), 4, '"verdict" must be a text in quotes'),
        (lines(finding='"1c0ffee1"'), 2, '"1c0ffee1" is no finding; copy it from the report'),
        (lines(figures='"9 million"'), 3, '"figures" must be a list of texts'),
        (lines(figures="[]"), 3, '"figures" must be a list of texts'),
        (lines(figures="[9]"), 3, '"figures" must be a list of texts'),
        (lines(until='"2031-06-01"'), 6, '"until" must be a day without quotes, as in until = 2031-04-05'),
        (lines(on="2031-06-01T10:00:00"), 6, '"on" must be a day without quotes'),
        (lines(article='"b.txt"'), 6, '"b.txt", yet this file is about "a.txt"'),
        (lines(article='"desk/a.txt"'), 6, "is no file of this folder; give the name alone"),
        (lines() + "\n" + lines(), 8, "sum-of-parts:1c0ffee1 is decided already ("),
    ],
)
def test_what_is_refused(tmp_path: Path, text: str, line: int, message: str) -> None:
    path = tmp_path / "a.txt.decisions.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(CheckerError) as caught:
        read(str(path))
    assert message in caught.value.message
    assert caught.value.place == f"{path}:{line}"


def test_a_folders_file_names_its_articles(tmp_path: Path) -> None:
    path = tmp_path / "decisions.toml"
    path.write_text(lines(), "utf-8")
    with pytest.raises(CheckerError, match='"article" is missing; name the file in this folder'):
        read(str(path))


@pytest.mark.parametrize("data", [b"\xff\xfe[", b"reason = '\xe9'"])
def test_bytes_that_are_not_utf8(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.txt.decisions.toml"
    path.write_bytes(data)
    with pytest.raises(CheckerError, match="save it as UTF-8"):
        read(str(path))


def test_two_files_may_hold_decisions_on_an_article(tmp_path: Path) -> None:
    article = str(tmp_path / "a.txt")
    assert on_article(article) == ()
    (tmp_path / "a.txt.decisions.toml").write_text(render([ONE]), "utf-8")
    others = [replace(TWO, article="a.txt"), replace(ONE, article="b.txt")]
    (tmp_path / "decisions.toml").write_text(render(others), "utf-8")
    assert bare(*on_article(article)) == bare(ONE, others[0])
    (tmp_path / "decisions.toml").write_text(render([replace(ONE, article="a.txt")]), "utf-8")
    with pytest.raises(CheckerError, match="is decided already"):
        on_article(article)


# ── writing ───────────────────────────────────────────────────────────────────────────────────────────────────────────

_words = st.text(st.characters(exclude_categories=["Cs"]), min_size=1).map(lambda text: " ".join(text.split()))
_day = st.dates().map(lambda day: day.isoformat())
_decisions = st.builds(
    Decision,
    finding=st.from_regex(r"[a-z]+(-[a-z]+){0,3}:[0-9a-f]{8}", fullmatch=True),
    figures=st.lists(_words, min_size=1).map(tuple),
    verdict=st.sampled_from(VERDICTS),
    reason=st.text(st.characters(exclude_categories=["Cs"])).map(lambda text: f"it was said: {text}"),
    evidence=_words,
    by=_words,
    on=st.just("") | _day,
    until=st.just("") | _day,
)


@given(st.lists(_decisions, unique_by=lambda one: one.finding))
def test_what_is_written_is_read(decisions: list[Decision]) -> None:
    assert bare(*DecisionFile("x.toml", render(decisions)).decisions) == decisions


def test_the_form_of_what_is_written() -> None:
    assert (
        render([TWO])
        == """\
[[decision]]
finding  = "growth:00000002"
figures  = ["9 million", "4 million"]
verdict  = "false-alarm"
reason   = "each quay is rounded apart"
by       = "mk"
on       = 2031-04-05
until    = 2031-06-01
"""
    )


def test_what_people_wrote_survives(tmp_path: Path) -> None:
    path = tmp_path / "a.txt.decisions.toml"
    path.write_text(BY_HAND, "utf-8")
    third = replace(ONE, finding="share:00000003")
    add(str(path), third)
    assert path.read_text("utf-8") == BY_HAND + "\n" + render([third])
    remove(str(path), [third])
    assert path.read_text("utf-8") == BY_HAND + "\n"


def test_a_second_decision_takes_the_place_of_the_first(tmp_path: Path) -> None:
    path = tmp_path / "a.txt.decisions.toml"
    path.write_text(BY_HAND, "utf-8")
    anew = replace(ONE, verdict="false-alarm")
    add(str(path), anew)
    before, after = BY_HAND[: BY_HAND.index("[[")], BY_HAND[BY_HAND.index("\n# the rate") :]
    assert path.read_text("utf-8") == before + render([anew]) + after


def test_what_is_removed_takes_no_comment_along(tmp_path: Path) -> None:
    path = tmp_path / "a.txt.decisions.toml"
    path.write_text(BY_HAND, "utf-8")
    remove(str(path), [ONE])
    left = path.read_text("utf-8")
    assert left == BY_HAND[: BY_HAND.index("[[")] + BY_HAND[BY_HAND.index("# the rate") :]
    remove(str(path), read(str(path)))
    assert path.read_text("utf-8").split("\n") == [
        *("# What the port desk knows.", "", "# asked the office on Tuesday", "# the rate", "# end of file", "")
    ]


def test_a_file_in_which_nothing_is_left_goes(tmp_path: Path) -> None:
    path = tmp_path / "a.txt.decisions.toml"
    add(str(path), ONE)
    remove(str(path), [TWO])
    assert bare(*read(str(path))) == [ONE]
    remove(str(path), [ONE])
    assert not path.exists()


@pytest.mark.parametrize("text", ["decision = [{" + ", ".join(lines().splitlines()[1:]) + "}]\n", "decision = []\n"])
def test_another_form_of_toml_is_left_alone(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.txt.decisions.toml"
    path.write_text(text, "utf-8")
    for one in (ONE, TWO):
        with pytest.raises(CheckerError, match=r"not changed; write each decision under its own \[\[decision\]\]"):
            add(str(path), one)
    assert path.read_text("utf-8") == text


def test_a_text_that_looks_like_a_header(tmp_path: Path) -> None:
    path = tmp_path / "a.txt.decisions.toml"
    text = lines(reason='"""it read:\n[[decision]]\nand so on"""')
    path.write_text(text, "utf-8")
    assert read(str(path))[0].place == str(path)
    with pytest.raises(CheckerError, match="not changed"):
        remove(str(path), [ONE])
    add(str(path), TWO)
    assert path.read_text("utf-8") == text + "\n" + render([TWO])


def test_line_ends_stay_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "a.txt.decisions.toml"
    path.write_bytes(lines().replace("\n", "\r\n").encode().rstrip())
    add(str(path), TWO)
    assert path.read_bytes() == (lines() + "\n" + render([TWO])).replace("\n", "\r\n").encode()


def test_a_link_stays_a_link_and_permissions_stay(tmp_path: Path) -> None:
    real, link = tmp_path / "real.toml", tmp_path / "a.txt.decisions.toml"
    real.write_text(lines(), "utf-8")
    real.chmod(0o640)
    link.symlink_to(real)
    add(str(link), TWO)
    assert link.is_symlink()
    assert real.stat().st_mode & 0o777 == 0o640
    assert sorted(os.listdir(tmp_path)) == ["a.txt.decisions.toml", "real.toml"]


@pytest.mark.parametrize("reason", ["short", "a lone \udce9 surrogate"])
def test_what_cannot_be_written_is_refused_before_anything_is(tmp_path: Path, reason: str) -> None:
    with pytest.raises(CheckerError):
        add(str(tmp_path / "a.txt.decisions.toml"), replace(ONE, reason=reason))
    assert os.listdir(tmp_path) == []


def test_where_decisions_go(tmp_path: Path) -> None:
    article, own, shared = (str(tmp_path / name) for name in ("a.txt", "a.txt.decisions.toml", "decisions.toml"))
    assert sidecar(article) == own
    Path(shared).write_text("", "utf-8")
    assert sidecar(article) == shared
    assert enter(article, ONE) == shared
    assert bare(*read(shared)) == [replace(ONE, article="a.txt")]
    Path(own).write_text("", "utf-8")
    assert sidecar(article) == own
    assert enter(article, replace(ONE, verdict="fixed")) == shared, "where it was decided before"
    assert enter(article, TWO) == own
    withdraw(article, on_article(article))
    assert on_article(article) == ()


def test_the_sidecar_beside_an_article_without_a_folder() -> None:
    assert sidecar("no-such-article.txt") == "no-such-article.txt.decisions.toml"


def test_what_silences() -> None:
    assert set(VERDICTS) - set(SILENCING) == {"needs-source", "fixed"}


def test_a_folder_that_nobody_may_write_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = str(tmp_path / "a.txt.decisions.toml")
    add(path, ONE)

    def refused(_path: str) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "unlink", refused)
    with pytest.raises(CheckerError, match="cannot be removed: Permission denied; make its folder one that") as caught:
        remove(path, [ONE])
    assert caught.value.place == path
