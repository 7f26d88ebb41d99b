"""What is fuzzed. Each target takes bytes, and fails when what it promises does not hold for them."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

TARGETS = {
    "guard": "guard.check",
    "areas": "areas.check",
    "postcodes": "postcodes.check",
    "rows": "imports.check_rows",
    "directory": "imports.check_directory",
    "bodies": "web.check_body",
    "tokens": "web.check_token",
}
"""Names, and where each is. A target is imported when it is wanted: some load much."""


def target(name: str) -> Callable[[bytes], None]:
    """The check of this name."""
    module, function = TARGETS[name].split(".")
    return getattr(import_module(f"{__name__}.{module}"), function)
