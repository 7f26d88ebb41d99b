"""The list of areas and the page of each."""

from __future__ import annotations

import pytest

from tests.bot.pages.reading import Page, check

LARGEST_PAGE = 50_000


def test_all_areas_are_listed(http):
    """Each of the 153 areas is listed under its region with its outcome, in words that can't be misread."""
    page = Page(http.get("/areas").text)
    assert len({link for link in page.links() if link.startswith("/area/")}) == 153
    assert "outcome 3 of 3 (lowest)" in page.text
    assert "Yorkshire and The Humber" in page.text


@pytest.mark.parametrize(
    ("words", "slugs"),
    [
        ("kent county", ["kent"]),
        ("  KENT COUNTY ", ["kent"]),
        ("ent county", []),
        ("stoke on", ["stoke-on-trent"]),
        ("dover", ["kent"]),
        ("E06000055", ["bedford"]),
        ("zzz", []),
        ("<script>alert(1)</script>", []),
    ],
)
def test_the_filter_works_without_javascript(http, words, slugs):
    """Council, district, town or code finds areas; what finds none says so and leads on."""
    answer = http.get("/areas", params={"q": words})
    page = Page(answer.text)
    found = [link.removeprefix("/area/") for link in page.links() if link.startswith("/area/")]
    assert found == slugs
    assert "<script>" not in answer.text


def test_every_area_has_a_page(http, settings):
    """Each page names its area, is sourced and dated, and is light enough for a cheap phone."""
    style = len(http.get(Page(http.get("/").text).all("link")[-1]["href"]).content)
    for link in {link for link in Page(http.get("/areas").text).links() if link.startswith("/area/")}:
        answer = http.get(link, headers={"accept-encoding": "identity"})
        page = Page(answer.text)
        check(page)
        assert len(answer.content) + style < LARGEST_PAGE
        assert "As at " in page.text
        assert page.all("svg")[0]["role"] == "img"
        assert len([source for source in page.links() if source.startswith("http")]) >= 2
        assert "None is" in page.text or "None" not in page.text


def test_a_page_says_what_the_look_ups_say(http):
    """Outcome in official and plain words, dates, findings, services and what comes next are all there."""
    text = Page(http.get("/area/hertfordshire").text).text
    for part in (
        "Outcome 3 of 3, the lowest one",
        "There are widespread and/or systemic failings",
        "The system there lets too many children",
        "from 10 to 14 July 2023",
        "published on 10 November 2023",
        "October 2025",
        "The next full inspection is due about July 2026",
        "so no survey is open there that I know of",
        "Priority",
        "Hertfordshire SEND Local Offer",
    ):
        assert part in text


def test_an_area_without_a_report_says_so(http):
    """No report on record is said to be not on record, with where to look."""
    text = Page(http.get("/area/kent").text).text
    assert "I have no report on Kent" in text
    assert "reports.ofsted.gov.uk" in text


@pytest.mark.parametrize("name", ["Kent", "E10000016", "kent-county-council", "KENT", "dover"])
def test_other_names_lead_to_the_page(http, name):
    """Any name that means one area leads to its one address."""
    answer = http.get(f"/area/{name}")
    assert (answer.status_code, answer.headers["location"]) == (301, "/area/kent")


@pytest.mark.parametrize("name", ["newcastle", "bedfordshire", "%3Cscript%3Ealert(1)%3C%2Fscript%3E", "..%2F..%2Fetc"])
def test_a_name_of_several_or_none_leads_nowhere_else(http, name):
    """A shared name never leads to one of its areas, and markup in a name never becomes markup."""
    answer = http.get(f"/area/{name}")
    assert answer.status_code == 404
    assert "<script>alert" not in answer.text


def test_a_page_is_good_to_share(http):
    """Its title, description and address say what it is."""
    page = Page(http.get("/area/bedford").text)
    shared = {meta.get("property"): meta["content"] for meta in page.all("meta") if "property" in meta}
    assert shared["og:title"] == "SEND inspection of Bedford"
    assert "outcome 1 of 3" in shared["og:description"]
    assert shared["og:url"].endswith("/area/bedford")
