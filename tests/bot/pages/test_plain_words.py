"""The wording of our pages is as plain as the answers."""

from __future__ import annotations

import pytest

from tests.bot.pages.reading import Page
from tests.knowledge.plain_language import RULES, longest_sentence, reading_age, sentences


def words_of(page: Page) -> str:
    """The sentences of the main part."""
    text = page.text.split("Privacy", 1)[1].split("This is not Ofsted.")[0]
    return "\n".join(line.strip() for line in text.splitlines() if len(line.split()) > 3)


def check_plain(page: Page, rules: dict) -> None:
    """The age of a reader and the longest sentence, both within the rules."""
    text = words_of(page)
    assert reading_age(text) <= rules["age"]
    longest = max(sentences(text), key=lambda sentence: len(sentence.split()))
    assert longest_sentence(text) <= rules["longest"], longest


@pytest.mark.parametrize("path", ["/privacy", "/accessibility", "/ask"])
def test_statements_are_plain(http, path):
    """A page of ours reads at age 11 or below, in short sentences."""
    check_plain(Page(http.get(path).text), RULES["standard"])


def test_the_page_for_young_people_is_easy_to_read(http):
    """Privacy for young people reads at age 9 or below, in sentences as short as those of easy read."""
    page = Page(http.get("/privacy/young-people").text)
    assert len(sentences(words_of(page))) > 30
    check_plain(page, RULES["easy_read"])


def test_both_privacy_pages_lead_to_each_other(http):
    """A young person finds the short page from the long one, and an adult the long one from the short."""
    assert "/privacy/young-people" in Page(http.get("/privacy").text).links()
    assert "/privacy" in Page(http.get("/privacy/young-people").text).links()


def test_privacy_pages_say_the_terms_of_the_settings(http, settings):
    """Both pages name the days after which things are deleted, and how to delete them now."""
    for path in ("/privacy", "/privacy/young-people"):
        text = Page(http.get(path).text).text
        assert f"{settings.retention_days} days" in text
        assert "delete my data" in text
        assert "/deletemydata" in text
        assert "Clear this chat" in text
