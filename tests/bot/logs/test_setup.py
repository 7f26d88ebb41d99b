"""Log lines: fields of ours, and of everything else only its kind and place."""

from __future__ import annotations

import datetime as dt
import io
import json
import logging
import sys
import threading

import pytest
import structlog

from bot.logs import answers
from bot.logs.answers import Answered, conversation_hash
from bot.logs.setup import set_up, writes_json
from bot.settings import Settings

DAY = dt.date(2026, 7, 1)

SECRET = "Zebedee Quuxington of 4 Privet Drive"


@pytest.fixture
def lines(monkeypatch):
    """Sets logs up as a serving command does; gives what was written. Puts everything back after."""
    root, written = logging.getLogger(), io.StringIO()
    before, level, configured = root.handlers[:], root.level, structlog.get_config()
    monkeypatch.setattr("sys.stderr", written)
    monkeypatch.setattr("sys.excepthook", None)
    monkeypatch.setattr("threading.excepthook", threading.excepthook)
    set_up(Settings(_env_file=None, log_format="json"))
    yield lambda: [json.loads(line) for line in written.getvalue().splitlines()]
    root.handlers[:], logging.raiseExceptions = before, True
    root.setLevel(level)
    structlog.configure(**configured)
    for name in ("bot", "nlu", "actions", "knowledge"):
        logging.getLogger(name).setLevel(logging.NOTSET)


def raised(error: Exception) -> Exception:
    """An exception as it is caught: with where it came from."""
    try:
        raise error
    except type(error) as caught:
        return caught


def test_an_answer_is_one_line_of_fields(lines):
    """An answered message leaves conversation, channel, topic, status, language and milliseconds, and no more."""
    reply = {"text": SECRET, "topic": "area.outcome", "status": "answered", "language": "pl"}
    answers.write(Answered.of(conversation_hash("key", "web:123", DAY), "web", [reply], 0.0123))
    (line,) = lines()
    assert set(line) == {"event", "level", "timestamp", *Answered.__dataclass_fields__} - {"seconds"} | {"ms"}
    assert (line["topic"], line["status"], line["language"], line["ms"]) == ("area.outcome", "answered", "pl", 12.3)


def test_which_danger_it_was_is_not_logged(lines):
    """Of a reply to danger the log holds only that it was one."""
    replies = [{"topic": "crisis.self_harm", "status": "crisis"}, {"topic": "area.survey", "status": "answered"}]
    answers.write(Answered.of("0" * 12, "web", replies, 0.01))
    assert lines()[0]["topic"] == "crisis+area.survey"


def test_a_conversation_is_known_by_a_keyed_hash():
    """The hash is short, the same all day, another the next day and with another key, and holds nothing of the id."""
    one, again, other = (conversation_hash(key, "telegram:4711", DAY) for key in ("a", "a", "b"))
    assert conversation_hash("a", "telegram:4711", DAY + dt.timedelta(days=1)) != one
    assert one == again != other
    assert len(one) == 12
    assert "4711" not in one


@pytest.mark.parametrize(
    "name", ["httpx", "telegram.ext.Updater", "sqlalchemy.engine", "sanic.error", "rasa.core", "x"]
)
def test_a_library_s_words_are_not_written(lines, name):
    """Of a library's warning or error only its name, place and kind of exception are written."""
    logging.getLogger(name).info("GET https://api.telegram.org/bot123:%s/getMe", SECRET)
    logging.getLogger(name).error(f"no answer for {SECRET}", exc_info=raised(ValueError(SECRET)))
    (line,) = lines()
    assert line["place"].startswith(name)
    assert line["error"] == "ValueError"
    assert "Quux" not in json.dumps(line)


def test_an_exception_is_kind_and_place(lines):
    """An exception is written as its types and our own lines, never its text or that of its cause."""
    error = raised(RuntimeError(SECRET))
    error.__cause__ = KeyError(SECRET)
    logging.getLogger("bot.memory").error("could not keep", exc_info=error)
    (line,) = lines()
    assert line["event"] == "could not keep"
    assert line["error"] == "RuntimeError < KeyError"
    assert line["places"][0].startswith("test_setup.py:")
    assert "Quux" not in json.dumps(line)


def test_rasas_own_structured_lines_are_names_only(lines):
    """Rasa logs messages as fields: of those only the name of the event is written."""
    structlog.get_logger().error("processor.failed", text=SECRET, tracker={"sender": SECRET})
    structlog.get_logger().warning("processor.message", text=SECRET)
    (line,) = lines()
    assert line == {"event": "processor.failed", "level": "error"}


def test_the_last_words_of_a_process_hold_no_values(lines):
    """An error nobody caught ends the process with its kind and place, not with Python's listing of values."""
    error = raised(ValueError(SECRET))
    sys.excepthook(ValueError, error, error.__traceback__)
    (line,) = lines()
    assert line["level"] == "critical"
    assert "Quux" not in json.dumps(line)


def test_the_last_words_of_a_thread_hold_no_values(lines):
    """A thread that ends with an error leaves its kind and place only."""

    def fails() -> None:
        raise ValueError(SECRET)

    thread = threading.Thread(target=fails)
    thread.start()
    thread.join()
    (line,) = lines()
    assert line["error"] == "ValueError"
    assert "Quux" not in json.dumps(line)


@pytest.mark.parametrize(
    ("environment", "log_format", "as_json"),
    [
        ("development", None, False),
        ("production", None, True),
        ("production", "text", False),
        ("development", "json", True),
    ],
)
def test_production_writes_json(environment, log_format, as_json):
    """Lines are JSON in production and readable in development, unless LOG_FORMAT says otherwise."""
    settings = Settings(
        _env_file=None, environment=environment, log_format=log_format, secret_key="a long random key of our own"
    )
    assert writes_json(settings) is as_json
