"""Errors of the word lists, for whoever edits them."""


class BadWordList(ValueError):
    """A file of danger words that cannot be read as it is."""

    def __init__(self, path, value, advice: str):
        super().__init__(f"{path}: {value!r}: {advice}")
