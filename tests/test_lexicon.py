"""The word lists: well formed, without conflicts, inflected as English does, the same from the lists and kept."""

from __future__ import annotations

import os
from collections import Counter
from fractions import Fraction
from pathlib import Path

import pytest

from checker import lexicon, resources, wordlist
from checker.errors import CheckerError
from checker.inflection import plural, verb_forms
from checker.token import Tokens

FOLDER = os.path.join(resources.rules_folder(), "lexicon")
TEXTS = wordlist.read_texts(FOLDER)
LEXICON = lexicon.load()
ALL = wordlist.phrases(TEXTS)

VERB_CLASSES = {
    "change-verb": {"up", "down", "better", "worse"},
    "agent-verb": {"up", "down", "none"},
    "gap-verb": {"widen", "narrow"},
    "flat-verb": {"flat"},
    "swing-verb": {"swing"},
    "reach-verb": {"none"},
    "report-verb": {"none"},
    "share-verb": {"none"},
    "compare-verb": {"above", "below", "equal"},
    "multiple-verb": {"2", "3", "4", "5", "6", "10", "1/2"},
    "forecast-verb": {"none"},
    "revise-verb": {"none"},
    "speech-verb": {"none"},
}
OTHER_CLASSES = {
    "change-noun": {"up", "down", "none", "better", "worse"},
    "gap-noun": {"gap"},
    "range-noun": {"none"},
    "change-adj": {"up", "down", "flat"},
    "hedge": {"about", "nearly", "over", "under", "at-least", "at-most"},
    "limiter": {"extreme", "only"},
    "hedge-after": {"about", "at-least", "at-most"},
    "part": {"subset", "whole", "exhaustive", "rest", "respectively", "total", "excluding"},
    "than-expected": {"above", "below", "equal", "none"},
    "relation": {"above", "below", "equal"},
    "multiplier": {"2", "3", "4", "5", "6", "7", "8", "9", "10", "100", "1/2"},
    "extreme": {"high", "low", "first", "turn"},
    "superlative": {"max", "min"},
    "degree": {"large", "late", "small", "venue"},
}
PLAIN_CLASSES = set(
    "from against than to by at of in for on with per share benchmark streak threshold additional range average"
    " restatement conjunction negation auxiliary pronoun forecast speech revision no-basis".split()
)
REFERRING = {"measure", "currency", "minor-unit", "unit", "place", "basis"}
FORMS = {"base", "third", "past", "participle", "ing", "plural", "soft", "weak", "attached", "symbol", "adjective", ""}


@pytest.mark.parametrize(
    "parts, spelt",
    [
        (parts, spelt.split())
        for parts, spelt in [
            ("rise:rose:risen", "rise rises rose risen rising"),
            ("fall:fell:fallen", "fall falls fell fallen falling"),
            ("grow:grew:grown", "grow grows grew grown growing"),
            ("shrink:shrank:shrunk", "shrink shrinks shrank shrunk shrinking"),
            ("sink:sank:sunk", "sink sinks sank sunk sinking"),
            ("be:was:been:being:is", "be is was been being"),
            ("begin:began:begun", "begin begins began begun beginning"),
            ("win:won", "win wins won winning"),
            ("run:ran:run", "run runs ran running"),
            ("cut:cut", "cut cuts cutting"),
            ("hit:hit", "hit hits hitting"),
            ("put:put", "put puts putting"),
            ("shed:shed", "shed sheds shedding"),
            ("beat:beat:beaten", "beat beats beaten beating"),
            ("meet:met", "meet meets met meeting"),
            ("sell:sold", "sell sells sold selling"),
            ("keep:kept", "keep keeps kept keeping"),
            ("leap:leapt", "leap leaps leapt leaping"),
            ("lose:lost", "lose loses lost losing"),
            ("make:made", "make makes made making"),
            ("stand:stood", "stand stands stood standing"),
            ("swing:swung", "swing swings swung swinging"),
            ("forecast:forecast", "forecast forecasts forecasting"),
            ("pay:paid", "pay pays paid paying"),
            ("say:said", "say says said saying"),
            ("go:went:gone", "go goes went gone going"),
            ("slide:slid", "slide slides slid sliding"),
            ("tie:tied:tied:tying", "tie ties tied tying"),
            ("show:showed:shown", "show shows showed shown showing"),
            ("overtake:overtook:overtaken", "overtake overtakes overtook overtaken overtaking"),
            ("drop:dropped", "drop drops dropped dropping"),
            ("slip:slipped", "slip slips slipped slipping"),
            ("dip:dipped", "dip dips dipped dipping"),
            ("trim:trimmed", "trim trims trimmed trimming"),
            ("sag:sagged", "sag sags sagged sagging"),
            ("total:totalled", "total totals totalled totalling"),
            ("plan:planned", "plan plans planned planning"),
            ("lag:lagged", "lag lags lagged lagging"),
            ("total", "total totals totaled totaling"),
            ("increase", "increase increases increased increasing"),
            ("decline", "decline declines declined declining"),
            ("gain", "gain gains gained gaining"),
            ("jump", "jump jumps jumped jumping"),
            ("surge", "surge surges surged surging"),
            ("reach", "reach reaches reached reaching"),
            ("miss", "miss misses missed missing"),
            ("crash", "crash crashes crashed crashing"),
            ("fix", "fix fixes fixed fixing"),
            ("multiply", "multiply multiplies multiplied multiplying"),
            ("steady", "steady steadies steadied steadying"),
            ("rally", "rally rallies rallied rallying"),
            ("delay", "delay delays delayed delaying"),
            ("foresee:foresaw:foreseen", "foresee foresees foresaw foreseen foreseeing"),
            ("agree", "agree agrees agreed agreeing"),
            ("ease", "ease eases eased easing"),
            ("double", "double doubles doubled doubling"),
            ("halve", "halve halves halved halving"),
            ("lift", "lift lifts lifted lifting"),
            ("exceed", "exceed exceeds exceeded exceeding"),
            ("broaden", "broaden broadens broadened broadening"),
            ("recover", "recover recovers recovered recovering"),
        ]
    ],
)
def test_verbs_inflect(parts: str, spelt: list[str]) -> None:
    assert list(verb_forms(parts)) == spelt


def test_a_form_says_all_that_it_may_be() -> None:
    assert verb_forms("cut:cut")["cut"] == "base/past/participle"
    assert verb_forms("edge up") == {
        "edge up": "base",
        "edges up": "third",
        "edged up": "past/participle",
        "edging up": "ing",
    }


@pytest.mark.parametrize(
    "noun, nouns", [("penny", "pennies"), ("day", "days"), ("loss", "losses"), ("index", "indexes"), ("inch", "inches")]
)
def test_nouns_have_plurals(noun: str, nouns: str) -> None:
    assert plural(noun) == nouns


def test_phrases_are_cut_as_the_article_is() -> None:
    written = {phrase for phrase, _ in wordlist.entries(TEXTS)}
    cut = {phrase: (wordlist.tokens_of(phrase), tuple(Tokens(phrase, 0, len(phrase)).words)) for phrase in written}
    assert not {phrase: pair for phrase, pair in cut.items() if pair[0] != pair[1]}


@pytest.mark.parametrize(
    "phrase", ["pre-tax", "s&p 500", "u.s. $", "us$", "analysts' estimates", "isn't", "vs.", "i.e."]
)
def test_tokens_of_agrees_with_the_tokeniser(phrase: str) -> None:
    assert wordlist.tokens_of(phrase) == tuple(Tokens(phrase, 0, len(phrase)).words)


def test_marks_stand_at_the_ends_of_entries() -> None:
    assert not [phrase for phrase, _ in wordlist.entries(TEXTS) if set(phrase) & set("~^?:|") and phrase != "~"]


def test_every_class_and_value_is_known() -> None:
    closed = VERB_CLASSES | OTHER_CLASSES | {cls: {"none"} for cls in PLAIN_CLASSES}
    strange = {(cls, value) for entries in ALL.values() for cls, value, _ in entries if cls not in REFERRING}
    assert not {(cls, value) for cls, value in strange if value not in closed.get(cls, ())}


def test_every_form_is_known() -> None:
    assert {name for entries in ALL.values() for *_, form in entries for name in form.split("/")} <= FORMS


def test_values_refer_to_their_tables() -> None:
    tables = {
        "measure": set(LEXICON.measures),
        "currency": set(LEXICON.currencies),
        "minor-unit": set(LEXICON.currencies),
        "unit": set(LEXICON.units),
        "place": set(LEXICON.places),
    }
    lost = [(words, entry) for words, entries in ALL.items() for entry in entries if entry[0] in tables]
    assert not [pair for pair in lost if pair[1][1] not in tables[pair[1][0]]]


def test_no_class_says_two_things_of_one_phrase() -> None:
    may_differ = {"part", "extreme"}
    values: dict[tuple[tuple[str, ...], str], set[str]] = {}
    for words, entries in ALL.items():
        for cls, value, _ in entries:
            if cls in VERB_CLASSES | OTHER_CLASSES and cls not in may_differ:
                values.setdefault((words, cls), set()).add(value)
    assert not {key: found for key, found in values.items() if len(found) > 1}


@pytest.mark.parametrize("cls", ["measure", "unit", "place"])
def test_a_phrase_names_one_thing_of_a_kind(cls: str) -> None:
    named = {words: {value for kind, value, _ in entries if kind == cls} for words, entries in ALL.items()}
    assert not {words: values for words, values in named.items() if len(values) > 1}


@pytest.mark.parametrize("form", ["symbol", ""])
def test_money_is_named_without_conflict(form: str) -> None:
    named = {
        words: {value for kind, value, had in entries if kind == "currency" and ("symbol" in had) == bool(form)}
        for words, entries in ALL.items()
    }
    assert not {words: values for words, values in named.items() if len(values) > 1}


@pytest.mark.parametrize("name", resources.WORD_LISTS)
def test_no_row_lists_an_entry_twice(name: str) -> None:
    cells = [cell for line in TEXTS[name].split("\n") if not line.startswith("#") for cell in line.split("\t")]
    assert not [entry for cell in cells for entry, n in Counter(cell.split(" | ")).items() if n > 1]


@pytest.mark.parametrize(
    "name, width",
    [("measures.tsv", 4), ("currencies.tsv", 5), ("places.tsv", 4)],
    ids=["measures", "currencies", "places"],
)
def test_ids_stand_once(name: str, width: int) -> None:
    column = 1 if name == "places.tsv" else 0
    ids = Counter(row[column] for row in wordlist.rows(TEXTS, name, width))
    assert not [key for key, n in ids.items() if n > 1]


def test_measures_and_partitions_agree() -> None:
    for whole, partitions in LEXICON.partitions.items():
        for partition in partitions:
            assert {whole, *partition.parts} <= set(LEXICON.measures)
            assert len(partition.parts) == 1 if partition.kind in ("order", "size") else len(partition.parts) > 1
            assert partition.kind in ("sum", "balance", "order", "size")
    assert {m.kind for m in LEXICON.measures.values()} == {"flow", "stock", "rate", "price", "count", "index", "share"}
    assert {m.polarity for m in LEXICON.measures.values()} == {"good", "bad", "neutral", "gap"}


@pytest.mark.parametrize(
    "phrase, expected",
    [
        ("edged up", ("change-verb", "up", "past/participle")),
        ("rise", ("change-verb", "up", "base")),
        ("rise", ("change-noun", "up", "")),
        ("cuts", ("agent-verb", "down", "third")),
        ("halved", ("multiple-verb", "1/2", "past/participle")),
        ("stronger", ("change-adj", "up", "soft")),
        ("just short of", ("hedge", "nearly", "")),
        ("trade surpluses", ("measure", "trade-surplus", "")),
        ("total import and export value", ("measure", "trade", "")),
        ("u.s. dollars", ("currency", "USD", "plural")),
        ("hk$", ("currency", "HKD", "symbol")),
        ("pesos", ("currency", "peso", "plural")),
        ("pence", ("minor-unit", "GBP", "")),
        ("percentage points", ("unit", "percentage point", "plural")),
        ("chinese", ("place", "China", "adjective")),
        ("in constant prices", ("basis", "real", "")),
    ],
)
def test_phrases_mean_what_they_should(phrase: str, expected: tuple[str, str, str]) -> None:
    words = wordlist.tokens_of(phrase)
    entries = dict(LEXICON.phrases.get(words[0]))[words]
    assert lexicon.Entry(*expected) in entries


def test_phrases_come_longest_first_and_complete() -> None:
    read: dict[tuple[str, ...], tuple[lexicon.Entry, ...]] = {}
    for word in LEXICON.phrases:
        found = LEXICON.phrases.get(word)
        assert [len(words) for words, _ in found] == sorted((len(words) for words, _ in found), reverse=True)
        read |= dict(found)
    assert {words: tuple((e.cls, e.value, e.form) for e in entries) for words, entries in read.items()} == ALL


def test_an_unknown_word_has_no_phrases() -> None:
    assert LEXICON.phrases.get("xyzzy") == ()
    assert "xyzzy" not in LEXICON.phrases


def test_tables_are_exact() -> None:
    assert LEXICON.scales["bn"] == lexicon.Scale(Fraction(10**9), False)
    assert LEXICON.scales["m"] == lexicon.Scale(Fraction(10**6), True)
    assert LEXICON.scales["crore"].factor == 10**7
    assert LEXICON.numbers["ninety"] == 90
    assert LEXICON.fractions["thirds"] == Fraction(1, 3)
    assert LEXICON.ordinals["third"] == 3
    assert LEXICON.units["basis point"].factor * 100 == LEXICON.units["percentage point"].factor
    assert LEXICON.units["mile"].factor == Fraction("1609.344")
    assert LEXICON.currencies["KWD"].minor == 1000
    assert LEXICON.places["China"] == "country"
    assert {"rs", "rm"} <= LEXICON.signs


def test_kept_phrases_are_read_back_and_a_broken_file_is_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    worked_out = list(lexicon.read(FOLDER).phrases)
    kept = list(tmp_path.rglob("words-*.txt"))
    assert len(kept) <= 1  # none when the built module is current
    assert list(lexicon.read(FOLDER).phrases) == worked_out
    for path in kept:
        path.write_text(path.read_text(encoding="utf-8")[:-9], encoding="utf-8")
    assert list(lexicon.read(FOLDER).phrases) == worked_out


def test_the_built_module_holds_the_phrases(tmp_path: Path) -> None:
    out = tmp_path / "_words.py"
    assert wordlist.main(["--out", str(out)]) == 0
    scope: dict[str, object] = {}
    exec(compile(out.read_text(encoding="utf-8"), str(out), "exec"), scope)  # noqa: S102  (what we just wrote)
    assert (scope["SECTIONS"], scope["TABLES"]) == (wordlist.flat(TEXTS), wordlist.tables(TEXTS))
    assert wordlist.main([]) == 2


def test_a_row_with_a_missing_cell_names_its_line() -> None:
    with pytest.raises(CheckerError, match=r"cues\.tsv:2: 2 columns instead of 3"):
        list(wordlist.rows({"cues.tsv": "# comment\nhedge\tabout\n"}, "cues.tsv", 3))
