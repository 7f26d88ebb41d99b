"""Every look-up for every area: it answers, with a source, a date and at most three working next steps."""

from __future__ import annotations

import re

import pytest

from actions.conversation import Asked, Conversation
from actions.replies.look_ups import LOOK_UPS
from actions.replies.turns import OF_SEVERAL, answer_one


@pytest.mark.parametrize("topic", sorted(LOOK_UPS))
def test_look_up_for_every_area(desk, topic):
    """Each of the 153 areas gets a reply that names it, is sourced and dated, and leads on."""
    names = desk.store.area_names()
    assert len(names) == 153
    for code, name in names.items():
        reply = answer_one(desk, Conversation((Asked(topic, "answer", areas=(code,)),))).replies[0]
        assert name in reply.text
        assert reply.status in ("answered", "not_on_record")
        assert reply.sources, f"{topic} of {name} has no source"
        assert reply.as_at
        assert "As at " in reply.text
        assert 1 <= len(reply.choices) <= 3
        assert "{" not in reply.text
        assert not re.search("None(?! is on record)", reply.text)


def test_every_choice_of_every_topic_leads_to_an_answer(desk):
    """A next step of a topic is itself a topic or a look-up that can be answered."""
    for topic in desk.topics:
        reply = answer_one(desk, Conversation((Asked(topic, "answer"),))).replies[0]
        for choice in reply.choices:
            assert choice.topic in desk.topics or choice.topic in LOOK_UPS or choice.topic in OF_SEVERAL
            assert choice.payload == f"ask:{choice.topic}"
            assert len(choice.payload.encode()) <= 64


def test_every_topic_answer_is_sourced_and_dated(desk):
    """Each topic that rests on facts shows the title of each source with its date or that it has none."""
    for topic in desk.topics.values():
        reply = answer_one(desk, Conversation((Asked(topic.id, "answer"),))).replies[0]
        for source in reply.sources:
            assert source.url.startswith("http")
            if not topic.id.startswith("crisis."):
                assert source.title in reply.text
        assert len(reply.sources) == len(topic.source_ids)
