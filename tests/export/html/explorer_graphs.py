"""Make graphs to look at: a small invented town with hostile names, and large ones by counting."""

from __future__ import annotations

import random

import networkx as nx

from kg.ids import article_id, entity_id
from kg.model import EntityType

HOSTILE = "</script><img src=x onerror=\"document.title='broken'\">"
FORMULA = '=HYPERLINK("http://x.invalid")'


def node(graph, type_: str, name: str, **values) -> str:
    identity = entity_id(EntityType(type_), name, values.pop("qualifier", ""))
    base = {"type": type_, "name": name, "aliases": [], "resolved": True, "mentions": 1, "articles": 1}
    graph.add_node(identity, **(base | values))
    return identity


def article(graph, number: int, title: str, **values) -> str:
    source = f"news/{number // 50}.txt"
    identity = article_id(source, number)
    base = {"type": "ARTICLE", "name": title, "aliases": [], "resolved": True, "mentions": 0, "articles": 1}
    graph.add_node(identity, **(base | {"source": source, "index": number, "sha256": "0" * 64} | values))
    return identity


def edge(graph, start: str, end: str, predicate: str, quote: str, said_in: str, **values) -> None:
    marks = [
        [quote.find(name), quote.find(name) + len(name)]
        for name in (graph.nodes[start]["name"], graph.nodes[end]["name"])
        if name in quote
    ]
    evidence = {"source": graph.nodes[said_in]["source"], "article": said_in, "ranges": [[0, len(quote)]]}
    evidence |= {"quote": quote, "line": 3, "extractor": "test", "confidence": 0.9, "marks": marks}
    base = {"predicate": predicate, "weight": 1, "articles": 1, "confidence": 0.9, "evidence": [evidence]}
    key = "|".join([predicate, values.get("title", values.get("role", "")), values.get("status", "")])
    graph.add_edge(start, end, key=key, **(base | values))


def town() -> nx.MultiDiGraph:
    """Give eleven nodes in which every type, every predicate of note and every doubt stands."""
    graph = nx.MultiDiGraph(name="", articles=3, sources=1, characters=900, modified="2022-05-06")
    first = article(graph, 0, "云泽县召开治水会议", date="2022-04-08", first_date="2022-04-08", last_date="2022-04-08")
    second = article(
        graph, 1, "云泽县水务局印发办法", date="2022-05-06", first_date="2022-05-06", last_date="2022-05-06"
    )
    county = node(graph, "PLACE", "云泽县", kind="county", code="441999", articles=2)
    province = node(graph, "PLACE", "广东省", kind="province", code="440000")
    bureau = node(graph, "AGENCY", "云泽县水务局", kind="government", aliases=["县水务局", "水务局"], articles=2)
    government = node(graph, "AGENCY", "云泽县人民政府", kind="government")
    lin = node(graph, "OFFICIAL", "单柏舟", articles=2, first_date="2022-04-08", last_date="2022-05-06")
    namesake = node(graph, "OFFICIAL", "单柏舟", qualifier="二", resolved=False, candidates="单柏舟（云泽县）")
    paper = node(graph, "DOCUMENT", "《云泽县河道管理办法》", kind="policy", number="云水〔2022〕7号")
    meeting = node(
        graph, "EVENT", "全县治水工作会议", date="2022-04-08", first_date="2022-04-08", last_date="2022-04-08"
    )
    hostile = node(graph, "AGENCY", HOSTILE)
    formula = node(graph, "AGENCY", FORMULA)
    day = {"first_date": "2022-04-08", "last_date": "2022-04-08"}
    post = "云泽县水务局局长单柏舟出席全县治水工作会议。"
    edge(graph, lin, bureau, "holds_post", post, first, title="局长", status="current", **day)
    edge(graph, lin, meeting, "attended", post, first, role="speaker", **day)
    edge(graph, lin, meeting, "attended", "单柏舟主持全县治水工作会议。", first, role="host", **day)
    edge(graph, bureau, meeting, "attended", post, first, role="organiser", confidence=0.4, **day)
    edge(
        graph,
        namesake,
        government,
        "holds_post",
        "云泽县人民政府原副县长单柏舟。",
        second,
        title="副县长",
        status="former",
    )
    edge(graph, bureau, paper, "issued", "云泽县水务局印发《云泽县河道管理办法》。", second, first_date="2022-05-06")
    edge(graph, bureau, government, "part_of", "云泽县人民政府所属云泽县水务局。", second)
    edge(graph, bureau, county, "jurisdiction", "云泽县水务局。", first)
    edge(graph, county, province, "located_in", "广东省云泽县。", first)
    edge(graph, hostile, county, "jurisdiction", f"{HOSTILE}在云泽县。", second)
    edge(graph, formula, county, "co_occurs_with", f"{FORMULA}与云泽县。", second, npmi=0.4)
    edge(graph, first, bureau, "reported_by", "（云泽县水务局）", first)
    return graph


def large(count: int, *, seed: int = 7) -> nx.MultiDiGraph:
    """Give `count` nodes and four times as many edges, the same for the same seed."""
    choose = random.Random(seed)
    graph = nx.MultiDiGraph(name="", articles=count // 10, sources=count // 500 + 1, characters=count * 90)
    types = ("OFFICIAL", "AGENCY", "AGENCY", "DOCUMENT", "PLACE", "EVENT")
    words = "江河湖海山川田林云泽安宁和顺德善文武明清水务教育民政财政交通农业"
    reports = [article(graph, i, f"第{i}号消息", date=f"{2015 + i % 8}-{i % 12 + 1:02}-10") for i in range(count // 10)]
    nodes = []
    for i in range(count - len(reports)):
        name = "".join(choose.choices(words, k=choose.randint(2, 8))) + str(i)
        nodes.append(node(graph, types[i % 6], name, articles=1 + int(30 / (1 + i % 97))))
    for i in range(count * 4):
        start, end = nodes[int(len(nodes) * choose.random() ** 2)], choose.choice(nodes)
        if start != end:
            predicate = "part_of" if i % 4 == 0 else "co_occurs_with"
            said = choose.choice(reports)
            quote = f"{graph.nodes[start]['name']}与{graph.nodes[end]['name']}共同推进第{i % (count * 2)}项工作。"
            start, end = (start, end) if predicate == "part_of" else sorted((start, end))
            edge(graph, start, end, predicate, quote, said, weight=1 + i % 5, npmi=0.3)
    return graph
