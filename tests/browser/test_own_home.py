"""The first page of a fresh server: a question is answered there by the real assistant, with no further step."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect


@pytest.fixture
def home(browser, pages_server):
    """The first page, as somebody who just started the server sees it."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(pages_server)
    yield page
    assert context.cookies() == []
    context.close()


def ask(page: Page, words: str):
    """Asks in the chat of the page; gives the turn."""
    turns = page.locator("send-assistant .turn")
    expect(turns.first.locator(".said")).to_be_visible()
    before = turns.count()
    question = page.locator("send-assistant #question")
    question.fill(words)
    question.press("Enter")
    expect(turns.nth(before).locator(".said").first).to_be_visible()
    return turns.nth(before)


def test_first_question(home):
    """A look-up is answered with its outcome, its source and its date."""
    turn = ask(home, "has hertfordshire been inspected")
    expect(turn.locator(".said").first).to_contain_text("Hertfordshire")
    expect(turn.locator("a[href^='https://files.ofsted.gov.uk']").first).to_be_visible()


def test_next_steps_easy_read_and_reload(home):
    """A choice, easy read and a reload work with the real assistant as with the stand-in."""
    turn = ask(home, "has leeds been inspected")
    turn.locator(".choice").first.click()
    turns = home.locator("send-assistant .turn")
    expect(turns.nth(2).locator(".said").first).to_be_visible()
    home.get_by_role("button", name="Easy read").first.click()
    expect(turns.nth(3).locator(".reply.easy").first).to_be_visible()
    home.reload()
    expect(turns.nth(3).locator(".said").first).to_be_visible()


def test_typed_deletion(home):
    """After "delete my data" a reload shows nothing that was said before it."""
    ask(home, "has leeds been inspected")
    ask(home, "delete my data")
    home.reload()
    turns = home.locator("send-assistant .turn")
    expect(turns.nth(1).locator(".said").first).to_contain_text("deleted")
    expect(home.locator("send-assistant .transcript")).not_to_contain_text("Leeds")
