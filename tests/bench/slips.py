"""How many slips in true accounts are caught, and how often the wrong figure is suspected first.

    python tests/bench/slips.py [N] [--show]

Texts are made from random trade and company accounts (tests/accounts.py), with one slip each. A slip counts only if the
true relations and the roundings exclude it. Prints the shares and, with --show, what was missed or misjudged.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from accounts import Slipped, account, excluded, slip

from checker import check
from checker.finding import Report

TEXTS = 2000
LOUD = ("error", "warning")


def named(report: Report, wrong: Slipped) -> int | None:
    """The report on a slip → the place of the wrong figure among the suspects, from 0; None when it is not caught."""
    figures = {figure.id: figure for figure in report.figures}
    places = []
    for finding in report.findings:
        if finding.level in LOUD:
            ranked = [figures[one.figure] for one in finding.suspects]
            hits = [k for k, one in enumerate(ranked) if one.start < wrong.span[1] and wrong.span[0] < one.end]
            places.append(hits[0] if hits else len(ranked) + 9)
    return min(places, default=None)


def main(arguments: list[str]) -> int:
    """[N] [--show] → the study of N accounts; 1 when a true account is not silent."""
    show = "--show" in arguments
    count = next((int(one) for one in arguments if one.isdecimal()), TEXTS)
    tally: Counter[str] = Counter()
    for seed in range(count):
        made = account(seed)
        loud = [finding for finding in check(made.text).findings if finding.level in LOUD]
        tally["false alarms"] += bool(loud)
        if loud and show:
            print(f"ALARM {loud[0].message}: {made.text}")
        wrong = slip(made, seed)
        if wrong is None or not excluded(made, wrong):
            tally["within rounding"] += 1
            continue
        tally["slips"] += 1
        place = named(check(wrong.text), wrong)
        tally["caught"] += place is not None
        tally["first"] += place == 0
        tally["second"] += place in (0, 1)
        if show and place != 0:
            start, end = wrong.span
            print(f"{wrong.kind}, {place}: {wrong.text[:start]}[{wrong.text[start:end]}]{wrong.text[end:]}", end="")
    slips, caught = tally["slips"], max(1, tally["caught"])
    print(f"{count} accounts, {tally['false alarms']} false alarms; {slips} slips beyond rounding")
    print(f"caught {100 * tally['caught'] / max(1, slips):.1f} %; of these the wrong figure is the first suspect in")
    print(f"{100 * tally['first'] / caught:.1f} %, among the first two in {100 * tally['second'] / caught:.1f} %")
    return int(tally["false alarms"] > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
