"""The client of postcodes.io, against a server on loopback."""

from __future__ import annotations

import logging

import pytest

from knowledge.postcodes import FOUND, UNAVAILABLE, UNKNOWN, PostcodeService, read_district, read_full
from knowledge.postcodes.service import LARGEST_ANSWER, TIME_LIMIT_SECONDS
from tests.bot.servers import free_port
from tests.postcode_service import running_service

SHORT = 0.2
"""Seconds: the time limit in these tests, so that a slow server can be waited for."""

NOT_IN_TIME = 1.0


@pytest.fixture
def server():
    """The running server."""
    with running_service() as service:
        yield service


@pytest.fixture
def client(server, codes):
    """A client of that server."""
    return PostcodeService(server.url, codes, limit=SHORT)


def read(text):
    """A full postcode or a district."""
    return read_full(text) or read_district(text)


@pytest.mark.parametrize(
    ("postcode", "areas", "nations"),
    [
        ("MK40 2TA", ("E06000055",), ()),
        ("BR8 7RE", ("E10000016",), ()),
        ("CF10 1AA", (), ("wales",)),
        ("BR8", ("E10000016", "E09000006"), ()),
        ("WD18", ("E10000015",), ()),
        ("SY10", ("E06000051",), ("wales",)),
        ("CF10", (), ("wales",)),
    ],
)
async def test_answers_become_areas(client, postcode, areas, nations):
    """Codes of full postcodes and names of districts become our areas and other nations."""
    found = await client.find(read(postcode))
    assert (found.status, found.codes, found.nations) == (FOUND, areas, nations)


async def test_not_found_is_unknown(client, server):
    """404 means there is no such postcode; it is not asked again."""
    assert (await client.find(read("MK40 9ZZ"))).status == UNKNOWN
    assert server.asked == ["/postcodes/MK409ZZ"]


@pytest.mark.parametrize("trouble", [500, 503, 429, b"junk", b"[]", b'{"result": null}', b"\xff\xfe", NOT_IN_TIME])
async def test_one_trouble_is_tried_again(client, server, trouble):
    """A bad or late answer is followed by one retry, and its answer counts."""
    server.trouble = [trouble]
    assert (await client.find(read("MK40 2TA"))).codes == ("E06000055",)
    assert len(server.asked) == 2


@pytest.mark.parametrize("trouble", [500, 429, b"junk", NOT_IN_TIME])
async def test_two_troubles_are_enough(client, server, trouble):
    """After the retry it says it can't look up, and asks no third time."""
    server.trouble = [trouble, trouble, trouble]
    assert (await client.find(read("MK40 2TA"))).status == UNAVAILABLE
    assert len(server.asked) == 2


@pytest.mark.parametrize(
    "trouble", [403, 301, b"[" * (LARGEST_ANSWER + 1), b'{"result": {"country": 5}}', b'{"result": {"codes": "x"}}']
)
async def test_what_can_not_pass_is_not_tried_again(client, server, trouble):
    """A refusal, an endless answer or another kind of answer is the end of it."""
    server.trouble = [trouble]
    assert (await client.find(read("MK40 2TA"))).status == UNAVAILABLE
    assert len(server.asked) == 1


@pytest.mark.parametrize("postcode", ["ZE1 0AA", "ZE9", "ZE8"])
async def test_a_council_we_do_not_know_is_no_answer(client, postcode):
    """An unknown code or name is never guessed at."""
    assert (await client.find(read(postcode))).status == UNAVAILABLE


async def test_answers_are_kept(client, server):
    """The same postcode is asked once, also when it is unknown; a failure is not kept."""
    for _ in range(3):
        await client.find(read("MK40 2TA"))
        await client.find(read("MK40 9ZZ"))
    assert len(server.asked) == 2
    server.trouble = [403]
    await client.find(read("WD18"))
    assert (await client.find(read("WD18"))).status == FOUND


@pytest.mark.parametrize("url", ["http://127.0.0.1:{port}", "http://[", "http://postcodes.invalid"])
async def test_a_server_that_is_not_there(codes, url):
    """Nothing listening, a name that does not exist or an address that is none is just no answer."""
    client = PostcodeService(url.format(port=free_port()), codes, limit=SHORT)
    assert (await client.find(read("MK40 2TA"))).status == UNAVAILABLE


async def test_the_postcode_is_in_no_log(client, server, caplog):
    """Whatever happens and however much is logged, no line of any logger holds the postcode."""
    for name in ("", "httpx", "httpcore", "asyncio"):
        caplog.set_level(logging.DEBUG, logger=name)
    server.trouble = [500, 500]
    await client.find(read("MK40 2TA"))
    await client.find(read("MK40 2TA"))
    logged = caplog.text.upper().replace(" ", "")
    assert "STATUS500" in logged
    assert "2TA" not in logged


def test_the_limit_is_two_seconds():
    """The time limit of each try, unless a test says otherwise."""
    assert TIME_LIMIT_SECONDS == 2.0
