"""Order the dates of articles, which may be days, months or years."""

from __future__ import annotations

from collections.abc import Iterable


def span(dates: Iterable[str | None]) -> tuple[str | None, str | None]:
    """Give the first and the last of ISO dates, or two Nones where there is no date.

    Days, months and years stand in one total order, that of their text: a month comes before its days and a
    year before its months, so that the first is never after the last and nothing depends on the order of
    reading.
    """
    known = [date for date in dates if date]
    return (min(known), max(known)) if known else (None, None)
