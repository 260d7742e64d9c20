"""Finds amounts in Chinese text: numbers with a unit or measure word, but no dates, ordinals and slogans."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from gaohang_viewer.report.key_figures.numbers import ARABIC, DIGITS, GAP, HAN, NUMBER, SCALES
from gaohang_viewer.report.key_figures.numbers import number as value_of
from gaohang_viewer.report.key_figures.units import UNIT, canonical, words

if TYPE_CHECKING:
    from collections.abc import Iterator


# Who is counted without a measure word: 25万农村居民.
_WHO = words("""贫困 农村 农民 农户 农牧 农业 群众 居民 市民 干部 职工 技能 学生 老人 老年 军民 民众 党员
    青年 企业 残疾 移民 劳动 游客 旅客 城镇 城乡 困难 用户 师生 观众 考生 工人 志愿 妇女 儿童 大学 高校
    各族 低收""")
_PERSONS = "|".join(sorted(_WHO))
_CANDIDATE = re.compile(
    rf"(?:(?P<arabic>{NUMBER})|(?P<han>{HAN}{{1,12}}(?:[多余几][万亿]{{0,2}}|点{HAN}{{1,4}})?))[多余]?{GAP}"
    rf"(?:(?P<unit>{UNIT})(?!级)|(?<=[万亿])(?=[^\u4e00-\u9fff+＋0-9]|以[上下]|左右|[和与及]|{_PERSONS}|$))"
    rf"|(?P<share>[百千万]分之(?:{ARABIC}|{HAN}{{1,7}}(?:点{HAN}{{1,4}})?))"
    rf"|(?P<part>[二三四五六七八九十]分之[一二三四五六七八九])"
    rf"|(?P<half>半)(?:个百分点|倍|番)"
)
_LOWER = re.compile(
    rf"(?P<number>{NUMBER}|{HAN}{{1,7}})[多余]?{GAP}(?P<unit>[^0-9０-９，,。；;、：:]{{0,5}}?)[-—–－−~～至到]{{1,2}}$"
)
_CHANGE = re.compile(r"[由从][^，,。；;、]{0,16}$")
_SIGN = re.compile(r"(?:^|[为到至是达长降减速幅率：:、，,（(])[-－−+＋]$")
_TO = frozenset("-—–－−~～至到+＋")
_MAY_BE_RATIO = re.compile("[0-9][:：∶][0-9]")
_TOLD_AS_RATIO = re.compile(r"比[^，,。；;、比]{0,10}$")
_LAST_DIGIT = re.compile(r".*[0-9０-９⁰¹²³⁴-⁹]")
_ABOUT = frozenset("近超逾上数几过破达")

# Short words in quotes are a catchword, and a title in 《》 is a name: their numbers count nothing.
_CATCHWORD = re.compile(r"“[^“”]{1,15}”|「[^「」]{1,15}」|《[^《》]{1,80}》|〔[^〔〕]{1,9}〕")
_NOT_AFTER = re.compile(r"(?:第|每|最[后先]|(?<![目提之此年月以日])前|[0-9０-９.．+＋×*/／-]|[0-9][,，])$")
_SLOGAN = re.compile(r"[+＋]|一体|不打烊")
_CIRCLE = re.compile(r"[^，,。；;、]{0,9}圈")
_LIFE = re.compile(r"(?:寿命|年龄)[^，,。；;、]*$")
_SCORE = re.compile(r"[得评满均总]分|成绩|分数|指数")
_SPAN = re.compile(r"(?:近|未来|今后|过去|前|[用以])$")
_MOST = re.compile(r"[近超占约达]过?$")

_SHARES = {"百": "%", "千": "‰", "万": "‱"}
_SMALL = words("倍 番 % ％ 个百分点 百分点 公里 亩 吨 平方米 平方公里 公顷 公斤 斤")  # 两公里, but not 两个
_NEVER_HAN = words("年 天 岁 周岁 分 秒 角 小时 个小时 分钟 个工作日 工作日")
_ROUND = re.compile("[十百千万亿]+")
_SCALE_SIGNS = re.compile("[百千万亿]")


class Amount(NamedTuple):
    """A number with its unit: `number` is its value in `unit`, the lower end of a range.

    text[start:split] is the printed number, text[split:end] its unit with the words that scale it.
    """

    start: int
    end: int
    split: int
    number: float
    unit: str

    def digits(self, text: str) -> str:
        """Returns the printed number, of a range without the unit of the lower end: 6—6.5 of 6%—6.5%."""
        printed, unit = text[self.start : self.split], text[self.split : self.end].strip()
        return printed.replace(unit, "", 1) if unit and unit in printed else printed


def amounts(text: str) -> list[Amount]:
    """Returns the amounts of a paragraph in order.

    A range ("60%至70%", "3-5万元") is one amount, "从3%到5%" are two.
    """
    found = list(_measured(text))
    if _MAY_BE_RATIO.search(text) and (ratios := list(_ratios(text))):
        apart = (one for one in found if all(one.start >= it.end or one.end <= it.start for it in ratios))
        found = sorted([*ratios, *apart])
    return found


def _measured(text: str) -> Iterator[Amount]:
    catchwords = [word.span() for word in _CATCHWORD.finditer(text)]
    last: Amount | None = None
    for match in _CANDIDATE.finditer(text):
        at = bisect_left(catchwords, (match.start() + 1,)) - 1
        if at >= 0 and match.start() < catchwords[at][1]:
            continue
        if match["arabic"] or match["han"]:
            amount = _amount(text, match)
        elif match["half"]:
            unit = canonical(text[match.start() + 1 : match.end()])
            amount = Amount(*match.span(), match.start() + 1, 0.5, unit)
        else:
            amount = _share(text, match)
        if amount is None or (last is not None and last.start < amount.start < last.end):
            continue
        if last is not None and last.end <= amount.start:  # else it is the lower end of this range
            yield last
        last = amount
    if last is not None:
        yield last


def _share(text: str, match: re.Match[str]) -> Amount | None:
    """百分之三十, 三分之二."""
    start, end = match.span()
    before = text[start - 1 : start]
    if before in DIGITS or before in SCALES:
        return None
    below, above = match[0].split("分之")
    if match["part"]:
        return Amount(start, end, end, round(value_of(above) / value_of(below), 4), "")
    return Amount(start, end, end, value_of(above), _SHARES[below])


@cache
def _ratio_pattern() -> re.Pattern[str]:
    """Compiles late: few texts have ratios."""
    return re.compile(rf"(?<![:：∶.．0-9０-９]){ARABIC}[:：∶]{ARABIC}(?![:：∶.．0-9０-９])")


def _ratios(text: str) -> Iterator[Amount]:
    """Yields ratios such as 2.3：1 after 比; elsewhere they may be times or scores."""
    for match in _ratio_pattern().finditer(text):
        start, end = match.span()
        if _TOLD_AS_RATIO.search(text, max(start - 12, 0), start):
            yield Amount(start, end, end, value_of(re.split("[:：∶]", match[0])[0]), "")


def _amount(text: str, match: re.Match[str]) -> Amount | None:
    start, end = match.span()
    unit = match["unit"] or ""
    printed = match["arabic"] or match["han"]
    number = value_of(printed)
    split = start + len(printed)
    if match["arabic"] and (digits := _LAST_DIGIT.match(printed)):
        split = start + digits.end()
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
        return None  # a year, or how long something took
    elif not _is_measured(number, unit, before, text[end : end + 12]):
        return None
    return Amount(start, end, split, number, canonical(unit))


def _with_lower_end(text: str, match: re.Match[str], number: float, unit: str) -> tuple[int, float]:
    """Where a range begins and its lower number, or where the minus sign of a share stands; else as given."""
    start = match.start()
    lower = _LOWER.search(text, max(start - 24, 0), start)
    if lower is None:
        signed = unit in ("%", "％") and _SIGN.search(text, max(start - 2, 0), start)
        if not signed:
            return start, number
        return start - 1, number if text[start - 1] in "+＋" else -number
    if not lower["unit"]:
        low = value_of(lower["number"])
        if lower["number"][-1] not in SCALES:  # 3-5万元
            low *= number / (value_of(_SCALE_SIGNS.sub("", match["arabic"] or match["han"])) or number or 1)
        return lower.start(), low
    if lower["unit"] != unit or _CHANGE.search(text, max(start - 40, 0), lower.start()):
        return start, number
    return lower.start(), value_of(lower["number"])


def _is_counted(printed: str, number: float, unit: str, before: str, behind: str) -> bool:
    """Whether a number in characters is an amount: 三百万元, 十余家; but 三个清单, 一批."""
    if unit == "成":  # 八成以上
        return number < 10 and (behind == "以上" or bool(_MOST.search(before)))
    if unit in _SMALL and number >= 1:
        return number > 1 or unit[:1] in "倍番%％个"
    return number > 10 or printed[-1] in "多余几"


def _is_measured(number: float, unit: str, before: str, behind: str) -> bool:
    """Whether a number in digits is an amount, and no date, age or name."""
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
