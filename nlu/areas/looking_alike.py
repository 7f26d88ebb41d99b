"""Other ways to write a name, right and wrong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from nlu.text import key

SHORTEST_WITH_S = 4


def spellings(name: str) -> Iterator[tuple[str, ...]]:
    """The plain words of a name as people write them: "King's Lynn" and "Kings Lynn", "St Ives" and "Saint Ives"."""
    joined, apart = key(name.replace("'", "")), key(name)
    yield from dict.fromkeys((joined, apart))
    if len(joined) > 1:
        for at, word in enumerate(joined[:-1]):
            if len(word) >= SHORTEST_WITH_S and word.endswith("s") and not word.endswith("ss"):
                yield (*joined[:at], word[:-1], *joined[at + 1 :])
    if joined[0] == "st" and len(joined) > 1:
        yield ("saint", *joined[1:])


def one_slip_from(names: Mapping[tuple[str, ...], str]) -> dict[str, str]:
    """What each name becomes with a letter left out, doubled or swapped with the next, and whose name it was."""
    return {slip: code for words, code in names.items() for slip in slips("".join(words))}


def slips(word: str) -> set[str]:
    """The word with each letter left out, doubled, or swapped with the next."""
    left_out = {word[:at] + word[at + 1 :] for at in range(len(word))}
    doubled = {word[:at] + word[at] + word[at:] for at in range(len(word))}
    swapped = {word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1)}
    return (left_out | doubled | swapped) - {word}
