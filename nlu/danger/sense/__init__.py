"""A learned sense of danger beside the rules: it also hears what no rule has words for (docs/decisions/0018)."""

from nlu.danger.sense.deciding import decide
from nlu.danger.sense.reading import DangerSense, Sensed

__all__ = ["DangerSense", "Sensed", "decide"]
