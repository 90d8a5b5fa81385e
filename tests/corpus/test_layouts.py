"""Whole pages, written for the purpose with invented names: how they split into articles."""

import pytest

from kg.corpus import read_articles

ONE = "6月3日，南坪县召开防汛会议。县长鲁行舟出席并讲话，副县长白砚主持。"
TWO = "近日，北岭市民政局印发《养老服务办法》，局长祝青山作了解读。"


def read(raw, source="page.txt"):
    return read_articles(raw.encode(), source)


def shown(articles):
    return [(a.title, a.text[a.title_end :].strip("\n")) for a in articles]


def named(article):
    return article.source_line and article.text[slice(*article.source_line)]


def test_headline_body_source_line():
    articles = read(
        f"南坪县召开防汛会议\n\n{ONE}\n\n（据《南坪日报》）\n\n北岭市印发养老办法\n\n{TWO}（来源：北岭发布）\n"
    )
    assert shown(articles) == [
        ("南坪县召开防汛会议", f"{ONE}\n（据《南坪日报》）"),
        ("北岭市印发养老办法", f"{TWO}（来源：北岭发布）"),
    ]
    assert [named(a) for a in articles] == ["（据《南坪日报》）", "（来源：北岭发布）"]


def test_articles_without_source_lines_part_at_headline_and_lead():
    articles = read(f"南坪县召开防汛会议\n\n{ONE}\n\n会议要求各镇抓好落实。\n\n北岭市印发养老办法\n\n{TWO}\n")
    assert [a.title for a in articles] == ["南坪县召开防汛会议", "北岭市印发养老办法"]


def test_subheads_do_not_part_an_article():
    long = "会议指出，" + "全县上下要把防汛救灾作为当前最重要的工作，" * 3 + "确保群众安全。"
    articles = read(f"南坪县召开防汛会议\n\n{ONE}\n\n压实责任守住底线\n\n{long}\n\n备足物资\n\n{long}\n")
    assert [a.title for a in articles] == ["南坪县召开防汛会议"]
    assert "\n压实责任守住底线\n" in articles[0].text


def test_headline_follows_its_body():
    raw = f"    {ONE}（据《南坪日报》）\n\n南坪县召开\n防汛会议\n\n北岭市印发养老办法\n\n    {TWO}（据北岭市民政局）\n"
    first, second = read(raw)
    assert (first.title, second.title) == ("南坪县召开防汛会议", "北岭市印发养老办法")
    assert [raw[a:b] for a, b in first.ranges] == ["南坪县召开\n防汛会议", f"{ONE}（据《南坪日报》）"]


def test_all_headlines_follow():
    raw = f"{ONE}（据《南坪日报》）\n\n南坪县召开防汛会议\n\n{TWO}（据北岭市民政局）\n\n北岭市民政局印发养老服务办法\n"
    assert [a.title for a in read(raw)] == ["南坪县召开防汛会议", "北岭市民政局印发养老服务办法"]


def test_running_heads_and_page_numbers_are_furniture():
    raw = (
        "民 政 之 窗\n\n民政之窗          2024年第8期\n\n南坪县召开防汛会议\n— 12 —\n民政之窗          2024年第8期\n"
        f"南坪县召开防汛会议\n\n{ONE}\n        （据《南坪日报》）\n- 13 -\n"
    )
    (article,) = read(raw)
    assert article.title == "南坪县召开防汛会议"
    assert article.text.count("南坪县召开防汛会议\n") == 2, "what is printed twice stays"
    assert "第8期" not in article.text
    assert "12" not in article.text
    assert len(article.ranges) == 1, "furniture inside an article doesn't split its range"


def test_section_name_is_no_headline():
    articles = read(f"地方动态\n\n南坪县召开防汛会议\n\n{ONE}\n\n（据《南坪日报》）\n")
    assert [a.title for a in articles] == ["南坪县召开防汛会议"]
    assert "地方动态" not in articles[0].text


def test_caption_in_the_midst_of_a_sentence():
    raw = f"南坪县召开防汛会议\n\n{ONE}\n\n会议要求各镇做好巡查、\n\n图为会议现场（左一为鲁行舟）\n\n转移和救灾工作。\n"
    (article,) = read(raw)
    assert "各镇做好巡查、转移和救灾工作。\n图为会议现场" in article.text


def test_columns_side_by_side():
    left = [
        "南坪县召开防汛会议",
        "6月3日，南坪县召",
        "开防汛会议，县长",
        "鲁行舟出席会议并",
        "作了讲话。",
        "（据南坪日报）",
    ]
    right = [
        "北岭市印发养老办法",
        "近日，北岭市民政",
        "局印发养老服务的",
        "办法，局长祝青山",
        "作了详细的解读。",
        "（据北岭发布）",
    ]
    rows = []
    for a, b in zip(left, right, strict=True):
        rows.append(a + "　" * (12 - len(a)) + b)
    raw = "\n".join([rows[0], "", *rows[1:]])
    text = "\n".join(a.text for a in read(raw))
    assert "6月3日，南坪县召开防汛会议，县长鲁行舟出席会议并作了讲话。" in text
    assert "近日，北岭市民政局印发养老服务的办法，局长祝青山作了详细的解读。" in text


def test_box_inside_an_article():
    raw = (
        "南坪县召开防汛会议\n\n6月3日，南坪县召开会议，县长鲁行舟强调各镇要\n\n北岭市印发养老办法\n\n"
        f"{TWO}（据北岭市民政局）\n\n立即行动起来，做好防汛。（据《南坪日报》）\n"
    )
    articles = read(raw)
    assert [a.title for a in articles] == ["南坪县召开防汛会议", "北岭市印发养老办法"]
    assert "各镇要立即行动起来" in articles[0].text
    assert len(articles[0].ranges) == 2


MARKDOWN = """# 《晚间新闻》 (20230107)

## 新闻摘要

本期节目主要内容：

1.南坪县召开防汛会议；

2.国内快讯：

（1）北岭市印发养老办法。

## 详细新闻

### 南坪县召开防汛会议 鲁行舟出席

<p><strong>南坪台消息</strong>（新闻联播）：南坪县6日召开防汛会议。&nbsp;</p><p>鲁行舟强调，要备足&ldquo;物资&rdquo;。<br></p>

[查看原文](https://example.org/a_b/c.shtml)

### 国内快讯

<p>南坪台消息（新闻联播）：</p><p><strong>北岭市印发养老办法</strong></p><p>近日，<a href="x>y">北岭市</a>印发办法。</p>

---

(更新时间戳: 1673093000000)
"""


def test_markdown_with_html():
    first, second = read(MARKDOWN, "20230107.md")
    assert first.text == (
        "南坪县召开防汛会议 鲁行舟出席\n南坪台消息（新闻联播）：南坪县6日召开防汛会议。\n鲁行舟强调，要备足“物资”。"
    )
    assert MARKDOWN[first.offsets[first.text.index("“")] :].startswith("&ldquo;")
    assert second.text.split("\n")[2:3] == ["北岭市印发养老办法"]
    assert (first.date, second.date) == ("2023-01-06", "2023-01-07")
    assert named(first) == "南坪台消息（新闻联播）"


def test_markdown_subheadings_stay_in_their_article():
    raw = f"# 南坪县召开防汛会议\n\n{ONE}\n\n## 一、压实责任\n\n各镇要立即行动。\n\n## 二、备足物资\n\n物资要到位。\n"
    (article,) = read(raw)
    assert article.text.count("\n") == 5


@pytest.mark.parametrize(
    ("lead", "names"),
    [
        ("新华社东川2月6日电 县民政局发文。", "新华社东川2月6日电"),
        ("据东川日报东川2月6日讯 县民政局发文。", "据东川日报东川2月6日讯"),
        ("东川网讯 2月6日，县民政局发文。", "东川网讯"),
        ("县民政局网站2023年2月6日消息 日前，县里发文。", "县民政局网站2023年2月6日消息"),
        ("本报讯 2月6日，县民政局发文。", None),
        ("2月6日，县里传来好消息：桥通了。", None),
    ],
)
def test_dateline_names_the_source(lead, names):
    (article,) = read(f"东川县民政局发文\n\n{lead}\n")
    assert named(article) == names


def test_closing_line_comes_before_the_dateline():
    (article,) = read("东川县民政局发文\n\n东川网讯 2月6日，县里发文（以下简称《通知》）。\n\n（东川日报 记者 高远）\n")
    assert named(article) == "（东川日报 记者高远）"


def test_byline_and_publishing_line_are_no_headlines():
    raw = f"南坪县召开防汛会议\n\n2024-06-05 10:20 来源：南坪日报\n\n本报记者 高 远\n\n{ONE}\n\n会议要求落实。\n"
    (article,) = read(raw)
    assert article.title == "南坪县召开防汛会议"
    assert article.date == "2024-06-03", "the day in the lead, the year of the publishing line"
    assert named(article) == "来源：南坪日报"


def test_source_right_under_the_headline_ends_nothing():
    raw = f"南坪县召开防汛会议\n\n来源：南坪日报\n\n{ONE}\n\n会议要求落实。\n"
    (article,) = read(raw)
    assert article.text.count("\n") == 3


@pytest.mark.parametrize(
    ("raw", "titles", "dates"),
    [
        (
            "东川市召开养老会议\n　　4月6日，东川市召开会议。\n　　会议要求落实。\n"
            "西川市开展救助行动\n　　近日，西川市行动。\n",
            ["东川市召开养老会议", "西川市开展救助行动"],
            [None, None],
        ),
        (
            "东川市民政局关于表彰的通知\n\n东民〔2022〕12号\n\n各县民政局：\n\n"
            "现予表彰。\n\n附件：名单\n\n东川市民政局\n\n2023年5月6日\n",
            ["东川市民政局关于表彰的通知"],
            ["2023-05-06"],
        ),
        (
            "东川市召开会议\n发布时间：2023-05-06 来源：东川日报\n　　5月5日，东川市召开会议。\n责任编辑：高远\n",
            ["东川市召开会议"],
            ["2023-05-05"],
        ),
        (
            "<html><head><title>东川</title><style>p{}</style></head><body>"
            "<h1>东川市召开会议</h1><p>会议<b>今日</b>召开。</p>",
            ["东川市召开会议"],
            [None],
        ),
        ("省厅召开\n社会组织党建\n推进会\n\n会议召开。\n\n（省民政厅）\n", ["省厅召开社会组织党建推进会"], [None]),
        (
            "推动再上新台阶。\n\n会议已开。（据东川市民政局）\n\n西川：启动建设\n\n4月6日，西川启动建设。（据西川日报）\n",
            [None, "西川：启动建设"],
            [None, None],
        ),
    ],
    ids=["indents only", "notice", "web page", "HTML page", "headline of three lines", "begins on an earlier page"],
)
def test_other_pages(raw, titles, dates):
    articles = read(raw)
    assert [(a.title, a.date) for a in articles] == list(zip(titles, dates, strict=True))


@pytest.mark.parametrize(
    ("line", "is_head"),
    [
        ("社区工作      2024年第8期", True),
        ("《东川民政》2024年第8期（总第120期）", True),
        ("2024年6月5日 星期三 第3版", True),
        ("书记在《前线》杂志2024年第8期发表文", False),
        ("（据《东川民政》2024年第8期）", False),
    ],
)
def test_issue_lines(line, is_head):
    (article,) = read(f"南坪县召开防汛会议\n\n{ONE}\n\n县里要求\n{line}\n")
    assert ("2024" in article.text) is not is_head
    assert article.date == ("2024-06-03" if is_head else None)
