"""The tag that puts the assistant on another website."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from actions.desk import Desk
from bot.pages.widget_file import WidgetFile

COLOUR = re.compile(r"#[0-9a-f]{6}", re.IGNORECASE)
OUR_COLOUR = "#0b5cad"
SCRIPT = Markup('<script src="{source}"{integrity} async></script>')
INTEGRITY = Markup(' integrity="{value}" crossorigin="anonymous"')
ELEMENT = Markup("<send-assistant{attributes}></send-assistant>")


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
        """The HTML to copy: the script, with its integrity value, and the element it fills."""
        integrity = INTEGRITY.format(value=widget.newest.integrity) if widget.newest else ""
        attributes = {
            "server": base_url,
            "colour": self.colour if self.colour != OUR_COLOUR else "",
            "position": self.position if self.position != "right" else "",
            "area": self.area,
            "lang": self.language if self.language != "en" else "",
        }
        written = Markup("").join(Markup(' {}="{}"').format(*pair) for pair in attributes.items() if pair[1])
        script = SCRIPT.format(source=base_url + widget.path, integrity=integrity)
        return f"{script}\n{ELEMENT.format(attributes=written)}"
