"""How many words a second the checker reads, on one core, and whether its work grows in line with the text.

    python tests/bench/speed.py [FOLDER | ARTICLE …] [--words N]

Without articles it invents news-like text from a fixed seed. CPU time only. Besides words a second, each stage is given
as a ratio to its bar, and the whole check of a long document as a ratio to one half its length (2.0 is linear).
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from checker import lexicon as lexicons
from checker.article import Article, fold, read
from checker.figure import figures
from checker.lexicon import Lexicon
from checker.pack import load_pack
from checker.period import periods
from checker.pipeline import check, may_count
from checker.token import Tokens

GOODS = ("timber", "copper", "furniture", "tea", "ships", "cement", "glass", "bicycles", "paper", "seed oil")
SENTENCES = (
    "Exports of {good} came to {a}.{b} billion yuan in the quarter, up {c}.{d} percent from a year earlier.",
    "The ministry, which counts {good} apart, put the share at {c}.{d} percent, {d} percentage points above April.",
    "Dealers said that demand had held up well and that they saw no reason for it to change before the autumn.",
    "Imports of {good} fell by {d}.{c} percent to {a}{b},{c}{d}0 tonnes, their lowest since 20{b}{c}.",
    "It was the {d}th month of growth in a row, and about {a} of every 100 yards in the region took on workers.",
)
BARS = {"read": 600_000, "figures": 100_000, "whole check": 40_000}
PARAGRAPH = 100_000  # words in the longest paragraph
SIZES = (
    1_000_000,
    500_000,
)  # of one piece over and over: what a pattern that tries again from every word would choke on
PIECES = (
    "1 ",
    "1,",
    "1-",
    "$1 ",
    "one ",
    "twenty-",
    "two and ",
    "3 to ",
    "1 January ",
    "2003 ",
    "year to March ",
    "( ",
)


def invented(words: int, seed: int = 7) -> str:
    """A number of words → that many words of news-like text, the same for the same seed."""
    chance = random.Random(seed)
    lines: list[str] = []
    count = 0
    while count < words:
        digits = {name: chance.randint(1, 9) for name in "abcd"}
        sentences = [chance.choice(SENTENCES).format(good=chance.choice(GOODS), **digits) for _ in range(4)]
        lines.append(" ".join(sentences))
        count += len(lines[-1].split())
    return "\n\n".join(lines) + "\n"


def cpu(work: Callable[[], object], times: int = 3) -> float:
    """Work → its CPU seconds, the best of so many times."""
    best: list[float] = []
    for _ in range(times):
        start = time.process_time()
        work()
        best.append(time.process_time() - start)
    return min(best)


def texts_of(paths: list[Path], words: int) -> list[str]:
    """Paths → the articles found there; without any, invented articles of some 400 words."""
    files = [file for path in paths for file in (sorted(path.rglob("*.txt")) if path.is_dir() else [path])]
    if files:
        return [file.read_text("utf-8", errors="replace") for file in files]
    return [invented(400, seed) for seed in range(max(1, words // 400))]


def read_figures(article: Article, lexicon: Lexicon) -> int:
    """An article → how many figures and dates its sentences hold; nothing else is read of them."""
    folded = fold(article.text)
    places = [place for block in article.blocks for place in block.sentences]
    return sum(figures_of(folded, start, end, lexicon) for start, end in places)


def figures_of(folded: str, start: int, end: int, lexicon: Lexicon) -> int:
    """A sentence of a folded text → how many figures and dates it holds."""
    spans = periods(folded, start, end)
    if not spans and not may_count(folded[start:end], lexicon):
        return 0
    return len(figures(Tokens(folded, start, end), spans, lexicon))


def repeated(piece: str, lexicon: Lexicon) -> float:
    """A piece of text → how many times longer a megabyte of it takes than half a megabyte."""
    texts = [piece * (size // len(piece)) for size in SIZES]
    times = [cpu(partial(figures_of, text, 0, len(text), lexicon), 1) for text in texts]
    return times[0] / times[1]


def shared(texts: list[str], count: int = 1_000) -> float:
    """Articles, taken again until there are so many → how long two processes take, against one; wall time."""
    with TemporaryDirectory() as folder:
        for number in range(count):
            Path(folder, f"{number:04}.txt").write_text(texts[number % len(texts)], "utf-8")
        walls: dict[str, list[int]] = {"1": [], "2": []}
        for jobs in ("1", "2") * 3:
            start = time.monotonic_ns()
            command = [sys.executable, "-m", "checker", "--jobs", jobs, "-q", folder]
            subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
            walls[jobs].append(time.monotonic_ns() - start)
    return min(walls["2"]) / min(walls["1"])


def main() -> None:
    """Measure the stages over many articles, then the whole check over a long document and its half."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*", type=Path, help="articles or folders; invented text if none")
    parser.add_argument("--adversarial", action="store_true", help="a megabyte of one piece as one sentence; minutes")
    parser.add_argument("--words", type=int, default=20_000, help="how much text to invent")
    options = parser.parse_args()
    pack, lexicon = load_pack(), lexicons.load()
    if options.adversarial:
        for piece in PIECES:
            print(f"{piece!r:18} a megabyte against half of it: {repeated(piece, lexicon):.1f} ×")
        return
    texts = texts_of(options.paths, options.words)
    articles: list[Article] = [read(text) for text in texts]
    words = sum(len(text.split()) for text in texts)
    print(f"{len(texts)} articles, {words} words")
    stages: dict[str, Callable[[], object]] = {
        "read": lambda: [read(text) for text in texts],
        "figures": lambda: [read_figures(article, lexicon) for article in articles],
        "whole check": lambda: [check(article, pack) for article in articles],
    }
    for name, work in stages.items():
        speed = words / cpu(work)
        print(f"{name:24}{speed:12,.0f} words/s{speed / BARS[name]:8.1f} × its bar of {BARS[name]:,}")
    long, half = read(invented(options.words)), read(invented(options.words // 2))
    ratio = cpu(lambda: check(long, pack)) / cpu(lambda: check(half, pack))
    print(f"one document of {options.words:,} words against its half: {ratio:.1f} ×")
    print(f"1,000 articles, two processes against one: {shared(texts):.2f} × the time")
    run = " ".join(texts).split()
    run = (run * (PARAGRAPH // len(run) + 1))[:PARAGRAPH]
    whole, half = read(" ".join(run)), read(" ".join(run[: PARAGRAPH // 2]))
    ratio = cpu(lambda: read_figures(whole, lexicon)) / cpu(lambda: read_figures(half, lexicon))
    print(f"figures of one paragraph of {PARAGRAPH:,} words against its half: {ratio:.1f} ×")


if __name__ == "__main__":
    main()
