"""A conversation with the real client, from the first message to a pressed button."""

from __future__ import annotations

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from tests.bot_api import made_files

PICTURE = made_files.photo().content
BUTTONS = InlineKeyboardMarkup([[InlineKeyboardButton("Go", callback_data="go:1")]])


async def test_what_a_person_writes_reaches_the_bot(api, bot, ana):
    """A text arrives with its sender, its chat and its command marked."""
    api.text(ana, "/start now")
    (update,) = await bot.get_updates()
    assert update.effective_user.id == ana
    assert update.effective_chat.type == "private"
    assert update.message.text == "/start now"
    assert [entity.type for entity in update.message.entities] == ["bot_command"]


async def test_an_answer_is_read_as_the_person_sees_it(api, bot, ana):
    """A sent message is found with its text, its markup as written and its buttons."""
    await bot.send_message(ana, "<b>Yes</b> &lt; 3", parse_mode="HTML", reply_markup=BUTTONS)
    (sent,) = await api.wait_for(1, ana)
    assert (sent.text, sent.source, sent.labels) == ("Yes < 3", "<b>Yes</b> &lt; 3", ["Go"])


async def test_a_pressed_button_is_acknowledged(api, bot, ana):
    """A press arrives with its data, and the bot's note is kept."""
    message = await bot.send_message(ana, "Choose", reply_markup=BUTTONS)
    api.press(ana, message.message_id, "Go")
    (update,) = await bot.get_updates()
    assert update.callback_query.data == "go:1"
    assert update.callback_query.message.message_id == message.message_id
    await update.callback_query.answer("Chosen")
    assert (await api.wait_for_answer(update.callback_query.id))["answer"]["text"] == "Chosen"


async def test_a_photo_comes_back_as_it_was_sent(api, bot, ana):
    """A sent file can be downloaded by its id."""
    await bot.send_photo(ana, PICTURE, caption="A chart")
    (sent,) = api.sent(ana)
    assert (sent.kind, sent.text) == ("photo", "A chart")
    file = await bot.get_file(sent.message["photo"][0]["file_id"])
    assert bytes(await file.download_as_bytearray()) == PICTURE
