"""Organs told by their sort: teams, resident groups, former prefectures, new areas. Names are invented."""

import pytest
from passages import edges, mentions

ORGANS = [
    # numbered teams and leading groups
    ("中央第五巡视组进驻。巡视组指出不足。", [("中央第五巡视组", "中央第五巡视组"), ("巡视组", "中央第五巡视组")]),
    ("中央主题教育领导小组作出安排。", [("中央主题教育领导小组", "中央主题教育领导小组")]),
    ("中央第三生态环境保护督察组进驻。", [("中央第三生态环境保护督察组", "中央第三生态环境保护督察组")]),
    # a discipline group without who sends it
    ("驻民政部纪检监察组组长到会。", [("驻民政部纪检监察组", "中央纪委国家监委驻民政部纪检监察组")]),
    ("驻江苏省水利厅纪检监察组组长到会。", [("驻江苏省水利厅纪检监察组", "江苏省纪委监委驻江苏省水利厅纪检监察组")]),
    # what a city was when it had such an organ
    ("吕梁行署专员到会。", [("吕梁行署", "吕梁地区行政公署")]),
    ("延安地委农村工作部部长到会。", [("延安地委农村工作部", "中共延安地区委农村工作部")]),
    ("安康地委书记到会。", [("安康地委", "中共安康地区委员会")]),  # 安康 is a word as well
    ("渭南地区农业局局长到会。", [("渭南地区农业局", "渭南地区农业局")]),
    ("延安市农业局局长到会。", [("延安市农业局", "延安市农业局")]),
    # new areas
    ("雄安新区党工委书记到会。", [("雄安新区党工委", "中共雄安新区工作委员会")]),
    ("兰州新区管委会主任到会。", [("兰州新区管委会", "兰州新区管理委员会")]),
    # associations and customs offices before their heads
    ("潭门渔业协会会长到会。", [("潭门渔业协会", "潭门渔业协会")]),
    ("我们协会会长到会。汽车流通协会会长到会。", []),
    ("据悉，二连海关关长到会。", [("二连海关", "二连海关")]),
    # short forms
    ("江苏省防指召开会议。", [("江苏省防指", "江苏省防汛抗旱指挥部")]),
    ("江苏省老科协会长到会。", [("江苏省老科协", "江苏省老科技工作者协会")]),
    # two things joined in one name
    ("国家航天局探月与航天工程中心主任到会。", [("国家航天局探月与航天工程中心", "国家航天局探月与航天工程中心")]),
    ("同济大学建筑与城市规划学院教授到会。", [("同济大学建筑与城市规划学院", "同济大学建筑与城市规划学院")]),
    ("江苏省未成年人保护工作委员会主任到会。", [("江苏省未成年人保护工作委员会", "江苏省未成年人保护工作委员会")]),
    ("据江苏省体育局官方微信公众号消息。", [("江苏省体育局", "江苏省体育局")]),
    # no organs
    ("同中国气象局、自然资源部联合会商。", [("中国气象局", "中国气象局"), ("自然资源部", "自然资源部")]),
    ("合肥市三所学校开学。", []),
    ("葡萄牙新政府宣誓就职。", []),
]
ELLIPSIS = [
    ("江苏、浙江、安徽三省区民政厅印发通知。", ["江苏省民政厅", "浙江省民政厅", "安徽省民政厅"]),
    ("江苏、浙江、安徽三省民政厅印发通知。", ["江苏省民政厅", "浙江省民政厅", "安徽省民政厅"]),
]
PARTS = [
    ("国家统计局湖北调查总队总队长到会。", {("国家统计局湖北调查总队", "国家统计局")}),
    ("四川省森林消防总队凉山支队支队长到会。", {("四川省森林消防总队凉山支队", "四川省森林消防总队")}),
    ("盐城师范学院教育科学学院院长到会。", {("盐城师范学院教育科学学院", "盐城师范学院")}),
    ("中国人民大学社会与人口学院教授到会。", {("中国人民大学社会与人口学院", "中国人民大学")}),
    (
        "交通运输部运输司副司长李四方、安全监察处副处长王五味到会。",
        {("交通运输部运输司", "交通运输部"), ("交通运输部安全监察处", "交通运输部")},
    ),
]
SEATS = [
    ("国家统计局湖北调查总队总队长到会。", {("国家统计局湖北调查总队", "湖北省")}),
    (
        "四川省森林消防总队凉山支队支队长到会。",
        {("四川省森林消防总队凉山支队", "凉山彝族自治州"), ("四川省森林消防总队", "四川省")},
    ),
    ("中国证监会江苏监管局局长到会。", {("中国证券监督管理委员会江苏监管局", "江苏省")}),
]
TOWNS = [
    ("他出生于陕西省米脂县桃镇一个农民家庭。", ["桃镇"]),
    ("到黑龙江省富锦市长安镇调研。", ["长安镇"]),  # no 市长
    ("富锦市长李镇到会。", ["富锦市"]),
    ("米脂县城镇居民收入增加，全县5镇受益。", ["米脂县"]),
    ("米脂县石镇镇长到会。", ["石镇"]),
    ("安徽芜湖古城灯光璀璨，事关中华民族，入海口水清。", ["安徽省"]),
    ("智利内政部说，伊基克等地停电。", ["伊基克"]),
    ("在安徽芜湖，芜湖启明传动股份有限公司投产。", ["芜湖市"]),
]


@pytest.mark.parametrize(("text", "wanted"), ORGANS)
def test_organs_by_their_sort(text, wanted):
    assert mentions(text, "AGENCY") == wanted


@pytest.mark.parametrize(("text", "names"), ELLIPSIS)
def test_organs_of_provinces_that_are_counted(text, names):
    assert [name for _, name in mentions(text, "AGENCY")] == names


@pytest.mark.parametrize(("text", "wanted"), PARTS)
def test_what_they_are_a_part_of(text, wanted):
    assert edges(text, "part_of") == wanted


@pytest.mark.parametrize(("text", "wanted"), SEATS)
def test_where_branches_of_national_organs_serve(text, wanted):
    assert edges(text, "jurisdiction") == wanted


@pytest.mark.parametrize(("text", "names"), TOWNS)
def test_towns(text, names):
    assert [name for _, name in mentions(text, "PLACE")] == names
