"""The classes of the register, each with cases and counter-cases, from word to relation. Names are invented."""

import pytest

from kg.model import Predicate
from kg.pipeline import extract_source

HEAD = "江苏省盐城市召开工作会议\n\n"


def read(text):
    (extraction,) = extract_source((HEAD + text + "\n").encode(), "a.txt")
    return extraction, {entity.id: entity for entity in extraction.entities}


def posts(text):
    extraction, entities = read(text)
    return {
        (entities[each.subject].name, entities[each.object].name, each.title, str(each.status))
        for each in extraction.relations
        if each.predicate is Predicate.HOLDS_POST
    }


def mentions(text, label):
    extraction, entities = read(text)
    start = len(HEAD)
    return [
        (each.text, entities[each.entity].name if each.entity else None)
        for each in extraction.mentions
        if each.label.value == label and each.start >= start
    ]


def edges(text, predicate):
    extraction, entities = read(text)
    return {
        (entities[each.subject].name, entities[each.object].name, *([str(each.role)] if each.role else []))
        for each in extraction.relations
        if each.predicate.value == predicate
    }


C, F, P = "current", "former", "proposed"
CHAINS = [
    ("民政部党组成员、副部长韩知远出席。", {("韩知远", "民政部", "党组成员", C), ("韩知远", "民政部", "副部长", C)}),
    ("江苏省委常委、常务副省长陆云舟讲话。",
     {("陆云舟", "中共江苏省委员会", "常委", C), ("陆云舟", "江苏省人民政府", "常务副省长", C)}),
    ("盐城市民政局局长贺兰、副局长苗青山和邵一帆参加。",
     {("贺兰", "盐城市民政局", "局长", C), ("苗青山", "盐城市民政局", "副局长", C),
      ("邵一帆", "盐城市民政局", "副局长", C)}),
    ("盐城市民政局原局长贺兰被查。", {("贺兰", "盐城市民政局", "局长", F)}),
    ("时任盐城市民政局局长贺兰回忆。", {("贺兰", "盐城市民政局", "局长", F)}),
    ("任命卜一帆为教育部副部长；免去文展的生态环境部副部长职务。",
     {("卜一帆", "教育部", "副部长", C), ("文展", "生态环境部", "副部长", F)}),
    ("盐城市慈善总会会长章若水致辞。", {("章若水", "盐城市慈善总会", "会长", C)}),
    ("江苏省高级人民法院院长沈亦舟作报告。", {("沈亦舟", "江苏省高级人民法院", "院长", C)}),
    ("苏州大学党委书记阮清和、校长梅一舟出席。",
     {("阮清和", "苏州大学", "党委书记", C), ("梅一舟", "苏州大学", "校长", C)}),
    ("以色列国防部长巴拉克表示。", {("巴拉克", "以色列国防部", "部长", C)}),
    ("中国驻法国大使骆宾出席。", {("骆宾", "中国驻法国大使馆", "大使", C)}),
    ("柳擎局长主持会议。", set()),
    ("该国前进运动主席萨比托夫先后致辞。", set()),
    ("各地民政局局长参加。", set()),
    ("局长主持会议，书记带头学习。", set()),
    ("民政部部长出席，企业家周舟参加。", set()),
    ("有关负责人说，会长单位要带头。", set()),
    ("他希望当选会长。", set()),
    ("主任会议研究决定，代表团团长会议同意。", set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CHAINS)
def test_title_chains(text, expected):
    assert posts(text) == expected


NAMES = [
    ("副市长高明、方正出席。", ["高明", "方正"]),
    ("副市长欧阳克俭出席。", ["欧阳克俭"]),
    ("副市长令狐一出席。", ["令狐一"]),
    ("市民政局局长安宁出席，安宁说，要抓紧。", ["安宁", "安宁"]),
    ("法国总统埃德蒙·拉瓦尔访华，拉瓦尔表示感谢。", ["埃德蒙·拉瓦尔", "拉瓦尔"]),
    ("日本首相石破茂表示遗憾。", ["石破茂"]),
    ("乌克兰能源部长加卢先科20日称。", ["加卢先科"]),
    ("古巴国家主席迪亚斯-卡内尔说。", ["迪亚斯-卡内尔"]),
    ("副市长乔知远、陆云舟，以及单雪峰参加。", ["乔知远", "陆云舟", "单雪峰"]),
    ("要弘扬雷锋精神，坚持马克思主义。", []),
    ("他身穿中山装，喝着王老吉。", []),
    ("推动高质量发展，方便群众，保障安全。", []),
    ("常委会议决定，要向世界介绍中国。", []),
    ("白皮书指出，贺词表示，公报强调。", []),
    ("生活安宁，四季常青，考虑周全。", []),
    ("支持和保障代表依法、有序履职。", []),
    ("书记带头宣讲，干部加强学习。", []),
]


@pytest.mark.parametrize(("text", "expected"), NAMES)
def test_names(text, expected):
    assert [text for text, _ in mentions(text, "OFFICIAL")] == expected


AGENCIES = [
    ("中组部、中宣部联合发文。", ["中共中央组织部", "中共中央宣传部"]),
    ("国家发展改革委、人力资源社会保障部、住建部、央行参加。",
     ["国家发展和改革委员会", "人力资源和社会保障部", "住房和城乡建设部", "中国人民银行"]),
    ("市委社会工作部、民政局、财政局参加。", ["中共盐城市委社会工作部", "盐城市民政局", "盐城市财政局"]),
    ("河北、山西等省（区）民政厅负责人参加。", ["河北省民政厅", "山西省民政厅"]),
    ("中央纪委国家监委通报。", ["中共中央纪律检查委员会", "中华人民共和国国家监察委员会"]),
    ("甘孜县、阿坝县政协来访。", ["中国人民政治协商会议甘孜县委员会", "中国人民政治协商会议阿坝县委员会"]),
    ("民政部社会组织管理局发布通知。", ["民政部社会组织管理局"]),
    ("世界卫生组织、欧盟、联合国安理会表示关切。", ["世界卫生组织", "欧洲联盟", "联合国安全理事会"]),
    ("俄国防部、美国国会众议院表示。", ["俄罗斯国防部", "美国国会众议院"]),
    ("盐城市融媒体中心报道。", ["盐城市融媒体中心"]),
    ("各级民政部门要加强管理。", []),
    ("市民走进社区，看城市格局的变化。", []),
    ("空袭莫斯科市中心，造成停电。", []),
    ("推动澳门更好融入国家发展大局。", []),
    ("有关部门、社会组织、村（居）委会参加。", []),
    ("加沙地带南部最大医院停止运作。", []),
    ("向29个省区市交办问题线索。", []),
    ("强化高水平研究型大学的作用。", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), AGENCIES)
def test_agencies(text, expected):
    assert [name for _, name in mentions(text, "AGENCY")] == expected


DOCUMENTS = [
    ("印发《关于加强社区建设的意见》（民发〔2024〕12号）。", ["关于加强社区建设的意见"]),
    ("印发《关于印发〈养老办法〉的通知》。", ["关于印发〈养老办法〉的通知"]),
    ("《盐城市养老服务管理办法》（以下简称《办法》）施行，《办法》规定。",
     ["盐城市养老服务管理办法", "盐城市养老服务管理办法", "盐城市养老服务管理办法"]),
    ("严格遵守宪法、慈善法和民法典。", ["宪法", "慈善法", "民法典"]),
    ("认真学习党的二十大报告。", ["党的二十大报告"]),
    ("落实中央一号文件精神。", ["中央一号文件"]),
    ("发表《扎实推动共同富裕》重要文章。", ["扎实推动共同富裕"]),
    ("市政府公布《盐城市河道管理条例》。", ["盐城市河道管理条例"]),
    ("据《盐城晚报》报道。", []),
    ("观看电影《山河》。", []),
    ("他执法严明，立法工作有序。", []),
    ("学习相关文件和领导讲话。", []),
    ("开设《民生热线》栏目。", []),
    ("依法依规推进，合法合规经营。", []),
    ("起草了一个意见，形成了几份报告。", []),
    ("印发通知，公布办法。", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), DOCUMENTS)
def test_documents(text, expected):
    assert [name for _, name in mentions(text, "DOCUMENT")] == expected


PLACES = [
    ("四川省成都市金牛区的做法值得推广。", ["金牛区"]),
    ("活动在京举行，代表团随后来渝考察。", ["北京市", "重庆市"]),
    ("他到东街街道军门社区走访。", ["军门社区"]),
    ("武汉、宜昌、襄阳三市率先启动。", ["武汉市", "宜昌市", "襄阳市"]),
    ("在江西万载赤兴乡镜山村，湿地建成。", ["镜山村"]),
    ("乌克兰敖德萨州、俄罗斯库尔斯克州遭袭。", ["敖德萨州", "库尔斯克州"]),
    ("京津冀、长三角、粤港澳大湾区协同。", ["京津冀", "长三角", "粤港澳大湾区"]),
    ("对法国和埃及进行访问。", ["法国", "埃及"]),
    ("香港特别行政区、澳门代表出席。", ["香港特别行政区", "澳门特别行政区"]),
    ("坚持中国特色社会主义，推进中国式现代化。", []),
    ("要促进社会长治久安，实现乡村振兴。", []),
    ("正在深入推进，现在开始。", []),
    ("全市城市社区和农村社区都要行动。", []),
    ("全省、全国、各地、首都都行动起来。", []),
    ("罗德里格斯表示，杰克逊同意。", []),
    ("受灾村、示范村、先进村都参加。", []),
    ("他在正厅级岗位上光明磊落。", []),
]


@pytest.mark.parametrize(("text", "expected"), PLACES)
def test_places(text, expected):
    assert [name for _, name in mentions(text, "PLACE")] == expected


MEETINGS = [
    ("4月8日，江苏省民政厅在盐城市召开养老服务工作座谈会。副厅长陆云舟主持会议。",
     {("江苏省民政厅", "养老服务工作座谈会", "organiser"), ("陆云舟", "养老服务工作座谈会", "host")}),
    ("4月8日，养老服务工作座谈会在盐城召开。省民政厅厅长陆云舟出席会议并讲话。",
     {("陆云舟", "养老服务工作座谈会", "attendee"), ("陆云舟", "养老服务工作座谈会", "speaker")}),
    ("4月8日，养老服务工作座谈会在盐城召开。市民政局、财政局作交流发言。",
     {("盐城市民政局", "养老服务工作座谈会", "speaker"), ("盐城市财政局", "养老服务工作座谈会", "speaker")}),
    ("4月8日，养老服务工作座谈会在盐城召开。市财政局有关负责同志参加会议。",
     {("盐城市财政局", "养老服务工作座谈会", "attendee")}),
    ("王副市长致辞。4月8日，盐城市民政局参加宣讲会。", set()),
    ("副市长陆云舟学习贯彻养老服务工作座谈会精神。", set()),
    ("4月8日，养老服务工作座谈会在盐城召开。法国总统杜瓦尔10日表示，愿意合作。", set()),
    ("祝贺养老服务工作座谈会胜利召开，副市长陆云舟很高兴。", set()),
    ("来华出席亚洲养老论坛的法国总统杜瓦尔说，中国发展很快。", set()),
    ("4月8日，养老服务工作座谈会在盐城召开。副市长陆云舟关于养老的讲话很重要。", set()),
    ("4月8日，养老服务工作座谈会在盐城召开。愿同市财政局交流经验。", set()),
    ("养老服务工作座谈会将于下月召开。", set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), MEETINGS)
def test_meetings(text, expected):
    assert edges(text, "attended") == expected


DATES = [
    ("2024年4月8日，养老服务工作座谈会在盐城召开。", "2024-04-08"),
    ("2024年4月8日至10日，养老服务工作座谈会在盐城召开。", "2024-04-08"),
    ("4月8日，养老服务工作座谈会在盐城召开。", None),
    ("二〇二四年四月八日，养老服务工作座谈会在盐城召开。", "2024-04-08"),
    ("近日，养老服务工作座谈会在盐城召开。", None),
    ("日前，养老服务工作座谈会在盐城召开。", None),
    ("养老服务工作座谈会昨天在盐城召开。", None),
    ("依据民发〔2019〕5号文件，近日养老服务工作座谈会在盐城召开。", None),
]


@pytest.mark.parametrize(("text", "expected"), DATES)
def test_dates(text, expected):
    """The day of an article; never a year from a document's number, never today."""
    extraction, _ = read(text)
    assert extraction.date == expected
