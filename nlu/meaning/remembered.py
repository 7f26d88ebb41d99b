"""Vectors of texts that were encoded before, so that training encodes each example once."""

from __future__ import annotations

import hashlib
import logging
import os
from collections.abc import Sequence
from pathlib import Path
from zipfile import BadZipFile

import numpy as np

from nlu.meaning.encoder import LONGEST, SIZE, SentenceEncoder
from nlu.meaning.weights import SHA_256

FILE = f"vectors-{SHA_256[:8]}-{LONGEST}.npz"
FOLDER_SETTING = "MODELS_DIR"
ENCODED = "encoded %d of %d texts"
logger = logging.getLogger(__name__)
_DEFAULT = Path(__file__).resolve().parents[2] / "models"


def remembered_vectors(
    encoder: SentenceEncoder,
    texts: Sequence[str],
    folder: Path | None = None,
) -> np.ndarray:
    """One row a text. Those not in the file of `folder` (MODELS_DIR by default) are encoded and added to it.

    Encoding is logged as it goes, with how many of how many are done, for whoever shows progress.
    """
    path = (folder or Path(os.environ.get(FOLDER_SETTING) or _DEFAULT)) / FILE
    keys = [hashlib.sha256(text.encode()).hexdigest()[:24] for text in texts]
    known = _read(path)
    missing = {key: text for key, text in zip(keys, texts, strict=True) if key not in known}
    if missing:
        rows = encoder.vectors(list(missing.values()), _Count(len(missing)))
        known.update(zip(missing, rows.astype(np.float16), strict=True))
        _write(path, known)
    return np.stack([known[key] for key in keys]).astype(np.float32)


def _read(path: Path) -> dict[str, np.ndarray]:
    try:
        with np.load(path) as kept:
            names, rows = kept["names"], kept["rows"]
    except (OSError, ValueError, KeyError, BadZipFile):  # absent, or cut short by a crash: it is made again
        return {}
    return dict(zip(names.tolist(), rows, strict=True)) if rows.shape[1:] == (SIZE,) else {}


def _write(path: Path, known: dict[str, np.ndarray]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    half_done = path.with_name(f"{path.name}-{os.getpid()}.npz")
    np.savez(half_done, names=np.array(list(known)), rows=np.stack(list(known.values())))
    half_done.replace(path)


class _Count:
    """Logs how far encoding has come."""

    def __init__(self, total: int):
        self._total, self._ready = total, 0

    def __call__(self, ready: int) -> None:
        self._ready += ready
        logger.info(ENCODED, self._ready, self._total)
