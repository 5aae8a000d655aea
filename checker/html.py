"""Reports → HTML for a desk that reviews: one page, or a folder of pages with an index, the worst article first.

A page is one file that loads nothing: its policy allows the style and the script inside it, by their hashes, and no
more. What the script needs and no reader sees (ids, the words of figures for a file of decisions) is JSON in the page.
"""

from __future__ import annotations

from checker.document import document, to_dict
from checker.excerpt import visible
from checker.finding import LEVELS
from checker.format import Format
from checker.page import view
from checker.record import replace
from checker.render import roles_of
from checker.source import DECISIONS
from checker.summary import Tally
from checker.template import fill

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markupsafe import Markup

    from checker.document import Plain
    from checker.finding import Report
    from checker.format import Whole
    from checker.options import Options

INDEX = "index.html"
_NAME = 100  # characters of a page's file name, the ending left out


def html_part(report: Report, options: Options) -> Plain:
    """One report → what its section of a page shows."""
    docs = _docs(options.rules) if report.findings else {}
    return view(report, to_dict(report), _roles(report), docs)


def html_of(whole: Whole, live: str = "") -> str:
    """A run at its end → one page with all its articles. `live` is the state that a served page was made of."""
    return _page(whole.parts, whole, whole.tally.line(), live=live)


def pages_of(whole: Whole, live: str = "") -> Iterator[tuple[str, str]]:
    """A run at its end → (file name, text) of the index, then of a page for each article, the worst first."""
    parts = sorted(whole.parts, key=_gravity)
    names = file_names([part["path"] for part in parts])
    rows = [part | {"file": name} for name, part in zip(names, parts, strict=True)]
    data = _json({"live": live})
    yield INDEX, _filled("index.html", whole, live, articles=rows, summary=whole.tally.line(), data=data)
    for at, (name, part) in enumerate(zip(names, parts, strict=True)):
        beside = {"before": rows[at - 1] if at else None, "after": rows[at + 1] if at + 1 < len(rows) else None}
        yield name, _page((part,), whole, _summary(part), live=live, beside=beside)


def file_names(paths: Sequence[str]) -> list[str]:
    """Paths of articles → a file name for the page of each, no two alike on any file system."""
    taken, names = {INDEX}, []
    for path in paths:
        last = visible(path).replace("\\", "/").rpartition("/")[2]
        plain = "".join(char if char.isalnum() or char in "._-" else "-" for char in last)
        base = plain.strip("-.")[:_NAME] or "article"
        name, number = f"{base}.html", 2
        while name.casefold() in taken:
            name, number = f"{base}-{number}.html", number + 1
        taken.add(name.casefold())
        names.append(name)
    return names


def _roles(report: Report) -> dict[str, dict[str, str]]:
    """A report → finding id → figure id → role; each finding is held against the relations of its own figures only."""
    near: dict[str, list[int]] = {}
    for at, checked in enumerate(report.checked):
        for _, names in checked.relation.roles:
            for name in names:
                near.setdefault(name, []).append(at)
    found = {}
    for finding in report.findings:
        own = sorted({at for name in finding.figures for at in near.get(name, ())})
        found[finding.id] = roles_of(replace(report, checked=tuple(report.checked[at] for at in own)), finding)
    return found


def _page(parts: Sequence[Plain], whole: Whole, summary: str, live: str = "", beside: Plain | None = None) -> str:
    articles = [part | {"key": f"a{n}", "prefix": f"a{n}-" * (n > 1)} for n, part in enumerate(parts, 1)]
    data = _json({"live": live, "articles": [_data(article) for article in articles]})
    # What could not be checked stands on the index, where there is one.
    told = {"problems": [], "index": INDEX} if beside else {"index": ""}
    return _filled("report.html", whole, live, articles=articles, summary=summary, data=data, beside=beside, **told)


def _filled(name: str, whole: Whole, live: str, **shown: object) -> str:
    """A template and what it shows → the page, with style, script and the policy that allows them."""
    from markupsafe import Markup

    folder = whole.options.templates
    style, script = fill("report.css", folder), fill("report.js", folder)
    # Neither holds a word of an article; as Markup they stay byte for byte what the hashes were made of.
    own = {"style": Markup(style), "script": Markup(script), "policy": _policy(style, script, live), "live": live}
    view = document((), whole.problems, whole.pack_hash) | own | {"levels": LEVELS} | shown
    return fill(name, folder, **view)


def _policy(style: str, script: str, live: str) -> str:
    connect = " connect-src 'self';" if live else ""
    return (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}';{connect}"
        " base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    from base64 import b64encode
    from hashlib import sha256

    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def _json(value: Plain) -> Markup:
    """Plain data → JSON that ends no script element and no line of one."""
    from json import dumps

    from markupsafe import Markup

    text = dumps(value, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markup(text)


def _data(article: Plain) -> Plain:
    """An article's section → what the script has to know of it."""
    words = {name: " ".join(figure["text"].split()) for name, figure in article["figures"].items()}
    return {
        "key": article["key"],
        "name": article["name"],
        "path": article["path"],
        "sha256": article["sha256"],
        "file": article["name"] + DECISIONS[0],
        "findings": {
            article["prefix"] + card["anchor"]: {
                "finding": f"{card['rule']}:{card['id']}",
                "figures": [words[name] for name in card["figures"]],
                "line": card["line"],
            }
            for card in article["findings"]
        },
    }


def _gravity(part: Plain) -> tuple[tuple[int, ...], str]:
    """An article's section → what to sort by: most errors first, then warnings, then notes, then the name."""
    found = [finding["level"] for finding in part["findings"]]
    return tuple(-found.count(level) for level in LEVELS), part["path"]


def _summary(part: Plain) -> str:
    """An article's section → the last line of a run over it alone."""
    tally = Tally()
    tally.articles, tally.touched = 1, int(bool(part["findings"]))
    tally.suppressed, tally.coverage = len(part["suppressed"]), dict(part["coverage"])
    for finding in part["findings"]:
        tally.levels[finding["level"]] += 1
    return tally.line()


def _docs(folders: tuple[str, ...]) -> dict[str, dict[str, str]]:
    """A desk's rule folders → rule id → its manual."""
    from checker.pack import load_pack, manual

    return {rule.id: {name: " ".join(text.split()) for name, text in rule.docs} for rule in manual(load_pack(folders))}


HTML = Format(html_part, html_of, pages=pages_of)
