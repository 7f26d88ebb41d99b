"""Asking for an area, and explaining what is not England."""

from __future__ import annotations

from actions.conversation import Conversation
from actions.desk import Desk
from actions.replies.parts import choices, source_by_id, source_line, unique
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
    copy = desk.copy["areas"]
    text = copy["postcode"][f"{unsure[1]}_alone"] if unsure else copy["ask"]["area"]
    return Turn((Reply(text, topic, "ask_area"),), {"waiting_for_area": topic if topic != "area.set" else None})


def which(desk: Desk, talk: Conversation) -> Turn:
    """Asks which of the areas a shared name means. Few are offered as choices, many as examples."""
    said, codes = talk.asked.shared[0]
    copy, topic, names = desk.copy["areas"]["ask"], talk.asked.topic or "area.set", desk.store.area_names()
    if len(codes) > MOST_AREAS_OFFERED:
        examples = " or ".join(names[code] for code in codes[:2])
        wording = copy["shared_many_of"].get(said.lower(), copy["shared_many"])
        text = wording.format(said=said, count=len(codes), examples=examples)
        return Turn((Reply(text, topic, "ask_area", tuple(codes), choices=(_as_list(desk, said),)),))
    offered = tuple(Choice(_name(desk, said, names[code]), f"ask:{topic}:{code}", topic) for code in codes)
    text = _lead(desk, talk, said) + "\n" + "\n".join(f"- {one.title}" for one in offered)
    return Turn((Reply(text, topic, "ask_area", tuple(codes), choices=offered),))


def _lead(desk: Desk, talk: Conversation, said: str) -> str:
    """The question itself: what a name can mean, or what is not sure of a postcode."""
    district, why = talk.asked.unsure_postcode or ("", "")
    if said == district:
        return desk.copy["areas"]["postcode"][why].format(district=district)
    return desk.copy["areas"]["ask"]["shared"].format(said=said)


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
    copy, nation = desk.copy["dialogue"], talk.asked.nation or "elsewhere"
    topic = desk.topics[OTHER_NATIONS]
    sources = unique(source_by_id(desk, source) for source in topic.source_ids)
    place = copy["place_words"].get(nation, copy["place_words"]["elsewhere"])
    text = " ".join([copy["not_england"].format(place=place), copy["nations"][nation], copy["not_england_ask"]])
    line = source_line(desk, sources, desk.store.as_at("local services"))
    offered = choices(desk, ["inspection.what_is", OTHER_NATIONS, "bot.what_can_you_do"])
    reply = Reply(f"{text}\n{line}", "area.not_england", "answered", choices=offered, sources=sources)
    return Turn((reply,))
