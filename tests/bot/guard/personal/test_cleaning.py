"""Personal data is replaced by marks, and nothing else is touched."""

from __future__ import annotations

import pytest

from bot.guard.personal import Cleaner, published_numbers


@pytest.fixture(scope="module")
def cleaner() -> Cleaner:
    """The cleaner as the assistant has it."""
    return Cleaner(published_numbers())


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("ring me on 07700 900123 please", "ring me on [phone] please"),
        ("call +44 (0)1632 960 123", "call [phone]"),
        ("٠٧٧٠٠٩٠٠١٢٣", "[phone]"),
        ("oh seven seven double oh nine double oh one two three", "[phone]"),
        ("jane.smith@example.com or jane at gmail dot com", "[email] or [email]"),
        ("nhs number 943 476 5919", "nhs number [nhs-number]"),
        ("upn B801200005001", "upn [pupil-number]"),
        ("AB 12 34 56 C is my ni number", "[insurance-number] is my ni number"),
        ("born 12 March 2014, seen 12 March 2024", "born [birth-date], seen 12 March 2024"),
        ("card 4111 1111 1111 1111", "card [account]"),
        ("https://portal.example/view?token=abc123", "[link]"),
    ],
)
def test_personal_data_becomes_marks(cleaner, said, kept):
    """Each kind is replaced by its own mark; the rest of the sentence stays."""
    assert cleaner.clean(said).text == kept


@pytest.mark.parametrize(
    "said",
    [
        "is 0300 123 1231 the number of the helpline",
        "report 50240171 of 1 September 2014 under section 19",
        "inspected 01/09/2024 and 02/09/2024",
        "https://files.ofsted.gov.uk/v1/file/50268244",
        "MK40 2TA",
    ],
)
def test_what_is_nobodys_own_stays(cleaner, said):
    """Published numbers, reports, dates of inspections, links and postcodes (looked up later) are left alone."""
    assert cleaner.clean(said).text == said
