"""Villages, townships of one people, farms and firms that their neighbours make known. Names are invented."""

import pytest
from passages import edges, mentions, posts

C = "current"
PLACES = [
    ("串起班彦村、桑士哥村等8个行政村。", ["班彦村", "桑士哥村"]),
    ("还带动相邻的金妙朗村、大墩村一起养蜂。", ["金妙朗村", "大墩村"]),
    ("受灾村、示范村、先进村都参加。", []),
    ("念到更多村寨去。", []),
    ("市里联防，敖鲁古雅鄂温克族乡、得耳布尔镇的队伍统一调度。", ["敖鲁古雅鄂温克族乡", "得耳布尔镇"]),
    ("下一步，里湖瑶族乡将种稻。", ["里湖瑶族乡"]),
    ("全省少数民族乡、民族乡都有。", []),
    ("在海淀，商场换了样。", ["海淀区"]),  # where somebody is
    # a town's name may be a word where one of its villages stands behind it
    ("与会人员到长宁镇东门社区观摩。", ["东门社区"]),
    ("队员徒步进入普雄镇且拖村。", ["且拖村"]),
    ("会场设在福星镇庞家岔村。", ["庞家岔村"]),
    ("一行到乡镇农村社区调研。", []),
    ("志愿者走进浑江区新建街道红旗社区。", ["红旗社区"]),
    ("专家到浑江区指导街道社区工作。", ["浑江区"]),
    ("干部深入额吉淖尔镇、满都胡宝拉格镇和萨麦苏木。", ["额吉淖尔镇", "满都胡宝拉格镇", "萨麦苏木"]),
    ("旗领导包联乌里雅斯太镇、嘎海乐苏木。", ["乌里雅斯太镇", "嘎海乐苏木"]),
    ("到龙泉镇、那勒寺镇调研。", ["龙泉镇", "那勒寺镇"]),
    ("到龙泉镇、那些镇调研。", ["龙泉镇"]),
    ("来到上海市浦东新区曹路镇调研。", ["曹路镇"]),
    # counties of long ago are read where somebody was born there
    ("陆云舟，河北省定县人，一九五一年入伍。", ["定县"]),
    ("陆云舟，浙江省嵊县（今嵊州市）人。", ["嵊县", "嵊州市"]),
    ("陆云舟，陕西省郃阳县人。", ["郃阳县"]),
    ("河南省贫困县人口减少。", ["河南省"]),
    ("河南省各县人员到会。", ["河南省"]),
    ("河南省贫困县人。", ["河南省"]),
]
POSTS = [
    (
        "潮查林场主任鄂秀峰、乌力库玛林场党总支书记闫贵友作表态发言。",
        {("鄂秀峰", "潮查林场", "主任", C), ("闫贵友", "乌力库玛林场", "党总支书记", C)},
    ),
    ("参加会议的有红旗林场场长王志强。", {("王志强", "红旗林场", "场长", C)}),
    ("国有林场主任参加培训。", set()),
    ("一行同恒光村党支部书记王福荣算账。", {("王福荣", "中共同恒光村支部委员会", "书记", C)}),  # 同 may begin a name
    ("现场查看进展，并同恒光村党支部书记王福荣算账。", {("王福荣", "中共恒光村支部委员会", "书记", C)}),
    ("据盐城市民政局局长英布和介绍，今年投入资金。", {("英布和", "盐城市民政局", "局长", C)}),
    ("据盐城市民政局局长王明和李强介绍。", {("王明", "盐城市民政局", "局长", C)}),
    (  # a firm called 公司 before one called 集团, though this one stands nearer
        "江苏海河水泵有限公司召开会议。江苏海河集团副总经理王强到会。会议由公司董事长李明主持。",
        {("王强", "江苏海河集团", "副总经理", C), ("李明", "江苏海河水泵有限公司", "董事长", C)},
    ),
]
AGENCIES = [
    ("将柳河村党支部领办合作社的做法推广。", ["中共柳河村支部委员会"]),
    ("东台市柳河村村委会换届。", ["柳河村村民委员会"]),
    ("东台市柳河村村委委员李明介绍。", ["柳河村村民委员会"]),
    ("中国地质环境监测院专家组抵达。", ["中国地质环境监测院"]),
]


@pytest.mark.parametrize(("text", "names"), PLACES)
def test_villages_and_townships(text, names):
    assert [name for _, name in mentions(text, "PLACE")] == names


@pytest.mark.parametrize(("text", "wanted"), POSTS)
def test_posts_at_farms_villages_and_firms(text, wanted):
    assert posts(text) == wanted


@pytest.mark.parametrize(("text", "names"), AGENCIES)
def test_organs_of_villages(text, names):
    assert [name for _, name in mentions(text, "AGENCY")] == names


def test_laws_of_one_matter_are_no_law():
    assert mentions("多地出台湿地保护法规。", "DOCUMENT") == []
    assert [name for _, name in mentions("依照湿地保护法规定处理。", "DOCUMENT")] != []


def test_organisers_are_named_behind_a_meeting_that_opened():
    text = "全国妇女创业论坛11日在盐城市开幕，由全国妇联、江苏省人民政府共同举办。"
    assert edges(text, "attended") == {
        ("中华全国妇女联合会", "全国妇女创业论坛", "organiser"),
        ("江苏省人民政府", "全国妇女创业论坛", "organiser"),
    }


def test_a_semicolon_behind_a_name_parts_but_two_halves_of_a_list():
    text = "盐城市经贸洽谈会10日举行。市商务局局长王强，市财政局局长李明；南京大学教授郁长林等参加会议。"
    assert {person for person, *_ in edges(text, "attended")} == {"王强", "李明", "郁长林"}


def test_talks_are_no_work_of_ministries():
    text = "国务院副总理王强同美国财政部长贝森在盐城市举行中美经贸会谈。王强表示，愿意合作。"
    assert edges(text, "attended") == {("王强", "中美经贸会谈", "speaker")}
