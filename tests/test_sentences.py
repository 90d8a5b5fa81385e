"""Sentences are what evidence quotes, and what a reading of a title looks back over."""

import pytest

from kg.sentences import LONGEST, sentences, start_before


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("会议召开。王某出席。", ["会议召开。", "王某出席。"]),
        (
            "他说：“会议召开。”王某出席。",
            ["他说：“会议召开。”", "王某出席。"],
        ),  # the closing mark belongs to its sentence
        ("标题\n\n　正文。", ["标题", "正文。"]),  # blanks and line ends are no part of one
        ("甲" * 600 + "，" + "乙" * 600, ["甲" * 600 + "，", "乙" * 600]),  # too long for a quotation
        ("", []),
    ],
)
def test_sentences(text, cut):
    assert [text[start:end] for start, end in sentences(text)] == cut


@pytest.mark.parametrize(
    ("text", "at", "options", "start"),
    [
        ("甲。乙丙", 4, {}, 2),
        ("甲；乙丙", 4, {}, 2),
        ("甲；乙丙", 4, {"stops": "。\n"}, 0),
        ("甲。乙丙丁", 5, {"reach": 2}, 3),  # the reach is as far as it looks
        ("。甲", 1, {}, 1),  # the stop directly before counts
        ("甲" * 2000, 1999, {}, 1999 - LONGEST),
        ("甲。", 0, {}, 0),
    ],
)
def test_start_before(text, at, options, start):
    assert start_before(text, at, **options) == start
