"""How old a reader must be for a text, by several formulas computed offline."""

from __future__ import annotations

import re
from pathlib import Path
from statistics import median

import readability
import yaml

from knowledge.outcomes import read_outcomes

RULES = yaml.safe_load(Path(__file__).with_suffix(".yml").read_text(encoding="utf-8"))
EXEMPT = re.compile(rf"\b(?:{RULES['exempt'].replace(' |', '|').replace('| ', '|')})\b", re.IGNORECASE)
FORMULAS = ("Kincaid", "ARI", "Coleman-Liau", "SMOGIndex")
SCHOOL_STARTS_AT = 5
"""Each formula gives a school grade of the United States; a child in grade n is about n + 5."""


def sentences(text: str) -> list[str]:
    """The sentences to measure: official sentences and links left out, exempt names made one short word."""
    for outcome in read_outcomes().values():
        text = text.replace(outcome.official, "").replace('""', "")
    text = EXEMPT.sub("name", re.sub(r"https?://\S+", "", text))
    parts = re.split(r"(?<=[.!?:])\s+|\n+", text)
    return [part.strip() for part in parts if re.search("[A-Za-z]", part)]


def words(sentence: str) -> list[str]:
    """The words of a sentence."""
    return re.findall(r"[A-Za-z0-9]+(?:['’-][A-Za-z0-9]+)*", sentence)


def reading_age(text: str) -> float:
    """The median over the formulas, in years."""
    measured = [" ".join([*words(sentence), "."]) for sentence in sentences(text)]
    grades = readability.getmeasures("\n".join(measured), lang="en")["readability grades"]
    return median(grades[formula] for formula in FORMULAS) + SCHOOL_STARTS_AT


def longest_sentence(text: str) -> int:
    """The words in the longest sentence."""
    return max(len(words(sentence)) for sentence in sentences(text))
