"""The short forms of headlines, places beside their states, and wives of heads of state, as news from abroad has them.

Names are invented.
"""

import pytest
from passages import edges, mentions, posts

C, F = "current", "former"
PLACES = [
    # one character for a country that begins a clause and says something
    ("俄称控制多地。乌克兰证实此事。", ["俄罗斯", "乌克兰"]),
    ("以色列空袭多地。以证实有人死亡。", ["以色列", "以色列"]),
    ("以证实为由。印证实力。", []),
    ("俄称打击乌方决策中心。", ["俄罗斯"]),  # and no centre of its
    ("黎巴嫩谴责空袭，以军打击了位于黎南部的桥梁。", ["黎巴嫩", "黎巴嫩"]),
    ("瑞士总统会见他。访瑞期间，他参观工厂。", ["瑞士", "瑞士"]),
    ("外宾来华出席峰会，扩大对华合作，欢迎访华。", ["中国", "中国", "中国"]),
    ("在华侨中征文，对华为公司调查，在华东地区。", ["华东地区"]),
    # a place right behind the state that holds it
    ("欧方支持丹麦格陵兰岛。", ["格陵兰岛"]),
    ("美国关岛举行选举。", ["关岛"]),
    ("官员会见加拿大艾伯塔组织。", ["艾伯塔省"]),
    ("美国得克萨斯州哈钦森县发生野火。", ["哈钦森县"]),
    ("墨西哥和美国各州县受灾。", ["墨西哥", "美国"]),
    # towns that a list goes on with
    ("乌军继续在巴赫穆特、梅利托波尔和科托列夫等方向行动。", ["巴赫穆特", "梅利托波尔", "科托列夫"]),
    ("总统在莫斯科与特维延科举行会谈。", ["莫斯科"]),
    ("委内瑞拉法尔孔州首府科罗以及多地游行。", ["法尔孔州", "科罗"]),
]
LOCATED = [
    ("欧方支持丹麦格陵兰岛。", {("格陵兰岛", "丹麦")}),
    ("美国得克萨斯州哈钦森县发生野火。", {("哈钦森县", "得克萨斯州"), ("得克萨斯州", "美国")}),
]
PEOPLE = [
    ("法国总统马尔隆和夫人布丽塔抵达。", ["马尔隆", "布丽塔"]),
    ("国家主席陆云舟和夫人柳明远出席。", ["陆云舟", "柳明远"]),
    ("总统夫人玛丽亚·洛佩斯出席。", ["玛丽亚·洛佩斯"]),
    ("总统和夫人应邀访问。夫人高兴地说。", []),
]
ORGANS = [
    ("美国联合太平洋铁路公司的列车脱轨。", ["美国联合太平洋铁路公司"]),
    ("江苏省联合省电力公司举行演练。", ["江苏省电力公司"]),
    ("自觉接受省人大及其常委会监督。", ["江苏省人民代表大会", "江苏省人民代表大会常务委员会"]),
    ("接受全国人大及其常委会监督。", ["全国人民代表大会", "全国人民代表大会常务委员会"]),
    ("省畜牧厅、省冶金厅和市外贸局合并。", ["江苏省畜牧厅", "江苏省冶金厅", "盐城市对外贸易局"]),
]
TREATIES = [
    ("两国就中日和平友好条约缔结致电。", ["中日和平友好条约"]),
    ("中瑞自贸协定生效，推进自贸协定谈判。", ["中瑞自贸协定"]),
    ("中国—马尔代夫自贸协定生效。", ["中国—马尔代夫自贸协定"]),
]
CHINA = [
    ("欢迎中国企业投资，方便中国公民出行。", []),
    ("中国有句古话。该国同中国的深厚友谊很长。", ["中国", "中国"]),
]
POSTS = [
    ("美国前总统、共和党人特朗德的集会上发生枪击。", {("特朗德", "美国政府", "总统", F)}),
    ("法国总统马尔隆和夫人布丽塔抵达。", {("马尔隆", "法国政府", "总统", C)}),
]


@pytest.mark.parametrize(("text", "names"), PLACES)
def test_places(text, names):
    assert [name for _, name in mentions(text, "PLACE")] == names


@pytest.mark.parametrize(("text", "names"), CHINA)
def test_what_china_does_and_what_is_but_called_after_it(text, names):
    assert [name for _, name in mentions(text, "PLACE")] == names


@pytest.mark.parametrize(("text", "names"), ORGANS)
def test_organs(text, names):
    assert [name for _, name in mentions(text, "AGENCY")] == names


@pytest.mark.parametrize(("text", "names"), TREATIES)
def test_treaties_of_two_states(text, names):
    assert [name for _, name in mentions(text, "DOCUMENT")] == names


@pytest.mark.parametrize(("text", "wanted"), LOCATED)
def test_what_lies_where(text, wanted):
    assert edges(text, "located_in") >= wanted


@pytest.mark.parametrize(("text", "names"), PEOPLE)
def test_people(text, names):
    assert [printed for printed, _ in mentions(text, "OFFICIAL")] == names


def test_who_shared_the_work_behind_a_meeting_that_opened():
    text = "18日，首届盐城香菇大会在盐城开幕。大会由盐城市人民政府主办，市农业农村局、市商务局承办。"
    held = {name for name, _, role in edges(text, "attended") if role == "organiser"}
    assert held == {"盐城市人民政府", "盐城市农业农村局", "盐城市商务局"}


@pytest.mark.parametrize(("text", "wanted"), POSTS)
def test_posts(text, wanted):
    assert posts(text) == wanted
