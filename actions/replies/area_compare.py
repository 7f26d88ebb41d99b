"""area.compare: two to four areas side by side, without putting one above another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from actions.conversation import Conversation
from actions.desk import Desk
from actions.replies import asking, compare_facts
from actions.replies.lookup_reply import LookUp
from actions.replies.misses import other_topics
from actions.replies.parts import choice
from actions.replies.whole_reply import put_together
from actions.replies.wording import Wording, listed
from actions.reply import Choice, Reply, Table
from actions.turn import Turn

TOPIC = "area.compare"
MOST_AREAS = 4


def answer(desk: Desk, talk: Conversation) -> Turn:
    """The areas named, with the remembered one when only one was; asks for what is missing."""
    if talk.asked.shared:
        return ask_which(desk, talk)
    codes = _codes(desk, talk)
    if len(codes) < 2:
        return _ask_other(desk, talk, codes)
    shown = codes[:MOST_AREAS]
    look_ups = [LookUp(desk, talk, desk.store.area(code)) for code in shown]
    reply = _reply(desk, talk, look_ups, is_cut=len(codes) > MOST_AREAS)
    remember = {"areas": shown[:1], "compared": shown, "topic": TOPIC, "waiting_for_area": None, "misses": 0}
    return Turn((reply,), {**remember, "readings": other_topics(talk.asked)})


def ask_which(desk: Desk, talk: Conversation) -> Turn:
    """Asks what a shared name means; a tap answers with the other areas of the comparison."""
    turn = asking.which(desk, talk)
    others = _others(talk, talk.asked.shared[0][1])
    offered = tuple(replace(one, payload=_with(one.payload, others)) for one in turn.replies[0].choices)
    reply = replace(turn.replies[0], choices=offered)
    return Turn((reply,), {"areas": others or None, "waiting_for_area": TOPIC, "misses": 0})


def _with(payload: str, others: Sequence[str]) -> str:
    start, _, code = payload.rpartition(":")
    return f"{start}:{'+'.join([*others, code])}"


def _others(talk: Conversation, meanings: Sequence[str]) -> list[str]:
    """The areas already known for this comparison: those named, else the remembered one."""
    return [code for code in talk.asked.areas or talk.areas if code not in meanings][: MOST_AREAS - 1]


def _codes(desk: Desk, talk: Conversation) -> list[str]:
    """The areas to compare, each once. A comparison said again keeps its areas."""
    asked, known = talk.asked, desk.store.area_names()
    if not asked.text and len(talk.compared) > 1:
        return list(talk.compared)
    named = [code for code in asked.areas if code in known]
    is_added = talk.topic == TOPIC and set(desk.copy["compare"]["adding"]) & set(asked.text.lower().split())
    remembered = [code for code in (talk.compared if is_added else talk.areas) if code in known]
    return list(dict.fromkeys(named if len(named) > 1 and not is_added else [*remembered, *named]))


def _ask_other(desk: Desk, talk: Conversation, codes: list[str]) -> Turn:
    wording, names = Wording(desk.copy["compare"], talk.style), desk.store.area_names()
    lines = [wording.get("outside")] if talk.asked.nation else []
    lines.append(wording.say("ask_other", area=names[codes[0]]) if codes else wording.get("ask_both"))
    offered = choice(desk, "area.outcome", tuple(codes))
    reply = Reply(" ".join(lines), TOPIC, "ask_area", tuple(codes), style=talk.style, choices=(offered,))
    return Turn((reply,), {"areas": codes or None, "waiting_for_area": TOPIC, "misses": 0})


def _reply(desk: Desk, talk: Conversation, look_ups: Sequence[LookUp], is_cut: bool) -> Reply:
    wording, names = Wording(desk.copy["compare"], talk.style), [one.area for one in look_ups]
    facts = [compare_facts.facts(one, wording) for one in look_ups]
    lines = [
        *(one.read_as() for one in look_ups),
        wording.get("outside") if talk.asked.nation else "",
        wording.get("too_many") if is_cut else "",
        wording.say("lead", areas=listed(names, wording.get("and"))),
        _same_or_not(wording, look_ups),
    ]
    for name, values in zip(names, facts, strict=True):
        lines += [f"{name}:", *_lines(wording, values)]
    lines += _cautions(wording, look_ups)
    return put_together(
        desk,
        talk,
        TOPIC,
        lines,
        [source for one in look_ups for source in compare_facts.sources(one)],
        _steps(desk, wording, look_ups),
        look_ups[0].record.as_at,
        areas=tuple(one.record.area.gss_code for one in look_ups),
        status="answered" if any(one.record.newest for one in look_ups) else "not_on_record",
        table=_table(wording, names, facts),
    )


def _lines(wording: Wording, values: dict[str, str]) -> list[str]:
    labels = [label for label in compare_facts.LABELS if label in values]
    return [wording.say("line", label=wording.get("labels", one), value=values[one]) for one in labels]


def _same_or_not(wording: Wording, look_ups: Sequence[LookUp]) -> str:
    without = [one for one in look_ups if one.record.newest is None]
    if without:
        areas, as_at = listed([one.area for one in without], wording.get("and")), without[0].record.as_at.words()
        return wording.say("missing", areas=areas, as_at=as_at)
    outcomes = {one.record.newest.outcome for one in look_ups}
    return wording.say("same", number=outcomes.pop()) if len(outcomes) == 1 else wording.get("different")


def _cautions(wording: Wording, look_ups: Sequence[LookUp]) -> list[str]:
    """That times differ, where they do, and that outcomes are not grades."""
    times = [one.record.newest.start or one.record.newest.published for one in look_ups if one.record.newest]
    differ = len(set(times)) > 1
    return [wording.get("different_times") if differ else "", wording.get("not_grades")]


def _table(wording: Wording, names: Sequence[str], facts: Sequence[dict[str, str]]) -> Table:
    labels = [label for label in compare_facts.LABELS if any(label in values for values in facts)]
    empty = wording.get("values", "none")
    return Table(
        caption=wording.say("caption", areas=listed(names, wording.get("and"))),
        columns=(wording.get("heading"), *names),
        rows=tuple((wording.get("labels", one), *(values.get(one, empty) for values in facts)) for one in labels),
    )


def _steps(desk: Desk, wording: Wording, look_ups: Sequence[LookUp]) -> list[Choice | None]:
    """What must improve in the areas with a report, or the first area's survey, then what outcomes are."""
    codes = [one.record.area.gss_code for one in look_ups if one.record.newest]
    found = [choice(desk, "area.findings", (code,)) for code in codes[:2]]
    first = (look_ups[0].record.area.gss_code,)
    found = found or [choice(desk, "area.survey", first)]
    return [*found, *(choice(desk, topic, first) for topic in wording.get("steps"))]
