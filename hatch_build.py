"""rules/ → generated Python inside the wheel: an installed `check` parses no rule or word list and needs no sympy.

Runs on every wheel and on every editable install; the generated modules are ignored by git.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileRules(BuildHookInterface[Any]):
    """The checkout → what a wheel holds beyond the sources: what was compiled, and the data folders."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile the shipped rules and word lists, then name the folders of data that go inside the package."""
        for maker, made in (("compile", "_pack.py"), ("wordlist", "_words.py")):
            out = Path(self.root, "checker", made)
            # A process of its own: the checkout's modules stay out of the build's, and a broken rule stops the build.
            subprocess.run([sys.executable, "-m", f"checker.{maker}", "--out", str(out)], cwd=self.root, check=True)
        if version != "editable":
            # An editable install reads both where they stand: copies beside the checkout would go stale.
            build_data["force_include"] |= {"rules": "checker/rules", "reports": "checker/reports"}
