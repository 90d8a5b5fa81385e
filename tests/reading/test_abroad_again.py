"""Places, ministries and heads abroad that no list has, and who held an office before. Names are invented."""

import pytest
from passages import edges, mentions, posts

C, F = "current", "former"
PLACES = [
    ("约旦南部港口城市亚喀巴发生爆炸。", ["约旦", "亚喀巴"]),
    ("约旦每年可向首都安曼等地供水。", ["约旦", "安曼"]),  # no 都安
    ("斯洛伐克城市科希策发生火灾。", ["斯洛伐克", "科希策"]),
    ("英国城市更新加快，城市居民受益。", ["英国"]),
    ("江苏城市特里纳，不在国外。", ["江苏省"]),  # a text without a country abroad
    ("泰国四色菊府、乌汶府遭袭。", ["四色菊府", "乌汶府"]),
    ("柬埔寨柏威夏省和马德望省受灾。", ["柏威夏省", "马德望省"]),
    ("马达加斯加东部阿齐纳纳纳大区连日暴雨。", ["马达加斯加", "阿齐纳纳纳大区"]),
    ("印度各邦、德国联邦议院、越南多个省都有分歧。", ["印度", "越南"]),
    ("日本总务省发布数据。", []),  # a ministry
    ("韩国政府、泰国总理府未回应。", []),
]
LOCATED = [
    ("冰岛西南部雷恰内斯半岛一座火山喷发。", {("雷恰内斯半岛", "冰岛")}),
    ("肯尼亚首都内罗毕举行集会。", {("内罗毕", "肯尼亚")}),
    ("甘肃省南部舟曲县降雨。", {("舟曲县", "甘肃省")}),
    ("加沙地带南部埃及边境关闭。", set()),  # a country lies in none
    ("美国东部时间8日，纽约降雪。", set()),
]
POSTS = [
    (
        "挪威外交部部长奥拉·贝里，领土管理与基础设施部部长伊达·隆德，经济部副部长安娜·莫恩等参加。",
        {
            ("奥拉·贝里", "挪威外交部", "部长", C),
            ("伊达·隆德", "挪威领土管理与基础设施部", "部长", C),
            ("安娜·莫恩", "挪威经济部", "副部长", C),
        },
    ),
    (
        "黑山议会3月12日批准了以米洛·武奇为总理的新一届政府。议长伊万娜·佩约主持会议。",
        {("米洛·武奇", "黑山政府", "总理", C), ("伊万娜·佩约", "黑山议会", "议长", C)},
    ),
    ("阿尔米尔·哈季留任黑山农业、林业和水利部部长。", {("阿尔米尔·哈季", "黑山农业、林业和水利部", "部长", C)}),
    (
        "黑山总理米洛·武奇宣布，约恩·瓦西留任国防部长，农业和农村发展部部长由克里斯·多布担任。",
        {
            ("米洛·武奇", "黑山政府", "总理", C),
            ("约恩·瓦西", "黑山国防部", "部长", C),
            ("克里斯·多布", "黑山农业和农村发展部", "部长", C),
        },
    ),
    ("欧盟委员会负责扩大事务的委员卡琳·林德发表声明。", {("卡琳·林德", "欧盟委员会", "委员", C)}),
    (
        "不丹选举委员会主席索南·多吉就职。前任主席达瓦·唐定任满卸任。",
        {("索南·多吉", "不丹选举委员会", "主席", C), ("达瓦·唐定", "不丹选举委员会", "主席", F)},
    ),
    (
        "瓦努阿图农业、畜牧业、林业、渔业和生物安全部总司长摩西·卡洛发言。",
        {("摩西·卡洛", "瓦努阿图农业、畜牧业、林业、渔业和生物安全部", "总司长", C)},
    ),
]


@pytest.mark.parametrize(("text", "names"), PLACES)
def test_places_abroad_by_their_sort(text, names):
    assert [name for _, name in mentions(text, "PLACE")] == names


@pytest.mark.parametrize(("text", "wanted"), LOCATED)
def test_what_lies_in_a_part_of_a_country(text, wanted):
    assert edges(text, "located_in") - {("盐城市", "江苏省")} == wanted


@pytest.mark.parametrize(("text", "wanted"), POSTS)
def test_offices_abroad_told_elsewhere(text, wanted):
    assert posts(text) == wanted
