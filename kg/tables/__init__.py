"""Reduce the extractions of all sources to the entities and statements of the corpus."""

from kg.tables.reduction import reduce as reduce
