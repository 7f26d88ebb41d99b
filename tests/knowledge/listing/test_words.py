"""The words lists are asked for by."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from knowledge.errors import BadFile
from knowledge.listing.words import read_phrases, read_words, split
from knowledge.models import LocalArea


def test_every_region_can_be_asked_for(bundled_store):
    """The regions of the file are those of the areas on record, all nine."""
    with bundled_store.session() as session:
        on_record = set(session.scalars(select(LocalArea.region)))
    assert set(read_words()["regions"]) == on_record
    assert len(on_record) == 9


def test_regions_named_together_exist():
    """Words for several regions name regions of the file."""
    words = read_words()
    assert {region for entry in words["several_regions"] for region in entry["regions"]} <= set(words["regions"])


def test_no_phrase_means_two_outcomes():
    """A phrase stands for one outcome at most, and for one place at most."""
    for section in ("outcomes", "regions", "kinds", "orders"):
        for phrase, meanings in read_phrases().items():
            values = {value for name, value in meanings if name == section}
            assert len(values) <= 1, f"{' '.join(phrase)} means {values}"


def test_apostrophes_and_signs_do_not_matter():
    """Words are compared without apostrophes, capitals and hyphens."""
    assert split("Haven't been—Y&H, North-East?") == ("havent", "been", "y", "and", "h", "north", "east")


def test_a_broken_file_is_named(tmp_path):
    """A file that is no YAML, or lacks a section, is refused by its name."""
    broken, empty = tmp_path / "broken.yml", tmp_path / "empty.yml"
    broken.write_text("regions: [", encoding="utf-8")
    empty.write_text("regions: {}", encoding="utf-8")
    for path in (broken, empty):
        with pytest.raises(BadFile, match=path.name):
            read_phrases(path)
