"""The states a visitor can be in, each reached from a fresh page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import expect

from tests.browser.host_pages import DARK_CSS, PLAIN_CSS
from tests.browser.stand_in import REPLIES, error
from tests.browser.visitor import Visitor

QUESTION = "has bedford been inspected"
RICH = {
    **REPLIES["bedford"][0],
    "image": {"url": "/charts/outcomes.svg", "alt": "Outcomes: 29 areas got 1, 53 got 2, 15 got 3."},
    "table": {
        "caption": "Two areas side by side",
        "columns": ["", "Bedford", "Surrey"],
        "rows": [["Outcome", "1 of 3", "2 of 3"], ["Report", "4 February 2025", "10 November 2023"]],
    },
}
ARABIC = {
    **REPLIES["bedford"][0],
    "language": "ar",
    "text": "جرى تفتيش بيدفورد في نوفمبر 2024.\n- نُشر التقرير في 4 فبراير 2025.\n- حصلت على النتيجة 1 من 3.",
    "choices": [{"title": "ما الذي يجب أن يتحسن؟", "payload": "ask:area.findings", "topic": "area.findings"}],
}


@dataclass(frozen=True)
class State:
    """How to reach a state: the browser, the page, the steps."""

    reach: Callable[[Visitor], object]
    browser: dict[str, Any] = field(default_factory=dict)
    page: dict[str, Any] = field(default_factory=dict)


def answered(visitor: Visitor) -> None:
    """A question has been answered."""
    visitor.open().ask(QUESTION)


def mid_answer(visitor: Visitor) -> None:
    """The answer is still to come."""
    visitor.open().meddle("/web/messages", lambda route: None)
    visitor.type(QUESTION)
    expect(visitor.widget.locator(".typing")).to_be_visible()


def input_error(visitor: Visitor) -> None:
    """Nothing was typed."""
    visitor.open().question.press("Enter")
    expect(visitor.widget.locator(".error")).to_be_visible()


def failed(visitor: Visitor) -> None:
    """The server would not answer."""
    visitor.open().meddle("/web/messages", lambda route: visitor.fulfil(route, error("bad_request"), 400))
    expect(visitor.type(QUESTION).locator(".state.failed")).to_be_visible()


def offline(visitor: Visitor) -> None:
    """The network is gone."""
    visitor.open().page.context.set_offline(True)
    expect(visitor.type(QUESTION).locator(".state")).to_be_visible()


def easy_read(visitor: Visitor) -> None:
    """Easy read is on."""
    answered(visitor)
    visitor.page.get_by_role("button", name="Easy read").click()
    expect(visitor.widget.locator(".reply.easy").first).to_be_visible()


def large(visitor: Visitor) -> None:
    """The text is as large as it gets."""
    answered(visitor)
    for _ in range(4):
        visitor.page.get_by_role("button", name="Larger text").click()


def more(visitor: Visitor) -> None:
    """Everything behind "More" is open."""
    answered(visitor)
    visitor.page.get_by_role("button", name="More").click()
    visitor.page.get_by_role("button", name="Clear this chat").click()


def rich(visitor: Visitor) -> None:
    """An answer has a picture and a table."""
    visitor.open().answer_with(RICH)
    visitor.ask("compare bedford and surrey")


def right_to_left(visitor: Visitor) -> None:
    """The chat runs from right to left."""
    visitor.open().answer_with(ARABIC)
    visitor.ask("هل تم تفتيش بيدفورد؟")


def crisis(visitor: Visitor) -> None:
    """Somebody is in danger."""
    visitor.open().ask("I want to die")


def too_long(visitor: Visitor) -> None:
    """More is typed than can be sent."""
    visitor.open().question.fill("I am worried. " * 150)
    visitor.question.press("Enter")


def inline(visitor: Visitor) -> None:
    """The chat is part of the page."""
    expect(visitor.turns.first.locator(".said")).to_be_visible()
    visitor.ask("what does outcome 2 mean")


RTL_PAGE = {"options": {"dir": "rtl", "language": "ar"}, "direction": "rtl"}
STATES = {
    "closed": State(lambda visitor: None),
    "open": State(lambda visitor: visitor.open()),
    "answered": State(answered),
    "mid-answer": State(mid_answer),
    "input error": State(input_error),
    "too long": State(too_long),
    "failed": State(failed),
    "offline": State(offline),
    "easy read": State(easy_read),
    "largest text": State(large),
    "more": State(more),
    "picture and table": State(rich),
    "crisis": State(crisis),
    "right to left": State(right_to_left, page=RTL_PAGE),
    "dark": State(more, {"color_scheme": "dark"}, {"css": PLAIN_CSS + DARK_CSS}),
    "dark, failed": State(failed, {"color_scheme": "dark"}, {"css": PLAIN_CSS + DARK_CSS}),
    "dark, crisis": State(crisis, {"color_scheme": "dark"}, {"css": PLAIN_CSS + DARK_CSS}),
    "forced colours": State(easy_read, {"forced_colors": "active"}),
    "reduced motion": State(mid_answer, {"reduced_motion": "reduce"}),
    "phone": State(answered, {"viewport": {"width": 360, "height": 740}}),
    "zoomed to 400 %": State(answered, {"viewport": {"width": 320, "height": 256}}),
    "yellow": State(answered, page={"options": {"colour": "gold"}}),
    "pale, dark": State(
        answered, {"color_scheme": "dark"}, {"options": {"colour": "#fafafa"}, "css": PLAIN_CSS + DARK_CSS}
    ),
    "mid grey": State(answered, page={"options": {"colour": "oklch(0.6 0 0)"}}),
    "inline": State(inline, page={"element": "<send-assistant inline></send-assistant>"}),
}
