"""Surnames that are read otherwise than the words they are written like; compound surnames in one word."""

import pytest

from kg.export.rdf.pinyin import reading


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("单明华", "Shàn Mínghuá"),
        ("解明华", "Xiè Mínghuá"),
        ("区明华", "Ōu Mínghuá"),
        ("仇明华", "Qiú Mínghuá"),
        ("任明华", "Rén Mínghuá"),
        ("曾明华", "Zēng Mínghuá"),
        ("查明华", "Zhā Mínghuá"),
        ("盖明华", "Gě Mínghuá"),
        ("华明华", "Huà Mínghuá"),
        ("宁明华", "Níng Mínghuá"),
        ("薄明华", "Bó Mínghuá"),
        ("占明华", "Zhān Mínghuá"),
        ("翟华", "Zhái Huá"),
        ("尉明华", "Wèi Mínghuá"),
        ("尉迟明华", "Yùchí Mínghuá"),
        ("万俟明", "Mòqí Míng"),
        ("长孙明华", "Zhǎngsūn Mínghuá"),
        ("单于明", "Chányú Míng"),
        ("令狐明", "Línghú Míng"),
        ("澹台明", "Tántái Míng"),
        ("欧阳明华", "Ōuyáng Mínghuá"),
        ("司马明", "Sīmǎ Míng"),
    ],
)
def test_surnames_are_read_as_surnames(name, expected):
    assert reading({"type": "OFFICIAL", "name": name}) == expected


@pytest.mark.parametrize(
    ("type_", "name", "expected"),
    [
        ("AGENCY", "民政部", "Mínzhèngbù"),
        ("PLACE", "重庆市", "Chóngqìngshì"),
        ("OFFICIAL", "Smith", None),
        ("ARTICLE", "单明华讲话", None),
    ],
)
def test_only_chinese_names_of_entities_are_read(type_, name, expected):
    assert reading({"type": type_, "name": name}) == expected
