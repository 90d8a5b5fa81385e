from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.corpus import read_articles
from kg.errors import InputError

CASES = [
    # what is printed, what is read, why
    ("县长鲁 行出席会议。", "县长鲁行出席会议。", "a name broken by a space"),
    ("2 0 2 3年4月1 6日，县里开会。", "2023年4月16日，县里开会。", "split digits"),
    ("4 月 8 日，全县 260 家单位参加。", "4月8日，全县260家单位参加。", "numbers set apart"),
    (
        "会议传达《中共中央 国务院关于农业的意见》。",
        "会议传达《中共中央 国务院关于农业的意见》。",
        "two issuers of a title",
    ),
    (
        "会议传达《中共中央\n国务院关于农业的意见》。",
        "会议传达《中共中央国务院关于农业的意见》。",
        "the space was a line break",
    ),
    ("新华社东川2月6日电  县民政局日前发文。", "新华社东川2月6日电 县民政局日前发文。", "a dateline ends"),
    ("引进 Open Data 平台。", "引进 Open Data 平台。", "Latin words stay apart"),
    ("\u3000\u3000� �县政府\u200b办公\ufeff室发文。", "县政府办公室发文。", "OCR paragraph marks, zero width"),
    ("\f县政府办公室\f发文。", "县政府办公室发文。", "form feeds"),
    ("县长鲁\u3000行出席会议。", "县长鲁行出席会议。", "a name broken by a wide space behind its title"),
    ("会议任命鲁\u3000行为县长。", "会议任命鲁行为县长。", "a name broken by a wide space before 为"),
    ("会后，鲁\u3000行主持座谈。", "会后，鲁行主持座谈。", "a name broken by a wide space before a verb"),
    ("县长\u3000鲁知行\u3000局长\u3000柳望川。", "县长 鲁知行 局长 柳望川。", "a roll of posts and names"),
    ("参加的有:张望川\u3000\u3000李知远。", "参加的有:张望川 李知远。", "a wide gap parts two names"),
]


@pytest.mark.parametrize(("printed", "read", "why"), CASES, ids=[why for *_, why in CASES])
def test_sees_through_spaces(printed, read, why):
    (article,) = read_articles(printed.encode(), "a.txt")
    assert article.text == read, why


@pytest.mark.parametrize(
    ("printed", "paragraphs"),
    [
        (
            "会议已开。各镇要依照分\n\n工抓好落实。\n\n会议还提出要求。",
            ["会议已开。各镇要依照分工抓好落实。", "会议还提出要求。"],
        ),
        ("一要抓好防汛,\n二要抓好抗旱。\n    会议由县长主持。", ["一要抓好防汛,二要抓好抗旱。", "会议由县长主持。"]),
        (
            "县委书记强调，要把防汛摆在\n首位。各镇要立即行动起来。\n县长主持会议并作了具体的\n部署。",
            ["县委书记强调，要把防汛摆在首位。各镇要立即行动起来。县长主持会议并作了具体的部署。"],
        ),
        ("各镇要抓好防汛、\n\n— 3 —\n\n抗旱和救灾。", ["各镇要抓好防汛、抗旱和救灾。"]),
        (
            "各镇要抓好防汛、抗旱和救灾工\n各镇要抓好防汛、抗旱和救灾工\n作，不得有误。",
            ["各镇要抓好防汛、抗旱和救灾工作，不得有误。", "各镇要抓好防汛、抗旱和救灾工"],
        ),
    ],
    ids=["over a blank line", "indent begins", "full line ends by chance", "over a page number", "line printed twice"],
)
def test_joins_broken_lines_and_nothing_else(printed, paragraphs):
    (article,) = read_articles(printed.encode(), "a.txt")
    assert article.text.split("\n") == paragraphs


PIECES = [
    "青川县召开会议", "6月3日，", "县长鲁行舟出席。", "（据青川日报）", "\n", "\n\n", "    ", "\u3000\u3000",
    " ", "� �", "\x0c", "# ", "<p>", "</p>", "<strong>", "</strong>", "<br/>", "&nbsp;", "&", "<", "**",
    "[查看原文](https://a.b/c)", "— 3 —", "2024年第8期", "《", "》", "abc ", "12 34", "\u200b", "\r\n",
    "《新闻联播》 (20230107)", "<!--", "-->", "\ue000",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=40))
def test_every_character_leads_back_to_the_file(pieces):
    raw = "".join(pieces).replace("&", "＆").replace("＆nbsp;", "&nbsp;")  # entities are tested apart
    try:
        articles = read_articles(raw.encode("utf-8", "ignore"), "a.md")
    except InputError:
        return
    raw = raw.encode("utf-8", "ignore").decode()
    for article in articles:
        assert len(article.offsets) == len(article.text)
        wrong = [
            (c, raw[o]) for c, o in zip(article.text, article.offsets, strict=True) if c not in "\n " and raw[o] != c
        ]
        assert not wrong
        assert article.text.startswith(article.title or "")
        ranges = sorted(article.ranges)
        assert all(a < b for a, b in ranges)
        assert all(end <= start for (_, end), (start, _) in pairwise(ranges))
        inside = {o for start, end in ranges for o in range(start, end)}
        assert all(o in inside for c, o in zip(article.text, article.offsets, strict=True) if c not in "\n ")


@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_articles_of_a_file_share_no_character(pieces):
    try:
        articles = read_articles("".join(pieces).encode(), "a.md")
    except InputError:
        return
    taken = [o for a in articles for c, o in zip(a.text, a.offsets, strict=True) if c not in "\n "]
    assert len(taken) == len(set(taken))
