"""Session tokens: signed by us, bound to an origin, expiring. The session id alone opens nothing."""

from __future__ import annotations

import datetime as dt
import hashlib
import hmac
import secrets
from dataclasses import dataclass
from typing import Any

from itsdangerous import BadSignature, TimestampSigner, URLSafeTimedSerializer

from bot.channels.web.errors import WebError
from knowledge.clock import LONDON, Clock, london_now

SALT = "web session"
LONGEST_TOKEN = 1000
_ID_BYTES = 18


@dataclass(frozen=True)
class Session:
    """A session read from its token. `origin` is the website it was issued to (or OWN_ORIGIN)."""

    id: str
    origin: str
    expires_at: dt.datetime
    secret: bytes

    @property
    def key(self) -> str:
        """What its rows in the database are kept under; it does not lead back to the id."""
        return self._derived("rows").hex()

    @property
    def conversation(self) -> str:
        """The id of its conversation, which nobody without our key can work out from the session id."""
        return f"web:{self._derived('conversation').hex()}"

    @property
    def sealing_key(self) -> bytes:
        """32 bytes that seal its replies: without the token in the person's browser nobody can read them."""
        return self._derived("seal")

    def _derived(self, purpose: str) -> bytes:
        return hmac.new(self.secret, f"web {purpose}:{self.id}".encode(), hashlib.sha256).digest()


class Tokens:
    """Issues and reads session tokens. `minutes` is how long a session lasts, whatever happens in it."""

    def __init__(self, secret: str, minutes: int, clock: Clock = london_now):
        self._secret, self._seconds, self._clock = secret.encode(), minutes * 60, clock
        self._serializer = URLSafeTimedSerializer(
            secret,
            salt=SALT,
            signer=_ClockSigner,
            signer_kwargs={"clock": clock, "key_derivation": "hmac", "digest_method": hashlib.sha256},
        )

    def issue(self, origin: str) -> tuple[str, Session]:
        """A token for a new session on this origin."""
        session_id = secrets.token_urlsafe(_ID_BYTES)
        issued = self._clock().replace(microsecond=0)
        token = self._serializer.dumps({"s": session_id, "o": origin})
        return token, self._session(session_id, origin, issued)

    def read(self, token: str, origin: str) -> Session:
        """The session of a token. Raises WebError when it is forged, expired or from another origin."""
        if not 0 < len(token) <= LONGEST_TOKEN:
            raise WebError("bad_token")
        try:
            found, issued = self._serializer.loads(token, return_timestamp=True)
        except BadSignature:
            raise WebError("bad_token") from None
        # a token from the future is one of ours too: the clock was set back, and the person goes on
        if (self._clock() - issued).total_seconds() > self._seconds:
            raise WebError("session_expired")
        if found["o"] != origin:
            raise WebError("wrong_origin")
        return self._session(found["s"], origin, issued)

    def _session(self, session_id: str, origin: str, issued: dt.datetime) -> Session:
        expires = (issued + dt.timedelta(seconds=self._seconds)).astimezone(LONDON)
        return Session(session_id, origin, expires, self._secret)


class _ClockSigner(TimestampSigner):
    """Signs with the time of a clock that is passed in, so that expiry can be tested at any time."""

    def __init__(self, *arguments: Any, clock: Clock, **options: Any):
        super().__init__(*arguments, **options)
        self._clock = clock

    def get_timestamp(self) -> int:
        """The present second (called by itsdangerous)."""
        return int(self._clock().timestamp())
