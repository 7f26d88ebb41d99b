"""The built widget: the newest at /widget.js, every build that is kept at an address that never changes."""

from __future__ import annotations

from pathlib import Path

from sanic import Blueprint, response
from sanic.request import Request
from sanic.response import HTTPResponse

from bot.pages.assets import FOR_EVER, SOON_STALE, Asset
from bot.server.headers import FOR_OTHER_SITES
from bot.settings import ROOT

DIST = ROOT / "bot" / "widget" / "dist"
NEWEST = "send-assistant.js"
NAME = "widget"
FOR_ALL = {"access-control-allow-origin": "*", **FOR_OTHER_SITES}
MISSING = "// The widget has not been built. Build it in bot/widget, then start the server again.\n"


class WidgetFile:
    """The builds in a folder. Earlier ones stay served, so that pages that name their hash go on working."""

    def __init__(self, folder: Path = DIST):
        builds = [Asset.read(path, NAME) for path in sorted(folder.glob("*.js"))]
        self._by_name = {build.versioned_name: build for build in builds}
        self.newest = Asset.read(folder / NEWEST, NAME) if (folder / NEWEST).exists() else None

    @property
    def path(self) -> str:
        """The address of the newest build: it never changes its content."""
        return f"/{self.newest.versioned_name}" if self.newest else f"/{NAME}.js"

    def add_routes(self, routes: Blueprint) -> None:
        """Serves the builds."""

        @routes.route(f"/{NAME}.js", methods=["GET", "HEAD"], name="widget")
        async def newest(request: Request) -> HTTPResponse:
            if self.newest is None:
                return response.text(MISSING, status=404, content_type="text/javascript", headers=FOR_ALL)
            return self.newest.answer(request, SOON_STALE, FOR_ALL)

        @routes.route(rf"/<name:{NAME}\.[0-9a-f]+\.js>", methods=["GET", "HEAD"], name="widget_build")
        async def build(request: Request, name: str) -> HTTPResponse:
            if name not in self._by_name:
                return response.text(MISSING, status=404, content_type="text/javascript", headers=FOR_ALL)
            return self._by_name[name].answer(request, FOR_EVER, FOR_ALL)
