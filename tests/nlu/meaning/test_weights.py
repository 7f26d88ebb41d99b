"""Only the weights that were measured are used."""

from __future__ import annotations

import shutil

import pytest

from nlu.meaning import weights


def test_the_locked_package_has_them(monkeypatch):
    """Without a setting the weights of the locked package are found, by their hash."""
    monkeypatch.delenv(weights.SETTING, raising=False)
    assert weights.find().parent.name == weights.PACKAGE


def test_a_folder_can_be_named(folder, tmp_path, monkeypatch):
    """A folder named in the setting is used when it holds the same weights."""
    for name in weights.FILES:
        shutil.copy(folder / name, tmp_path / name)
    monkeypatch.setenv(weights.SETTING, str(tmp_path))
    assert weights.find() == tmp_path


def test_other_weights_are_refused(folder, tmp_path, monkeypatch):
    """One byte of difference is refused, and the message names file, both hashes and the setting."""
    for name in weights.FILES:
        shutil.copy(folder / name, tmp_path / name)
    with (tmp_path / weights.FILES[0]).open("r+b") as handle:
        handle.seek(1000)
        handle.write(b"\x00\xff")
    monkeypatch.setenv(weights.SETTING, str(tmp_path))
    with pytest.raises(weights.WrongWeights) as raised:
        weights.find()
    assert all(part in str(raised.value) for part in (weights.FILES[0], weights.SHA_256, weights.SETTING))


def test_an_empty_folder_is_refused(tmp_path, monkeypatch):
    """A folder that lacks a file is refused by the file's name, not passed over in silence."""
    monkeypatch.setenv(weights.SETTING, str(tmp_path))
    with pytest.raises(weights.WrongWeights, match=weights.FILES[0]):
        weights.find()


def test_it_can_be_switched_off(monkeypatch):
    """`off` goes without the encoder."""
    monkeypatch.setenv(weights.SETTING, "off")
    assert weights.find() is None


def test_an_absent_package_means_none(monkeypatch):
    """Where no package brings the weights there are none, and no error."""
    monkeypatch.delenv(weights.SETTING, raising=False)
    monkeypatch.setattr(weights, "PACKAGE", "a_package_that_is_not_there")
    assert weights.find() is None
