"""Full-text search over the topics, on both databases."""

from __future__ import annotations

import pytest

from knowledge.loading.load import load
from knowledge.store import KnowledgeStore
from tests.conftest import NOW


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def store(request, loaded_file):
    """A store over the bundled facts."""
    if request.param == "sqlite":
        return KnowledgeStore(f"sqlite:///{loaded_file}")
    url = request.getfixturevalue("postgresql")()
    load(url, NOW)
    return KnowledgeStore(url)


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("embargo secret until published", "inspection.embargo"),
        ("mediation certificate", "support.mediation"),
        ("thematic visits", "inspection.thematic_visits"),
    ],
)
def test_telling_words_find_their_topic(store, question, topic):
    """A question with a topic's own words finds it among the first three."""
    assert topic in store.search(question)


@pytest.mark.parametrize("question", ["", "the and of to", "zzzz qqqq", "\"' OR 1=1; --", "zzz( * ^"])
def test_nothing_telling_finds_nothing(store, question):
    """Common words, rubbish and the search engine's own signs find nothing and break nothing."""
    assert store.search(question) == []


def test_danger_and_small_talk_are_never_found(store):
    """A search never offers crisis topics, small talk or refusals."""
    found = store.search("suicide self-harm hello thanks weather homework", most=50)
    assert not [topic for topic in found if topic.startswith(("crisis.", "chat.", "out_of_scope."))]
