"""Putting the reply of a look-up together: text, age, sources, choices."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from actions.conversation import Conversation
from actions.desk import Desk
from actions.replies.parts import age_line, choices, source_line, unique
from actions.reply import CalendarLink, Reply, SourceNote
from knowledge.area_record import AreaRecord
from knowledge.partial_date import PartialDate


@dataclass(frozen=True)
class LookUp:
    """What a look-up works with: the wording and clock, the turn, and the area's record."""

    desk: Desk
    talk: Conversation
    record: AreaRecord

    @property
    def area(self) -> str:
        """The area's name."""
        return self.record.area.name

    @property
    def now(self):
        """The present moment."""
        return self.desk.now(self.talk.clock)

    def reply(
        self,
        topic: str,
        lines: Iterable[str],
        sources: Sequence[SourceNote],
        next_steps: Sequence[str],
        status: str = "answered",
        as_at: PartialDate | None = None,
        calendar: CalendarLink | None = None,
    ) -> Reply:
        """The finished reply. Says how a misspelt name was read, how old the facts are, and the sources."""
        as_at = as_at or self.record.as_at
        code = self.record.area.gss_code
        sources = unique(sources)
        text = [self.read_as(), *lines, age_line(self.desk, as_at, self.now)]
        text.append(source_line(self.desk, sources, as_at))
        joiner = "\n" if self.talk.style == "easy_read" else " "
        body = joiner.join(line for line in text[:-1] if line)
        return Reply(
            text="\n".join(part for part in (body, text[-1]) if part),
            topic=topic,
            status=status,
            areas=(code,),
            style=self.talk.style,
            choices=choices(self.desk, (one for one in next_steps if one != topic), (code,), bool(self.talk.person)),
            sources=sources,
            as_at=as_at.iso,
            calendar=calendar,
        )

    def read_as(self) -> str:
        """How a misspelt name was read; empty when it was not misspelt."""
        for said, code in self.talk.asked.misread:
            if code == self.record.area.gss_code:
                return self.desk.copy["general"]["read_as"].format(said=said, area=self.area)
        return ""
