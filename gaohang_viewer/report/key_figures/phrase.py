"""Parses the clause before an amount: its year, its aim, the thing that is counted, its growth."""

from __future__ import annotations

import re
from typing import NamedTuple

from gaohang_viewer.report.key_figures.vocabulary import (
    AIMS,
    COMPARED,
    GROWTHS,
    HEAD_PATTERN,
    HEADS,
    LONGEST_HEAD,
    LONGEST_VERB,
    NEUTRAL,
    NOT_A_HEAD,
    OF_TIME,
    PER_HEAD,
    TAILS,
    THAN_YEAR,
    VERBS,
    YEAR,
)

_DOES = re.compile(rf"^(.{{1,14}}?)({NEUTRAL.pattern})(?=..)")
_AIM_WITHIN = re.compile("力争|争取|确保|预计|有望")
_BASE = re.compile(
    r"(?<![同环可占对])[比较](?![重例率值分亚])([^，比较]{1,9}[年期初末月]|“[^，”]{1,5}”(?:时期)?)(?:大约|约|将|计划|要|可)?$"
)
_THAN_OTHERS = re.compile(
    r"(?:(?<![同环可占对])比|较)(?![重例率值分亚大高快好])(?![^，]{0,8}[年期季月初末五])"
)
_LAST_YEAR = re.compile("上一?年|去年|同期|上月")
_NO_VERB = frozenset("率业额量总")  # after a word that only looks like a verb: 覆盖率, 服务业, 生产总值
_FIRST = frozenset(word[0] for word in HEADS) | frozenset(
    "力争确预计有要拟到12１２一二上去前五十改“（([①②③④⑤⑥⑦⑧⑨⑩⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿3456789共截至过三四六七八九两"
)
_JOINTLY = re.compile(r"分别.{0,12}$|(?<![人户亩平年日月地])[均各](?:达到?|为|在|超过)?.{0,4}$")
_YEARLY = re.compile(r"年均|(?:平均)?每年|年平均")
_FROM = re.compile(
    r"^(.{2,}?)[由从](?:([0-9]{4}年)|[^，]{0,8}[年月末初底期前划])?(?:的|底的|末的)?(?:约|近)?$"
)
_FROM_ALONE = re.compile(r"^[由从](?:([0-9]{4}年)|[^，]{0,8}[年月末初底期前划])?(?:的|底的|末的)?$")


class Phrase(NamedTuple):
    """The parts of a clause: 力争2025年新增高新技术企业达到 has 力争, 2025年, 新增 and 新增高新技术企业.

    `name` begins with `verb`, unless that is neutral (完成); `owner` stands before a neutral verb: 第一产业
    in 第一产业实现增加值. `growth` is the verb after the name. `since` is the year of an older value
    (由2018年的), "" if unsaid, None if the value is no older one. `jointly` is whether the clause has 分别 or
    均, `beside_others` whether it compares with other things (比全国).
    """

    aim: str
    when: str
    owner: str
    verb: str
    name: str
    growth: str
    since: str | None
    jointly: bool
    beside_others: bool


def phrase(clause: str) -> Phrase:
    """Parses a clause."""
    aim = when = ""
    clause, aim, when = _without_heads(clause)
    since: str | None = None
    body = without_tails(clause)
    origin = None
    if "由" in clause or "从" in clause:
        origin = _FROM.match(clause) or _FROM_ALONE.match(clause)
    if origin:
        *names, year = origin.groups()
        since, body, growth = year or "", without_tails(names[0]) if names else "", ""
    else:
        body, growth = _growth(body)
    jointly = ("均" in clause or "各" in clause or "分别" in clause) and _JOINTLY.search(clause) is not None
    owner = ""
    if does := _DOES.match(body):
        owner, body = without_tails(does[1]), _without_heads(body[does.end() :])[0]
        if not aim and (said := AIMS.search(owner)):
            owner, aim = owner[: said.start()], said[0]
    if not aim and (said := _AIM_WITHIN.search(clause)) and said[0] not in body[:-2]:  # 实际利用外资力争达到
        aim = said[0]
        if growth or body.endswith(said[0]):
            body = without_tails(body)
    if not when and (said := YEAR.match(owner)):
        when, owner = said[0], owner[said.end() :]
    verb = verb_ahead(body)
    if body and "累计" in clause and "累计" not in body:
        body, growth = (body, "累计" + growth) if growth else ("累计" + body, "")
    return Phrase(
        aim, when, owner, verb, body, growth, since, jointly, bool(growth and _THAN_OTHERS.search(clause))
    )


def _without_heads(text: str) -> tuple[str, str, str]:
    """Returns a clause without its leading adverbials and neutral verbs, the aim and the year among those."""
    aim = when = ""
    while text:
        if text[0] not in _FIRST or text[:2] in NOT_A_HEAD or text[:3] in NOT_A_HEAD:
            break
        if said := AIMS.match(text):
            aim = aim or said[0]
        elif said := YEAR.match(text):
            when = said[0]
        elif size := _longest(text, HEADS, LONGEST_HEAD):
            text = text[size:]
            continue
        elif not (said := HEAD_PATTERN.match(text)):
            break
        text = text[said.end() :]
    return text.strip(), aim, when


def verb_ahead(text: str) -> str:
    """Returns the verbs at the start of a name: 新建改造 of 新建改造农村公路."""
    end = 0
    while size := _longest(text[end : end + LONGEST_VERB], VERBS, LONGEST_VERB):
        end += size
        if text[end : end + 1] in ("和", "并", "及") and _longest(text[end + 1 :], VERBS, LONGEST_VERB):
            end += 1
    return "" if text[end : end + 1] in _NO_VERB and end < len(text) else text[:end]


def _longest(text: str, table: frozenset[str], size: int) -> int:
    """Returns the length of the longest word of `table`, up to `size`, at the start of a text, or 0."""
    size = min(size, len(text))
    while size and text[:size] not in table:
        size -= 1
    return size


def without_tails(text: str) -> str:
    """Returns a clause without the words between the name and the number."""
    size = 5
    while size:
        if text[-size:] in TAILS and text and not (size == 1 and PER_HEAD.search(text)):
            text, size = text[:-size], 6
        size -= 1
    return text


def _growth(clause: str) -> tuple[str, str]:
    """Splits a clause into what grows and how: 地区生产总值比上年增长 into 地区生产总值 and 增长."""
    if not clause.endswith(GROWTHS) or clause.endswith("倍增"):
        return THAN_YEAR.sub("", clause), ""
    for verb in GROWTHS:
        if clause.endswith(verb):
            before = clause[: -len(verb)]
            if yearly := _YEARLY.search(before, max(len(before) - 10, 0)):
                before = before[: yearly.start()]
            base = _BASE.search(before)
            since = f"比{base[1]}" if base and not _LAST_YEAR.search(base[1]) else ""
            return without_tails(COMPARED.sub("", before)), since + ("年均" if yearly else "") + verb
    return clause, ""


def is_scope(text: str) -> bool:
    """Whether words name no more than a place or a time: 全市, 2020年全县."""
    return not text or OF_TIME.fullmatch(text) is not None
