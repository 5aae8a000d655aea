"""`crossfoot review`: articles and findings in a browser on this machine, until Ctrl-C."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from checker.options import Options
from checker.output import send
from checker.run import OK, guarded

if TYPE_CHECKING:
    from collections.abc import Callable

_FOLDER = click.Path(exists=True, file_okay=False)


@click.command(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="Use this port instead of any that is free.")
@click.option("--open/--no-browser", "browser", default=False, help="Also open the page in the browser.")
@click.option("--rules", multiple=True, type=_FOLDER, metavar="DIR", help="Also use the rules in this folder.")
@click.option("--templates", type=_FOLDER, metavar="DIR", help="Take templates from this folder where it has them.")
@click.option("--encoding", metavar="NAME", help="Read the articles in this encoding, as in cp1252.")
@click.option("--debug", is_flag=True, help="Show the trace of an internal error.")
def review(
    paths: tuple[str, ...],
    port: int,
    browser: bool,
    rules: tuple[str, ...],
    templates: str | None,
    encoding: str | None,
    debug: bool,
) -> int:
    """Show articles and findings in a browser on this machine; what is decided there is written beside the articles.

    Nothing leaves the machine. Ctrl-C ends the review.
    """
    options = Options(
        paths, format="html", fail_on="never", rules=rules, templates=templates, encoding=encoding, debug=debug
    )
    return guarded(lambda: _review(options, port, browser), debug)


def _review(options: Options, port: int, browser: bool) -> int:
    from checker.pack import load_pack
    from checker.review import Review
    from checker.serve import serve

    def ready(address: str, _stop: Callable[[], None]) -> None:
        send(f"{address}\nCtrl-C ends the review.\n", None)
        if browser:
            import webbrowser

            webbrowser.open(address)

    serve(Review(options, load_pack(options.rules)), port, ready)
    return OK
