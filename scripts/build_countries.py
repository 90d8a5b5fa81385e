"""Write kg/data/countries.tsv, world_cities.tsv and risky_shorts.tsv from babel (CLDR) and jieba.

usage: python scripts/build_countries.py    (needs: pip install babel jieba)
"""

import re
from pathlib import Path

import babel
import jieba
from babel import Locale

DATA = Path(__file__).resolve().parents[1] / "kg" / "data"
OFFICIAL = {
    "US": "美利坚合众国",
    "RU": "俄罗斯联邦|俄国",
    "KP": "朝鲜民主主义人民共和国",
    "KR": "大韩民国",
    "VN": "越南社会主义共和国",
    "GB": "大不列颠及北爱尔兰联合王国",
    "DE": "德意志联邦共和国",
    "FR": "法兰西共和国",
    "JP": "日本国",
    "LA": "老挝人民民主共和国",
    "MN": "蒙古国",
    "SG": "新加坡共和国",
    "IT": "意大利共和国",
    "AE": "阿拉伯联合酋长国|阿联酋",
    "SA": "沙特",
    "BA": "波黑",
    "CD": "刚果（金）",
    "CG": "刚果（布）",
    "CF": "中非共和国",
    "DO": "多米尼加",
    "PG": "巴布亚新几内亚",
    "PS": "巴勒斯坦",
    "CZ": "捷克共和国",
    "TR": "土耳其共和国",
}
LETTERS = {
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
SKIP = {"CN", "TW", "HK", "MO", "EU", "UN", "EZ", "QO", "ZZ", "XA", "XB"}
CITIES = "莫斯科 RU|圣彼得堡 RU|喀山 RU|华盛顿 US|纽约 US|洛杉矶 US|旧金山 US|芝加哥 US|波士顿 US|休斯敦 US|伦敦 GB|巴黎 FR|柏林 DE|慕尼黑 DE|法兰克福 DE|罗马 IT|米兰 IT|马德里 ES|巴塞罗那 ES|里斯本 PT|布鲁塞尔 BE|阿姆斯特丹 NL|海牙 NL|日内瓦 CH|苏黎世 CH|达沃斯 CH|维也纳 AT|布拉格 CZ|华沙 PL|布达佩斯 HU|贝尔格莱德 RS|雅典 GR|哥本哈根 DK|斯德哥尔摩 SE|奥斯陆 NO|赫尔辛基 FI|基辅 UA|明斯克 BY|东京 JP|大阪 JP|京都 JP|名古屋 JP|广岛 JP|首尔 KR|釜山 KR|平壤 KP|河内 VN|胡志明市 VN|曼谷 TH|金边 KH|万象 LA|内比都 MM|仰光 MM|吉隆坡 MY|雅加达 ID|巴厘岛 ID|马尼拉 PH|新德里 IN|孟买 IN|伊斯兰堡 PK|达卡 BD|科伦坡 LK|加德满都 NP|喀布尔 AF|德黑兰 IR|巴格达 IQ|大马士革 SY|贝鲁特 LB|耶路撒冷 IL|特拉维夫 IL|安曼 JO|利雅得 SA|吉达 SA|多哈 QA|阿布扎比 AE|迪拜 AE|科威特城 KW|萨那 YE|安卡拉 TR|伊斯坦布尔 TR|开罗 EG|的黎波里 LY|阿尔及尔 DZ|拉巴特 MA|喀土穆 SD|亚的斯亚贝巴 ET|内罗毕 KE|坎帕拉 UG|达累斯萨拉姆 TZ|比勒陀利亚 ZA|约翰内斯堡 ZA|开普敦 ZA|哈拉雷 ZW|卢萨卡 ZM|罗安达 AO|阿布贾 NG|拉各斯 NG|阿克拉 GH|达喀尔 SN|阿斯塔纳 KZ|阿拉木图 KZ|塔什干 UZ|撒马尔罕 UZ|比什凯克 KG|杜尚别 TJ|阿什哈巴德 TM|乌兰巴托 MN|渥太华 CA|温哥华 CA|多伦多 CA|墨西哥城 MX|哈瓦那 CU|加拉加斯 VE|波哥大 CO|利马 PE|巴西利亚 BR|里约热内卢 BR|圣保罗 BR|布宜诺斯艾利斯 AR|圣地亚哥 CL|堪培拉 AU|悉尼 AU|墨尔本 AU|惠灵顿 NZ|加沙城 PS|拉法 PS|汗尤尼斯 PS|拉姆安拉 PS"


def main() -> None:
    """Write the three files."""
    names = Locale("zh").territories
    rows = []
    for code in sorted(names):
        if len(code) != 2 or code in SKIP:
            continue
        name = re.sub(r"[（(].*|领土$", "", names[code])
        rows.append(f"{code}\t{name}\t{OFFICIAL.get(code, '-')}\t{LETTERS.get(code, '-')}")
    head = f"# Countries and territories by ISO 3166-1 code.\n# Columns: code, Chinese name, other names parted by |, one-character form.\n# Source: CLDR by PyPI babel {babel.__version__} (Unicode licence, BSD-3-Clause); official names and one-character\n# forms added in scripts/build_countries.py.\n"
    (DATA / "countries.tsv").write_text(
        head + "CN\t中国\t中华人民共和国\t华\n" + "\n".join(rows) + "\n", encoding="utf-8"
    )
    cities = "\n".join(c.replace(" ", "\t") for c in CITIES.split("|"))
    head = "# Capitals and large cities abroad.\n# Columns: Chinese name, ISO 3166-1 code of the country. Written by hand in scripts/build_countries.py.\n"
    (DATA / "world_cities.tsv").write_text(head + cities + "\n", encoding="utf-8")
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
        "平安 资源 合作 和政 振兴 富裕 文化 东方 中山 朝阳 和平 新华 解放 建设 城关 海南 高要 东风 红旗 永安 安康 保安 大同 长安 光明 前进 向阳 青年 友好 江北 江南 河东 河西 城东 城西 城北 城中 市中 中原 新城 新市 西湖 东湖 南湖 鼓楼 钟楼 长治 保定 绥化 安定 大方 巴西 宽城 双桥 铁东 铁西 铁山".split()
    ) - {"中原"}
    head = f"# Short forms of divisions that are also ordinary words or names: never read alone as places.\n# Columns: word. Source: the tags of PyPI jieba {jieba.__version__} (MIT), and some added in scripts/build_countries.py.\n"
    (DATA / "risky_shorts.tsv").write_text(head + "\n".join(sorted(risky)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
