"""The tag that puts the assistant on another website."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from actions.desk import Desk
from bot.pages.widget_file import WidgetFile

COLOUR = re.compile(r"#[0-9a-f]{6}", re.IGNORECASE)
OUR_COLOUR = "#0f5c63"
"""What the widget wears when nothing else is chosen."""
INLINE = "inline"
TAG = Markup('<script src="{source}"{attributes} async></script>')
ATTRIBUTE = Markup(' {}="{}"')


@dataclass(frozen=True)
class Embedding:
    """What a website chose. `area` is a GSS code or empty."""

    colour: str = OUR_COLOUR
    position: str = "right"
    area: str = ""
    language: str = "en"

    @classmethod
    def read(cls, desk: Desk, values: Mapping[str, str]) -> Embedding:
        """The choices in these values; what can't be chosen is left at its default."""
        copy = desk.copy["pages"]
        colour, position = values.get("colour") or "", values.get("position") or ""
        area = desk.store.area_index().find(values.get("area") or "")
        language = values.get("language") or ""
        return cls(
            colour=colour.lower() if COLOUR.fullmatch(colour) else OUR_COLOUR,
            position=position if position in copy["positions"] else "right",
            area=area.code if area else "",
            language=language if language in copy["languages"] else "en",
        )

    def tag(self, widget: WidgetFile, base_url: str) -> str:
        """The HTML to copy: one script tag with the integrity value and what differs from the widget's defaults."""
        attributes = {
            "integrity": widget.newest.integrity if widget.newest else "",
            "crossorigin": "anonymous" if widget.newest else "",
            "data-colour": self.colour if self.colour != OUR_COLOUR else "",
            "data-position": self.position if self.position == "left" else "",
            "data-inline": "true" if self.position == INLINE else "",
            "data-area": self.area,
            "data-language": self.language if self.language != "en" else "",
        }
        written = Markup("").join(ATTRIBUTE.format(*pair) for pair in attributes.items() if pair[1])
        return str(TAG.format(source=base_url + widget.path, attributes=written))
