"""Know the organisations and media of the word lists by name."""

from __future__ import annotations

from typing import NamedTuple

from kg import vocabulary
from kg.resolve.territories import Territory, of_code


class Named(NamedTuple):
    """Be an organisation with its canonical name; `parent` and `territory` are None where nothing says them."""

    name: str
    kind: str
    parent: Named | None = None
    territory: Territory | None = None
    resolved: bool = True

    @property
    def home(self) -> Territory | None:
        """Give the territory that it is said to be of: a country for media alone."""
        national = self.territory is not None and self.territory.level == "country" and self.kind != "media"
        return None if national else self.territory


def central(printed: str) -> Named:
    """Give a known organisation by canonical name or alias, with its parents; else a plain one of that name."""
    return _central().get(known_organs()[1].get(printed, printed)) or _plain(printed)


def leading(name: str) -> Territory | None:
    """Give the province or prefecture whose short form a name begins with."""
    for size in (4, 3, 2):
        if code := _short_codes().get(name[:size]):
            return of_code(code)
    return None


@vocabulary.compiled
def known_organs() -> tuple[dict[str, vocabulary.Organ], dict[str, str]]:
    """Give the organisations of the word lists by canonical name, and canonical names by alias."""
    rows = (*vocabulary.international_organisations(), *vocabulary.enterprises(), *vocabulary.organs())
    known = {o.name: o for o in rows}
    return known, {alias: o.name for o in known.values() for alias in o.aliases}


@vocabulary.compiled
def full_units() -> dict[str, str]:
    """Give the full names of offices by their short ones: 食安办 is 食品安全委员会办公室."""
    rows = vocabulary.read_table("organ_domains")
    return {f"{domain}办": f"{full}办公室" for domain, full, suffixes in rows if "办" in suffixes and domain != full}


@vocabulary.compiled
def _central() -> dict[str, Named]:
    """Give the organisations of the word lists with their parents and territories, by canonical name."""
    return {name: _with_parents(organ) for name, organ in known_organs()[0].items()}


def _with_parents(organ: vocabulary.Organ) -> Named:
    known, alias = known_organs()
    parent = None
    if organ.parent and organ.name.startswith(_stem(organ.parent)):
        above = known.get(alias.get(organ.parent, organ.parent))
        parent = _with_parents(above) if above else _plain(organ.parent)
    home = of_code(_short_codes().get(organ.name[:2], ""))
    return Named(organ.name, organ.kind, parent, home if organ.kind == "government" else None)


def _plain(name: str) -> Named:
    """Name an organisation that the word lists don't know, except as a medium perhaps."""
    return Named(name, "media" if name in known_media() else "government")


@vocabulary.compiled
def known_media() -> dict[str, str]:
    """Give the canonical names of the media of the word list by printed name."""
    return {name: m.name for m in vocabulary.media() for name in (m.name, *m.aliases)}


def _stem(parent: str) -> str:
    """Give how the names of an organ's parts begin: 中央… for the organs of 中共中央."""
    return parent.removesuffix("委员会") if not parent.endswith(("监察委员会",)) else parent


@vocabulary.compiled
def _short_codes() -> dict[str, str]:
    units = vocabulary.divisions()
    return {u.short: code for code, u in sorted(units.items(), reverse=True) if u.short and u.level != "county"}
