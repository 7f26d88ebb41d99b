"""The timeline of an area as a photo: the picture of its web page, drawn as PNG."""

from __future__ import annotations

import io

from PIL import Image, ImageDraw, ImageFont

from actions.desk import Desk
from bot.channels.telegram.parts import PHOTO, Part
from bot.channels.telegram.rendering import html_of
from bot.channels.telegram.splitting import LONGEST_CAPTION, split
from bot.pages.timeline import Point, points
from bot.pages.timeline_picture import Picture, picture

TOPIC, FILE = "area.history", "timeline:"
SCALE, RADIUS = 3, 11
INK, PAPER, KNOWN, EXPECTED = "#0b0c0c", "white", "#1d70b8", "white"
"""Points to come are white with a rim, points on record are filled: the difference is not one of colour alone."""


def timeline_part(desk: Desk, code: str, chat_id: int) -> Part:
    """The photo of an area's timeline, with its points in words as the caption."""
    copy, name = desk.copy["telegram"]["timeline"], desk.store.area_names()[code]
    found = _points(desk, code)
    told = [copy["point"].format(number=at, when=one.when, label=one.label) for at, one in enumerate(found, 1)]
    text = "\n".join([copy["caption"].format(area=name), *told, copy["hint"]])
    caption = split(text, LONGEST_CAPTION)[0]
    return Part(PHOTO, chat_id, html_of(caption, []), caption, file=f"{FILE}{code}")


def draw_timeline(desk: Desk, code: str) -> bytes:
    """The picture as PNG."""
    plan = picture(_points(desk, code), desk.now(None).date())
    image = Image.new("RGB", (round(plan.width * SCALE), round(plan.height * SCALE)), PAPER)
    canvas = ImageDraw.Draw(image)
    _axis(canvas, plan, desk.copy["pages"]["timeline"]["today"])
    for dot in plan.dots:
        _line(canvas, dot.x, dot.y, dot.x, plan.axis)
    for dot in plan.dots:
        box = [value * SCALE for value in (dot.x - RADIUS, dot.y - RADIUS, dot.x + RADIUS, dot.y + RADIUS)]
        canvas.ellipse(box, EXPECTED if dot.is_expected else KNOWN, KNOWN, width=2 * SCALE)
        _words(canvas, dot.x, dot.y, str(dot.number), INK if dot.is_expected else PAPER, 13)
    buffer = io.BytesIO()
    image.save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


def _points(desk: Desk, code: str) -> list[Point]:
    return points(desk, desk.store.area(code), desk.now(None))


def _axis(canvas: ImageDraw.ImageDraw, plan: Picture, today: str) -> None:
    _line(canvas, 8, plan.axis, plan.width - 8, plan.axis)
    for year in plan.years:
        _line(canvas, year.x, plan.axis - 4, year.x, plan.axis + 4)
        _words(canvas, year.x, plan.axis + 14, year.label, INK, 11)
    _line(canvas, plan.today, 4, plan.today, plan.axis + 24, 2)
    _words(canvas, plan.today, plan.axis + 31, today, INK, 11)


def _line(canvas: ImageDraw.ImageDraw, x: float, y: float, to_x: float, to_y: float, width: int = 1) -> None:
    canvas.line([value * SCALE for value in (x, y, to_x, to_y)], INK, width * SCALE)


def _words(canvas: ImageDraw.ImageDraw, x: float, y: float, words: str, colour: str, size: int) -> None:
    canvas.text((x * SCALE, y * SCALE), words, colour, ImageFont.load_default(size * SCALE), anchor="mm")
