"""Rasa without the libraries left out, each test in a process of its own so that nothing is replaced here."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import nlu
from nlu.slim_rasa import LEFT_OUT

ROOT = Path(nlu.__file__).parents[1]
INSTALL = "from nlu import slim_rasa\nslim_rasa.install()\n"
LOAD = """
import os, sys
import rasa.core.agent, rasa.model_training, rasa.telemetry

print(rasa.core.agent.Agent.__name__, rasa.model_training.train.__name__)
print(os.environ["RASA_TELEMETRY_ENABLED"], rasa.telemetry.is_telemetry_enabled())
"""
DIET = """
from pathlib import Path
import numpy as np
from rasa.engine.graph import ExecutionContext, GraphSchema
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.nlu.classifiers.diet_classifier import DIETClassifier
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

def example(text, intent):
    message = Message({"text": text, "intent": intent})
    for kind in ("sentence", "sequence"):
        message.add_features(Features(np.ones((1, 3)), kind, "text", "a test"))
    return message

print(DIETClassifier.__name__)
storage = LocalModelStorage(Path(sys.argv[1]))
classifier = DIETClassifier.create(
    DIETClassifier.get_default_config(), storage, Resource("diet"), ExecutionContext(GraphSchema({}))
)
try:
    classifier.train(TrainingData([example("hello", "greet"), example("bye", "part")] * 3))
except slim_rasa.LeftOutOfRasa as error:
    print(error)
"""


def run(code: str, *arguments: str, path: str = "") -> str:
    """What this code prints in a fresh process of the project."""
    environment = {**os.environ, "PYTHONPATH": path, "PYTHONWARNINGS": "ignore"}
    environment.pop("RASA_TELEMETRY_ENABLED", None)
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=ROOT,
        env=environment,
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    ).stdout.strip()


@pytest.fixture(scope="module")
def loaded_rasa(tmp_path_factory) -> list[str]:
    """What is printed by loading Rasa and trying its neural classifier, a line each."""
    return run(INSTALL + LOAD + DIET, str(tmp_path_factory.mktemp("diet"))).splitlines()[-4:]


@pytest.mark.xdist_group("rasa")
def test_rasa_loads_with_telemetry_off(loaded_rasa):
    """Rasa's agent and training load after `install`, and Rasa itself says that telemetry is off."""
    assert loaded_rasa[:2] == ["Agent train", "false False"]


def test_telemetry_is_off_whatever_was_set():
    """`install` switches telemetry off even where the environment says otherwise."""
    code = "import os\nos.environ['RASA_TELEMETRY_ENABLED'] = 'true'\n"
    assert run(code + INSTALL + "print(os.environ['RASA_TELEMETRY_ENABLED'])") == "false"


def test_a_left_out_library_is_a_placeholder_that_refuses_to_be_called():
    """A left-out library can be named, subclassed and used to decorate; a call raises and says where to read why."""
    code = """
import tensorflow as tf
from boto3.session import Session

class Model(tf.keras.Model):
    @tf.function
    def answer(self):
        return 42

print(Model().answer())
for use in (lambda: tf.constant(1), lambda: tf.keras.layers.Dense(3), lambda: Session(), tf.nest.flatten):
    try:
        use()
    except slim_rasa.LeftOutOfRasa as error:
        print(error)
"""
    first, *messages = run(INSTALL + code).splitlines()
    assert first == "42"
    called = "tensorflow.constant tensorflow.keras.layers.Dense boto3.session.Session tensorflow.nest.flatten"
    assert [message.split()[0] for message in messages] == called.split()
    assert all("docs/decisions/0002-what-is-left-out-of-rasa.md" in message for message in messages)


def test_an_installed_library_is_never_replaced(tmp_path):
    """Numpy, and a left-out library that happens to be installed, are the real ones, their missing parts missing."""
    (tmp_path / "boto3").mkdir()
    (tmp_path / "boto3" / "__init__.py").write_text("ANSWER = 'the real one'\n", encoding="utf-8")
    code = "import boto3, numpy\nprint(boto3.ANSWER, numpy.arange(4).sum(), 'numpy' in slim_rasa.LEFT_OUT)"
    assert run(INSTALL + code, path=str(tmp_path)) == "the real one 6 False"


def test_an_installed_library_gets_no_made_up_parts(tmp_path):
    """Importing a part that an installed library lacks fails as it always does."""
    (tmp_path / "boto3").mkdir()
    (tmp_path / "boto3" / "__init__.py").write_text("", encoding="utf-8")
    code = "try:\n    import boto3.missing\nexcept ImportError:\n    print('missing')"
    assert run(INSTALL + code, path=str(tmp_path)) == "missing"


def test_another_missing_library_is_still_missing():
    """A library that is neither installed nor left out cannot be imported, and nothing is left out uninstalled."""
    code = "try:\n    import no_such_library\nexcept ModuleNotFoundError:\n    print('missing')"
    assert run(INSTALL + code) == "missing"
    assert run("try:\n    import tensorflow\nexcept ModuleNotFoundError:\n    print('missing')") == "missing"


def test_installing_twice_changes_nothing():
    """`install` is safe to call twice."""
    code = "import sys\nbefore = list(sys.meta_path)\nslim_rasa.install()\nprint(before == sys.meta_path)"
    assert run(INSTALL + code) == "True"


@pytest.mark.xdist_group("rasa")
def test_a_neural_component_is_a_name_only(loaded_rasa):
    """DIETClassifier can be imported and listed, and training one raises with the reason."""
    name, message = loaded_rasa[2:]
    assert name == "DIETClassifier"
    assert message.startswith("tensorflow.")
    assert "left out of this project (see docs/decisions/0002-what-is-left-out-of-rasa.md)" in message


@pytest.mark.parametrize("library", ["numpy", "sklearn", "scipy", "rasa", "rasa_sdk", "sanic", "sqlalchemy", "yaml"])
def test_nothing_in_use_is_left_out(library):
    """No library that the project uses is on the list of those left out."""
    assert library not in LEFT_OUT
