"""What was found of a message's postcodes, as mentions of places like any other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from knowledge.postcodes.found import FOUND
from nlu.areas.mention import Mention

METADATA = "postcodes"
"""The key of a message's metadata that holds what was found (`bot.guard.postcodes` puts it there)."""

SPANS, BORDER = "spans", "border"
"""Why a found postcode must be asked about: its district spans areas, or is partly outside England."""


def postcode_mentions(metadata: Mapping[str, Any] | None) -> list[Mention]:
    """The mentions for the marks that stand in the text where postcodes were."""
    return [_mention(found) for found in (metadata or {}).get(METADATA, ())]


def joined(named: Sequence[Mention], postcodes: Sequence[Mention]) -> list[Mention]:
    """Names and postcodes of one message in order. Of the two, one that says less is settled by the other.

    "Newcastle NE1 4ST": the postcode says which Newcastle. "MK45, Luton": the name says which part of MK45.
    """
    apart = [m for m in named if not any(p.start < m.end and m.start < p.end for p in postcodes)]
    kept_names = [m for m in apart if not _settled_by(m, postcodes)]
    kept_postcodes = [p for p in postcodes if not _settled_by(p, apart)]
    return sorted(kept_names + kept_postcodes, key=lambda mention: mention.start)


def _mention(found: Mapping[str, Any]) -> Mention:
    codes, nations, status = tuple(found["codes"]), found["nations"], found["status"]
    if nations and not codes:
        return _placed(found, (), nations[0], None)
    if status != FOUND:
        return _placed(found, codes, None, status)
    unsure = BORDER if nations else SPANS if len(codes) > 1 else None
    return _placed(found, codes, None, unsure)


def _placed(found: Mapping[str, Any], codes: tuple[str, ...], nation: str | None, unsure: str | None) -> Mention:
    return Mention(found["district"], found["start"], found["end"], codes, nation, unsure=unsure)


def _settled_by(vague: Mention, others: Sequence[Mention]) -> bool:
    certain = [m for m in others if len(m.codes) == 1 and not m.unsure]
    is_vague = len(vague.codes) > 1 or vague.unsure is not None
    return is_vague and any(not vague.codes or m.codes[0] in vague.codes for m in certain)
