"""The glossary."""

from __future__ import annotations

import pytest

from knowledge.glossary import find_term, read_glossary
from knowledge.topics import all_topics


@pytest.mark.parametrize(
    ("question", "term"),
    [
        ("what does PAP mean", "Priority action plan"),
        ("whats a senco", "SENCO"),
        ("explain HMI please", "HMI"),
        ("what is a mediation certificate", "Mediation certificate"),
        ("what are short breaks", "Short breaks"),
    ],
)
def test_a_question_finds_its_term(question, term):
    """A term is found by its name or another name; the longest name wins."""
    assert find_term(question).name == term


@pytest.mark.parametrize("question", ["", "hello", "what does zzz mean"])
def test_no_term_is_guessed(question):
    """A question that names no term on record finds none."""
    assert find_term(question) is None


def test_every_term_is_found_by_each_of_its_names():
    """Each name leads to a term that goes by it."""
    terms = read_glossary()
    assert len(terms) >= 100
    for term in terms:
        for name in (term.name, *term.also_called):
            found = find_term(f"what does {name} mean")
            assert found is not None
            assert name in (found.name, *found.also_called) or len(found.name) >= len(name)


def test_terms_lead_to_topics_that_exist():
    """The topic a term points to is a topic or a look-up."""
    known = set(all_topics())
    strays = {term.topic for term in read_glossary() if term.topic} - known
    assert not {topic for topic in strays if not topic.startswith(("area.", "notify."))}
