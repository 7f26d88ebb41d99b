"""The same examples for both: a few of each topic, taken evenly, in each side's own form."""

from __future__ import annotations

from pathlib import Path

import yaml

FALLBACK = "nlu_fallback"
REPLY = "This is where the answer stands."


def sample(pairs: list[tuple[str, str]], per_topic: int) -> list[tuple[str, str]]:
    """At most `per_topic` examples of each topic, spread evenly over its file."""
    topics: dict[str, list[str]] = {}
    for topic, question in pairs:
        topics.setdefault(topic, []).append(question)
    taken = []
    for topic, questions in topics.items():
        step = max(1, len(questions) // per_topic)
        taken += [(topic, question) for question in questions[::step][:per_topic]]
    return taken


def write_ours(pairs: list[tuple[str, str]], folder: Path) -> None:
    """Writes examples in the form of this project."""
    for topic, question in pairs:
        group, _, name = topic.partition(".")
        path = folder / group / f"{name or 'term'}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8") as handle:
            handle.write(question + "\n")


def write_rasa_default(pairs: list[tuple[str, str]], epochs: int, folder: Path) -> None:
    """Writes a whole Rasa project: one intent a topic, one rule an intent, the pipeline `rasa init` gives."""
    intents = _write_examples(pairs, folder)
    rules = [{"rule": i, "steps": [{"intent": i}, {"action": f"utter_{i}"}]} for i in intents]
    stories = [{"story": i, "steps": [{"intent": i}, {"action": f"utter_{i}"}]} for i in intents]
    rules.append({"rule": "fallback", "steps": [{"intent": FALLBACK}, {"action": f"utter_{FALLBACK}"}]})
    domain = {
        "version": "3.1",
        "intents": [*intents, FALLBACK],
        "responses": {f"utter_{intent}": [{"text": f"{intent}: {REPLY}"}] for intent in [*intents, FALLBACK]},
        "session_config": {"session_expiration_time": 60, "carry_over_slots_to_new_session": True},
    }
    for name, content in (
        ("data/rules.yml", {"version": "3.1", "rules": rules}),
        ("data/stories.yml", {"version": "3.1", "stories": stories}),
        ("domain.yml", domain),
        ("config.yml", _default_config(epochs)),
        ("credentials.yml", {"rest": None}),
        ("endpoints.yml", {}),
    ):
        (folder / name).write_text(yaml.safe_dump(content, sort_keys=False), encoding="utf-8")


def write_rasa_linear(pairs: list[tuple[str, str]], folder: Path) -> None:
    """Writes what Rasa needs to train its LogisticRegressionClassifier over its count vectors."""
    intents = _write_examples(pairs, folder)
    pipeline = [*_COUNT_VECTORS, {"name": "LogisticRegressionClassifier"}]
    config = {"recipe": "default.v1", "assistant_id": "rasa-linear", "language": "en", "pipeline": pipeline}
    domain = {"version": "3.1", "intents": list(intents)}
    for name, content in (("domain.yml", domain), ("config.yml", config)):
        (folder / name).write_text(yaml.safe_dump(content, sort_keys=False), encoding="utf-8")


def _write_examples(pairs: list[tuple[str, str]], folder: Path) -> dict[str, list[str]]:
    intents: dict[str, list[str]] = {}
    for topic, question in pairs:
        intents.setdefault(topic.replace(".", "_"), []).append(question)
    (folder / "data").mkdir(parents=True)
    lines = ['version: "3.1"', "nlu:"]
    for intent, questions in intents.items():
        lines += [f"- intent: {intent}", "  examples: |"]
        lines += ["    - " + question.translate(str.maketrans("[](){}", "      ")).strip() for question in questions]
    (folder / "data" / "nlu.yml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return intents


_COUNT_VECTORS = [
    {"name": "WhitespaceTokenizer"},
    {"name": "CountVectorsFeaturizer"},
    {"name": "CountVectorsFeaturizer", "analyzer": "char_wb", "min_ngram": 1, "max_ngram": 4},
]


def _default_config(epochs: int) -> dict:
    """What `rasa init` of 3.6 uses, with the number of epochs given."""
    return {
        "recipe": "default.v1",
        "assistant_id": "rasa-default",
        "language": "en",
        "pipeline": [
            {"name": "WhitespaceTokenizer"},
            {"name": "RegexFeaturizer"},
            {"name": "LexicalSyntacticFeaturizer"},
            {"name": "CountVectorsFeaturizer"},
            {"name": "CountVectorsFeaturizer", "analyzer": "char_wb", "min_ngram": 1, "max_ngram": 4},
            {"name": "DIETClassifier", "epochs": epochs, "constrain_similarities": True},
            {"name": "EntitySynonymMapper"},
            {"name": "ResponseSelector", "epochs": epochs, "constrain_similarities": True},
            {"name": "FallbackClassifier", "threshold": 0.3, "ambiguity_threshold": 0.1},
        ],
        "policies": [
            {"name": "MemoizationPolicy"},
            {"name": "RulePolicy"},
            {"name": "UnexpecTEDIntentPolicy", "max_history": 5, "epochs": epochs},
            {"name": "TEDPolicy", "max_history": 5, "epochs": epochs, "constrain_similarities": True},
        ],
    }
