"""The published weights in the form that CTranslate2 runs, without PyTorch.

The shape of the network (six layers, twelve heads, absolute positions, norms after each part) is that of
BERT: Devlin et al. 2019, https://arxiv.org/abs/1810.04805.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from ctranslate2.converters.utils import fuse_linear
from ctranslate2.specs import common_spec, transformer_spec
from safetensors.numpy import load_file

LAYERS, HEADS = 6, 12
NORM_EPSILON = 1e-12

Weights = dict[str, np.ndarray]


def convert(folder: Path, target: Path) -> None:
    """Writes the model of the weights in `folder` to the existing folder `target`."""
    weights = load_file(str(folder / "model.safetensors"))
    spec = _network()
    _fill_embeddings(spec.encoder, weights)
    for number, layer in enumerate(spec.encoder.layer):
        _fill_layer(layer, weights, f"encoder.layer.{number}.")
    spec.register_vocabulary((folder / "vocab.txt").read_text(encoding="utf-8").split("\n")[:-1])
    spec.config.unk_token = "[UNK]"
    spec.config.layer_norm_epsilon = NORM_EPSILON
    spec.validate()
    spec.optimize(quantization=None)
    spec.save(str(target))


def _network() -> transformer_spec.TransformerEncoderModelSpec:
    encoder = transformer_spec.TransformerEncoderSpec(
        LAYERS,
        HEADS,
        pre_norm=False,
        activation=common_spec.Activation.GELU,
        layernorm_embedding=True,
        num_source_embeddings=2,
        embeddings_merge=common_spec.EmbeddingsMerge.ADD,
    )
    encoder.scale_embeddings = False
    return transformer_spec.TransformerEncoderModelSpec(encoder, pooling_layer=False)


def _fill_embeddings(encoder, weights: Weights) -> None:
    encoder.embeddings[0].weight = weights["embeddings.word_embeddings.weight"]
    encoder.embeddings[1].weight = weights["embeddings.token_type_embeddings.weight"]
    encoder.position_encodings.encodings = weights["embeddings.position_embeddings.weight"]
    _fill(encoder.layernorm_embedding, weights, "embeddings.LayerNorm", "gamma", "beta")


def _fill_layer(layer, weights: Weights, name: str) -> None:
    parts = [common_spec.LinearSpec() for _ in range(3)]
    for part, which in zip(parts, ("query", "key", "value"), strict=True):
        _fill(part, weights, f"{name}attention.self.{which}")
    fuse_linear(layer.self_attention.linear[0], parts)
    _fill(layer.self_attention.linear[1], weights, f"{name}attention.output.dense")
    _fill(layer.self_attention.layer_norm, weights, f"{name}attention.output.LayerNorm", "gamma", "beta")
    _fill(layer.ffn.linear_0, weights, f"{name}intermediate.dense")
    _fill(layer.ffn.linear_1, weights, f"{name}output.dense")
    _fill(layer.ffn.layer_norm, weights, f"{name}output.LayerNorm", "gamma", "beta")


def _fill(part, weights: Weights, name: str, weight: str = "weight", bias: str = "bias") -> None:
    setattr(part, weight, weights[f"{name}.weight"])
    setattr(part, bias, weights[f"{name}.bias"])
