"""Rasa component that reads the questions in a message and sets the intent the rules go by."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import joblib
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from nlu.areas import Mention
from nlu.components.areas import MENTIONS
from nlu.importer import examples_of
from nlu.intents import intent_for
from nlu.language import guess
from nlu.questions import Reader
from nlu.topics.cascade import TopicCascade
from nlu.topics.gate import read_gate
from nlu.topics.wording import masked
from nlu.training import the_encoder, train_cascade, train_finder

QUESTIONS = "questions"
LANGUAGE = "language"
_FILE = "cascade.joblib"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class TopicReaderComponent(GraphComponent):
    """Sets `questions` (topic, confidence, decision, places of each) and the intent."""

    def __init__(self, storage: ModelStorage, resource: Resource, cascade: TopicCascade | None = None):
        self._storage, self._resource = storage, resource
        self._reader = Reader(cascade, read_gate()) if cascade else None

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> TopicReaderComponent:
        """Returns an untrained component (called by Rasa)."""
        return cls(model_storage, resource)

    def train(self, training_data: TrainingData) -> Resource:
        """Learns the topics from the examples and keeps them in the model."""
        examples = examples_of(training_data)
        finder = train_finder([question for _, question in examples])
        cascade = train_cascade(finder, examples, the_encoder(threads=2))
        with self._storage.write_to(self._resource) as folder:
            joblib.dump(cascade, folder / _FILE)
        self._reader = Reader(cascade, read_gate())
        return self._resource

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> TopicReaderComponent:
        """Returns the component as trained (called by Rasa)."""
        with model_storage.read_from(resource) as folder:
            return cls(model_storage, resource, joblib.load(folder / _FILE).with_encoder(the_encoder()))

    def process(self, messages: list[Message]) -> list[Message]:
        """Adds the questions and the intent to each message."""
        for message in messages:
            text, mentions = message.get(TEXT) or "", _mentions(message)
            questions = self._reader.read(text, mentions)
            found = guess(text, mentions, self._reader.topics.share_known(masked(text, mentions)))
            message.set(LANGUAGE, asdict(found) if found else None, add_to_output=True)
            message.set(QUESTIONS, [asdict(question) for question in questions], add_to_output=True)
            confidence = min(question.confidence for question in questions)
            intent = {"name": intent_for(questions), "confidence": confidence}
            message.set(INTENT, intent, add_to_output=True)
        return messages


def _mentions(message: Message) -> list[Mention]:
    return [Mention(**{**found, "codes": tuple(found["codes"])}) for found in message.get(MENTIONS) or ()]
