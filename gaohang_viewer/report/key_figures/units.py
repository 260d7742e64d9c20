"""Finds amounts in Chinese text: numbers with a unit or measure word, but not dates, ordinals, slogans."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator


def words(text: str) -> frozenset[str]:
    """Returns the words of a white-space separated table."""
    return frozenset(text.split())


# Units of measurement: the thing measured comes before the number
_MEASURES = words("""元 元人民币 人民币 美元 港元 港币 欧元 日元 英镑 澳元 韩元 卢布 新台币 角 平方米
    平方公里 平方千米 平方公尺 平米 ㎡ m² km² m³ km 立方米 立方 公顷 亩 公里 千米 米 厘米 毫米 海里 吨
    吨标准煤 吨标煤 标准吨 载重吨 总吨 公斤 千克 克 斤 市斤 担 微克 毫克 升 毫升 kg 标箱 标准箱 国际标准箱
    TEU 千瓦 千瓦时 兆瓦 兆瓦时 吉瓦 瓦 马力 MW GW kW kWh MWh GWh 度 ℃ 摄氏度 分贝 桶 股 TB PB % ％ ‰
    个百分点 百分点 个千分点 个基点 倍 番 成 小时 个小时 分钟 秒 天 个工作日 工作日 学时 课时 个学时 个课时
    学分 年 岁 周岁 分 字 方""")
# Measure words: the thing counted comes after the number or before it
COUNTS = words("""个 项 件 家 户 条 套 台 名 位 辆 座 处 所 间 栋 幢 次 场 起 宗 例 期 批 支 部 篇 张 只 头
    株 棵 口 艘 架 列 枚 门 款 种 类 对 组 块 片 盏 本 册 份 幅 眼 孔 首 集 票 箱 趟 轮 羽 尾 匹 剂 副 根 颗
    桩 单 站 村 封 批次 场次 件次""")
# People and visits: what they do comes before the number, sometimes after
_PEOPLE = words("人 人口 人次 户次 家次 车次 航次 架次 艘次 辆次 例次 台次 班次 头次 剂次 只次 口人")

# Characters that must not follow a unit, as they make it part of another word
_GUARDS = words("""元:旦素宝化月年 天:然 克:服 分:点钟之别为局年类级管公行校院支 成:立为功效果本都就员
    年:度代级 方:式面向案针便法位 字:头样 股:份权东市票息本 度:假过 担:任当保负 个:一1月 家:庭园长具电
    户:籍口外 条:例约款件 台:湾账阶商胞风海资 名:称牌录 位:一数置居列 处:理置罚分级于 所:有在属得
    次:数要序产 场:景所馆地 期:工项建间厂货末权限望 批:准复发 支:持出付撑部柱行 部:门队委署分省 头:部条
    口:岸径 架:构 列:入为车 门:类店户 款:项 种:植养业子粮田 类:似 对:外接于口 组:织团长建 片:区
    本:科地级市县区省土 份:额 集:中体团聚约 站:点式 单:位个元独项一体 村:民级委庄居 人:民均才大 起:点步
    箱:包 票:据房 根:据本 米:粉 秒:杀 副:省县市局处 升:级至到高 眼:光 首:次家批个创 轮:回胎 桶:装 宗:旨
    间:接""")
_NOT_BEFORE: dict[str, str] = dict(pair.split(":") for pair in _GUARDS)

# Every repetition is bounded, so that the search takes linear time on any text
_DIGIT = "[0-9０-９]"
_ARABIC = (
    rf"(?:{_DIGIT}{{1,3}}(?:[,，]{_DIGIT}{{3}}){{1,5}}(?!{_DIGIT})|{_DIGIT}{{1,18}})(?:[.．]{_DIGIT}{{1,9}})?"
)
_SCALE = r"(?:[多余几]?(?:[十百万亿]|千(?![瓦克米卡伏])){1,3}){1,2}"
_HAN = "[一二两三四五六七八九十百千万亿零〇]"
_GAP = r"[ \u3000\u00a0]?"
_PER = (
    r"(?:[/／每](?:立方米|平方米|平方公里|公里|千瓦时|万元|小时|公斤|公顷|[日天年月人户亩吨升元次头斤股时]))?"
)


def _pattern(unit: str) -> str:
    return re.escape(unit) + (f"(?![{_NOT_BEFORE[unit]}])" if unit in _NOT_BEFORE else "")


_UNIT = "|".join(map(_pattern, sorted(_MEASURES | COUNTS | _PEOPLE, key=len, reverse=True)))
# People who are counted without a measure word: 25万农村居民
_WHO = words("""贫困 农村 农民 农户 农牧 农业 群众 居民 市民 干部 职工 技能 学生 老人 老年 军民 民众 党员
    青年 企业 残疾 移民 劳动 游客 旅客 城镇 城乡 困难 用户 师生 观众 考生 工人 志愿 妇女 儿童 大学 高校 各族
    低收""")
_PERSONS = "|".join(sorted(_WHO))
_NUMBER = rf"{_ARABIC}(?:{_GAP}{_SCALE}(?:{_ARABIC}[十百千万亿]{{1,2}})?)?"
_CANDIDATE = re.compile(
    rf"(?:(?P<arabic>{_NUMBER})|(?P<han>{_HAN}{{1,12}}(?:[多余几][万亿]{{0,2}}|点{_HAN}{{1,4}})?))[多余]?{_GAP}"
    rf"(?:(?P<unit>(?:{_UNIT}){_PER})(?!级)|(?<=[万亿])(?=[^\u4e00-\u9fff+＋0-9]|以[上下]|左右|[和与及]|{_PERSONS}|$))"
    rf"|(?P<share>[百千万]分之(?:{_ARABIC}|{_HAN}{{1,7}}(?:点{_HAN}{{1,4}})?))"
    rf"|(?P<part>[二三四五六七八九十]分之[一二三四五六七八九])"
)
_LOWER = re.compile(
    rf"(?P<number>{_NUMBER}|{_HAN}{{1,7}})[多余]?{_GAP}(?P<unit>{_UNIT})?[-—–－~～至到]{{1,2}}$"
)
_CHANGE = re.compile(r"[由从][^，,。；;、]{0,16}$")
_MINUS = re.compile(r"(?:^|[为到至是达长降减：:、，,（(])[-－]$")
_TO = frozenset("-—–－~～至到")
_ABOUT = frozenset("近超逾上数几过破达")

# Numbers in catchwords (short quotations) and in titles (《》) count nothing
_CATCHWORD = re.compile(r"“[^“”]{1,15}”|「[^「」]{1,15}」|《[^《》]{1,80}》|〔[^〔〕]{1,9}〕")
_NOT_AFTER = re.compile(r"(?:第|每|最[后先]|(?<![目提之此年月以日])前|[0-9０-９.．+＋×*/／-]|[0-9][,，])$")
_SLOGAN = re.compile(r"[+＋]|一体|不打烊")
_CIRCLE = re.compile(r"[^，,。；;、]{0,9}圈")
_LIFE = re.compile(r"(?:寿命|年龄)[^，,。；;、]*$")
_SCORE = re.compile(r"[得评满均总]分|成绩|分数|指数")
_SPAN = re.compile(r"(?:近|未来|今后|过去|前|[用以])$")
_MOST = re.compile(r"[近超占约达]过?$")

_WAYS = words("""％:% 百分点:个百分点 平米:平方米 ㎡:平方米 m²:平方米 km²:平方公里 m³:立方米 立方:立方米
    km:公里 kg:公斤 千克:公斤 个小时:小时 个工作日:工作日 人口:人""")
_SAME: dict[str, str] = dict(pair.split(":") for pair in _WAYS)  # other spellings of a unit
_SHARES = {"百": "%", "千": "‰", "万": "‱"}
_SMALL = words("倍 番 % ％ 个百分点 百分点 公里 亩 吨 平方米 平方公里 公顷 公斤 斤")  # 两公里, but not 两个
_NEVER_HAN = words("年 天 岁 周岁 分 秒 角 小时 个小时 分钟 个工作日 工作日")
_ROUND = re.compile("[十百千万亿]+")
_SCALE_SIGNS = re.compile("[百千万亿]")
_DIGITS = {**{han: value for value, han in enumerate("零一二三四五六七八九")}, "〇": 0, "两": 2}
_SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
_WIDE = str.maketrans("０１２３４５６７８９．", "0123456789.", ",， \u3000\u00a0")
_PIECE = re.compile(r"[0-9.]+|.")


class Amount(NamedTuple):
    """A number with its unit at text[start:end]; `number` is the lower end of a range."""

    start: int
    end: int
    number: float
    unit: str


def amounts(text: str) -> Iterator[Amount]:
    """Yields the amounts of a paragraph; a range ("60%至70%", "3-5万元") is one, "从3%到5%" are two."""
    catchwords = [word.span() for word in _CATCHWORD.finditer(text)]
    last: Amount | None = None
    for match in _CANDIDATE.finditer(text):
        at = bisect_left(catchwords, (match.start() + 1,)) - 1
        if at >= 0 and match.start() < catchwords[at][1]:
            continue
        amount = _amount(text, match) if match["arabic"] or match["han"] else _share(text, match)
        if amount is None or (last is not None and last.start < amount.start < last.end):
            continue
        if last is not None and last.end <= amount.start:  # else it is the lower end of this range
            yield last
        last = amount
    if last is not None:
        yield last


def _share(text: str, match: re.Match[str]) -> Amount | None:
    """Converts a fraction in words: 百分之三十, 三分之二."""
    start, end = match.span()
    before = text[start - 1 : start]
    if before in _DIGITS or before in _SCALES:
        return None
    below, above = match[0].split("分之")
    if match["part"]:
        return Amount(start, end, round(_number(above) / _number(below), 4), "")
    return Amount(start, end, _number(above), _SHARES[below])


def _amount(text: str, match: re.Match[str]) -> Amount | None:
    start, end = match.span()
    unit = match["unit"] or ""
    printed = match["arabic"] or match["han"]
    number = _number(printed)
    if text[start - 1 : start] in _TO:
        start, number = _with_lower_end(text, match, number, unit)
    before = text[max(start - 20, 0) : start]
    if _NOT_AFTER.search(before) or _SLOGAN.match(text, end):
        return None
    if match["han"]:
        if unit in _NEVER_HAN:
            return None
        if _ROUND.fullmatch(printed):  # 近百家, 数千人; but 百家争鸣, 千亩良田
            if before[-1:] not in _ABOUT:
                return None
            start -= before[-1] in "近上数几超逾"
        elif not _is_counted(printed, number, unit, text[max(start - 2, 0) : start], text[end : end + 2]):
            return None
    elif unit == "年" and ((start == match.start() and number % 1 == 0) or _SPAN.search(before)):
        return None  # a year, or a duration
    elif not _is_measured(number, unit, before, text[end : end + 12]):
        return None
    return Amount(start, end, number, _SAME.get(unit, unit))


def _with_lower_end(text: str, match: re.Match[str], number: float, unit: str) -> tuple[int, float]:
    """Returns start and value, extended by the lower end of a range or the minus sign of a percentage."""
    start = match.start()
    lower = _LOWER.search(text, max(start - 24, 0), start)
    if lower is None:
        minus = unit in ("%", "％") and _MINUS.search(text, max(start - 2, 0), start)
        return (start - 1, -number) if minus else (start, number)
    if not lower["unit"]:
        low = _number(lower["number"])
        if lower["number"][-1] not in _SCALES:  # 3-5万元
            low *= number / (_number(_SCALE_SIGNS.sub("", match["arabic"] or match["han"])) or number or 1)
        return lower.start(), low
    if lower["unit"] != unit or _CHANGE.search(text, max(start - 40, 0), lower.start()):
        return start, number
    return lower.start(), _number(lower["number"])


def _is_counted(printed: str, number: float, unit: str, before: str, behind: str) -> bool:
    """Returns whether a number in Chinese characters is an amount: 三百万元, 十余家; not 三个清单, 一批."""
    if unit == "成":  # 八成以上
        return number < 10 and (behind == "以上" or bool(_MOST.search(before)))
    if unit in _SMALL and number >= 1:
        return number > 1 or unit[:1] in "倍番%％个"
    return number > 10 or printed[-1] in "多余几"


def _is_measured(number: float, unit: str, before: str, behind: str) -> bool:
    """Returns whether a number in digits is an amount rather than a date, age or name."""
    if before[-1:].isascii() and before[-1:].isalpha() and not (unit == "%" or "元" in unit):  # G20, C919
        return False
    match unit:
        case "年":
            return number < 200
        case "岁" | "周岁":
            return bool(_LIFE.search(before))
        case "分":
            return number % 1 > 0 or bool(_SCORE.search(before))
        case "字" | "方" | "度":
            return number >= 10_000
        case "天" | "小时" | "个小时" | "分钟":
            return number not in (24, 365) and not _CIRCLE.match(behind)
        case _:
            return True


def _number(printed: str) -> float:
    """Returns the value of a number in digits, Chinese characters or both: 23.9亿, 三百五十, 1亿2000万."""
    total = section = 0.0
    digit: float | None = None
    for piece in _PIECE.findall(printed.translate(_WIDE)):
        if piece[0] in "0123456789.":
            digit = float(piece.strip(".") or 0)
        elif piece in _DIGITS:
            digit = (digit or 0) * 10 * (digit is not None) + _DIGITS[piece]
        elif piece == "点":
            return (digit or 0) + section + total + _decimals(printed)
        elif piece in "十百千":
            section += (1 if digit is None else digit) * _SCALES[piece]
            digit = None
        elif piece == "万":
            total += (section + (digit or 0) or 1) * 10_000
            section, digit = 0.0, None
        elif piece == "亿":
            total = (total + section + (digit or 0) or 1) * 100_000_000
            section, digit = 0.0, None
    return round(total + section + (digit or 0), 6)


def _decimals(printed: str) -> float:
    """Returns the decimals after 点: 0.5 for 八点五."""
    return float("0." + "".join(str(_DIGITS.get(han, 0)) for han in printed.partition("点")[2]))
