"""Measures the widget in a real browser beside its bars: `python -m tests.browser.figures`.

Ready: from the end of the script's download to a launcher that can be pressed. Reply: from the end of the answer's
download to the frame after its words are on the page. Idle: main-thread tasks over 50 ms while open and left alone.
"""

from __future__ import annotations

import gzip
import sys
from dataclasses import dataclass
from statistics import median

from playwright.sync_api import sync_playwright
from rich.console import Console
from rich.progress import track
from rich.table import Table

from tests.browser import chromium
from tests.browser.host_pages import host_site
from tests.browser.stand_in import WIDGET, stand_in
from tests.browser.visitor import Visitor

ROUNDS = 20
IDLE_MS = 10_000
WATCH = """(() => {
  window.shift = 0; window.long = []; window.ready = 0; window.shown = 0;
  const watch = (type, tell) =>
    new PerformanceObserver(list => list.getEntries().forEach(tell)).observe({type, buffered: true});
  watch('layout-shift', one => shift += one.value);
  watch('longtask', one => long.push([one.startTime, one.duration]));
  const seen = (all) => {
    const root = document.querySelector('send-assistant')?.shadowRoot;
    if (!root?.querySelector('.launcher')) return;
    ready ||= performance.now();
    all.disconnect();
    new MutationObserver(() => requestAnimationFrame(() => setTimeout(() => shown = performance.now())))
      .observe(root.querySelector('.turns'), {childList: true, subtree: true});
  };
  new MutationObserver((_, all) => seen(all)).observe(document, {childList: true, subtree: true});
})()"""
LOADED = """() => performance.getEntriesByType('resource').filter(one => one.name.endsWith(NAME)).at(-1).responseEnd"""


@dataclass(frozen=True)
class Figure:
    """One measured figure and its bar."""

    name: str
    unit: str
    values: list[float]
    bar: float

    @property
    def holds(self) -> bool:
        """Whether the median is within the bar."""
        return median(self.values) <= self.bar


def measure(browser, site, server: str) -> list[Figure]:
    """All figures of the widget."""
    ready, reply, shift, idle = [], [], [], []
    for number in track(range(ROUNDS), "Measuring"):
        context = browser.new_context(viewport={"width": 1280, "height": 900})
        visitor = Visitor(context.new_page(), site, server)
        visitor.page.add_init_script(WATCH)
        visitor.visit()
        ready.append(_since(visitor, "ready", "/widget.js"))
        visitor.open().ask("has bedford been inspected")
        visitor.page.wait_for_timeout(100)
        reply.append(_since(visitor, "shown", "/web/messages"))
        if number == 0:
            idle.append(_tasks_while_idle(visitor))
        shift.append(visitor.page.evaluate("shift"))
        context.close()
    size = len(gzip.compress(WIDGET.read_bytes(), 9)) / 1024
    return [
        Figure("size, compressed", "KB", [size], 30),
        Figure("script arrived to ready", "ms", ready, 100),
        Figure("answer arrived to on screen", "ms", reply, 50),
        Figure("layout shift", "", shift, 0),
        Figure(f"tasks over 50 ms in {IDLE_MS // 1000} idle seconds", "", idle, 0),
    ]


def _since(visitor: Visitor, mark: str, name: str) -> float:
    return visitor.page.evaluate(mark) - visitor.page.evaluate(LOADED.replace("NAME", repr(name)))


def _tasks_while_idle(visitor: Visitor) -> int:
    start = visitor.page.evaluate("performance.now()")
    visitor.page.wait_for_timeout(IDLE_MS)
    return len([one for one in visitor.page.evaluate("long") if one[0] > start])


def show(figures: list[Figure]) -> None:
    """Prints the figures as a table."""
    table = Table("figure", "median", "worst", "bar", "holds")
    for each in figures:
        cells = [f"{value:.1f} {each.unit}".strip() for value in (median(each.values), max(each.values), each.bar)]
        table.add_row(each.name, *cells, "yes" if each.holds else "NO")
    Console().print(table)


def main() -> int:
    """Measures and prints; 1 when a bar does not hold."""
    with host_site() as site, stand_in(site.origin) as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=[*chromium.FLAGS])
        figures = measure(browser, site, server)
        browser.close()
    show(figures)
    return 0 if all(each.holds for each in figures) else 1


if __name__ == "__main__":
    if len(sys.argv) > 1:
        print(__doc__)
        sys.exit(0 if sys.argv[1] in ("-h", "--help") else 2)
    sys.exit(main())
