"""A small bot of the library, as a process: it answers a text with the text and a button, a photo with a photo."""

from __future__ import annotations

import os
from html import escape

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.ext import ApplicationBuilder, CallbackQueryHandler, ContextTypes, MessageHandler, filters

from tests.bot_api import made_files

BUTTONS = InlineKeyboardMarkup([[InlineKeyboardButton("Louder", callback_data="louder")]])


async def _say(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    if update.message is not None and update.message.text != "/silence":
        await update.message.reply_html(f"You said <b>{escape(update.message.text)}</b>", reply_markup=BUTTONS)


async def _show(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    await update.message.reply_photo(made_files.photo().content, caption="A photo")


async def _pressed(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    await update.callback_query.answer("Louder now")
    await update.callback_query.edit_message_text(update.callback_query.message.text.upper())


def main() -> None:
    """Runs the bot until it is stopped."""
    root, token = os.environ["TELEGRAM_API_BASE_URL"], os.environ["TELEGRAM_BOT_TOKEN"]
    application = ApplicationBuilder().token(token).base_url(f"{root}/bot").build()
    application.add_handler(MessageHandler(filters.TEXT, _say))
    application.add_handler(MessageHandler(filters.PHOTO, _show))
    application.add_handler(CallbackQueryHandler(_pressed))
    application.run_polling(timeout=20)


if __name__ == "__main__":
    main()
