from __future__ import annotations

from collections import Counter
from xml.etree import ElementTree

import pytest
import reports_by_hand as hand
from written import faults, written

from checker.finding import Report
from checker.record import replace


def fates(report: Report, fail_on: str = "error") -> dict[str, str]:
    """A report → the names of its tests, each with what became of it."""
    suite = ElementTree.fromstring(written("junit", [report], fail_on=fail_on))[0]
    return {
        case.attrib["name"]: next((child.tag for child in case if child.tag != "system-out"), "passed")
        for case in suite.findall("testcase")
    }


def test_what_holds_is_counted() -> None:
    assert list(fates(hand.CLEAN).values()) == ["passed"]


def test_a_test_keeps_its_name_when_it_breaks() -> None:
    held = next(iter(fates(hand.CLEAN)))
    assert fates(hand.BROKEN)[held.replace("41.76", "41.67")] == "failure"


@pytest.mark.parametrize("level, failed", [("never", 0), ("error", 1), ("warning", 1), ("note", 2)])
def test_what_fails_goes_by_fail_on(level: str, failed: int) -> None:
    assert Counter(fates(hand.BROKEN, fail_on=level).values())["failure"] == failed


def test_what_was_not_decided_is_skipped() -> None:
    assert Counter(fates(replace(hand.BROKEN, findings=())).values()) == {"skipped": 2, "passed": 1}


def test_a_finding_without_a_relation_has_a_test() -> None:
    found = fates(replace(hand.BROKEN, checked=(), findings=(hand.ERROR,)))
    assert found == {"sum-of-parts: 41.67 million tonnes; 23.77 million tonnes; 17.99 million tonnes": "failure"}


def test_no_two_tests_of_a_suite_share_a_name() -> None:
    text = written("junit", [replace(hand.BROKEN, findings=(), checked=hand.BROKEN.checked * 3)])
    names = [case.attrib["name"] for case in ElementTree.fromstring(text).iter("testcase")]
    assert len(names) == len(set(names)) == 9
    assert faults("junit", text) == []


def test_totals_add_up() -> None:
    root = ElementTree.fromstring(written("junit", [hand.BROKEN, hand.CLEAN], (("a.txt", "gone"),)))
    for name in ("tests", "failures", "errors"):
        assert int(root.attrib[name]) == sum(int(suite.attrib[name]) for suite in root)
    assert root.attrib["errors"] == "1"
