"""Lists of those present: minutes, columns of posts and names, what is told again. Names are invented."""

import pytest
from passages import edges, mentions, posts

MEETING = "5月8日，县政府第3次常务会议在南京召开。"
PRESENT = [
    (MEETING + "主持：李四方。", {("李四方", "host")}),
    (MEETING + "出席：张三山、王五味。", {("张三山", "attendee"), ("王五味", "attendee")}),
    (MEETING + "出席会议的有：民政厅厅长李四方、副厅长张三山。", {("李四方", "attendee"), ("张三山", "attendee")}),
    (MEETING + "列席会议的有省财政厅副厅长王五味。", {("王五味", "attendee")}),
    (MEETING + "省民政厅厅长李四方致欢迎辞。", {("李四方", "speaker")}),
    (MEETING + "自然资源部、水利部负责人在会上作了汇报。", {("自然资源部", "speaker"), ("水利部", "speaker")}),
    (MEETING + "主持人：大家好，今天请来了省民政厅厅长李四方。", set()),  # whoever asks the questions
    (MEETING + "记录：周九章。", set()),
]
COLUMNS = """5月8日，全省统计培训班在南京开班。

    参加开班式的还有：
    江苏省公安厅人口管理总队政委          齐 全
    省卫生健康委副主任                     申 明
    南京市统计局局长钱 多，总统计师那 英杰

    钱多在座谈时说，摸清家底要紧。"""


@pytest.mark.parametrize(("text", "wanted"), PRESENT)
def test_who_the_minutes_name(text, wanted):
    organisers = {("江苏省盐城市人民政府", "organiser")}
    found = {(who, role) for who, _, role in edges(text, "attended")}
    assert {pair for pair in found if pair[1] != "organiser"} == wanted - organisers


def test_posts_and_names_in_columns_are_lines_of_their_own():
    assert {post[:3] for post in posts(COLUMNS)} == {
        ("齐全", "江苏省公安厅人口管理总队", "政委"),
        ("申明", "江苏省卫生健康委员会", "副主任"),
        ("钱多", "南京市统计局", "局长"),
        ("那英杰", "南京市统计局", "总统计师"),
    }
    attended = {who for who, _, role in edges(COLUMNS, "attended") if role == "attendee"}
    assert attended == {"齐全", "申明", "钱多", "那英杰"}


def test_who_held_a_meeting_is_told_behind_the_headline():
    text = (
        "第三届口岸合作论坛在盐城举行\n\n由江苏省商务厅、盐城市人民政府共同主办的第三届口岸合作论坛5月8日在盐城开幕。"
    )
    found = {(who, role) for who, _, role in edges(text, "attended")}
    assert found == {("江苏省商务厅", "organiser"), ("盐城市人民政府", "organiser")}


NAMES = [
    ("省高级人民法院政治部主任钟 点监誓。", ["钟点"]),  # a blank behind the surname of two characters
    ("县医院院长白 芷带医疗组赶到。", ["白芷"]),
    ("院长羊 致远领誓并讲话。", ["羊致远"]),
    ("市水利局局长李 顺邦现场讲解。", ["李顺邦"]),
    ("推选主席团成员若干人。", []),
    ("安徽地处长江下游。福州长乐国际机场启用。", []),  # 处长 and 州长 are none
    ("凉山州州长江华说，要抓落实。", ["江华"]),
    ("木里县委书记偏初·扎西主持。", ["偏初·扎西"]),
    ("副省长端木清和出席会议并讲话。", ["端木清和"]),
    ("免去沙依兰·阿不都拉的大使职务。", ["沙依兰·阿不都拉"]),
    ("美国驻匈牙利大使大卫·普雷曼质疑匈方。", ["大卫·普雷曼"]),
]


@pytest.mark.parametrize(("text", "names"), NAMES)
def test_names_of_those_present(text, names):
    assert [name for _, name in mentions(text, "OFFICIAL")] == names
