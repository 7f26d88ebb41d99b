"""What can go wrong with a request of the web channel, each with its code and HTTP status."""

from __future__ import annotations

STATUS = {
    "session_expired": 401,
    "bad_token": 401,
    "wrong_origin": 403,
    "too_long": 413,
    "too_large": 413,
    "too_many": 429,
    "bad_request": 400,
    "failed": 500,
}
"""HTTP status by error code. The kind words for each are in `actions/copy/web.yml`."""


class WebError(Exception):
    """A request that is refused. Carries the code of the contract and, for `too_many`, the seconds to wait."""

    def __init__(self, code: str, retry_after: int | None = None):
        self.code, self.status, self.retry_after = code, STATUS[code], retry_after
        super().__init__(code)
