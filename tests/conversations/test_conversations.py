"""Every conversation file, run through the real model, the real actions and the real database."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from sqlalchemy import delete

from knowledge.clock import LONDON
from knowledge.database import sessions
from knowledge.models import PostcodeDistrict, PostcodeRelease, SurveyWindow
from knowledge.postcodes.importing import import_postcodes
from tests.conftest import NOW
from tests.postcode_directory import write_directory

FOLDER = Path(__file__).parent
CONVERSATIONS = [
    pytest.param(conversation, id=f"{path.stem}: {conversation['conversation']}")
    for path in sorted(FOLDER.glob("*.yml"))
    for conversation in yaml.safe_load(path.read_text(encoding="utf-8"))
]
CHECKS = {"say", "topic", "status", "areas", "has", "lacks", "source", "as_at", "choices", "style", "replies"}


@pytest.fixture
def postcodes(conversation, settings, tmp_path) -> Iterator[None]:
    """Imports the postcodes that a conversation's file lists, for that conversation only."""
    listed = conversation.get("postcodes")
    if not listed:
        yield
        return
    import_postcodes(settings.database_url, write_directory(tmp_path / "directory.csv", listed.items()), NOW)
    yield
    with sessions(settings.database_url).begin() as session:
        session.execute(delete(PostcodeDistrict))
        session.execute(delete(PostcodeRelease))


@pytest.mark.parametrize("conversation", CONVERSATIONS)
@pytest.mark.usefixtures("postcodes")
def test_conversation(conversation, say, settings):
    """Each turn gets the replies its file describes."""
    for window in conversation.get("survey_windows", ()):
        _open_window(settings.database_url, **window)
    for turn in conversation["turns"]:
        who = {"sender": conversation["conversation"], "person": conversation.get("person")}
        replies = say(turn["say"], **who, today=conversation.get("today"))
        expected = turn.get("replies") or [turn]
        assert len(replies) == len(expected), f"{turn['say']}: {[reply['text'] for reply in replies]}"
        for reply, wanted in zip(replies, expected, strict=True):
            _check(reply, wanted, turn["say"])


def _check(reply: dict, wanted: dict, said: str) -> None:
    unknown = set(wanted) - CHECKS
    assert not unknown, f"a conversation file names checks that do not exist: {unknown}"
    for key in ("topic", "status", "areas", "as_at", "style"):
        if key in wanted:
            assert reply[key] == wanted[key], f"{said}: {key} of {reply}"
    for part in wanted.get("has", ()):
        assert part in reply["text"], f"{said}: lacks {part!r} in {reply['text']!r}"
    for part in wanted.get("lacks", ()):
        assert part not in reply["text"], f"{said}: has {part!r} in {reply['text']!r}"
    if "source" in wanted:
        assert wanted["source"] in [source["url"] for source in reply["sources"]], f"{said}: {reply['sources']}"
    if "choices" in wanted:
        assert wanted["choices"] == [choice["topic"] for choice in reply["choices"]], f"{said}: {reply['choices']}"


def _open_window(url: str, area: str, opens: str, closes: str | None = None, audience: str = "parent_carer") -> None:
    with sessions(url).begin() as session:
        session.add(
            SurveyWindow(
                gss_code=area,
                audience=audience,
                opens=_moment(opens),
                closes=_moment(closes) if closes else None,
                link="https://survey.example.org/one",
                source_url="https://council.example.org/news",
            )
        )


def _moment(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text).replace(tzinfo=LONDON)
