"""The list of areas, and a page for each."""

from __future__ import annotations

from sanic import Blueprint, response
from sanic.request import Request
from sanic.response import HTTPResponse

from actions.desk import the_desk
from bot.pages.area_page import area_page, summary
from bot.pages.rendering import READ, Pages

LONGEST_FILTER = 100


def add_areas(routes: Blueprint, pages: Pages) -> None:
    """Adds /areas and /area/<name>. Any name that means one area leads to its page."""

    @routes.route("/areas", methods=READ, name="areas")
    async def areas(request: Request) -> HTTPResponse:
        desk, words = the_desk(), (request.args.get("q") or "").strip()[:LONGEST_FILTER]
        index = desk.store.area_index()
        regions: dict[str, list] = {}
        for area in index.matching(words):
            regions.setdefault(area.region, []).append(area)
        return pages.page(
            request,
            "areas.html",
            regions=dict(sorted(regions.items())),
            words=words,
            all=len(index.areas),
            as_at=desk.store.as_at("inspections").words(),
            ranks=desk.copy["pages"]["ranks"],
        )

    @routes.route("/area/<name:str>", methods=READ, name="area")
    async def area(request: Request, name: str) -> HTTPResponse:
        desk = the_desk()
        found = desk.store.area_index().find(name)
        if found is None:
            return pages.failure(request, 404)
        if found.slug != name:
            return response.redirect(f"/area/{found.slug}", status=301)
        shown = area_page(desk, found, desk.now(None))
        return pages.page(request, "area.html", shown=shown, summary=summary(desk, shown), copy=desk.copy)
