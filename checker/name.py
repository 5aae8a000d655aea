"""A number in digits → why it is no quantity, and the token after all that belongs to it.

    Boeing 737-800 · 10:27 · 1/12/2023 · +44 20 7946 0000 · a 2-1 win · 16 Harbour Street · the 1,5 of a site · No. 4

A reason of "" means that nothing speaks against a quantity.
"""

from __future__ import annotations

from checker.counted import counted_after
from checker.lexicon import Lexicon
from checker.number import Number
from checker.token import ORDINAL_ENDINGS, Tokens
from checker.unit import sign_before, unit_after

_CLOCK = frozenset("am pm a.m. p.m. gmt est edt et cet bst hrs utc ist jst pst pdt o'clock".split())
_NAMED = frozenset(
    "s&p ftse dow nikkei nasdaq dax cac russell stoxx topix kospi sensex nifty boeing airbus section chapter"
    " article route flight"
    " formula channel radio windows group type model class highway interstate act catch psalm rule title"
    " resolution protocol"
    " fortune iphone ipad galaxy playstation xbox category phase level stage tier version unit platform gate"
    " junction terminal"
    " paragraph clause annex appendix figure table volume issue episode ward district runway pier berth bus"
    " line apollo soyuz game race round".split()
)
_NUMBERED = frozenset(
    "no nos no. nos. number numbers page pages room phone tel footnote p pp pp. fax ext lot item".split()
)
_AIRCRAFT = ("707", "717", "727", "737", "747", "757", "767", "777", "787")
_FLOWN = frozenset(
    "aircraft jet jets jetliner jetliners airliner airliners plane planes dreamliner dreamliners freighter freighters"
    " fleet fleets program programme".split()
)
# They may stand in small letters before the number that is theirs.
_SMALL = frozenset("section chapter article paragraph route flight category phase level stage".split())
_STREETS = frozenset(
    "street st avenue ave road rd lane drive boulevard square place terrace court crescent way highway quay row".split()
)
SCORE = "score or vote"
_SCORED = frozenset(
    "win wins won victory defeat loss lost lose loses draw drew drawn beat beats beaten lead leads led leading"
    " trail trails trailing"
    " ahead down behind vote votes voted voting majority decision ruling split score scores scored scoring tie"
    " tied thrashing"
    " thrashed record margin ballot divided against rout result win-loss aggregate".split()
)
_PERCENT = ("%", "percent", "per", "pct")
# Before these two numbers were never in falling order, in 1,600 cases of a news archive.
_MEASURED = frozenset(
    "% percent per pct million billion trillion mln bln bn years months weeks days hours minutes basis cents cts pence"
    " euros dollars dlrs pounds yuan tonnes tons barrels miles kilometres kilometers metres feet inches degrees people"
    " jobs".split()
)
_THEN = frozenset("after before later earlier ago into from".split())
_YEAR_BEFORE = frozenset(
    "in since by until till from between of before after during and around circa to year early late mid -".split()
)
_NOT_NAMES = frozenset(
    "the a an in on at of for from to by with and or but about around some nearly almost over under up down"
    " only just than"
    " between more less least most another other all these those its their his her our after before since until"
    " as is are was were"
    " be has have had will would said says it he she they we you i if when while where that which who there"
    " here for per plus minus"
    " roughly approximately exactly first last next total average record wall still also then not no yes so".split()
)


def why_not(tokens: Tokens, number: Number, lexicon: Lexicon) -> tuple[str, int]:
    """A number in digits → the reason why it is no quantity ("" if none) and the token after what belongs to it."""
    return (
        _linked(tokens, number)
        or _clock(tokens, number)
        or _lettered(tokens, number, lexicon)
        or _numbered(tokens, number)
        or _named(tokens, number, lexicon)
        or _year(tokens, number, lexicon)
        or ("", number.end)
    )


def run_of(tokens: Tokens, i: int) -> tuple[int, int]:
    """The index of digits → how many groups one sign joins from there, and the index after them."""
    sign, groups, j = tokens.word(i + 1), 1, i + 1
    if sign in ("-", "/", ".", ":", ","):
        while (
            tokens.word(j) == sign and tokens.joined(j) and tokens.joined(j + 1) and tokens.word(j + 1)[:1].isdecimal()
        ):
            groups, j = groups + 1, j + 2
    return groups, j


def _linked(tokens: Tokens, number: Number) -> tuple[str, int] | None:
    """Digits joined to further digits by a sign: dates, telephone numbers, scores, lists."""
    if number.end > number.start + 1:
        return None
    groups, end = run_of(tokens, number.start)
    if groups == 1:
        return None
    sign = tokens.words[number.start + 1]
    if sign == "." and groups == 2:
        return ("date" if len(tokens.text(number.start, end)) in range(8, 11) else "identifier"), end
    if groups > 2:
        return (
            ("date", end)
            if groups == 3 and sign in "-/." and len(tokens.text(number.start, end)) in range(5, 11)
            else ("identifier", end)
        )
    if sign == "/":
        return "digits joined by a slash", end
    if sign == ",":
        return "digits not understood", end
    return _pair(tokens, number.start, end) if sign == "-" else None


def _pair(tokens: Tokens, i: int, end: int) -> tuple[str, int] | None:
    """ "2-1", "52-48", "16-18": a score, a vote or a house number, where it is no range."""
    if tokens.word(end) == "/" and tokens.joined(end) and tokens.word(end + 1).isdecimal():
        return "digits joined by a slash", end + 2  # "6-9/16"
    left, right = tokens.raws[i], tokens.raws[end - 1]
    if not (left.isdecimal() and right.isdecimal() and len(left) < 5 and len(right) < 7):
        return None
    if (left[0] == "0" and len(left) > 1) or (right[0] == "0" and len(right) > 1):
        return "identifier", end
    if (left, right) == ("9", "11"):
        return "date", end
    if tokens.capital(i - 1) and not tokens.joined(i) and tokens.words[i - 1] in _NAMED:
        return "part of a name", end
    if tokens.capital(end) and {tokens.word(end + 1), tokens.word(end + 2)} & _STREETS:
        return "address", end
    if _in_sets(tokens, i, end):
        return SCORE, end
    near = {tokens.word(i - 1), tokens.word(i - 2), tokens.word(end), tokens.word(end + 1)}
    scored = bool(near & _SCORED)
    if int(left) >= int(right):
        return None if _is_measured(tokens, end) and not scored and int(left) > int(right) else (SCORE, end)
    if scored and int(right) <= 100 and tokens.word(end) not in _PERCENT:
        return SCORE, end
    return None


def _is_measured(tokens: Tokens, end: int) -> bool:
    """Does a unit follow two numbers, so that they are no score: "10-5 percent", but "won 3-1 hours after"?"""
    word, following = tokens.word(end), tokens.word(end + 1)
    return word in _MEASURED and following not in _THEN and (word != "per" or following == "cent")


def _in_sets(tokens: Tokens, i: int, end: int) -> bool:
    """Is it one of several scores in a row: 6-7 (4-7) 6-2?"""
    after = end + 1 if tokens.word(end) in ("(", ")") else end
    before = i - 2 if tokens.word(i - 1) in ("(", ")") else i - 1
    follows = tokens.raws[after + 1 : after + 2] == ["-"] and tokens.word(after).isdecimal()
    leads = tokens.word(before - 1) == "-" and tokens.word(before).isdecimal()
    small = len(tokens.raws[i]) < 3 and len(tokens.raws[end - 1]) < 3
    return small and (
        (follows and tokens.word(after + 2).isdecimal()) or (leads and tokens.word(before - 2).isdecimal())
    )


def _clock(tokens: Tokens, number: Number) -> tuple[str, int] | None:
    i, j = number.start, number.end
    after = tokens.word(j)
    if after == ":" and tokens.joined(j) and tokens.joined(j + 1) and tokens.word(j + 1)[:1].isdecimal():
        end = run_of(tokens, j - 1)[1]
        return "clock time", end + 1 if tokens.word(end) in _CLOCK else end
    if after in _CLOCK or (after == "o" and tokens.word(j + 2) == "clock"):
        return "clock time", j + 1
    before = tokens.word(i - 1)
    if before == ":" and tokens.joined(i) and tokens.joined(i - 1) and tokens.word(i - 2)[-1:].isdecimal():
        return "clock time", j
    return None


def _lettered(tokens: Tokens, number: Number, lexicon: Lexicon) -> tuple[str, int] | None:
    """Digits that touch letters: A380, F-16, 5G, 20th, 1990s; and those in a web address."""
    i, j = number.start, number.end
    before, after = tokens.word(i - 1), tokens.word(j)
    if before in (".", "/", "@", "_", "=", "?", "&") and tokens.joined(i) and tokens.joined(i - 1) and _web(tokens, i):
        return "web address", j
    if tokens.joined(i) and (before.isalnum() or before in (".", "_")) and sign_before(tokens, i, lexicon) is None:
        return "part of a name", j
    if (
        tokens.joined(i)
        and before == "-"
        and tokens.joined(i - 1)
        and tokens.capital(i - 2)
        and tokens.words[i - 2] not in ("minus", "sub", "now")
    ):
        return "part of a name", j
    if before == "-" and tokens.joined(i) and i > 1 and tokens.raws[i - 2].isupper() and len(tokens.raws[i - 2]) > 3:
        return "part of a name", j  # COVID -19
    if not tokens.joined(j) or j >= len(tokens) or tokens.words[j] == "degree":
        return None
    if tokens.raws[j] == "G" and len(number.digits) == 1:
        return "part of a name", j + 1  # 5G
    if after in ORDINAL_ENDINGS and number.digits.isdecimal():
        return "ordinal", j + 1
    if after == "s" or (after == "'" and tokens.word(j + 1) == "s"):
        return "decade or plural", j + 1
    if after == "_" or (after[0].isalnum() and number.form == "digits" and unit_after(tokens, j, lexicon) is None):
        return "part of a name", j + 1
    return None


def _web(tokens: Tokens, i: int) -> bool:
    """Do the characters around a number belong to an address (at most sixty on the left are looked at)?"""
    text = tokens.folded[max(0, tokens.starts[i] - 60) : tokens.starts[i]].rpartition(" ")[2]
    return "://" in text or "www." in text or "@" in text or text.count("/") > 1


def _numbered(tokens: Tokens, number: Number) -> tuple[str, int] | None:
    """No. 4, page 12, #5, [3], "1." at the start of a list."""
    i, j = number.start, number.end
    before, after = tokens.word(i - 1), tokens.word(j)
    if tokens.word(j) in ("zip", "postcode") or _labelled(tokens, i):
        return "identifier", j
    if before == "+" and tokens.joined(i) and number.digits.isdecimal() and after[:1].isdecimal():
        return "telephone number", _telephone(tokens, j)
    if number.digits[0] == "0" and len(number.digits) > 2 and number.digits.isdecimal() and not number.scaled:
        return "identifier", _telephone(tokens, j)
    if after == "." and tokens.joined(j) and tokens.joined(j + 1) and _of_shares(tokens, i, j):
        return "identifier", j + 2
    if before == "[" and after == "]":
        return "footnote mark", j
    if before == "<" and after in (".", ">"):
        return "identifier", j
    last = len(tokens) == j + 1 or tokens.capital(j + 1)
    if i == 0 and number.form == "digits" and after in (".", ")") and tokens.joined(j) and last:
        return "list number", j
    return None


def _of_shares(tokens: Tokens, i: int, j: int) -> bool:
    """Is it a share's code: (7203.T), 0005.HK?"""
    place = tokens.raws[j + 1]
    return place.isupper() and (tokens.word(i - 1) == "(" or (len(place) < 3 and len(tokens.raws[i]) > 3))


def _labelled(tokens: Tokens, i: int) -> bool:
    """Does "No.", "page" or "#" stand before the digits?"""
    before = tokens.word(i - 1)
    if before in _NUMBERED:
        return tokens.word(i - 2) != "&"
    return (before == "." and tokens.word(i - 2) in _NUMBERED) or (before == "#" and tokens.joined(i))


def _telephone(tokens: Tokens, j: int) -> int:
    while tokens.word(j)[:1].isdecimal() or (tokens.word(j) == "-" and tokens.word(j + 1)[:1].isdecimal()):
        j += 1
    return j


def _named(tokens: Tokens, number: Number, lexicon: Lexicon) -> tuple[str, int] | None:
    """A small whole number behind a name, with nothing behind it that could be counted: Boeing 787, Big 12."""
    i, j = number.start, number.end
    before = tokens.word(i - 1)
    if tokens.joined(i) or number.scaled or not number.digits.isdecimal():
        return None
    if before in _NAMED and (tokens.capital(i - 1) or before in _SMALL):
        return ("part of a name", j) if unit_after(tokens, j, lexicon) is None else None
    if number.digits in _AIRCRAFT and (tokens.word(j) in _FLOWN or _is_alone(tokens, i, j)):
        return "part of a name", j  # "orders for 737 aircraft"
    if (before == "p" and tokens.word(i - 2) == "&") or (before == "'s" and tokens.word(i - 2) == "poor"):
        return "part of a name", j
    if tokens.capital(j) and (
        tokens.word(j) in _STREETS or (tokens.capital(j + 1) and _STREETS & set(tokens.words[j + 1 : j + 3]))
    ):
        return "address", j
    return ("part of a name", j) if _after_a_name(tokens, number, lexicon) else None


def _is_alone(tokens: Tokens, i: int, j: int) -> bool:
    """ "900 of the 767, which first flew in 1981": does nothing counted follow the number?"""
    return tokens.word(i - 1) == "the" and tokens.word(j) in (",", ".", "which", "and", "since", "in", "from")


def _after_a_name(tokens: Tokens, number: Number, lexicon: Lexicon) -> bool:
    """Does a short whole number follow a capital that opens no sentence, with nothing countable behind it?"""
    i, j = number.start, number.end
    before, raw = tokens.word(i - 1), tokens.raws[i - 1]
    if i < 1 or len(number.digits) > 3 or not raw.isalpha() or before in _NOT_NAMES:
        return False
    marked = any(letter.isupper() for letter in raw[1:]) and not raw.isupper()  # iPhone, MacBook
    if not marked and (i < 2 or not raw[0].isupper() or (before in lexicon.phrases and not tokens.capital(i - 2))):
        return False
    if unit_after(tokens, j, lexicon) is not None or sign_before(tokens, i, lexicon) is not None:
        return False
    if tokens.capital(j) and not tokens.capital(j + 1) and tokens.word(j).isalpha():
        return marked or tokens.capital(i - 2)
    return not counted_after(tokens, j, set(), lexicon)[0]


def _year(tokens: Tokens, number: Number, lexicon: Lexicon) -> tuple[str, int] | None:
    """Four digits without a comma after "in", "since", "between" and before nothing countable: a year of long ago."""
    i, j = number.start, number.end
    digits = number.digits
    if number.scaled or len(digits) != 4 or not digits.isdecimal() or not "1000" <= digits <= "2199":
        return None
    if tokens.word(i - 1) not in _YEAR_BEFORE or (tokens.word(j).isalpha() and tokens.word(j) not in _NOT_NAMES):
        return None
    if unit_after(tokens, j, lexicon) is not None or sign_before(tokens, i, lexicon) is not None:
        return None
    return "year", j
