"""Lives: tables by years, units of where somebody worked, Party groups over 原. Names are invented."""

import pytest
from passages import mentions, posts

from kg.pipeline import extract_source

C, F = "current", "former"
TABLE = """李四方，男，汉族，1965年3月生，湖南衡阳人，经济学博士。

1984.09—1988.07 湘潭大学经济系学习

1988.07—1995.03 湖南省财政厅预算处科员、副主任科员

1995.03—2005.02，湖南省财政厅预算处副处长、处长

2005.02—2010.09 中共株洲市委常委、组织部部长（其间：2007.03—2009.12 中央党校学习）

2010.09—2019.04 株洲市委副书记、市长

2019.04— 湖南省副省长"""
IN_TABLE = {
    ("湖南省财政厅预算处", "科员", F),
    ("湖南省财政厅预算处", "副主任科员", F),
    ("湖南省财政厅预算处", "副处长", F),
    ("湖南省财政厅预算处", "处长", F),
    ("中共株洲市委员会", "常委", F),
    ("中共株洲市委组织部", "部长", F),
    ("中共株洲市委员会", "副书记", F),
    ("株洲市人民政府", "市长", F),
    ("湖南省人民政府", "副省长", C),
}
LIVES = [
    (  # units of the ministry where he worked, one that begins with 国
        "李四方，1965年生，1988年进入财政部工作，历任预算司副处长、副司长，国库司司长，2020年任财政部部长助理。",
        {
            ("财政部预算司", "副处长", F),
            ("财政部预算司", "副司长", F),
            ("财政部国库司", "司长", F),
            ("财政部", "部长助理", C),
        },
    ),
    (
        "李四方，男，1965年生，早年在河南工业大学任教，曾任该校粮食学院副院长。",
        {("河南工业大学粮食学院", "副院长", F)},
    ),
    (
        "李四方，男，1965年生，在湖南省水利厅工作多年，先后任规划计划处副处长、处长，2019年任副厅长。",
        {("湖南省水利厅规划计划处", "副处长", F), ("湖南省水利厅规划计划处", "处长", F), ("湖南省水利厅", "副厅长", C)},
    ),
    ("李四方，1965年生，其间于2013年至2014年挂职担任安徽省宿州市副市长。", {("宿州市人民政府", "副市长", F)}),
    (  # a relative clause before another title, a note between two posts, the group of a head of government
        "曾任苏州大学附属第一医院副院长的南京医科大学党委副书记李四方说。",
        {("苏州大学附属第一医院", "副院长", F), ("南京医科大学", "党委副书记", C)},
    ),
    (
        "李四方历任外交部西亚北非司处长、宁夏中卫市副市长（挂职）、外交部礼宾司副司长。",
        {("外交部西亚北非司", "处长", F), ("中卫市人民政府", "副市长", F), ("外交部礼宾司", "副司长", F)},
    ),
    (
        "李四方现任中共山西省委副书记，省政府省长、党组书记。",
        {("中共山西省委员会", "副书记", C), ("山西省人民政府", "省长", C), ("山西省人民政府", "党组书记", C)},
    ),
    (
        "塘房镇党委书记高云原是盐城市水利局副局长。",
        {("中共塘房镇委员会", "书记", C), ("盐城市水利局", "副局长", F)},
    ),
    ("他到县里工作，任办公室主任。", set()),  # of which office nothing says
    ("指挥部设在江苏省水利厅，任务重，办公室主任李四方到会。", set()),  # what sits somewhere works there for nobody
]
GROUPS = [
    ("民政部党组原副书记李四方被查。", {("民政部", "党组副书记", F)}),
    ("国家卫生健康委干部培训中心纪委原书记李四方受审。", {("国家卫生健康委员会干部培训中心", "纪委书记", F)}),
    (
        "江苏省交通运输厅党组原书记、厅长李四方受审。",
        {("江苏省交通运输厅", "党组书记", F), ("江苏省交通运输厅", "厅长", F)},
    ),
    ("湖南大学党委原书记李四方受审。", {("湖南大学", "党委书记", F)}),
    ("中央纪委原副书记李四方受审。", {("中共中央纪律检查委员会", "副书记", F)}),  # an organ of its own
    ("湖南省委原副书记李四方受审。", {("中共湖南省委员会", "副书记", F)}),
]
NAMES = [
    ("冯士良生前是一名交通员。", ["冯士良"]),
    ("张建邦，1956年出生在江苏省连云港市。", ["张建邦"]),
    ("李大爷说，村里好。王大妈表示满意。", []),
    ("烈士生前是战士，老人生前爱唱歌。", []),
    ("蒙古族，1956年出生。", []),
    ("原水利局局长、“老护林人”杨柏退休后种树。", ["杨柏"]),  # behind an honour
]


def held(text):
    return {post[1:] for post in posts(text)}


def test_a_table_by_years():
    assert held(TABLE) == IN_TABLE


def test_a_table_whose_years_stand_in_cells_of_their_own():
    rows = "".join(
        f"<tr><td>{years}</td><td>{post}</td></tr>"
        for years, post in (("1996.03—2001.05", "江苏省水利厅副处长"), ("2001.05—2005.11", "盐城市委副书记、市长"))
    )
    page = f"# 当选\n\n李四方当选江苏省省长。\n\n李四方，男，1968年9月生。\n\n<table>{rows}</table>\n"
    (article,) = extract_source(page.encode(), "a.md")
    names = {entity.id: entity.name for entity in article.entities}
    found = {(names[r.object], r.title, str(r.status)) for r in article.relations if r.title}
    assert found == {
        ("江苏省人民政府", "省长", C),
        ("江苏省水利厅", "副处长", F),
        ("中共盐城市委员会", "副书记", F),
        ("盐城市人民政府", "市长", F),
    }


@pytest.mark.parametrize(("text", "wanted"), LIVES)
def test_posts_of_a_career(text, wanted):
    assert held(text) == wanted


def test_a_career_goes_on_in_a_paragraph_of_its_own():
    text = "李四方，男，1961年11月出生。\n\n曾任白银市副市长，嘉峪关市委副书记等职。\n\n"
    text += "2015年4月，任甘肃省副省长；\n\n2022年3月，退休。"
    assert held(text) == {
        ("白银市人民政府", "副市长", F),
        ("中共嘉峪关市委员会", "副书记", F),
        ("甘肃省人民政府", "副省长", F),
    }


@pytest.mark.parametrize(("text", "wanted"), GROUPS)
def test_a_party_group_belongs_to_the_title_over_its_status(text, wanted):
    assert held(text) == wanted


@pytest.mark.parametrize(("text", "names"), NAMES)
def test_untitled_people_of_whose_life_is_told(text, names):
    assert [name for _, name in mentions(text, "OFFICIAL")] == names
