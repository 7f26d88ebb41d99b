"""All pages of a real server, read without JavaScript."""

from __future__ import annotations

import pytest

from bot.server.headers import SECURITY_HEADERS
from tests.bot.pages.reading import Page, check

PAGES = [
    "/",
    "/?colour=%23aa2200&position=left&area=E10000016",
    "/ask",
    "/ask?c=ask:area.outcome:E10000016",
    "/areas",
    "/areas?q=kent",
    "/areas?q=nowhere",
    "/area/kent",
    "/area/bedford",
    "/area/hertfordshire",
    "/privacy",
    "/privacy/young-people",
    "/accessibility",
    "/no/such/page",
    "/area/atlantis",
]
OTHERS = ["/widget.js", "/charts/national_outcomes.png", "/webhooks/rest/", "/web/history", "/static/none.css"]


@pytest.mark.parametrize("path", PAGES)
def test_every_page_is_whole(http, path):
    """Each page is complete, named and labelled, and loads nothing from elsewhere."""
    answer = http.get(path)
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    check(Page(answer.text))


@pytest.mark.parametrize("path", [*PAGES, *OTHERS])
def test_every_answer_is_secured(http, path):
    """Each answer carries the security headers, and none sets a cookie."""
    headers = http.get(path).headers
    for name, value in SECURITY_HEADERS.items():
        if name != "cross-origin-resource-policy":
            assert headers[name] == value
    assert headers["cross-origin-resource-policy"] in ("same-origin", "cross-origin")
    assert "set-cookie" not in headers


def test_the_policy_is_strict():
    """Our own scripts, styles, pictures and requests only; no frames, no plug-ins, no other base."""
    parts = dict(part.split(" ", 1) for part in SECURITY_HEADERS["content-security-policy"].split("; "))
    assert parts.pop("default-src") == "'none'"
    assert parts.pop("frame-ancestors") == parts.pop("base-uri") == "'none'"
    assert set(parts) == {"script-src", "style-src", "img-src", "connect-src", "form-action"}
    assert set(parts.values()) == {"'self'"}


def test_every_link_leads_somewhere(http):
    """Every link of ours on every page leads to a page."""
    found = {link for path in PAGES for link in Page(http.get(path).text).links()}
    ours = {link.split("#")[0] for link in found if link.startswith("/")}
    assert len(ours) > 160
    for link in sorted(ours):
        if not link.startswith("/ask?c"):
            assert http.get(link).status_code == 200, link


@pytest.mark.parametrize(("path", "status"), [("/no/such/page", 404), ("/area/atlantis", 404), ("/area/", 404)])
def test_a_missing_page_says_where_to_go(http, path, status):
    """A page that is not there says so and leads on."""
    answer = http.get(path)
    assert answer.status_code == status
    assert {"/areas", "/ask"} <= set(Page(answer.text).links())


def test_pages_are_sent_small(http):
    """Pages are compressed for browsers that can read that."""
    packed = http.get("/areas", headers={"accept-encoding": "gzip"})
    plain = http.get("/areas", headers={"accept-encoding": "identity"})
    assert packed.headers["content-encoding"] == "gzip"
    assert packed.text == plain.text
    assert int(packed.headers["content-length"]) < len(plain.content) / 3


def test_styles_are_cached_for_ever(http):
    """The style sheet is named by its content, kept for ever, and not sent again when the browser has it."""
    (path,) = [link["href"] for link in Page(http.get("/").text).all("link") if link["rel"] == "stylesheet"]
    first = http.get(path)
    assert "immutable" in first.headers["cache-control"]
    again = http.get(path, headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_programs_still_get_json(http):
    """The REST channel answers errors as JSON, not as a page."""
    assert http.get("/webhooks/none").json()["status"] == 404
