"""Asking for an area, and explaining what is not England."""

from __future__ import annotations

from actions.conversation import Conversation
from actions.desk import Desk
from actions.replies.parts import choices, source_by_id, source_line, unique
from actions.replies.wording import wording_of
from actions.reply import Choice, Reply
from actions.turn import Turn

MOST_AREAS_OFFERED = 6
OTHER_NATIONS = "inspection.other_nations"


def area(desk: Desk, talk: Conversation) -> Turn:
    """Asks which area a look-up is about, and remembers the look-up."""
    topic = talk.asked.topic
    if topic == "area.set" and talk.waiting_for_area:
        topic = talk.waiting_for_area
    unsure = talk.asked.unsure_postcode
    copy = wording_of(desk, talk, "areas")
    text = copy.get("postcode", f"{unsure[1]}_alone") if unsure else copy.get("ask", "area")
    reply = Reply(text, topic, "ask_area", style=talk.style)
    return Turn((reply,), {"waiting_for_area": topic if topic != "area.set" else None})


def which(desk: Desk, talk: Conversation) -> Turn:
    """Asks which of the areas a shared name means. Few are offered as choices, many as examples."""
    said, codes = talk.asked.shared[0]
    copy, topic, names = wording_of(desk, talk, "areas"), talk.asked.topic or "area.set", desk.store.area_names()
    if len(codes) > MOST_AREAS_OFFERED:
        examples = " or ".join(names[code] for code in codes[:2])
        own = ("ask", "shared_many_of", said.lower())
        path = own if copy.has(*own) else ("ask", "shared_many")
        text = copy.say(*path, said=said, count=len(codes), examples=examples)
        listed = (_as_list(desk, said),)
        return Turn((Reply(text, topic, "ask_area", tuple(codes), style=talk.style, choices=listed),))
    offered = tuple(Choice(_name(desk, said, names[code]), f"ask:{topic}:{code}", topic) for code in codes)
    text = _lead(desk, talk, said) + "\n" + "\n".join(f"- {one.title}" for one in offered)
    return Turn((Reply(text, topic, "ask_area", tuple(codes), style=talk.style, choices=offered),))


def _lead(desk: Desk, talk: Conversation, said: str) -> str:
    """The question itself: what a name can mean, or what is not sure of a postcode."""
    district, why = talk.asked.unsure_postcode or ("", "")
    if said == district:
        return desk.copy["areas"]["postcode"][why].format(district=district)
    return wording_of(desk, talk, "areas").say("ask", "shared", said=said)


def _as_list(desk: Desk, said: str) -> Choice:
    """All the areas of a place as a list: what a tap sends are words that can be typed as well."""
    title = desk.copy["areas"]["ask"]["shared_list"].format(place=desk.store.list_reader.spelt(said))
    return Choice(title, title, "area.list")


def _name(desk: Desk, said: str, name: str) -> str:
    """The area's name; with the place first where the shared name is a place inside it."""
    within = desk.copy["areas"]["within"].get(said.lower(), {})
    return within.get(name, name)


def not_england(desk: Desk, talk: Conversation) -> Turn:
    """Explains who inspects there, where known, and asks for an area in England."""
    copy, nation = wording_of(desk, talk, "dialogue"), talk.asked.nation or "elsewhere"
    topic = desk.topics[OTHER_NATIONS]
    sources = unique(source_by_id(desk, source) for source in topic.source_ids)
    place = copy.get("place_words").get(nation, copy.get("place_words", "elsewhere"))
    parts = [copy.say("not_england", place=place), copy.get("nations", nation), copy.get("not_england_ask")]
    text = ("\n" if copy.is_easy else " ").join(parts)
    line = source_line(desk, sources, desk.store.as_at("local services"))
    offered = choices(desk, ["inspection.what_is", OTHER_NATIONS, "bot.what_can_you_do"])
    said = f"{text}\n{line}"
    reply = Reply(said, "area.not_england", "answered", style=talk.style, choices=offered, sources=sources)
    return Turn((reply,))
