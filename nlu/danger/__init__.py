"""Danger first: words about self-harm, abuse, danger, a missing child or an emergency, found by rules alone."""

from nlu.danger.detector import KINDS, Danger, DangerDetector, read_detector

__all__ = ["KINDS", "Danger", "DangerDetector", "read_detector"]
