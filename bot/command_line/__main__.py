"""`python -m bot.command_line` is `send-assistant`."""

from bot.command_line import main

main()
