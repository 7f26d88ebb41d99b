"""Fixtures shared by the tests of `nlu`: the finder over all names, and a reader trained on a few dozen lines."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from knowledge.loading.areas import read_area_names, read_areas, read_places
from knowledge.loading.load import BUNDLED
from knowledge.models import LocalArea
from nlu.areas import AreaFinder
from nlu.examples import read_examples
from nlu.questions import Question, Reader
from nlu.topics.gate import Gate
from nlu.training import train_cascade, train_finder

LINES = {
    "area.outcome": """what did Kent get
        what was the outcome for Leeds
        has Luton been inspected
        did Bolton fail its inspection
        how did Devon do
        what grade did Barnet get""",
    "area.survey": """is the survey open in Kent
        is the survey still open in Leeds
        has the survey closed in Luton
        can I still fill the survey in for Bolton
        Devon survey open or closed
        is there a survey on in Barnet""",
    "area.next_inspection": """when are they coming back to Kent
        when is Leeds due again
        next inspection Luton
        when will Bolton be inspected again
        when is the next visit to Devon
        is Barnet due one soon""",
    "views.survey_when": """when is the survey
        when does the survey open
        how long does the survey stay open
        when do the survey links come out
        which day does a survey close
        when does a survey shut""",
    "support.ehcp_what": """what is an ehcp
        what does an education health and care plan do
        explain what an ehc plan is
        what goes in an ehcp
        who can have an ehcp
        what are ehc plans for""",
    "chat.greet": """hello
        hi there
        good morning
        hiya
        hello how are you
        hey""",
    "out_of_scope.other": """what is the weather like
        tell me a joke
        who won the football
        what time is it
        can you sing me a song
        what should I cook tonight""",
}


@pytest.fixture(scope="session")
def areas() -> list[LocalArea]:
    """The 153 areas on record."""
    return list(read_areas(BUNDLED))


@pytest.fixture(scope="session")
def other_names(areas) -> dict[str, set[str]]:
    """Every further name on record with the codes it can mean, those of towns of the same name too."""
    names: dict[str, set[str]] = {}
    for row in read_area_names(BUNDLED, {area.gss_code for area in areas}):
        names.setdefault(row.name, set()).add(row.gss_code)
    for name, codes in read_places(BUNDLED / "towns.csv", {area.gss_code for area in areas}):
        if name in names:  # a district whose name towns elsewhere share
            names[name] |= set(codes)
    return names


@pytest.fixture(scope="session")
def examples() -> list[tuple[str, str]]:
    """Every (topic, question) pair the model is trained on."""
    return list(read_examples())


@pytest.fixture(scope="session")
def finder(examples) -> AreaFinder:
    """The finder in use: all names on record, and the words of all examples."""
    return train_finder([question for _, question in examples])


@pytest.fixture(scope="session")
def codes_in(finder) -> Callable[[str], list[tuple[str, ...]]]:
    """Gives the codes of each place found in a text, in order."""
    return lambda text: [mention.codes for mention in finder.find(text)]


@pytest.fixture(scope="session")
def reader(finder) -> Reader:
    """A reader that knows seven topics."""
    pairs = [(topic, line.strip()) for topic, lines in LINES.items() for line in lines.splitlines()]
    return Reader(train_cascade(finder, pairs), Gate(answer_from=0.3, margin_from=0.05, offer_from=0.05))


@pytest.fixture(scope="session")
def read(reader, finder) -> Callable[[str], list[Question]]:
    """Reads a message as the assistant would: places first, then questions."""
    return lambda text: reader.read(text, finder.find(text))
