"""The grammar of the register, class by class: what is read, and what must not be. All names are invented."""

import pytest

from kg import nlp as stage
from kg.extract import findings


@pytest.fixture(scope="module")
def language():
    return stage.load()


def entities(language, text, label):
    return [entity.text for entity in language(text).ents if entity.label_ == label]


AGENCIES = [
    (
        "省委召开会议，省民政厅、市财政局作了汇报。",
        ["省委", "省民政厅", "市财政局"],
        "level words stand for a territory",
    ),
    ("民政部社会组织管理局组织召开座谈会。", ["民政部社会组织管理局"], "an internal unit belongs to its organ"),
    ("山西、黑龙江、青海省民政厅作交流发言。", ["山西", "黑龙江", "青海省民政厅"], "ellipsis: each place is an agency"),
    ("固原市民政局和吴忠、中卫两市民政局参加。", ["固原市民政局", "吴忠", "中卫"], "a counted head shares its body"),
    ("自治区党委组织部、财政厅负责人参加。", ["自治区党委组织部", "财政厅"], "a bare body shares the territory"),
    ("中共中央、国务院和全国总工会联合印发通知。", ["中共中央", "国务院", "全国总工会"], "central organs by name"),
    ("重庆医科大学附属第一医院揭牌。", ["重庆医科大学附属第一医院"], "a hospital with its university"),
    ("越南劳动荣军社会部副部长来访。", ["越南劳动荣军社会部"], "a foreign ministry begins with its country"),
    ("各级民政部门要加强对社会组织的管理。", [], "a class of organisations is no name"),
    ("市民走进社区，看城市格局的变化。", [], "市民, 城市, 格局 hold no organ"),
    ("在城市街道普遍建立社区社会组织联合会。", [], "a class of associations is no name"),
    ("他委托儿子办理手续。", [], "委托 and 办理 hold no organ"),
]


@pytest.mark.parametrize(("text", "expected", "why"), AGENCIES)
def test_agencies(language, text, expected, why):
    assert entities(language, text, "AGENCY") == expected, why


PLACES = [
    ("会议在南京召开。", ["南京"], "a short form of a prefecture"),
    ("四川省成都市金牛区的做法值得推广。", ["四川省成都市金牛区"], "a chain is one mention"),
    ("活动在京举行，代表团随后来渝考察。", ["京", "渝"], "one character stands for a place"),
    ("他到东街街道军门社区走访。", ["东街街道军门社区"], "street and village by grammar"),
    ("武汉、宜昌、襄阳三市率先启动。", ["武汉", "宜昌", "襄阳"], "a counted list"),
    ("国家主席对法国进行国事访问。", ["法国"], "a country"),
    ("坚持中国特色社会主义，推进中国式现代化。", [], "中国 as a modifier is no place"),
    ("要促进社会长治久安，实现乡村振兴。", [], "words that look like short forms"),
    ("正在深入推进，现在开始。", [], "在 inside 正在 and 现在"),
    ("全市城市社区和农村社区都要行动。", [], "classes of communities"),
]


@pytest.mark.parametrize(("text", "expected", "why"), PLACES)
def test_places(language, text, expected, why):
    assert entities(language, text, "PLACE") == expected, why


OFFICIALS = [
    ("副部长韩知远出席会议并讲话。", ["韩知远"], "a name behind a title"),
    ("省委副书记诸葛明澜主持会议。", ["诸葛明澜"], "a compound surname"),
    ("副厅长李岩和周慕，以及王拓、张启航参加会议。", ["李岩", "周慕", "王拓", "张启航"], "untitled names in a list"),
    ("民政部社会组织管理局柳擎局长出席会议。", ["柳擎"], "name before title"),
    ("德国联邦议院议员汉斯·穆勒发言。穆勒说，合作很好。", ["汉斯·穆勒", "穆勒"], "a foreign name and its last part"),
    ("高朗说，这是好办法。局长高朗参加。", ["高朗", "高朗"], "named again without a title"),
    ("周逸、陈思当选副会长。", ["周逸", "陈思"], "a list before a verb of election"),
    ("要弘扬雷锋精神，坚持马克思主义。", [], "a figure of speech is no official"),
    ("书记带头宣讲，主任会议研究决定。", [], "verbs and meetings behind a title"),
    ("群众喝着王老吉，生活安宁。", [], "brands and adjectives"),
]


@pytest.mark.parametrize(("text", "expected", "why"), OFFICIALS)
def test_officials(language, text, expected, why):
    assert entities(language, text, "OFFICIAL") == expected, why


DOCUMENTS = [
    ("印发《关于加强社区建设的意见》。", ["关于加强社区建设的意见"], "a title in brackets"),
    ("印发《关于印发〈养老办法〉的通知》。", ["关于印发〈养老办法〉的通知"], "a nested title"),
    ("严格遵守慈善法和民法典。", ["慈善法", "民法典"], "laws without brackets"),
    ("党的二十大报告指出。", ["党的二十大报告"], "a report that is only described"),
    ("据《江城日报》报道。", [], "a paper is an agency"),
    ("观看电影《山河》。", [], "a film is no text"),
    ("电视专题片《前行》播出。", [], "a programme is no text"),
    ("他执法严明，立法工作有序。", [], "执法 and 立法 name no law"),
]


@pytest.mark.parametrize(("text", "expected", "why"), DOCUMENTS)
def test_documents(language, text, expected, why):
    assert entities(language, text, "DOCUMENT") == expected, why


POSTS = [
    ("民政部党组成员、副部长韩知远出席。", [("韩知远", "党组成员", "current"), ("韩知远", "副部长", "current")]),
    ("省民政厅原副厅长龙行之被查。", [("龙行之", "副厅长", "former")]),
    ("任命卜一帆为教育部副部长；免去文展的生态环境部副部长职务。",
     [("卜一帆", "副部长", "current"), ("文展", "副部长", "former")]),
    ("周行同志任黄山市委委员、常委、书记。",
     [("周行", "委员", "current"), ("周行", "常委", "current"), ("周行", "书记", "current")]),
    ("凌川同志不再担任黄山市委书记职务。", [("凌川", "书记", "former")]),
    ("鲜于昊，男，现任蜀山区委副书记，拟任合肥市政府党组成员。",
     [("鲜于昊", "副书记", "current"), ("鲜于昊", "党组成员", "proposed")]),
    ("法国总统杜瓦尔表示欢迎。", [("杜瓦尔", "总统", "current")]),
    ("越共中央总书记阮文山表示祝贺。", [("阮文山", "总书记", "current")]),
    ("该国前进党总书记阮文山表示祝贺。", []),
    ("韩知远出席会议。", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), POSTS)
def test_posts(language, text, expected):
    links = findings(stage.read(language, text)).links
    held = [(link.subject[1], link.title, link.status) for link in links if link.predicate == "holds_post"]
    assert [post for post in held if post[1]] == expected


def test_a_name_printed_with_a_blank_may_be_a_word(language):
    text = "市应急管理局局长计划出席会议。"
    doc = stage.read(language, text, frozenset({text.index("划")}))
    assert [entity.text for entity in doc.ents if entity.label_ == "OFFICIAL"] == ["计划"]
