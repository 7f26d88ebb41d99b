"""Every answer is plain enough, and every number in it stands in one of its facts."""

from __future__ import annotations

import re

import pytest

from knowledge.loading.load import BUNDLED
from knowledge.loading.rows import read_rows
from knowledge.topics import all_topics
from tests.knowledge.plain_language import RULES, longest_sentence, reading_age

TOPICS = [pytest.param(topic, id=topic.id) for topic in all_topics().values()]
SOURCES = {
    row.text("id"): f"{row.text('title')} {row.text('date')}"
    for row in read_rows(BUNDLED / "sources.csv", ("id", "title", "date"))
}
LINKS = {row.text("url").rstrip("/") for row in read_rows(BUNDLED / "sources.csv", ("url",))}
FRONT_PAGES = {
    "https://contact.org.uk",
    "https://www.cqc.org.uk",
    "https://reports.ofsted.gov.uk",
    "https://www.ipsea.org.uk",
}
STYLES = ("standard", "easy_read")
NUMBER = re.compile(r"0[\d ]{8,}\d|\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?")
LINK = re.compile(r"https?://\S+")
RELEASE_YEAR = "2026"
"""Answers say up to when their facts are known: June 2026, the date of the data release."""
BANNED = re.compile(rf"\b({RULES['banned'].replace(' |', '|').replace('| ', '|')})\b(.{{0,60}})", re.IGNORECASE)


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("topic", TOPICS)
def test_reading_age(topic, style):
    """A standard answer reads at age 11 or below, an easy-read answer at age 9 or below."""
    age = reading_age(getattr(topic, style))
    assert age <= RULES[style]["age"], f"{topic.id} reads at age {age:.1f}"


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("topic", TOPICS)
def test_sentences_are_short(topic, style):
    """No sentence is longer than its style allows."""
    assert longest_sentence(getattr(topic, style)) <= RULES[style]["longest"]


@pytest.mark.parametrize("topic", TOPICS)
def test_easy_read_has_few_lines(topic):
    """An easy-read answer has at most twelve lines."""
    assert len([line for line in topic.easy_read.splitlines() if line.strip()]) <= RULES["easy_read"]["lines"]


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("topic", TOPICS)
def test_jargon_is_explained(topic, style):
    """Jargon is used only where it is explained at once."""
    for word, after in BANNED.findall(getattr(topic, style).replace("\n", " ")):
        assert re.search(RULES["explained_by"], after, re.IGNORECASE), f"{topic.id} uses {word!r} unexplained"


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("topic", TOPICS)
def test_every_number_stands_in_a_fact(topic, style):
    """No number, date or phone number is in an answer that is not in the topic's facts, their sources or its notes."""
    dates = [SOURCES[source] for source in topic.source_ids]
    known = " ".join(
        [
            *(fact.says for fact in topic.facts),
            *topic.guidance,
            *topic.never_say,
            topic.editor_note,
            topic.title,
            *dates,
        ]
    )
    allowed = {RELEASE_YEAR, *(_plain(number) for number in NUMBER.findall(known))}
    for number in NUMBER.findall(LINK.sub("", getattr(topic, style))):
        assert _plain(number) in allowed, f"{topic.id}: {number!r} stands in no fact"


def _plain(number: str) -> str:
    return re.sub(r"[ ,]", "", number).rstrip(".")


@pytest.mark.parametrize("topic", TOPICS)
def test_every_link_is_known(topic):
    """A link in an answer is that of a source record, or a well-known front page."""
    for link in LINK.findall(f"{topic.standard} {topic.easy_read}"):
        assert link.rstrip("/.") in LINKS | FRONT_PAGES, f"{topic.id}: {link}"
