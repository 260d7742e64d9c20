"""Finds the words that bound an amount (超过, 近, 以上, 左右), and leaves out amounts that are conditions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from gaohang_viewer.report.key_figures.units import COUNTS, SHARES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gaohang_viewer.report.key_figures.amounts import Amount

_FARTHEST = 8  # characters before an amount in which a bound may begin
_BEFORE = re.compile(
    r"(?:超过|突破|超出|跨过|跨越|迈过|冲破|不低于|不少于|不超过|不高于|不大于|不足|低于|高于|大于|小于"
    r"|大约|约|接近|将近|最近?|至少|最多|最高|超|逾|近|(?<![通经越不])过|翻)(?:了|为|达)?$"
)
_NO_BOUND = frozenset(("最近", "最"))
_AFTER = re.compile(r"(?:及?以[上下内]|左右|上下|之[内间]|内(?=[，。；、）]|$))")
# Nouns that an amount is a condition for: 年销售收入10亿元以上的企业, 10万千瓦及以下的机组
_MEMBERS = "企业|园区|集团|公司|项目|集群|基地|乡镇|产业链|产业|大户|农户|家庭|开发区|[镇乡村县]"
_MEMBER = re.compile(rf"的?[^，。；、！？0-9（）]{{0,5}}?(?:{_MEMBERS})")
_OF_WHAT = re.compile(r"的?[^目任要指水速以和与及或的，。；、！？：（）…—\s\W0-9A-Za-z]")
_ABOUT = ("左右", "上下")
_OR = re.compile(r"[、和或至到]")
_MADE = re.compile(r"(?:[建增改]|建设|完成|改造|发展|种植|治理|实现|创造|发放|投放)$")


class Bounds(NamedTuple):
    """The bounds right before and after an amount, "" if it has none; with them it spans `start` to `end`."""

    before: str
    after: str
    start: int
    end: int


def bounds(text: str, amount: Amount) -> Bounds:
    """Returns the bounds of an amount in its paragraph."""
    first = max(amount.start - _FARTHEST, 0)
    before = _BEFORE.search(text, first, amount.start)
    word = before[0] if before else ""
    if word in _NO_BOUND:
        word = ""
    after = _AFTER.match(text, amount.end)
    behind = after[0] if after else ""
    return Bounds(word, behind, amount.start - len(word), amount.end + len(behind))


def unconditional(text: str, amounts: Sequence[Amount]) -> list[tuple[Amount, Bounds]]:
    """Returns the amounts that are not conditions, each with its bounds."""
    kept: list[tuple[Amount, Bounds]] = []
    follows = False  # whether the next amount is a condition and is joined to this one
    for at in range(len(amounts) - 1, -1, -1):
        amount = amounts[at]
        limits = bounds(text, amount)
        joined = at + 1 < len(amounts) and bool(_OR.fullmatch(text, limits.end, amounts[at + 1].start))
        if joined and not limits.after and kept and kept[-1][1].after == "左右" and text[limits.end] == "、":
            limits = limits._replace(after="左右")  # 5%、6%左右
        follows = _is_condition(text, amount, limits) or (follows and joined and bool(limits.after))
        if not follows:
            kept.append((amount, limits))
    kept.reverse()
    return kept


def _is_condition(text: str, amount: Amount, limits: Bounds) -> bool:
    if amount.unit in COUNTS or amount.unit in SHARES or amount.number < 1 or limits.after in _ABOUT:
        return False
    if _MADE.search(text, max(limits.start - 2, 0), limits.start):
        return False
    if limits.after and _OF_WHAT.match(text, limits.end):
        return True
    limited = limits.before or limits.after or amount.split == amount.start
    return bool(limited) and _MEMBER.match(text, limits.end) is not None
