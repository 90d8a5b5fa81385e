"""Define the errors that the package raises on bad input."""

from __future__ import annotations


class KgError(Exception):
    """Say in one line what is wrong, in which file and line, and what to do about it."""

    def __init__(self, what: str, *, where: str | None = None, line: int | None = None, advice: str | None = None):
        self.what, self.where, self.line, self.advice = what, where, line, advice
        place = "" if where is None else f"{where}:{line}: " if line else f"{where}: "
        super().__init__(place + what + (f"; {advice}" if advice else ""))


class InputError(KgError):
    """A path that is missing, empty, binary, undecodable or without an article."""


class OutputError(KgError):
    """A folder or file that can't be written."""


class DataError(KgError):
    """A row of a data file, a gold file or a graph file that is malformed."""
