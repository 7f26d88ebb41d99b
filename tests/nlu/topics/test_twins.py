"""Topics that turn into a look-up when an area is named."""

import pytest

from knowledge.topics import all_topics
from nlu.topics.twins import for_named_area, read_twins


def test_a_general_topic_gives_its_confidence_to_its_look_up():
    """With an area named, a general topic and its look-up are one, and their confidences add up."""
    ranking = [("framework.wsoa", 0.4), ("area.outcome", 0.35), ("area.history", 0.2), ("chat.greet", 0.05)]
    assert for_named_area(ranking) == [
        ("area.history", pytest.approx(0.6)),
        ("area.outcome", 0.35),
        ("chat.greet", 0.05),
    ]


def test_two_twins_of_one_look_up_are_merged():
    """Two general topics with the same look-up strengthen it together, and it may overtake the first."""
    ranking = [("area.outcome", 0.4), ("views.survey_when", 0.3), ("views.survey_find_link", 0.3)]
    assert for_named_area(ranking)[0] == ("area.survey", pytest.approx(0.6))


def test_other_topics_stay_as_they_are():
    """A ranking without twins is not changed."""
    ranking = [("support.tribunal", 0.7), ("support.mediation", 0.2), ("chat.thanks", 0.1)]
    assert for_named_area(ranking) == ranking


def test_every_twin_is_a_topic_and_becomes_a_look_up(examples):
    """Each general topic has an answer of its own, and each look-up is about an area and has examples."""
    learned = {topic for topic, _ in examples}
    for general, look_up in read_twins().items():
        assert general in all_topics()
        assert general in learned
        assert look_up.startswith("area.")
        assert look_up in learned
