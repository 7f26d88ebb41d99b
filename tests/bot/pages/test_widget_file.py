"""Serving the built widget, and the tag that embeds it."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx
import pytest
from sanic import Blueprint, Sanic

from actions.desk import open_desk
from bot.pages.embedding import OUR_COLOUR, Embedding
from bot.pages.widget_file import NEWEST, WidgetFile
from bot.server.headers import secure
from tests.conftest import TODAY

NEW, OLD = b"customElements.define('send-assistant', class {})", b"/* an earlier build */"
SITE = "https://ask.example"


@pytest.fixture
def folder(tmp_path):
    """A folder with the newest build and an earlier one."""
    (tmp_path / NEWEST).write_bytes(NEW)
    (tmp_path / "send-assistant.1.js").write_bytes(OLD)
    return tmp_path


@pytest.fixture
def desk(loaded_file):
    """A desk over the bundled facts."""
    return open_desk(f"sqlite:///{loaded_file}", TODAY)


@asynccontextmanager
async def client(widget: WidgetFile) -> AsyncIterator[httpx.AsyncClient]:
    """A client of an application that serves only the widget."""
    Sanic.test_mode = True
    app, routes = Sanic("widget_only", configure_logging=False), Blueprint("files")
    widget.add_routes(routes)
    app.blueprint(routes)
    secure(app, None)
    await app._startup()  # what Sanic's own server calls; its ASGI life cycle needs a server around it
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url=SITE) as http:
        yield http


async def test_builds_can_be_loaded_by_any_website(folder):
    """The newest build has a plain and a versioned address; earlier builds stay at theirs."""
    widget = WidgetFile(folder)
    old = hashlib.sha256(OLD).hexdigest()[:12]
    async with client(widget) as http:
        for path, content, cache in (
            ("/widget.js", NEW, "max-age=300"),
            (widget.path, NEW, "immutable"),
            (f"/widget.{old}.js", OLD, "immutable"),
        ):
            answer = await http.get(path)
            assert answer.content == content
            assert cache in answer.headers["cache-control"]
            assert answer.headers["access-control-allow-origin"] == "*"
            assert answer.headers["cross-origin-resource-policy"] == "cross-origin"
            assert answer.headers["content-type"].startswith("text/javascript")
            again = await http.get(path, headers={"if-none-match": answer.headers["etag"]})
            assert again.status_code == 304
        assert (await http.get("/widget.000000000000.js")).status_code == 404


async def test_a_missing_build_is_said(tmp_path):
    """Without a build the address says what to do."""
    async with client(WidgetFile(tmp_path)) as http:
        answer = await http.get("/widget.js")
    assert answer.status_code == 404
    assert "has not been built" in answer.text


def test_the_integrity_value_is_that_of_the_file(folder):
    """A browser that checks the value finds it true."""
    digest = base64.b64encode(hashlib.sha384(NEW).digest()).decode()
    assert WidgetFile(folder).newest.integrity == f"sha384-{digest}"


def test_the_tag_carries_what_was_chosen(desk, folder):
    """The tag names the build, its integrity, and only the choices that differ from the defaults."""
    widget = WidgetFile(folder)
    plain = Embedding.read(desk, {}).tag(widget, SITE)
    assert f'src="{SITE}{widget.path}" integrity="{widget.newest.integrity}" crossorigin="anonymous"' in plain
    assert "data-" not in plain
    chosen = Embedding.read(desk, {"colour": "#AA2200", "position": "left", "area": "Kent"})
    assert chosen == Embedding("#aa2200", "left", "E10000016")
    assert ' data-colour="#aa2200" data-position="left" data-area="E10000016" async>' in chosen.tag(widget, SITE)
    assert ' data-inline="true" async>' in Embedding(position="inline").tag(widget, SITE)


@pytest.mark.parametrize("value", ["", "red", '#fff"onload="x', "<script>", "#12345g"])
def test_what_can_not_be_chosen_stays_at_its_default(desk, value):
    """A value that was not offered never gets into the tag."""
    chosen = Embedding.read(desk, {"colour": value, "position": value, "area": value, "language": value})
    assert chosen == Embedding(OUR_COLOUR, "right", "", "en")


def test_the_tag_without_a_build(desk, tmp_path):
    """Before the widget is built the tag still names the right address."""
    assert f'src="{SITE}/widget.js" async' in Embedding().tag(WidgetFile(tmp_path), SITE)
