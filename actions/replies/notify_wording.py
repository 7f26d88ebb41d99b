"""The sentences and choices of notify.*, from `actions/copy/notify.yml`."""

from __future__ import annotations

from collections.abc import Sequence

from actions.conversation import Conversation
from actions.desk import Desk
from actions.replies import area_survey
from actions.replies.lookup_reply import LookUp
from actions.replies.parts import notify_choice, unique, window_source
from actions.replies.wording import listed
from actions.reply import Choice, SourceNote
from knowledge.calendar.survey_state import SurveyState
from knowledge.notices.events import REPORT_EVENTS, SURVEY_EVENTS
from knowledge.notices.subscriptions import MOST_AREAS, Wishes

SUBSCRIBE, UNSUBSCRIBE, LIST = "notify.subscribe", "notify.unsubscribe", "notify.list"
UNDER_WAY = (SurveyState.ANNOUNCED, SurveyState.OPEN, SurveyState.OPEN_CLOSING_UNKNOWN)


class NotifyWording:
    """Fills in the wording for one turn."""

    def __init__(self, desk: Desk, talk: Conversation):
        self._desk, self._talk, self._copy = desk, talk, desk.copy["notify"]

    def say(self, wording: str, areas: Sequence[str] = (), what: str = "") -> str:
        """A sentence; `areas` are GSS codes."""
        names = listed([self._desk.store.area_names()[code] for code in areas]) if areas else ""
        return self._copy[wording].format(areas=names, what=what, most=MOST_AREAS)

    def what(self, events: Sequence[str]) -> str:
        """What will be sent, in words."""
        return self._copy["what"][_kind(events)]

    def promises(self) -> list[str]:
        """What a person must know who signs up: nights, what is not known, how to stop."""
        return [self.say(line) for line in ("night", "promise", "how_to_stop")]

    def surveys_now(self, codes: Sequence[str]) -> tuple[list[str], tuple[SourceNote, ...]]:
        """How surveys stand that are announced or open, and where that is from. It is said, so it is not sent."""
        lines, sources = [], []
        for code in codes:
            look_up = LookUp(self._desk, self._talk, self._desk.store.area(code))
            for audience in area_survey.AUDIENCES:
                status, window = area_survey.state(look_up, audience) or (None, None)
                if status and status.state in UNDER_WAY:
                    lines.append(area_survey.sentence(look_up, audience, status, window))
                    sources.append(window_source(self._desk, window, look_up.area))
        return ([self._copy["now"], *lines] if lines else []), unique(sources)

    def listed(self, lead: str, wishes: Wishes) -> list[str]:
        """A lead and a line for each area; nothing when there is none."""
        names, line = self._desk.store.area_names(), self._copy["signed_up_line"]
        kinds = self._copy["kinds"]
        lines = [line.format(area=names[code], what=kinds[_kind(events)]) for code, events in wishes.items()]
        return [self._copy[lead], *lines] if lines else []

    def ended(self, ended: Wishes, events: Sequence[str], left: Wishes) -> str:
        """What was ended."""
        if not left:
            return self._copy["ended_all"]
        if set(ended) & set(left):
            return self.say("ended_some", list(ended), self._copy["kinds"][_kind(events)])
        return self.say("ended", list(ended))

    def choice(self, topic: str, code: str | None = None) -> Choice:
        """A next step of this group."""
        return notify_choice(self._desk, topic, code)

    def starting(self, codes: Sequence[str]) -> tuple[Choice, ...]:
        """Signing up (again) for these areas; for an area to be named when there is none."""
        return tuple(self.choice(SUBSCRIBE, code) for code in codes) or (self.choice("notify.survey"),)


def _kind(events: Sequence[str]) -> str:
    survey, report = set(events) & set(SURVEY_EVENTS), set(events) & set(REPORT_EVENTS)
    return "all" if survey and report else "survey" if survey else "report"
