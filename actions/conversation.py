"""What an action needs of a conversation: the questions just asked and what is remembered."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from knowledge.clock import Clock, fixed_clock
from knowledge.marks import METADATA


@dataclass(frozen=True)
class Asked:
    """One question as understood (see `nlu.questions.Question`)."""

    topic: str
    decision: str
    text: str = ""
    areas: tuple[str, ...] = ()
    shared: tuple[tuple[str, tuple[str, ...]], ...] = ()
    nation: str | None = None
    misread: tuple[tuple[str, str], ...] = ()
    places: tuple[tuple[str, str, str], ...] = ()
    unsure_postcode: tuple[str, str] | None = None
    ranking: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True)
class LanguageGuess:
    """A language other than English a message seems to be in (see `nlu.language`)."""

    language: str
    by_script: bool


@dataclass(frozen=True)
class Conversation:
    """The present turn of a conversation. `clock` is set when a test or demonstration fixed the day.

    told: what was said once: how places and areas were understood, and that personal data is not kept.
    personal: the kinds of personal data that were taken out of the message (see `knowledge.marks`).
    channel, person: where the message came from, and the keyed hash of who can be written to there (None: nobody).
    said: the replies of the last turn, as plain data. choices: those last offered (title, payload, topic).
    """

    questions: tuple[Asked, ...]
    areas: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    topic: str | None = None
    waiting_for_area: str | None = None
    readings: tuple[str, ...] = ()
    style: str = "standard"
    misses: int = 0
    asked_again: bool = False
    said: tuple[dict[str, Any], ...] = ()
    choices: tuple[tuple[str, str, str | None], ...] = ()
    list_from: dict[str, Any] | None = None
    compared: tuple[str, ...] = ()
    language: str | None = None
    language_seen: str | None = None
    language_guess: LanguageGuess | None = None
    channel: str | None = None
    person: str | None = None
    personal: tuple[str, ...] = ()
    clock: Clock | None = None

    @property
    def asked(self) -> Asked:
        """The first question of the turn."""
        return self.questions[0]

    def about(self, question: Asked) -> Conversation:
        """The same turn with one of its questions."""
        return replace(self, questions=(question,))

    @classmethod
    def from_tracker(cls, tracker: Any) -> Conversation:
        """Reads a rasa-sdk Tracker."""
        message = tracker.latest_message or {}
        metadata = message.get("metadata") or {}
        today = metadata.get("today")
        slots = tracker.slots
        return cls(
            questions=tuple(_asked(found) for found in message.get("questions") or ({},)),
            areas=tuple(slots.get("areas") or ()),
            told=tuple(slots.get("told") or ()),
            topic=slots.get("topic"),
            waiting_for_area=slots.get("waiting_for_area"),
            readings=tuple(slots.get("readings") or ()),
            style=slots.get("style") or "standard",
            misses=int(slots.get("misses") or 0),
            asked_again=bool(slots.get("asked_again")),
            said=tuple(slots.get("said") or ()),
            choices=tuple((title, payload, topic) for title, payload, topic in slots.get("choices") or ()),
            list_from=slots.get("list_from"),
            compared=tuple(slots.get("compared") or ()),
            language=slots.get("language"),
            language_seen=slots.get("language_seen"),
            language_guess=LanguageGuess(**message["language"]) if isinstance(message.get("language"), dict) else None,
            channel=metadata.get("channel"),
            person=metadata.get("person"),
            personal=tuple(metadata.get(METADATA) or ()),
            clock=fixed_clock(today) if today else None,
        )


def _asked(found: dict[str, Any]) -> Asked:
    return Asked(
        topic=found.get("topic") or "",
        decision=found.get("decision") or "unclear",
        text=found.get("text") or "",
        areas=tuple(found.get("areas") or ()),
        shared=tuple((said, tuple(codes)) for said, codes in found.get("shared") or ()),
        nation=found.get("nation"),
        misread=tuple((said, code) for said, code in found.get("misread") or ()),
        places=tuple((said, place, code) for said, place, code in found.get("places") or ()),
        unsure_postcode=tuple(found.get("unsure_postcode") or ()) or None,
        ranking=tuple((topic, score) for topic, score in found.get("ranking") or ()),
    )
