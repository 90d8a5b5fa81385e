"""Armies, houses, parties and towns abroad as television prints them. Names are invented."""

import pytest
from passages import edges, mentions, posts

C = "current"
AGENCIES = [
    # the short form of an army beside its full name, and no 以军事
    ("以色列国防军称，以军空袭目标。以军事手段难以军管。", ["以色列国防军", "以色列国防军"]),
    ("以军空袭目标，俄军集结。", []),  # without the full name
    ("黎真主党武装称，遭到空袭。", ["黎巴嫩真主党"]),
    ("枪手被美联邦调查局击毙。", ["美国联邦调查局"]),
    ("伊拉克总理媒体办公室发表声明。", ["伊拉克总理媒体办公室"]),
    ("加沙地带加沙城两所学校遭袭。", []),
    (
        "葡萄牙总统彼得·平托讲话，社会民主联盟领导人鲁伊·席尔瓦出席。社会民主联盟赢得选举。",
        ["葡萄牙社会民主联盟", "葡萄牙社会民主联盟"],
    ),
]
PLACES = [
    ("在美国宾夕法尼亚州巴特勒市举行。", ["美国宾夕法尼亚州巴特勒市"]),
    ("以方轰炸了加沙地带加沙城。", ["加沙地带加沙城"]),
    ("智利总统马里亚诺·奥索里奥讲话。", ["智利"]),  # no 马里
    ("大韩民国总统到访，阿曼苏丹国外长到访。", ["大韩民国", "阿曼苏丹国"]),
]
POSTS = [
    ("应大韩民国总统李在民邀请访问。", {("李在民", "韩国政府", "总统", C)}),
    ("智利总统马里亚诺·奥索里奥讲话。", {("马里亚诺·奥索里奥", "智利政府", "总统", C)}),
    ("俄武装力量总参谋长格拉西科夫汇报。", {("格拉西科夫", "俄罗斯武装力量", "总参谋长", C)}),
    ("俄联邦安全会议副主席梅德韦科夫说。", {("梅德韦科夫", "俄罗斯联邦安全会议", "副主席", C)}),
    (
        "应俄罗斯联邦会议国家杜马主席沃洛科夫和联邦委员会主席马特维延夫的邀请访问。",
        {
            ("沃洛科夫", "俄罗斯联邦会议国家杜马", "主席", C),
            ("马特维延夫", "俄罗斯联邦委员会", "主席", C),
        },
    ),
    ("巴勒斯坦伊斯兰抵抗运动（哈马斯）领导人哈尼夫表示。", {("哈尼夫", "巴勒斯坦伊斯兰抵抗运动", "领导人", C)}),
    ("肯尼亚联合民主同盟总书记奥迪加表示。", {("奥迪加", "肯尼亚联合民主同盟", "总书记", C)}),
    (  # who heads a party and a state holds the one at the party, the other at the government
        "南非非洲人国民大会主席、总统拉马福科出席。",
        {("拉马福科", "南非非洲人国民大会", "主席", C), ("拉马福科", "南非政府", "总统", C)},
    ),
    (
        "哈萨克斯坦副总理兼贸易和一体化部部长叶尔肯·萨科夫说。",
        {("叶尔肯·萨科夫", "哈萨克斯坦政府", "副总理", C), ("叶尔肯·萨科夫", "哈萨克斯坦贸易和一体化部", "部长", C)},
    ),
    # a former minister at the ministry of that country; the President behind a foreign head
    ("以色列前国防部长丹·索雷夫说。", {("丹·索雷夫", "以色列国防部", "部长", "former")}),
    (
        "白俄罗斯总统卢卡申夫感谢中国国家主席王一方。",
        {("卢卡申夫", "白俄罗斯政府", "总统", C), ("王一方", "中华人民共和国", "国家主席", C)},
    ),
    ("挪威进步党领袖英格丽·霍夫承认败选，人民领袖爱人民。", {("英格丽·霍夫", "挪威进步党", "领袖", C)}),
    (
        "哈萨克斯坦总统托卡夫率政府第一副总理斯克利亚夫迎接。",
        {("托卡夫", "哈萨克斯坦政府", "总统", C), ("斯克利亚夫", "哈萨克斯坦政府", "第一副总理", C)},
    ),
    (
        "国际货币基金组织上调预期，该组织驻华首席代表玛格达·林德表示。",
        {("玛格达·林德", "国际货币基金组织", "驻华首席代表", C)},
    ),
]


@pytest.mark.parametrize(("text", "names"), AGENCIES)
def test_organs(text, names):
    assert [name for _, name in mentions(text, "AGENCY")] == names


@pytest.mark.parametrize(("text", "printed"), PLACES)
def test_places(text, printed):
    assert [surface for surface, _ in mentions(text, "PLACE")] == printed


@pytest.mark.parametrize(("text", "wanted"), POSTS)
def test_posts(text, wanted):
    assert posts(text) == wanted


def test_a_city_lies_in_the_strip_before_it():
    assert ("加沙城", "加沙地带") in edges("以方轰炸了加沙地带加沙城。", "located_in")
