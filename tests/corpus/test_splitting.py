"""Which headline goes to which body, where they don't stand together."""

import os
import subprocess
import sys

from kg.pipeline import extract_source

CODE = """
import random
from kg.pipeline import extract_source

rng = random.Random(7)
letters = "学校水利粮食道路医院文化旅游农村金融交通市场监管"
for _ in range(40):
    ring = "".join(rng.sample(letters, 8))
    heads = [ring[i:] + ring[: i + 1] for i in (0, 3, 6)]  # the same pairs of characters in another order
    bodies = ["".join(rng.choices(ring, k=30)) + ring[i:] + ring[:i] + "。\\n（来源：农村报）" for i in range(3)]
    page = "\\n\\n".join([*(f"# {head}" for head in heads), *bodies])
    print([each.title for each in extract_source(page.encode(), "a.md")])
"""


def test_hash_seeds_do_not_choose_the_headline():
    """Shares of words are summed over sets, whose order is the seed's: a sum must not hang on it."""
    runs = [
        subprocess.run(
            [sys.executable, "-c", CODE], check=True, capture_output=True, env=os.environ | {"PYTHONHASHSEED": seed}
        )
        for seed in ("0", "1", "2")
    ]
    assert len({run.stdout for run in runs}) == 1
    assert runs[0].stdout.count(b"\n") == 40


PAGE = """
    4月11日，盐城市水利局在大丰区召开推进会。市水利局局长吕正阳
讲话，要求各地对照意见抓紧编制规划，

河长领着干　河道换新颜
——盐城市建设幸福河湖的实践

健全管护机制。大丰区委书记郁长林介绍了情况。
        （盐城市水利局供稿）
"""


def test_a_headline_in_the_midst_of_its_page_heads_it_and_cuts_no_sentence():
    (article,) = extract_source(PAGE.encode(), "a.txt")
    assert article.title == "河长领着干 河道换新颜——盐城市建设幸福河湖的实践"
    assert "抓紧编制规划，健全管护机制。" in "".join(sentence.quote for sentence in article.sentences)


NOTICES = """水利厅原厅长李四方接受审查

省纪委监委网站讯 水利厅原厅长李四方涉嫌违纪，目前正接受审查。（2024年8月6日）

李四方简历

李四方，男，汉族，1961年11月出生。

粮食局原司长王五味被开除党籍

中央纪委国家监委驻国家发展改革委纪检监察组、河南省纪委监委消息：日前，王五味被立案审查。
"""


def test_a_life_belongs_to_the_notice_and_a_source_leads_the_next():
    """The heading over a life begins no article; 某某消息： leads one, however long the names before it are."""
    first, second = extract_source(NOTICES.encode(), "a.txt")
    assert (first.title, second.title) == ("水利厅原厅长李四方接受审查", "粮食局原司长王五味被开除党籍")
    assert any("汉族" in sentence.quote for sentence in first.sentences)


def test_a_life_follows_the_source_line_of_its_notice():
    notice = "水利厅原厅长李四方接受审查\n\n8月6日，李四方接受审查。（据江苏日报）\n\n"
    page = notice + "李四方同志简历\n\n李四方，男，1961年出生。\n"
    assert len(extract_source(page.encode(), "a.txt")) == 1
