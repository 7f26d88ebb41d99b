"""Public sets are read from a folder in the form they are published in."""

from __future__ import annotations

import json

import pytest

from bot.bench import accuracy, public_sets
from knowledge.errors import BadFile

TRAIN = [("card_lost", "I lost my card, what now?"), ("card_lost", "my card is gone"), ("top_up", "how do I top up")]
TRAIN += [("top_up", "add money to my account"), ("fees", "is there a fee"), ("fees", "what do you charge, and when?")]
TEST = [("card_lost", "I lost my card today"), ("top_up", "how do I top up please"), ("fees", "is there a fee to pay")]


@pytest.fixture
def folder(tmp_path):
    """Both sets in small."""
    (tmp_path / "banking77").mkdir()
    for name, pairs in (("train.csv", TRAIN), ("test.csv", TEST)):
        lines = ["text,category", *(f'"{text}",{topic}' for topic, text in pairs)]
        (tmp_path / "banking77" / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    (tmp_path / "clinc150").mkdir()
    data = {"train": [[t, c] for c, t in TRAIN], "test": [[t, c] for c, t in TEST], "oos_test": [["sing", "oos"]]}
    (tmp_path / "clinc150" / "data_full.json").write_text(json.dumps(data), encoding="utf-8")
    return tmp_path


def test_both_are_read(folder):
    """Each set gives its classes and texts, commas in a text kept."""
    banking, clinc = public_sets.read_all(folder)
    assert (banking.train, banking.test) == (TRAIN, TEST)
    assert (clinc.train, clinc.test) == (TRAIN, TEST)


def test_one_is_enough(folder, tmp_path):
    """A folder with one of the two gives that one."""
    (folder / "clinc150" / "data_full.json").unlink()
    (folder / "clinc150").rmdir()
    assert [one.name for one in public_sets.read_all(folder)] == ["Banking77"]


@pytest.mark.parametrize("text", ["not json", '{"train": []}', '{"train": [["one"]], "test": []}'])
def test_another_file_is_refused(folder, text):
    """A file of another shape is refused by its name."""
    (folder / "clinc150" / "data_full.json").write_text(text, encoding="utf-8")
    with pytest.raises(BadFile, match=r"data_full\.json"):
        public_sets.read_all(folder)


def test_an_empty_folder_is_refused(tmp_path):
    """A folder with neither says which folders it looked for."""
    with pytest.raises(BadFile, match="banking77, clinc150"):
        public_sets.read_all(tmp_path)


def test_the_cascade_is_scored(monkeypatch, tmp_path):
    """The share right is that of the first topic over all questions."""
    monkeypatch.setenv("MODELS_DIR", str(tmp_path))
    assert accuracy.of_cascade(TRAIN, TEST, with_encoder=False) == 1.0
    wrong = [("fees", "I lost my card today"), *TEST[1:]]
    assert accuracy.of_cascade(TRAIN, wrong, with_encoder=True) == pytest.approx(2 / 3)
