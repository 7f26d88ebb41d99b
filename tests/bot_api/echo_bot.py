"""The smallest bot of the library, as a process to kill: it answers every text with the same text."""

from __future__ import annotations

import sys

from telegram.ext import ApplicationBuilder, MessageHandler, filters


async def _echo(update, _context) -> None:
    await update.message.reply_text(update.message.text)


if __name__ == "__main__":
    url, token = sys.argv[1:]
    application = ApplicationBuilder().token(token).base_url(url).build()
    application.add_handler(MessageHandler(filters.TEXT, _echo))
    application.run_polling(timeout=20)
