"""Saying, in a person's language, that answers are in English for now."""

from __future__ import annotations

from actions.conversation import Conversation
from actions.desk import Desk
from actions.reply import Reply
from actions.turn import Turn

TOPIC = "bot.languages"
ENGLISH = "en"


def say_english_only(desk: Desk, talk: Conversation, turn: Turn) -> Turn:
    """The turn, led by one sentence in the person's language the first time it is plain which that is.

    Letters of another script are plain at once; otherwise two messages in a row must agree. A language
    that the person chose always wins.
    """
    guess = talk.language_guess
    if guess is None or talk.language in (ENGLISH, guess.language):
        return turn.and_remember(language_seen=None) if talk.language_seen and not guess else turn
    if not guess.by_script and talk.language_seen != guess.language:
        return turn.and_remember(language_seen=guess.language)
    text = desk.copy["languages"]["not_yet"][guess.language]
    reply = Reply(text, TOPIC, "answered", language=guess.language)
    return Turn((reply, *turn.replies), {**turn.remember, "language": guess.language, "language_seen": None})


def choose_english(desk: Desk) -> Turn:
    """The person asked for English: nothing is said about languages again."""
    return Turn((Reply(desk.copy["languages"]["english"], TOPIC),), {"language": ENGLISH, "language_seen": None})
