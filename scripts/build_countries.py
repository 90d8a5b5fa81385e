"""Write kg/data/countries.tsv and risky_shorts.tsv from babel (CLDR) and jieba.

usage: python scripts/build_countries.py    (needs: pip install babel jieba)
"""

import re
from pathlib import Path

import babel
import jieba
from babel import Locale

# Names that jieba tags as other words, though they are none.
NAMES_ONLY = """
中原
酒泉 齐齐哈尔 拉萨 大连 石家庄 攀枝花 宿迁 景德镇 嘉兴 玉林 恩施 许昌 包头 银川 孝感 宝鸡 营口 铁岭 玉溪 绥化 武威 秦皇岛 信阳 烟台 桂林 黄石 自贡 张家口 天水 商洛
长治 运城 常德 遵义 连云港 平凉 承德 大理 哈密 合肥 阿拉善 焦作 金昌 吕梁 张家界 那曲 商丘 百色 日照 河源 保定 格尔木 库尔勒 库车 张家港 玛纳斯 石狮 萧山 诸城 余姚
常熟 如皋 即墨 仪征 个旧 华容 噶尔 奉节 平遥 怀柔 张北 普陀 梁子湖 登封 神农架 疏勒 莎车 米脂 离石 蓬莱 融水 遵化 钟祥 阳新 陆川 项城 馆陶 麻城 黄大仙 顺德
顺义 灵宝 昌平 扶风 应城
"""
DATA = Path(__file__).resolve().parents[1] / "kg" / "data"
LETTERS = {
    "CF": "中非",
    "US": "美",
    "RU": "俄",
    "GB": "英",
    "FR": "法",
    "DE": "德",
    "JP": "日",
    "KR": "韩",
    "KP": "朝",
    "VN": "越",
    "IN": "印",
    "PK": "巴",
    "UA": "乌",
    "IL": "以",
}
NAMED = {"CD": "刚果（金）", "CG": "刚果（布）"}
SKIP = {"CN", "TW", "HK", "MO", "EU", "UN", "EZ", "QO", "ZZ", "XA", "XB"}


def main() -> None:
    """Write the two files."""
    lines = (Path(__file__).parent / "country_names.tsv").read_text(encoding="utf-8").splitlines()
    official = dict(line.split("\t") for line in lines if not line.startswith("#"))
    names = Locale("zh").territories
    rows = []
    for code in sorted(names):
        if len(code) != 2 or code in SKIP:
            continue
        name = NAMED.get(code) or re.sub(r"[（(].*|领土$", "", names[code])
        rows.append(f"{code}\t{name}\t{official.get(code, '-')}\t{LETTERS.get(code, '-')}")
    head = f"# Countries and territories by ISO 3166-1 code.\n# Columns: code, Chinese name, other names parted by |, one-character form.\n# Source: CLDR by PyPI babel {babel.__version__} (Unicode licence, BSD-3-Clause); official names from\n# PyPI jionlp 1.5.31 (Apache-2.0) by scripts/country_names.tsv, one-character forms from scripts/build_countries.py.\n"
    (DATA / "countries.tsv").write_text(
        head + "CN\t中国\t中华人民共和国\t华\n" + "\n".join(rows) + "\n", encoding="utf-8"
    )
    tags = {}
    for line in (Path(jieba.__file__).parent / "dict.txt").open(encoding="utf-8"):
        word, count, tag = line.split()
        tags[word] = (int(count), tag)
    risky = set()
    for line in (DATA / "divisions.tsv").open(encoding="utf-8"):
        if line.startswith("#"):
            continue
        short = line.split("\t")[2]
        count, tag = tags.get(short, (0, "ns"))
        if short != "-" and tag[0] in "navdilt" and tag not in ("ns", "nt", "nz") and count > 60:
            risky.add(short)
    risky |= set(
        "平安 资源 合作 和政 振兴 富裕 文化 东方 中山 朝阳 和平 新华 解放 建设 城关 海南 高要 东风 红旗 永安 安康 保安 大同 长安 光明 前进 向阳 青年 友好 江北 江南 河东 河西 城东 城西 城北 城中 市中 中原 新城 新市 西湖 东湖 南湖 鼓楼 钟楼 长治 保定 绥化 安定 大方 巴西 宽城 双桥 铁东 铁西 铁山 新建".split()
    )
    risky -= set(NAMES_ONLY.split())
    head = f"# Short forms of divisions that are also ordinary words or names: never read alone as places.\n# Columns: word. Source: the tags of PyPI jieba {jieba.__version__} (MIT), and some added in scripts/build_countries.py.\n"
    (DATA / "risky_shorts.tsv").write_text(head + "\n".join(sorted(risky)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
