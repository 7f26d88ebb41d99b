"""Errors of this room. Each carries the bad value and says what to do."""

from __future__ import annotations

NO_DATA = "it has no data yet"
CHECK_DATABASE = "Nothing was changed. Check DATABASE_URL, that the server runs, the disk and the file's rights."


class KnowledgeError(Exception):
    """Anything that goes wrong in `knowledge` and is worth one clear line to a person."""


class BadDate(KnowledgeError, ValueError):
    """A text that is not a date, or not a date that exists."""

    def __init__(self, value: str):
        self.value = value
        super().__init__(
            f"'{value}' is not a date. Write it as 2025-11-03, or as 2025-11 or 2025 when only that is known."
        )


class BadRow(KnowledgeError):
    """A row of a data file that can't be taken. The whole load stops and the old data stays."""

    def __init__(self, file: str, line: int, column: str, value: object, reason: str):
        self.file, self.line, self.column, self.value, self.reason = file, line, column, value, reason
        super().__init__(
            f"{file}, line {line}, column {column}: {value!r} {reason}. "
            "Nothing was changed; mend the row and load again."
        )


class BadFile(KnowledgeError):
    """A data or topic file that can't be read at all, or lacks a column or key."""

    def __init__(self, file: str, reason: str):
        self.file, self.reason = file, reason
        super().__init__(f"{file}: {reason}")


class NoDatabase(KnowledgeError):
    """The database is missing, empty, damaged, away or of another version. `url` is without its password."""

    def __init__(self, url: str, reason: str):
        self.url = url
        advice = "Run `send-assistant data load` to build it." if reason == NO_DATA else CHECK_DATABASE
        super().__init__(f"The database at {url} can't be used: {reason}. {advice}")
