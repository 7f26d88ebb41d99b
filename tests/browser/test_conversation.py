"""What is said and shown in a conversation."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.stand_in import REPLIES
from tests.browser.states import QUESTION, RICH

BEDFORD = REPLIES["bedford"][0]


def test_the_greeting_is_the_first_thing_said(visitor):
    """What opens is what the server says first: what it is, and what it is not."""
    visitor.visit().open()
    expect(visitor.turns.first).to_contain_text("not Ofsted")
    expect(visitor.turns).to_have_count(1)


def test_an_answer_shows_its_sources_once(visitor):
    """Sources are links with their dates; the line that lists them in words is left out."""
    turn = visitor.visit().open().ask(QUESTION)
    link = turn.get_by_role("link", name="Ofsted and CQC report on Bedford")
    expect(link).to_have_attribute("href", "https://files.ofsted.gov.uk/v1/file/50268244")
    expect(link).to_have_attribute("rel", "noopener noreferrer")
    expect(turn.locator(".sources")).to_contain_text("(4 February 2025)")
    expect(turn).not_to_contain_text("Source:")
    expect(turn).to_contain_text("As at 29 June 2026")


def test_a_choice_stays_and_shows_what_was_chosen(visitor):
    """A pressed choice sends its payload, is said as the person's, and can be pressed again."""
    turn = visitor.visit().open().ask(QUESTION)
    choice = turn.get_by_role("button", name="What must improve in Bedford?")
    with visitor.page.expect_request("**/web/messages") as sent:
        choice.click()
    assert sent.value.post_data_json["choice"] == "ask:area.findings:E06000055"
    expect(visitor.turns.nth(2).locator(".own")).to_contain_text("What must improve in Bedford?")
    expect(choice).to_be_enabled()
    expect(choice).to_have_accessible_name("What must improve in Bedford? (chosen)")


def test_markup_is_shown_as_words(visitor):
    """Nothing that is said, asked or named ever becomes markup."""
    evil = "<img src=x onerror=alert(1)><script>alert(2)</script>"
    bad = {**BEDFORD, "text": evil, "choices": [{"title": evil, "payload": "x", "topic": None}]}
    visitor.visit().open().answer_with(
        {**bad, "sources": [{"title": evil, "url": "javascript:alert(3)", "date": evil}]}
    )
    turn = visitor.ask(evil)
    expect(turn.locator(".own")).to_contain_text(evil)
    expect(turn.locator(".choice")).to_contain_text(evil)
    expect(turn.locator("img, script, a")).to_have_count(0)


def test_picture_and_table(visitor):
    """A picture comes from the assistant's own server with its words; a table has a caption and headings."""
    visitor.visit().open().answer_with(RICH)
    turn = visitor.ask("compare them")
    expect(turn.get_by_role("img", name=RICH["image"]["alt"])).to_have_attribute(
        "src", f"{visitor.server}/charts/outcomes.svg"
    )
    expect(turn.get_by_role("table", name="Two areas side by side")).to_be_visible()
    expect(turn.get_by_role("rowheader", name="Outcome")).to_be_visible()


def test_a_picture_of_another_host_is_not_fetched(visitor):
    """Only its words are shown."""
    visitor.visit().open().answer_with(
        {**BEDFORD, "image": {"url": "https://example.org/x.png", "alt": "A chart of outcomes"}}
    )
    turn = visitor.ask("chart")
    expect(turn).to_contain_text("A chart of outcomes")
    assert not any("example.org" in url for url in visitor.asked)


@pytest.mark.parametrize(
    ("address", "shown"), [("/area/leeds/next-inspection.ics", 1), ("https://example.org/x.ics", 0)]
)
def test_a_calendar_file_is_a_link(visitor, address, shown):
    """A file of the assistant's own server is a link to it; one of another host is not offered."""
    visitor.visit().open().answer_with({**BEDFORD, "calendar": {"title": "Put this in your calendar", "url": address}})
    link = visitor.ask("dates").get_by_role("link", name="Put this in your calendar")
    expect(link).to_have_count(shown)
    if shown:
        expect(link).to_have_attribute("href", f"{visitor.server}{address}")


def test_useful_is_told_to_the_server(visitor):
    """Yes or no goes with the id of the turn, and the server's thanks is shown."""
    turn = visitor.visit().open().ask(QUESTION)
    with visitor.page.expect_request("**/web/feedback") as sent:
        turn.get_by_role("button", name="No", exact=True).click()
    assert sent.value.post_data_json["useful"] is False
    assert sent.value.post_data_json["id"] in visitor.remembered()["words"]
    expect(turn.locator(".outcome")).not_to_be_empty()
    expect(turn.get_by_role("button", name="No", exact=True)).to_have_attribute("aria-pressed", "true")


def test_nothing_is_asked_of_somebody_in_danger(visitor):
    """A crisis reply shows its numbers to tap, and from then on nobody is asked whether it was useful."""
    visitor.visit().open()
    turn = visitor.ask("I want to die")
    expect(turn.get_by_role("link", name="999")).to_have_attribute("href", "tel:999")
    expect(turn.get_by_role("link", name="116 123")).to_have_attribute("href", "tel:116123")
    expect(turn.locator(".useful, .choice")).to_have_count(0)
    expect(visitor.ask(QUESTION).locator(".useful")).to_have_count(0)


def test_numbers_in_other_answers_are_no_phones(visitor):
    """Dates and counts are not made into links."""
    turn = visitor.visit().open().ask(QUESTION)
    expect(turn.locator("a[href^='tel:']")).to_have_count(0)


def test_easy_read_is_one_press(visitor):
    """Easy read says the last answer again that way, stays on, and is remembered for a new session."""
    visitor.visit().open().ask(QUESTION)
    button = visitor.page.get_by_role("button", name="Easy read")
    with visitor.page.expect_request("**/web/messages") as sent:
        button.click()
    assert sent.value.post_data_json["choice"] == "ask:bot.easy_read"
    expect(visitor.widget.locator(".reply.easy")).to_contain_text("Bedford")
    expect(button).to_have_attribute("aria-pressed", "true")
    assert visitor.remembered()["easy"] is True


def test_easy_read_is_turned_off_again(visitor):
    """A second press goes back to the standard words."""
    visitor.visit().open().ask(QUESTION)
    button = visitor.page.get_by_role("button", name="Easy read")
    button.click()
    expect(visitor.turns.nth(2).locator(".reply.easy")).to_be_visible()
    button.click()
    expect(visitor.turns.nth(3).locator(".said")).to_contain_text("Bedford")
    expect(visitor.turns.nth(3).locator(".reply.easy")).to_have_count(0)
    expect(button).to_have_attribute("aria-pressed", "false")
    assert visitor.remembered()["easy"] is False


def test_text_size_is_remembered(visitor):
    """Larger text makes everything larger, and stays after a reload."""
    visitor.visit().open()
    before = visitor.question.evaluate("each => parseFloat(getComputedStyle(each).fontSize)")
    visitor.page.get_by_role("button", name="Larger text").click()
    visitor.page.reload()
    after = visitor.question.evaluate("each => parseFloat(getComputedStyle(each).fontSize)")
    assert after > before * 1.1


@pytest.mark.parametrize(("length", "shown"), [(1599, False), (1600, True), (2000, True)])
def test_characters_are_counted_from_80_per_cent(length, shown, visitor):
    """The count is shown from four fifths of the server's limit."""
    visitor.visit().open().question.fill("a" * length)
    expect(visitor.widget.locator(".counter")).to_be_visible(visible=shown)


def test_too_long_is_explained_and_nothing_is_cut(visitor):
    """A message over the limit stays in the input with words on what to do."""
    visitor.visit().open().question.fill("a" * 2010)
    visitor.question.press("Enter")
    expect(visitor.widget.locator(".error")).to_contain_text("10 characters too long")
    expect(visitor.question).to_have_value("a" * 2010)
    expect(visitor.turns).to_have_count(1)


def test_clearing_wipes_both_sides(visitor):
    """After a second press the chat, the tab's memory and the server's are empty; a new greeting follows."""
    visitor.visit().open().ask(QUESTION)
    before = visitor.remembered()["token"]
    visitor.page.get_by_role("button", name="More").click()
    visitor.page.get_by_role("button", name="Clear this chat").click()
    with visitor.page.expect_response(lambda answer: answer.request.method == "DELETE") as wiped:
        visitor.page.get_by_role("button", name="Yes, clear it").click()
    assert wiped.value.ok
    assert wiped.value.request.all_headers()["authorization"] == f"Bearer {before}"
    expect(visitor.turns).to_have_count(1)
    expect(visitor.turns.first).to_contain_text("not Ofsted")
    assert visitor.remembered()["words"] == {}
    visitor.page.wait_for_function("() => JSON.parse(Object.values(sessionStorage)[0]).toClear.length === 0")
    assert visitor.focused() == "question"
    visitor.page.reload()
    expect(visitor.turns.first.locator(".said")).to_be_visible()
    expect(visitor.turns).to_have_count(1)


def test_copying(new_visitor):
    """One answer, or the whole chat, goes to the clipboard as words."""
    visitor = new_visitor(permissions=["clipboard-read", "clipboard-write"]).visit().open()
    turn = visitor.ask(QUESTION)
    turn.get_by_role("button", name="Copy").click()
    expect(turn.get_by_role("button", name="Copied")).to_be_visible()
    copied = visitor.page.evaluate("navigator.clipboard.readText()")
    assert "Bedford's SEND services" in copied
    assert "https://files.ofsted.gov.uk" in copied


def test_printing_prints_the_chat_alone(visitor):
    """What is printed is the chat with its sources, without buttons or the page around it."""
    visitor.page.add_init_script("window.print = function () { window.top.printed = document.body.innerText }")
    visitor.visit(strict=True).open().ask(QUESTION)
    visitor.page.get_by_role("button", name="More").click()
    visitor.page.get_by_role("button", name="Print this chat").click()
    printed = visitor.page.evaluate("window.printed")
    assert "Bedford's SEND services" in printed
    assert "You said:" in printed
    assert "We help families" not in printed
    assert "Listen" not in printed


VOICES = """window.spoken = []; const voice = (lang, localService) => ({lang, localService, name: lang});
  class Utterance { constructor(text) { this.text = text } }
  Object.defineProperty(window, 'SpeechSynthesisUtterance', {value: Utterance});
  Object.defineProperty(window, 'speechSynthesis', {value: {getVoices: () => VOICES,
    cancel() { spoken.push('stopped') }, speak(one) { spoken.push(one.text) }, addEventListener() {}}});"""


def test_listen_uses_a_voice_of_the_device(visitor):
    """Only a voice that works without another host reads the answer; the button stops it."""
    visitor.page.add_init_script(VOICES.replace("=> VOICES", "=> [voice('en-US', false), voice('en-GB', true)]"))
    turn = visitor.visit().open().ask(QUESTION)
    turn.get_by_role("button", name="Listen").click()
    turn.get_by_role("button", name="Stop").click()
    expect(turn.get_by_role("button", name="Listen")).to_be_visible()
    spoken = visitor.page.evaluate("spoken")
    assert "Bedford's SEND services" in spoken[0]
    assert spoken[-1] == "stopped"
    assert "https" not in "".join(spoken)


def test_no_voice_of_the_device_is_said(visitor):
    """Where every voice belongs to another host, nothing is read and the person is told."""
    visitor.page.add_init_script(VOICES.replace("=> VOICES", "=> [voice('en-US', false)]"))
    turn = visitor.visit().open().ask(QUESTION)
    turn.get_by_role("button", name="Listen").click()
    expect(turn.locator(".actions")).to_contain_text("no voice of its own")
    assert visitor.page.evaluate("spoken") == []
