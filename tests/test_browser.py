"""The page in a real browser: walked and decided on by keyboard, taken away, hostile, served, accessible."""

from __future__ import annotations

import json
import threading
import tomllib
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import reports_by_hand as hand
from browser import chromium, visit
from test_html import ASIDE, html_page, whole

from checker.article import Article, Block, read
from checker.fact import Fact
from checker.figure import Figure
from checker.finding import Report, State
from checker.html import pages_of
from checker.options import Options
from checker.pack import load_pack
from checker.record import replace
from checker.review import Review
from checker.serve import serve

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Dialog, Page

ROOT = Path(__file__).resolve().parent.parent
REASON = 'each quay is rounded apart: "table 1"\n\\ and a tab\there'


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as found:
        yield found


@pytest.fixture
def alden(tmp_path: Path) -> Path:
    """A page with an error and a note."""
    return written(tmp_path / "alden.html", html_page([hand.BROKEN]))


def written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def lit(page: Page) -> list[tuple[str, str]]:
    """The figures that are lit, each with its number."""
    found: list[list[str]] = page.eval_on_selector_all(".f.lit", "all => all.map(f => [f.dataset.o, f.textContent])")
    return [(number, words) for number, words in found]


def told(page: Page) -> str:
    return page.inner_text("#said")


WRITTEN = 1_500  # milliseconds in which a busy browser writes down what a page has kept


def decided(page: Page, reason: str = REASON, verdict: str = "a") -> None:
    """The finding that is open, decided by keyboard."""
    page.keyboard.press(verdict)
    page.keyboard.insert_text(reason)
    page.keyboard.press("Tab")
    page.keyboard.type("https://port.example/2031")
    page.keyboard.press("Tab")
    page.keyboard.type("mk")
    page.keyboard.press("Enter")


# ── reading ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_findings_are_walked_by_keyboard(browser: Browser, alden: Path) -> None:
    with visit(browser) as found:
        page = found.open(alden)
        assert page.get_attribute(".card.open", "id") == "sum-of-parts-1c0ffee1"
        assert [number for number, _ in lit(page)] == ["1", "2", "3"]
        assert lit(page)[0][1] == "41.67 million tonnes"
        page.keyboard.press("j")
        assert page.get_attribute(".card.open", "id") == "share-and-change-0ddba115"
        assert sorted(lit(page)) == [("1", "2.9 percent"), ("2", "25 percent")]
        assert page.evaluate("document.activeElement.tagName") == "SUMMARY"
        assert page.url.endswith("#share-and-change-0ddba115")
        page.keyboard.press("p")
        assert page.get_attribute(".card.open", "id") == "sum-of-parts-1c0ffee1"
        assert {request.partition(":")[0] for request in found.requests} == {"file"}


def test_a_link_leads_to_a_finding_and_to_a_figure(browser: Browser, alden: Path) -> None:
    with visit(browser) as found:
        assert found.open(alden, "#share-and-change-0ddba115").get_attribute(".card.open", "id")[:5] == "share"  # type: ignore[index]
    with visit(browser) as found:
        assert "2.9 percent" in found.open(alden, "#a1-f8").inner_text("section.chosen")


def test_a_figure_tells_its_fact_and_its_relations(browser: Browser, alden: Path) -> None:
    with visit(browser) as found:
        page = found.open(alden)
        page.keyboard.press("f")
        page.keyboard.press("f")
        page.keyboard.press("F")
        chosen = page.inner_text("section.chosen")
        assert chosen.startswith("41.67 million tonnes")
        assert "41.665 to 41.675" in chosen
        assert "inconsistent: sum-of-parts. 23.77 + 17.99 = 41.76 million tonnes" in chosen
        assert "consistent: growth-from-levels" in chosen
        assert page.evaluate("document.activeElement.id") == "a1-f1", "the text keeps the focus"
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.className").startswith("chosen")
        page.keyboard.press("Escape")
        assert page.is_hidden("section.chosen")
        assert page.evaluate("document.activeElement.id") == "a1-f1"
        page.click("text=nearly 1,200 meals")
        assert "no other figure is about meals" in page.inner_text("section.chosen")


def test_letters_can_be_switched_off(browser: Browser, alden: Path) -> None:
    with visit(browser) as found:
        page = found.open(alden)
        page.keyboard.press("?")
        page.uncheck("#letters")
        page.keyboard.press("Escape")
        page.keyboard.press("j")
        assert page.get_attribute(".card.open", "id") == "sum-of-parts-1c0ffee1"
        page.wait_for_timeout(WRITTEN)
        page.reload()
        assert not page.is_checked("#letters")


def test_marks_are_filtered(browser: Browser, alden: Path) -> None:
    with visit(browser) as found:
        page = found.open(alden)
        page.keyboard.press("/")
        page.check('.legend [value="unchecked"]')
        assert told(page) == "Marked: 2 unchecked."
        page.uncheck('.legend [value="unchecked"]')
        assert told(page) == "All marks shown."


# ── deciding ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_decisions_are_taken_away_as_toml(browser: Browser, alden: Path) -> None:
    with visit(browser) as found:
        page = found.open(alden)
        decided(page)
        assert page.inner_text(".progress") == "1 of 2 decided"
        assert told(page) == "Accepted. 1 of 2 findings decided."
        page.fill(".sign [name=by]", "mk")
        page.click("text=Sign off")
        page.keyboard.press("Tab")
        with page.expect_download() as download:
            page.click("text=Download decisions")
        assert download.value.suggested_filename == "alden.txt.decisions.toml"
        text = Path(download.value.path()).read_text("utf-8")
        today = page.evaluate("new Date(Date.now() - new Date().getTimezoneOffset() * 6e4).toISOString().slice(0, 10)")
    (entry,) = tomllib.loads(text)["decision"]
    assert entry.pop("on").isoformat() == today
    assert entry == {
        "finding": "sum-of-parts:1c0ffee1",
        "figures": ["41.67 million tonnes", "23.77 million tonnes", "17.99 million tonnes"],
        "verdict": "accepted",
        "reason": REASON,
        "evidence": "https://port.example/2031",
        "by": "mk",
    }
    assert text.startswith(f"# Checked by mk on {today}: 1 of 2 findings decided; sha256 ")


def test_a_reason_is_asked_for(browser: Browser, alden: Path) -> None:
    with visit(browser) as found:
        page = found.open(alden)
        page.click(".card.open >> text=Keep decision")
        assert page.inner_text(".card.open .fault") == "Choose what you decide."
        page.check(".card.open [value=accepted]")
        page.fill(".card.open textarea", " short ")
        page.click(".card.open >> text=Keep decision")
        assert page.inner_text(".card.open .fault") == "A reason has 10 characters or more; this has 5."
        assert page.inner_text(".progress") == "0 of 2 decided"


def test_what_is_taken_for_granted_becomes_the_reason_of_a_false_alarm(browser: Browser, alden: Path) -> None:
    with visit(browser) as found:
        page = found.open(alden)
        page.click(".card.open [data-wrong] >> nth=0")
        assert page.is_checked(".card.open [value=false-alarm]")
        assert page.input_value(".card.open textarea") == "Not so: “41.67 million tonnes” is taken as total."


def test_decisions_outlive_the_visit_and_can_be_taken_back(browser: Browser, alden: Path) -> None:
    with visit(browser) as found:
        page = found.open(alden)
        decided(page, "waits for the port office", "s")
        leaving: list[str] = []

        def leave(dialog: Dialog) -> None:
            leaving.append(dialog.type)
            dialog.accept()

        page.on("dialog", leave)
        page.wait_for_timeout(WRITTEN)
        page.reload()
        assert leaving == ["beforeunload"], "nothing was taken away yet"
        assert page.inner_text(".progress") == "1 of 2 decided"
        page.keyboard.press("k")
        page.keyboard.press("a")
        assert told(page) == "Decided already; u takes it back."
        page.keyboard.press("u")
        assert told(page) == "Decision taken back. 0 of 2 findings decided."
        assert page.input_value(".card.open textarea") == "waits for the port office"
        page.wait_for_timeout(WRITTEN)
        page.reload()
        assert leaving == ["beforeunload"], "there is nothing to lose any more"
        assert page.inner_text(".progress") == "0 of 2 decided"


def test_questions_for_the_author(browser: Browser, alden: Path) -> None:
    with visit(browser, permissions=["clipboard-read", "clipboard-write"]) as found:
        page = found.open(alden)
        decided(page, "the office confirmed it by telephone", "c")
        page.click("text=Copy questions")
        page.wait_for_function("document.getElementById('said').textContent.startsWith('1 question')")
        text = page.evaluate("navigator.clipboard.readText()")
    assert text.startswith('articles/alden.txt\n\n1. Line 4: "an increase of 2.9 percent" of a share can be read as')
    assert text.endswith("Which figure is right, and what is its source?\n")


def test_the_gate_takes_the_file_that_the_page_gave(browser: Browser, tmp_path: Path) -> None:
    pytest.importorskip("checker.decision", reason="the gate does not read files of decisions yet")
    from checker.run import check_paths

    article = tmp_path / "trade-slip.txt"
    article.write_bytes((ROOT / "examples" / "trade-slip.txt").read_bytes())
    page_path = tmp_path / "page.html"
    assert check_paths(Options((str(article),), format="html", output=str(page_path))) == 1
    with visit(browser) as found:
        page = found.open(page_path)
        decided(page)
        with page.expect_download() as download:
            page.keyboard.press("e")
        download.value.save_as(tmp_path / download.value.suggested_filename)
    assert check_paths(Options((str(article),), format="html", output=str(page_path))) == 0
    with visit(browser) as found:
        assert "1 of 1 decided" in found.open(page_path).inner_text(".progress")


# ── without scripts, in print, on a phone ─────────────────────────────────────────────────────────────────────────────


def test_without_scripts_everything_is_there_to_read(browser: Browser, alden: Path) -> None:
    with visit(browser, java_script_enabled=False) as found:
        page = found.open(alden)
        assert page.locator(".card[open]").count() == 2
        assert page.locator("button:visible, input:visible, textarea:visible").count() == 0
        page.click("text=41.67 million tonnes >> nth=0")
        assert page.url.endswith("#sum-of-parts-1c0ffee1")
        page.click("summary >> text=All 10 figures")
        assert "no other figure is about meals" in page.inner_text("main")


def test_print_has_notes_and_lines_to_sign_and_nothing_to_press(browser: Browser, alden: Path) -> None:
    with visit(browser, color_scheme="dark") as found:
        page = found.open(alden)
        decided(page)
        page.emulate_media(media="print")
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        assert page.locator("button:visible, textarea:visible, .legend input:visible").count() == 0
        assert page.locator(".card:visible").count() == 2
        assert "each quay is rounded apart" in page.inner_text(".card >> nth=0")
        assert "Passed by" in page.inner_text(".desk")
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
        page.evaluate("dispatchEvent(new Event('afterprint'))")
        assert page.locator(".card[open]").count() == 1


def test_on_a_phone_the_chosen_figure_is_not_covered_by_what_is_told_of_it(browser: Browser, tmp_path: Path) -> None:
    text = "".join(f"{n} tonnes of grain were weighed on the quay of the old town. " for n in range(100, 160))
    starts = [text.index(f"{n} tonnes") for n in range(100, 160)]
    report = report_on(text, [(start, start + 10) for start in starts])
    with visit(browser, viewport={"width": 390, "height": 600}) as found:
        page = found.open(written(tmp_path / "page.html", html_page([report])))
        for _ in range(len(starts)):
            page.keyboard.press("f")
            figure, sheet = (page.locator(name).bounding_box() for name in (":focus", "section.chosen"))
            assert figure is not None
            assert sheet is not None
            assert figure["y"] >= 0
            assert figure["y"] + figure["height"] <= sheet["y"]


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_nothing_is_wider_than_the_window(browser: Browser, tmp_path: Path, width: int) -> None:
    pages = dict(pages_of(whole([hand.BROKEN, hand.CLEAN, ASIDE])))
    with visit(browser, viewport={"width": width, "height": 256}) as found:
        for text in pages.values():
            page = found.open(written(tmp_path / "page.html", text))
            page.eval_on_selector_all("details", "all => all.forEach(one => { one.open = true; })")
            assert page.evaluate("document.scrollingElement.scrollWidth") <= width


def test_the_line_has_the_length_that_reads_best(browser: Browser, tmp_path: Path) -> None:
    text = "A headline\n\n" + "The harbour took in grain and timber from both banks of the river in every month. " * 30
    with visit(browser) as found:
        page = found.open(written(tmp_path / "page.html", html_page([replace(hand.EMPTY, article=read(text, "a"))])))
        lines = page.evaluate(
            "(p => p.getBoundingClientRect().height / parseFloat(getComputedStyle(p).lineHeight))"
            "(document.querySelector('.paragraph'))"
        )
    assert 58 <= len(text) / lines <= 74


def test_forced_colours_keep_the_marks(browser: Browser, alden: Path) -> None:
    with visit(browser, forced_colors="active") as found:
        page = found.open(alden)
        assert page.evaluate("getComputedStyle(document.querySelector('.f.lit')).outlineStyle") == "solid"
        assert "double" in page.evaluate("getComputedStyle(document.querySelector('.found')).textDecoration")


# ── accessible ────────────────────────────────────────────────────────────────────────────────────────────────────────

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def violations(page: Page) -> list[str]:
    """A page → what axe has against it."""
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": RULES}}).response
    assert found["testEngine"]["version"] >= "4.10", "an axe that knows WCAG 2.2"
    return [f"{one['id']}: {node['html'][:120]}" for one in found["violations"] for node in one["nodes"]]


@pytest.mark.parametrize("scheme, width", [("light", 1280), ("dark", 390)])
def test_axe_finds_nothing(browser: Browser, tmp_path: Path, scheme: str, width: int) -> None:
    index = next(pages_of(whole([hand.BROKEN, hand.CLEAN, ASIDE], [("a.txt", "no such file")], "3f2a9c0d11e4")))
    pages = dict([index, ("all.html", html_page([hand.BROKEN, hand.CLEAN, hand.EMPTY, ASIDE]))])
    with visit(browser, color_scheme=scheme, viewport={"width": width, "height": 900}) as found:
        for name, text in pages.items():
            page = found.open(written(tmp_path / name, text))
            assert violations(page) == [], name
        page = found.open(written(tmp_path / "alden.html", html_page([ASIDE, hand.BROKEN])))
        decided(page)
        page.eval_on_selector_all("details", "all => all.forEach(one => { one.open = true; })")
        page.check('.legend [value="checked"] >> nth=0')
        page.keyboard.press("f")
        assert violations(page) == []
        page.click("[data-do=help] >> nth=0")
        assert violations(page) == []


# ── hostile and large ─────────────────────────────────────────────────────────────────────────────────────────────────


def report_on(text: str, spans: list[tuple[int, int]]) -> Report:
    """A text and where its figures stand → a report in which every figure is checked, with no relation."""
    figures = tuple(
        replace(hand.FIGURES[0], id=f"f{n}", start=start, end=end, text=text[start:end])
        for n, (start, end) in enumerate(spans, 1)
    )
    article = Article("big.txt", text, "utf-8", (), (Block("paragraph", 0, len(text), ((0, len(text)),)),), text)
    states = tuple(State(figure.id, "unchecked", "no other figure is about it") for figure in figures)
    return Report(article, figures, tuple(map(fact_of, figures)), (), (), states)


def fact_of(figure: Figure) -> Fact:
    return replace(hand.BROKEN.facts[0], id=figure.id, figure=figure, links=())


def test_a_hostile_article_does_nothing(browser: Browser, tmp_path: Path) -> None:
    evil = [
        "</script><script>window.hit=1</script>",
        "<img src=x onerror=window.hit=1>",
        "javascript:window.hit=1",
        '"><svg onload=window.hit=1>',
        "\u2028</textarea><iframe src=https://evil.example>",
        "\u202eשלום 41 אחוז\u202c",
    ]
    text = "\n\n".join(evil)
    spans = [(text.index(one), text.index(one) + len(one)) for one in evil]
    report = report_on(text, spans)
    finding = replace(hand.ERROR, figures=("f1", "f2"), message=evil[0], arithmetic=tuple(evil), suspects=())
    article = replace(report.article, path="</title><script>hit=1</script>")
    report = replace(report, article=article, findings=(finding,))
    with visit(browser) as found:
        page = found.open(written(tmp_path / "page.html", html_page([report, report])))
        page.keyboard.press("j")
        for _ in range(6):
            page.keyboard.press("f")
        page.click("text=Copy questions >> nth=0")
        assert page.evaluate("window.hit") is None
        assert {request.partition(":")[0] for request in found.requests} == {"file"}


def test_right_to_left_text_runs_from_the_right(browser: Browser, tmp_path: Path) -> None:
    text = "בשנת 2031 טופלו 41 טונות.\n\nIn English again, 12 tons."
    with visit(browser) as found:
        report = replace(hand.EMPTY, article=read(text, "a.txt"))
        page = found.open(written(tmp_path / "page.html", html_page([report])))
        shown = page.eval_on_selector_all(".text > *", "all => all.map(p => getComputedStyle(p).direction)")
    assert shown == ["rtl", "ltr"]


def test_ten_thousand_figures_in_a_megabyte_can_be_walked(browser: Browser, tmp_path: Path) -> None:
    words, spans = [], []
    at = 0
    for number in range(10_000):
        word = f"{number} million tonnes"
        words.append(f"{word} of cargo went over the quays, as the port office of Alden said in a note of that week. ")
        spans.append((at, at + len(word)))
        at += len(words[-1])
    report = report_on("".join(words), spans)
    assert at > 1_000_000
    page_path = written(tmp_path / "page.html", html_page([report]))
    assert page_path.stat().st_size < 7_000_000
    with visit(browser) as found:
        found.page.set_default_timeout(60_000)
        page = found.open(page_path)
        took = page.evaluate(
            """() => {
                const press = (key) => document.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
                const start = performance.now();
                for (let n = 0; n < 5; n++) press("f");
                return performance.now() - start;
            }"""
        )
        assert page.inner_text("section.chosen h3") == "4 million tonnes"
        assert took < page.evaluate("performance.timing.loadEventEnd - performance.timing.navigationStart")


# ── what the policy lets through ──────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def outside() -> Iterator[tuple[str, list[str]]]:
    """Another server on this machine → its address, and what it was asked for."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        do_POST = do_GET  # noqa: N815

        def log_message(self, *_args: Any) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}", asked
    server.shutdown()


def test_the_policy_stops_every_request(browser: Browser, alden: Path, outside: tuple[str, list[str]]) -> None:
    address, asked = outside
    with visit(browser) as found:
        page = found.open(alden)
        page.evaluate(
            """async (address) => {
                const put = (tag, fields) => document.body.append(Object.assign(document.createElement(tag), fields));
                put("img", { src: `${address}/img` });
                put("script", { src: `${address}/script` });
                put("script", { textContent: "window.hit = 1" });
                put("iframe", { src: `${address}/iframe` });
                put("link", { rel: "stylesheet", href: `${address}/style` });
                put("style", { textContent: "body { background: red }" });
                put("object", { data: `${address}/object` });
                put("video", { src: `${address}/video` });
                navigator.sendBeacon(`${address}/beacon`, "x");
                put("form", { action: `${address}/form`, method: "post" });
                document.querySelector("form[method=post]").submit();
                await fetch(`${address}/fetch`).catch(() => {});
                try { new WebSocket(address.replace("http", "ws")); } catch { /* refused at once */ }
                await new Promise((done) => setTimeout(done, 300));
            }""",
            address,
        )
        assert page.evaluate("window.hit") is None
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") != "rgb(255, 0, 0)"
    assert asked == []


# ── the live review ───────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def live(tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """An article under review → the address of the page, and the article."""
    article = tmp_path / "trade-slip.txt"
    article.write_bytes((ROOT / "examples" / "trade-slip.txt").read_bytes())
    review = Review(Options((str(article),), format="html", fail_on="never"), load_pack())
    told_address = threading.Event()
    addresses: list[str] = []
    stops: list[Any] = []

    def ready(address: str, stop: Any) -> None:
        addresses.append(address)
        stops.append(stop)
        told_address.set()

    thread = threading.Thread(target=serve, args=(review, 0, ready), daemon=True)
    thread.start()
    assert told_address.wait(20)
    yield addresses[0], article
    stops[0]()
    thread.join(20)


def test_a_live_review_writes_beside_the_article(browser: Browser, live: tuple[str, Path]) -> None:
    address, article = live
    sidecar = article.with_name("trade-slip.txt.decisions.toml")
    with visit(browser) as found:
        page = found.page
        page.goto(address)
        with page.expect_navigation():
            decided(page, "rounded apart, see table 1")
        (entry,) = tomllib.loads(sidecar.read_text("utf-8"))["decision"]
        assert entry["finding"].startswith("parts-make-whole:")
        assert (entry["verdict"], entry["reason"], entry["by"]) == ("accepted", "rounded apart, see table 1", "mk")
        assert all(request.startswith(address) for request in found.requests)


def test_a_live_review_follows_the_article(browser: Browser, live: tuple[str, Path]) -> None:
    address, article = live
    with visit(browser) as found:
        page = found.page
        page.goto(address)
        assert "1 finding" in page.inner_text(".bar")
        page.fill(".card.open textarea", "half a reason")
        article.write_text(article.read_text("utf-8").replace("84.69", "84.96"), encoding="utf-8")
        page.click("text=Load the new report")
        page.wait_for_selector("text=No contradiction found")
        assert json.loads(page.inner_text("#data") or page.text_content("#data") or "")["live"]


def test_a_decision_that_was_written_can_be_taken_back(browser: Browser, live: tuple[str, Path]) -> None:
    pytest.importorskip("checker.decision", reason="the gate does not read files of decisions yet")
    address, _ = live
    with visit(browser) as found:
        page = found.page
        page.goto(address)
        with page.expect_navigation():
            decided(page, "rounded apart, see table 1")
        assert page.inner_text(".progress") == "1 of 1 decided"
        page.click(".card.aside > summary")
        with page.expect_navigation():
            page.click("text=Take the decision back")
        assert page.inner_text(".progress") == "0 of 1 decided"
