"""A local server that speaks Telegram's Bot API, so that the real client is driven with no internet.

In the process of a test:

    async with BotApiServer() as api:                      # api.root, api.url, api.file_url, api.token
        bot = telegram.Bot(api.token, base_url=api.url, base_file_url=api.file_url)
        ana = api.add_user("Ana")
        api.text(ana, "/start")                            # people: people.py and groups.py
        (sent,) = await api.wait_for(1, ana)               # sent.text, sent.labels, sent.at, sent.edits …
        api.press(ana, sent.message_id, "Leeds")           # a label or a callback_data
        api.fail_next("sendMessage", drop=True, when="after")   # trouble: failures.py

In a process of its own, so that the bot or the server can be killed (the same methods, without `await`):

    with bot_api_process(port, state=tmp_path / "state") as remote:
        remote.text(ana, "/start")
        remote.wait_for(1, ana)

From a shell: `python -m tests.bot_api --port 8081`, then POST /control/NAME with the arguments as JSON.
A test that starts processes and waits for them must use the second: it would hold up a server in its own process.
"""

from tests.bot_api.remote import RemoteControl, bot_api_process
from tests.bot_api.sent import Sent
from tests.bot_api.server import BotApiServer

__all__ = ["BotApiServer", "RemoteControl", "Sent", "bot_api_process"]
