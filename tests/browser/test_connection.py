"""Lost connections, reloads, tabs and sessions that run out: nothing is lost, nothing is doubled."""

from __future__ import annotations

import json

from playwright.sync_api import Route, expect

from tests.browser.stand_in import REPLIES, error
from tests.browser.states import QUESTION
from tests.browser.visitor import Visitor


def ids_sent(visitor: Visitor) -> list[str]:
    """Watches the ids of messages as they are sent."""
    ids: list[str] = []

    def watch(request):
        if request.url.endswith("/web/messages") and request.method == "POST":
            ids.append(json.loads(request.post_data)["id"])

    visitor.page.on("request", watch)
    return ids


def once(trouble, otherwise=lambda route: route.continue_()):
    """Handles the first POST or GET one way, later ones another."""
    left = [trouble]

    def handle(route: Route):
        if route.request.method == "OPTIONS":
            return route.continue_()
        return left.pop()(route) if left else otherwise(route)

    return handle


def test_offline_then_online(visitor):
    """A message written offline is kept, said to be kept, and answered once when the network is back."""
    ids = ids_sent(visitor.visit().open())
    visitor.page.context.set_offline(True)
    turn = visitor.type(QUESTION)
    expect(turn.locator(".state")).to_contain_text("Not sent yet")
    expect(visitor.widget.locator(".banner")).to_contain_text("No connection")
    visitor.page.context.set_offline(False)
    expect(turn.locator(".said")).to_contain_text("Bedford")
    expect(visitor.widget.locator(".banner, .state")).to_have_count(1)  # the banner, hidden
    expect(visitor.widget.locator(".banner")).to_be_hidden()
    assert len(set(ids)) == 1


def test_an_answer_lost_on_the_way_is_not_doubled(visitor):
    """The server answered but the line broke: the same id is sent again and one turn results."""
    ids = ids_sent(visitor.visit().open())

    def lose_the_answer(route: Route):
        route.fetch()
        route.abort()

    visitor.meddle("/web/messages", once(lose_the_answer))
    turn = visitor.type(QUESTION)
    expect(turn.locator(".said")).to_contain_text("Bedford")
    assert len(ids) == 2
    assert len(set(ids)) == 1
    visitor.page.reload()
    expect(visitor.turns.nth(1).locator(".said")).to_contain_text("Bedford")
    expect(visitor.turns).to_have_count(2)


def test_order_is_kept(visitor):
    """Messages written while one waits are sent after it, in order."""
    visitor.visit().open().meddle("/web/messages", once(lambda route: route.abort()))
    visitor.type(QUESTION)
    visitor.type("what does outcome 2 mean")
    expect(visitor.turns.nth(1).locator(".said")).to_contain_text("Bedford")
    expect(visitor.turns.nth(2).locator(".said")).to_contain_text("some children get good help")


def test_an_expired_session_is_renewed_quietly(visitor):
    """The message that met an expired session is answered in a new one; nothing on screen is lost or repeated."""
    visitor.visit().open().ask(QUESTION)
    before = visitor.remembered()["token"]
    visitor.meddle("/web/messages", once(lambda route: visitor.fulfil(route, error("session_expired"), 401)))
    turn = visitor.ask("what does outcome 2 mean")
    expect(turn.locator(".said")).to_contain_text("some children get good help")
    expect(visitor.turns).to_have_count(3)
    expect(visitor.widget.locator(".state")).to_have_count(0)
    assert visitor.remembered()["token"] != before


def test_a_renewed_session_still_knows_the_area(visitor):
    """The new session begins with the area that the last answer was about."""
    visitor.visit().open().ask(QUESTION)
    visitor.meddle("/web/messages", once(lambda route: visitor.fulfil(route, error("session_expired"), 401)))
    with visitor.page.expect_request(lambda one: one.url.endswith("/web/session") and one.method == "POST") as begun:
        visitor.ask("what does outcome 2 mean")
    assert json.loads(begun.value.post_data)["area"] == "E06000055"


def test_deleted_data_is_forgotten_here_too(visitor):
    """After "delete my data" the tab keeps neither the person's words nor the area."""
    visitor.visit().open().ask(QUESTION)
    deleted = {"replies": [{**REPLIES["bedford"][0], "areas": []}], "forgotten": True}
    visitor.meddle(
        "/web/messages",
        lambda route: (
            route.continue_()
            if route.request.method == "OPTIONS"
            else visitor.fulfil(route, {"id": json.loads(route.request.post_data)["id"], **deleted})
        ),
    )
    visitor.ask("delete my data")
    assert (visitor.remembered()["words"], visitor.remembered()["area"]) == ({}, None)


def test_reload_keeps_the_conversation(visitor):
    """After a reload the chat is open, with the greeting, the person's words and the answers, and the draft."""
    visitor.visit().open().ask(QUESTION)
    visitor.question.fill("and when will")
    visitor.page.reload()
    expect(visitor.turns.nth(1).locator(".own")).to_contain_text(QUESTION)
    expect(visitor.turns.nth(1).locator(".said")).to_contain_text("Bedford")
    expect(visitor.turns.first).to_contain_text("not Ofsted")
    expect(visitor.question).to_have_value("and when will")
    assert visitor.focused() not in ("question", "Close the assistant"), "a reload must not take the focus"


def test_reload_while_waiting_sends_again(visitor):
    """A message whose answer had not come before a reload is sent again with its id."""
    ids = ids_sent(visitor.visit().open())
    visitor.meddle("/web/messages", once(lambda route: None))
    visitor.type(QUESTION)
    expect(visitor.widget.locator(".typing")).to_be_visible()
    visitor.page.reload()
    expect(visitor.turns.nth(1).locator(".said")).to_contain_text("Bedford")
    assert len(set(ids)) == 1


def test_reload_after_the_session_ran_out(visitor):
    """A new conversation begins with the greeting; the old one's words are forgotten here too."""
    visitor.visit().open().ask(QUESTION)
    visitor.meddle("/web/history", lambda route: visitor.fulfil(route, error("session_expired"), 401))
    visitor.page.reload()
    expect(visitor.turns.first).to_contain_text("not Ofsted")
    expect(visitor.turns).to_have_count(1)
    assert visitor.remembered()["words"] == {}


def test_two_tabs_are_two_conversations(visitor):
    """Each tab has a session of its own; neither sees the other's words."""
    visitor.visit().open().ask(QUESTION)
    second = Visitor(visitor.page.context.new_page(), visitor.site, visitor.server).visit().open()
    expect(second.turns).to_have_count(1)
    second.ask("what does outcome 2 mean")
    expect(visitor.turns).to_have_count(2)
    assert visitor.remembered()["token"] != second.remembered()["token"]


def test_too_many_messages(visitor):
    """The server's kind words are shown, and the message is sent when it said so."""
    busy = {"error": {"code": "too_many", "message": "Please wait a moment.", "retry_after": 1}}
    visitor.visit().open().meddle("/web/messages", once(lambda route: visitor.fulfil(route, busy, 429)))
    turn = visitor.type(QUESTION)
    expect(turn.locator(".state")).to_contain_text("Please wait a moment.")
    expect(turn.locator(".said")).to_contain_text("Bedford")


def test_a_failure_is_said_and_can_be_tried_again(visitor):
    """Never silence: the server's words stand under the message with a button, which sends the same id."""
    ids = ids_sent(visitor.visit().open())
    bad = error("bad_request", "I could not read that.")
    visitor.meddle("/web/messages", once(lambda route: visitor.fulfil(route, bad, 400)))
    turn = visitor.type(QUESTION)
    expect(turn.locator(".state")).to_contain_text("I could not read that.")
    turn.get_by_role("button", name="Try again").click()
    expect(turn.locator(".said")).to_contain_text("Bedford")
    assert len(set(ids)) == 1
    assert visitor.focused() == "question"


def test_a_website_that_is_not_allowed(visitor):
    """The person is told, and pointed to a page that works."""
    visitor.visit().meddle(
        "/web/session", lambda route: visitor.fulfil(route, error("wrong_origin", "Not set up here."), 403)
    )
    visitor.launcher.click()
    expect(visitor.transcript).to_contain_text("Not set up here.")
    expect(visitor.transcript.get_by_role("link")).to_have_attribute("href", f"{visitor.server}/ask")


def test_a_page_of_an_error_is_no_answer(visitor):
    """A proxy's HTML error is tried again, then said; the words can still be sent."""
    visitor.visit().open()
    page = {"status": 502, "content_type": "text/html", "body": "<h1>Bad gateway</h1>"}
    allowed = {"Access-Control-Allow-Origin": visitor.site.origin}
    visitor.meddle("/web/messages", once(lambda route: route.fulfill(headers=allowed, **page)))
    expect(visitor.type(QUESTION).locator(".said")).to_contain_text("Bedford")


def test_clearing_offline(visitor):
    """The device is wiped at once; the server as soon as it can be reached."""
    visitor.visit().open().ask(QUESTION)
    visitor.page.context.set_offline(True)
    visitor.page.get_by_role("button", name="More").click()
    visitor.page.get_by_role("button", name="Clear this chat").click()
    visitor.page.get_by_role("button", name="Yes, clear it").click()
    expect(visitor.turns).to_have_count(0)
    assert visitor.remembered()["words"] == {}
    with visitor.page.expect_response(lambda answer: answer.request.method == "DELETE" and answer.ok):
        visitor.page.context.set_offline(False)


def test_blocked_storage(visitor):
    """Where the browser forbids storage, the chat works until the page goes."""
    visitor.page.add_init_script(
        "Object.defineProperty(window, 'sessionStorage', {get() { throw new Error('blocked') }})"
    )
    expect(visitor.visit().open().ask(QUESTION).locator(".said")).to_contain_text("Bedford")
