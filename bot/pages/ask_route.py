"""The page with the plain form."""

from __future__ import annotations

from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse

from actions.desk import the_desk
from bot.channels.web.door import Door
from bot.channels.web.errors import WebError
from bot.pages import asking
from bot.pages.rendering import READ, Pages
from bot.pages.text import without_sources


def add_ask(routes: Blueprint, pages: Pages, agent, door: Door) -> None:
    """Adds /ask. Questions come by POST, so that they are in no address; choices may come by GET."""

    @routes.route("/ask", methods=[*READ, "POST"], name="ask")
    async def ask(request: Request) -> HTTPResponse:
        desk = the_desk()
        form = asking.Form.read(desk, request.form if request.method == "POST" else request.args)
        replies, following = [], form
        if form.message:
            try:
                await door.rates.request(door.address(request))
            except WebError as error:
                return _too_many(pages, request, error)
            replies, form, following = await asking.ask(agent, form)
        shown = [(reply, without_sources(desk, reply)) for reply in replies]
        asked, longest = form.heading(desk), pages.settings.max_message_length
        return pages.page(request, "ask.html", shown=shown, form=following, asked=asked, longest=longest)


def _too_many(pages: Pages, request: Request, error: WebError) -> HTTPResponse:
    answer = pages.failure(request, error.status)
    answer.headers["retry-after"] = str(error.retry_after)
    return answer
