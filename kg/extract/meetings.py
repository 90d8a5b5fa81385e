"""Find the meetings of an article, who organised and chaired them, who spoke and who came."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.sentences import around, sentences
from kg.model import Predicate, Role
from kg.readings import Agency, Ground, Link, Meeting, Occasion, Person, Readings

_ORGANISE = re.compile(
    r"，?[^，。；]{0,40}?(?:组织召开|组织举办|召开|举办|举行|主办|承办|组织)(?:了|的)?[^，。；]{0,14}$"
)
_BY = re.compile(r"(?:由)(?P<who>[^，。；]{2,60}?)(?:主办|承办|联合主办|共同主办|举办)")

_SPEAK = re.compile(
    r"(?:同志|局长|书记|主席|总书记)?[^。；]{0,60}?(?:讲话|致辞|致词|发言|授课|强调|指出|要求|表示|介绍|通报|传达|宣读|宣布|作报告|[^明]说[，：:]|主题报告|宣讲)"
)
_SAY = re.compile(
    r"(?:同志|局长|书记|主席|总书记|会长)?(?:[\u4e00-\u9fff]{0,8}?)(?:指出|强调|表示|说|要求|介绍|认为|提出|通报|传达|宣布|宣读|致辞|讲话|发言|授课|作了?[^，。]{0,12}?(?:发言|讲话|报告|介绍|授课|致辞))"
)
_ATTEND = re.compile(
    r"出席|参加|列席|到会|与会|见证|签约|揭牌|陪同|参会|在座|视频[^，。]{0,6}参会|设分会场|代表[^，。]{0,8}签约|随行|在座|观摩"
)
_HOST = re.compile(r"(?:局长|书记|同志)?主持(?:了|召开)?")
_HOSTED_BY = re.compile(r"由[^，。；]{0,60}?主持")


def occasions(text: str, readings: Readings) -> list[Occasion]:
    """Give the meetings of an article, each once, in the order in which they are first described."""
    spans = sentences(text)
    out: list[Occasion] = []
    for meeting in readings.meetings:
        if meeting.anaphor:
            continue
        sentence, known = around(spans, meeting.start), _same(out, meeting.name)
        if known is not None:
            if out[known].start < text.find("\n") < meeting.start:
                out[known] = Occasion(max(out[known].name, meeting.name, key=len), meeting.start, meeting.end, sentence)
            continue
        out.append(Occasion(meeting.name, meeting.start, meeting.end, sentence))
    return _prefer_body(text, out)


def _prefer_body(text: str, found: list[Occasion]) -> list[Occasion]:
    """Leave out a headline's shorter name of a meeting that the body names in full."""
    head = text.find("\n")
    bodies = [o for o in found if o.start > head]
    return [o for o in found if o.start > head or not bodies] if head > 0 else found


def _same(known: list[Occasion], name: str) -> int | None:
    for index, occasion in enumerate(known):
        if name in occasion.name or occasion.name in name or _alike(name, occasion.name):
            return index
    return None


def _alike(first: str, second: str) -> bool:
    grams = [{s[i : i + 2] for i in range(len(s) - 1)} for s in (first, second)]
    return (
        bool(grams[0] and grams[1])
        and len(grams[0] & grams[1]) / min(map(len, grams)) > 0.66
        and first[-1] == second[-1]
    )


def attendance(text: str, readings: Readings, found: list[Occasion]) -> Iterator[Link]:
    """Yield an attended link for every role that the text gives a person or an agency at one of the meetings."""
    if not found:
        return
    spans = sentences(text)
    for index, occasion in enumerate(found):
        yield from _organisers(text, readings, occasion, index)
    current = 0
    here: dict[int, set[str]] = {}
    for start, end in spans:
        if "\n" in text[:start] or start > 0 or len(spans) == 1:
            current = _current(readings, found, start, end, current)
            yield from _in_sentence(text, readings, found, current, start, end, here)


def _current(readings: Readings, found: list[Occasion], start: int, end: int, before: int) -> int:
    for meeting in readings.meetings:
        if start <= meeting.start < end and not meeting.anaphor:
            index = _same(found, meeting.name)
            if index is not None:
                return index
    return before


def _organisers(text: str, readings: Readings, occasion: Occasion, index: int) -> Iterator[Link]:
    start, _ = occasion.sentence
    agencies = [a for a in readings.agencies if start <= a.start and a.end <= occasion.start and a.kind != "media"]
    ground: Ground = ("meeting", "", index)
    by = _BY.search(text, start, occasion.start)
    run: list[Agency] = []
    if by:
        run = [
            a
            for a in agencies
            if by.start("who") <= a.start and a.end <= by.end("who") + 1 and not text.startswith("指导", a.end)
        ]
    elif agencies and _ORGANISE.fullmatch(text, agencies[-1].end, occasion.start):
        run = [agencies[-1]]
        for agency in reversed(agencies[:-1]):
            if not re.fullmatch(r"、|和|及|与|会同|联合|，|", text[agency.end : run[-1].start]):
                break
            run.append(agency)
    for agency in reversed(run):
        yield Link(
            ("mention", "", agency.start),
            Predicate.ATTENDED,
            ground,
            agency.start,
            occasion.end,
            "organise",
            0.92,
            role=Role.ORGANISER,
        )


def _in_sentence(
    text: str,
    readings: Readings,
    found: list[Occasion],
    current: int,
    start: int,
    end: int,
    here: dict[int, set[str]],
) -> Iterator[Link]:
    ground: Ground = ("meeting", "", current)
    alone = len(found) == 1
    people = [p for p in readings.people if start <= p.start < end]
    agencies = [a for a in readings.agencies if start <= a.start < end and not _DATELINE.match(text, a.end)]
    met = any(start <= m.start < end for m in readings.meetings)
    for person in people:
        for role, confidence in _roles(text, readings, person, people, end, met, start):
            if role is Role.SPEAKER and not (met or alone or person.name in here.get(current, ())):
                continue
            here.setdefault(current, set()).add(person.name)
            yield Link(
                ("person", person.name, person.start),
                Predicate.ATTENDED,
                ground,
                person.start,
                min(end, person.end + 40),
                "attend",
                confidence,
                role=role,
            )
    by = _HELD_BY.search(text, start, end)
    for agency in [a for a in agencies if by and by.start("who") <= a.start and a.end <= by.end("who")]:
        yield Link(
            ("mention", "", agency.start),
            Predicate.ATTENDED,
            ground,
            agency.start,
            end,
            "organise",
            0.9,
            role=Role.ORGANISER,
        )
    titled = {t.start for t in readings.titles}
    for agency in agencies:
        sent = _agency_role(text, agency, people, titled, end)
        if sent:
            yield Link(
                ("mention", "", agency.start), Predicate.ATTENDED, ground, agency.start, end, "attend", 0.85, role=sent
            )


def _roles(
    text: str, readings: Readings, person: Person, people: list[Person], end: int, met: bool, start: int
) -> Iterator[tuple[Role, float]]:
    """Give the roles of a person in a sentence, read from the clause behind the name or behind the list it is in."""
    behind = text[person.end : end]
    if _UNREAL.search(text, max(start, person.start - 12), person.start) or _UNREAL_BEHIND.match(behind):
        return
    if _STUDIED.search(text, start, person.start) or _QUOTED.match(behind):
        return
    later = [p.start for p in people if p.start > person.start]
    own = text[person.end : later[0]] if later else behind
    clause = re.split(r"[。；]", behind)[0]
    if _HOST.match(own) or (
        re.search(r"由[^，。；]{0,60}$", text[start : person.start]) and re.match(r"(?:局长|书记|同志)?主持", behind)
    ):
        yield Role.HOST, 0.9
    if _listed(own) or not later:
        verb = _verb_clause(clause)
        if verb and not _HOST.match(verb):
            if _ATTEND.search(verb):
                yield Role.ATTENDEE, 0.9
            if _SAY.match(verb) or (re.search(r"出席[^，。]{0,20}并|，并|见证", verb) and _SPEAK.match(verb)):
                yield Role.SPEAKER, 0.9
        elif verb and re.search(r"主持[^，。]{0,12}并(?:讲话|致辞)", verb):
            yield Role.SPEAKER, 0.9
    elif later:
        if _ATTEND.search(own):
            yield Role.ATTENDEE, 0.88
        if _SAY.match(own) or re.search(r"出席[^，。]{0,20}并(?:讲话|致辞)", own):
            yield Role.SPEAKER, 0.88


_STUDIED = re.compile(r"(?:学习|贯彻|落实|领会|围绕|传达|按照|遵循|根据|学习宣传贯彻)(?:了)?$")
_QUOTED = re.compile(
    r"(?:总书记|主席|书记|同志)?(?:关于|《|重要|在[^，。]{0,30}(?:报告|讲话|文章|时)|对[^，。]{0,20}(?:重要|讲话|指示)|亲临|亲自|十分|高度|为核心|近期)"
)
_HELD_BY = re.compile(
    r"(?:会议|大会|活动|仪式|论坛|培训班|演练|会)由(?P<who>[^。；]{2,60}?)(?:联合|共同)?(?:主办|举办|承办)"
)
_UNREAL = re.compile(r"(?:期待|希望|欢迎|邀请|应邀|祝贺|感谢)[^，。]{0,8}$")
_UNREAL_BEHIND = re.compile(r"[^，。]{0,16}?(?:会见|会谈)[^，。]{0,8}出席|[^，。]{0,4}(?:将于|将应邀|将赴|将出席|拟于)")
_DATELINE = re.compile(r"(?:消息|讯|[^，。]{0,12}日电|报道)")
_NAMELESS = re.compile(r"[\u4e00-\u9fff]{2,10}?(?:[、，。；]|参加|出席|列席|等)")
_LISTING = re.compile(r"(?:[（(][^（）()]{1,8}[)）])?(?:、|，|,|和|及|与|以及|共同|分别)")


def _listed(own: str) -> bool:
    return bool(_LISTING.match(own)) and not re.match(r"，(?:并|要|必须|就|从)", own) and not _ATTEND.search(own[:12])


def _verb_clause(clause: str) -> str:
    """Give the words from the verb on that a list of people shares."""
    match = re.search(
        r"(?:分别|共同|先后|一同|一起|代表各方|到会|出席|参加|列席|见证|陪同|在座|观摩|主持|揭牌|签约|讲话|致辞|发言|通报|传达|指出|强调|表示|介绍|说|宣布|宣读|在[^，。]{0,10}上?(?:作|说|致))",
        clause,
    )
    return clause[match.start() :] if match and match.start() < 160 else ""


def _agency_role(text: str, agency: Agency, people: list[Person], titled: set[int], end: int) -> Role | None:
    """Give the role of an agency that sends nameless people, or speaks itself."""
    if agency.end in titled and any(agency.end < p.start < agency.end + 20 for p in people):
        return None
    if agency.end in titled and not _NAMELESS.match(text, agency.end):
        return None
    whole = text[agency.end : end].split("。")[0]
    behind = whole.split("；")[0]
    if any(agency.end <= p.start <= agency.end + 4 for p in people) or re.match(
        r"[》”]?(?:杂志)?的(?:有关)?情况", behind
    ):
        return None
    if re.match(r"(?:有关|主要|分管)?(?:负责同志|负责人|处长|局长|院长|代表)；", whole) and re.search(
        r"参加|出席|列席", whole[-14:]
    ):
        return Role.ATTENDEE
    nearer = [p.start - agency.end for p in people if p.start > agency.end]
    if nearer and not re.match(r"[^，]*?(?:负责|有关)", behind[: nearer[0]]):
        return None
    if re.search(
        r"(?:作|做|作了|做了|交流|介绍|进行)(?:了)?[^。]{0,40}?(?:交流发言|发言|授课|讲授|经验|情况|介绍|交流(?=$|[，。]))",
        behind,
    ) and not re.search(r"通报|会议|印发", behind[:6]):
        return Role.SPEAKER
    if re.search(
        r"(?:负责同志|负责人|代表|院长|检察长|处长|局长|设分会场|主要负责)[^。]{0,90}?(?:参加|出席|列席|到会|参会|与会|设分会场)|设分会场",
        behind,
    ):
        return Role.ATTENDEE
    return None


__all__ = ["Meeting", "attendance", "occasions"]
