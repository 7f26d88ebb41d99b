"""The wording of our pages is as plain as the answers."""

from __future__ import annotations

import pytest

from tests.bot.pages.reading import Page
from tests.knowledge.plain_language import RULES, longest_sentence, reading_age, sentences


def words_of(page: Page) -> str:
    """The sentences of the main part."""
    text = page.text.split("Privacy", 1)[1].split("This is not Ofsted.")[0]
    return "\n".join(line.strip() for line in text.splitlines() if len(line.split()) > 3)


@pytest.mark.parametrize("path", ["/privacy", "/accessibility", "/ask"])
def test_statements_are_plain(http, path):
    """A page of ours reads at age 11 or below, in short sentences."""
    text = words_of(Page(http.get(path).text))
    assert reading_age(text) <= RULES["standard"]["age"]
    longest = max(sentences(text), key=lambda sentence: len(sentence.split()))
    assert longest_sentence(text) <= RULES["standard"]["longest"], longest
