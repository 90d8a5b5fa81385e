"""Write a graph as RDF: Turtle, N-Triples, TriG and JSON-LD."""

from kg.export.rdf.writer import to_rdf

__all__ = ["to_rdf"]
