"""Gives Rasa the example questions, one plain text file a topic, as its training data."""

from __future__ import annotations

from rasa.shared.importers.rasa import RasaFileImporter
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from nlu.examples import read_examples
from nlu.intents import ANSWER

TOPIC = "topic"
EXAMPLES = "examples"
"""The property of a topic's message that holds all its example questions."""


class TopicImporter(RasaFileImporter):
    """Rasa's own importer for domain and rules; examples come from `nlu/examples`.

    One message a topic carries all of its examples: Rasa copies and compares every message many times,
    which took half of the time of training when each example was a message.
    """

    def get_nlu_data(self, language: str | None = "en") -> TrainingData:
        """Returns one message a topic, its examples beside the text of the first."""
        topics: dict[str, list[str]] = {}
        for topic, question in read_examples():
            topics.setdefault(topic, []).append(question)
        return TrainingData(
            [
                Message(data={TEXT: questions[0], INTENT: ANSWER, TOPIC: topic, EXAMPLES: questions})
                for topic, questions in topics.items()
            ]
        )


def examples_of(training_data: TrainingData) -> list[tuple[str, str]]:
    """The (topic, question) pairs that `TopicImporter` gave."""
    messages = [message for message in training_data.intent_examples if message.get(TOPIC)]
    return [(message.get(TOPIC), question) for message in messages for question in message.get(EXAMPLES)]
