"""Resolve the documents of an article: short titles to full ones, numbers and kinds."""

from __future__ import annotations

import re

from kg.readings import Document, Readings

_TYPE = (
    "意见",
    "通知",
    "方案",
    "规划",
    "办法",
    "决定",
    "决议",
    "纲要",
    "条例",
    "规定",
    "细则",
    "备忘录",
    "报告",
    "公报",
    "计划",
    "公告",
    "通报",
    "章程",
    "准则",
)


def full_titles(readings: Readings) -> dict[int, str]:
    """Give the full title for each document mention, by start offset; a short title that fits none keeps its name."""
    full: list[Document] = []
    out: dict[int, str] = {}
    alias: dict[str, str] = {}
    spelt: dict[str, str] = {}
    for document in readings.documents:
        name = tidy(document.name)
        if document.alias and full:
            target = _behind(name, full)
            alias[name] = target
            out[document.start] = target
        elif name in alias:
            out[document.start] = alias[name]
        elif _is_short(name):
            out[document.start] = _implicit(name, full, alias)
        else:
            # the spelling of the same title that stood first, quotation marks aside
            out[document.start] = spelt.setdefault(_plain(name), name)
            full.append(document)
    return out


def tidy(name: str) -> str:
    """Give a title without line breaks, and with its quotation marks as they are."""
    spaced = " ".join(name.split())
    return re.sub(r"^[‘'](.+?)[’']", r'"\1"', spaced) if name[:1] in "‘'" else spaced


def _is_short(name: str) -> bool:
    return (len(name) <= 4 and name.endswith(_TYPE)) or name in (
        "实施意见",
        "指导意见",
        "实施方案",
        "总体方案",
        "管理办法",
        "暂行办法",
    )


def _behind(name: str, full: list[Document]) -> str:
    for document in reversed(full):
        if tidy(document.name).rstrip("）)").endswith(name) or name[-2:] in document.name:
            return _inner(tidy(document.name), name)
    return tidy(full[-1].name)


def _inner(title: str, name: str) -> str:
    """Give the title in 〈〉 that a short title stands for where only it ends that way, else the whole."""
    inner = re.search(r"〈([^〉]+)〉", title)
    return inner.group(1) if inner and inner.group(1).endswith(name) and not title.endswith(name) else title


def _implicit(name: str, full: list[Document], alias: dict[str, str]) -> str:
    fits = [tidy(d.name) for d in full if re.sub(r"[（(][^（()）]*[)）]$", "", tidy(d.name)).endswith(name)]
    unique = list(dict.fromkeys(fits))
    if len(unique) == 1:
        alias[name] = unique[0]
    return unique[0] if len(unique) == 1 else name


def _plain(name: str) -> str:
    return re.sub(r"[\"'“”‘’\s]", "", name)
