"""Reading a page as a browser without JavaScript does."""

from __future__ import annotations

from collections import Counter
from html.parser import HTMLParser
from itertools import pairwise

EMPTY = frozenset("meta link img input br line circle".split())


class Page(HTMLParser):
    """A parsed page. Raises AssertionError when a tag is not closed where it should be."""

    def __init__(self, html: str):
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.text, self._open, self._texts = "", [], {}
        self.feed(html)
        assert self._open == [], f"left open: {self._open}"

    def handle_starttag(self, tag: str, attrs) -> None:
        """Notes an opening tag (called by the parser)."""
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in EMPTY:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs) -> None:
        """Notes a tag that closes itself (called by the parser)."""
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        """Closes the innermost tag (called by the parser)."""
        assert self._open.pop() == tag, f"</{tag}> closes nothing"

    def handle_data(self, data: str) -> None:
        """Collects text (called by the parser)."""
        self.text += data
        if self._open:
            self._texts[self._open[-1]] = self._texts.get(self._open[-1], "") + data

    def all(self, tag: str) -> list[dict[str, str]]:
        """The attributes of every tag of this kind."""
        return [attributes for name, attributes in self.tags if name == tag]

    def inside(self, tag: str) -> str:
        """The text right inside tags of this kind."""
        return self._texts.get(tag, "").strip()

    def links(self) -> list[str]:
        """Where the links of the page lead."""
        return [link["href"] for link in self.all("a")]


def check(page: Page) -> None:
    """What must hold on every page: one heading, landmarks, names for everything, nothing from elsewhere."""
    counted = Counter(tag for tag, _ in page.tags)
    assert all(counted[tag] == 1 for tag in ("h1", "main", "header", "footer", "title")), counted
    assert page.all("html")[0]["lang"] == "en-GB"
    assert page.links()[0] == "#main"
    assert page.inside("title")
    assert page.inside("h1")
    levels = [int(tag[1]) for tag, _ in page.tags if tag in ("h1", "h2", "h3", "h4")]
    assert all(after - before <= 1 for before, after in pairwise(levels)), levels
    labelled = {label.get("for") for label in page.all("label")}
    for field in (*page.all("textarea"), *page.all("select"), *page.all("input")):
        if field.get("type") not in ("hidden", "radio"):
            assert field["id"] in labelled
    assert all("alt" in image for image in page.all("img"))
    ids = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
    assert len(ids) == len(set(ids)), ids
    named = {meta.get("name") or meta.get("property"): meta.get("content") for meta in page.all("meta")}
    assert len(named["description"]) > 20
    assert named["og:title"]
    assert named["og:description"] == named["description"]
    _nothing_inline_or_from_elsewhere(page)


def _nothing_inline_or_from_elsewhere(page: Page) -> None:
    """The policy of the page forbids both, so either would be broken."""
    for tag, attributes in page.tags:
        assert not [name for name in attributes if name == "style" or name.startswith("on")], (tag, attributes)
        assert tag != "style"
        for name in ("src", "action"):
            assert attributes.get(name, "/").startswith("/"), (tag, attributes)
    assert all(script.get("src") for script in page.all("script"))
    assert all(link["href"].startswith("/") for link in page.all("link") if link["rel"] != "canonical")
