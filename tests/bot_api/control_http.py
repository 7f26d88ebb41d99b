"""The control methods over HTTP: POST /control/NAME with the arguments as JSON; the answer is {"result": …}."""

from __future__ import annotations

import dataclasses
import inspect

from aiohttp import web

HIDDEN = ("parts", "root", "url", "file_url", "token", "port", "wait_until")


def control_routes(control) -> list[web.RouteDef]:
    """The routes; every public method of the control but `wait_until`."""

    async def call(request: web.Request) -> web.Response:
        name = request.match_info["name"]
        if name.startswith("_") or name in HIDDEN or not hasattr(control, name):
            return web.json_response({"error": f"no control method {name!r}"}, status=404)
        arguments = await request.json() if request.can_read_body else {}
        try:
            result = getattr(control, name)(**arguments)
            result = await result if inspect.isawaitable(result) else result
        except (TypeError, ValueError, KeyError, TimeoutError) as error:
            return web.json_response({"error": f"{type(error).__name__}: {error}"}, status=400)
        return web.json_response({"result": _plain(result)})

    async def ready(_request: web.Request) -> web.Response:
        return web.json_response({"result": "ready"})

    return [web.post("/control/{name}", call), web.get("/control", ready)]


def _plain(result: object) -> object:
    if isinstance(result, list):
        return [_plain(entry) for entry in result]
    return dataclasses.asdict(result) if dataclasses.is_dataclass(result) else result
