"""Chunks of a sentence → figures set against what others had expected, with the word that puts them above or below.

    "55 cents a share, above the 53 cents analysts expected"    55 cents, 53 cents, "above"
    "sales of 40 million, missing its target of 45 million"     40 million, 45 million, "missing"
"""

from __future__ import annotations

from checker.base import LEVELS, are_near, is_level
from checker.chunk import Chunk, Chunks
from checker.frame import Bond, end_of, like_units, value_of
from checker.governing import Scene
from checker.pattern import Pattern, regex
from checker.turning import UNDONE

# "55 cents a share, above the 53 cents analysts expected" · "… topping the average forecast of 53 cents"
_BENCHMARK = Pattern(
    rf"([{LEVELS}])(?:(?:[umoi@]{{0,5}},|(?:i[um]{{0,3}})?(?=[|&rc]))[|&]?r?(c)|[umoi@]{{0,5}}(?:,|(?=[|&r]))[|&]?r?(?:(A)|(a)h))"
    rf"(?:[umo]{{0,2}}([{LEVELS}])[umo,|]{{0,4}}B|[umoi]{{0,5}}B{{1,2}}[umoixr]{{0,3}}n?o?([{LEVELS}])(?!v))",
    "B",
    "c|A|a",
)
# "more than half an earlier estimate of", "0.8 percent ex-autos, beating forecasts of 1.0 percent"
_PARTLY = frozenset("half twice double triple third quarter ex".split())
# Of these more is worse, and a target is missed from above.
WORSE = frozenset(
    "ratio deficit deficits debt inflation unemployment jobless emissions cost costs spending claims losses".split()
)
# "compares with 3 million, or 77 cents a share, and came in ahead of"
_BESIDE_BASE = regex(r"[fkh][umxoj]{0,3}M,?$")
# "that compared with its previous forecast of 4 million and was above an average estimate of 4.7 million"
_OLD_FORECAST = regex(r"[fkh][umxoes]{0,3}B[umxo]{0,3}$")
_WHEN = 4  # tokens before a figure: "the lowest since 1995, when it was 559,000"
_LEADING = "umoxpD"  # letters between a word and the figure that it governs


def benchmarks(scene: Scene, bonds: list[Bond]) -> list[tuple[int, int, int]]:
    """A sentence → each figure, the figure that others had expected, and the word that puts the one above or below."""
    items, code = scene.chunks.chunks, scene.chunks.code
    falls = {b.chunk for b in bonds if b.sign >= 0 and items[b.sign].value in ("down", "narrow")}
    taken = {b for b in scene.amounts if code[b] != "P"} | falls | scene.bases
    found = []
    for match in _BENCHMARK.finditer(code):
        now = match.start(1)
        word = max(match.start(n) for n in (2, 3, 4))
        expected = max(match.start(n) for n in (5, 6))
        if "n" in code[expected - 2 : expected + 2] and items[code.index("n", expected - 2)].value != "up":
            continue  # "below forecasts of a 6.4 percent decline"
        if (low := _low_end(scene.chunks, now, expected)) < 0:
            continue
        now = low
        between = scene.chunks.tokens.words[items[now].after : items[expected].first]
        # "on track to top its target of 60", "a deficit of 8.5 percent, missing its target of 7.6"
        last = items[word].first - 1
        last -= scene.chunks.tokens.word(last).endswith("ly")  # "could slightly exceed"
        when = "when" in scene.chunks.tokens.words[max(0, items[now].first - _WHEN) : items[now].first]
        earned = is_per_share(items[now]) or is_per_share(items[expected])  # "excluding costs, 31 cents, beating the"
        worse = not earned and _is_of_worse(scene.chunks, items[word])
        untold = when or worse or scene.chunks.tokens.word(last) in UNDONE
        if untold or not _PARTLY.isdisjoint(between):
            continue
        # "6.79, above last year's 5.10 and beating forecasts of 6.48": the first is meant
        based = code[:now].rstrip(_LEADING)[-1:] in tuple("fjkhAc") or code[now - 1 : now] == "&"
        based = based or _BESIDE_BASE.search(code, 0, now) is not None or _OLD_FORECAST.search(code, 0, now) is not None
        like = like_units(items[now], items[expected]) and are_near(items[now], items[expected])
        counted = code[now - 1 : now + 1] == "vN" and code[now + 1] in "mu"  # "added 148,000 jobs"
        changed = code[now] != "P" and code[now - 1 : now] in tuple("vwgab") and not counted
        changed = changed or (code[now - 2 : now] in ("no", "vo") and items[now - 2].value != "up")
        if like and not based and not changed and not {now, expected} & taken:
            found.append((now, expected, word))
    return found


def _low_end(chunks: Chunks, now: int, expected: int) -> int:
    """A figure and the one expected → the figure, or its low end where both are ranges of which none holds the other.

    Of two ranges the low ends are set against each other: "1.8-3.6 percent, above a forecast of 1.5-3.5". "1.8 to
    3.6" and a single figure give −1.
    """
    code, items = chunks.code, chunks.chunks
    if end_of(items[expected]) == "low" and end_of(items[now - 1]) == "low":  # "1.8-3.6"
        apart = 1
    elif not _ends_range(code, now):
        return now
    else:
        apart = 2 if _ends_range(code, expected + 2) else 0
    if not apart or expected + apart >= len(items):
        return -1
    lower = value_of(items[now - apart]) - value_of(items[expected])
    upper = value_of(items[now]) - value_of(items[expected + apart])
    return now - apart if lower * upper >= 0 else -1


def _ends_range(code: str, k: int) -> bool:
    """Is a figure the second of "3.95 to 4.20", and not of "from 3.95 to 4.20"?"""
    joint = code[k - 1 : k] == "t" or (code[k - 1 : k] == "&" and code[k - 3 : k - 2] == "O")
    return joint and is_level(code, k - 2) and is_level(code, k) and code[max(0, k - 3)] != "f"


def _is_of_worse(chunks: Chunks, word: Chunk) -> bool:
    """ "a deficit of 8.5 percent, missing its target of 7.6": is less better of what misses a target?"""
    words = chunks.tokens.words
    said = " ".join(words[word.first : word.after])
    return is_judging(said) and not WORSE.isdisjoint(words[: word.first])


def is_per_share(item: Chunk) -> bool:
    """Is an amount one a share, which is earned or paid?"""
    return item.value.endswith("/share")


def is_judging(said: str) -> bool:
    """Do words say how good a figure is, rather than how large: "beat", "missing", "short of", "better than"?"""
    return said.startswith(("miss", "beat", "better", "best", "worse")) or "short" in said
