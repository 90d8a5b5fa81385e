"""Describe the ontology and the shapes as an HTML page, in Chinese and English."""

from __future__ import annotations

from importlib.resources import files

import rdflib
from jinja2 import Environment
from rdflib.namespace import DCTERMS, OWL, RDF, RDFS, SH
from rdflib.term import Node

DATA = files("kg") / "data"
NAMESPACE = "https://kg.example.org/gov/ns#"
_KINDS = ((OWL.Class, "类", "Classes"), (OWL.ObjectProperty, "关系", "Links"), (OWL.DatatypeProperty, "属性", "Values"))
_PAGE = """<!doctype html>
<html lang="zh-Hans">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{{ zh }} {{ en }}</title>
<style>
body { font: 16px/1.6 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1c1c1c }
h2 { margin-top: 2.5rem; border-bottom: 1px solid #ccc } dt { font-weight: 600; margin-top: 1rem }
dd { margin: 0 0 0 1rem } code { background: #f3f3f3; padding: 0 .2em } table { border-collapse: collapse }
td, th { text-align: left; vertical-align: top; padding: .3rem .8rem .3rem 0; border-bottom: 1px solid #ddd }
</style>
<h1>{{ zh }} <span lang="en">{{ en }}</span></h1>
<p>{{ about_zh }}</p>
<p lang="en">{{ about_en }}</p>
<p><code>{{ namespace }}</code> {{ version }}</p>
{% for title_zh, title_en, terms in groups if terms %}
<h2>{{ title_zh }} <span lang="en">{{ title_en }}</span></h2>
<dl>
{% for term in terms %}
<dt id="{{ term.name }}"><code>gov:{{ term.name }}</code> {{ term.zh }} <span lang="en">{{ term.en }}</span></dt>
<dd>{{ term.about_zh }}</dd>
<dd lang="en">{{ term.about_en }}{% if term.range %} → <code>{{ term.range }}</code>{% endif %}</dd>
{% endfor %}
</dl>
{% endfor %}
<h2>规则 <span lang="en">Rules</span></h2>
<table>
<tr><th>规则 <span lang="en">Rule</span><th>对象 <span lang="en">Of</span><th>要求 <span lang="en">Asks</span></tr>
{% for rule in rules %}
<tr><td><code>{{ rule.name }}</code><td><code>{{ rule.classes }}</code> <code>{{ rule.path }}</code><td>{{ rule.zh }}<br><span lang="en">{{ rule.en }}</span></tr>
{% endfor %}
</table>
</html>
"""  # noqa: E501


def ontology_page() -> str:
    """Give the page that describes `kg/data/ontology.ttl` and `kg/data/shapes.ttl`."""
    ontology, shapes = (
        rdflib.Graph().parse(data=(DATA / name).read_text("utf-8"), format="turtle")
        for name in ("ontology.ttl", "shapes.ttl")
    )
    head = next(ontology.subjects(RDF.type, OWL.Ontology))
    title = RDFS.label if ontology.value(head, RDFS.label) else DCTERMS.title
    about = RDFS.comment if ontology.value(head, RDFS.comment) else DCTERMS.description
    return Environment(autoescape=True, trim_blocks=True).from_string(_PAGE).render(
        zh=_said(ontology, head, title, "zh-hans"), en=_said(ontology, head, title, "en"),
        about_zh=_said(ontology, head, about, "zh-hans"), about_en=_said(ontology, head, about, "en"),
        namespace=NAMESPACE, version=ontology.value(head, OWL.versionInfo) or "",
        groups=[(zh, en, _terms(ontology, kind)) for kind, zh, en in _KINDS], rules=_rules(shapes),
    )  # fmt: skip


def _said(graph: rdflib.Graph, subject: Node, predicate: Node, language: str) -> str:
    texts = [o for o in graph.objects(subject, predicate) if isinstance(o, rdflib.Literal) and o.language == language]
    return str(texts[0]) if texts else ""


def _terms(ontology: rdflib.Graph, kind: Node) -> list[dict[str, str]]:
    found = sorted(str(term) for term in ontology.subjects(RDF.type, kind) if str(term).startswith(NAMESPACE))
    return [_term(ontology, rdflib.URIRef(term)) for term in found]


def _term(ontology: rdflib.Graph, term: rdflib.URIRef) -> dict[str, str]:
    target = ontology.value(term, RDFS.range)
    return {
        "name": term.removeprefix(NAMESPACE),
        "zh": _said(ontology, term, RDFS.label, "zh-hans"),
        "en": _said(ontology, term, RDFS.label, "en"),
        "about_zh": _said(ontology, term, RDFS.comment, "zh-hans"),
        "about_en": _said(ontology, term, RDFS.comment, "en"),
        "range": "" if target is None else ontology.qname(str(target)),
    }


def _rules(shapes: rdflib.Graph) -> list[dict[str, str]]:
    out = []
    for node in shapes.subjects(RDF.type, SH.NodeShape):
        classes = ", ".join(sorted(shapes.qname(str(each)) for each in shapes.objects(node, SH.targetClass)))
        for rule in shapes.objects(node, SH.property):
            out.append({
                "name": str(rule).removeprefix(f"{NAMESPACE}rule-"), "classes": classes,
                "path": shapes.qname(str(shapes.value(rule, SH.path))),
                "zh": _said(shapes, rule, SH.message, "zh-hans"), "en": _said(shapes, rule, SH.message, "en"),
            })  # fmt: skip
    return sorted(out, key=lambda rule: rule["name"])
