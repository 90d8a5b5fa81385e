"""Write a graph: one module a format."""
