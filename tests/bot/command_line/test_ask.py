"""`send-assistant ask` as a person runs it."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest


@pytest.fixture
def assistant(settings, trained_model):
    """Runs the command with arguments and standard input."""
    environment = {**os.environ, "DATABASE_URL": settings.database_url, "MODELS_DIR": str(trained_model.parent)}

    def run(*arguments: str, given: bytes = b"") -> subprocess.CompletedProcess:
        command = [sys.executable, "-m", "bot.command_line", *arguments]
        return subprocess.run(command, input=given, env=environment, capture_output=True, timeout=120)

    return run


def test_a_question_is_answered_in_the_terminal(assistant):
    """The answer and its next steps are printed, and nothing else."""
    done = assistant("ask", "what does inconsistent mean", "--today", "2026-07-01")
    assert done.returncode == 0
    assert b"some children get good help" in done.stdout
    assert b"Warning" not in done.stdout + done.stderr


def test_json_lines_are_answered_one_by_one(assistant):
    """Each line gets a line; conversations go by sender; a day can be given; a bad line is named and skipped."""
    lines = [
        {"sender": "a", "message": "what did kent get", "today": "2026-07-01"},
        {"sender": "b", "message": "when will they be back"},
        {"sender": "a", "message": "when will they be back", "today": "2026-12-01"},
        {"sender": "a", "message": 5},
    ]
    given = b"\n".join(json.dumps(line).encode() for line in lines) + b"\n{bad\n\n"
    done = assistant("ask", "--jsonl", given=given)
    answers = [json.loads(line) for line in done.stdout.decode().splitlines()]
    assert [one.get("sender") for one in answers] == ["a", "b", "a", "a", None]
    assert answers[0]["replies"][0]["topic"] == "area.outcome"
    assert "out of date" not in answers[0]["replies"][0]["text"]
    assert answers[1]["replies"][0]["status"] == "ask_area"
    assert answers[2]["replies"][0]["areas"] == ["E10000016"]
    assert "out of date" in answers[2]["replies"][0]["text"]
    assert answers[3]["replies"][0]["status"] == "refused"
    assert "line 5" in answers[4]["error"]
    assert all(one["ms"] > 0 for one in answers[:4])
    assert done.returncode == 2


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["ask"], "give a question"),
        (["ask", "hi", "--today", "soon"], "'soon' is not a date"),
        (["nonsense"], "No such"),
    ],
)
def test_bad_use_is_said_in_a_line(assistant, arguments, said):
    """Wrong use ends with a message that says what to do, no traceback, and an exit code other than 0."""
    done = assistant(*arguments)
    assert done.returncode != 0
    assert said in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()
