"""E-mail addresses, and links that open something or lead to a person."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import parse_qsl, urlsplit

from bot.guard.personal.cues import phrases, read_rules
from bot.guard.personal.spans import Span

_RULES = read_rules("contacts")
_TELLING, _PEOPLE = phrases(_RULES["telling_parts"]), phrases(_RULES["people_sites"])
_LONGEST_NAME, _LONGEST_HOST = 64, 120

_EMAIL = re.compile(
    rf"[\w.!#$%&'*+/=?^{{|}}~\-]{{1,{_LONGEST_NAME}}}[ \t]{{0,2}}@[ \t]{{0,2}}"
    rf"[^\W_][\w\-]{{0,62}}(?:[ \t]?\.[ \t]?[^\W_][\w\-]{{0,62}}){{0,6}}"
)
_AT = r"(?:@|\(at\)|\[at\]|\bat\b)"
_DOT = r"(?:\.|\(dot\)|\[dot\]|\bdot\b)"
_GAP = r"[ \t]{0,2}"
_ENDINGS = "com|net|org|uk|co|gov|nhs|sch|ac|info|me|pl|ro|pk|in"
_SAID = re.compile(
    rf"[\w.+\-]{{1,{_LONGEST_NAME}}}(?:{_GAP}{_DOT}{_GAP}[\w\-]{{1,40}}){{0,3}}{_GAP}{_AT}{_GAP}"
    rf"(?:[\w\-]{{1,40}}{_GAP}{_DOT}{_GAP}){{1,3}}(?:{_ENDINGS})\b(?:{_GAP}{_DOT}{_GAP}uk\b)?",
    re.IGNORECASE,
)
_MAIL_HOST = re.compile(
    rf"[\w.+\-]{{2,{_LONGEST_NAME}}}[ \t]{{1,2}}(?:at|@)[ \t]{{1,2}}"
    rf"(?:gmail|hotmail|outlook|yahoo|icloud|googlemail|btinternet|protonmail|ymail)\b",
    re.IGNORECASE,
)
_SITE = re.compile(rf"[ ]at[ ]+(?!(?:{'|'.join(phrases(_RULES['mail_hosts']))})\b)[\w\-]+\.\w", re.IGNORECASE)
"""A website after "at" ("look at kent.gov.uk"), which is no e-mail address."""
_LINK = re.compile(
    r"(?:https?://|www\.)[^\s<>\"\0]{3,2000}|\b(?:[a-z0-9\-]{2,40}\.){1,3}[a-z]{2,6}/[^\s<>\"\0]{2,2000}", re.I
)
_RANDOM = re.compile(r"(?=[^/]*\d)(?=[^/]*[A-Za-z])[A-Za-z0-9_\-.~%]{16,}")
_LONG_HEX = re.compile(r"[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{8,}", re.I)
_ENDS = ".,;:!?)]}'"


def contacts(text: str) -> Iterator[Span]:
    """The links and e-mail addresses of people in a text (see `spans.shadow`)."""
    if "." in text:
        yield from _links(text)
    if "@" in text:
        for found in _EMAIL.finditer(text):
            yield Span("email", found.start(), found.end())
    lower = text.lower()
    if "dot" in lower or " at " in lower or "(at)" in lower or "[at]" in lower:
        for pattern in (_SAID, _MAIL_HOST):
            for found in pattern.finditer(text):
                if not _SITE.search(found.group()):
                    yield Span("email", found.start(), found.end())


def _links(text: str) -> Iterator[Span]:
    for found in _LINK.finditer(text):
        link = found.group().rstrip(_ENDS)
        if "@" not in link.split("/")[0] and _tells(link):
            yield Span("link", found.start(), found.start() + len(link))


def _tells(link: str) -> bool:
    """True when a link holds a token, or leads to a person."""
    try:
        parts = urlsplit(link if "//" in link[:8] else f"https://{link}")
        host = (parts.hostname or "").removeprefix("www.")
        asked = parse_qsl(f"{parts.query}&{parts.fragment}", keep_blank_values=True)
    except ValueError:  # not a link that can be read: nothing of it is kept
        return True
    if parts.username or parts.password or (host in _PEOPLE and parts.path.strip("/")):
        return True
    if any(name.lower() in _TELLING and value for name, value in asked):
        return True
    pieces = [*parts.path.split("/"), *(value for _, value in asked), parts.fragment]
    return any(_is_random(piece) for piece in pieces)


def _is_random(piece: str) -> bool:
    """True for "eyJhbGciOi…" and "3f2a9c…"; not for "area-send-inspections-2023-handbook"."""
    if _LONG_HEX.search(piece):
        return True
    found = _RANDOM.fullmatch(piece)
    words = re.split(r"[-_.~%]", piece)
    return bool(found) and max(map(len, words)) >= 12 and any(re.search(r"[A-Za-z]\d|\d[A-Za-z]", w) for w in words)
