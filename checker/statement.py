"""The JSON that a witness gave → a Statement: what each number is about, chains and relations, each with its words.

    {"relations": [{"expression": "n1 == n2 + n3", "words": ["made up of"]}]}  →  Statement(relations=(Claim(…),))

Nothing in it is believed yet, nothing is evaluated, and one bad entry costs that entry alone: it is dropped with the
reason. `checker.testimony` holds the rest against the masked text. The schema is reports/witness-1.schema.json.
"""

from __future__ import annotations

import re

from checker.finding import Drop
from checker.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

LARGEST = 400_000  # characters of a statement
DEEPEST = 12  # brackets in brackets
MOST = 600  # entries of one list
MOST_IDS = 24  # in one entry
LONGEST = 400  # characters of an expression or of quoted words
LABEL = 200  # characters of a label
MOST_WORDS = 6  # quotations of one entry
LABELS = ("measure", "entity", "place", "period", "basis", "aspect", "speaker")
FIELDS = {
    "figures": ("id", *LABELS),
    "chains": ("ids", "words"),
    "relations": ("expression", "rule", "roles", "words"),
    "counts": ("id", "items", "behind", "words"),
    "wordings": ("same", "words"),
}
TOLD_ALIKE = ("direction", "period", "multiple")  # what two wordings may tell of one thing


@record(frozen=True, slots=True)
class Label:
    """What a number is about, in the witness's words."""

    id: str
    words: tuple[tuple[str, str], ...]  # of measure, entity, place …: those that were given


@record(frozen=True, slots=True)
class Claim:
    """One thing that the text is said to assert: by an expression, a rule, a chain, a count or what is told alike."""

    words: tuple[str, ...]  # verbatim, which license it
    expression: str = ""
    rule: str = ""
    chain: tuple[str, ...] = ()  # ids of one quantity
    counted: str = ""  # id of the number of `items`
    same: str = ""  # what `words` tell alike
    roles: tuple[tuple[str, tuple[str, ...]], ...] = ()  # of the rule
    items: tuple[str, ...] = ()  # verbatim
    behind: bool = False  # the number is the rank behind all of `items`

    @property
    def shown(self) -> str:
        """The claim on one line, as a report names it."""
        if self.rule:
            return in_roles(self.rule, self.roles)
        if self.chain:
            return " = ".join(self.chain)
        if self.same:
            return f"one {self.same}: " + " = ".join(f'"{words}"' for words in self.words)
        verb = "comes behind" if self.behind else "counts"
        return f"{self.counted} {verb} {', '.join(self.items)}" if self.counted else self.expression


@record(frozen=True, slots=True)
class Statement:
    labels: tuple[Label, ...] = ()
    claims: tuple[Claim, ...] = ()
    dropped: tuple[Drop, ...] = ()


def in_roles(rule: str, roles: tuple[tuple[str, tuple[str, ...]], ...]) -> str:
    """A rule and the ids in its roles → "growth-from-levels(now: n1, before: n2, rate: n3)"."""
    filled = [f"{role}: {' '.join(ids)}" for role, ids in roles]
    return f"{rule}({', '.join(filled)})"


class UnreadableError(Exception):
    """An answer that is no statement at all; the message says why."""


def read_statement(text: str) -> Statement:
    """What the witness wrote, perhaps with words around its JSON → the statement; UnreadableError if there is none."""
    return statement_of(parsed(text))


def parsed(text: str) -> object:
    """The JSON of an answer → plain lists, dicts and strings; UnreadableError says what is wrong with it."""
    import json

    if len(text) > LARGEST:
        raise UnreadableError(f"the answer has {len(text)} characters; at most {LARGEST} are read")
    start, end = text.find("{"), text.rfind("}") + 1
    if start < 0 or end <= start:
        raise UnreadableError("the answer holds no JSON object")
    if _depth(text[start:end]) > DEEPEST:
        raise UnreadableError(f"the answer is nested more than {DEEPEST} deep")
    try:
        value: object = json.loads(text[start:end], parse_constant=_refused, parse_float=str, object_pairs_hook=_once)
        json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        raise UnreadableError("the answer holds a character that is not Unicode (half of a pair)") from None
    except ValueError as error:  # also numbers of thousands of digits
        raise UnreadableError(f"the answer is no JSON: {error}") from None
    return value


def _depth(text: str) -> int:
    """A text → how deep its brackets go, outside strings."""
    deepest = depth = 0
    for sign in re.sub(r'"(?:[^"\\]|\\.)*"', "", text):
        depth += (sign in "[{") - (sign in "]}")
        deepest = max(deepest, depth)
    return deepest


def _refused(name: str) -> object:
    raise ValueError(f"{name} is no number")


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    if len({key for key, _ in pairs}) < len(pairs):
        raise ValueError("a key is given twice")
    return dict(pairs)


def statement_of(value: object) -> Statement:
    """Plain lists and dicts → the statement, what does not fit dropped with the reason."""
    if not isinstance(value, dict):
        raise UnreadableError("a statement is an object with figures, chains, relations, counts and wordings")
    if not set(FIELDS) & set(value):
        raise UnreadableError(f"the answer has none of the fields {', '.join(FIELDS)}")
    dropped = [Drop(key[:LABEL], "a statement has no such field") for key in value if key not in FIELDS]
    labels: list[Label] = []
    claims: list[Claim] = []
    for name in FIELDS:
        for item in _items(value.get(name, []), name, dropped):
            try:
                found = _READERS[name](item)
            except _UnfitError as unfit:
                dropped.append(Drop(_shown(item), str(unfit)))
                continue
            if isinstance(found, Label):
                labels.append(found)
            else:
                claims.append(found)
    unique = dict.fromkeys(claims)
    dropped += [Drop(claim.shown, "given more than once") for k, claim in enumerate(claims) if claim in claims[:k]]
    return Statement(tuple(labels), tuple(unique), tuple(dropped))


class _UnfitError(Exception):
    pass


def _items(value: object, name: str, dropped: list[Drop]) -> Iterator[dict[str, object]]:
    if not isinstance(value, list):
        dropped.append(Drop(name, "must be a list"))
        return
    if len(value) > MOST:
        dropped.append(Drop(name, f"has {len(value)} entries; those after the first {MOST} are not read"))
    for item in value[:MOST]:
        if not isinstance(item, dict):
            dropped.append(Drop(_shown(item), f"an entry of {name} must be an object"))
        elif unknown := [key for key in item if key not in FIELDS[name]]:
            dropped.append(Drop(_shown(item), f'an entry of {name} has no field "{unknown[0][:LABEL]}"'))
        else:
            yield item


def _label(item: dict[str, object]) -> Label:
    given = [(name, _text(item[name], name, LABEL)) for name in LABELS if item.get(name) not in (None, "")]
    return Label(_id(item.get("id")), tuple(given))


def _chain(item: dict[str, object]) -> Claim:
    ids = _ids(item.get("ids"))
    if len(ids) < 2:
        raise _UnfitError("a chain needs two ids")
    return Claim(_words(item), chain=ids)


def _relation(item: dict[str, object]) -> Claim:
    expression, rule = item.get("expression") or "", item.get("rule") or ""
    if bool(expression) == bool(rule):
        raise _UnfitError("a relation has either an expression or a rule with roles")
    if expression:
        return Claim(_words(item), expression=_text(expression, "expression", LONGEST))
    return Claim(_words(item), rule=_text(rule, "rule", LABEL), roles=_roles(item.get("roles")))


def _roles(value: object) -> tuple[tuple[str, tuple[str, ...]], ...]:
    if not isinstance(value, dict) or not 0 < len(value) <= MOST_IDS:
        raise _UnfitError('"roles" must be an object: role to ids')
    filled = [(role, [ids] if isinstance(ids, str) else ids) for role, ids in value.items()]
    return tuple((_text(role, "role", LABEL), _ids(ids)) for role, ids in filled)


def _count(item: dict[str, object]) -> Claim:
    behind = bool(item.get("behind"))
    if behind and item.get("items"):
        raise _UnfitError('a count has either "items" or "behind"')
    field = "behind" if behind else "items"
    items = item.get(field)
    if not isinstance(items, list) or not 0 < len(items) <= MOST_IDS:
        raise _UnfitError(f'"{field}" must be a list of names, at most {MOST_IDS}')
    names = tuple(_text(name, field, LABEL) for name in items)
    return Claim(_words(item), counted=_id(item.get("id")), items=names, behind=behind)


def _wording(item: dict[str, object]) -> Claim:
    same, words = item.get("same"), _words(item)
    if not isinstance(same, str) or same not in TOLD_ALIKE:
        raise _UnfitError(f'"same" is one of {", ".join(TOLD_ALIKE)}')
    if len(words) < 2:
        raise _UnfitError("what is told alike needs two quotations")
    return Claim(words, same=same)


_READERS: dict[str, Callable[[dict[str, object]], Label | Claim]] = {
    "figures": _label, "chains": _chain, "relations": _relation, "counts": _count, "wordings": _wording,
}


def _words(item: dict[str, object]) -> tuple[str, ...]:
    words = item.get("words")
    words = [words] if isinstance(words, str) else words
    if not isinstance(words, list) or not 0 < len(words) <= MOST_WORDS:
        raise _UnfitError(f'"words" must be a list of one to {MOST_WORDS} quotations from the text')
    return tuple(_text(one, "words", LONGEST) for one in words)


def _ids(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not 0 < len(value) <= MOST_IDS:
        raise _UnfitError(f"ids must be a list of one to {MOST_IDS}")
    found = tuple(_id(one) for one in value)
    if len(set(found)) < len(found):
        raise _UnfitError("an id is given twice")
    return found


def _id(value: object) -> str:
    if not isinstance(value, str) or not re.fullmatch(r"⟦?n[1-9][0-9]{0,5}⟧?", value):
        raise _UnfitError('an id is written "n1"')
    return value.strip("⟦⟧")


def _text(value: object, name: str, longest: int) -> str:
    if not isinstance(value, str) or not value.strip():
        raise _UnfitError(f'"{name}" must be a text that is not empty')
    if len(value) > longest:
        raise _UnfitError(f'"{name}" has {len(value)} characters; at most {longest} are read')
    return " ".join(value.split())


def _shown(item: object) -> str:
    """An entry that was dropped → its beginning, on one line."""
    text = " ".join(str(item)[: 4 * LABEL].split())
    return text if len(text) <= LABEL else text[: LABEL - 1] + "…"
