"""The last answer as a voice message, made on this machine by eSpeak NG and opus-tools when both are installed."""

from __future__ import annotations

import asyncio
import re
import shutil
from typing import Any

from bot.channels.telegram.parts import MESSAGE, VOICE, Part

ENGINE, ENCODER = "espeak-ng", "opusenc"
VOICES = {"en": "en-gb"}
WORDS_A_MINUTE = "150"
LONGEST_SPOKEN = 2000
"""Characters: about two and a half minutes."""
LIMIT_SECONDS = 30.0
_LINK = re.compile(r"\(?https?://\S+\)?")
SOURCES = re.compile(r"\nSources?:.*", re.DOTALL)


class Speaker:
    """Speaks texts. `copy` is the wording of the command."""

    def __init__(self, copy: dict[str, Any]):
        self._copy = copy

    def parts(self, said: list[dict[str, Any]], chat_id: int) -> list[Part]:
        """The answer to /listen: a voice message of what was said last, or why there is none."""
        if not said or not is_able():
            text = self._copy["unable" if said else "nothing"]
            return [Part(MESSAGE, chat_id, text, text)]
        words = spoken("\n".join(reply["text"] for reply in said))
        caption = self._copy["too_long" if len(words) > LONGEST_SPOKEN else "caption"]
        return [Part(VOICE, chat_id, caption, caption, file=words[:LONGEST_SPOKEN], instead=self._copy["unable"])]


def is_able() -> bool:
    """True when both programs are installed."""
    return bool(shutil.which(ENGINE) and shutil.which(ENCODER))


def spoken(text: str) -> str:
    """What is read out of a text: no links, no list of sources, one sentence a line."""
    plain = _LINK.sub("", SOURCES.sub("", text))
    return re.sub(r"^- ", "", re.sub(r"[ \t]+", " ", plain), flags=re.MULTILINE).strip()


async def speak(text: str, language: str = "en") -> bytes | None:
    """The text as OGG/Opus; None when it can't be made. Runs beside the event loop."""
    wave = await _run((ENGINE, "-v", VOICES.get(language, "en-gb"), "-s", WORDS_A_MINUTE, "--stdout"), text.encode())
    if not wave:
        return None
    return await _run((ENCODER, "--quiet", "--bitrate", "24", "--ignorelength", "-", "-"), wave) or None


async def _run(command: tuple[str, ...], given: bytes) -> bytes:
    """What a program gives for this input; nothing when it fails or takes too long."""
    try:
        pipe = asyncio.subprocess.PIPE
        process = await asyncio.create_subprocess_exec(*command, stdin=pipe, stdout=pipe, stderr=pipe)
    except OSError:
        return b""
    try:
        made, _ = await asyncio.wait_for(process.communicate(given), LIMIT_SECONDS)
    except asyncio.TimeoutError:
        process.kill()
        await process.wait()
        return b""
    return made if process.returncode == 0 else b""
