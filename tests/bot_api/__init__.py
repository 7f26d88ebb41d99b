from tests.bot_api.remote import RemoteControl, bot_api_process
from tests.bot_api.sent import Sent
from tests.bot_api.server import BotApiServer

__all__ = ["BotApiServer", "RemoteControl", "Sent", "bot_api_process"]
