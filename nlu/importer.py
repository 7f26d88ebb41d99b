"""Gives Rasa the example questions, one plain text file a topic, as its training data."""

from __future__ import annotations

from rasa.shared.importers.rasa import RasaFileImporter
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from nlu.components.topics import TOPIC
from nlu.examples import read_examples
from nlu.intents import ANSWER


class TopicImporter(RasaFileImporter):
    """Rasa's own importer for domain and rules; examples come from `nlu/examples`."""

    def get_nlu_data(self, language: str | None = "en") -> TrainingData:
        """Returns every example, with its topic beside the text."""
        messages = [Message(data={TEXT: question, INTENT: ANSWER, TOPIC: topic}) for topic, question in read_examples()]
        return TrainingData(messages)
