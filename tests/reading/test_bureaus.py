"""Organs of prefectures, counties and towns, their units and the posts in lists of them. Names are invented."""

import pytest
from passages import edges, mentions, posts

from kg.pipeline import extract_source

C, F = "current", "former"
OF_PREFECTURE = (
    "阿克苏地区水利工作会议在温宿县召开。地委委员、行署副专员亚森·吾布出席，地区水利局党组书记、局长阿迪力·托合主持，"
    "地区发展改革委副主任（援疆）沈锦程宣读《考核通报》。地区财政局局长热娜·沙迪，自然资源局副局长漆雕宏，"
    "农业农村局总农艺师牙生·卡德尔参加会议。"
)
AGENCIES = [
    ("盐城市七届人大一次会议闭幕，盐城市六届人大常委会委员退休。", ["盐城市七届人大", "盐城市六届人大常委会"]),
    ("经十二届市人民政府第43次常务会议研究。", ["十二届市人民政府"]),
    ("巡察市教育局党组、市残联党组，市民政局党组书记出席。", ["市教育局党组", "市残联党组", "市民政局"]),
    ("县政府办已将预案转发，市政府办公室派员。", ["县政府办", "市政府办公室"]),
    ("市林业局、家具产业促进局、气象局制定规范。", ["市林业局", "家具产业促进局", "气象局"]),
    ("市林业局、有关部门、气象局制定规范。", ["市林业局"]),  # a class of organs ends the list
    ("盐城市大丰区市场监管局、公安分局派员。", ["盐城市大丰区市场监管局", "公安分局"]),
    ("东台市安丰镇社区卫生服务中心揭牌。", ["东台市安丰镇社区卫生服务中心"]),
    ("新叶、吕桥三村和邬桥社区党委派员。", ["邬桥社区党委"]),
    ("盐城市对口支援察布查尔县前方工作组赴疆。", ["盐城市对口支援察布查尔县前方工作组"]),
    ("项目施工单位东台路桥建设集团有限公司说明情况。", ["东台路桥建设集团有限公司"]),
    ("他任西北野战军第二纵队政治部干事。", ["西北野战军第二纵队政治部"]),
    ("他到陕甘宁边区政府建设厅工作。", ["陕甘宁边区政府建设厅"]),
    ("江苏省地质调查院调查表明，水位上升。", ["江苏省地质调查院"]),
    ("福贡县匹河怒族乡举行活动，匹河司法所派员。", ["匹河司法所"]),
    ("第一师阿拉尔市水利局派员。", ["第一师阿拉尔市水利局"]),
    ("国务院第五次全国经济普查领导小组办公室部署。", ["国务院第五次全国经济普查领导小组办公室"]),
    ("代表们走进安丰镇人大代表之家。", []),
    ("中国航天科技集团五院研制。", ["中国航天科技集团五院"]),
    ("江苏省旅游协会民宿分会会长吕正阳认为可行。", ["江苏省旅游协会民宿分会"]),
    ("全国重点实验室名单公布，辽宁材料实验室入选。", ["辽宁材料实验室"]),
]
PLACES = [
    ("与会人员观摩了温宿县依希来木其乡、佳木镇灌溉项目。", ["温宿县依希来木其乡", "佳木镇"]),
    ("兴福镇是山东滨州博兴县的一个小镇。如今，兴福镇做强产业。去年，兴福镇出口厨具。", ["兴福镇"] * 3),
    ("农业农村要发展。如今，小城镇做强产业。去年，小城镇出口厨具，小城镇富了。", []),
    ("她不出村就卖掉了果子。", []),
]
POSTS = [
    (  # names that no list has, in a list of appointments
        "任命：\n阿牛史尔为盐城市水利局副局长；\n降边仁洛、仇红（女）为盐城市教育局副局长。",
        {
            ("阿牛史尔", "盐城市水利局", "副局长", C),
            ("降边仁洛", "盐城市教育局", "副局长", C),
            ("仇红", "盐城市教育局", "副局长", C),
        },
    ),
    (
        "吕正阳此前任市农业农村局副局长，现为市水利局局长。",
        {("吕正阳", "盐城市农业农村局", "副局长", F), ("吕正阳", "盐城市水利局", "局长", C)},
    ),
    (
        "吕正阳，男，1948年生，2008年退休。退休后曾任江苏省慈善总会副会长。",
        {("吕正阳", "江苏省慈善总会", "副会长", F)},
    ),
    (
        "江苏省财政厅原厅长郁长林被查。郁长林在任盐城市委副书记、市长期间受贿，在任江苏省税务局局长期间插手招标。",
        {
            ("郁长林", "中共盐城市委员会", "副书记", F),
            ("郁长林", "盐城市人民政府", "市长", F),
            ("郁长林", "江苏省税务局", "局长", F),
        },
    ),
    ("盐城市教育局原副局长吕正阳近日出任盐城市水利局局长。", {("吕正阳", "盐城市水利局", "局长", C)}),
    (  # the office is the bureau's that the text is about, not the one's that it named last
        "盐城市教育局印发通知。盐城市教育局会同市财政局落实。局办公室主任吕正阳说，经费已到位。",
        {("吕正阳", "盐城市教育局办公室", "主任", C)},
    ),
    ("市卫生健康委召开通气会，由委宣传处处长吕正阳主持。", {("吕正阳", "盐城市卫生健康委员会宣传处", "处长", C)}),
]


def test_a_prefecture_and_its_bureaus():
    assert {post[1:3] for post in posts(OF_PREFECTURE)} == {
        ("中共阿克苏地区委员会", "委员"),
        ("阿克苏地区行政公署", "副专员"),
        ("阿克苏地区水利局", "党组书记"),
        ("阿克苏地区水利局", "局长"),
        ("阿克苏地区发展和改革委员会", "副主任"),
        ("阿克苏地区财政局", "局长"),
        ("阿克苏地区自然资源局", "副局长"),
        ("阿克苏地区农业农村局", "总农艺师"),
    }


@pytest.mark.parametrize(("text", "printed"), AGENCIES)
def test_organs(text, printed):
    assert [each for each, _ in mentions(text, "AGENCY")] == printed


@pytest.mark.parametrize(("text", "printed"), PLACES)
def test_towns(text, printed):
    assert [each for each, _ in mentions(text, "PLACE") if each != "山东滨州博兴县"] == printed


@pytest.mark.parametrize(("text", "wanted"), POSTS)
def test_posts_of_bureaus(text, wanted):
    assert wanted <= posts(text)


def test_a_text_says_where_a_town_lies():
    text = "兴福镇是山东滨州博兴县的一个小镇。如今，兴福镇做强产业。去年，兴福镇出口厨具。"
    assert ("兴福镇", "博兴县") in edges(text, "located_in")


def test_a_prefecture_shares_its_province_s_committees():
    text = "阿克苏地区召开会议。地区人大工委副主任吕正阳，地区政协工委副主任郁长林参加。"
    assert {organ for _, organ, *_ in posts(text)} == {
        "新疆维吾尔自治区人民代表大会常务委员会阿克苏地区工作委员会",
        "中国人民政治协商会议新疆维吾尔自治区委员会阿克苏地区工作委员会",
    }


def test_a_paragraph_goes_on_behind_the_box_that_cut_it_off():
    """What stands without a headline and an indent behind a source line is the rest of a torn paragraph."""
    page = (
        "渭源：好老师流动起来\n\n    11月3日，渭源县教育局召开推进会，县委副书\n记郁长林出席。县教育局让教师变成“系\n\n"
        "    陆云舟是今年第一批交流教师。“老师来\n了，娃娃们就回来了。”村民们告诉记者。\n"
        "                    (定西市教育局供稿)\n\n"
        "统人”，全县一盘棋统筹。\n    县教育局局长吕正阳通报，首批已有146名教\n师跨校竞聘。\n"
    )
    (extraction,) = extract_source(page.encode(), "a.txt")
    assert "变成“系统人”，全县一盘棋" in "".join(sentence.quote for sentence in extraction.sentences)
