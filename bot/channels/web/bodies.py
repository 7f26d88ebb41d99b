"""The bodies of requests: what is not of the contract is refused, not guessed at."""

from __future__ import annotations

from typing import TypeVar

from pydantic import BaseModel, Field, StrictBool, StrictStr, ValidationError, root_validator
from sanic.exceptions import InvalidUsage
from sanic.request import Request

from bot.channels.web.errors import WebError
from nlu.questions import PAYLOAD

MESSAGE_ID = r"^[A-Za-z0-9_-]{8,64}\Z"
Body = TypeVar("Body", bound=BaseModel)


class SessionBody(BaseModel):
    """What a new session begins with. An unknown area or language is left out, never an error."""

    area: StrictStr | None = Field(None, max_length=200)
    language: StrictStr = Field("en", max_length=35)
    style: StrictStr = Field("standard", regex="^(standard|easy_read)$")


class MessageBody(BaseModel):
    """One message: words, or the payload of a choice that was tapped."""

    id: StrictStr = Field(..., regex=MESSAGE_ID)
    text: StrictStr | None = None
    choice: StrictStr | None = Field(None, max_length=500)

    @root_validator(skip_on_failure=True)
    def _text_or_choice(cls, values: dict) -> dict:
        if (values["text"] is None) == (values["choice"] is None):
            raise ValueError("give a text or a choice")
        if values["choice"] is not None and not PAYLOAD.fullmatch(values["choice"]):
            raise ValueError("not a choice")
        return values


class FeedbackBody(BaseModel):
    """Whether the answer to a message was useful."""

    id: StrictStr = Field(..., regex=MESSAGE_ID)
    useful: StrictBool


def read_body(request: Request, kind: type[Body]) -> Body:
    """The body of a request. Raises WebError("bad_request")."""
    try:
        return kind.parse_obj(request.json if request.body else {})
    except (InvalidUsage, ValidationError, RecursionError):
        raise WebError("bad_request") from None
