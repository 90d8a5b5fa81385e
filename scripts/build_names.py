"""Build kg/data/surnames.tsv and kg/data/given_characters.tsv.

Usage: python scripts/build_names.py SOURCES, the folder with the downloaded packages (see scripts/README.md).
Surnames carry faker's share of the population in per cent; those that it lacks get a small constant. Characters of
given names are counted over the personal names in jieba's dictionary (each name once, whatever its frequency) and
faker's most frequent given names, and smoothed.
"""

from __future__ import annotations

import ast
import math
import re
import sys
from collections import Counter

from packages import read_member, write_table

SURNAMES = """
Surnames of China, single and compound.
Columns: surname; share of the population in per cent (0.01 for rare ones, 0.003 for the rarest).
Sources: PyPI faker 40.54.0, zh_CN (MIT; the 399 with a share), PyPI jionlp 1.5.31 (Apache-2.0; the classical list),
and rare and minority surnames and written variants added by hand in scripts/build_names.py.
"""
GIVEN = """
How usual a character is in given names.
Columns: character; natural logarithms of its probability as a one-character given name, as the first, and as the
last of two characters, add-half smoothed over the characters listed; the row <other> is for every other character.
Sources: the personal names (nr) in the dictionary of PyPI jieba 0.42.1 (MIT), each counted once, and the given
names of PyPI faker 40.54.0, zh_CN (MIT), each counted 20 times. Names of fiction in jieba are part of the counts.
"""
RARE = (
    "此字保买星腊纳哈后区但麻车宫仝逄亓员撒洒虎者黑喇沐苟缑覃岑韦农蒙甯苌郇俎俸党冒粘勒厚双合同呙呼善喜国图圣坚坤垄堵塔多头奇妥委孔孛孝完"
    "宛宝实尕尧岱崖崟巨市希帖底庆度延开弋彦德忽思恽惟愚慈扎折抗招拉拜揣撖操敏敖斛斯旃早旷昂昃晋景暴月朗未本朴权来松染柘栋树格"
    "桐梅植楚楼橄檀母毌毕水求汕沃沐治法泉泥洛浩涵淡清渠渭湘满漫潭火炎焉牙独玄玉珠瓮生由甲略畅畔疏痕白皋盍盖相真眭睢矫矣石硕碧"
    "磨祁禚秘税空突窝竭端第笃筱米粘糠红线练织绍绳续缐缴羌翁老者肇肖胆臧自舍良色艳节芈芦芳苑苓茆茌茹荀荔草莎莘莽萨葆董蒉蓝蔚蔡"
    "薄虎蚁蛮衣补裔西角言訾论诗诚谌象贝财贠贯贲资赛赤越路轩辉辜达迟迭述逢道那邝邢邬邱邴邸郁郄郅郏郐郗郜郝郤郦郧郭都鄂鄞鄢鄯酆"
    "竹醋释里野量钊钦铁铎银锁锺镇镐闪闭问闾阙阚降院陀隋雒雪零霜露青革鞍韶顿颉顾飞首香骈骞高鬲鬼鱼鲍鲜鳌鸠鹿麦麴黄黑齐龙龚苻摆褟苘訚陇"
)
NOT_SURNAMES = set(
    "合同市头度多月未本早问量里野论院自者西言述道开底完喜善圣实清草节色老良真相生由甲略独火治法水求折抗招拉首香高鬼突税端第空财资"
    "越路达降零露革领坚德思惟希委奇延庆忽慈希帖早染栋树格泉泥洛浩涵淡渠治瓮畔痕盍碧竭笃续织线绳缴胆自舍艳芳草补角诗诚象贯赤辉迭"
    "逢雪霜青飞鞍顿一二"
)
COMPOUND = (
    "欧阳 上官 司马 诸葛 夏侯 东方 皇甫 尉迟 公孙 慕容 令狐 司徒 司空 鲜于 宇文 长孙 轩辕 端木 百里 呼延 南宫 独孤 申屠 澹台 淳于 "
    "单于 太史 公冶 宗政 濮阳 闻人 赫连 钟离 闾丘 亓官 司寇 颛孙 巫马 公西 漆雕 乐正 拓跋 夹谷 谷梁 段干 东郭 南门 羊舌 微生 梁丘 "
    "左丘 东门 西门 第五 万俟 公羊 太叔 仲孙 子车 公良 壤驷 宰父 完颜 耶律 纳兰 叶赫 那拉 爱新觉罗 伊尔根觉罗 西林觉罗 钮祜禄 佟佳 "
    "富察 瓜尔佳 章佳 舒穆禄 赫舍里 乌雅 索绰罗 马佳 董鄂 他塔喇 哈萨 斛律 贺兰 侯莫陈 步六孤 阿史那 沙陀 尔朱 达奚 若干 候莫 "
    "欧侯 归海 墨哈 谯笪 年爱 阳佟 相里 宿勤 主父 呼延 阿依 召 刀 岩 旦 "
    "阿牛 沙马 尔古 吉克 俄洛 曲比 莫色 吉木 果基 俄木 吉狄 阿侯 倮伍 瓦渣 尼惹 吉色 勒伍 克惹 布约 剧 把"
).split()
# The forms that many bearers of 萧, 傅, 阎, 戴, 邱 and 詹 write, with a part of those shares.
VARIANTS = {"肖": 0.4, "付": 0.2, "闫": 0.15, "代": 0.06, "丘": 0.03, "占": 0.03}
# Surnames that begin few words and few transliterated names, so that what follows them is a given name.
CLEAR = set(
    "王李张刘陈杨黄吴赵周徐孙朱胡郭何林宋郑梁谢唐许冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏吕丁沈任姚卢傅钟姜崔谭廖范汪陆贾韦付邹熊"
    "孟秦邱侯江尹薛闫段黎陶贺毛郝龚邵钱严赖覃武戴"
)
NOT_LAST = set(
    "县镇村州府氏寺庄哥帝王爷妈嫂婶叔伯姐妹弟婆娘爹姨舅子儿尔斯克特拉尼里家某门河山庙桥沟湾店铺坪寨堡营屯湖岛口港"
)
NOT_GIVEN = set(
    "夫人 太后 师傅 先生 小姐 大人 老师 同志 将军 元帅 总统 总理 皇后 皇帝 公子 姑娘 老爷 太太 大爷 大娘 大妈".split()
)
WORDS = "jionlp/dictionary/chinese_word_dictionary.zip"
HAN = re.compile(r"[\u4e00-\u9fff]+")


def literal(source: str, name: str) -> object:
    """Return the value of a class attribute in a module's source, seeing through OrderedDict(…) and sums."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == name:
            value = node.value.args[0] if isinstance(node.value, ast.Call) else node.value
            return ast.literal_eval(value)
    raise KeyError(name)


def surnames(folder: str) -> dict[str, float]:
    """Return surname → share in per cent."""
    faker = read_member(folder, "faker", "faker/providers/person/zh_CN/__init__.py")
    found = {name: float(share) for name, share in dict(literal(faker, "last_names")).items()}
    found |= VARIANTS
    rules = read_member(folder, "jionlp", "jionlp/rule/rule_pattern.py")
    single = rules.split("SINGLE_CHINESE_FAMILY_NAME = \\")[1]
    for char in "".join(HAN.findall(single.split("# ")[0])):
        found.setdefault(char, 0.01)
    for char in RARE:
        if char not in NOT_SURNAMES:
            found.setdefault(char, 0.003)
    for name in COMPOUND:
        found.setdefault(name, 0.01 if name in COMPOUND[:16] else 0.003)
    return found


def is_given(name: str, full: str, words: set[str]) -> bool:
    """Tell whether what follows the surname is a given name, not a title, a place or the rest of a word."""
    if name in NOT_GIVEN or name[-1] in NOT_LAST or full in words:
        return False
    return is_simplified(name) and len(set("尔斯") & set(name)) == 0


def is_simplified(text: str) -> bool:
    """Tell whether all characters are in GB 2312, the set of simplified characters."""
    try:
        text.encode("gb2312")
    except UnicodeEncodeError:
        return text in {"喆", "堃", "旻", "昇", "玥", "珺", "琇", "甯", "祎", "翀", "骉", "淼", "劼", "镕", "陞"}
    return True


def names(folder: str, known: dict[str, float]) -> Counter[str]:
    """Return the given names seen, with how often."""
    seen: Counter[str] = Counter()
    words = {line.split("\t")[0] for line in read_member(folder, "jionlp", WORDS).splitlines()}
    for line in read_member(folder, "jieba", "jieba/dict.txt").splitlines():
        word, _, tag = line.split(" ")
        if tag != "nr" or not HAN.fullmatch(word):
            continue
        size = 2 if word[:2] in known and len(word) > 2 else 1
        given_name = word[size:]
        if (
            word[0] in CLEAR
            and word[:size] in known
            and len(given_name) in {1, 2}
            and is_given(given_name, word, words)
        ):
            seen[given_name] += 1
    faker = read_member(folder, "faker", "faker/providers/person/zh_CN/__init__.py")
    for table in ("first_names_male", "first_names_female"):
        for name in literal(faker, table):
            seen[name] += 20
    return seen


def given(seen: Counter[str]) -> list[tuple[str, str, str, str]]:
    """Return the rows of the table of characters: character and three log-probabilities."""
    places = [Counter(), Counter(), Counter()]
    for name, count in seen.items():
        if len(name) == 1:
            places[0][name] += count
        else:
            places[1][name[0]] += count
            places[2][name[1]] += count
    chars = sorted(c for c in set().union(*places) if sum(place[c] for place in places) >= 3)
    totals = [sum(place.values()) + 0.5 * (len(chars) + 1) for place in places]
    rows = [("<other>", *(f"{math.log(0.5 / total):.2f}" for total in totals))]
    for char in chars:
        logs = (math.log((place[char] + 0.5) / total) for place, total in zip(places, totals, strict=True))
        rows.append((char, *(f"{value:.2f}" for value in logs)))
    return rows


def main(folder: str) -> None:
    """Write both data files from the packages in `folder`."""
    known = surnames(folder)
    write_table(
        "surnames", SURNAMES, ((name, f"{known[name]:g}") for name in sorted(known, key=lambda n: (-known[n], n)))
    )
    write_table("given_characters", GIVEN, given(names(folder, known)))


if __name__ == "__main__":
    main(sys.argv[1])
