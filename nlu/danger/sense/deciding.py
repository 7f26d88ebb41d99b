"""What rules found and what was sensed, made into one decision."""

from __future__ import annotations

from dataclasses import replace

from nlu.danger.detector import Danger
from nlu.danger.sense.reading import Sensed
from nlu.danger.sense.weights import Weights, read_weights

ENGLISH = "en"


def decide(ruled: Danger | None, sensed: Sensed | None, weights: Weights | None = None) -> Danger | None:
    """The danger of a message; None when there is none.

    What rules find is never passed over: where the sense has doubts, help is said first and the question answered as
    well (`sure` is False). Rules of other languages decide alone: the sense reads English only.
    """
    weights = weights or read_weights()
    if sensed is None or (ruled and ruled.language not in (None, ENGLISH)):
        return ruled
    likely, possible = sensed.share >= weights.sure_from, sensed.share >= weights.possible_from
    if ruled:
        return replace(ruled, sure=likely or (possible and not ruled.broad))
    return Danger(sensed.kinds, None, sure=likely) if possible else None
