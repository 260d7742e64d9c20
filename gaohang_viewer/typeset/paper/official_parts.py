"""Finds addressees, list of attachments, issuers and date of an official text (GB/T 9704-2012, 7.3)."""

from __future__ import annotations

import re
from typing import NamedTuple, cast

from gaohang_viewer.report.blocks import Block, List, Paragraph

_ATTACHMENTS = re.compile(r"附\s*件\s*[：:]\s*")
_NUMBER = re.compile(r"(?:附件)?\s*\d{1,2}\s*[.．、]\s*")
_NEXT = re.compile(r"(?<=[^\d.．、])\s*(?=\d{1,2}\s*[.．、]\s*\D)")  # before the next entry on a line
_LONGEST_ENTRY = 120  # characters
_DATE = re.compile(
    r"(?:\d{4}|[〇○零一二三四五六七八九]{4})\s*年\s*[\d一二三四五六七八九十]{1,2}\s*月\s*[\d一二三四五六七八九十]{1,3}\s*日"
)
_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_ADDRESSEES = re.compile(r"[^。；！？“”]{2,120}[：:]")
# Endings of the names of bodies that issue documents
_BODY = re.compile(
    r"(?:政府|委员会|委|办公室|办公厅|办|局|部|厅|院|会|党组|党委|党工委|街道|镇|乡|区|市|省|中心|公司|集团|处|科|组|队|所|校|馆|站|行)"
    r"(?:（盖?章）)?$"
)
_LONGEST_ISSUER = 30  # characters
_MOST_ISSUERS = 6


class Closing(NamedTuple):
    """The end of a document; missing parts are empty.

    It consists of the list of attachments (附件说明, 7.3.4), the issuers (发文机关署名, 7.3.5) and the date
    (成文日期, 7.3.5) in Arabic numerals (7.3.5.4).
    """

    attachments: tuple[str, ...] = ()
    issuers: tuple[str, ...] = ()
    date: str = ""


def addressees(body: tuple[Block, ...]) -> tuple[str, tuple[Block, ...]]:
    """Splits a text into its addressees (主送机关, 7.3.2, or 各位代表：), empty if none, and the rest."""
    if body and _ADDRESSEES.fullmatch(text := _plain(body[0])) and text[:2] not in ("附件", "如下"):
        return text, body[1:]
    return "", body


def closing(body: tuple[Block, ...]) -> tuple[tuple[Block, ...], Closing]:
    """Splits a text into its body and its closing, the short lines after the last full sentence."""
    rest, lines = _last_lines(body)
    date, issuers = "", list[str]()
    if lines and _DATE.fullmatch(lines[-1]):
        date = arabic_date(lines.pop())
        while lines and len(issuers) < _MOST_ISSUERS and _is_issuer(lines[-1]):
            issuers.insert(0, lines.pop())
    if not date:
        rest, lines = list(body), []
    elif lines:  # points of the text precede them in the same list
        kept = cast("List", body[len(rest)])
        rest.append(List(kept.items[: len(lines)], kept.start))
    attachments: list[str] = []
    for back in range(1, min(len(rest), 12) + 1):
        if start := _ATTACHMENTS.match(_plain(rest[-back])):
            pieces = _NEXT.split(_plain(rest[-back])[start.end() :])
            for block in rest[len(rest) - back + 1 :]:
                pieces += _entries(block)
            attachments = [_NUMBER.sub("", piece).rstrip("。；;") for piece in pieces if piece]
            del rest[-back:]
            break
        if not _entries(rest[-back]):
            break
    return tuple(rest), Closing(tuple(attachments), tuple(issuers), date)


def arabic_date(text: str) -> str:
    """Converts 二〇二二年一月十五日 to Arabic numerals without leading zeros: 2022年1月15日 (7.3.5.4)."""
    year, month, day = re.split("[年月日]", re.sub(r"\s", "", text))[:3]
    return f"{int(year.translate(_DIGITS))}年{_number(month)}月{_number(day)}日"


def _number(text: str) -> int:
    if "十" not in text:
        return int(text.translate(_DIGITS))
    tens, _, ones = text.translate(_DIGITS).partition("十")
    return 10 * int(tens or 1) + int(ones or 0)


def _last_lines(body: tuple[Block, ...]) -> tuple[list[Block], list[str]]:
    """Splits off the last short lines: paragraphs, or a list that a loader made of them."""
    rest, lines = list(body), list[str]()
    if rest and isinstance(rest[-1], List) and rest[-1].start is None:
        return rest[:-1], ["".join(run.text for run in item.runs).strip() for item in rest[-1].items]
    if rest and _DATE.fullmatch(_plain(rest[-1])):
        lines = [_plain(rest.pop())]
        while rest and len(lines) <= _MOST_ISSUERS and _is_issuer(_plain(rest[-1])):
            lines.insert(0, _plain(rest.pop()))
    return rest, lines


def _plain(block: Block) -> str:
    return "".join(run.text for run in block.runs).strip() if isinstance(block, Paragraph) else ""


def _is_issuer(text: str) -> bool:
    return len(text) <= _LONGEST_ISSUER and bool(_BODY.search(text)) and not re.search("[，。；：！？]", text)


def _entries(block: Block) -> list[str]:
    """Returns the attachments that a block lists, if it can belong to their list."""
    if isinstance(block, List):
        return (
            []
            if block.start is None
            else ["".join(run.text for run in item.runs).strip() for item in block.items]
        )
    text = _plain(block)
    return _NEXT.split(text) if _NUMBER.match(text) and len(text) <= _LONGEST_ENTRY else []
