"""A model that is missing, damaged or of another version."""

from __future__ import annotations

import shutil
import tarfile
from pathlib import Path

import pytest

from bot.command_line import preparing
from bot.engine import model
from bot.engine.start import build_agent
from bot.settings import Settings
from tests.conftest import TODAY


@pytest.fixture
def own(settings, trained_model, tmp_path) -> Settings:
    """Settings with a folder of models of the test's own, which holds the trained one."""
    shutil.copy(trained_model, tmp_path / trained_model.name)
    return Settings(database_url=settings.database_url, models_dir=tmp_path, today=TODAY, _env_file=None)


@pytest.fixture
def trainings(monkeypatch, trained_model) -> list[str]:
    """Training takes a minute, so here it brings the model of before; gives each time it was asked for."""
    asked = []

    def bring(models_dir, step):
        asked.append("trained")
        return Path(shutil.copy(trained_model, models_dir / trained_model.name))

    monkeypatch.setattr(model, "train", bring)
    return asked


@pytest.mark.parametrize("damage", ["cut short", "other bytes", "empty", "another archive"])
def test_a_damaged_model_is_said_and_trained_again(own, trainings, trained_model, tmp_path, capsys, damage):
    """A model that can't be loaded is named to the operator and made anew; then the assistant answers."""
    path = tmp_path / trained_model.name
    whole = path.read_bytes()
    if damage == "another archive":
        with tarfile.open(path, "w:gz") as archive:
            archive.add(__file__, "metadata.json")
    else:
        path.write_bytes({"cut short": whole[:50_000], "other bytes": b"\x00" * 5000, "empty": b""}[damage])
    agent = preparing.ready_agent(own, remember_in_database=False)
    assert agent.is_ready()
    assert trainings == ["trained"]
    said = " ".join(capsys.readouterr().err.split())
    assert "can't be loaded" in said
    assert "It is trained again." in said


def test_a_missing_model_is_trained(own, trainings, trained_model, tmp_path):
    """Without a model of the present sources, also beside one of other sources, one is trained."""
    (tmp_path / trained_model.name).rename(tmp_path / "0000000000000000.tar.gz")
    assert preparing.ready_model(own) == tmp_path / trained_model.name
    assert trainings == ["trained"]


def test_a_model_damaged_for_good_is_one_clear_error(own, tmp_path):
    """Loading it directly raises an error with its path and kind, and no values."""
    path = tmp_path / "broken.tar.gz"
    path.write_bytes(b"Zebedee Quuxington")
    with pytest.raises(model.UnusableModel, match=r"broken\.tar\.gz can't be loaded") as caught:
        build_agent(own, path, remember_in_database=False)
    assert "Quux" not in str(caught.value)
