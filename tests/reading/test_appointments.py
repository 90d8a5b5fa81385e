"""Lists of appointments: where the names of each item begin, and who loses the post."""

import pytest

from kg.nlp.appointments import items

LISTS = [
    ("任命：\n柳擎为民政局局长；\n陆云舟、章若水为财政局副局长。", ["柳擎", "陆云"], [False, False]),
    ("免去：\n柳擎的民政局局长职务。", ["柳擎"], [True]),
    ("任命柳擎为民政局局长；\n陆云舟为财政局局长。\n免去章若水的审计局局长职务。", ["柳擎", "陆云", "章若"],
     [False, False, True]),
    ("一、任命名单\n（一）柳擎同志为民政局局长", ["柳擎"], [False]),
    ("会议任命了一批干部。会后，柳擎的讲话为大家鼓劲。", [], []),
    ("柳擎为民政局局长。", [], []),
    ("免去：\n柳擎的民政局局长职务。\n天气晴朗。\n陆云舟的财政局局长职务很忙。", ["柳擎"], [True]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "begins", "removing"), LISTS)
def test_items(text, begins, removing):
    found = list(items(text))
    assert [text[at : at + 2] for at, _ in found] == begins
    assert [lost for _, lost in found] == removing
