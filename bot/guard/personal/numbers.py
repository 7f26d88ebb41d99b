"""Phone, NHS, pupil, insurance, card and account numbers, told apart by length, check digit and the words before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from stdnum import iban, luhn
from stdnum.gb import nhs, upn

from bot.guard.personal.cues import Cues, phrases, read_rules
from bot.guard.personal.spans import Span, blanked

_RULES = read_rules("numbers")
_BETWEEN = phrases(_RULES["between"])
_PHONE, _NHS, _PUPIL, _INSURANCE, _ACCOUNT = (
    Cues(phrases(_RULES[kind]), _BETWEEN)
    for kind in ("phone", "nhs_number", "pupil_number", "insurance_number", "account")
)

_RUN = re.compile(r"(?<!\d)\d+(?:[ \t.()\-_/]{1,3}\d+)*(?!\d)")
_GROUP = re.compile(r"\d+")
_BEFORE = re.compile(r"\+[ \t]*\(?[ \t]*\Z|\(\Z")
_GAPS = frozenset(" \t.()-")
_OF_ORGANISATIONS = ("03", "080", "084", "087", "09")
"""Helplines and switchboards: people have no such numbers of their own (Ofcom's national numbering plan)."""
_MOST_GROUPS, _SHORTEST_LETTERED = 20, 8
_LETTERED = (
    ("pupil_number", re.compile(r"(?<![^\W_])[A-Z][ \-]?\d{3}[ \-]?\d{4}[ \-]?\d{4}[ \-]?[\dA-Z](?![^\W_])", re.I)),
    (
        "insurance_number",
        re.compile(
            r"(?<![^\W_])[A-Z]{2}(?:[ \-.]{0,2}\d){6}[ \-.]{0,2}[A-D](?![^\W_])",
            re.I,
        ),
    ),
    ("account", re.compile(r"(?<![^\W_])[A-Z]{2}\d{2}(?:[ \-]?[A-Z0-9]{2,4}){3,8}(?![^\W_])", re.I)),
)


_INSURED = re.compile(r"(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\d{6}[A-D]")
"""What HMRC gives out: some letters never stand in front."""


@dataclass(frozen=True)
class _Run:
    """Some groups of digits that stand together, and the text they stand in."""

    text: str
    groups: tuple[tuple[int, int], ...]

    @property
    def start(self) -> int:
        return self.groups[0][0]

    @property
    def end(self) -> int:
        return self.groups[-1][1]

    @property
    def digits(self) -> str:
        return "".join(self.text[a:b] for a, b in self.groups)

    @property
    def led_by(self) -> str:
        found = _BEFORE.search(self.text, max(0, self.start - 4), self.start)
        return found.group() if found else ""


def numbers(text: str, published: frozenset[str]) -> Iterator[Span]:
    """The numbers of people in a text (see `spans.shadow`), in which dates and what was found before are blank.

    `published` are the digits of phone numbers that our own answers give: those stay.
    """
    lettered = list(_with_letters(text))
    yield from lettered
    rest = blanked(text, lettered)
    for found in _RUN.finditer(rest):
        groups = tuple(one.span() for one in _GROUP.finditer(rest, found.start(), found.end()))
        for first in range(0, len(groups), _MOST_GROUPS // 2):
            yield from _in_run(_Run(rest, groups[first : first + _MOST_GROUPS]), published)
    yield from _in_words(rest, published)


def _with_letters(text: str) -> Iterator[Span]:
    for kind, pattern in _LETTERED:
        for found in pattern.finditer(text):
            end = _end_of_lettered(kind, found)
            if end:
                yield Span(kind, found.start(), end)


def _end_of_lettered(kind: str, found: re.Match) -> int | None:
    """Where the number ends; None when it is none. Words after an account number can look like a part of it."""
    text, start, end = found.string, found.start(), found.end()
    while end - start > _SHORTEST_LETTERED:
        plain = re.sub(r"[^A-Za-z0-9]", "", text[start:end]).upper()
        if kind == "pupil_number":
            return end if upn.is_valid(plain) or _PUPIL.lead_to(text, start) else None
        if kind == "insurance_number":
            return end if _INSURED.fullmatch(plain) or _INSURANCE.lead_to(text, start) else None
        if iban.is_valid(plain):
            return end
        end = max(text.rfind(" ", start, end), text.rfind("-", start, end), start)
    return None


def _in_run(run: _Run, published: frozenset[str]) -> Iterator[Span]:
    """The numbers in a run: the longest stretch of its groups that is one, then what is left and right of it."""
    count = len(run.groups)
    for length in range(count, 0, -1):
        for first in range(count - length + 1):
            part = _Run(run.text, run.groups[first : first + length])
            kind = "" if _is_published(part.digits, published) else _kind(part)
            if kind is None:
                continue
            if kind:
                yield Span(kind, part.start - len(part.led_by), part.end)
            for rest in (run.groups[:first], run.groups[first + length :]):
                if rest:
                    yield from _in_run(_Run(run.text, rest), published)
            return


def _is_published(digits: str, published: frozenset[str]) -> bool:
    return digits in published or (digits.startswith("44") and "0" + digits[2:] in published)


def _kind(run: _Run) -> str | None:
    """What a stretch of digits is; None when it is nobody's number."""
    digits, text, start = run.digits, run.text, run.start
    if not 6 <= len(digits) <= 19:
        return None
    if len(digits) == 10 and (nhs.is_valid(digits) or _NHS.lead_to(text, start)) and not digits.startswith("0"):
        return "nhs_number"
    if _is_phone(run):
        return "phone"
    if len(digits) in (10, 13) and _PUPIL.lead_to(text, start):
        return "pupil_number"
    if 13 <= len(digits) <= 19 and luhn.is_valid(digits) and set(digits) != {"0"}:
        return "account"
    if _ACCOUNT.lead_to(text, start):
        return "account"
    return None


def _is_phone(run: _Run) -> bool:
    digits, count = run.digits, len(run.digits)
    gaps = {char for (_, a), (b, _) in zip(run.groups, run.groups[1:], strict=False) for char in run.text[a:b]}
    if not gaps <= _GAPS:
        return False
    if "+" in run.led_by:
        return 8 <= count <= 15
    if digits.startswith("00"):
        return 11 <= count <= 15 and digits[2] != "0"
    if digits.startswith(_OF_ORGANISATIONS):
        return False
    if digits.startswith("0"):
        return count in (10, 11) and digits[1] not in "046"
    if digits.startswith(("447", "441", "442", "443")) and count in (12, 13):
        return True
    if digits.startswith("7") and count == 10:
        return True
    return count <= 15 and _PHONE.lead_to(run.text, run.start - len(run.led_by))


_SPOKEN = re.compile(
    rf"\b(?:(?:{'|'.join([*_RULES['digits'], *_RULES['times']])}|\d+)\b[\s,.\-]*){{7,}}", re.IGNORECASE
)


def _in_words(text: str, published: frozenset[str]) -> Iterator[Span]:
    """Phone numbers said in words: "oh seven seven double oh …"."""
    for found in _SPOKEN.finditer(text):
        digits, times = [], 1
        for word in re.findall(r"\w+", found.group().lower()):
            if word in _RULES["times"]:
                times = _RULES["times"][word]
            else:
                digits += (_RULES["digits"].get(word) or word) * times
                times = 1
        said = "".join(digits)
        in_words = re.search("[a-z]", found.group().lower())
        if in_words and 10 <= len(said) <= 13 and said[0] in "047" and said not in published:
            yield Span("phone", found.start(), found.start() + len(found.group().rstrip(" \t\n,.-")))
