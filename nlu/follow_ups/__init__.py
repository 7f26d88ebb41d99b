"""Short messages that mean something only after what was said before: "why?", "is that bad?", "yes"."""

from nlu.follow_ups.reading import KINDS, follow_up, is_kind

__all__ = ["KINDS", "follow_up", "is_kind"]
