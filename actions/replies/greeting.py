"""The first reply of a web chat: what it is, what it keeps, and three examples to ask."""

from __future__ import annotations

from actions.desk import Desk
from actions.replies.parts import choices
from actions.reply import Reply

TOPIC = "chat.greet"


def compose(desk: Desk, minutes: int, area: str | None = None, style: str = "standard") -> Reply:
    """The greeting. `minutes` is how long a session lasts; `area` the GSS code the chat starts with."""
    copy = desk.copy["web"]
    text = copy["greeting"][style].format(time=duration(desk, minutes)).strip()
    areas = (area,) if area else ()
    if area:
        text += "\n" + copy["greeting"]["area"].format(area=desk.store.area_names()[area])
    offered = choices(desk, copy["greeting"]["examples"], areas)
    return Reply(text, TOPIC, areas=areas, style=style, choices=offered)


def duration(desk: Desk, minutes: int) -> str:
    """A time in words: whole hours as hours, anything else as minutes."""
    unit, count = ("hours", minutes // 60) if minutes % 60 == 0 else ("minutes", minutes)
    return counted(desk.copy["web"]["time"][unit], count)


def counted(wording: dict[str, str], count: int) -> str:
    """A number with its unit, such as "1 hour" or "2 hours"."""
    return wording["one" if count == 1 else "many"].format(count=count)
