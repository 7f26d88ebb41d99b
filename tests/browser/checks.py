"""What must hold in every state: no axe violation, no target too small, nothing wider than the window."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]
OPTIONS = {"runOnly": {"type": "tag", "values": TAGS}}

TARGETS = """() => [...document.querySelector('send-assistant').shadowRoot
  .querySelectorAll('button, textarea, summary, .item')]
  .map(each => [each.getAttribute('aria-label') || each.textContent.trim() || each.localName, each])
  .map(([name, each]) => [name, each.getBoundingClientRect()])
  .filter(([, box]) => box.width && box.height)
  .map(([name, box]) => [name, Math.round(box.width), Math.round(box.height)])"""

WIDE = """() => [document.scrollingElement, ...document.querySelector('send-assistant').shadowRoot
  .querySelectorAll('.panel, .transcript, .toolbar, .more, .composer, .said')]
  .filter(each => each.scrollWidth > each.clientWidth + 1 && each.clientWidth)
  .map(each => `${each.className || each.localName}: ${each.scrollWidth} in ${each.clientWidth}`)"""


def violations(page: Page) -> list[str]:
    """What axe finds wrong on the whole page, one line each."""
    found = Axe().run(page, options=OPTIONS).response["violations"]
    return [f"{each['id']}: {node['html'][:120]} {node['any'][:1]}" for each in found for node in each["nodes"]]


def targets(page: Page) -> dict[str, tuple[int, int]]:
    """The size of everything to press, by name."""
    return {name: (width, height) for name, width, height in page.evaluate(TARGETS)}


def too_wide(page: Page) -> list[str]:
    """What has to be scrolled sideways."""
    return page.evaluate(WIDE)
