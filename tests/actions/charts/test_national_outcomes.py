"""The chart of national outcomes."""

from __future__ import annotations

import io

from PIL import Image

from actions.charts.national_outcomes import HEIGHT, PARTS, WIDTH, draw


def test_chart_is_a_picture_with_every_part(desk):
    """The chart is a PNG of its size in which each outcome's colour covers a fair share."""
    picture = Image.open(io.BytesIO(draw(desk.store.national_figures(), desk.copy["charts"]["national_outcomes"])))
    assert (picture.format, picture.size) == ("PNG", (WIDTH, HEIGHT))
    colours = {colour: count for count, colour in picture.convert("RGB").getcolors(1 << 20)}
    for _, colour, _ in PARTS:
        red, green, blue = (int(colour[index : index + 2], 16) for index in (1, 3, 5))
        assert colours.get((red, green, blue), 0) > 5000
