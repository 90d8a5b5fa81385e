"""Offices, houses, parties, forces and missions of states abroad, and the places in them. Names are invented."""

import pytest
from passages import edges, mentions, posts

C, F = "current", "former"
POSTS = [
    (  # the command of a force is an organ, and 司令 no part of its name
        "美国中央司令部司令库里纳说，部队已经抵达。",
        {("库里纳", "美国中央司令部", "司令", C)},
    ),
    ("新西兰国民议会议长采冈等在会上致辞。", {("采冈", "新西兰国民议会", "议长", C)}),
    ("挪威和平委员会主席灵厄表示，应当对话。", {("灵厄", "挪威和平委员会", "主席", C)}),
    ("挪威和平委员会主席将会见记者。", set()),  # two characters behind a title are no name where they are words
    ("美国国会参议院多数党领袖舒默纳说，法案通过。", {("舒默纳", "美国国会参议院", "多数党领袖", C)}),
    (
        "俄罗斯总统伊万·库佐夫宣布停火。参议院议长安娜·维尔卡说，自由联盟候选人雅罗斯·佩季败选。",
        {("伊万·库佐夫", "俄罗斯政府", "总统", C), ("安娜·维尔卡", "俄罗斯参议院", "议长", C)},
    ),
    (
        "安理会本月轮值主席、索马里常驻联合国代表团常驻代表阿布·瓦尔萨主持会议。",
        {
            ("阿布·瓦尔萨", "联合国安全理事会", "轮值主席", C),
            ("阿布·瓦尔萨", "索马里常驻联合国代表团", "常驻代表", C),
        },
    ),
    (
        "美国常驻联合国代表团副代表珍妮·科尔表示，草案将付诸表决。",
        {("珍妮·科尔", "美国常驻联合国代表团", "副代表", C)},
    ),
    (  # the head abroad stands before the title, and the one country abroad is told elsewhere
        "李国强应赞比亚政府邀请抵达。李国强说，他将同希奇莱马总统深化合作。",
        {("希奇莱马", "赞比亚政府", "总统", C)},
    ),
    (  # whoever has a country of his own elsewhere is no head of another
        "哈萨克斯坦总统托卡夫来访。李国强会见斐济总理塞鲁·瓦卡卢。李国强说，瓦卡卢总理去年来过。",
        {("托卡夫", "哈萨克斯坦政府", "总统", C), ("塞鲁·瓦卡卢", "斐济政府", "总理", C)},
    ),
    (
        "德国外交、外国就业和旅游部部长维吉塔·佩雷说，航线将恢复。",
        {("维吉塔·佩雷", "德国外交、外国就业和旅游部", "部长", C)},
    ),
    (
        "绿党主席阿伊瓦·贝津什任副总理兼经济部长，拉脱维亚银行前行长马丁·利耶帕任财政部长。",
        {("马丁·利耶帕", "拉脱维亚银行", "行长", F), ("马丁·利耶帕", "拉脱维亚财政部", "部长", C)},
    ),
    (
        "拉脱维亚总统批准。外交部原国务秘书古纳·克鲁什接替里塔·埃格特任外交部长。",
        {
            ("古纳·克鲁什", "拉脱维亚外交部", "国务秘书", F),
            ("古纳·克鲁什", "拉脱维亚外交部", "部长", C),
            ("里塔·埃格特", "拉脱维亚外交部", "部长", F),
        },
    ),
    (  # the matter of an envoy belongs to his title
        "联合国秘书长苏丹问题特别代表佩尔特斯说，停火维持。外交部亚洲事务特使邓锡礼到访。",
        {("佩尔特斯", "联合国", "秘书长苏丹问题特别代表", C), ("邓锡礼", "外交部", "亚洲事务特使", C)},
    ),
    ("联合国驻黎巴嫩临时部队发言人卡琳·莫罗说，形势平稳。", {("卡琳·莫罗", "联合国驻黎巴嫩临时部队", "发言人", C)}),
    (
        "英国议员彼得·利德姆宣布将辞去保守党副主席职务。英国保守党副主席彼得·利德姆的办公室证实此事。",
        {("彼得·利德姆", "英国保守党", "副主席", C)},
    ),
    (
        "共青团中央书记处书记柳擎出席。",  # 中央书记处书记 is no title of the Party's where the organ ends in 中央
        {("柳擎", "中国共产主义青年团中央委员会", "书记处书记", C)},
    ),
]
AGENCIES = [
    ("据法国法新社10日报道，航班取消。", ["法国 法新社"]),
    ("日本气象厅称，今晨发生地震。", ["日本气象厅"]),
    ("日本气象学会成员称，今晨发生地震。", ["日本气象学会"]),
    ("北约轰炸南联盟。", ["北大西洋公约组织"]),
    ("英国牛津大学和剑桥州立大学发布报告。", ["英国牛津大学", "剑桥州立大学"]),
    ("墨西哥经济部和农业部发表声明。", ["墨西哥经济部", "墨西哥农业部"]),
    ("国际社会应支持海地当局重建海地国家警察。", ["海地国家警察"]),
    ("中国驻新西兰大使馆发布提醒，外交部领事司和使馆协助。", ["中国驻新西兰大使馆", "外交部领事司"]),
]
PLACES = [
    ("同安哥拉总统会谈。", ["安哥拉"]),
    ("同安区举行会议。", ["同安区"]),
    ("习近平同安提瓜和巴布达总督互致贺电。", ["安提瓜和巴布达"]),
    ("欢迎企业投资中国、深耕市场。", ["中国"]),
    ("内蒙古巴彦淖尔的葵花开了。", ["巴彦淖尔市"]),
    ("巴勒斯坦加沙地带多地遭袭。", ["加沙地带"]),
    ("甘肃河西走廊多个城市增绿。", ["河西走廊"]),
    ("湖北长江沿线。", ["湖北省"]),
    ("俄罗斯方面称，乌克兰军队在俄库尔斯克州推进。", ["俄罗斯", "乌克兰", "库尔斯克州"]),
    ("俄罗斯称打击乌军工企业，乌克兰方面未回应。", ["俄罗斯", "乌克兰", "乌克兰"]),
    ("推动跨里海国际运输走廊提质。", []),
    ("塞内加尔人民珍视同中国的友谊，坚持中国特色。", ["塞内加尔", "中国"]),
    ("战机飞向塞瓦斯托波尔西南方向。", ["塞瓦斯托波尔"]),
    ("他2021年6月回京任国家能源局局长。", ["北京市"]),
]


@pytest.mark.parametrize(("text", "wanted"), POSTS)
def test_posts_abroad(text, wanted):
    found = posts(text)
    assert wanted <= found if wanted else not found
    assert {person for person, *_ in found} <= {person for person, *_ in wanted} | {"阿伊瓦·贝津什", "李国强"}


@pytest.mark.parametrize(("text", "names"), AGENCIES)
def test_organs_abroad(text, names):
    found = [(printed, name) for printed, name in mentions(text, "AGENCY")]
    wanted = [name.split()[-1] for name in names]
    assert [printed if printed in wanted else name for printed, name in found] == wanted


@pytest.mark.parametrize(("text", "names"), PLACES)
def test_places_abroad_and_at_home(text, names):
    assert [name for _, name in mentions(text, "PLACE")] == names


def test_a_region_lies_in_the_place_printed_before_it():
    assert edges("巴勒斯坦加沙地带多地遭袭。甘肃河西走廊增绿。", "located_in") == {
        ("加沙地带", "巴勒斯坦"),
        ("河西走廊", "甘肃省"),
        ("盐城市", "江苏省"),  # the headline's
    }
