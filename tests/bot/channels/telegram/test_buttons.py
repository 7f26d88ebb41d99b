"""Buttons."""

from __future__ import annotations

from bot.channels.telegram.rendering import data_of, payload_of
from knowledge.topics import all_topics


async def test_a_pressed_button_shows_what_was_chosen(channel, api, ana):
    """A press is acknowledged at once, its message says what was chosen, its buttons go, and the answer comes."""
    api.text(ana, "what did Leeds get")
    first = (await api.wait_for(1, ana))[0]
    press = api.press(ana, first.message_id, "What must improve in Leeds?")
    await api.wait_for_answer(press["callback_query"]["id"])
    sent = await api.wait_for(2, ana)
    assert sent[0].text == f"{first.text}\n\n✓ What must improve in Leeds?"
    assert sent[0].buttons == []
    assert "Leeds" in sent[1].text
    links = [one for one in sent[0].message["entities"] if one["type"] == "text_link"]
    assert len(links) == len([one for one in first.message["entities"] if one["type"] == "text_link"]) == 1


async def test_a_button_pressed_twice_is_answered_twice(channel, api, ana):
    """Two quick presses are two questions; the second change of the message does no harm."""
    api.text(ana, "what did Leeds get")
    first = (await api.wait_for(1, ana))[0]
    for _ in range(2):
        api.press(ana, first.message_id, first.labels[0])
    sent = await api.wait_for(3, ana)
    assert sent[1].text == sent[2].text


async def test_a_button_nobody_remembers_is_answered_kindly(channel, api, ana):
    """A button whose choice is forgotten says so and offers new ones."""
    api.text(ana, "what did Leeds get")
    first = (await api.wait_for(1, ana))[0]
    first.message["reply_markup"]["inline_keyboard"][0][0]["callback_data"] = "#" + "0" * 32
    api.press(ana, first.message_id, first.labels[0])
    sent = await api.wait_for(2, ana)
    assert "too old" in sent[1].text
    assert sent[1].labels


def test_every_payload_is_short_enough():
    """The payload of every topic, with an area, is callback data as it is."""
    for topic in all_topics():
        payload = f"ask:{topic}:E06000055"
        assert data_of(payload) == payload


def test_a_long_payload_is_found_among_what_is_remembered():
    """A payload too long for callback data becomes a short id, which leads back to it while it is remembered."""
    payload = "ask:area.compare:" + "+".join(["E06000055"] * 9)
    data = data_of(payload)
    assert len(data.encode()) <= 64
    assert payload_of(data, [["Compare", payload, None]]) == payload
    assert payload_of(data, []) is None
