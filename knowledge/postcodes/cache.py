"""Remembering answers for a while, in the memory of the process only, under a hash no one else can make."""

from __future__ import annotations

import hashlib
import hmac
import secrets
import time
from collections import OrderedDict
from collections.abc import Callable

from knowledge.postcodes.found import FoundPostcode
from knowledge.postcodes.reading import Postcode

_KEY_BYTES = 32


class PostcodeCache:
    """The newest answers. `seconds` is how long one counts, `most` how many are kept."""

    def __init__(self, seconds: float = 24 * 3600, most: int = 2000, clock: Callable[[], float] = time.monotonic):
        self._seconds, self._most, self._clock = seconds, most, clock
        self._key = secrets.token_bytes(_KEY_BYTES)
        self._kept: OrderedDict[bytes, tuple[float, FoundPostcode]] = OrderedDict()

    def get(self, postcode: Postcode) -> FoundPostcode | None:
        """The answer kept, or None when there is none or it is too old."""
        kept = self._kept.get(self._hash(postcode))
        return kept[1] if kept and self._clock() - kept[0] < self._seconds else None

    def put(self, postcode: Postcode, found: FoundPostcode) -> None:
        """Keeps an answer, and drops the oldest when there are too many."""
        key = self._hash(postcode)
        self._kept.pop(key, None)
        self._kept[key] = (self._clock(), found)
        if len(self._kept) > self._most:
            self._kept.popitem(last=False)

    def _hash(self, postcode: Postcode) -> bytes:
        return hmac.digest(self._key, postcode.written.encode(), hashlib.sha256)
