"""The server: takes calls as api.telegram.org does, and the control calls of the tests."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path

from aiohttp import web

from tests.bot_api.control import Control
from tests.bot_api.control_http import control_routes
from tests.bot_api.errors import ApiError
from tests.bot_api.failures import AFTER, BEFORE, Dropped
from tests.bot_api.keeping import keep_saving, load
from tests.bot_api.methods import METHODS
from tests.bot_api.parameters import MOST_UPLOADED_BYTES, Parameters, read
from tests.bot_api.parts import Parts
from tests.bot_api.state import DEFAULT_TOKEN, Call, World
from tests.bot_api.updates import UpdateQueue

TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]+")
ROOM_FOR_FORMS = 2 * 1024 * 1024


class BotApiServer(Control):
    """Runs the server in this process while the block runs; the control methods are its own.

    `url` is what `telegram.Bot` takes as `base_url` (it ends in "/bot"), `file_url` what it takes as
    `base_file_url`, `root` the address before both, as TELEGRAM_API_BASE_URL takes it.
    """

    def __init__(self, token: str = DEFAULT_TOKEN, port: int = 0, state: Path | None = None) -> None:
        super().__init__(Parts(World(token), UpdateQueue()))
        self.port = port
        self._state = state
        self._tasks: list[asyncio.Task] = []
        self._runner: web.AppRunner | None = None

    @property
    def token(self) -> str:
        """The bot's token."""
        return self.parts.world.token

    @property
    def root(self) -> str:
        """Address of the server."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def url(self) -> str:
        """Address of the methods, before the token."""
        return f"{self.root}/bot"

    @property
    def file_url(self) -> str:
        """Address of files, before the token."""
        return f"{self.root}/file/bot"

    async def __aenter__(self) -> BotApiServer:
        if self._state:
            load(self.parts, self._state)
        app = web.Application(client_max_size=MOST_UPLOADED_BYTES + ROOM_FOR_FORMS)
        app.router.add_route("*", "/bot{token}/{method}", self._call)
        app.router.add_get("/file/bot{token}/{path:.+}", self._download)
        app.add_routes(control_routes(self))
        self._runner = web.AppRunner(app, access_log=None, handler_cancellation=True, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", self.port)
        await site.start()
        self.port = site._server.sockets[0].getsockname()[1]
        self._tasks = [asyncio.create_task(self.parts.webhook.run(self.parts))]
        if self._state:
            self._tasks.append(asyncio.create_task(keep_saving(self.parts, self._state)))
        return self

    async def __aexit__(self, *_error) -> None:
        await self._runner.cleanup()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _call(self, request: web.Request) -> web.StreamResponse:
        if fault := self._token_fault(request):
            return _answer(fault)
        name, method = METHODS.get(request.match_info["method"].lower(), (request.match_info["method"], None))
        call = Call(name, self.parts.world.now(), 200, None, False)
        try:
            given = await read(request)
            call.chat_id = given.integer("chat_id") or None
            return web.json_response({"ok": True, "result": await self._answer(call, method, given)})
        except ApiError as error:
            call.status, call.description = error.code, error.description
            return _answer(error)
        except Dropped:
            call.status = 0
            if request.transport is not None:
                request.transport.abort()
            return web.Response()
        finally:
            self.parts.world.calls.append(call)

    async def _answer(self, call: Call, method, given: Parameters) -> object:
        trouble = self.parts.failures.take(call.method, call.chat_id)
        if trouble and trouble.when == BEFORE:
            await trouble.happen()
        if method is None:
            raise ApiError(404, "Not Found: method not found")
        result = await method(self.parts, given)
        call.accepted = True
        if trouble and trouble.when == AFTER:
            await trouble.happen()
        return result

    def _token_fault(self, request: web.Request) -> ApiError | None:
        token = request.match_info["token"]
        if not TOKEN.fullmatch(token):
            return ApiError(404, "Not Found")
        return None if token == self.token else ApiError(401, "Unauthorized")

    async def _download(self, request: web.Request) -> web.Response:
        if fault := self._token_fault(request):
            return _answer(fault)
        for file in self.parts.world.files.values():
            if file["path"] == request.match_info["path"]:
                return web.Response(body=file["content"], content_type=file["mime_type"])
        return _answer(ApiError(404, "Not Found"))


def _answer(error: ApiError) -> web.Response:
    return web.json_response(error.body(), status=error.code)
