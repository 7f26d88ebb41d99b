"""The table first, then the service."""

from __future__ import annotations

import pytest

from knowledge.database import sessions
from knowledge.postcodes import (
    UNAVAILABLE,
    UNKNOWN,
    PostcodeFinder,
    PostcodeService,
    PostcodeTable,
    read_district,
    read_full,
)
from tests.postcode_service import running_service


@pytest.fixture
def server():
    """The running server."""
    with running_service() as service:
        yield service


@pytest.fixture
def empty_table(loaded_file):
    """A table into which nothing was imported."""
    return PostcodeTable(sessions(f"sqlite:///{loaded_file}"))


async def test_what_is_in_the_table_is_not_asked_elsewhere(table, server, codes):
    """A postcode in the table never leaves this machine."""
    finder = PostcodeFinder(table, PostcodeService(server.url, codes))
    assert (await finder.find(read_full("MK40 2TA"))).codes == ("E06000055",)
    assert server.asked == []


async def test_the_service_is_asked_for_the_rest(table, server, codes):
    """A postcode newer than the table is found by the service."""
    finder = PostcodeFinder(table, PostcodeService(server.url, codes))
    assert (await finder.find(read_full("BR8 7RE"))).codes == ("E10000016",)


async def test_the_service_alone_is_enough(empty_table, server, codes):
    """Without a table the service answers, and a postcode it does not know is unknown."""
    finder = PostcodeFinder(empty_table, PostcodeService(server.url, codes))
    assert (await finder.find(read_district("WD18"))).codes == ("E10000015",)
    assert (await finder.find(read_full("MK40 9ZZ"))).status == UNKNOWN


@pytest.mark.parametrize("trouble", [[], [500, 500]])
async def test_the_hint_of_the_table_stays(table, server, codes, trouble):
    """Neither knows the postcode, or the service fails: where the rest of its district is still stands."""
    server.trouble = trouble
    found = await PostcodeFinder(table, PostcodeService(server.url, codes)).find(read_full("MK40 9ZZ"))
    assert (found.status, found.codes) == (UNKNOWN, ("E06000055",))


async def test_without_either_it_says_so(empty_table):
    """No table and no service: postcodes can't be looked up."""
    assert (await PostcodeFinder(empty_table).find(read_full("MK40 2TA"))).status == UNAVAILABLE


async def test_without_leave_nothing_is_asked(table):
    """With the table alone an unknown postcode stays unknown."""
    assert (await PostcodeFinder(table).find(read_full("BR8 7RE"))).status == UNKNOWN
