"""Where follow-ups lead is a file; it must lead to answers that exist."""

from __future__ import annotations

from actions.replies.follow_ups import EASY_READ, LEADS_ON, OUTCOME, RELATED, read_ways
from actions.replies.look_ups import LOOK_UPS
from knowledge.topics import all_topics


def test_every_way_leads_to_an_answer():
    """Each target is a topic, a look-up, or one of the three special ways; each kind has a default."""
    ways, topics = read_ways(), {*all_topics(), *LOOK_UPS, OUTCOME, EASY_READ, RELATED}
    assert set(ways) == set(LEADS_ON)
    for kind in ways.values():
        assert "default" in kind
        assert not {to for to in kind.values() if to not in topics and to not in LOOK_UPS} - {
            OUTCOME,
            EASY_READ,
            RELATED,
        }


def test_every_start_is_a_topic_or_a_group():
    """Each line starts from a topic, a look-up or a group of topics that exists."""
    topics = set(all_topics()) | set(LOOK_UPS) | {"area.compare", "area.list", "default"}
    groups = {topic.partition(".")[0] for topic in topics}
    assert not {start for kind in read_ways().values() for start in kind} - topics - groups
