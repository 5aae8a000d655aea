"""Statements kept in a folder, a file for each: repeatable without a network, readable, and reviewed like any file.

    desk/witness/3f0c5a…-91be02d4.json   {"schema": "crossfoot-witness/1", "model": …, "prompt": …, "statement": {…}}

The name is the key: a hash of the masked text, then a hash of the model, the prompt's version and its order. So a slip
in a digit finds the statement of the clean article, and a word that changes finds none.
"""

from __future__ import annotations

import os

from checker.errors import CheckerError
from checker.output import rewrite
from checker.record import record
from checker.statement import LARGEST, UnreadableError, parsed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from checker.mask import Masked

SCHEMA = "crossfoot-witness/1"


@record(frozen=True, slots=True)
class Answer:
    """What one witness was asked of one article and said: a statement as plain JSON, or why there is none."""

    model: str
    prompt: str  # version
    order: str
    key: str
    statement: object = None
    failure: str = ""


def asked(masked: Masked, model: str, prompt: str, order: str) -> Answer:
    """A masked text and who is asked in which way → the answer to come, with its key."""
    who = _hash("\0".join((model, prompt, order)))[:8]
    return Answer(model, prompt, order, f"{text_hash(masked)}-{who}")


def text_hash(masked: Masked) -> str:
    """A masked text → the first half of its key; line ends and spaces at their places count."""
    return _hash(masked.text)[:24]


def _hash(text: str) -> str:
    from hashlib import sha256

    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()  # the name of a model may hold anything


def find(folder: str, masked: Masked) -> tuple[Answer, ...]:
    """A folder and a masked text → all answers recorded for it, in order of their names."""
    start = text_hash(masked) + "-"
    try:
        names = sorted(name for name in os.listdir(folder) if name.startswith(start) and name.endswith(".json"))
    except OSError as error:
        raise CheckerError(f"cannot read the folder of statements: {error.strerror}", folder) from None
    return tuple(load(os.path.join(folder, name)) for name in names)


def load(path: str) -> Answer:
    """A recorded statement → the answer; one that cannot be read is an answer with the reason."""
    key = os.path.basename(path).removesuffix(".json")
    try:
        with open(path, encoding="utf-8") as file:
            value = parsed(file.read(LARGEST + 1))
    except (OSError, UnicodeDecodeError) as error:
        return Answer("", "", "", key, failure=f"cannot be read: {error}")
    except UnreadableError as error:
        return Answer("", "", "", key, failure=str(error))
    names = ("model", "prompt", "order")
    if not isinstance(value, dict) or value.get("schema") != SCHEMA or "statement" not in value:
        return Answer("", "", "", key, failure=f'is no recorded statement: "schema" must be "{SCHEMA}"')
    if value.get("key") != key:
        return Answer("", "", "", key, failure="the key inside differs from the file's name; record it again")
    model, prompt, order = (value[name] if isinstance(value.get(name), str) else "" for name in names)
    return Answer(model, prompt, order, key, value["statement"])


def keep(folder: str, answer: Answer) -> str:
    """A folder and an answer with a statement → the path of the file it was written to, whole or not at all."""
    from json import dumps

    fields = {name: getattr(answer, name) for name in ("key", "model", "prompt", "order", "statement")}
    path = os.path.join(folder, answer.key + ".json")
    try:
        os.makedirs(folder, mode=0o700, exist_ok=True)
    except OSError as error:
        raise CheckerError(f"cannot be written: {error.strerror}", path) from None
    rewrite(path, dumps({"schema": SCHEMA} | fields, ensure_ascii=False, indent=1) + "\n")
    return path
