"""A language is told only where it is plain."""

from __future__ import annotations

from pathlib import Path

import pytest

from nlu.examples import read_examples
from nlu.language import Guess, guess
from nlu.text import key

QUESTIONS = Path(__file__).parents[2] / "questions"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("کیا سروے ابھی کھلا ہے؟", "ur"),
        ("هل الاستبيان مفتوح الآن", "ar"),
        ("জরিপ কি এখন খোলা আছে", "bn"),
        ("ਕੀ ਸਰਵੇ ਹੁਣ ਖੁੱਲ੍ਹਾ ਹੈ", "pa"),
        ("ਸਰਵੇ", "pa"),
    ],
)
def test_a_script_decides_by_itself(text, language):
    """Bengali, Gurmukhi, Urdu and Arabic letters tell the language of even a short message."""
    assert guess(text) == Guess(language, True)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Kiedy inspektorzy przyjadą do naszej gminy i gdzie znajdę ankietę dla rodziców", "pl"),
        ("Moja córka ma autyzm i czekamy na plan już ponad rok", "pl"),
        ("Când vin inspectorii în zona noastră și unde găsesc chestionarul pentru părinți", "ro"),
        ("Fiica mea are autism și așteptăm planul de mai mult de un an", "ro"),
    ],
)
def test_a_sentence_in_latin_letters(text, language):
    """A whole sentence of Polish or Romanian is told, but never by its script."""
    assert guess(text) == Guess(language, False)


@pytest.mark.parametrize("text", ["ankieta", "cześć", "bună ziua", "ok", "", "123", "🙂", "Leeds", "dzień dobry"])
def test_too_little_text_tells_nothing(text):
    """A word or two in Latin letters is never taken for another language."""
    assert guess(text) is None


@pytest.mark.parametrize(
    "text", ["¿Cuándo vienen los inspectores a nuestra zona este año?", "Goorma ayay imanayaan kormeerayaashu degmada"]
)
def test_a_language_that_is_not_offered_tells_nothing(text):
    """Spanish and Somali are not taken for an offered language."""
    assert guess(text) is None


def test_no_english_question_is_taken_for_another_language(finder, examples):
    """No held-out question is taken for another language, its words known only where the examples use them."""
    known = {word for _, question in examples for word in key(question)}
    asked = [question for topic, question in read_examples(QUESTIONS) if topic != "bot.languages"]  # not all English
    shares = [sum(word in known for word in key(text)) / max(1, len(key(text))) for text in asked]
    wrong = [text for text, share in zip(asked, shares, strict=True) if guess(text, finder.find(text), share)]
    assert len(asked) > 2000
    assert not wrong


def test_the_same_text_gives_the_same_guess():
    """langdetect is random without a seed; a hundred readings agree."""
    assert len({guess("Gdzie znajdę wyniki inspekcji w naszym mieście") for _ in range(100)}) == 1
