"""What people send arrives as the library's own objects, in private chats and in groups."""

from __future__ import annotations

import pytest

KINDS = {
    "photo": "photo",
    "voice": "voice",
    "document": "document",
    "sticker": "sticker",
    "location": "location",
    "contact": "contact",
}


@pytest.mark.parametrize("kind", KINDS)
async def test_every_kind_of_message(api, bot, ana, kind):
    """Photos, voice notes, documents, stickers, locations and contacts arrive as such."""
    getattr(api, kind)(ana)
    (update,) = await bot.get_updates()
    assert getattr(update.message, KINDS[kind])
    assert update.message.text is None


async def test_any_other_kind(api, bot, ana):
    """A kind without a method of its own is sent by its fields."""
    api.content(ana, {"dice": {"emoji": "🎲", "value": 3}})
    (update,) = await bot.get_updates()
    assert update.message.dice.value == 3


async def test_a_sent_file_can_be_fetched(api, bot, ana):
    """The bot can download what somebody sent."""
    api.document(ana, "plan.pdf", caption="Our plan")
    (update,) = await bot.get_updates()
    file = await update.message.document.get_file()
    assert bytes(await file.download_as_bytearray()).startswith(b"%PDF")
    assert update.message.caption == "Our plan"


async def test_an_edited_message_says_so(api, bot, ana):
    """An edit arrives as edited_message with the same id and the new text."""
    sent = api.text(ana, "Bedfrod")["message"]
    api.edit(ana, sent["message_id"], "Bedford")
    first, second = await bot.get_updates()
    assert second.edited_message.message_id == first.message.message_id
    assert second.edited_message.text == "Bedford"
    assert second.edited_message.edit_date


async def test_ids_rise_over_all_private_chats(api, bot, ana):
    """Private chats share one rising row of message ids; a supergroup has its own."""
    bo, group = api.add_user("Bo"), api.add_group()
    numbers = [
        api.text(ana, "1")["message"]["message_id"],
        (await bot.send_message(bo, "2")).message_id,
        (await bot.send_message(ana, "3")).message_id,
    ]
    assert numbers == [1, 2, 3]
    assert (await bot.send_message(group, "1")).message_id == 1


async def test_a_group_in_privacy_mode(api, bot, ana):
    """In a group the bot gets commands, its name and replies to it, and nothing else."""
    group = api.add_group()
    own = await bot.send_message(group, "Hello all")
    assert api.text(ana, "hi everybody", chat=group) is None
    api.text(ana, "/area@send_test_bot Leeds", chat=group)
    api.text(ana, "@send_test_bot what about Leeds?", chat=group)
    api.text(ana, "and Bedford?", chat=group, reply_to=own.message_id)
    assert api.text(ana, "/start@other_bot", chat=group) is None
    updates = await bot.get_updates()
    assert [update.message.text.split()[0] for update in updates] == [
        "/area@send_test_bot",
        "@send_test_bot",
        "and",
    ]
    assert updates[2].message.reply_to_message.from_user.id == bot.id
    assert updates[1].effective_chat.type == "supergroup"
    api.privacy_mode(False)
    assert api.text(ana, "hi everybody", chat=group)


async def test_memberships_are_told(api, bot, ana):
    """Blocking, unblocking, and being put into a group or out of it arrive as my_chat_member."""
    group = api.add_group(bot_is="left")
    api.block(ana)
    api.unblock(ana)
    api.add_bot(ana, group)
    api.remove_bot(ana, group)
    changes = [update.my_chat_member for update in await bot.get_updates()]
    assert [(c.chat.type, c.old_chat_member.status, c.new_chat_member.status) for c in changes] == [
        ("private", "member", "kicked"),
        ("private", "kicked", "member"),
        ("supergroup", "left", "member"),
        ("supergroup", "member", "kicked"),
    ]


async def test_a_button_that_is_not_there(api, bot, ana):
    """Pressing a button that the message doesn't have is the test's own mistake."""
    message = await bot.send_message(ana, "no buttons")
    with pytest.raises(ValueError, match="has no button 'Go'"):
        api.press(ana, message.message_id, "Go")


async def test_typing_is_seen(api, bot, ana):
    """What the bot is seen doing is kept in order."""
    await bot.send_chat_action(ana, "typing")
    await bot.send_chat_action(ana, "upload_photo")
    assert api.actions(ana) == ["typing", "upload_photo"]
    assert (await bot.get_chat(ana)).first_name == "Ana"
