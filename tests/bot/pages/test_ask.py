"""The plain form."""

from __future__ import annotations

import re

import pytest
from sqlalchemy import func, select

from knowledge.database import sessions
from knowledge.models import Conversation, WebTurn
from tests.bot.pages.reading import Page, check

ADDRESS = re.compile(r'href="(/ask\?[^"]+)"')


def ask(http, **fields: str) -> Page:
    """Sends the form and reads the page."""
    answer = http.post("/ask", data=fields)
    assert answer.status_code == 200
    page = Page(answer.text)
    check(page)
    return page


def hidden(page: Page) -> dict[str, str]:
    """What the form of a page remembers."""
    return {field["name"]: field["value"] for field in page.all("input") if field.get("type") == "hidden"}


def test_a_question_is_answered(http):
    """A question gets its answer with sources as dated links, each said once, and next steps as links."""
    page = ask(http, q="has bedford been inspected")
    assert "outcome 1 of 3" in page.text
    assert "4 February 2025" in page.text
    assert page.text.count("Ofsted and CQC report on Bedford") == 1
    assert "/ask?c=ask%3Aarea.findings%3AE06000055&area=E06000055" in page.links()


def test_choices_lead_to_answers(http):
    """Every next step of an answer is answered, under its title."""
    for link in ask(http, q="what did kent get").links():
        if link.startswith("/ask?c"):
            page = Page(http.get(link).text)
            assert page.inside("h1") not in ("", "Your question")
            assert "Ask something else" in page.text or "Your answer" in page.text


def test_follow_up_questions_work_without_a_session(http):
    """The page itself remembers the area, and what waits for one."""
    page = ask(http, q="when are inspectors due")
    assert hidden(page) == {"waiting": "area.next_inspection"}
    page = ask(http, q="leeds", **hidden(page))
    assert "December 2027" in page.text
    page = ask(http, q="what must improve", **hidden(page))
    assert "Leeds" in page.text


def test_easy_read_stays_on(http):
    """Easy read, chosen once, holds for the answer, its links and the next question."""
    page = ask(http, q="what is the local offer", style="easy_read")
    assert all("style=easy_read" in link for link in page.links() if link.startswith("/ask?c"))
    chosen = [field["value"] for field in page.all("input") if field.get("type") == "radio" and "checked" in field]
    assert chosen == ["easy_read"]


def test_danger_comes_first(http):
    """Words of danger get the numbers to call, as links that can be tapped, and no survey after them."""
    page = ask(http, q="i want to kill myself")
    assert {"tel:999", "tel:08001111", "tel:116123"} <= set(page.links())
    assert page.inside("h1") == "Help is there now"
    assert "survey" not in page.text.lower()


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "{{ 7 * 7 }}", "/back"]
)
def test_markup_in_a_question_stays_text(http, text):
    """HTML, script and template code in a question is shown as it was typed."""
    page = ask(http, q=text)
    assert text in page.text
    assert not [script for script in page.all("script") if "src" not in script]


@pytest.mark.parametrize(
    "fields",
    [
        {"c": "/restart"},
        {"c": "ask:no.such"},
        {"style": "wild", "area": "E99999999", "waiting": "x", "topic": "y", "q": "hello"},
        {"area": "<script>", "q": ""},
        {},
    ],
)
def test_what_is_not_of_the_form_is_left_out(http, fields):
    """A tampered form gives a whole page, and nothing that was put in comes back as markup."""
    for answer in (http.post("/ask", data=fields), http.get("/ask", params=fields)):
        assert answer.status_code == 200
        check(Page(answer.text))
        assert "<script>" not in answer.text


def test_a_long_question_is_refused_kindly(http):
    """A question above the limit gets words on what to do."""
    assert "too long" in ask(http, q="why " * 600).text


def test_nothing_of_the_form_is_kept(http, settings):
    """After an answer the database holds no conversation and no turn of the form."""

    def rows() -> list[int]:
        with sessions(settings.database_url)() as session:
            return [session.scalar(select(func.count()).select_from(table)) for table in (Conversation, WebTurn)]

    before = rows()
    ask(http, q="what did kent get", style="easy_read")
    assert rows() == before


def test_no_words_of_a_person_are_in_an_address(http):
    """The links of an answer carry topics and areas, never the question."""
    answer = http.post("/ask", data={"q": "what did Zebedee Quux get in kent"})
    assert not [link for link in ADDRESS.findall(answer.text) if "uux" in link]
