"""Read files into articles: decode, clean, re-join lines, split, date, and keep the way back to the file."""

from __future__ import annotations

from kg.corpus.reading import read_articles
from kg.corpus.sources import Sources, find_sources

__all__ = ["Sources", "find_sources", "read_articles"]
