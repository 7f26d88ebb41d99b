"""Whatever is typed, taking personal data out never fails, and once is enough."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from stdnum.gb import nhs

from bot.guard.personal import Cleaner, published_numbers
from bot.guard.text import guard
from knowledge.marks import MARK, MARKS, without_marks

CLEANER = Cleaner(published_numbers())
WORDS = st.sampled_from(
    "my son Jacob is called name [name] Mrs school goes to primary St Kent 07700 900123 dob 12/3/2014 , . : @ 12 Road "
    "at im and [phone] [ ] born jacob@example.com https://x.org/?token=1 MK40 2TA القلم محمد اسم ابني".split(" ")
)
SENTENCES = st.lists(WORDS, max_size=14).map(" ".join)
DIGITS = st.text("0123456789", min_size=8, max_size=8)


@settings(deadline=None)
@given(st.text() | SENTENCES)
@example("[[name]] name: [name]")
@example("0 B ROAD:B ROAD")
@example("@.@.@ www. https://[ http://[::1")
def test_cleaning_twice_is_cleaning_once(text):
    """No text breaks it; and what it gave it gives again."""
    once = CLEANER.clean(guard(text, 5000).text).text
    assert CLEANER.clean(once).text == once


@settings(deadline=None)
@given(st.text() | SENTENCES)
def test_only_marks_are_put_in(text):
    """What is left of a text stands in it, in order: nothing is made up."""
    cleaned = CLEANER.clean(text)
    rest, at = MARK.split(cleaned.text), 0
    for part in rest if cleaned.kinds else ():
        at = text.index(part, at) + len(part)


@settings(deadline=None)
@given(SENTENCES, DIGITS, SENTENCES)
def test_no_phone_number_survives(before, digits, after):
    """A mobile number is gone, whatever words stand round it."""
    said = f"{before}\n077{digits}\n{after}"
    assert f"077{digits}" not in CLEANER.clean(said).text


@settings(deadline=None)
@given(SENTENCES, st.from_regex(r"[a-z]{3,9}\.[a-z]{3,9}@[a-z]{3,9}\.(com|org|net)", fullmatch=True), SENTENCES)
def test_no_email_survives(before, address, after):
    """An e-mail address is gone, whatever words stand round it."""
    assert address not in CLEANER.clean(f"{before} {address} {after}").text


@settings(deadline=None)
@given(st.text("0123456789", min_size=9, max_size=9).filter(lambda digits: digits[0] != "0"))
def test_every_nhs_number_is_known_by_its_check_digit(digits):
    """All ten digits with the right last one go; the check digit is the NHS's own."""
    for last in "0123456789":
        if nhs.is_valid(digits + last):
            assert digits not in CLEANER.clean(f"it is {digits}{last} ok").text


@pytest.mark.parametrize("mark", MARKS.values())
def test_marks_stay_marks(mark):
    """A mark is never taken for a name or an address, and is not read."""
    said = f"my son {mark} goes to school"
    assert CLEANER.clean(said).text == said
    assert mark not in without_marks(said)
