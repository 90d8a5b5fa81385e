"""Changes of a text that must change nothing, or nothing but what was changed. All names are invented."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.export.article_json import to_json
from kg.pipeline import extract_source

ARTICLE = (
    "江城市召开社区工作推进会\n\n"
    "    2024年4月12日，浙江省社区工作推进会在杭州市召开。"
    "省民政厅党组书记、厅长韩知远出席会议并讲话，副厅长李岩主持会议。\n"
    "    韩知远强调，要落实《浙江省社区工作者管理办法》。宁波市、温州市民政局作交流发言。\n"
    "    （据浙江省民政厅）\n"
)
NAMES = st.sampled_from(["陆明澜", "诸葛文渊", "赵岩", "欧阳克俭", "孙喆", "唐一鸣", "沈佳", "司徒敏"])
few = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def said(text):
    """Give entities and role relations by name, without offsets."""
    [row] = [to_json(each) for each in extract_source(text.encode(), "a.txt")]
    entities = {(span["label"], span["entity"]) for span in row["spans"]}
    relations = {
        (r["from"], r["rel"], r["to"], r.get("title"), r.get("role"), r.get("status")) for r in row["relations"]
    }
    return entities, relations


@few
@given(NAMES)
def test_another_name_changes_only_the_name(name):
    entities, relations = said(ARTICLE.replace("韩知远", name))
    swap = lambda rows: {tuple("韩知远" if cell == name else cell for cell in row) for row in rows}  # noqa: E731
    assert (swap(entities), swap(relations)) == said(ARTICLE)


@few
@given(
    st.sampled_from(["天气很好，大家都来了。", "这是一件小事。", "活动持续了三个小时，气氛热烈。"]), st.integers(1, 2)
)
def test_a_sentence_without_names_changes_nothing(sentence, place):
    head, *paragraphs = ARTICLE.split("\n    ")
    changed = "\n    ".join([head, *paragraphs[:place], sentence, *paragraphs[place:]])
    assert said(changed) == said(ARTICLE)


@few
@given(st.integers(24, 40))
def test_lines_wrapped_elsewhere_change_nothing(width):
    wrapped = []
    for line in ARTICLE.split("\n"):
        body = line.strip()
        indent = line[: len(line) - len(line.lstrip())]
        pieces = [body[i : i + width] for i in range(0, len(body), width)] or [""]
        wrapped += [indent + pieces[0], *pieces[1:]]
    assert said("\n".join(wrapped)) == said(ARTICLE)


@pytest.mark.parametrize(("wide", "narrow"), [("，", ","), ("（", "("), ("）", ")")])
def test_half_width_punctuation_changes_nothing(wide, narrow):
    assert said(ARTICLE.replace(wide, narrow)) == said(ARTICLE)
