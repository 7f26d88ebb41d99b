"""Topics that turn into a look-up when an area is named."""

import pytest

from knowledge.topics import all_topics
from nlu.topics.twins import for_named_area, read_twins, read_twins_of_two


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


def test_two_areas_make_a_comparison_of_what_may_be_one():
    """With two areas named, the likeliest comparison is as good as sure, and the other readings keep their order."""
    ranking = [("outcome.three", 0.4), ("area.compare", 0.3), ("area.survey", 0.2), ("chat.greet", 0.1)]
    found = for_named_area(ranking, several=True)
    assert [topic for topic, _ in found] == ["area.compare", "area.survey", "chat.greet"]
    assert found[0][1] == 0.95
    assert sum(confidence for _, confidence in found) == pytest.approx(1)
    assert for_named_area(ranking) == ranking


def test_a_comparison_takes_nothing_from_danger():
    """Danger and what is out of scope keep their confidence, whatever places are named."""
    ranking = [("area.compare", 0.5), ("crisis.emergency", 0.4), ("out_of_scope.other", 0.1)]
    assert for_named_area(ranking, several=True) == ranking


def test_two_areas_leave_what_is_hardly_a_comparison():
    """A question that is hardly a comparison stays what it is, whatever it names."""
    ranking = [("outcome.three", 0.9), ("area.compare", 0.1)]
    assert for_named_area(ranking, several=True) == ranking


def test_every_topic_that_becomes_a_comparison_is_learned(examples):
    """The topics that become a comparison exist, and so does the comparison."""
    two, learned = read_twins_of_two(), {topic for topic, _ in examples}
    assert {two["becomes"], *two["topics"]} <= learned
