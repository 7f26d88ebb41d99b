"""How many inspections had each outcome, over time: one bar a date, three parts a bar."""

from __future__ import annotations

import io
from collections.abc import Sequence

from PIL import Image, ImageDraw, ImageFont

from knowledge.models import NationalFigure

NAME = "national-outcomes.png"
WIDTH, HEIGHT, MARGIN, BAR = 900, 470, 30, 56
PARTS = (("outcome_1", "#00703c", "white"), ("outcome_2", "#ffdd00", "black"), ("outcome_3", "#b10e1e", "white"))
"""Colours that differ in lightness too, each with a number in it, so that no one needs to tell red from green."""


def draw(figures: Sequence[NationalFigure], words: dict[str, str]) -> bytes:
    """The picture as PNG. `words` are its title, legend and labels (copy/charts.yml)."""
    image = Image.new("RGB", (WIDTH, HEIGHT), "white")
    canvas = ImageDraw.Draw(image)
    canvas.text((MARGIN, 16), words["title"], "black", ImageFont.load_default(26))
    _legend(canvas, words)
    for row, figure in enumerate(sorted(figures, key=lambda one: one.as_at.iso)):
        _bar(canvas, figure, 110 + row * (BAR + 26), words)
    buffer = io.BytesIO()
    image.save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


def describe(figures: Sequence[NationalFigure], words: dict[str, str]) -> str:
    """The same in words, for people who can't see the picture."""
    told = [
        words["alt_row"].format(
            date=one.as_at.words(),
            status=words[one.status],
            all=one.inspections,
            top=one.outcome_1,
            middle=one.outcome_2,
            lowest=one.outcome_3,
        )
        for one in sorted(figures, key=lambda one: one.as_at.iso)
    ]
    return " ".join([words["alt"], *told])


def _legend(canvas: ImageDraw.ImageDraw, words: dict[str, str]) -> None:
    left, font = MARGIN, ImageFont.load_default(18)
    for name, colour, _ in PARTS:
        canvas.rectangle((left, 64, left + 20, 84), colour, "black")
        canvas.text((left + 28, 64), words[name], "black", font)
        left += 60 + int(font.getlength(words[name]))


def _bar(canvas: ImageDraw.ImageDraw, figure: NationalFigure, top: int, words: dict[str, str]) -> None:
    label, number = ImageFont.load_default(17), ImageFont.load_default(22)
    canvas.text((MARGIN, top + 4), figure.as_at.words(), "black", label)
    canvas.text((MARGIN, top + 28), f"{figure.inspections}, {words[figure.status]}", "black", label)
    left, whole = 240, WIDTH - 240 - MARGIN
    for name, colour, ink in PARTS:
        count = getattr(figure, name)
        width = whole * count / figure.inspections
        canvas.rectangle((left, top, left + width, top + BAR), colour, "black")
        canvas.text((left + width / 2, top + BAR / 2), str(count), ink, number, anchor="mm")
        left += width
