"""The wording the classifier reads: lower case, places replaced by one word each."""

from __future__ import annotations

from collections.abc import Sequence

from nlu.areas import Mention

AREA = " xareax "
NATION = " xnationx "


def masked(text: str, mentions: Sequence[Mention]) -> str:
    """The text in lower case without apostrophes, every named place replaced by the same word.

    So "did Kent fail" and "did Luton fail" are one wording, and no topic is learned from a place.
    """
    for mention in reversed(mentions):
        mark = NATION if mention.nation else AREA
        text = text[: mention.start] + mark + text[mention.end :]
    return text.lower().replace("’", "").replace("'", "").replace("`", "")
