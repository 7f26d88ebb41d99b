"""Fixtures of a real browser: a host site, an assistant on another origin, a visitor.

The assistant is a stand-in; with BROWSER_TESTS_REAL=1 it is the real one.
"""

from __future__ import annotations

import os

import pytest
from playwright.sync_api import sync_playwright

from tests.bot.servers import serving
from tests.browser import chromium
from tests.browser.host_pages import host_site
from tests.browser.real_assistant import real_assistant
from tests.browser.stand_in import stand_in
from tests.browser.visitor import Visitor


@pytest.fixture(scope="session")
def site():
    """A website of its own origin."""
    with host_site() as running:
        yield running


@pytest.fixture(scope="session")
def server(site, request):
    """The address of an assistant that takes calls from the website."""
    if not os.environ.get("BROWSER_TESTS_REAL"):
        with stand_in(site.origin) as address:
            yield address
        return
    settings, model = request.getfixturevalue("settings"), request.getfixturevalue("trained_model")
    with real_assistant(site.origin, settings.database_url, str(model.parent), settings.today) as address:
        yield address


@pytest.fixture(scope="package")
def pages_server(settings, trained_model):
    """The real assistant with its own pages; gives its address."""
    many = dict.fromkeys(("WEB_REQUESTS_A_MINUTE", "WEB_SESSIONS_AN_HOUR"), "9999")
    with serving(settings, **many) as address:
        yield address


@pytest.fixture(scope="package")
def browser():
    """Debian's Chromium. Gone after this folder: while it runs, no other event loop can run in the process."""
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium.find(), args=[*chromium.FLAGS])
        yield running
        running.close()


@pytest.fixture
def new_visitor(browser, site, server):
    """Makes visitors, each with a browser profile of their own."""
    contexts = []

    def make(**options) -> Visitor:
        contexts.append(browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **options}))
        return Visitor(contexts[-1].new_page(), site, server)

    yield make
    for context in contexts:
        context.close()


@pytest.fixture
def visitor(new_visitor):
    """One visitor at a desk."""
    return new_visitor()
