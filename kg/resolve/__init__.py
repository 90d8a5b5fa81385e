"""Resolve the readings of one article to entities with keys."""

from kg.resolve.articles import resolve

__all__ = ["resolve"]
