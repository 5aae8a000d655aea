"""`crossfoot review`: articles and findings in a browser on this machine, until Ctrl-C."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from checker import cli_flags as flags
from checker.cli_witness import announced, asking
from checker.output import send
from checker.run import OK, guarded

if TYPE_CHECKING:
    from collections.abc import Callable

    from checker.options import Options


@click.command(context_settings=flags.SETTINGS)
@flags.paths()
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="Use this port instead of any that is free.")
@click.option("--open/--no-browser", "browser", default=False, help="Also open the page in the browser.")
@asking
@flags.rules
@flags.setting("templates")
@flags.encoding
@flags.settings
@flags.debug
def review(*, paths: tuple[str, ...], port: int, browser: bool, debug: bool, **_rest: Any) -> int:
    """Show articles and findings in a browser on this machine; what is decided there is written beside the articles.

    Nothing leaves the machine, unless a witness elsewhere is asked. Ctrl-C ends the review.
    """
    if not paths:
        raise click.UsageError(flags.EXAMPLE.replace("check article", "crossfoot review article"))
    return guarded(lambda: _review(announced(flags.options(format="html", fail_on="never")), port, browser), debug)


def _review(options: Options, port: int, browser: bool) -> int:
    from checker.pack import load_pack
    from checker.review import Review
    from checker.selection import resolved
    from checker.serve import serve

    def ready(address: str, _stop: Callable[[], None]) -> None:
        send(f"{address}\nCtrl-C ends the review.\n", None)
        if browser:
            import webbrowser

            webbrowser.open(address)

    pack = load_pack(options.rules)
    serve(Review(resolved(options, pack), pack), port, ready)
    return OK
