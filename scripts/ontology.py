"""Write docs/ontology.html, the description of the ontology and the shapes.

usage: python scripts/ontology.py
"""

from pathlib import Path

from kg.export.rdf.ontology_page import ontology_page

if __name__ == "__main__":
    (Path(__file__).resolve().parents[1] / "docs" / "ontology.html").write_text(ontology_page(), encoding="utf-8")
