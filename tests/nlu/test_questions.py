"""Reading messages: which topic, which areas, how sure, and whether it is two questions."""

import pytest

from nlu.areas import Mention
from nlu.questions import is_only_place, mentions_within

KENT, LEEDS, BEDFORD = "E10000016", "E08000035", "E06000055"


@pytest.mark.parametrize(
    "text",
    [
        "what did Kent get and is the survey still open?",
        "what did Kent get? is the survey still open?",
        "Hi, what did Kent get. also is the survey still open",
        "what did Kent get, and also is the survey still open",
        "what did Kent get\nis the survey still open",
    ],
)
def test_two_questions_are_split_and_share_the_area(read, text):
    """Two questions in one message are answered one by one, both for the area named in the first."""
    first, second = read(text)
    assert (first.topic, first.areas) == ("area.outcome", (KENT,))
    assert (second.topic, second.areas) == ("area.survey", (KENT,))
    assert second.decision == "answer"


def test_an_area_named_last_is_meant_in_the_first_question_too(read):
    """The area may be named in the second question only."""
    first, second = read("what was the outcome and when are they coming back to Leeds?")
    assert (first.topic, first.areas) == ("area.outcome", (LEEDS,))
    assert (second.topic, second.areas) == ("area.next_inspection", (LEEDS,))


def test_each_question_keeps_its_own_area(read):
    """Two questions that name an area each are about that area only."""
    first, second = read("what did Kent get and is the survey open in Leeds")
    assert (first.areas, second.areas) == ((KENT,), (LEEDS,))


def test_a_question_about_another_nation_keeps_it(read):
    """A question that names a place outside England does not take over the other question's area."""
    first, second = read("what did Kent get and is the survey open in Cardiff")
    assert (first.areas, first.nation) == ((KENT,), None)
    assert (second.areas, second.nation) == ((), "wales")


def test_a_shared_area_makes_the_second_question_a_look_up(read):
    """The area named in the first question turns the second one into its look-up, as if named there."""
    assert read("when is the survey")[0].topic == "views.survey_when"
    assert read("when is the survey in Kent")[0].topic == "area.survey"
    assert [question.topic for question in read("what did Kent get and when is the survey")] == [
        "area.outcome",
        "area.survey",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "My son has autism. What did Kent get?",
        "we moved here in May and what did Kent get",
        "what did Kent get. thank you so much",
        "what did Kent get and how did Kent do",
        "hello how are you. what did Kent get",
        "what did Kent get? is the survey open? when are they coming back?",
        "what did Kent get and what time is it",
    ],
)
def test_a_message_that_is_not_two_questions_is_not_split(read, text):
    """A statement, thanks, small talk, the same thing twice or three things at once are read as a whole."""
    (question,) = read(text)
    assert question.text == text
    assert question.areas == (KENT,)


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("Bedford", BEDFORD),
        ("in leeds please", LEEDS),
        ("and Kent?", KENT),
        ("um, what about Bedford Borough Council?", BEDFORD),
    ],
)
def test_a_bare_place_sets_the_area(read, text, area):
    """A message that is only a place names the area, for certain; it may repeat the last look-up."""
    (question,) = read(text)
    assert (question.topic, question.areas, question.confidence, question.decision) == (
        "area.named",
        (area,),
        1.0,
        "answer",
    )


@pytest.mark.parametrize("text", ["my area is Leeds now", "we live in leeds", "im from Leeds"])
def test_a_place_stated_sets_the_area(read, text):
    """A message that states where a person is sets the area, and repeats nothing."""
    (question,) = read(text)
    assert (question.topic, question.areas) == ("area.set", (LEEDS,))


@pytest.mark.parametrize("text", ["no I meant Leeds", "Leeds, not Bedford", "not Kent, Leeds", "sorry leeds"])
def test_a_correction_means_the_place_that_is_not_denied(read, text):
    """A correction names one area: the one without "not" before it."""
    (question,) = read(text)
    assert (question.topic, question.areas) == ("area.named", (LEEDS,))


@pytest.mark.parametrize(
    ("text", "topic"),
    [("why?", "follow_up.why"), ("ok so is that bad then", "follow_up.bad"), ("the second one pls", "follow_up.pick")],
)
def test_a_follow_up_is_read_as_one(read, text, topic):
    """A message that means something only after another is a follow-up, filler words aside."""
    (question,) = read(text)
    assert question.topic == topic


def test_gibberish_is_not_understood(read):
    """A message in which no word was ever learned is never taken for a question, nor for out of scope."""
    (question,) = read("xqzj vrpk wfgh")
    assert question.decision == "unclear"


def test_a_bare_shared_name_sets_the_area_too(read):
    """A bare name that several areas share still says which place is meant; which one is asked later."""
    (question,) = read("Newcastle")
    assert (question.topic, question.areas) == ("area.named", ())
    ((said, codes),) = question.shared
    assert (said, set(codes)) == ("Newcastle", {"E08000021", "E10000028"})


def test_a_bare_place_outside_england(read):
    """A bare place outside England is not taken for an area."""
    (question,) = read("Cardiff")
    assert (question.topic, question.areas, question.nation) == ("area.not_england", (), "wales")


@pytest.mark.parametrize(
    ("text", "only"),
    [("Kent", True), ("kent and leeds", True), ("Kent report", False), ("hello", False), ("", False)],
)
def test_is_only_place(finder, text, only):
    """Only places and filler words make a bare place, and no place at all is none."""
    assert is_only_place(text, finder.find(text)) is only


@pytest.mark.parametrize(
    ("payload", "topic", "areas"),
    [
        ("ask:area.outcome:E06000055", "area.outcome", (BEDFORD,)),
        (" ask:area.outcome:E06000055\n", "area.outcome", (BEDFORD,)),
        ("ask:area.outcome:E06000055+E10000016", "area.outcome", (BEDFORD, KENT)),
        ("ask:support.ehcp_what", "support.ehcp_what", ()),
    ],
)
def test_a_payload_is_read_exactly(read, payload, topic, areas):
    """A tapped choice names its topic and areas, and nothing about it is guessed."""
    (question,) = read(payload)
    assert (question.topic, question.areas, question.confidence, question.decision) == (topic, areas, 1.0, "answer")
    assert question.ranking == ((topic, 1.0),)


@pytest.mark.parametrize(
    "text",
    [
        "ask:area.everything:E06000055",
        "ask:area.outcome:E0600005",
        "ask:area.outcome:drop",
        "please ask:area.outcome:E06000055",
        "ASK:area.outcome:E06000055",
    ],
)
def test_a_payload_that_is_not_one_is_just_text(read, reader, text):
    """An unknown topic, a broken code or words around it make a payload plain text, ranked like any other."""
    (question,) = read(text)
    assert question.confidence < 1
    assert len(question.ranking) > 1
    assert question.topic in reader.topics.topics


def test_places_are_told_apart(read):
    """Areas, shared names, nations and misspelt names are kept apart, each area once."""
    (question,) = read("compare Kent, kent, roterham, Newcastle and Wales for the survey")
    assert question.areas == (KENT, "E08000018")
    assert [said for said, _ in question.shared] == ["Newcastle"]
    assert question.nation == "wales"
    assert question.misread == (("roterham", "E08000018"),)


def test_mentions_within_are_counted_from_the_part():
    """Mentions inside a part of the text keep their words and are counted from where the part begins."""
    text = "Kent or Leeds or Luton"
    places = [
        Mention(said, text.index(said), text.index(said) + len(said), ("X",)) for said in ("Kent", "Leeds", "Luton")
    ]
    (inside,) = mentions_within(places, 5, 16)
    assert text[5:16][inside.start : inside.end] == inside.said == "Leeds"
