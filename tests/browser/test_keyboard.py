"""A whole conversation without a mouse."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.visitor import Visitor

RING = """() => { let e = document.activeElement; while (e?.shadowRoot?.activeElement) e = e.shadowRoot.activeElement;
  const style = getComputedStyle(e); const box = e.getBoundingClientRect();
  const root = document.querySelector('send-assistant').shadowRoot;
  const top = root.elementFromPoint(box.x + box.width / 2, box.y + Math.min(box.height / 2, 30));
  return [parseFloat(style.outlineWidth), style.outlineStyle, e === top || e.contains(top) || top?.contains(e)] }"""


def tab_to(visitor: Visitor, name: str, key: str = "Tab") -> None:
    """Presses a key until something has the focus; each stop on the way is visible and has a ring."""
    for _ in range(60):
        visitor.page.keyboard.press(key)
        if visitor.focused().startswith(name):
            width, style, seen = visitor.page.evaluate(RING)
            assert (width >= 2, style, seen) == (True, "solid", True), f"the focus on {name} cannot be seen"
            return
    raise AssertionError(f"'{name}' cannot be reached with {key}")


def test_open_ask_choose_and_close(visitor):
    """Tab, Enter and Escape are enough: open, ask, read, choose, judge, close; the focus is never lost."""
    keys = visitor.visit(body="<p>Hello</p>").page.keyboard
    tab_to(visitor, "Ask about SEND inspections")
    keys.press("Enter")
    assert visitor.focused() == "question"
    keys.type("has bedford been inspected")
    keys.press("Enter")
    expect(visitor.turns.nth(1).locator(".said")).to_be_visible()
    assert visitor.focused() == "question"

    tab_to(visitor, "What must improve in Bedford?", "Shift+Tab")
    keys.press("Enter")
    expect(visitor.turns.nth(2).locator(".said")).to_be_visible()
    assert visitor.focused().startswith("What must improve in Bedford?")
    assert "(chosen)" in visitor.focused()

    tab_to(visitor, "Yes")
    keys.press("Space")
    expect(visitor.turns.nth(2).locator(".outcome")).not_to_be_empty()
    tab_to(visitor, "question")
    keys.press("Escape")
    expect(visitor.panel).to_be_hidden()
    assert visitor.focused() == "Ask about SEND inspections"


def test_every_control_has_a_visible_focus(visitor):
    """Each stop in the open chat shows a ring and is not covered."""
    visitor.visit(body="").open().ask("has bedford been inspected")
    for name in ("Send", "What is kept"):
        tab_to(visitor, name)
    for name in ("Yes", "Copy", "Ofsted and CQC", "Chat", "More", "Larger text", "Easy read", "Close"):
        tab_to(visitor, name, "Shift+Tab")


def test_tab_leaves_the_chat(new_visitor):
    """There is no trap: Tab goes from the chat on, and back into the page before it."""
    visitor = new_visitor().visit(body="<p><a href='#top'>Our meetings</a></p>").open()
    left = False
    for _ in range(6):
        visitor.page.keyboard.press("Tab")
        left = left or visitor.page.evaluate("document.activeElement.localName !== 'send-assistant'")
    assert left
    visitor.question.focus()
    tab_to(visitor, "Close", "Shift+Tab")
    visitor.page.keyboard.press("Shift+Tab")
    assert visitor.focused() == "Our meetings"


def test_escape_goes_one_step_back(visitor):
    """Escape closes "More" first, then the chat."""
    visitor.visit().open()
    more = visitor.page.get_by_role("button", name="More")
    more.press("Enter")
    expect(more).to_have_attribute("aria-expanded", "true")
    visitor.page.get_by_role("button", name="Copy this chat").press("Escape")
    expect(more).to_be_focused()
    expect(more).to_have_attribute("aria-expanded", "false")
    more.press("Escape")
    expect(visitor.panel).to_be_hidden()


def test_shift_enter_makes_a_line(visitor):
    """Shift and Enter write a new line instead of sending."""
    visitor.visit().open()
    visitor.question.type("one")
    visitor.question.press("Shift+Enter")
    visitor.question.type("two")
    expect(visitor.question).to_have_value("one\ntwo")
    expect(visitor.turns).to_have_count(1)
