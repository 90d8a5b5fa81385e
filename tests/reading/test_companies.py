"""Companies and schools called by less than their names: by brand, sort or unit. Names are invented."""

import pytest
from passages import mentions, posts

FIRM, MINE = "上海云帆信通卫星有限公司", "兴岳煤业有限公司"
BRANDS = [
    (f"{FIRM}负责运营。云帆信通首席执行官郁佳表示。", {("郁佳", FIRM, "首席执行官")}),
    (f"{MINE}云岭煤矿停产。警方对兴岳煤业董事长蒋大勇采取措施。", {("蒋大勇", MINE, "董事长")}),
    (
        "贵州盘水煤电集团有限公司供电。盘水煤电集团总经理李小龙、盘水煤电副总经理王小刚到场。",
        {("李小龙", "贵州盘水煤电集团有限公司", "总经理"), ("王小刚", "贵州盘水煤电集团有限公司", "副总经理")},
    ),
    ("格思远航天科技有限公司供电。格思远总经理李小龙介绍情况。", {("李小龙", "格思远航天科技有限公司", "总经理")}),
    ("云帆信通卫星有限公司供电。卫星董事长李小龙介绍情况。", set()),  # not its first characters
    (
        "云帆信通首席执行官郁佳表示。上海云帆信通卫星有限公司负责运营。",
        set(),
    ),  # not yet known
]
SORTS = [
    (f"他来到{FIRM}，向公司董事长何满仓了解情况。", {("何满仓", FIRM, "董事长")}),
    ("他来到甘肃农业大学。学校党委书记何满仓介绍情况。", {("何满仓", "甘肃农业大学", "党委书记")}),
    ("他来到甘肃农业大学，该校校长李小龙介绍情况。", {("李小龙", "甘肃农业大学", "校长")}),
    ("他来到盐城市第一中学。校长何满仓介绍情况。", {("何满仓", "盐城市第一中学", "校长")}),
    ("他来到盐城市疾病预防控制中心。中心主任何满仓介绍情况。", {("何满仓", "盐城市疾病预防控制中心", "主任")}),
    ("他来到盐城市慈善总会。总会会长何满仓介绍情况。", {("何满仓", "盐城市慈善总会", "会长")}),
    ("他来到甘肃农业大学。公司总经理何满仓介绍情况。", set()),
    ("他来到盐城市第一人民医院。校长何满仓介绍情况。", set()),
]
ABROAD = [
    ("马士基集团亚太区总裁延森到会。", {("延森", "马士基集团", "亚太区总裁")}),
    ("微软公司全球副总裁王小刚到会。", {("王小刚", "微软公司", "全球副总裁")}),
    ("空客公司中国区总裁李小龙到会。", {("李小龙", "空中客车公司", "中国区总裁")}),
    ("韩国海洋科学技术院院长李承勋介绍进展。", {("李承勋", "韩国海洋科学技术院", "院长")}),
    ("秘鲁部长会议主席桑切拉须提交辞呈。", {("桑切拉", "秘鲁部长会议", "主席")}),
    ("警方称，该贩毒集团头目洛佩拉落网。", set()),
]
PRINTED = [
    ("六枝工矿集团、盘江煤电集团参加救援。", ["六枝工矿集团", "盘江煤电集团"]),
    (f"他走进{FIRM}组培室。", [FIRM]),
    (f"{MINE}云岭煤矿停产。", [f"{MINE}云岭煤矿"]),
    ("代表团将访问上海和广东，上海市民政局局长柯文会见代表团。", ["上海市民政局"]),
    ("上海和广东民政部门签约，省农科院与中国农科院合作。", ["省农科院", "中国农科院"]),
    ("中远海运集团与中广核签约。", ["中远海运集团", "中广核"]),
]


@pytest.mark.parametrize(("text", "expected"), [*BRANDS, *SORTS, *ABROAD])
def test_posts_at_companies(text, expected):
    assert {post[:3] for post in posts(text)} == expected


@pytest.mark.parametrize(("text", "expected"), PRINTED)
def test_mentions_of_companies(text, expected):
    assert [printed for printed, _ in mentions(text, "AGENCY")] == expected


def test_a_variant_of_a_surname_is_one():
    """付 and 代 are surnames of their own: the tables of shares count them under 傅 and 戴."""
    assert posts("盐城市民政局局长付强、副局长肖剑参加会议。") == {
        ("付强", "盐城市民政局", "局长", "current"), ("肖剑", "盐城市民政局", "副局长", "current"),
    }  # fmt: skip
    assert mentions("盐城市民政局局长蒋某不服判决。", "OFFICIAL") == []  # nobody is named
