"""The encoder's network written out in NumPy, to compare with: BERT as published, mean over tokens."""

from __future__ import annotations

import numpy as np
from scipy.special import erf

Weights = dict[str, np.ndarray]


def vector(weights: Weights, ids: list[int]) -> np.ndarray:
    """The vector of one text, of length 1, from its token ids."""
    words = weights["embeddings.word_embeddings.weight"][ids]
    places = weights["embeddings.position_embeddings.weight"][: len(ids)]
    state = norm(
        words + places + weights["embeddings.token_type_embeddings.weight"][0], weights, "embeddings.LayerNorm"
    )
    for number in range(6):
        state = layer(state, weights, f"encoder.layer.{number}.")
    mean = state.mean(axis=0)
    return mean / np.linalg.norm(mean)


def layer(state: np.ndarray, weights: Weights, name: str) -> np.ndarray:
    """One layer: attention and feed-forward, each added and normed."""
    attended = linear(attention(state, weights, name), weights, f"{name}attention.output.dense")
    state = norm(state + attended, weights, f"{name}attention.output.LayerNorm")
    inner = linear(state, weights, f"{name}intermediate.dense")
    inner = 0.5 * inner * (1 + erf(inner / np.sqrt(2)))
    return norm(state + linear(inner, weights, f"{name}output.dense"), weights, f"{name}output.LayerNorm")


def attention(state: np.ndarray, weights: Weights, name: str) -> np.ndarray:
    """Twelve heads of scaled dot-product attention."""
    parts = [linear(state, weights, f"{name}attention.self.{which}") for which in ("query", "key", "value")]
    query, key, value = (part.reshape(len(state), 12, 32).transpose(1, 0, 2) for part in parts)
    scores = query @ key.transpose(0, 2, 1) / np.sqrt(32)
    scores = np.exp(scores - scores.max(axis=-1, keepdims=True))
    mixed = scores / scores.sum(axis=-1, keepdims=True) @ value
    return mixed.transpose(1, 0, 2).reshape(len(state), -1)


def linear(state: np.ndarray, weights: Weights, name: str) -> np.ndarray:
    """A linear map with bias."""
    return state @ weights[f"{name}.weight"].T + weights[f"{name}.bias"]


def norm(state: np.ndarray, weights: Weights, name: str) -> np.ndarray:
    """Layer normalisation."""
    centred = state - state.mean(axis=-1, keepdims=True)
    scaled = centred / np.sqrt((centred**2).mean(axis=-1, keepdims=True) + 1e-12)
    return scaled * weights[f"{name}.weight"] + weights[f"{name}.bias"]
