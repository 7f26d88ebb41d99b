"""Finds Debian's Chromium; as a command, installs it where that may be done."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome")
PACKAGES = ("chromium", "fonts-noto-core")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


class NoChromiumError(RuntimeError):
    """There is no Chromium on this machine, and it could not be installed."""


def find() -> str:
    """The path of Chromium. Raises NoChromiumError."""
    for name in NAMES:
        if path := shutil.which(name):
            return path
    raise NoChromiumError(
        "the browser tests need Chromium: install it with `apt-get install chromium fonts-noto-core` "
        "(as root), then run the tests again"
    )


def install() -> None:
    """Installs Chromium with apt where that is possible. Raises NoChromiumError."""
    if any(map(shutil.which, NAMES)):
        return
    if os.geteuid() == 0 and shutil.which("apt-get"):
        print("Installing Chromium for the browser tests", flush=True)
        quiet = {"stdout": subprocess.DEVNULL, "env": {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}}
        subprocess.run(["apt-get", "update", "-qq"], check=False, **quiet)
        subprocess.run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", *PACKAGES], check=False, **quiet)
    find()


if __name__ == "__main__":
    try:
        install()
    except NoChromiumError as error:
        sys.exit(str(error))
