"""Rasa component that finds the areas named in a message."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from nlu.areas import AreaFinder, NameIndex, read_names
from nlu.areas.postcodes import joined, postcode_mentions
from nlu.importer import examples_of
from nlu.training import learn_vocabulary

MENTIONS = "mentions"
METADATA = "metadata"
_FILE = "names.json"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=True)
class AreaFinderComponent(GraphComponent):
    """Sets `mentions` (all places named) and one `area` entity for each area understood."""

    def __init__(self, storage: ModelStorage, resource: Resource, finder: AreaFinder | None = None):
        self._storage, self._resource, self._finder = storage, resource, finder

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> AreaFinderComponent:
        """Returns an untrained component (called by Rasa)."""
        return cls(model_storage, resource)

    def train(self, training_data: TrainingData) -> Resource:
        """Learns the names on record and which words are ordinary, and keeps both in the model."""
        index = read_names()
        vocabulary = learn_vocabulary([question for _, question in examples_of(training_data)])
        with self._storage.write_to(self._resource) as folder:
            data = {"index": index.to_json(), "vocabulary": sorted(vocabulary)}
            (folder / _FILE).write_text(json.dumps(data), encoding="utf-8")
        self._finder = AreaFinder(index, vocabulary)
        return self._resource

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> AreaFinderComponent:
        """Returns the component as trained (called by Rasa)."""
        with model_storage.read_from(resource) as folder:
            data = json.loads((folder / _FILE).read_text(encoding="utf-8"))
        return cls(model_storage, resource, AreaFinder(NameIndex.from_json(data["index"]), data["vocabulary"]))

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Leaves the examples as they are (called by Rasa): the topic reader finds their places itself."""
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Adds what was found to each message."""
        for message in messages:
            named = self._finder.find(message.get(TEXT) or "")
            found = joined(named, postcode_mentions(message.get(METADATA)))
            message.set(MENTIONS, [asdict(mention) for mention in found])
            entities = [
                {
                    "entity": "area",
                    "value": m.codes[0],
                    "start": m.start,
                    "end": m.end,
                    "extractor": "AreaFinder",
                }
                for m in found
                if len(m.codes) == 1 and not m.unsure
            ]
            message.set(ENTITIES, entities, add_to_output=True)
        return messages
