"""`Reader` turns a message into the questions in it: which topic, which areas, how sure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from knowledge.marks import without_marks
from nlu.areas import Mention
from nlu.follow_ups import follow_up
from nlu.text import key
from nlu.topics.cascade import TopicCascade
from nlu.topics.gate import UNCLEAR, Gate
from nlu.topics.twins import for_named_area
from nlu.topics.wording import as_area, masked

LOOK_UPS, SET, SMALL_TALK = "area.", "area.set", "chat."

PAYLOAD = re.compile(r"ask:([a-z_]+(?:\.[a-z0-9_]+)?)((?:[:+]E\d{8})*)")
SWITCHES = frozenset({"bot.standard", "notify.survey", "notify.report"})
"""Payloads of controls that have no topic of their own, since nobody asks for them in words."""
_STARTER = (
    r"(?:can|could|do|does|did|has|have|is|are|was|were|what|whats|when|whens|where|wheres|who|whos|how|hows|"
    r"why|will|would|should|which|tell me|show me)\b"
)
_JOIN = re.compile(
    rf"(?:\s*[?!.;]+\s+|\s*\n\s*|,?\s+(?:and|also|plus|but)(?:\s+also)?\s+)(?={_STARTER})", re.IGNORECASE
)
_STARTS = re.compile(rf"\W*(?:(?:and|so|but|ok|hi|hello|please|also)\W+)*{_STARTER}", re.IGNORECASE)
_FILLERS = frozenset(
    "in at the please pls and what about how hi hello for ok um it its is area my no not i im we live meant mean said "
    "sorry actually wrong now then so but oops typo rather instead of isnt from under council thats you nah oh ah "
    "or postcode post code".split()
)
_STATES = frozenset("my live area im we from under".split())
"""Words that state where a person is. Without them a place alone may repeat the last look-up."""
_NOT = frozenset("not isnt never".split())


@dataclass(frozen=True)
class Question:
    """One question of a message. `decision` is answer, clarify or unclear; `ranking` is best first.

    `misread` is names of areas with a slip, and the areas they were read as. `places` is places inside an area: as
    written (empty where it was spelt right), properly spelt, and the area. `unsure_postcode` is the district of a
    postcode that must be asked about, and why (see `nlu.areas.postcodes`).
    """

    text: str
    topic: str
    confidence: float
    decision: str
    areas: tuple[str, ...] = ()
    shared: tuple[tuple[str, tuple[str, ...]], ...] = ()
    nation: str | None = None
    misread: tuple[tuple[str, str], ...] = ()
    places: tuple[tuple[str, str, str], ...] = ()
    unsure_postcode: tuple[str, str] | None = None
    ranking: tuple[tuple[str, float], ...] = field(default=())


class Reader:
    """Understands messages. Stateless: what was said before is the dialogue's business."""

    def __init__(self, topics: TopicCascade, gate: Gate):
        self.topics, self.gate = topics, gate

    def read(self, text: str, mentions: Sequence[Mention]) -> list[Question]:
        """The questions in a message, at least one; two when it plainly holds two.

        `mentions` are the places found in it, in order.
        """
        chosen = self._payload(text)
        if chosen:
            return [chosen]
        if is_only_place(text, mentions):
            return [self._place_only(text, meant(text, mentions))]
        whole = self._question(text, mentions)
        following = None if mentions else follow_up(without_marks(text))
        if following:
            return [replace(whole, topic=following, confidence=1.0)]
        if whole.unsure_postcode and whole.topic.startswith(SMALL_TALK):
            return [self._place_only(text, mentions)]
        parts = _two_parts(text)
        if parts:
            questions = [self._question(text[a:b], mentions_within(mentions, a, b)) for a, b in parts]
            if self._are_two(questions):
                return _share_places(questions, whole)
        return [whole]

    @staticmethod
    def _are_two(questions: Sequence[Question]) -> bool:
        topics = {question.topic for question in questions}
        scopes = {topic.partition(".")[0] for topic in topics}
        sure = all(question.decision == "answer" for question in questions)
        return sure and len(topics) == 2 and "out_of_scope" not in scopes and "chat" not in scopes

    def _question(self, text: str, mentions: Sequence[Mention]) -> Question:
        wording = masked(text, mentions)
        ranking = self._ranking(wording, mentions)
        topic, confidence = ranking[0]
        known = bool(mentions) or self.topics.knows(wording)
        return replace(
            _placed(text, mentions),
            topic=topic,
            confidence=confidence,
            decision=self.gate.decide(ranking) if known else UNCLEAR,
            ranking=ranking,
        )

    def _ranking(self, wording: str, mentions: Sequence[Mention]) -> tuple[tuple[str, float], ...]:
        ranking = tuple(self.topics.ranking(wording))
        if any(mention.nation for mention in mentions):  # "what did Cardiff get" asks what a look-up would
            looked_up = tuple(self.topics.ranking(as_area(wording)))
            topic, confidence = looked_up[0]
            if topic.startswith(LOOK_UPS) and topic != SET and confidence >= self.gate.answer_from:
                return looked_up
        named = sum(bool(mention.codes or mention.unsure) for mention in mentions)
        return tuple(for_named_area(ranking, several=named > 1)) if named else ranking

    @staticmethod
    def _place_only(text: str, mentions: Sequence[Mention]) -> Question:
        placed = _placed(text, mentions)
        said = "area.set" if _STATES & set(key(text)) else "area.named"
        topic = "area.not_england" if placed.nation and not (placed.areas or placed.shared) else said
        return replace(placed, topic=topic, confidence=1.0, decision="answer", ranking=((topic, 1.0),))

    def _payload(self, text: str) -> Question | None:
        """A tapped choice: "ask:area.outcome:E06000055". Only known topics; it can set nothing else."""
        match = PAYLOAD.fullmatch(text.strip())
        if not match or match.group(1) not in {*self.topics.topics, *SWITCHES}:
            return None
        areas = tuple(code for code in re.split("[:+]", match.group(2)) if code)
        return Question(text, match.group(1), 1.0, "answer", areas, ranking=((match.group(1), 1.0),))


def is_only_place(text: str, mentions: Sequence[Mention]) -> bool:
    """True when a message names places and says nothing else: "Bedford", "in leeds please", "and Surrey?"."""
    rest = text
    for mention in reversed(mentions):
        rest = rest[: mention.start] + rest[mention.end :]
    return bool(mentions) and all(word in _FILLERS for word in key(without_marks(rest)))


def meant(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The places meant in a correction: "Bury, not Burnley" means Bury."""
    kept = [m for m in mentions if not _NOT & set(key(text[: m.start])[-1:])]
    return kept or list(mentions)


def mentions_within(mentions: Sequence[Mention], start: int, end: int) -> list[Mention]:
    """The mentions inside a part of the text, with their places counted from the start of that part."""
    inside = [m for m in mentions if start <= m.start and m.end <= end]
    return [replace(m, start=m.start - start, end=m.end - start) for m in inside]


def _two_parts(text: str) -> list[tuple[int, int]]:
    """Where the two halves of a text stand, when it reads as two questions."""
    joins = list(_JOIN.finditer(text.rstrip()))
    if len(joins) != 1:
        return []
    parts = [(0, joins[0].start()), (joins[0].end(), len(text))]
    return parts if all(_STARTS.match(text[a:b]) for a, b in parts) else []


def _placed(text: str, mentions: Sequence[Mention]) -> Question:
    """A question with its places filled in and its topic still open."""
    return Question(
        text=text,
        topic="",
        confidence=0.0,
        decision="unclear",
        areas=tuple(dict.fromkeys(m.codes[0] for m in mentions if len(m.codes) == 1 and not m.unsure)),
        shared=tuple((m.said, m.codes) for m in mentions if len(m.codes) > 1 or (m.codes and m.unsure)),
        nation=next((m.nation for m in mentions if m.nation), None),
        misread=tuple((m.said, m.codes[0]) for m in mentions if not m.exact and len(m.codes) == 1 and not m.place),
        places=tuple((m.said if not m.exact else "", m.place, m.codes[0]) for m in mentions if _is_inside(m)),
        unsure_postcode=next(((m.said, m.unsure) for m in mentions if m.unsure), None),
    )


def _is_inside(mention: Mention) -> bool:
    return mention.place is not None and len(mention.codes) == 1


def _share_places(questions: list[Question], whole: Question) -> list[Question]:
    """A place named in one of two questions is meant in both."""
    places = {name: getattr(whole, name) for name in ("areas", "shared", "misread", "places", "unsure_postcode")}
    return [q if q.areas or q.shared or q.nation else _with_places(q, places) for q in questions]


def _with_places(question: Question, places: dict) -> Question:
    ranking = tuple(for_named_area(question.ranking)) if places["areas"] or places["shared"] else question.ranking
    return replace(question, topic=ranking[0][0], confidence=ranking[0][1], ranking=ranking, **places)
