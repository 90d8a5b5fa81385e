"""Fold the names of organs that an article prints in short onto those that it prints in full."""

from __future__ import annotations

from kg.resolve.known import Named

_SHORTENED = ("委", "办", "中心", "局")


def fold(named: dict[int, Named]) -> None:
    """Fold 省委社建委 onto 省委社会建设委员会 where the article has both: a subsequence at the same territory."""
    shorts = [(at, n) for at, n in named.items() if n.name.endswith(_SHORTENED) and len(n.name) >= 5]
    full = {n.name: n for n in named.values()} if shorts else {}
    for start, short in shorts:
        hits = [n for n in full.values() if _is_short_for(short, n)]
        if len(hits) == 1:
            named[start] = hits[0]


def _is_short_for(short: Named, full: Named) -> bool:
    alike = full.territory == short.territory and full.kind == short.kind
    return alike and len(full.name) > len(short.name) and _abbreviates(short.name, full.name)


def _abbreviates(short: str, full: str) -> bool:
    common = 0
    while common < min(len(short), len(full)) and short[common] == full[common]:
        common += 1
    tail, rest = short[common:], iter(full[common:])
    return common >= 4 and 1 < len(tail) <= 4 and all(c in rest for c in tail)
