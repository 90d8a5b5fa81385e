"""Tables of members: a role, a name and a post in each line. Names are invented."""

import pytest
from passages import posts

from kg.pipeline import extract_source

BODY = "盐城市防汛抗旱指挥部"
TABLE = """    决定调整盐城市防汛抗旱指挥部组成人员，名单如下：

    总 指 挥：王国强  市委副书记、市长
    副总指挥：李  明  市委常委、副市长
              郁静波  市水利局局长
    成    员：陈志远  市应急局局长
              赵建国  市气象局局长

    指挥部办公室设在市水利局。"""
HELD = {
    ("王国强", "中共盐城市委员会", "副书记"),
    ("王国强", "盐城市人民政府", "市长"),
    ("王国强", BODY, "总指挥"),
    ("李明", "中共盐城市委员会", "常委"),
    ("李明", "盐城市人民政府", "副市长"),
    ("李明", BODY, "副总指挥"),
    ("郁静波", "盐城市水利局", "局长"),
    ("郁静波", BODY, "副总指挥"),
    ("陈志远", "盐城市应急管理局", "局长"),
    ("赵建国", "盐城市气象局", "局长"),
}


def test_every_row_gives_its_post_and_its_role():
    assert {post[:3] for post in posts(TABLE)} == HELD


def test_full_width_blanks_part_columns_too():
    wide = TABLE.replace("  ", "\u3000")
    assert {post[:3] for post in posts(wide)} == HELD


@pytest.mark.parametrize(
    "text",
    [
        "组长：负责统筹。成员：负责落实。",  # duties, no names
        "副总指挥：李明出席会议。",  # one role makes no table
    ],
)
def test_no_table_of_members(text):
    assert posts(text) == set()


def test_the_evidence_of_a_row_is_its_line():
    (extraction,) = extract_source(("江苏省盐城市召开工作会议\n\n" + TABLE + "\n").encode(), "a.txt")
    quotes = {item.quote for each in extraction.relations if each.title == "局长" for item in each.evidence}
    assert "郁静波 市水利局局长" in quotes
