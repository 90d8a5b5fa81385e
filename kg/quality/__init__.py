"""Score what was read against annotated articles, and check a graph for what is doubtful or broken."""
