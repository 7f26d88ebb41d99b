"""What can be wrong with a survey window. Each error carries the bad value and says what to do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.errors import KnowledgeError


class BadWindow(KnowledgeError, ValueError):
    """A value of a survey window that can't be taken: which one, what it was, and why."""

    def __init__(self, column: str, value: str, reason: str):
        self.column, self.value, self.reason = column, value, reason
        super().__init__(f"{column}: '{value}' {reason}.")


class NoSuchWindow(KnowledgeError, LookupError):
    """A number that no survey window has."""

    def __init__(self, number: int):
        self.number = number
        super().__init__(f"There is no survey window {number}. `send-assistant survey list --all` shows them all.")


class NoSuchReport(KnowledgeError, LookupError):
    """A number that no report of an inspection has."""

    def __init__(self, number: int):
        self.number = number
        super().__init__(f"There is no report {number}. `send-assistant survey reports --all` shows them all.")


@dataclass(frozen=True)
class RowError:
    """What is wrong with one row of a file. `row` counts as a spreadsheet does: the heading is row 1."""

    row: int
    column: str
    value: str
    reason: str

    def __str__(self) -> str:
        return f"row {self.row}, {self.column}: '{self.value}' {self.reason}."


class ImportRefused(KnowledgeError):
    """A file in which rows are wrong. Nothing of it was taken. `errors` holds them all."""

    def __init__(self, file: str, errors: Sequence[RowError]):
        self.file, self.errors = file, tuple(errors)
        count = f"{len(errors)} row{'' if len(errors) == 1 else 's'}"
        super().__init__(f"{file}: {count} can't be taken, so nothing was changed. Mend them and import again.")
