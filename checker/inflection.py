"""Dictionary form → the forms that stand in text: "drop:dropped" → drop, drops, dropped, dropping; "penny" → pennies.

Only what cannot be derived is written down, as principal parts with colons: base:past:participle:ing:third.
"""

from __future__ import annotations

_VOWELS = "aeiou"
_HISSING = ("s", "x", "z", "ch", "sh")
FORMS = ("base", "third", "past", "participle", "ing")


def plural(noun: str) -> str:
    """A noun, or a phrase ending in one → its regular plural."""
    if noun.endswith("y") and noun[-2:-1] not in _VOWELS:
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(_HISSING) else "s")


def verb_forms(parts: str) -> dict[str, str]:
    """Principal parts → {form in text: its names joined by "/"}: cut:cut → cut is base/past/participle.

    A phrasal verb inflects its first word: "slip:slipped back" → slip back, slips back, slipped back, slipping back.
    """
    verb, space, particle = parts.partition(" ")
    base, past, participle, ing, third = ([*verb.split(":"), "", "", "", ""])[:5]
    if not past:
        past = _past(base)
        ing = ing or _ing(base)
    spelt = (base, third or plural_or_third(base), past, participle or past, ing or _ing_of_irregular(base, past))
    forms: dict[str, str] = {}
    for word, name in zip(spelt, FORMS, strict=True):
        word += space + particle
        forms[word] = f"{forms[word]}/{name}" if word in forms else name
    return forms


def plural_or_third(base: str) -> str:
    """The third person takes the plural's ending, save after -o: goes."""
    return base + "es" if base.endswith("o") else plural(base)


def _past(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2:-1] not in _VOWELS:
        return base[:-1] + "ied"
    return base + "ed"


def _ing(base: str) -> str:
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")):
        return base[:-1] + "ing"
    return base + "ing"


def _ing_of_irregular(base: str, past: str) -> str:
    """Doubling shows in a regular past (dropped); of the rest, short vowel + one consonant doubles (cut, win, run)."""
    doubled = base + base[-1]
    short = base[-1] not in _VOWELS + "wxy" and base[-2:-1] in _VOWELS and base[-3:-2] not in _VOWELS
    irregular = past not in (_past(base), doubled + "ed")
    return doubled + "ing" if past == doubled + "ed" or (irregular and short) else _ing(base)
