"""Read a passage behind a headline, and give what was found in it as plain tuples."""

from kg.model import Predicate
from kg.pipeline import extract_source

HEAD = "江苏省盐城市召开工作会议\n\n"


def read(text):
    (extraction,) = extract_source((HEAD + text + "\n").encode(), "a.txt")
    return extraction, {entity.id: entity for entity in extraction.entities}


def posts(text):
    extraction, entities = read(text)
    return {
        (entities[each.subject].name, entities[each.object].name, each.title, str(each.status))
        for each in extraction.relations
        if each.predicate is Predicate.HOLDS_POST
    }


def mentions(text, label):
    extraction, entities = read(text)
    start = len(HEAD)
    return [
        (each.text, entities[each.entity].name if each.entity else None)
        for each in extraction.mentions
        if each.label.value == label and each.start >= start
    ]


def edges(text, predicate):
    extraction, entities = read(text)
    return {
        (entities[each.subject].name, entities[each.object].name, *([str(each.role)] if each.role else []))
        for each in extraction.relations
        if each.predicate.value == predicate
    }
