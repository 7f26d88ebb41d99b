"""Making a `Reader` from the names of areas and the example questions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from knowledge.loading.load import BUNDLED
from nlu.areas import AreaFinder, NameIndex, read_names
from nlu.meaning import weights
from nlu.meaning.encoder import SentenceEncoder, open_encoder
from nlu.text import key
from nlu.topics.cascade import TopicCascade
from nlu.topics.wording import masked

WORDS_NEAR_NAMES = "words_near_names.txt"


def learn_vocabulary(questions: Sequence[str], folder: Path = BUNDLED) -> frozenset[str]:
    """Ordinary words that are never a misspelt place: those used twice in the examples, and a list
    of English words that look like a place name with a slip."""
    counts = Counter(word for question in questions for word in key(question))
    near = (folder / WORDS_NEAR_NAMES).read_text(encoding="utf-8").split()
    return frozenset(word for word, count in counts.items() if count >= 2) | frozenset(near)


def train_finder(questions: Sequence[str], index: NameIndex | None = None) -> AreaFinder:
    """The area finder for these names, knowing the words of these questions."""
    return AreaFinder(index or read_names(), learn_vocabulary(questions))


def the_encoder(threads: int = 1) -> SentenceEncoder | None:
    """The sentence encoder, or None where its weights are absent. Raises WrongWeights."""
    folder = weights.find()
    return open_encoder(folder, threads) if folder else None


def train_cascade(
    finder: AreaFinder, examples: Sequence[tuple[str, str]], encoder: SentenceEncoder | None = None
) -> TopicCascade:
    """The topic cascade trained on (topic, question) pairs; first stage alone when there is no encoder."""
    wordings = [masked(question, finder.find(question)) for _, question in examples]
    return TopicCascade(encoder).fit(wordings, [topic for topic, _ in examples])
