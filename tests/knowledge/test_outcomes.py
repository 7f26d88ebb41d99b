"""The outcomes are quoted exactly; nobody may reword them."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from knowledge.errors import BadFile
from knowledge.loading.load import BUNDLED
from knowledge.outcomes import read_outcomes
from knowledge.topics import all_topics

OFFICIAL = {
    1: "The local area partnership's special educational needs and/or disabilities (SEND) arrangements typically"
    " lead to positive experiences and outcomes for children and young people with SEND. The local area partnership"
    " is taking action where improvements are needed.",
    2: "The local area partnership's arrangements lead to inconsistent experiences and outcomes for children and"
    " young people with special educational needs and/or disabilities (SEND). The local area partnership must work"
    " jointly to make improvements.",
    3: "There are widespread and/or systemic failings leading to significant concerns about the experiences and"
    " outcomes of children and young people with special educational needs and/or disabilities (SEND) which the"
    " local area partnership must address urgently.",
}
ENTRY = "name: a\nofficial: b\nplain: c\ntold_to: d\nsource: e\ntopic: f\n".replace("\n", "\n  ")


def test_there_are_three_outcomes_in_official_words():
    """The official words are exactly those printed in the reports of Bedford, Essex and Nottinghamshire."""
    assert {number: outcome.official for number, outcome in read_outcomes().items()} == OFFICIAL


@pytest.mark.parametrize(
    ("number", "source"), [(1, "bedford_report_2025"), (2, "essex_report_2026"), (3, "nottinghamshire_report_2023")]
)
def test_each_outcome_names_the_report_it_is_quoted_from(number, source):
    """The source of each outcome is a report on record in sources.csv."""
    with (BUNDLED / "sources.csv").open(encoding="utf-8", newline="") as handle:
        known = {row["id"] for row in csv.DictReader(handle)}
    assert read_outcomes()[number].source == source
    assert source in known


@pytest.mark.parametrize("number", [1, 2, 3])
def test_each_outcome_has_a_topic_that_quotes_it(number):
    """The topic of an outcome exists, and its standard answer or facts hold the official words."""
    topic = all_topics()[read_outcomes()[number].topic]
    texts = [topic.standard, *(fact.says for fact in topic.facts)]
    assert any(OFFICIAL[number] in " ".join(text.split()) for text in texts)


@pytest.mark.parametrize("number", [1, 2, 3])
def test_plain_words_hold_no_school_grade(number):
    """The plain words never use the grades that schools used to get."""
    outcome = read_outcomes()[number]
    words = f"{outcome.name} {outcome.plain} {outcome.told_to}".lower()
    assert not [grade for grade in ("outstanding", "requires improvement", "inadequate") if grade in words]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("1: [", "flow"),
        (f"one:\n  {ENTRY}", "invalid literal"),
        ("1:\n  name: a\n", "official"),
        (f"1:\n  {ENTRY}grade: good\n", "grade"),
        ("- 1\n- 2\n", "items"),
    ],
)
def test_a_bad_file_is_named_with_the_reason(tmp_path: Path, text, reason):
    """A file that is not three entries of the right keys raises BadFile with its name and the reason."""
    path = tmp_path / "outcomes.yml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BadFile, match=reason) as caught:
        read_outcomes(path)
    assert caught.value.file == str(path)
