"""Witnesses on top of the rules: the rules' findings stay, and a witness adds warnings, or errors where two agree."""

from __future__ import annotations

from typing import Any

import pytest
from copydesk import ARTICLE, CHAIN, CLEAN, PART, STATED, alone, checked, rules
from hypothesis import given
from hypothesis import strategies as st

from checker.cassette import Answer
from checker.document import to_dict
from checker.finding import Report
from checker.format import Whole
from checker.hearing import heard
from checker.html import html_of, html_part
from checker.mask import mask
from checker.options import Options
from checker.render import text_of, witnesses_of
from checker.summary import tally_of
from checker.witness import weighed


def hear(*stated: object, text: str = ARTICLE) -> Report:
    """What each of several witnesses stated → the report."""
    answers = [Answer(f"model-{k}", "1", "reading", f"key-{k}", one) for k, one in enumerate(stated, 1)]
    return heard(checked(text), [weighed(one, mask(text), checked(text), rules()) for one in answers], rules())


def only(**stated: object) -> dict[str, object]:
    return {"chains": [], **stated}


def test_clean_copy_stays_silent() -> None:
    assert hear(STATED, STATED, text=CLEAN).findings == ()


def test_one_witness_warns() -> None:
    report = hear(STATED)
    (finding,) = report.findings
    assert (finding.rule, finding.level, finding.bound_by) == ("witness", "warning", "witness")
    assert finding.message == "5.2 million is given again as 5.9 million"
    assert finding.words == ("Openings at the yards reach 5.2 million", "the labour office counted 5.9 million")
    assert finding.figures == ("f1", "f2")
    assert {suspect.figure for suspect in finding.suspects} == {"f1", "f2"}
    assert finding.proof
    assert "bound by: the witness model-1, from the words “Openings at the yards reach 5.2 million”" in text_of(report)


def test_two_that_agree_may_be_an_error() -> None:
    other = {"chains": [], "relations": [{"expression": "0 == n2 - n1", "words": ["the labour office counted"]}]}
    report = hear(STATED, other)
    (finding,) = report.findings
    assert (finding.level, finding.bound_by) == ("error", "witnesses agree")
    assert "bound by: the witnesses, who agree, model-1, model-2, from" in text_of(report)


def test_only_who_stated_it_is_named() -> None:
    report = hear(STATED, only(relations=[PART]))
    (finding,) = report.findings
    assert finding.models == ("model-1",)
    assert "bound by: the witness model-1, from" in text_of(report)
    page = html_of(Whole((html_part(report, Options(())),), (), tally_of([report]), Options(()), ""))
    assert "<p>the witness model-1, from the words" in page


def test_of_above_and_not_below_the_weaker_holds() -> None:
    text = "Rents were 100 crowns in Arden, and those of Brill, 100 crowns, were said to be above them."
    strict = only(relations=[{"expression": "n2 > n1", "words": ["were said to be above"]}])
    weak = only(relations=[{"expression": "n2 >= n1", "words": ["were said to be above"]}])
    assert [one.formula for one in relations(hear(strict, weak, text=text))] == ["f2 >= f1"]
    assert [one.formula for one in relations(hear(weak, strict, text=text))] == ["f2 >= f1"]


SPREAD = "Varn pays 4.{} percent and Brill 3.1 percent, a spread of 130 basis points."


@pytest.mark.parametrize("expression", ["n3 == n1 - n2", "n3 == 100 * (n1 - n2)"])
@pytest.mark.parametrize("digit, found", [("4", 0), ("9", 1)])
def test_basis_points_are_percent_or_counted(expression: str, digit: str, found: int) -> None:
    stated = only(relations=[{"expression": expression, "words": ["a spread of ⟦n3⟧ basis points"]}])
    assert len(hear(stated, text=SPREAD.format(digit)).findings) == found


def test_a_printed_sign_belongs_to_its_number() -> None:
    text = "The index rose to minus 6.5 percent. In May it had been at minus 6.9 percent, the survey said."
    stated = only(relations=[{"expression": "n1 > n2", "words": ["rose to ⟦n1⟧ percent"]}])
    assert hear(stated, text=text).findings == ()
    assert len(hear(stated, text=text.replace("6.9", "6.1")).findings) == 1


def test_a_figure_that_stands_twice_in_a_relation() -> None:
    between = only(relations=[{"expression": "(n1 - n2) * (n2 - n1) >= 0", "words": ["Openings at the yards"]}])
    (relation,) = [one for one in hear(between).checked if one.relation.bound_by == "witness"]
    assert relation.arithmetic == ""


def relations(report: Report) -> list[Any]:
    return [one.relation for one in report.checked if one.relation.bound_by != "rules"]


def test_what_the_rules_bind_too_adds_nothing() -> None:
    report = hear(STATED)
    assert [(one.known, one.accepted) for one in report.witnesses] == [(1, 2)]
    assert [one.formula for one in relations(report)] == ["f1 == f2", "f3 < f2"]


def test_figures_that_were_bound_are_checked() -> None:
    states = {state.figure: (state.state, state.why) for state in hear(STATED).states}
    assert states["f1"] == ("checked", "witness")
    assert sum(hear(STATED).coverage().values()) == 2 * len(hear(STATED).figures)


def test_one_slip_is_not_told_twice() -> None:
    text = "Rents rose 8 percent to 104.3 crowns from 100.3 crowns, the council said."
    told = checked(text).findings
    assert [one.level for one in told] == ["error"]
    again = only(relations=[{"expression": "n2 > 2 * n3", "words": ["Rents rose"]}])
    assert hear(again, again, text=text).findings == told


@given(st.lists(st.sampled_from(["n1 > n2", "n2 > n1", "n3 == n2", "n5 == n6", "n6 > n5", "n7 > n9", "n5 == 2 * n6"])))
def test_the_rules_findings_are_the_same_whatever_is_said(expressions: list[str]) -> None:
    for text in (ARTICLE, ARTICLE.replace("104", "140")):
        claims = [{"expression": one, "words": [words]} for one in expressions for words in ("yards", "Rents in Varn")]
        report = hear(only(relations=claims, chains=[CHAIN]), text=text)
        rules_only = checked(text)
        assert alone(report).findings == rules_only.findings
        assert alone(report).checked == rules_only.checked
        assert report.findings[: len(rules_only.findings)] == rules_only.findings
        assert all(one.level == "warning" for one in report.findings if one.bound_by == "witness")
        named = {name for one in rules_only.findings for name in one.figures}
        assert all(named.isdisjoint(one.figures) for one in report.findings if one.bound_by == "witness")


def test_a_rule_that_a_witness_binds_is_a_warning() -> None:
    text = "Varn's rents came to 140 crowns.\n\nA year ago, it said, they stood at 100. The rise was 4 percent."
    roles = {"now": ["n1"], "before": ["n2"], "rate": ["n3"]}
    stated = {"rule": "growth-from-levels", "roles": roles, "words": ["The rise was"]}
    (finding,) = hear(only(relations=[stated]), text=text).findings
    assert (finding.rule, finding.level, finding.bound_by) == ("growth-from-levels", "warning", "witness")
    (finding,) = hear(only(relations=[stated]), only(relations=[stated]), text=text).findings
    assert (finding.level, finding.bound_by) == ("error", "witnesses agree")


def test_an_excuse_in_the_sentence_makes_it_milder() -> None:
    text = "Sales of Arden went, by 3 percent like-for-like, to 5.2 million crowns, 4.8 million before."
    stated = only(relations=[{"expression": "100 * n2 == n3 * (100 + n1)", "words": ["by ⟦n1⟧ percent"]}])
    found = [one for one in hear(stated, stated, text=text).findings if one.bound_by != "rules"]
    assert all(one.level == "warning" and one.excuse for one in found)


@pytest.mark.parametrize(
    "expression, verdict",
    [("n8 == n9 - n7", "consistent"), ("n7 < n9", "consistent"), ("n9 - n7 == n8 + n8", "inconsistent")],
)
def test_years(expression: str, verdict: str) -> None:
    report = hear(only(relations=[{"expression": expression, "words": ["founded in", "years old"]}]))
    (own,) = [one for one in report.checked if one.relation.bound_by != "rules"]
    assert own.verdict.removesuffix("-rounding") == verdict


def test_an_age_that_does_not_go_with_its_years() -> None:
    text = ARTICLE.replace("was 70", "was 50")
    (finding,) = hear(only(relations=[{"expression": "n8 == n9 - n7", "words": ["founded in"]}]), text=text).findings
    assert "50 years old" in finding.message
    assert {suspect.figure for suspect in finding.suspects} == {"f7", "f8", "f9"}


def test_names_that_are_counted() -> None:
    named = {"id": "n10", "items": ["Brenn", "Corve"], "words": ["⟦n10⟧ others, first Brenn and then Corve"]}
    (finding,) = hear(only(counts=[named])).findings
    assert finding.message == "Three does not count the 2 that are named"


@pytest.mark.parametrize("rank, told", [("third", []), ("fourth", ["fourth"]), ("No. 3", []), ("No. 2", ["2"])])
def test_a_rank_behind_those_who_are_named(rank: str, told: list[str]) -> None:
    name = "⟦n1⟧th-largest" if "No" not in rank else "No. ⟦n1⟧"
    text = f"Corve, the {name} maker of pumps after Alda and Brenn, has shut a mill."
    named = {"id": "n1", "behind": ["Alda", "Brenn"], "words": [f"the {name} maker of pumps after"]}
    text = text.replace("⟦n1⟧th", rank).replace("No. ⟦n1⟧", rank)
    found = [one for one in hear(only(counts=[named]), text=text).findings if one.rule == "witness"]
    assert [one.message for one in found] == [f"{it} is no place right behind the 2 that are named" for it in told]


def test_one_quantity_that_is_also_called_more() -> None:
    text = "Alda's shares rose more than 3 percent on Monday.\n\nBy noon they were up {} percent in thin trade."
    chain = {"ids": ["n1", "n2"], "words": ["shares rose more than ⟦n1⟧ percent", "they were up ⟦n2⟧ percent"]}
    more = {"expression": "n2 > n1", "words": ["rose more than ⟦n1⟧ percent"]}
    assert hear(only(chains=[chain]), only(relations=[more]), text=text.format("3.4")).findings == ()
    (finding,) = hear(only(chains=[chain]), only(relations=[more]), text=text.format("2.4")).findings
    assert finding.message == "3 percent is given again as 2.4 percent"


def test_years_of_two_digits() -> None:
    text = "Brenn makes pumps. It lifted its FY08 outlook in May.\n\nThe firm foresees a gain in sales in fiscal {}."
    chain = {"ids": ["n1", "n2"], "words": ["its FY⟦n1⟧ outlook", "sales in fiscal ⟦n2⟧"]}
    assert hear(only(chains=[chain]), text=text.format("2008")).findings == ()
    assert [one.rule for one in hear(only(chains=[chain]), text=text.format("2006")).findings] == ["witness"]


DATES = [  # article, words before the one and before the other, and what both say: rightly, wrongly
    ("Alda sold bonds on {} August.\n\nThe sale of {} August is probed.", ("bonds on", "sale of"), (2, 2), (2, 12)),
    ("Its {} plan is short.\n\nIt hopes for more than the plan of {}.", ("Its", "plan of"), (1987, 1987), (1987, 1978)),
    ("The {} rise in a row.\n\nThat {} rise was small.", ("The", "That"), ("fifth", "fifth"), ("fifth", "sixth")),
    ("Brenn set a goal in {}.\n\nFunds for the {} goal fell.", ("goal in", "for the"), (2005, 2005), (2005, 2015)),
]


@pytest.mark.parametrize("text, before, right, wrong", DATES)
def test_dates_and_places_in_a_row_that_are_told_again(
    text: str, before: tuple[str, str], right: tuple[object, object], wrong: tuple[object, object]
) -> None:
    words = [f"{led} ⟦n{k}⟧" for k, led in enumerate(before, 1)]
    stated = only(chains=[{"ids": ["n1", "n2"], "words": words}])
    assert hear(stated, text=text.format(*right)).findings == ()
    assert [one.rule for one in hear(stated, text=text.format(*wrong)).findings] == ["witness"]


@pytest.mark.parametrize("when, told", [("early 2001", 0), ("early 1997", 0), ("early 1992", 1)])
def test_a_decade_and_a_year(when: str, told: int) -> None:
    text = f"Brenn was the darling of the late 1990s.\n\nIt went under in {when}."
    later = {"expression": "n1 <= n2", "words": ["darling of the late ⟦n1⟧s", "It went under"]}
    assert len(hear(only(relations=[later]), text=text).findings) == told


@pytest.mark.parametrize("lead, told", [("seven", 0), ("nine", 1)])
def test_points_of_a_lead_are_those_of_percentages(lead: str, told: int) -> None:
    text = f"Alda's party has a {lead} point lead, with 52 pct to 45 pct of those who were asked."
    gap = {"expression": "n1 == n2 - n3", "words": ["point lead, with ⟦n2⟧ pct to ⟦n3⟧ pct"]}
    assert len(hear(only(relations=[gap]), text=text).findings) == told


@pytest.mark.parametrize("said, told", [("doubles", 0), ("triples", 1)])
def test_a_multiple_and_the_direction_of_one_word(said: str, told: int) -> None:
    text = f"Alda profit {said} on sales of ⟦n1⟧ pumps\n\nAlda, a maker of pumps, said its profit doubled in May."
    both = [f"Alda profit {said}", "said its profit doubled"]
    stated = only(wordings=[{"same": same, "words": both} for same in ("direction", "multiple")])
    assert len(hear(stated, text=text.replace("⟦n1⟧", "40")).findings) == told


def test_the_page_says_who_bound_it() -> None:
    options = Options(())
    report = hear(STATED, STATED)
    page = html_of(Whole((html_part(report, options),), (), tally_of([report]), options, ""))
    assert "<h4>Bound by</h4>\n<p>the witnesses, who agree, model-1, model-2, from the words “Openings at" in page


def test_the_document_and_the_list_of_what_was_dropped() -> None:
    report = hear(STATED | {"relations": [{"expression": "n1 == n98", "words": ["Openings"]}]})
    (witness,) = to_dict(report)["witnesses"]
    assert witness["dropped"] == [{"what": "n1 == n98", "why": "there is no n98 in the text"}]
    shown = witnesses_of(report)
    assert "witness model-1, reading: 1 relations accepted, 0 more that the rules bind too, 1 dropped" in shown
    assert "dropped: n1 == n98 — there is no n98 in the text" in shown
    assert "f1 == f2, inconsistent" in shown
    assert shown in text_of(report, verbose=True)
