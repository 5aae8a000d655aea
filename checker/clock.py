"""What day it is: "2031-04-05". Nothing else in the program looks at a clock.

Reports depend on the day only where somebody wrote one down: a decision that holds until a date. So nobody asks before
there is such a date, and `--today` or SOURCE_DATE_EPOCH answers for the machine where a run has to be repeated.
"""

from __future__ import annotations

import os
import re

from checker.errors import CheckerError


def today(given: str | None = None) -> str:
    """--today if it was given, else the day of SOURCE_DATE_EPOCH, in UTC, else the machine's → "2031-04-05"."""
    from datetime import UTC, date, datetime

    if given is not None:
        return given
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not epoch:
        return date.today().isoformat()
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date().isoformat()
    except (ValueError, OverflowError, OSError):
        raise CheckerError(f'"{epoch}" is no time; give whole seconds since 1970', "SOURCE_DATE_EPOCH") from None


def is_day(text: str) -> bool:
    """Whether a text is a day of the calendar, written as in 2031-04-05."""
    from datetime import date

    try:
        return bool(re.fullmatch(r"\d{4}-\d\d-\d\d", text, re.ASCII)) and date.fromisoformat(text) is not None
    except ValueError:
        return False
