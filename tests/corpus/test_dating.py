from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.corpus import read_articles
from kg.dates import find_dates

HEAD = "东川县召开工作会议\n\n"


def dated(raw):
    return [a.date for a in read_articles(raw.encode(), "a.txt")]


CASES = [
    # body, date, why
    ("2024年4月12日，东川县召开会议。", "2024-04-12", "a full date"),
    ("4月12日，东川县召开会议。", None, "no year anywhere"),
    ("4月12日，2024年东川县民政工作会议召开。", "2024-04-12", "the year in the name of the meeting"),
    ("4月12日，东川县召开会议，部署2024年重点工作。", "2024-04-12", "the year of the work at hand"),
    ("12月28日，东川县召开会议，部署2024年重点工作。", None, "in December that work may be next year's"),
    ("12月28日，会议总结2023年工作，部署2024年任务。", "2023-12-28", "last year and next, seen from December"),
    ("2月8日，会议总结2023年工作，部署2024年任务。", "2024-02-08", "last year and this, seen from February"),
    ("4月12日，会议提出到2025年建成百个站点。", None, "a year of plans to come"),
    ("截至今天（5月21日），旅客破千万人次，较2023年提前4个月。", None, "a year compared with"),
    ("5月21日，县里公布数字，比2023年增长两成。", None, "a year compared with by 比"),
    ("5月21日，县里公布数字，高于2023年同期。", None, "the same months of another year"),
    ("4月12日，县里印发《通知》（东民〔2024〕3号）。", None, "the number of a document"),
    ("日前，县里印发《办法》，自2024年9月1日起施行。", None, "the day that a rule takes effect"),
    ("近日，县里召开会议。", None, "no date"),
    ("10月30日至11月2日，2024年东川县培训班举行。", "2024-10-30", "the first day of several"),
    ("鲁行，1974年3月5日出生。\n\n公示期：2023年11月6日至10日。\n2023年11月3日", "2023-11-03", "the closing line"),
    ("新华社东川2月6日电 县里日前印发《关于做好2024年工作的通知》。", "2024-02-06", "a dateline, the year in the text"),
    ("新华社东川7月21日电 2024年7月20日夜，东川县突降暴雨。", "2024-07-21", "a dateline beside a full date"),
    ("新华社东川7月21日电 2022年3月20日开工的大桥通车。", None, "a dateline beside a date of another month"),
    ("9月19日，2025东川茶叶博览会开幕。", "2025-09-19", "the year of a fair's edition"),
    ("1949年，东川解放。今年起，县里修路。", None, "history"),
    ("东川产茶。\n2023年7月12日，村里开会。当年9月，合作社成立。", None, "told from years later"),
    ("东川产茶。\n2023年7月12日，村里开会，商量办社。", "2023-07-12", "a date behind the lead"),
    ("2 0 2 4年4月1 2日，东川县召开会议。", "2024-04-12", "split digits"),
    ("二〇二四年四月十二日，东川县召开会议。", "2024-04-12", "Chinese digits"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "date", "why"), CASES, ids=[why for *_, why in CASES])
def test_date_of_an_article(body, date, why):
    assert dated(HEAD + body)[:1] == [date], why


def test_year_of_the_issue_line():
    assert dated(f"民政之窗     2024年第8期\n\n{HEAD}4月12日，东川县召开会议。") == ["2024-04-12"]


def test_year_of_the_other_articles():
    other = "西川县召开会议\n\n2024年4月9日，西川县召开会议。（据西川日报）\n"
    raw = f"{HEAD}4月12日，东川县召开会议。（据东川日报）\n\n{other}"
    assert dated(raw) == ["2024-04-12", "2024-04-09"]


def test_other_articles_of_two_years_give_none():
    raw = (
        f"{HEAD}4月12日，东川县召开会议。（据东川日报）\n\n西川县召开会议\n\n2024年4月9日，西川县召开会议。（据西川日报）\n\n"
        "南川县召开会议\n\n2023年4月9日，南川县召开会议。（据南川日报）\n"
    )
    assert dated(raw)[0] is None


@pytest.mark.parametrize(
    ("text", "year", "found"),
    [
        ("10月30日至11月2日", "2019", [("2019-10-30", "2019-11-02")]),
        ("5月4日至6日", "2019", [("2019-05-04", "2019-05-06")]),
        ("12月30日至2020年1月2日", "2019", [("2019-12-30", "2020-01-02")]),
        ("2023年4月", None, [("2023-04", "2023-04")]),
        ("4月8日", None, [("--04-08", "--04-08")]),
        ("2023-11-03 2023/11/4", None, [("2023-11-03", "2023-11-03"), ("2023-11-04", "2023-11-04")]),
        ("2023年2月30日", None, []),
        ("十一月二十三日", "2020", [("2020-11-23", "2020-11-23")]),
    ],
)
def test_finds_dates(text, year, found):
    assert [(d.first, d.last) for d in find_dates(text, year)] == found


@given(st.dates())
def test_finds_every_day_of_the_calendar(day):
    (found,) = find_dates(f"会议于{day.year:04}年{day.month}月{day.day}日召开")
    assert (found.first, found.start) == (day.isoformat(), 3)


@given(st.text(alphabet="0123456789年月日至-./一二十〇 ", max_size=60))
def test_dates_of_any_text_do_not_overlap(text):
    found = list(find_dates(text, "2020"))
    assert all(a.end <= b.start for a, b in pairwise(found))


HEADS = [
    ("东川纵览            2023年10月21日\n\n", "2023-10-18", "the name of a page and its day"),
    ("东川纪事            2023年10月号\n\n", "2023-10-18", "the number of a monthly"),
    ("2023年10月29日            地方短讯            第6版\n\n", "2023-10-18", "a day, a section and a page"),
]


@pytest.mark.parametrize(("head", "date", "why"), HEADS, ids=[why for *_, why in HEADS])
def test_the_year_of_a_running_head(head, date, why):
    assert dated(head + HEAD + "10月18日，东川县召开会议。大家认真学习了有关文件，气氛热烈。") == [date], why
