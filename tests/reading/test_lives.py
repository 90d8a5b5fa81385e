"""Lives told in obituaries and career notes: posts of decades ago, over several paragraphs. Names are invented."""

import pytest
from passages import edges, mentions, posts

from kg.pipeline import extract_source

C, F = "current", "former"
POSTS = [
    (
        "全国政协原常委、全国政协经济委员会原副主任，原机械工业部党组副书记、副部长郁长林同志在北京逝世。",
        {
            ("郁长林", "中国人民政治协商会议全国委员会", "常委", F),
            ("郁长林", "中国人民政治协商会议全国委员会经济委员会", "副主任", F),
            ("郁长林", "机械工业部", "党组副书记", F),
            ("郁长林", "机械工业部", "副部长", F),
        },
    ),
    (
        "郁长林历任重庆柴油机厂副厂长，第一机械工业部第三局处长，大庆炼油厂厂长。",
        {
            ("郁长林", "重庆柴油机厂", "副厂长", F),
            ("郁长林", "第一机械工业部第三局", "处长", F),
            ("郁长林", "大庆炼油厂", "厂长", F),
        },
    ),
    (  # the second paragraph names nobody, and goes on with the life of the first
        "郁长林，男，1928年11月生于河北。1949年参加工作。\n\n"
        "1965年起，任第八机械工业部生产司副司长。1981年5月任农业机械部副部长。1993年离休。",
        {("郁长林", "第八机械工业部生产司", "副司长", F)},
    ),
    (  # 曾 opens no name
        "1996年，郁长林当选中国机械工程学会理事长，曾兼任清华大学教授。",
        {("郁长林", "中国机械工程学会", "理事长", C), ("郁长林", "清华大学", "教授", F)},
    ),
    (
        "1999年3月任福建省水利厅副厅长。2003年9月，郁长林被查。",
        set(),  # nobody was named before the post
    ),
    (
        "郁长林，男，1966年生，2019年3月任福建省水利厅副厅长。2023年9月，郁长林被查。",
        {("郁长林", "福建省水利厅", "副厅长", F)},
    ),
    (  # the province in the chain counts, however often another is named
        "湖南省岳阳市和湖南省华容县抢险。安徽省委常委、常务副省长桑延东到场。湖南省水利厅调运物资。",
        {("桑延东", "中共安徽省委员会", "常委", C), ("桑延东", "安徽省人民政府", "常务副省长", C)},
    ),
    (
        "泰国原副总理兼财政部长巴颂·差林拉转任外交部长，陆军前副司令查隆·素帕升任国防部长。",
        {
            ("巴颂·差林拉", "泰国政府", "副总理", F),
            ("巴颂·差林拉", "泰国财政部", "部长", F),
            ("巴颂·差林拉", "泰国外交部", "部长", C),
            ("查隆·素帕", "泰国陆军", "副司令", F),
            ("查隆·素帕", "泰国国防部", "部长", C),
        },
    ),
    (
        "泰国总理府说，为民党党首阿努蓬·猜亚辞去副总理和公共卫生部长职务。",
        {
            ("阿努蓬·猜亚", "为民党", "党首", C),
            ("阿努蓬·猜亚", "泰国政府", "副总理", F),
            ("阿努蓬·猜亚", "泰国公共卫生部", "部长", F),
        },
    ),
    (
        "博茨瓦纳前总统丹尼尔·基普拉和塔博·莫加埃出席。",
        {("丹尼尔·基普拉", "博茨瓦纳政府", "总统", F), ("塔博·莫加埃", "博茨瓦纳政府", "总统", F)},
    ),
    (  # 公司 is the firm that the article is about, not the one that was named last
        "武汉明谱仪器股份有限公司（以下简称“明谱仪器”）投产。明谱仪器董事长沈若秋说，明谱仪器在扩产。"
        "湖北省高新投资集团有限公司参股。\n公司总经理柯思明介绍进展。",
        {
            ("沈若秋", "武汉明谱仪器股份有限公司", "董事长", C),
            ("柯思明", "武汉明谱仪器股份有限公司", "总经理", C),
        },
    ),
    (
        "盐城市检察院派员，人民监督员沈恩泽见证。",
        set(),  # the office is the court's or the procuratorate's, and no organ stands before it
    ),
]
ISSUED = [
    (
        "市农业局局长张伟明说，该局会同市水利局制定的《用水办法》已经施行。",
        {("盐城市农业局", "用水办法"), ("盐城市水利局", "用水办法")},
    ),
    (
        "国家能源局今天（2025年9月3日）印发《储能行动方案》。",
        {("国家能源局", "储能行动方案")},
    ),
    (
        "盐城市检察院、市司法局会签《协作机制意见》。",
        {("盐城市人民检察院", "协作机制意见"), ("盐城市司法局", "协作机制意见")},
    ),
    ("盐城市财政局去年印发的《补助办法》施行。", {("盐城市财政局", "补助办法")}),
]


@pytest.mark.parametrize(("text", "wanted"), POSTS)
def test_posts_of_lives(text, wanted):
    assert wanted <= posts(text) if wanted else not posts(text)


AUTHORS = [
    (  # issued by another, from their pen
        "年底，由中国科学院研究员卞正远、南京大学教授储秀云等执笔的《质谱检测专家共识》由江苏省医学会发布。",
        {("卞正远", "质谱检测专家共识"), ("储秀云", "质谱检测专家共识")},
    ),
    ("市史志研究会会长卞正远主编的《河口地名故事》已经面世。", {("卞正远", "河口地名故事")}),
    ("卞正远同志晚年著有回忆录《第一犁》，主编《农垦三十年》。", {("卞正远", "第一犁"), ("卞正远", "农垦三十年")}),
    ("南京大学教授储秀云作了题为《从岩画到雪道》的讲座。", {("储秀云", "从岩画到雪道")}),
    ("研究员储秀云代表课题组发布其主编的《海洋牧场发展报告》。", {("储秀云", "海洋牧场发展报告")}),
    # the one who said it is not the one of whom it is said
    ("局长卞正远说：“储秀云是专家。”此后，他与人合著《红松更新技术手册》。", set()),
    ("卞正远主持会议。储秀芸所代表课题组发布其主编的《海洋牧场发展报告》。", set()),
    ("副县长卞正远介绍了题为《养蜂产业发展》的材料。", set()),
]


@pytest.mark.parametrize(("text", "wanted"), AUTHORS)
def test_authors_of_documents(text, wanted):
    assert edges(text, "authored") == wanted


@pytest.mark.parametrize(("text", "wanted"), ISSUED)
def test_documents_made_together(text, wanted):
    assert edges(text, "issued") == wanted


def test_a_county_that_became_a_city_is_the_city():
    assert mentions("他生于山东省莱阳县。", "PLACE") == [("山东省莱阳县", "莱阳市")]


def test_a_short_name_holds_for_the_headline_too():
    text = "明谱仪器：走进车间\n\n武汉明谱仪器股份有限公司（以下简称“明谱仪器”）投产。\n"
    (extraction,) = extract_source(text.encode(), "a.txt")
    assert [m.start for m in extraction.mentions if m.text == "明谱仪器"] == [0, text.index("“明谱仪器") + 1]
    assert len({m.entity for m in extraction.mentions if "明谱" in m.text}) == 1


@pytest.mark.parametrize(
    ("text", "places"),
    [("县政协副主席马 里 文参加。", []), ("他在 北 京 调研。", ["北京"]), ("会议在北 京 市召开。", ["北京市"])],
)
def test_a_name_printed_with_blanks_is_no_place(text, places):
    assert [name.replace(" ", "") for name, _ in mentions(text, "PLACE")] == places


def test_what_is_held_under_a_name_in_quotes_is_no_event_of_that_name():
    text = "政府与“明日运动”在多哈举行新一轮会谈。会谈由卡塔尔外交部国务大臣哈立德·库瓦里主持。"
    assert edges(text, "attended") == set()
