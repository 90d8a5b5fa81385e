"""Fold the names of organs that an article prints in short onto those that it prints in full."""

from __future__ import annotations

from collections import defaultdict

from kg.resolve.known import Named

_SHORTENED = ("委", "办", "中心", "局")
_SHARED = 4


def fold(named: dict[int, Named]) -> None:
    """Fold 省委社建委 onto 省委社会建设委员会 where the article has both: a subsequence at the same territory."""
    shorts = [(at, n) for at, n in named.items() if n.name.endswith(_SHORTENED) and len(n.name) > _SHARED]
    alike: dict[tuple[object, ...], dict[str, Named]] = defaultdict(dict)
    for n in named.values() if shorts else ():
        alike[_beginning(n)][n.name] = n
    for start, short in shorts:
        hits = [full for name, full in alike[_beginning(short)].items() if _abbreviates(short.name, name)]
        if len(hits) == 1:
            named[start] = hits[0]


def _beginning(organ: Named) -> tuple[object, ...]:
    return organ.territory, organ.kind, organ.name[:_SHARED]


def _abbreviates(short: str, full: str) -> bool:
    common = 0
    while common < min(len(short), len(full)) and short[common] == full[common]:
        common += 1
    tail, rest = short[common:], iter(full[common:])
    return len(full) > len(short) and 1 < len(tail) <= 4 and all(c in rest for c in tail)
