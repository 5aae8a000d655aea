"""Tables that were flattened into text: what is read of them, what they prove, and what only looks like one."""

from __future__ import annotations

import pytest

from checker.article import read
from checker.grid import grids
from checker.pack import load_pack
from checker.pipeline import check

PACK = load_pack()
RULES = {
    *("table-total", "table-balance", "table-growth", "table-move", "table-carried", "table-unchanged", "table-bounds"),
    "direction",
}

READ = [
    ("Oats 871 1,296 Rye 2,167 1,737 Total 3,038 3,033", ["871 1296", "2167 1737", "3038 3033"]),
    ("Oats 871 1,296\nRye 2,167 1,737\n\nTotal 3,038 3,033", ["871 1296", "2167 1737", "3038 3033"]),
    ("Arden 59 pct 33 pct Brill 54 pct 36 pct Corve 40 pct 34 pct", ["59 33", "54 36", "40 34"]),
    ("Arden 129 (+2) Brill 71 (-4) Corve 69 (-10)", ["129 2", "71 -4", "69 -10"]),
    ("Arden 6720 up 150 Brill 6710 off 30 Corve 69 unch", ["6720 150", "6710 -30", "69 0"]),
    ("Arden 1.2 mln nil Brill 3 mln 4 mln Corve -- 5 mln", ["1200000 0", "3000000 4000000", "0 5000000"]),
    ("Arden 100 60 Total 11 markets 7,100 8,000 Brill 20 30", ["100 60", "7100 8000", "20 30"]),
    # No tables: too few rows, one figure a name, other figures in each.
    ("Oats 871 1,296 Rye 2,167 1,737", []),
    ("Oats 871 Rye 2,167 Barley 440", []),
    ("Oats 871 1,296 Rye 2,167 1,737 444 Barley 20 30 40 50", []),
    ("Shr 27 cts vs 20 cts Net 13.5 mln vs 13.2 mln Revs 38.3 mln vs 12.9 mln", []),
]


@pytest.mark.parametrize("text, rows", READ)
def test_rows_are_read_of_a_running_line(text: str, rows: list[str]) -> None:
    found = [" ".join(str(cell.value) for cell in row.cells) for grid in grids(text) for row in grid.rows]
    assert found == rows


TRUST = (
    "Country 2009 2008 Rising trust: Arden 59 pct {0} pct Brill 54 pct 36 pct Corve 54 pct 40 pct Dorn 49 pct 46 pct"
    " Unchanged: Eskil 62 pct {1} pct Falling trust: Halden 67 pct {2} pct Ilm 42 pct 52 pct"
)
STOCKS = "NOW THEN YEAR AGO Oats 871 1,296 2,046 Rye 2,167 {0} 444 Barley 297 296 228 Total {1} 3,329 2,718"
ACCOUNT = (
    "RYE 04/09/87 03/09/87 04/09/86 03/09/86 Start Stcks 4.07 3.72 5.14 5.11 Production 73.95 74.50 68.28 {0}"
    " Use 71.68 72.76 69.35 69.77 End Stcks 6.34 5.46 4.07 3.72"
)
SALES = "NOW BEFORE PCT Arden 306,190 294,694 {0} Brill 101,830 106,127 -4.0 Corve 199,509 184,825 7.9 Dorn 48,510 "
SALES += "37,427 29.6 Eskil 22,304 25,991 -14.2"
LED = "Output was {0} tonnes against 1,437,722 tonnes a year before. By mill: Arden 954,303 (840,440), Brill 119,954"
LED += " (138,944), Corve 26,248 (26,246), Dorn 695,616 (432,092)"
COCOA = "MTH BYR SLR HIGH LOW May 1289 1290 1296 1287 Jul 1318 1319 1324 {0} Sep 1340 {1} 1345 1337 Dec 1365"
COCOA += " 1366 1370 1365"
PROVED = [
    (COCOA.format(1317, 1341), "table-bounds", "consistent"),
    (COCOA.format(1371, 1341), "table-bounds", "inconsistent"),
    (COCOA.format(1317, 1314), "table-bounds", "inconsistent"),
    (TRUST.format(33, 62, 71), "direction", "consistent"),
    (TRUST.format(63, 62, 71), "direction", "inconsistent"),
    (TRUST.format(33, 62, 17), "direction", "inconsistent"),
    (TRUST.format(33, 26, 71), "table-unchanged", "inconsistent"),
    (STOCKS.format("1,737", "3,335"), "table-total", "consistent"),
    (STOCKS.format("1,737", "3,535"), "table-total", "inconsistent"),
    (STOCKS.format("1,773", "3,335"), "table-total", "inconsistent"),
    (ACCOUNT.format("68.38"), "table-balance", "consistent"),
    (ACCOUNT.format("63.88"), "table-balance", "inconsistent"),
    (SALES.format(3.9), "table-growth", "consistent"),
    (SALES.format(9.3), "table-growth", "inconsistent"),
    (LED.format("1,796,121"), "table-total", "consistent"),
    (LED.format("1,769,121"), "table-total", "inconsistent"),
]


@pytest.mark.parametrize("text, rule, verdict", PROVED)
def test_a_table_proves_its_own_arithmetic(text: str, rule: str, verdict: str) -> None:
    report = check(read(text + "\n"), PACK)
    assert verdict in {one.verdict.replace("-rounding", "") for one in report.checked if one.relation.rule == rule}
    assert {f.rule for f in report.findings} == ({rule} if verdict == "inconsistent" else set())


SILENT = [
    # Heads that the rows do not bear out.
    "MTH LOW HIGH May 1290 1289 Jul 1319 1318 Sep 1341 1340 Dec 1366 1365",
    # Rates are no sums, nor are means.
    "SALES CHANGE Cars 14,230 3.1% Vans 6,114 4.2% Lorries 2,075 3.7% Total 22,419 3.5%",
    "FLOWS SHARE ASSETS FUNDS Arden 9.812 0.38 2,695.564 7,627 Brill 2.882 0.32 939.451 2,724 All 12.694 0.36"
    " 3,635.015 10,351",
    # A dash may stand for what nobody knows.
    "NOW THEN YEAR AGO Oats 871 1,296 ---- Rye 2,167 1,737 444 Barley 297 296 ---- Total 3,335 3,329 2,718",
    # Two places out of step are no slip.
    "NOW THEN YEAR AGO Oats 871 1,296 2,046 Rye 2,167 1,737 444 Barley 297 296 228 Total 3,335 3,929 2,178",
    # Few digits add up by chance.
    "WON DRAWN LOST Arden 3 1 4 Brill 2 2 4 Corve 1 3 4 Dorn 4 0 5",
    # Sorted under a word, and not all of one column goes its way.
    TRUST.format(63, 62, 17),
    # Bid and asked are no sum, whatever the digits.
    "MAY 170.00 172.00 JUNE 170.00 172.00 JULY 169.00 170.00 AUG 169.00 170.00",
    # Stocks that were revised in between.
    "RYE 1987 1986 1985 Start stocks 412.5 388.1 401.7 Sales 1,904.2 1,866.3 1,750.9 End stocks 445.1 411.9 386.4",
]


@pytest.mark.parametrize("text", SILENT)
def test_nothing_is_said_of_what_a_table_does_not_prove(text: str) -> None:
    report = check(read(text + "\n"), PACK)
    assert [one for one in report.findings if one.rule in RULES] == []
