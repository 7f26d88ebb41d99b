"""`send-assistant ask`: one question in the terminal, or many as JSON lines."""

from __future__ import annotations

import asyncio
import json
import sys
import time
from typing import Annotated, Any

import typer

from bot.command_line.preparing import ready_agent, ready_database
from bot.settings import get_settings
from knowledge.clock import fixed_clock
from knowledge.errors import BadDate

BAD_INPUT = 2


def ask(
    question: Annotated[str | None, typer.Argument(help="The question. Leave it out with --jsonl.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the reply objects as JSON.")] = False,
    jsonl: Annotated[
        bool, typer.Option("--jsonl", help='Read {"sender","message","today"?} lines; write a JSON line for each.')
    ] = False,
    today: Annotated[str | None, typer.Option(help="Pretend this is the day, such as 2026-06-30.")] = None,
) -> None:
    """Answers one question in the terminal, or a stream of them with --jsonl."""
    if jsonl == (question is not None):
        raise typer.BadParameter("give a question, or --jsonl with lines on standard input (not both)")
    if today:
        fixed_clock(today)
    settings = get_settings()
    ready_database(settings)
    agent = ready_agent(settings, remember_in_database=False)
    if jsonl:
        sys.exit(asyncio.run(_answer_lines(agent, today)))
    replies = asyncio.run(answer(agent, "terminal", question, today))
    print(json.dumps(replies, ensure_ascii=False, indent=2) if as_json else "\n\n".join(map(as_text, replies)))


async def answer(
    agent, sender: str, message: Any, today: str | None, person: str | None = None
) -> list[dict[str, Any]]:
    """The reply objects for one message. What is not text is answered like an empty message.

    `person` is who can be written to, as on a channel that can write to people; the terminal can't.
    """
    from rasa.core.channels.channel import CollectingOutputChannel, UserMessage

    channel = CollectingOutputChannel()
    metadata = {"today": today} if today else {}
    if person:
        metadata |= {"person": person, "channel": "telegram"}
    text = message if isinstance(message, str) else ""
    await agent.handle_message(UserMessage(text, channel, sender, input_channel="terminal", metadata=metadata))
    return [sent["custom"] for sent in channel.messages]


def as_text(reply: dict[str, Any]) -> str:
    """A reply as the terminal shows it: the text, then the next steps."""
    steps = "\n".join(f"  > {choice['title']}" for choice in reply["choices"])
    return f"{reply['text']}\n\n{steps}" if steps else reply["text"]


async def _answer_lines(agent, today: str | None) -> int:
    """Answers each line of standard input. Returns the exit code: 0, or 2 when a line could not be read."""
    code = 0
    for number, line in enumerate(sys.stdin.buffer, 1):
        if not line.strip():
            continue
        try:
            sender, message, day = _read_line(line, today)
        except (ValueError, BadDate) as error:
            print(json.dumps({"error": f"line {number}: {error}"}), flush=True)
            code = BAD_INPUT
            continue
        started = time.perf_counter()
        replies = await answer(agent, sender, message, day)
        milliseconds = round((time.perf_counter() - started) * 1000, 2)
        result = {"sender": sender, "message": message, "replies": replies, "ms": milliseconds}
        print(json.dumps(result, ensure_ascii=False), flush=True)
    return code


def _read_line(line: bytes, today: str | None) -> tuple[str, Any, str | None]:
    data = json.loads(line.decode("utf-8"))
    if not isinstance(data, dict) or "message" not in data:
        raise ValueError('a line must be {"sender": "…", "message": "…"}')
    day = data.get("today") or today
    if day:
        fixed_clock(day)
    return str(data.get("sender", "terminal")), data["message"], day
