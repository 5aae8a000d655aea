"""An address or a folder → a witness that can be asked about articles, and a report with what it knew.

    open_witness("desk/witness").hear(report, pack) → the report, with a finding from the words "available jobs"

A witness says what figures are about, never what they are: it reads the masked article. It never breaks a check: what
goes wrong is told in the report, and the findings of the rules are the same with it and without.
"""

from __future__ import annotations

import os

from checker import cassette
from checker.cassette import Answer
from checker.endpoint import Endpoint, address, is_url, unsigned
from checker.errors import CheckerError
from checker.finding import Heard
from checker.hearing import heard
from checker.mask import mask
from checker.prompt import ORDERS, VERSION, prompt
from checker.record import record, replace
from checker.resources import cache_folder
from checker.statement import UnreadableError, parsed, statement_of
from checker.testimony import Testimony, weigh

TYPE_CHECKING = False
if TYPE_CHECKING:
    from checker.finding import Report
    from checker.mask import Masked
    from checker.options import Options
    from checker.pack import Pack

FEWEST = 2  # numbers that an article needs, for anything to be said of them
UNRECORDED = "no statement is recorded for this text"


@record(frozen=True, slots=True)
class Budget:
    """What one run may ask at most."""

    requests: int = 500
    characters: int = 60_000  # of one masked article
    failures: int = 3  # in a row, after which nothing more is asked


class Witness:
    """Where statements come from: a folder of recorded ones, or an endpoint with its models and the cache."""

    def __init__(self, place: str, asks: tuple[tuple[str, str], ...] = (), budget: Budget | None = None) -> None:
        self.place = place
        self.asks = asks  # (model, order) of each statement wanted; () for a folder
        self.endpoint = Endpoint(place) if is_url(place) else None
        self.budget = budget or Budget()
        self.cache = ""  # folder, "" for none
        self.record = ""  # folder to write statements to
        self.failed = 0

    @property
    def notice(self) -> str:
        """What the user must know before anything is sent; "" where nothing leaves the machine."""
        if self.endpoint is None or self.endpoint.address.is_here:
            return ""
        return f"the words of the articles, without their numbers, are sent to {self.endpoint.address.host}"

    def answers(self, masked: Masked) -> tuple[Answer, ...]:
        """A masked article → what is recorded of it, or what the models said; no two in the same way."""
        if len(masked.tokens) < FEWEST:
            return ()
        if self.endpoint is None:
            found = cassette.find(self.place, masked)
            unrecorded = Answer("", VERSION, "", cassette.text_hash(masked), failure=UNRECORDED)
            return tuple({(one.model, one.order, one.failure): one for one in found or (unrecorded,)}.values())
        return tuple(self._asked(self.endpoint, masked, model, order) for model, order in self.asks)

    def hear(self, report: Report, pack: Pack) -> Report:
        """A report by rules alone → the same with what the witness's statements show; as it was if something fails."""
        try:
            masked = mask(report.article.text)
            testimonies = [weighed(answer, masked, report, pack) for answer in self.answers(masked)]
            return heard(report, testimonies, pack)
        except CheckerError as error:
            failure = str(error)
        except Exception as error:  # what the rules found is told all the same
            failure = f"internal error: {type(error).__name__}: {error}"
        return replace(report, witnesses=(Heard("", VERSION, "", "", failure=failure),))

    def _asked(self, endpoint: Endpoint, masked: Masked, model: str, order: str) -> Answer:
        wanted = cassette.asked(masked, model, VERSION, order)
        for folder in (self.record, self.cache):
            path = os.path.join(folder, wanted.key + ".json")
            if folder and os.path.isfile(path) and not (known := cassette.load(path)).failure:
                return self._kept(known)
        if refusal := self._refusal(endpoint, masked):
            return replace(wanted, failure=refusal)
        reply = endpoint.complete(model, prompt(masked, order))
        answer = replace(wanted, failure=reply.failure) if reply.failure else _read(wanted, reply.text)
        self.failed = self.failed + 1 if reply.failure else 0
        return self._kept(answer)

    def _refusal(self, endpoint: Endpoint, masked: Masked) -> str:
        if self.failed >= self.budget.failures:
            return f"not asked: the endpoint failed {self.failed} times in a row"
        if endpoint.requests >= self.budget.requests:
            return f"not asked: {self.budget.requests} requests were made in this run"
        if len(masked.text) > self.budget.characters:
            return f"not asked: the article has more than {self.budget.characters} characters"
        return ""

    def _kept(self, answer: Answer) -> Answer:
        if answer.failure:
            return answer
        if self.record:
            cassette.keep(self.record, answer)
        if self.cache:
            try:
                cassette.keep(self.cache, answer)
            except CheckerError:
                self.cache = ""  # a cache that cannot be written is none
        return answer


def _read(wanted: Answer, text: str) -> Answer:
    """What a model wrote → the answer with its statement, or with what is wrong with it."""
    try:
        value = parsed(text)
        statement_of(value)
    except UnreadableError as error:
        return replace(wanted, failure=str(error))
    return replace(wanted, statement=value)


def weighed(answer: Answer, masked: Masked, report: Report, pack: Pack) -> tuple[Heard, Testimony]:
    """An answer on an article → who was heard, and what holds water of it."""
    who = Heard(answer.model, answer.prompt, answer.order, answer.key, failure=answer.failure)
    nothing = Testimony((), (), ())
    if answer.failure:
        return who, nothing
    try:
        return who, weigh(statement_of(answer.statement), masked, report, pack)
    except UnreadableError as error:
        return replace(who, failure=str(error)), nothing


def witness_of(options: Options) -> Witness:
    """What a run was asked to do, a witness among it → the witness."""
    return open_witness(
        str(options.witness),
        model=options.witness_model,
        second=options.witness_second,
        statements=options.witness_statements,
        cache=options.witness_cache,
        requests=options.witness_requests,
    )


def open_witness(
    place: str, *, model: str = "", second: str = "", statements: int = 1, cache: bool = True, requests: int = 0
) -> Witness:
    """A folder of statements, or an address and the models to ask there → the witness."""
    if not is_url(place):
        if not os.path.isdir(place):
            wrong = "this is neither a folder of statements nor an address such as https://HOST/v1"
            raise CheckerError(wrong, unsigned(place))
        return Witness(place)
    address(place)
    if not model:
        raise CheckerError("name the model to ask, as in --witness-model NAME", place)
    asks = [(model, ORDERS[0])]
    if second or statements > 1:
        asks.append((second or model, ORDERS[1]))
    found = Witness(place, tuple(asks), Budget(requests) if requests else None)
    found.cache = os.path.join(cache_folder(), "witness") if cache else ""
    return found
