"""One script tag on any page, however hostile, whatever it chooses."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from bot.settings import ROOT
from tests.browser.host_pages import HOSTILE_CSS, INLINE_CSS, PLAIN_CSS

INTEGRITY = (ROOT / "bot" / "widget" / "dist" / "integrity.txt").read_text().strip()
LOOK = """each => ['.launcher', '.panel', '.said p', 'textarea', '.choice'].map(name => {
  const part = each.shadowRoot.querySelector(name);
  const style = getComputedStyle(part);
  const box = part.getBoundingClientRect();
  return [name, style.fontSize, style.color, style.letterSpacing, style.textTransform, style.lineHeight,
    style.direction, style.visibility, style.display, Math.round(box.width), Math.round(box.height)] })"""
LOOK_OF_PAGE = """() => { const style = getComputedStyle(document.querySelector('main a'));
  return [style.color, style.font, style.display, document.body.scrollHeight] }"""
LISTEN = """() => { window.told = []; for (const name of ['open', 'sent', 'reply', 'close'])
  document.addEventListener(`send-assistant-${name}`, event => told.push([name, JSON.stringify(event.detail)])) }"""
SHIFTS = """window.shifts = [];
  new PerformanceObserver(list => list.getEntries().forEach(one => shifts.push(one.value)))
    .observe({type: 'layout-shift', buffered: true})"""


def test_a_hostile_page_changes_nothing(new_visitor):
    """Global resets, `* {all: unset !important}` and rules against the element do not reach the widget."""
    looks = []
    for css in (PLAIN_CSS, HOSTILE_CSS):
        visitor = new_visitor().visit(css=css, strict=True).open()
        visitor.page.wait_for_timeout(250)
        looks.append(visitor.widget.evaluate(LOOK))
    assert looks[0] == looks[1]


def test_the_widget_changes_nothing_of_the_page(visitor):
    """The page's own elements look the same with the widget as without."""
    visitor.visit().open()
    with_widget = visitor.page.evaluate(LOOK_OF_PAGE)
    visitor.page.evaluate("document.querySelector('send-assistant').remove()")
    assert visitor.page.evaluate(LOOK_OF_PAGE) == with_widget


def test_works_under_a_strict_policy(visitor):
    """With a strict policy, Trusted Types and an integrity value, a question is answered without complaint."""
    visitor.visit(strict=True, integrity=INTEGRITY).open().ask("has bedford been inspected")
    assert visitor.complaints == []


def test_nothing_from_other_hosts_and_no_cookie(visitor):
    """A whole conversation calls only the page's and the assistant's hosts, and stores only in this tab."""
    visitor.visit().open().ask("has bedford been inspected")
    visitor.page.get_by_role("button", name="What must improve").click()
    expect(visitor.turns.nth(2).locator(".said")).to_be_visible()
    allowed = (visitor.site.origin, visitor.server, "data:")
    assert [url for url in visitor.asked if not url.startswith(allowed)] == []
    assert visitor.page.context.cookies() == []
    assert visitor.page.evaluate("[document.cookie, localStorage.length]") == ["", 0]
    assert visitor.page.evaluate("indexedDB.databases().then(all => all.length)") == 0


def test_no_call_before_somebody_opens_it(visitor):
    """A page view alone tells the assistant nothing."""
    visitor.visit().page.wait_for_timeout(300)
    assert [url for url in visitor.asked if "/web/" in url] == []


def test_nothing_on_the_page_moves(visitor):
    """Arriving, opening, asking and closing shift no layout."""
    visitor.page.add_init_script(SHIFTS)
    visitor.visit().open().ask("has bedford been inspected")
    visitor.page.keyboard.press("Escape")
    visitor.page.wait_for_timeout(300)
    assert visitor.page.evaluate("shifts") == []


def test_attributes_of_the_script_tag(visitor):
    """Colour, side, greeting and privacy link come from data- attributes; words on the colour stay readable."""
    options = {
        "colour": "#ffe066",
        "position": "left",
        "greeting": "From Families together",
        "privacy": "https://example.org/privacy",
    }
    visitor.visit(options=options).open()
    header = visitor.widget.locator("header")
    expect(header).to_have_css("background-color", "rgb(255, 224, 102)")
    expect(header).to_have_css("color", "rgb(0, 0, 0)")
    expect(header).to_contain_text("From Families together")
    assert visitor.panel.bounding_box()["x"] < 100
    expect(visitor.page.get_by_role("link", name="What is kept").first).to_have_attribute(
        "href", "https://example.org/privacy"
    )


def test_area_and_language_begin_the_conversation(visitor):
    """The starting area and language are told to the server; nothing else about the page is."""
    with visitor.page.expect_request("**/web/session") as begun:
        visitor.visit(options={"area": "Bedford", "language": "en"}).open()
    assert begun.value.post_data_json == {"area": "Bedford", "language": "en"}
    assert "referer" not in begun.value.all_headers()


def test_an_unknown_colour_keeps_ours(visitor):
    """A colour that is none does not break the look."""
    visitor.visit(options={"colour": "red; background: url(https://example.org)"}).open()
    expect(visitor.widget.locator("header")).to_have_css("background-color", "rgb(15, 92, 99)")


@pytest.mark.parametrize("page", [{"element": "<send-assistant inline></send-assistant>"}, {"options": {"inline": ""}}])
def test_inline(page, visitor):
    """An inline chat is part of the page, begins when seen, and has no launcher or closing."""
    visitor.visit(**page, css=PLAIN_CSS + INLINE_CSS, body="<p>Ask here:</p>")
    expect(visitor.turns.first.locator(".said")).to_be_visible()
    expect(visitor.widget).to_have_count(1)
    expect(visitor.launcher).to_be_hidden()
    expect(visitor.page.get_by_role("region", name="SEND inspection assistant")).to_be_visible()
    visitor.ask("has bedford been inspected").locator(".choice").first.press("Escape")
    expect(visitor.panel).to_be_visible()


def test_javascript_api_and_events(visitor):
    """A page can open, close and ask, and hears what happens without anybody's words."""
    visitor.visit()
    visitor.page.evaluate(LISTEN)
    visitor.page.evaluate("document.querySelector('send-assistant').ask('has bedford been inspected')")
    expect(visitor.turns.nth(1).locator(".said")).to_contain_text("Bedford")
    visitor.page.evaluate("window.SendAssistant.close()")
    expect(visitor.panel).to_be_hidden()
    told = visitor.page.evaluate("told")
    assert [name for name, _ in told] == ["open", "sent", "reply", "close"]
    assert "area.outcome" in told[2][1]
    assert not any("been inspected" in detail for _, detail in told)


def test_a_page_does_not_hear_of_danger(visitor):
    """That somebody spoke of harm is not told to the website, not even as a topic or a status."""
    visitor.visit()
    visitor.page.evaluate(LISTEN)
    visitor.page.evaluate("document.querySelector('send-assistant').ask('i want to die')")
    expect(visitor.turns.nth(1).locator(".said")).to_contain_text("999")
    told = visitor.page.evaluate("told")
    assert "reply" in [name for name, _ in told]
    assert not any("crisis" in detail or "harm" in detail for _, detail in told)


def test_two_script_tags_make_one_widget(visitor):
    """A tag pasted twice does no harm."""
    visitor.visit(body=f"<script src='{visitor.server}/widget.js'></script>")
    expect(visitor.widget).to_have_count(1)
    assert visitor.complaints == []
