"""One part, one call of Telegram's."""

from __future__ import annotations

from collections.abc import Callable

from telegram import Bot, LinkPreviewOptions, Message, MessageEntity, ReplyParameters
from telegram.constants import ParseMode

from bot.channels.telegram.parts import CHOSEN, PHOTO, VOICE, Part

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)

MakeFile = Callable[[str], bytes]
"""Makes the bytes of a picture or a voice message from what the part says of it."""


async def call(bot: Bot, part: Part, file: bytes | None, formatted: bool = True) -> int | None:
    """Sends a part and gives the id of the message, None when it made none. Raises TelegramError.

    `formatted`: False sends the plain words, for the case that Telegram does not like the markup.
    """
    if part.kind == CHOSEN:
        return await _show_choice(bot, part)
    words = part.text if formatted else part.plain
    common = {
        "chat_id": part.chat_id,
        "parse_mode": ParseMode.HTML if formatted else None,
        "reply_markup": part.keyboard(),
        "reply_parameters": _answering(part),
    }
    if part.kind == PHOTO:
        sent: Message = await bot.send_photo(photo=file, caption=words, **common)
    elif part.kind == VOICE:
        sent = await bot.send_voice(voice=file, caption=words or None, **common)
    else:
        sent = await bot.send_message(text=words, link_preview_options=NO_PREVIEW, **common)
    return sent.message_id


def _answering(part: Part) -> ReplyParameters | None:
    return ReplyParameters(part.reply_to, allow_sending_without_reply=True) if part.reply_to else None


async def _show_choice(bot: Bot, part: Part) -> None:
    """Takes the buttons away and notes which was chosen. Doing it twice changes nothing more."""
    this = {"chat_id": part.chat_id, "message_id": part.edits["message_id"], "reply_markup": None}
    if not part.text:
        await bot.edit_message_reply_markup(**this)
        return
    entities = [MessageEntity(**entity) for entity in part.edits["entities"]]
    if part.edits["media"]:
        await bot.edit_message_caption(caption=part.text, caption_entities=entities, **this)
    else:
        await bot.edit_message_text(text=part.text, entities=entities, link_preview_options=NO_PREVIEW, **this)
