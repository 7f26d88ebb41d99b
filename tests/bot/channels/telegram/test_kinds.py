"""What is not words gets a kind answer, and nothing of it is kept."""

from __future__ import annotations

import pytest

from bot.channels.telegram.incoming import read_update

KINDS = {
    "photo": "did not keep yours",
    "voice": "did not keep yours",
    "document": "did not keep yours",
    "sticker": "only read words",
    "location": "did not look at where you are",
    "contact": "phone number",
}


@pytest.mark.parametrize(("kind", "expected"), KINDS.items())
async def test_what_is_not_words_gets_a_kind_answer(channel, api, ana, kind, expected):
    """A photo, sticker, voice note, file, place or contact gets a useful answer with buttons."""
    getattr(api, kind)(ana)
    sent = await api.wait_for(1, ana)
    assert expected in sent[0].text
    assert sent[0].labels


async def test_an_edited_message_is_not_answered_again(channel, api, ana):
    """Somebody who changes a message is told to send the new words."""
    api.text(ana, "what did Leeds get")
    await api.wait_for(1, ana)
    first = api.conversation(ana)[0]["message_id"]
    api.edit(ana, first, "what did Surrey get")
    sent = await api.wait_for(2, ana)
    assert "message of their own" in sent[1].text


@pytest.mark.parametrize("kind", KINDS)
async def test_nothing_of_it_is_kept(channel, api, ana, kind):
    """What is written down of such a message names its kind, and has none of its content."""
    from telegram import Update

    update = Update.de_json(getattr(api, kind)(ana), channel.bot)
    kept = read_update(update, channel.bot)
    assert kept.kind == kind
    assert kept.text == ""
    for private in ("01632", "1632960001", "52.13", "Sam", "plan.pdf"):
        assert private not in kept.as_json()
