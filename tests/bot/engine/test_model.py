"""Which model fits the sources."""

from __future__ import annotations

import pytest

from bot.engine import model


@pytest.fixture
def sources(tmp_path, monkeypatch):
    """Two source files in place of the project's own."""
    files = [tmp_path / "config.yml", tmp_path / "hello.txt"]
    for path in files:
        path.write_text("one")
    monkeypatch.setattr(model, "ROOT", tmp_path)
    monkeypatch.setattr(model, "source_files", lambda: iter(files))
    return files


def test_same_sources_same_model(sources, tmp_path):
    """The same sources give the same name, so that a later start trains nothing."""
    assert model.model_path(tmp_path) == model.model_path(tmp_path)


@pytest.mark.parametrize("index", [0, 1])
def test_any_change_asks_for_a_new_model(sources, index):
    """A change of any source gives another name."""
    before = model.fingerprint()
    sources[index].write_text("two")
    assert model.fingerprint() != before


def test_examples_rules_names_and_code_count_as_sources():
    """Examples, rules, names of areas, configuration and code of the pipeline are all sources."""
    names = {path.relative_to(model.ROOT).as_posix() for path in model.source_files()}
    assert {"config.yml", "bot/dialogue/rules.yml", "knowledge/data/area_names.csv", "nlu/questions.py"} <= names
    assert any(name.startswith("nlu/examples/") for name in names)
