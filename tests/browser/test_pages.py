"""Our own pages in a real browser, each in every way people see them."""

from __future__ import annotations

import pytest

from tests.browser.checks import violations

PATHS = [
    "/",
    "/ask",
    "/ask?c=ask:area.outcome:E10000015",
    "/ask?c=ask:stats.national_outcomes&style=easy_read",
    "/ask?c=ask:crisis.self_harm",
    "/areas",
    "/areas?q=zz",
    "/area/hertfordshire",
    "/area/kent",
    "/privacy",
    "/privacy/young-people",
    "/accessibility",
    "/no/such/page",
]
WAYS = {
    "desk": {},
    "phone": {"viewport": {"width": 320, "height": 640}},
    "400 % zoom": {"viewport": {"width": 320, "height": 256}},
    "dark": {"color_scheme": "dark"},
    "forced colours": {"forced_colors": "active"},
    "no JavaScript": {"java_script_enabled": False},
}
SIDEWAYS = "document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth"


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("way", WAYS)
def test_every_page_in_every_way(browser, pages_server, path, way):
    """No axe violation with the full tag set and no scrolling sideways, on every page, in every way."""
    options = dict(WAYS[way])
    runs_scripts = options.pop("java_script_enabled", True)
    context = browser.new_context(java_script_enabled=runs_scripts, **options)
    page = context.new_page()
    complaints = []
    page.on("console", lambda message: message.type == "error" and complaints.append(message.text))
    page.goto(pages_server + path)
    page.wait_for_timeout(300)
    if runs_scripts:
        assert violations(page) == []
        assert page.evaluate(SIDEWAYS) <= 0
        assert [line for line in complaints if "404" not in line] == []
    else:
        assert page.locator("h1").is_visible()
        assert page.locator("textarea").first.is_visible() or path not in ("/", "/ask")
    assert context.cookies() == []
    context.close()
