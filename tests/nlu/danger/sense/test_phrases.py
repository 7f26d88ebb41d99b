"""Reading the phrases that the sense of danger learns from."""

from __future__ import annotations

import pytest

from nlu.danger import KINDS
from nlu.danger.errors import BadWordList
from nlu.danger.sense.phrases import read_phrases


def test_every_set_has_every_kind():
    """Each writer's set has phrases of every kind, and look-alikes."""
    for one in read_phrases():
        assert {kind for kind, _ in one.danger} == set(KINDS)
        assert len(one.alike) > 100


@pytest.mark.parametrize("text", ["stealing: [he took it]", "- no kinds", "abuse: [", ""])
def test_a_file_with_other_kinds_is_refused(tmp_path, text):
    """A file without kinds, with unknown ones or that can't be read is refused with its path."""
    (tmp_path / "x_danger.yml").write_text(text)
    (tmp_path / "x_alike.yml").write_text("[one]")
    with pytest.raises(BadWordList, match=r"x_danger\.yml"):
        read_phrases(tmp_path)
