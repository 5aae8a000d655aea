"""Phrases of time, in brackets, and the keys they are read as; first those that name no period."""

from __future__ import annotations

import time

import pytest

from checker.period import comparable, is_base, periods

SILENT = [
    "There were 1,250 boats in the harbour.",
    "Some 1914.5 tonnes were landed.",
    "The fund holds $2010 in coins.",
    "Route 66 and gate 2020% remain.",
    "It paid 2,015 million.",
    "About 2050 points were scored.",
    "They may march, and the second may follow.",
    "Nobody marched on the town.",
    "The last of the boats left.",
    "He came first, she second.",
    "Halfway through, it rained.",
    "The firm sold 12 quarterly reports.",
    "He is 3 years old.",
    "The next step is unclear.",
    "A day is long.",
    "The yearling won.",
    "an hour ago",
    "€2020 or #2021",
    "2020 dollars",
    "in 2020 per cent of",
    "He left on the 3rd.",
    "the half-eaten year",
    "1/2/3/4/5",
    "the the the the",
    "a a a a",
    "on and on and on",
]

READ = [
    ("It fell in [2019].", "2019"),
    ("Output of [1998] was never matched.", "1998"),
    ("sales rose in [March 2021]", "2021-03"),
    ("sales rose in [Mar. 2021]", "2021-03"),
    ("sales rose in [MARCH]", "M03"),
    ("sales in [Sept, 2020]", "2020-09"),
    ("the total for [May]", "M05"),
    ("on [June 5, 2018], it closed", "2018-06-05"),
    ("on [June 5] it closed", "M06-05"),
    ("on [Oct. 3rd] it closed", "M10-03"),
    ("on the [14th of July 2012]", "2012-07-14"),
    ("on [5 June 2018]", "2018-06-05"),
    ("by [30 Nov] it had", "M11-30"),
    ("between [January] and [March]", "M01 M03"),
    ("[January-March 2022] output", "2022-01..03"),
    ("[January to March] output", "M01..03"),
    ("from [April through June, 2017],", "2017-04..06"),
    ("from [Sep - Nov of 2016]", "2016-09..11"),
    ("on [January 2] to [March 5]", "M01-02 M03-05"),
    ("in [the first quarter]", "Q1"),
    ("in [the first quarter of 2024]", "2024-Q1"),
    ("[the third quarter 2011]", "2011-Q3"),
    ("[the 4th quarter of fiscal 2015]", "2015-Q4"),
    ("[fiscal second quarter 2015]", "2015-Q2"),
    ("in [the first half]", "H1"),
    ("[the second half of 2009]", "2009-H2"),
    ("[the opening half]", "H1"),
    ("[the final quarter]", "Q4"),
    ("the twenty-[first quarter]", "Q1"),
    ("in [Q3]", "Q3"),
    ("in [Q3 2019]", "2019-Q3"),
    ("[H1 of 2020]", "2020-H1"),
    ("in [2Q]", "Q2"),
    ("in [4Q21]", "2021-Q4"),
    ("in [fiscal 2023]", "FY2023"),
    ("[fiscal year 2023-24]", "FY2023"),
    ("the [financial year 2019/20]", "FY2019"),
    ("[FY2022]", "FY2022"),
    ("[FY 22]", "FY2022"),
    ("[FY'21]", "FY2021"),
    ("the [2014-15] season", "FY2014"),
    ("[2014]-15-16", "2014"),
    ("[the first nine months]", "M01..09"),
    ("[the first nine months of 2019]", "2019-01..09"),
    ("[the first 11 months of this year]", "M01..11"),
    ("[the first six months to June 30]", "M01..06"),
    ("[the first six months ended June 30, 2010]", "2010-01..06"),
    ("in [the last three months]", "~3M-"),
    ("in [the past 12 months]", "~12M-"),
    ("[the previous two weeks]", "~2W-"),
    ("over [the next five years]", "~5Y+"),
    ("[the latest four quarters]", "~4Q-"),
    ("[the first two quarters of 2013]", "2013-01..06"),
    ("[the opening three months of calendar 2008]", "2008-01..03"),
    ("[the nine months to September]", "M01..09"),
    ("[nine months ended Sept. 30, 2007]", "2007-01..09"),
    ("[the 12 months to end-March 2016]", "12M..2016-03"),
    ("the [year to March]", "year..-03"),
    ("the [year ended March 31, 2004]", "year..2004-03"),
    ("the [quarter that ended in June]", "quarter..-06"),
    ("in the [half ending on December 31]", "half..-12"),
    ("[year to end-June 2001]", "year..2001-06"),
    ("[a year ago]", "~Y-1"),
    ("[one year earlier]", "~Y-1"),
    ("[two years before]", "~Y-2"),
    ("[12 months earlier]", "~M-12"),
    ("[three quarters previously]", "~Q-3"),
    ("[six-months-ago]", "~M-6"),
    ("[five decades ago]", "~10Y-5"),
    ("[a year-earlier] loss", "~Y-1"),
    ("the [year-ago period]", "~Y-1"),
    ("the [year-earlier quarter]", "~Y-1"),
    ("[a month earlier]", "~M-1"),
    ("[month ago]", "~M-1"),
    ("[the same period of 2018]", "~S2018"),
    ("[the same period last year]", "~Y-1"),
    ("[the same period a year earlier]", "~Y-1"),
    ("[the corresponding quarter of the previous year]", "~Y-1"),
    ("[that same month]", "~Y-1"),
    ("[the comparable nine months period]", "~Y-1"),
    ("[the same three-month period in 2005]", "~S2005"),
    ("[last year]", "~Y-1"),
    ("[this year]", "~Y0"),
    ("[last fiscal year]", "~Y-1"),
    ("[this quarter]", "~Q0"),
    ("[next month]", "~M+1"),
    ("the [previous month]", "~M-1"),
    ("the [prior season]", "~Y-1"),
    ("the [current financial year]", "~Y0"),
    ("the [following week]", "~W+1"),
    ("the [past decade]", "~10Y-1"),
    ("[last year's] sale", "~Y-1"),
    ("the [same day]", "~D0"),
    ("the [latest session]", "~D0"),
    ("[the year before]", "~Y-1"),
    ("[the quarter earlier]", "~Q-1"),
    ("[the week before]", "~W-1"),
    ("[year-on-year]", "yoy"),
    ("rose [year on year]", "yoy"),
    ("[month over month]", "mom"),
    ("[quarter-to-date]", "qoq"),
    ("up 3 percent [on the year]", "yoy"),
    ("down [on month]", "mom"),
    ("[on the quarter]", "qoq"),
    ("[the 1990s]", "1990s"),
    ("[the early 1980s]", "1980s"),
    ("[the late-1970's]", "1970s"),
    ("[mid 2000s]", "2000s"),
    ("on [Monday]", "W:mon"),
    ("by [Friday] and [Saturday]", "W:fri W:sat"),
    ("it opened [today]", "W:today"),
    ("[OVERNIGHT] it fell", "W:overnight"),
    ("It closed [yesterday], on [Tuesday], [March 3, 2015].", "W:yesterday W:tue 2015-03-03"),
    ("From [2001] to [2005], and again [last year].", "2001 2005 ~Y-1"),
    ("Growth was 3% in [2010], 4% in [2011] and 5% in [the first quarter of 2012].", "2010 2011 2012-Q1"),
    ("In [May], [the first five months of 2020] and [a year earlier].", "M05 2020-01..05 ~Y-1"),
    ("[the first 20 months to March 2003]", "2003-01..03"),
    ("[the 18 months to June 2002]", "18M..2002-06"),
    ("It was [1999]-2000.", "1999"),
    ("in [1850], not 1750", "1850"),
    ("In [2020]. [2021] came.", "2020 2021"),
    ("On [March 5], 2.5 million", "M03-05"),
    ("On [March] 50", "M03"),
    ("[March] 5% higher", "M03"),
    ("in [May] [2020s]", "M05 2020s"),
    ("[the last seven days] of the sale", "~7D-"),
    ("Over [the next two days] it rained.", "~2D+"),
]

SAME = [
    ("2023-11", "2023-11", True),
    ("Q4", "Q4", True),
    ("2023-11", "2022-11", False),
    ("2023-11", "2023-10", False),
    ("2023-Q1", "2023-H1", False),
    ("Q1", "Q2", False),
    ("2023-11", "M11", None),
    ("2023", "", None),
    ("", "", None),
    ("~Y-1", "2022", None),
    ("W:fri", "M11-30", None),
    ("yoy", "yoy", True),
]


def shown(text: str) -> tuple[str, str]:
    """A text → the same with its periods in brackets, and their keys."""
    found = periods(text, 0, len(text))
    for period in reversed(found):
        text = f"{text[: period.start]}[{text[period.start : period.end]}]{text[period.end :]}"
    return text, " ".join(period.key for period in found)


@pytest.mark.parametrize("text", SILENT)
def test_other_words_name_no_period(text: str) -> None:
    assert shown(text) == (text, "")


@pytest.mark.parametrize("text, keys", READ, ids=[text for text, _ in READ])
def test_a_phrase_is_read_whole(text: str, keys: str) -> None:
    assert shown(text.replace("[", "").replace("]", "")) == (text, keys)


@pytest.mark.parametrize("text, keys", READ, ids=[text for text, _ in READ])
def test_only_the_sentence_is_read(text: str, keys: str) -> None:
    plain = text.replace("[", "").replace("]", "")
    start = len("In 2001. ")
    found = periods(f"In 2001. {plain} In 2002.", start, start + len(plain))
    assert " ".join(period.key for period in found) == keys


@pytest.mark.parametrize("a, b, expected", SAME)
def test_periods_compare_as_far_as_they_are_printed(a: str, b: str, expected: bool | None) -> None:
    assert comparable(a, b) is expected
    assert comparable(b, a) is expected


@pytest.mark.parametrize("key", ["~Y-1", "~M-2", "~S2018", "yoy", "qoq"])
def test_a_base_is_told_by_its_key(key: str) -> None:
    assert is_base(key)


@pytest.mark.parametrize("key", ["2023", "M11", "~Y0", "~Y+1", "~3M-", "W:fri", "1990s", ""])
def test_a_time_is_no_base(key: str) -> None:
    assert not is_base(key)


@pytest.mark.parametrize("piece", ["the early ", "first ", "a ", "1", "2010 ", "March ", "the same ", "on the ", " "])
def test_reading_takes_time_in_line_with_the_text(piece: str) -> None:
    def cost(count: int) -> int:
        start = time.process_time_ns()
        periods(piece * count, 0, len(piece) * count)
        return time.process_time_ns() - start

    # Ten times the text; were the time squared it would be a hundred.
    assert min(cost(20_000) for _ in range(3)) < 40 * max(1_000_000, min(cost(2_000) for _ in range(3)))
