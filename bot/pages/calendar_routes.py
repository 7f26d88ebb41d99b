"""Calendar files of an area, to load into a phone's calendar."""

from __future__ import annotations

from sanic import Blueprint, response
from sanic.request import Request
from sanic.response import HTTPResponse

from actions.calendars.files import TYPE, file_of
from actions.desk import the_desk
from bot.pages.assets import SOON_STALE
from bot.pages.rendering import READ, Pages


def add_calendars(routes: Blueprint, pages: Pages) -> None:
    """Adds /area/<name>/survey-<audience>.ics and /area/<name>/next-inspection.ics."""

    @routes.route("/area/<name:str>/<file:str>", methods=READ, name="calendar")
    async def calendar(request: Request, name: str, file: str) -> HTTPResponse:
        desk = the_desk()
        area = desk.store.area_index().find(name)
        found = file_of(desk, area, file, desk.now(None)) if area else None
        if found is None:
            return pages.failure(request, 404)
        if area.slug != name:
            return response.redirect(f"/area/{area.slug}/{file}", status=301)
        headers = {"cache-control": SOON_STALE, "content-disposition": f'attachment; filename="{found.name}"'}
        return response.raw(found.content, content_type=TYPE, headers=headers)
