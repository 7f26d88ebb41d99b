"""How often each side's best reading of a held-out question is right."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path

from bot.bench.sides import RASA_ENVIRONMENT, SideFailed

_PARSE = Path(__file__).with_name("parse_with_rasa.py")


def of_rasa_default(folder: Path, pairs: Sequence[tuple[str, str]]) -> float:
    """Share right of Rasa's default: a topic is an intent there. Raises SideFailed."""
    questions = folder / "questions.json"
    questions.write_text(json.dumps([question for _, question in pairs]), encoding="utf-8")
    command = [str(RASA_ENVIRONMENT / "bin" / "python"), str(_PARSE), str(folder / "models"), str(questions)]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        raise SideFailed(f"parsing with Rasa's default failed: {done.stderr[-1500:]}")
    intents = json.loads(done.stdout.splitlines()[-1])
    return _share((topic, intent) for (topic, _), intent in zip(pairs, intents, strict=True))


def of_ours(examples: Sequence[tuple[str, str]], pairs: Sequence[tuple[str, str]]) -> float:
    """Share right of this assistant's classifier trained on these examples."""
    from nlu.topics.wording import masked
    from nlu.training import the_encoder, train_cascade, train_finder

    finder = train_finder([question for _, question in examples])
    classifier = train_cascade(finder, examples, the_encoder())
    best = (classifier.ranking(masked(question, finder.find(question)), 1)[0][0] for _, question in pairs)
    return _share((topic, found) for (topic, _), found in zip(pairs, best, strict=True))


def of_cascade(examples: Sequence[tuple[str, str]], pairs: Sequence[tuple[str, str]], *, with_encoder: bool) -> float:
    """Share right of the topic cascade alone, on sets that name no areas."""
    from nlu.topics.cascade import TopicCascade
    from nlu.training import the_encoder

    cascade = TopicCascade(the_encoder(threads=2) if with_encoder else None)
    cascade.fit([text.lower() for _, text in examples], [topic for topic, _ in examples])
    return _share((topic, cascade.ranking(text.lower(), 1)[0][0]) for topic, text in pairs)


def _share(found) -> float:
    right = [topic.replace(".", "_") == guess.replace(".", "_") for topic, guess in found]
    return sum(right) / len(right)
