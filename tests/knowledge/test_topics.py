"""Topic files: what is refused, and that every bundled one is whole."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from knowledge.errors import BadFile
from knowledge.loading.load import BUNDLED
from knowledge.topics import FOLDER, all_topics, read_topic

PATHS = sorted(FOLDER.glob("*/*.yml"))
IDS = [f"{path.parent.name}.{path.stem}" for path in PATHS]
LOOK_UPS = {
    "area.outcome",
    "area.survey",
    "area.next_inspection",
    "area.findings",
    "area.history",
    "area.local_offer",
    "area.sendiass",
    "area.parent_carer_forum",
    "area.report_inspection",
    "area.compare",
    "area.list",
    "area.set",
    "area.not_england",
    "notify.subscribe",
    "notify.unsubscribe",
    "notify.list",
    "glossary",
}
GOOD = """\
id: views.how
title: How do I give my views?
standard: Answer the survey when it is open.
easy_read: Fill in the survey.
facts:
- says: There is a survey.
  sources:
  - guide
  - report
  confidence: A
- says: It is short.
  sources:
  - guide
  confidence: B
"""


@pytest.fixture
def topic_file(tmp_path) -> Path:
    """The path of a topic views.how, not written yet."""
    (tmp_path / "views").mkdir()
    return tmp_path / "views" / "how.yml"


@pytest.fixture(scope="module")
def source_ids() -> set[str]:
    """The ids in sources.csv."""
    with (BUNDLED / "sources.csv").open(encoding="utf-8", newline="") as handle:
        return {row["id"] for row in csv.DictReader(handle)}


def test_a_good_file_is_read(topic_file):
    """A whole file gives a topic whose sources come once each, in the order of the facts."""
    topic_file.write_text(GOOD, encoding="utf-8")
    topic = read_topic(topic_file)
    assert (topic.id, topic.title) == ("views.how", "How do I give my views?")
    assert topic.source_ids == ["guide", "report"]
    assert (topic.related, topic.never_say, topic.editor_note) == ([], [], "")


@pytest.mark.parametrize(
    ("old", "new", "key", "reason"),
    [
        ("title: How do I give my views?\n", "", "title", "field required"),
        ("easy_read: Fill in the survey.\n", "", "easy_read", "field required"),
        ("facts:", "mood: good\nfacts:", "mood", "extra fields not permitted"),
        ("standard: Answer the survey when it is open.", "standard: Yes.", "standard", "at least 10 characters"),
        ("  - guide\n  - report\n", "", "facts.0.sources", "none is not an allowed value"),
        ("  sources:\n  - guide\n  confidence: B", "  sources: []\n  confidence: B", "facts.1.sources", "at least 1"),
        ("confidence: B", "confidence: D", "facts.1.confidence", "does not match"),
        ("confidence: B", "confidence: B\n  sure: yes", "facts.1.sure", "extra fields not permitted"),
        ("id: views.how", "id: Views how", "id", "does not match"),
        ("id: views.how", "id: views.when", "id", "the file's place says views.how"),
        (GOOD, "- a list\n", "", "dict"),
        (GOOD, "", "", "dict"),
    ],
)
def test_a_bad_key_is_named(topic_file, old, new, key, reason):
    """A file against the schema raises BadFile with the file, the key and the reason."""
    assert old in GOOD
    topic_file.write_text(GOOD.replace(old, new), encoding="utf-8")
    with pytest.raises(BadFile) as caught:
        read_topic(topic_file)
    assert caught.value.file == str(topic_file)
    assert str(caught.value).startswith(f"{topic_file}: key {key}")
    assert reason in caught.value.reason


@pytest.mark.parametrize("content", [b"id: [", b"title: \xff\xfe", b"standard: *nothing", b"a: b: c"])
def test_a_file_that_is_not_yaml_is_named(topic_file, content):
    """A file that is not YAML in UTF-8 raises BadFile with the file and the reason."""
    topic_file.write_bytes(content)
    with pytest.raises(BadFile, match="is not YAML") as caught:
        read_topic(topic_file)
    assert caught.value.file == str(topic_file)


def test_one_bad_file_stops_them_all(topic_file):
    """A folder with a bad file is not read in part."""
    topic_file.write_text(GOOD, encoding="utf-8")
    topic_file.with_name("when.yml").write_text(GOOD, encoding="utf-8")
    with pytest.raises(BadFile, match=r"when\.yml.*id"):
        all_topics(topic_file.parent.parent)


def test_every_bundled_topic_loads():
    """Every file in the folder becomes a topic under its own id."""
    assert len(IDS) > 100
    assert [(topic_id, topic.id) for topic_id, topic in all_topics().items()] == [(one, one) for one in IDS]


def test_titles_are_told_apart():
    """No two topics have the same title, since titles are offered as choices."""
    titles = [topic.title.lower() for topic in all_topics().values()]
    assert sorted(titles) == sorted(set(titles))


@pytest.mark.parametrize("topic_id", IDS)
def test_sources_are_on_record(topic_id, source_ids):
    """Every source id of a topic is in knowledge/data/sources.csv."""
    assert set(all_topics()[topic_id].source_ids) <= source_ids


@pytest.mark.parametrize("topic_id", IDS)
def test_related_topics_exist(topic_id):
    """Every related id is another topic or one of the look-ups, named once."""
    related = all_topics()[topic_id].related
    assert [one for one in related if one not in LOOK_UPS and one not in IDS] == []
    assert len(related) == len(set(related))
    assert topic_id not in related


def test_nothing_is_left_to_do():
    """No topic file holds a note of unfinished work."""
    unfinished = re.compile(r"\b(?:TODO|FIXME|TBC|XXX|lorem ipsum)\b", re.IGNORECASE)
    assert [path for path in PATHS if unfinished.search(path.read_text(encoding="utf-8"))] == []
