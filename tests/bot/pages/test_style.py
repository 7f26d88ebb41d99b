"""The style sheet: enough contrast in both schemes."""

from __future__ import annotations

import re

import pytest

from bot.pages.rendering import FOLDER

CSS = (FOLDER / "static" / "site.css").read_text(encoding="utf-8")
ROOTS = re.findall(r":root \{([^}]*)\}", CSS)
COLOUR = re.compile(r"--([a-z-]+): (#[0-9a-f]{3,6})")
LIGHT = dict(COLOUR.findall(ROOTS[0]))
DARK = {**LIGHT, **dict(COLOUR.findall(ROOTS[1]))}
ON_PAPER = ("ink", "soft", "link", "link-hover", "good", "middle", "low")


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours (WCAG 2.2)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    parts = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
def test_text_can_be_read(scheme):
    """Every colour of text has a contrast of 4.5 or more on paper and on cards."""
    for name in ON_PAPER:
        assert contrast(scheme[name], scheme["paper"]) >= 4.5, name
        assert contrast(scheme[name], scheme["card"]) >= 4.5, name
    assert contrast(scheme["button"], scheme["on-button"]) >= 4.5
    assert contrast(scheme["focus"], scheme["on-focus"]) >= 4.5


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
def test_edges_of_fields_can_be_seen(scheme):
    """The border of a field and the ring of focus have a contrast of 3 or more."""
    for name in ("soft", "ink"):
        assert contrast(scheme[name], scheme["paper"]) >= 3


def test_nothing_is_loaded_by_the_styles():
    """No font or picture is fetched."""
    assert "url(" not in CSS
    assert "@import" not in CSS
