"""In groups."""

from __future__ import annotations

import pytest

from tests.bot.channels.telegram.tables import everything, settled

NAME = "@send_test_bot"


@pytest.fixture
async def group(channel, api, ana) -> int:
    """A group with the bot in it, in which the warning was given."""
    group = api.add_group("Parents of Leeds", bot_is="left")
    api.add_bot(ana, group)
    sent = await api.wait_for(1, group)
    assert "no names, schools or details" in sent[0].text
    return group


@pytest.mark.parametrize(
    "said", [f"{NAME} what did Leeds get", f"what did Leeds get {NAME}", f"/outcome{NAME} Leeds", "/outcome Leeds"]
)
async def test_what_is_said_to_us_is_answered(channel, api, ana, group, said):
    """A mention and a command are answered, without another warning."""
    api.text(ana, said, chat=group)
    sent = await api.wait_for(2, group)
    assert "outcome 3 of 3" in sent[1].text


async def test_a_reply_to_us_is_answered(channel, api, ana, group):
    """An answer to one of our messages is for us."""
    first = api.sent(group)[0]
    api.text(ana, "what did Leeds get", chat=group, reply_to=first.message_id)
    sent = await api.wait_for(2, group)
    assert "outcome 3 of 3" in sent[1].text


async def test_the_talk_of_a_group_is_none_of_our_business(channel, api, ana, group):
    """What is not said to us gets no answer, even when the bot may read all."""
    api.privacy_mode(False)
    api.text(ana, "what did Leeds get", chat=group)
    api.text(ana, "/outcome@another_bot Leeds", chat=group)
    api.photo(ana, chat=group)
    api.text(ana, f"{NAME} thanks", chat=group)
    await api.wait_for(2, group)
    await settled(channel, api)
    assert len(api.sent(group)) == 2


async def test_what_is_about_one_person_is_not_for_a_group(channel, api, ana, group, engine):
    """Signing up and deleting work only alone, and a group leaves no person behind."""
    api.text(ana, "/deletemydata", chat=group)
    sent = await api.wait_for(2, group)
    assert "talk to me alone" in sent[1].text
    assert channel.inbox.person(ana) not in everything(engine)
