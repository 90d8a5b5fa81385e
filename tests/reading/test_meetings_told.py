"""Who did what at a meeting that other sentences tell of, and who issued what. Names are invented."""

import pytest
from passages import edges

HELD = "10月8日，盐城市防汛工作推进会在东台市召开。"
M = "盐城市防汛工作推进会"
ATTENDED = [
    ("市水利局局长吕正阳要求，各地要严防死守。", {("吕正阳", M, "speaker")}),
    ("市水利局局长吕正阳提出的办法已经施行。", set()),
    ("南京大学教授郁长林作专题辅导。", {("郁长林", M, "speaker")}),
    ("会议由市委书记吕正阳、市长郁长林等大会执行主席主持。", {("吕正阳", M, "host"), ("郁长林", M, "host")}),
    ("会议由吕正阳主持，郁长林出席。", {("吕正阳", M, "host"), ("郁长林", M, "attendee")}),
    (  # an agency speaks together with a person behind 和
        "东台市水利局和江苏海河泵业有限公司董事长郁长林作了交流发言。",
        {("东台市水利局", M, "speaker"), ("郁长林", M, "speaker")},
    ),
    (  # who only writes to a meeting does not speak there
        "省委书记郁长林发来贺信。郁长林表示，防汛是大事。",
        set(),
    ),
    (  # the first meeting is meant until another is named
        "市水利局局长吕正阳介绍，水位回落。\n郁长林在例行记者会上说，预警已经解除。",
        {("吕正阳", M, "speaker")},
    ),
]
ISSUED = [
    (
        "市政府办公室印发了由市教育局、市财政局起草的《交流办法》。",
        {("盐城市人民政府办公室", "交流办法")},
    ),
    ("市政府去年底就出台了《救助办法》。", {("盐城市人民政府", "救助办法")}),
    ("落实国家卫生健康委等五部门《关于加强医疗服务的通知》。", {("国家卫生健康委员会", "关于加强医疗服务的通知")}),
    (
        "市农业农村局局长吕正阳介绍了《种业三年行动计划》，这份由市委办公室、市政府办公室联合印发的计划提出新目标。",
        {("中共盐城市委办公室", "种业三年行动计划"), ("盐城市人民政府办公室", "种业三年行动计划")},
    ),
    (
        "市水利局局长解读《抗旱通知》。《抗旱通知》由市水利局会同市财政局、市气象局等部门联合印发。",
        {("盐城市水利局", "抗旱通知"), ("盐城市财政局", "抗旱通知"), ("盐城市气象局", "抗旱通知")},
    ),
    ("市农业农村局解读《种业条例》，说由市委办公室印发的计划另有规定。", set()),  # no plan was named
]


@pytest.mark.parametrize(("text", "wanted"), ATTENDED)
def test_at_the_meeting(text, wanted):
    assert {edge for edge in edges(HELD + "\n\n" + text, "attended") if edge[1] == M} == wanted


@pytest.mark.parametrize(("text", "wanted"), ISSUED)
def test_issuers(text, wanted):
    assert edges(text, "issued") == wanted


def test_a_meeting_without_a_name_is_called_after_the_organ_that_meets():
    text = "盐城市人大常委会10月8日召开会议，审议报告。市人大常委会主任吕正阳主持会议。"
    assert edges(text, "attended") == {("吕正阳", "盐城市人大常委会会议", "host")}


def test_a_meeting_that_decides_takes_place():
    text = "盐城市人大常委会第十六次会议决定，任命吕正阳为盐城市副市长。市人大常委会副主任郁长林主持会议。"
    assert edges(text, "attended") == {("郁长林", "盐城市人大常委会第十六次会议", "host")}


def test_what_somebody_promises_to_say_at_a_meeting_makes_no_meeting():
    text = "市长吕正阳说，他将组建专班，并在首次防汛工作会议上讨论。市水利局局长郁长林指出，水位回落。"
    assert not edges(text, "attended")


def test_leaders_meet_and_others_take_part():
    text = "国务院总理吕正阳4月23日下午在北京人民大会堂会见来华进行国事访问的肯尼亚总统卢托。\n\n郁长林参加上述会见。"
    assert ("郁长林", "吕正阳会见肯尼亚总统卢托", "attendee") in edges(text, "attended")
