"""What the web channel decodes: bodies and tokens."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from sanic.exceptions import InvalidUsage

from bot.channels.web.bodies import FeedbackBody, MessageBody, SessionBody, read_body
from bot.channels.web.errors import WebError
from bot.channels.web.session import Tokens

ORIGIN = "https://charity.example"
TOKENS = Tokens("only-for-these-tests", 60)
ISSUED, _ = TOKENS.issue(ORIGIN)


@dataclass
class _Request:
    """As much of Sanic's request as the decoder reads."""

    body: bytes

    @property
    def json(self) -> Any:
        try:
            return json.loads(self.body)
        except Exception:  # as Sanic does
            raise InvalidUsage("Failed when parsing body as json") from None


def check_body(data: bytes) -> None:
    """A body is of the contract, or refused as a bad request."""
    for kind in (SessionBody, MessageBody, FeedbackBody):
        try:
            body = read_body(_Request(data), kind)
        except WebError as error:
            if error.code != "bad_request":
                raise
            continue
        if isinstance(body, MessageBody):
            assert (body.text is None) != (body.choice is None)


def check_token(data: bytes) -> None:
    """Nothing but what we issued opens a session."""
    said = data.decode("utf-8", "replace")
    try:
        TOKENS.read(said, ORIGIN)
    except WebError as error:
        if error.code not in ("bad_token", "session_expired", "wrong_origin"):
            raise
    else:
        assert said == ISSUED
