from tests.bot_api.methods import callbacks, chats, commands, editing, getting, media, sending  # noqa: F401
from tests.bot_api.methods.registry import METHODS

__all__ = ["METHODS"]
