"""Find the places abroad that no list has, by their transliterated names: 敖德萨州, 缅甸妙瓦底地区."""

from __future__ import annotations

import re
from dataclasses import replace

from kg import vocabulary
from kg.nlp import lexicon
from kg.nlp.foreign_towns import fronts, run_before
from kg.nlp.surface import Surface
from kg.readings import Part, Place

_ORGAN = re.compile("国防部|国务院|国务卿")
_LAST = re.compile(
    "自治共和国|联邦区|海峡|群岛|半岛|地区|" + "|".join(f"{last}(?![长委政府立会]|中心)" for last in "州省市岛港镇湾")
)
"""The last words of places abroad, each spelt out: so a search skips to where one of their first characters stands."""
_ENOUGH = 3
_SIDES = ("东", "南", "西", "北", "中", "上", "下")
_HONOURS = ("亲王", "国王", "女王", "王储", "苏丹", "埃米尔", "天皇", "长官", "大臣")
_PLAIN = frozenset("俄美英法德日韩朝")
"""The characters that mean one country also where the text doesn't name it in full."""
_WORD = -12.5
_WITHIN = (
    "境内", "东部", "西部", "南部", "北部", "中部", "子公司", "投资", "企业", "公民", "留学", "联邦", "参议院", "参院",
    "众议院", "众院", "提供", "多地", "发射", "派兵", "出口", "部署",
)  # fmt: skip
"""What stands behind a country's character where it is a place: 对|俄|境内, 在|美|子公司."""


def foreign_places(page: Surface, chains: list[Place]) -> list[Place]:
    """Give the chains with the places abroad that grammar finds, and cities behind their country joined to it."""
    found = _lettered(page, fronts(page, _named(page, _joined(_whole(page, chains)))))
    return _listed(page.text, _joined(sorted(found, key=lambda p: p.start)))


def _listed(text: str, chains: list[Place]) -> list[Place]:
    """Hand the country that begins a list on to its other places: 也门荷台达省、塔伊兹省."""
    out: list[Place] = []
    for chain in chains:
        last = out[-1] if out else None
        if last and len(chain.parts) == 1 and chain.level == "other" and last.parts[0].level == "country":
            home = last.parts[0]
            listed = len(last.parts) > 1 and text[last.end : chain.start] in ("、", "和", "及", "与")
            if listed and chain.parts[0].codes in ((), home.codes):
                chain = replace(chain, parts=(home, *chain.parts))
        out.append(chain)
    return out


@vocabulary.compiled
def _letters() -> tuple[dict[str, tuple[str, ...]], re.Pattern[str], frozenset[str], re.Pattern[str]]:
    """Give the countries that a short form may stand for, the one meant without a name first; and where it does.

    The first pattern finds where it may, quickly, if one of the pairs of characters follows; the second decides.
    """
    usual = {
        country.abbreviation: country.code
        for country in vocabulary.countries()
        if country.abbreviation not in ("", "华")
    }
    codes: dict[str, tuple[str, ...]] = {letter: (code,) for letter, code in usual.items()}
    for country in vocabulary.countries():
        if (letter := country.name[0]) not in _SIDES and country.code not in codes.get(letter, ()):
            codes[letter] = (*codes.get(letter, ()), country.code)
    posts = [row[0] for row in vocabulary.titles() if row[1] == "foreign" and row[0] not in _HONOURS]
    organs = [row[0] for row in vocabulary.read_table("foreign_organ_suffixes") if len(row[0]) > 1]
    words = (*posts, *organs, "联邦", "国会", "副总统", "副总理", "副外长", "前总统")
    behind, within = "|".join(sorted(words, key=lambda w: (-len(w), w))), "|".join(_WITHIN)
    letters = "|".join(sorted(codes, key=len, reverse=True))
    pairs = frozenset((rest + word)[:2] for rest in {letter[1:] for letter in codes} for word in (*words, *_WITHIN))
    heads = {letter[0] for letter in codes}
    first, second, third = ("".join(map(re.escape, sorted(set(each)))) for each in (heads, *zip(*pairs, strict=True)))
    return (
        codes,
        re.compile(f"[{first}](?=[{second}][{third}])"),
        pairs,
        re.compile(
            f"(?<![0-9一二三四五六七八九十今当明昨次近每中])(?<!同(?=[日比]))({letters})(?={behind})|(?<=[在对向])({letters})(?={within})"
        ),
    )


def _lettered(page: Surface, chains: list[Place]) -> list[Place]:
    """Add the countries that one character stands for before their offices: 俄总统, 以国防部.

    A character that several countries share means the one that the text names in full; else it stays unread.
    """
    codes, maybe, pairs, pattern = _letters()
    text = page.text
    starts = [m.start() for m in maybe.finditer(text) if text[m.end() : m.end() + 2] in pairs]
    found = [match for start in starts if (match := pattern.match(text, start))]
    if not found:
        return chains
    named = {code for chain in chains if chain.parts[0].level == "country" for code in chain.parts[0].codes}
    taken = {i for chain in chains for i in range(chain.start, chain.end)}
    out = list(chains)
    for match in found:
        start, letter = match.start(), match.group(1) or match.group(2)
        plain = letter in _PLAIN or len(letter) > 1
        meant = [code for code in codes[letter] if code in named] or list(codes[letter][:plain])
        if start in taken or page.quoted[start] or len(meant) != 1 or not (match.group(2) or _begins(page, start)):
            continue
        part = Part(start, match.end(), letter, "country", (meant[0],))
        within = match.group(2) and page.text[match.end()] not in "联参众"
        out.append(Place(start, match.end(), (part,), "letter" if within else "country"))
    return sorted(out, key=lambda p: p.start)


def _begins(page: Surface, start: int) -> bool:
    """Tell whether a word may begin here: no ordinary word runs over from the character before."""
    before = page.text[start - 1 : start + 1]
    if start == 0 or page.stop[start - 1]:
        return True
    return before[0] not in vocabulary.foreign_characters() and lexicon.words().get(before, -99.0) < _WORD


def _whole(page: Surface, chains: list[Place]) -> list[Place]:
    """Take the last word into the name of a city abroad (得克萨斯|州); leave out what is a piece of a longer word."""
    letters, out = vocabulary.foreign_characters(), []
    ends = {c.end for c in chains}
    for chain in chains:
        if chain.form == "country":
            if chain.abroad and _ORGAN.match(page.text, chain.end - 1):
                part = replace(chain.parts[0], end=chain.end - 1, name=page.text[chain.start : chain.end - 1])
                chain = replace(chain, end=part.end, parts=(part,))
            if page.text.startswith("岛", chain.end):
                chain = _longer(chain, "岛")
        elif chain.level == "other":
            before = page.text[chain.start - 1 : chain.start]
            whole = before not in letters or page.stop[chain.start - 1] or chain.start in ends
            if chain.end - chain.start == 2 and before and not whole:
                continue
            last = _LAST.match(page.text, chain.end)
            chain = _longer(chain, last.group()) if last else chain
        out.append(chain)
    return out


def _longer(chain: Place, last: str) -> Place:
    part, end = chain.parts[-1], chain.end + len(last)
    return Place(chain.start, end, (*chain.parts[:-1], replace(part, end=end, name=part.name + last)), chain.form)


def _joined(chains: list[Place]) -> list[Place]:
    out: list[Place] = []
    for chain in chains:
        last = out[-1] if out else None
        if last is not None and last.end == chain.start and _holds(last, chain):
            out[-1] = Place(last.start, chain.end, (*last.parts, *chain.parts), "full")
        else:
            out.append(chain)
    return out


def _holds(country: Place, place: Place) -> bool:
    home, codes = country.parts[0].codes, place.parts[0].codes
    abroad = country.form == "country" or country.level == "other"
    return abroad and home != ("CN",) and place.level == "other" and (codes == () or home == () or codes == home)


def _named(page: Surface, chains: list[Place]) -> list[Place]:
    """Add the places that a run of transliterating characters and a last word give away; they take in shorter ones."""
    matches = [(m, run) for m in _LAST.finditer(page.text) if m.start() - (run := run_before(page.text, m.start())) > 1]
    if not matches:
        return chains
    ends = {chain.end for chain in chains if chain.form == "country"}
    out = {chain.start: chain for chain in chains}
    abroad = any(chain.level == "other" or chain.abroad for chain in chains)
    for match, run in matches:
        if not abroad and match.group() in ("镇", "乡", "村"):
            continue
        start = _start(page, run, match.start(), ends)
        if start is None and match.group() in ("州", "省"):
            start = _with_side(page, run, match.start())
        if start is None or page.quoted[start]:
            continue
        inside = [chain for chain in chains if chain.start < match.end() and start < chain.end]
        if any(not _yields(chain, start, match.end()) for chain in inside):
            continue
        for chain in inside:
            out.pop(chain.start, None)
        codes = next((chain.parts[-1].codes for chain in inside), ())
        part = Part(start, match.end(), page.text[start : match.end()], "other", codes)
        out[start] = Place(start, match.end(), (part,), "full")
        ends.add(match.end())
    return [out[start] for start in sorted(out)]


def _with_side(page: Surface, run: int, end: int) -> int | None:
    """Give where the name of a state with its side begins: 北|达尔富尔州."""
    sided = end - run >= _ENOUGH and page.text[run - 1 : run] in _SIDES
    return run - 1 if sided and (run == 1 or page.stop[run - 2]) else None


def _yields(chain: Place, start: int, end: int) -> bool:
    """Tell whether a place is but a piece of a transliterated name: 达州 in 明尼苏达州."""
    if chain.form == "short" and chain.start > start:
        return True
    return chain.level == "other" and chain.start >= start and chain.end < end


def _start(page: Surface, start: int, end: int, ends: set[int]) -> int | None:
    """Give where the transliterated name begins: behind its country, or at a stop; None where words are meant."""
    while start < end and page.stop[start] and start and page.stop[start - 1]:
        start += 1
    if end - start < 2:
        return None
    begin = next((at for at in range(end - 2, start - 1, -1) if at in ends), None)
    if begin is not None:
        return begin if end - begin >= _ENOUGH or page.text[end] in "州省市" else None
    if end - start < _ENOUGH or (start and not page.stop[start - 1]):
        return None
    words = lexicon.words()
    pairs = [page.text[at : at + 2] for at in range(start, end - 1)]
    return None if any(words.get(pair, -99.0) > _WORD for pair in pairs) else start
