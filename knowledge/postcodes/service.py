"""Asking the public service postcodes.io where a postcode is. Used only when a setting allows it."""

from __future__ import annotations

import asyncio
import json
import logging
from typing import Any

import httpx

from knowledge.postcodes.cache import PostcodeCache
from knowledge.postcodes.codes import AreaCodes, UnknownCode, is_area
from knowledge.postcodes.found import CANT_LOOK_UP, FOUND, NOT_ON_RECORD, FoundPostcode
from knowledge.postcodes.reading import Postcode

TIME_LIMIT_SECONDS = 2.0
TRIES = 2
LARGEST_ANSWER = 64 * 1024
"""Bytes. An answer of the service has about two thousand."""

_NATIONS = {
    "Wales": "wales",
    "Scotland": "scotland",
    "Northern Ireland": "northern_ireland",
    "Channel Islands": "crown_dependencies",
    "Isle of Man": "crown_dependencies",
}
_ENGLAND = "England"
_HEADERS = {"accept": "application/json", "accept-encoding": "identity"}

logger = logging.getLogger(__name__)


class _Trouble(Exception):
    """The service gave no answer that can be used. `passing`: another try may help. Never holds a postcode."""

    def __init__(self, reason: str, passing: bool = True):
        self.passing = passing
        super().__init__(reason)


class PostcodeService:
    """A client of the service at `base_url`. `limit` is in seconds, for each of at most two tries."""

    def __init__(
        self, base_url: str, codes: AreaCodes, limit: float = TIME_LIMIT_SECONDS, cache: PostcodeCache | None = None
    ):
        self._base, self._codes, self._limit = base_url.rstrip("/"), codes, limit
        self._cache = cache or PostcodeCache()
        self._tls = httpx.create_ssl_context()  # made once: it takes longer than a request
        _silence_httpx()

    async def find(self, postcode: Postcode) -> FoundPostcode:
        """Where a postcode is; UNAVAILABLE when the service can't say. Never raises, never logs the postcode."""
        kept = self._cache.get(postcode)
        if kept:
            return kept
        try:
            found = self._understood(postcode, await self._answer(postcode))
        except _Trouble as trouble:
            logger.warning("the postcode service could not be used: %s", trouble)
            return CANT_LOOK_UP
        self._cache.put(postcode, found)
        return found

    async def _answer(self, postcode: Postcode) -> dict[str, Any] | None:
        """The `result` of the service, or None when it knows no such postcode. Raises _Trouble."""
        for attempt in range(1, TRIES + 1):
            try:
                return await asyncio.wait_for(self._ask(postcode), self._limit)
            except (asyncio.TimeoutError, httpx.HTTPError, httpx.InvalidURL, _Trouble) as error:
                trouble = error if isinstance(error, _Trouble) else _Trouble(type(error).__name__)
                if attempt == TRIES or not trouble.passing:
                    raise trouble from None
        raise AssertionError("unreachable")

    async def _ask(self, postcode: Postcode) -> dict[str, Any] | None:
        kind = "postcodes" if postcode.is_full else "outcodes"
        async with (
            httpx.AsyncClient(timeout=self._limit, verify=self._tls, headers=_HEADERS) as client,
            client.stream("GET", f"{self._base}/{kind}/{postcode.written}") as response,
        ):
            if response.status_code == httpx.codes.NOT_FOUND:
                return None
            if response.status_code != httpx.codes.OK:
                raise _Trouble(f"status {response.status_code}", passing=_may_pass(response.status_code))
            return _result(await _body(response))

    def _understood(self, postcode: Postcode, result: dict[str, Any] | None) -> FoundPostcode:
        if result is None:
            return NOT_ON_RECORD
        try:
            places = [self._place(result)] if postcode.is_full else list(self._places(result))
        except (UnknownCode, KeyError, TypeError, AttributeError) as error:
            raise _Trouble(f"an answer that can't be read ({type(error).__name__})", passing=False) from None
        codes = tuple(dict.fromkeys(place for place in places if is_area(place)))
        return FoundPostcode(FOUND, codes, tuple(dict.fromkeys(p for p in places if not is_area(p))))

    def _place(self, result: dict[str, Any]) -> str:
        """The area or nation of a full postcode."""
        if result["country"] != _ENGLAND:
            return _NATIONS[result["country"]]
        codes = result["codes"]
        return self._codes.place(codes["admin_district"], codes.get("admin_county") or "")

    def _places(self, result: dict[str, Any]) -> list[str]:
        """The areas and nations of a district: the service gives names of councils, and no codes."""
        nations = [_NATIONS[country] for country in result["country"] if country != _ENGLAND]
        councils = result["admin_district"] if _ENGLAND in result["country"] else []
        areas = []
        for name in councils:
            try:
                areas.append(self._codes.named(name))
            except UnknownCode:
                if not nations:  # then it can be a council of the other nation
                    raise
        if not areas and not nations:
            raise KeyError("no council")
        return [*areas, *nations]


async def _body(response: httpx.Response) -> bytes:
    body = b""
    async for part in response.aiter_bytes():
        body += part
        if len(body) > LARGEST_ANSWER:
            raise _Trouble("an answer that is too long", passing=False)
    return body


def _result(body: bytes) -> dict[str, Any]:
    try:
        result = json.loads(body)["result"]
    except (ValueError, KeyError, TypeError):
        raise _Trouble("an answer that is not the service's JSON") from None
    if not isinstance(result, dict):
        raise _Trouble("an answer without a result")
    return result


def _may_pass(status: int) -> bool:
    return status >= httpx.codes.INTERNAL_SERVER_ERROR or status == httpx.codes.TOO_MANY_REQUESTS


def _silence_httpx() -> None:
    """Keeps addresses out of every log: httpx logs each request with its address, and that holds the postcode."""
    for name in ("httpx", "httpcore"):
        quiet = logging.getLogger(name)
        if not any(isinstance(one, _OnlyWarnings) for one in quiet.filters):
            quiet.addFilter(_OnlyWarnings())


class _OnlyWarnings(logging.Filter):
    def filter(self, record: logging.LogRecord) -> bool:
        return record.levelno >= logging.WARNING
