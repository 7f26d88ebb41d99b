"""Spelling first, meaning where spelling is unsure."""

from __future__ import annotations

import pickle

import pytest

from nlu.topics.cascade import TopicCascade
from nlu.training import the_encoder

LINES = [
    ("inspection.notice", "how much warning does the council get"),
    ("inspection.notice", "do they know in advance that inspectors are coming"),
    ("inspection.notice", "how long is the notice period"),
    ("support.ehcp_late", "my sons plan is overdue"),
    ("support.ehcp_late", "twenty weeks have passed and no plan"),
    ("support.ehcp_late", "the ehcp is late"),
    ("chat.greet", "hello there"),
    ("chat.greet", "hi good morning"),
    ("chat.greet", "hey"),
]
WORDINGS, TOPICS = [wording for _, wording in LINES], [topic for topic, _ in LINES]
SAME_MEANING = "are councils told beforehand"


class Deaf:
    """An encoder that must not be asked."""

    def vector(self, text):
        """Fails: nothing should ask."""
        raise AssertionError(f"asked for {text!r}")


@pytest.fixture(scope="module")
def cascade(tmp_path_factory):
    """A cascade with the real encoder."""
    folder = tmp_path_factory.mktemp("models")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MODELS_DIR", str(folder))
        yield TopicCascade(the_encoder()).fit(WORDINGS, TOPICS)


def test_meaning_is_told_without_shared_words(cascade):
    """A question that shares no word with the examples of its topic gains confidence by its meaning."""
    by_spelling, by_both = dict(cascade.first.ranking(SAME_MEANING)), dict(cascade.ranking(SAME_MEANING))
    assert by_both["inspection.notice"] > by_spelling["inspection.notice"]


def test_confidences_add_up_to_one(cascade):
    """The blended confidences of all topics add up to one, best first."""
    confidences = [confidence for _, confidence in cascade.ranking(SAME_MEANING)]
    assert sum(confidences) == pytest.approx(1.0, abs=1e-5)
    assert confidences == sorted(confidences, reverse=True)


def test_without_an_encoder_it_is_the_first_stage():
    """Without weights the cascade ranks just as its first stage does."""
    alone = TopicCascade().fit(WORDINGS, TOPICS)
    assert alone.second is None
    assert alone.ranking(SAME_MEANING) == [
        (topic, pytest.approx(confidence, abs=1e-6)) for topic, confidence in alone.first.ranking(SAME_MEANING)
    ]


@pytest.mark.parametrize("wording", ["ਕੀ ਸਰਵੇ ਖੁੱਲ੍ਹਾ ਹੈ", "هل الاستبيان مفتوح", "12345"])
def test_other_scripts_stay_with_the_first_stage(cascade, wording):
    """The encoder knows English only: other scripts, and signs, are never put to it."""
    with_deaf = pickle.loads(pickle.dumps(cascade)).with_encoder(Deaf())
    assert with_deaf.ranking(wording)


def test_a_kept_cascade_holds_no_weights(cascade):
    """A cascade read back from a model ranks the same once it has an encoder, and holds none itself."""
    kept = pickle.dumps(cascade)
    assert len(kept) < 3_000_000
    again = pickle.loads(kept)
    assert again.with_encoder(the_encoder()).ranking(SAME_MEANING) == cascade.ranking(SAME_MEANING)
