"""The papers for operators tell the truth about the program, as far as a program can check that."""

from __future__ import annotations

import csv
import re
from html import unescape

import pytest
from jinja2 import Environment, FileSystemLoader

from bot.settings import ROOT, Settings
from knowledge.retention import declared
from tests.knowledge.plain_language import RULES, longest_sentence, reading_age

PAPERS = ROOT / "docs" / "papers"
TEMPLATES = ROOT / "bot" / "pages" / "templates"
DPIA = (PAPERS / "dpia.md").read_text(encoding="utf-8")
SAFEGUARDING = (PAPERS / "safeguarding.md").read_text(encoding="utf-8")
NOTICES = {"privacy-notice.md": "privacy.html", "privacy-notice-young-people.md": "privacy_young_people.html"}
STANDARDS = (
    "Best interests of the child",
    "Data protection impact assessments",
    "Age appropriate application",
    "Transparency",
    "Detrimental use of data",
    "Policies and community standards",
    "Default settings",
    "Data minimisation",
    "Data sharing",
    "Geolocation",
    "Parental controls",
    "Profiling",
    "Nudge techniques",
    "Connected toys and devices",
    "Online tools",
)
PATH = re.compile(r"`((?:actions|bot|docs|knowledge|nlu|tests)/[\w./-]+)`")
LINK = re.compile(r"\]\((?!http)([^)#]+)\)")
PERSONAL = [model.__tablename__ for model, privacy in declared() if privacy.personal]
PHONE = re.compile(r"(?<![\d-])\d{3,5}(?: \d{3,4})*(?![\d-])")


def paper(name: str) -> str:
    """The text of a paper without its note for the operator, with straight quotes."""
    text = (PAPERS / name).read_text(encoding="utf-8")
    return _straight(re.sub(r"\n\*[^*]+\*\n", "\n", text))


def page(template: str) -> str:
    """The words of a page with the settings' defaults, one thing a line, with straight quotes."""
    settings = {name: field.default for name, field in Settings.__fields__.items()}
    times = {"quiet": "1 hour", "chat": "2 hours"}
    assert (settings["session_minutes"], settings["web_session_minutes"]) == (60, 120)
    block = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True).get_template(template).blocks["main"]
    context = {**times, "days": settings["retention_days"], "postcodes": settings["postcodes_api"]}
    html = "".join(block(Environment().from_string("").new_context(context)))
    return _straight(unescape(re.sub(r"<[^>]+>", "", html)))


def _straight(text: str) -> str:
    return text.translate(str.maketrans("“”’", '""\''))


def bullets(text: str) -> list[str]:
    """The items of all lists, each as one line of words without Markdown."""
    items = re.findall(r"^- (.+(?:\n  .+)*)", text, re.MULTILINE)
    plain = (re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", " ".join(item.split())) for item in items)
    return [item.replace("`", "") for item in plain if "*" not in item]


@pytest.mark.parametrize("table", PERSONAL)
def test_every_table_about_people_is_in_the_assessment(table):
    """Each table that can hold something about a person has a row in the impact assessment."""
    assert re.search(rf"^\| `{table}` \|", DPIA, re.MULTILINE), f"docs/papers/dpia.md says nothing of {table}"


def test_the_15_standards_are_headed():
    """All standards of the Children's Code are there in its order, each with what is done, where, and what is left."""
    assert re.findall(r"^### \d+\. (.+)$", DPIA, re.MULTILINE) == list(STANDARDS)
    parts = re.split(r"^### .+$", DPIA.split("## To sign")[0], flags=re.MULTILINE)[1:]
    for name, part in zip(STANDARDS, parts, strict=True):
        assert re.findall(r"^- \*(\w+):\*", part, re.MULTILINE) == ["Done", "Where", "Operator"], name


@pytest.mark.parametrize("name", sorted(path.name for path in PAPERS.glob("*.md")))
def test_what_a_paper_names_is_there(name):
    """Each file and link of a paper exists, but for what is still awaited."""
    text = (PAPERS / name).read_text(encoding="utf-8")
    missing = {path for path in PATH.findall(text) if not (ROOT / path).exists()}
    assert not missing
    assert [link for link in LINK.findall(text) if not (PAPERS / link).resolve().exists()] == []


def test_settings_that_papers_name_exist():
    """Each setting named in capitals is one of ours."""
    for path in PAPERS.glob("*.md"):
        for name in re.findall(r"`([A-Z]+(?:_[A-Z]+)+)[=`]", path.read_text(encoding="utf-8")):
            assert name.lower() in Settings.__fields__, f"{path.name}: {name}"


@pytest.mark.parametrize(("name", "template"), NOTICES.items())
def test_paper_and_page_say_the_same(name, template):
    """Every item of a privacy notice stands on its page in the same words, with the default times."""
    shown = " ".join(page(template).split())
    items = bullets(paper(name))
    assert len(items) >= 12
    assert [item for item in items if item not in shown] == []


@pytest.mark.parametrize(
    ("name", "rules"), [*zip(NOTICES, ("standard", "easy_read"), strict=True), ("safeguarding.md", "standard")]
)
def test_papers_are_plain(name, rules):
    """Notices and the safeguarding page read at the age of the answers; the one for young people at 9."""
    prose = "\n".join(line for line in paper(name).splitlines() if not line.startswith(("|", "#", "**")))
    text = "\n".join(re.sub(r"\s+", " ", part) for part in re.split(r"\n\s*\n|\n(?=- |\d\. )", prose))
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)|[*`]", r"\1", text)
    assert reading_age(text) <= RULES[rules]["age"]
    if rules == "easy_read":
        assert longest_sentence(text) <= RULES[rules]["longest"]


def test_numbers_of_the_safeguarding_page_are_on_record():
    """Every number in its table stands in the file of help contacts."""
    with (ROOT / "knowledge" / "data" / "help_contacts.csv").open(encoding="utf-8", newline="") as file:
        known = {number for row in csv.DictReader(file) for number in (row["phone"], row["text"]) if number}
    table = SAFEGUARDING.split("## The numbers")[1].split("## What it misses")[0]
    said = {
        number for row in re.findall(r"^\| [^|]+ \| ([^|]+) \|", table, re.MULTILINE) for number in PHONE.findall(row)
    }
    assert len(said) >= 6
    assert {number for number in said if not any(number in one for one in known)} == set()
