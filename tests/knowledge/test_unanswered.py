"""Recording what could not be answered."""

from __future__ import annotations

import pytest

from knowledge import unanswered
from knowledge.database import sessions
from tests.conftest import NOW


@pytest.mark.parametrize(
    ("question", "kept"),
    [
        ("my child Jacob Smith has no plan", "my child […] has no plan"),
        ("ring me on 07700 900123 about the survey", "ring me on […] about the survey"),
        ("write to jo.bloggs@example.org please", "write to […] please"),
        ("we live at WD18 0AB", "we live at […]"),
    ],
)
def test_unknown_words_are_hidden(question, kept):
    """Names, numbers, e-mails and postcodes are hidden; ordinary words stay."""
    assert unanswered.without_personal_data(question) == kept


def test_recorded_questions_are_listed_newest_first(database_url):
    """What was recorded can be listed, newest first."""
    with sessions(database_url).begin() as session:
        unanswered.record(session, "what about the moon", "en", NOW)
        session.flush()
        unanswered.record(session, "what about the survey", "en", NOW)
    with sessions(database_url)() as session:
        assert [row.text for row in unanswered.newest(session, 5)] == ["what about the survey", "what about the […]"]
