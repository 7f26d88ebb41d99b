"""How a place was understood is said once, before the first answer about it."""

from __future__ import annotations

import pytest

from actions.conversation import Asked, Conversation
from actions.replies import turns
from actions.replies.finishing import finish

LEEDS, HERTS, NOTTINGHAM, WIGHT = "E08000035", "E10000015", "E06000018", "E06000046"
WATFORD = ("", "Watford", HERTS)


def asked(code: str, *places: tuple[str, str, str], topic: str = "area.outcome", text: str = "") -> Asked:
    """A look-up of an area, named by places inside it."""
    return Asked(topic, "answer", text, areas=(code,), places=places)


def answered(desk, *questions: Asked, **remembered):
    """The finished turn that answers these questions."""
    talk = Conversation(questions, **remembered)
    return finish(desk, talk, turns.answer_each(desk, talk))


def test_the_area_of_a_town_is_said_first(desk):
    """The answer about a town begins with the area it is in, and remembers that it was said."""
    turn = answered(desk, asked(HERTS, WATFORD))
    assert turn.replies[0].text.startswith("Watford is in Hertfordshire. ")
    assert turn.remember["told"] == ["Watford"]


def test_it_is_said_once_in_a_conversation(desk):
    """A town that was explained before is not explained again."""
    turn = answered(desk, asked(HERTS, WATFORD), told=("Watford",))
    assert "Watford" not in turn.replies[0].text


def test_it_is_said_once_in_a_turn(desk):
    """Two questions about one town explain it in the first reply only."""
    turn = answered(desk, asked(HERTS, WATFORD), asked(HERTS, WATFORD, topic="area.survey"))
    assert ["Watford is in" in reply.text for reply in turn.replies] == [True, False]


def test_a_misspelt_town_says_how_it_was_read(desk):
    """A misspelt town is said back every time, properly spelt; what was written is not remembered."""
    turn = answered(desk, asked(HERTS, ("watfrod", "Watford", HERTS)), told=("Watford",))
    assert turn.replies[0].text.startswith('I read "watfrod" as Watford. It is in Hertfordshire. ')
    assert turn.remember["told"] == ["Watford"]


def test_some_areas_have_an_article(desk):
    """Ryde is in the Isle of Wight."""
    turn = answered(desk, asked(WIGHT, ("", "Ryde", WIGHT)))
    assert turn.replies[0].text.startswith("Ryde is in the Isle of Wight. ")


def test_easy_read_has_it_on_a_line_of_its_own(desk):
    """In easy read the sentence stands on a line of its own."""
    turn = answered(desk, asked(HERTS, WATFORD), style="easy_read")
    assert turn.replies[0].text.startswith("Watford is in Hertfordshire.\n")


@pytest.mark.parametrize(
    ("area", "twin"),
    [("Nottingham", "Nottinghamshire"), ("Derbyshire", "city of Derby"), ("Leicester", "Leicestershire")],
)
def test_an_area_easily_taken_for_its_neighbour_says_so(desk, area, twin):
    """The answer about Nottingham says, the first time, that the rest of the county is Nottinghamshire."""
    code = next(code for code, name in desk.store.area_names().items() if name == area)
    first = answered(desk, asked(code, text=f"what did {area} get"))
    assert twin in first.replies[0].text.split(". ")[0] + first.replies[0].text.split(". ")[1]
    again = answered(desk, asked(code, text=f"what did {area} get"), told=tuple(first.remember["told"]))
    assert "This is for" not in again.replies[0].text
    assert "This leaves out" not in again.replies[0].text


def test_a_tapped_choice_needs_no_word(desk):
    """Who tapped the city by name knows that it is the city."""
    turn = answered(desk, asked(NOTTINGHAM, text=f"ask:area.outcome:{NOTTINGHAM}"))
    assert not turn.replies[0].text.startswith("This is for")


def test_look_alikes_are_areas_on_record(desk):
    """Every area that the wording names is an area there is."""
    copy = desk.copy["areas"]["understood"]
    assert {*copy["look_alikes"], *copy["the"]} <= set(desk.store.area_names().values())


def test_a_question_about_the_area_is_not_explained(desk):
    """When it is asked which area is meant, nothing was understood yet and nothing is explained."""
    shared = Asked("area.outcome", "answer", shared=(("Newport", (WIGHT, LEEDS)),), places=())
    turn = answered(desk, shared)
    assert (turn.replies[0].status, "told" in turn.remember) == ("ask_area", False)
