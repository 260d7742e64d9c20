"""Reads the title block: title, subtitle, occasion (在…会议上), speaker, date."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gaohang_viewer.loading.outline.boilerplate import is_debris
from gaohang_viewer.loading.outline.line import is_salutation
from gaohang_viewer.loading.outline.table_of_contents import is_contents
from gaohang_viewer.report.draft import PieceRole
from gaohang_viewer.report.heading_mark import MarkStyle

if TYPE_CHECKING:
    from gaohang_viewer.loading.outline.line import Line

_OCCASION = re.compile(
    r"[（(—–\-―－]*.{0,60}(?:会议|大会|全会|会)(?:上|上的报告|上的讲话|通过|批准)[）)]?(?:[（(].{4,20}[）)])?$"
)
_DATE = re.compile(
    r"[（(]?\s*[\d一二三四五六七八九十〇○零]{4}\s*年\s*[\d一二三四五六七八九十]{1,3}\s*月"
    r"\s*(?:[\d一二三四五六七八九十]{1,3}\s*日)?\s*[）)]?$|\d{4}-\d\d?-\d\d?$"
)
_OFFICE = re.compile(
    r"(?:省长|市长|县长|区长|州长|盟长|旗长|镇长|乡长|主席|总理|书记|主任|院长|检察长|局长|厅长|部长|司令员?|镇长)[\s?？：:]*"
    r"[\u4e00-\u9fff·•\s]{2,16}$"
)
_NAME = re.compile(
    r"[\u4e00-\u9fff](?:\s*[\u4e00-\u9fff]){1,3}$|[\u4e00-\u9fff]{1,8}[·•][\u4e00-\u9fff·•]{1,10}$"
)
_NAMED = re.compile(r"(标题|报告人|发文单位|发文时间|发布时间|成文日期|作者|来源)[：:]\s*(.*)$")
_KIND_OF_TITLE = re.compile(
    r"(?:报告|规划|纲要|决定|意见|方案|要点|总结|讲话|决议|通知|建议|草案|计划|公报|办法|规定|条例|汇报|说明)(?:[（(].{1,20}[)）])?$"
)
_NUMBER = re.compile(r"[\u4e00-\u9fff]{2,12}\s*[〔\[（(]\d{4}[〕\]）)]\s*(?:第\s*)?\d+\s*号$")
_ISSUER = ("厅", "府", "会", "局", "部", "院", "委")
_EDITION = re.compile(r"第[一二三四五六七八九十\d]+版$")
_SPACED = re.compile(r"\S(?:\s+\S)+$")  # 政 府 工 作 报 告
_DASHES = ("—", "–", "-", "―", "－", "（", "(")
_SHORTEST_TITLE = 8
_LONGEST_LABEL = 8  # characters of what a page puts before a colon; more address somebody
_LONGEST_TITLE = 60
_LONGEST_FACT = 160
_LONGEST_HEAD = 60  # lines that a title block and a page's head can take


def mark_title_block(lines: list[Line], end: int, title: str) -> int:
    """Gives the lines above the text their roles; `title` is the one that the file names elsewhere.

    Returns where the text begins.
    """
    start = _head(lines, end)
    _title_block(lines[:start], title)
    return start


def _head(lines: list[Line], end: int) -> int:
    """Where the report itself begins: its salutation, its first heading or its first paragraph."""
    for at, line in enumerate(lines[: min(end, _LONGEST_HEAD)]):
        text = line.text
        if line.role in (PieceRole.TITLE, PieceRole.SUBTITLE, PieceRole.DEBRIS):
            continue
        if line.role is not PieceRole.TEXT or is_salutation(text) or is_contents(text):
            return at
        if (
            line.mark is not None
            and line.title
            and (line.mark.sure or line.mark.style in (MarkStyle.HAN, MarkStyle.ARABIC))
        ):
            return at
        if not _belongs_to_head(text) and not _is_repeated(lines, at):
            return at
    return 0


def _belongs_to_head(text: str) -> bool:
    """Whether a line can stand in a title block or at the top of a web page."""
    addressed = text.endswith(("：", ":")) and len(text) > _LONGEST_LABEL
    if len(text) <= _LONGEST_TITLE and not (addressed or text.endswith(("。", "；", "，", "."))):
        return text.count("，") < 2
    if len(text) > _LONGEST_FACT:
        return False
    return is_debris(text) or any(pattern.match(text) for pattern in (_NAMED, _DATE, _OCCASION))


def _is_repeated(lines: list[Line], at: int) -> bool:
    """Whether a long line is the page's summary: what it says begins again right below it."""
    start = _plain(lines[at].text)[:5]
    return any(_plain(line.text).startswith(start) for line in lines[at + 1 : at + 4])


def _title_block(head: list[Line], title: str) -> None:
    candidates: list[Line] = []
    for at, line in enumerate(head):
        text = line.text
        if line.role is not PieceRole.TEXT:
            title = title or (text if line.role is PieceRole.TITLE else "")
        elif named := _NAMED.match(text):
            line.role = PieceRole.SPEAKER if named[1] == "报告人" else PieceRole.DEBRIS
        elif is_debris(text):
            line.role = PieceRole.DEBRIS
        elif _EDITION.match(text):
            line.role = PieceRole.EDITION
        elif _NUMBER.match(text):
            line.role = PieceRole.NUMBER
        elif _DATE.match(text):
            line.role = PieceRole.DATE
        elif _OCCASION.match(text):
            line.role = PieceRole.OCCASION
            if at and head[at - 1].role is PieceRole.TEXT and head[at - 1].text.startswith(_DASHES):
                candidates.pop()
                head[at - 1].role = PieceRole.OCCASION  # it takes two lines
        elif (_OFFICE.search(text) and len(text) <= 40 and "报告" not in text) or (
            candidates and at >= len(head) - 2 and _NAME.match(text)
        ):
            line.role = PieceRole.SPEAKER
        elif len(text) > _LONGEST_TITLE:
            line.role = PieceRole.DEBRIS  # a page's summary of the report
        else:
            candidates.append(line)
    _choose_title(candidates, _plain(title))


def _choose_title(candidates: list[Line], given: str) -> None:
    """The fullest line that names a report is the title; what only repeats a part of it is debris."""
    named = [line for line in candidates if _KIND_OF_TITLE.search(_plain(line.text))]
    chosen = max(named or candidates[:1], key=lambda line: len(_plain(line.text)), default=None)
    whole = given or (_plain(chosen.text) if chosen is not None else "")
    after = False
    for line in candidates:
        plain = _plain(line.text)
        if line is chosen and not given:
            line.role = PieceRole.TITLE
            after = True
            if _SPACED.match(line.text):
                line.piece = line.piece._replace(text=plain, markdown="")
                line.text = plain
        elif given and line not in named and not line.text.startswith(_DASHES) and plain not in whole:
            continue  # the file has its title: what else stands there is text
        elif plain in whole:
            line.role = PieceRole.DEBRIS
        elif after or given or not named or line.text.startswith(_DASHES) or plain.endswith(_ISSUER):
            line.role = PieceRole.SUBTITLE
        else:  # above the title: its first line, or the name of a page's department
            line.role = PieceRole.TITLE if len(plain) >= _SHORTEST_TITLE else PieceRole.DEBRIS


def _plain(text: str) -> str:
    return "".join(text.split())
