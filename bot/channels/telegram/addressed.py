"""In a group we answer only what is said to us."""

from __future__ import annotations

import re

from telegram import Bot, Message

COMMAND = re.compile(r"/[A-Za-z0-9_]+(?:@(\w+))?")


def words_for_us(message: Message, me: Bot) -> str | None:
    """What a message in a group says to us, without our name; None when it is not for us.

    For us is a command (that names no other bot), a text with our @name, and a reply to a message of ours.
    """
    text = message.text or message.caption or ""
    command = COMMAND.match(text)
    if command:
        return text if (command[1] or me.username).lower() == me.username.lower() else None
    our_name = re.compile(rf"@{re.escape(me.username)}\b[,:]?\s*", re.IGNORECASE)
    replied = message.reply_to_message
    is_reply = bool(replied and replied.from_user and replied.from_user.id == me.id)
    return our_name.sub("", text).strip() if our_name.search(text) or is_reply else None
