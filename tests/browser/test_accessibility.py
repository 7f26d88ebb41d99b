"""The widget can be used whatever somebody's eyes, hands and devices are."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.checks import targets, too_wide, violations
from tests.browser.states import QUESTION, STATES
from tests.browser.visitor import Visitor

SMALLEST_TARGET = 24
# Listen to what screen readers are told, from before the first word on.
HEAR = """() => { window.heard = [];
  const region = document.querySelector('send-assistant').shadowRoot.querySelector('[aria-live=polite]');
  new MutationObserver(all => all.forEach(one => one.addedNodes.forEach(node => heard.push(node.textContent))))
    .observe(region, {childList: true}) }"""


@pytest.mark.parametrize("name", STATES)
def test_every_state_is_accessible(name, new_visitor):
    """Axe finds nothing on the whole page, no target is under 24 px, and nothing scrolls sideways."""
    state = STATES[name]
    visitor = new_visitor(**state.browser).visit(**state.page)
    state.reach(visitor)
    visitor.page.wait_for_timeout(250)  # colours are read after the panel has risen
    assert violations(visitor.page) == []
    small = {each: size for each, size in targets(visitor.page).items() if min(size) < SMALLEST_TARGET}
    assert small == {}
    assert too_wide(visitor.page) == []


def test_axe_would_find_a_fault(visitor):
    """The check itself works: a button without a name inside the shadow root is found."""
    visitor.visit().open()
    visitor.widget.evaluate("each => each.shadowRoot.querySelector('.send').removeAttribute('aria-label')")
    assert any("button-name" in each for each in violations(visitor.page))


def test_transcript_is_a_labelled_log_from_the_start(visitor):
    """Before anything is said or opened there is a role=log with a name, and an empty live region."""
    visitor.visit()
    log = visitor.widget.locator("[role=log]")
    expect(log).to_have_attribute("aria-label", "Chat")
    expect(log).to_have_attribute("aria-live", "off")
    expect(visitor.widget.locator("[aria-live=polite]")).to_have_count(1)


def test_each_reply_is_announced_once_by_name(visitor):
    """Screen readers get one entry a reply, that says who speaks, without markup, with the choices."""
    visitor.visit().open()
    visitor.page.evaluate(HEAR)
    visitor.ask("findings in bedford")
    heard = [each for each in visitor.page.evaluate("heard") if each.startswith("Assistant said:")]
    assert len(heard) == 1
    assert "must get better" in heard[0]
    assert "Choices: " in heard[0]
    assert not any(mark in heard[0] for mark in ("<", "https://", "\n"))
    expect(visitor.widget.locator("[aria-live=polite]")).to_be_empty()


def test_focus_stays_in_the_input(visitor):
    """A reply does not move the focus, nor does the greeting."""
    visitor.visit().open()
    assert visitor.focused() == "question"
    visitor.ask(QUESTION)
    assert visitor.focused() == "question"


def test_an_error_is_tied_to_the_input(visitor):
    """An empty message is explained: spoken, described by its text, and marked invalid until it is mended."""
    visitor.visit().open()
    visitor.page.evaluate(HEAR)
    visitor.question.press("Enter")
    expect(visitor.question).to_have_attribute("aria-invalid", "true")
    expect(visitor.question).to_have_accessible_description(
        "Type a question first. Please leave out names and personal details. What is kept (opens in a new tab)"
    )
    assert visitor.page.evaluate("heard") == ["Type a question first."]
    visitor.question.fill("hello")
    expect(visitor.question).not_to_have_attribute("aria-invalid", "true")


def test_low_window_can_be_used(new_visitor):
    """At 400 % zoom the input and every choice can be reached, seen and pressed."""
    visitor = new_visitor(viewport={"width": 320, "height": 256}).visit().open()
    turn = visitor.ask(QUESTION)
    turn.locator(".choice").first.focus()
    box = turn.locator(".choice").first.bounding_box()
    composer = visitor.widget.locator(".composer").bounding_box()
    assert box["y"] >= 0
    assert box["y"] + box["height"] <= composer["y"] + 1
    turn.locator(".choice").first.click()
    expect(visitor.turns.nth(2).locator(".said")).to_be_visible()


@pytest.mark.parametrize("size", [{"width": 1280, "height": 900}, {"width": 360, "height": 740}])
def test_focus_in_the_page_is_never_hidden(size, new_visitor):
    """When the focus moves in the page behind the open chat, the chat makes room and keeps what was said."""
    corner = "<a id='corner' href='#top' style='position: fixed; right: 60px; bottom: 60px'>Donate</a>"
    visitor = new_visitor(viewport=size).visit(element=corner).open()
    visitor.page.locator("#corner").focus()
    expect(visitor.panel).to_be_hidden()
    assert visitor.focused() == "corner"
    visitor.launcher.focus()
    visitor.page.keyboard.press("Enter")
    expect(visitor.turns.first.locator(".said")).to_be_visible()


def test_launcher_makes_room_for_what_it_covers(visitor):
    """A link under the launcher is seen while it has the focus, and the launcher is still next."""
    corner = "<a id='corner' href='#top' style='position: fixed; right: 60px; bottom: 40px'>Donate</a>"
    visitor.visit(element=corner)
    visitor.page.locator("#corner").focus()
    expect(visitor.launcher).to_have_css("opacity", "0")
    visitor.launcher.focus()
    expect(visitor.launcher).to_have_css("opacity", "1")


@pytest.mark.parametrize(("motion", "animations"), [("no-preference", True), ("reduce", False)])
def test_reduced_motion_is_respected(motion, animations, new_visitor):
    """Nothing moves for those who asked for less motion."""
    visitor: Visitor = new_visitor(reduced_motion=motion).visit().open()
    visitor.meddle("/web/messages", lambda route: None)
    visitor.type(QUESTION)
    expect(visitor.widget.locator(".typing")).to_be_visible()
    moving = "each => each.shadowRoot.getAnimations().length > 0"
    assert visitor.widget.evaluate(moving) is animations
