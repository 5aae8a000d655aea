from __future__ import annotations

import json
import re
from typing import Any

import pytest
import reports_by_hand as hand
from test_readme import ROOT, run_check
from written import faults, written

from checker import sarif
from checker.finding import Report, Suppressed
from checker.record import replace
from checker.rulecard import cards


def run_of(*reports: Report, problems: tuple[tuple[str, str], ...] = ()) -> Any:
    (run,) = json.loads(written("sarif", reports, problems))["runs"]
    return run


def test_an_example_as_code_scanning_reads_it() -> None:
    done = run_check(["--format", "sarif", "examples/trade-slip.txt", "examples/trade-clean.txt"])
    assert (done.returncode, faults("sarif", done.stdout)) == (1, [])
    (run,) = json.loads(done.stdout)["runs"]
    (result,) = run["results"]
    (location,) = result["locations"]
    where = location["physicalLocation"]
    assert where["artifactLocation"] == {"uri": "examples/trade-slip.txt", "uriBaseId": "%SRCROOT%"}
    region = where["region"]
    line = (ROOT / "examples" / "trade-slip.txt").read_text("utf-8").splitlines()[region["startLine"] - 1]
    assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == "84.69 billion crowns"
    (rule,) = run["tool"]["driver"]["rules"]
    assert (rule["id"], result["ruleId"], result["ruleIndex"]) == ("parts-make-whole", "parts-make-whole", 0)
    for words in (rule["shortDescription"]["text"], rule["fullDescription"]["text"]):
        assert 0 < len(words) <= 1_024
    assert all(rule["help"].values())
    assert rule["properties"]["precision"] in ("very-high", "high", "medium", "low")
    assert len(rule["properties"]["tags"]) <= 10


def test_every_shipped_rule_can_be_told() -> None:
    from checker.pack import load_pack
    from checker.rulecard import cards

    ids = {rule.id for rule in load_pack().rules}
    told = cards(ids, ())
    assert [card["id"] for card in told] == sorted(ids)
    assert [card["id"] for card in told if "markdown" not in card["help"]] == []


def test_links_lead_to_the_other_figures() -> None:
    result = run_of(hand.BROKEN)["results"][0]
    links = re.findall(r"\[([^\]]*)\]\((\d+)\)", result["message"]["text"])
    related = {str(one["id"]): one["message"]["text"] for one in result["relatedLocations"]}
    assert {number: words.replace(": ", " ") for number, words in related.items()} == {n: words for words, n in links}
    assert result["message"]["text"].startswith(hand.ERROR.message + ".\n")


def test_the_flow_is_in_order_of_reading() -> None:
    flow = run_of(hand.BROKEN)["results"][1]["codeFlows"][0]["threadFlows"][0]["locations"]
    columns = [step["location"]["physicalLocation"]["region"]["startColumn"] for step in flow]
    assert columns == sorted(columns)


def test_one_figure_alone_has_no_flow() -> None:
    alone = replace(hand.BROKEN, findings=(replace(hand.ERROR, figures=("f1",)),))
    assert {"relatedLocations", "codeFlows"}.isdisjoint(run_of(alone)["results"][0])


@pytest.mark.parametrize("by, kind", [("decision", "external"), ("baseline", "external"), ("mark", "inSource")])
@pytest.mark.parametrize("reason", ["rounded apart", ""])
def test_what_is_answered_for_stays_in(by: str, kind: str, reason: str) -> None:
    answered = Suppressed(hand.ERROR, by, "accepted", reason, "a.txt:12")
    first, last = run_of(replace(hand.BROKEN, findings=(hand.NOTE,), suppressed=(answered,)))["results"]
    assert "suppressions" not in first
    (suppression,) = last["suppressions"]
    assert (suppression["kind"], suppression["status"], suppression.get("justification", "")) == (
        kind,
        "accepted",
        reason,
    )


def test_a_run_that_checked_everything_succeeded() -> None:
    assert run_of(hand.BROKEN)["invocations"][0]["executionSuccessful"] is True
    invocation = run_of(hand.BROKEN, problems=(("a.txt", "gone"),))["invocations"][0]
    assert invocation["executionSuccessful"] is False
    assert [one["message"]["text"] for one in invocation["toolExecutionNotifications"]] == ["a.txt: gone"]


@pytest.mark.parametrize(
    "path, location",
    [
        ("./a b.txt", {"uri": "a%20b.txt", "uriBaseId": "%SRCROOT%"}),
        ("/elsewhere/a.txt", {"uri": "file:///elsewhere/a.txt"}),
        ("-", {"uri": "stdin"}),
    ],
)
def test_where_an_article_is(path: str, location: dict[str, str]) -> None:
    run = run_of(replace(hand.BROKEN, article=replace(hand.ARTICLE, path=path)))
    assert run["artifacts"][0]["location"] == location
    assert run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"] == location


def test_more_results_than_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sarif, "RESULTS", 3)
    monkeypatch.setattr(sarif, "LOCATIONS", 2)
    run = run_of(hand.BROKEN, hand.BROKEN)
    assert [result["level"] for result in run["results"]] == ["error", "error", "note"]
    told = run["invocations"][0]["toolExecutionNotifications"]
    assert [one["message"]["text"] for one in told] == ["left out: 1 further result"]
    assert [len(result["relatedLocations"]) for result in run["results"]] == [1, 1, 1]


def test_the_rule_of_a_witness_has_its_card() -> None:
    (card,) = cards({"witness"}, ())
    assert card["properties"]["precision"] == "medium"
    assert card["properties"]["tags"] == ["consistency", "witness", "W01"]
    assert card["defaultConfiguration"] == {"level": "warning"}
    assert "language model" in card["fullDescription"]["text"]
    assert "Formula" not in card["help"]["markdown"]
