"""What Telegram refuses becomes the library's own errors. The library changes the case of Telegram's words."""

from __future__ import annotations

import pytest
import telegram
from telegram import InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, NetworkError

from tests.bot_api import made_files

EMOJI = "\U0001f600"


def keyboard(**button) -> InlineKeyboardMarkup:
    """A keyboard of one button."""
    return InlineKeyboardMarkup([[InlineKeyboardButton("Go", **button)]])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "Message text is empty"),
        ("  \n ", "Text must be non-empty"),
        ("a" * 4097, "Message is too long"),
        (EMOJI * 2049, "Message is too long"),
        ("é" * 16385, "Text is too long"),
    ],
)
async def test_texts_have_a_length(bot, ana, text, words):
    """Empty texts and those of more than 4,096 UTF-16 units are refused."""
    with pytest.raises(BadRequest, match=words):
        await bot.send_message(ana, text)


async def test_the_longest_text_is_accepted(bot, ana):
    """Exactly 4,096 units go through, counted after the markup is taken out."""
    await bot.send_message(ana, "a" * 4096)
    await bot.send_message(ana, EMOJI * 2048)
    await bot.send_message(ana, f"<b>{'a' * 4000}</b>{'&lt;' * 96}", parse_mode="HTML")


async def test_captions_have_a_length(bot, ana):
    """A caption may have 1,024 units and no more."""
    await bot.send_photo(ana, made_files.photo().content, caption="a" * 1024)
    with pytest.raises(BadRequest, match="Message caption is too long"):
        await bot.send_photo(ana, made_files.photo().content, caption="a" * 1025)


async def test_button_data_has_64_bytes(bot, ana):
    """callback_data is counted in bytes, not in characters."""
    await bot.send_message(ana, "x", reply_markup=keyboard(callback_data="é" * 32))
    with pytest.raises(BadRequest, match="Button_data_invalid"):
        await bot.send_message(ana, "x", reply_markup=keyboard(callback_data="é" * 32 + "a"))


async def test_a_button_must_do_something(bot, ana):
    """An inline button without an action is refused."""
    with pytest.raises(BadRequest, match="text buttons are unallowed in the inline keyboard"):
        await bot.send_message(ana, "x", reply_markup=keyboard())


async def test_a_button_s_link_needs_a_real_host(bot, ana):
    """Telegram takes no link to a host without a dot, such as localhost."""
    with pytest.raises(BadRequest, match="url 'http://localhost:5005/a' is invalid: wrong http url"):
        await bot.send_message(ana, "x", reply_markup=keyboard(url="http://localhost:5005/a"))


async def test_nobody_can_write_to_strangers(api, bot):
    """An unknown chat is not found; somebody who never wrote can't be written to first."""
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.send_message(42, "hello")
    with pytest.raises(Forbidden, match="bot can't initiate conversation with a user"):
        await bot.send_message(api.add_user("Bo", started=False), "hello")


async def test_people_who_are_gone_are_forbidden(api, bot, ana):
    """A blocked bot and a deleted account are refused, each in its own words."""
    api.block(ana)
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(ana, "hello")
    api.unblock(ana)
    await bot.send_message(ana, "hello again")
    api.delete_account(ana)
    with pytest.raises(Forbidden, match="user is deactivated"):
        await bot.send_message(ana, "hello?")


async def test_groups_can_be_lost(api, bot, ana):
    """A bot that was put out of a group can't write there; a group that grew names its new id."""
    group = api.add_group()
    api.remove_bot(ana, group)
    with pytest.raises(Forbidden, match="bot was kicked from the supergroup chat"):
        await bot.send_message(group, "hello")
    small = api.add_group(kind="group")
    grown = api.make_supergroup(small)
    with pytest.raises(ChatMigrated) as refused:
        await bot.send_message(small, "hello")
    assert refused.value.new_chat_id == grown


async def test_edits_are_checked(api, bot, ana):
    """The same text again, an unknown message, somebody else's message and too long a text are refused."""
    message = await bot.send_message(ana, "one", reply_markup=keyboard(callback_data="g"))
    theirs = api.text(ana, "mine")["message"]["message_id"]
    with pytest.raises(BadRequest, match="Message is not modified: specified new message content"):
        await message.edit_text("one", reply_markup=keyboard(callback_data="g"))
    with pytest.raises(BadRequest, match="Message to edit not found"):
        await bot.edit_message_text("two", ana, 999)
    with pytest.raises(BadRequest, match="Message can't be edited"):
        await bot.edit_message_text("two", ana, theirs)
    with pytest.raises(BadRequest, match="Message_too_long"):
        await message.edit_text("a" * 4097)
    photo = await bot.send_photo(ana, made_files.photo().content)
    with pytest.raises(BadRequest, match="There is no text in the message to edit"):
        await photo.edit_text("two")


async def test_an_edit_without_buttons_takes_them_away(api, bot, ana):
    """Editing the text without a keyboard removes it, as Telegram does; the history is kept."""
    message = await bot.send_message(ana, "one", reply_markup=keyboard(callback_data="g"))
    await message.edit_text("two")
    (sent,) = api.sent(ana)
    assert (sent.text, sent.labels) == ("two", [])
    assert [edit["message"]["text"] for edit in sent.edits] == ["one"]
    with pytest.raises(BadRequest, match="Message is not modified"):
        await message.edit_reply_markup(None)


async def test_a_press_can_only_be_answered_in_time(api, bot, ana):
    """An unknown press and one that is too old can't be acknowledged."""
    message = await bot.send_message(ana, "one", reply_markup=keyboard(callback_data="g"))
    press = api.press(ana, message.message_id, "Go")["callback_query"]["id"]
    with pytest.raises(BadRequest, match="Message_too_long"):
        await bot.answer_callback_query(press, "a" * 201)
    with pytest.raises(BadRequest, match="query id is invalid"):
        await bot.answer_callback_query("1")
    api.advance(3600)
    with pytest.raises(BadRequest, match="Query is too old and response timeout expired"):
        await bot.answer_callback_query(press)


async def test_files_are_looked_at(api, bot, ana):
    """No picture, too much of it, nothing at all, and voice where it isn't wanted are refused."""
    with pytest.raises(BadRequest, match="Image_process_failed"):
        await bot.send_photo(ana, b"no picture")
    with pytest.raises(BadRequest, match="is too big for a photo; the maximum size is 10485760 bytes"):
        await bot.send_photo(ana, bytes(10 * 1024 * 1024 + 1))
    with pytest.raises(BadRequest, match="File must be non-empty"):
        await bot.send_document(ana, b"", filename="a.ics")
    api.refuse_voice(ana)
    with pytest.raises(BadRequest, match="Voice_messages_forbidden"):
        await bot.send_voice(ana, made_files.voice().content)


async def test_an_upload_has_fifty_megabytes(bot, ana):
    """More than 50 MB is refused with 413."""
    with pytest.raises(NetworkError, match="Request Entity Too Large"):
        await bot.send_document(ana, bytes(50 * 1024 * 1024 + 1), filename="big.bin")


async def test_sound_that_is_no_voice_becomes_a_document(bot, ana):
    """Only Ogg, MP3 and M4A are shown as voice messages."""
    assert (await bot.send_voice(ana, made_files.voice().content)).voice
    assert (await bot.send_voice(ana, b"RIFF....WAVE")).document


@pytest.mark.parametrize(("token", "words"), [("123456789:wrong", "Unauthorized"), ("wrong", "Not Found")])
async def test_a_wrong_token_is_named(api, token, words):
    """A wrong token and a malformed one are InvalidToken."""
    with pytest.raises(InvalidToken, match="rejected by the server") as refused:
        await telegram.Bot(token, base_url=api.url).initialize()
    assert str(refused.value.__cause__) == words


async def test_unknown_methods_and_replies_are_refused(bot, ana):
    """A method that doesn't exist, and a reply to a message that doesn't."""
    with pytest.raises(telegram.error.EndPointNotFound):
        await bot.do_api_request("sendTelegraph")
    with pytest.raises(BadRequest, match="Message to be replied not found"):
        await bot.send_message(ana, "x", reply_parameters=telegram.ReplyParameters(999))
