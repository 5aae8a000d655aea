"""A word that points the wrong way → the word that is to stand in its place, in the same form.

    rose → fell · "WIDENS" → "NARROWS" · went up → went down · better-than-expected → worse-than-expected
    rose, where the headline has "drop" → dropped · misses, where the lead has "topped" → tops

What the other word of the contradiction says comes first, then a word that the article uses itself, then the usual
opposite. Words are data (rules/lexicon/antonyms.tsv, opposites.tsv). Called only when there is a finding.
"""

from __future__ import annotations

import re
from functools import lru_cache

from checker import resources
from checker.inflection import FORMS, verb_forms
from checker.lexicon import load
from checker.respelled import in_case

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

ONE_FORM, MOVE = "=", "move"
_STEM = 3  # letters that two forms of a verb share
_WORD = re.compile(r"[a-z]+")
_UPWARD = ("move", "size", "change", "setting", "place")  # rows of which one side says up
_PARTICLE = r"(\s+(up|down|back|off|higher|lower)\b)?"  # "slowed down" is one word
_OF = r"((?<=ahead) of\b)?"  # ahead of, behind
_ENDINGS = ("ing", "ed", "s")


def counterpart(text: str, other: str, used: Mapping[str, int]) -> str | None:
    """Words of an article, the words they contradict ("" if they are figures), and how often it uses each word →
    the same words, one of them turned round; None where the lexicon knows no opposite."""
    partners = _WORD.findall(other.lower())
    for found in _WORD.findall(text.lower()):
        right = _agreeing(found, partners) or _opposite(found, used)
        if right is not None:
            at = re.search(rf"(?i)\b{found}\b" + (_PARTICLE if found in _verbs() else _OF), text)
            turned = text[: at.start()] + in_case(at[0], right) + text[at.end() :] if at else text
            return None if _is_phrase(text) and not _is_phrase(turned) else turned  # nobody "gives down"
    return None


def _is_phrase(text: str) -> bool:
    """Are several words one entry of the lexicon, or is it a single word, which may be any?"""
    words = tuple(text.lower().split())
    return len(words) == 1 or any(words == phrase for phrase, _ in load().phrases.get(words[0]))


def backing(text: str, used: Mapping[str, int]) -> int | None:
    """Words and how often the article uses each word → how many more words of it point their way than the other way.

    The words themselves are not counted; None where the lexicon does not know which way they point.
    """
    for word in _WORD.findall(text.lower()):
        for own, others in _ways():
            if word in own:
                return sum(used.get(one, 0) for one in own) - 1 - sum(used.get(one, 0) for one in others)
    return None


@lru_cache(maxsize=1)
def _ways() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """All that says up against all that says down, then the rows of opposites.tsv; each both ways round."""
    rows = [sides for of, *sides in _sides() if of in _UPWARD]
    up, down = (frozenset(word for row in rows for parts in row[n] for word in _forms(parts)) for n in (0, 1))
    pairs = [(up - down, down - up), *((frozenset(one), frozenset(other)) for one, other in _contraries())]
    return tuple(both for one, other in pairs for both in ((one, other), (other, one)))


def _agreeing(word: str, partners: list[str]) -> str | None:
    """A word and those it contradicts → the one of them that tells of a movement, in the word's form."""
    for partner in partners:
        both = [_verbs().get(one, {}) for one in (word, partner)]
        for form in next(iter(both[0].values()), ()):
            for parts in both[1]:
                if (right := _formed(parts, form)) != word:
                    return right
        for sides in _contraries():
            for own, wanted in (sides, sides[::-1]):
                if word in own and partner in wanted:
                    return _in_form_of(word, own, partner, wanted)
    return None


def _in_form_of(word: str, own: tuple[str, ...], partner: str, wanted: tuple[str, ...]) -> str | None:
    """A word of one side and another of the other → one of the other side's with its ending, kin of the partner."""
    alike = [one for one in wanted if _ending(one) == _ending(word)]
    if not _ending(word) and not any(one != word and one[:_STEM] == word[:_STEM] for one in own):
        return None  # no verb: guilty
    return next((one for one in alike if one[:_STEM] == partner[:_STEM]), alike[0] if alike else None)


def _ending(word: str) -> str:
    return next((ending for ending in _ENDINGS if word.endswith(ending)), "")


def _opposite(word: str, used: Mapping[str, int]) -> str | None:
    """A word → that of the other side which the article uses most in the same form, or the usual one."""
    for of, *sides in _sides():
        for own, others in (sides, sides[::-1]):
            n = next((n for n, parts in enumerate(own) if word in _forms(parts)), -1)
            if n >= 0:
                form = _forms(own[n])[word].split("/")[0]
                usual = _formed(others[n] if n < len(others) else others[0], form)
                told = [_formed(parts, form) for parts in others] if of == MOVE else []
                most = max(told, key=lambda one: used.get(one, 0), default=usual)
                return most if used.get(most, 0) else usual
    return None


def _formed(parts: str, form: str) -> str:
    """A verb's principal parts and a form → the verb in it."""
    return next(word for word, names in _forms(parts).items() if form in names.split("/"))


@lru_cache(maxsize=256)
def _forms(parts: str) -> dict[str, str]:
    if parts.startswith(ONE_FORM):
        return {parts[1:]: "/".join(FORMS)}
    return verb_forms(parts)


@lru_cache(maxsize=1)
def _sides() -> tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]:
    """rules/lexicon/antonyms.tsv → what each row tells of and its two sides; words of one form begin with "="."""
    return tuple((of, _read(one), _read(other)) for of, one, other in resources.table("lexicon", "antonyms.tsv"))


def _read(cell: str) -> tuple[str, ...]:
    words = cell.removeprefix(ONE_FORM).split()
    return tuple(ONE_FORM + word for word in words) if cell.startswith(ONE_FORM) else tuple(words)


@lru_cache(maxsize=1)
def _verbs() -> dict[str, dict[str, tuple[str, ...]]]:
    """Each form of a verb → the principal parts of the verbs that it may be of, and which forms it is."""
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for sides in _sides():
        for parts in (*sides[1], *sides[2]):
            if not parts.startswith(ONE_FORM):
                for word, names in _forms(parts).items():
                    found.setdefault(word, {})[parts] = tuple(names.split("/"))
    return found


@lru_cache(maxsize=1)
def _contraries() -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    """rules/lexicon/opposites.tsv → the words of both sides of each row."""
    return tuple((tuple(row[1].split()), tuple(row[2].split())) for row in resources.table("lexicon", "opposites.tsv"))
