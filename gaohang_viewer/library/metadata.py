"""Extracts the metadata of a report for the library: title, place, year, edition, date and length."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from gaohang_viewer.report.speaking_time import characters

if TYPE_CHECKING:
    from pathlib import Path

    from gaohang_viewer.report.model import Report

_DIGITS = str.maketrans("〇零一二三四五六七八九", "00123456789")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)|([一二]千?[〇零九][〇零一二三四五六七八九]{2})(?=年)")
_DATE = re.compile(r"((?:19|20)\d\d)\s*[-年/.]\s*(\d{1,2})\s*[-月/.]\s*(\d{1,2})")
_EDITION = re.compile(
    r"第[一二三四五六七八九十\d]+(?:版|稿|次修订)|[一二三四五六七八九十]稿|修订版|修订稿|征求意见稿|送审稿|讨论稿|试行"
)
_PLACE = re.compile(
    r"(?:[\u4e00-\u9fff]{2,7}?(?:自治区|自治州|自治县|街道|省|市|新区|区|县|镇|乡|村|州|旗)|[\u4e00-\u9fff]县)+"
)
_NO_PLACE = re.compile(  # not place names: 全市, 省自治区 (a folder's name), 先行区
    r"^(?:本|全|我|各|在|关于|年|月|日|于|的|省|市)|(?:城市|社区|地区|[园景郊]区|[引先示].区|超市|股市|农村|乡村)$"
)


class Metadata(NamedTuple):
    """The metadata of a report: `year` is 0 if unknown, `date` is ISO 8601 or as much of it as is known."""

    title: str
    place: str = ""
    year: int = 0
    edition: str = ""
    date: str = ""
    sections: int = 0
    characters: int = 0


def metadata_of(report: Report, path: Path) -> Metadata:
    """Returns the metadata from the report's own metadata, else its title, else the name of its file."""
    meta = dict(report.meta)
    sources = (report.title, report.subtitle, path.stem)
    given = meta.get("date", "")
    date = _DATE.search(given) or _DATE.search(report.title)
    year = int(date[1]) if date else next(filter(None, map(_year, (given, *sources, report.edition))), 0)
    return Metadata(
        title=report.title or path.stem,
        place=meta.get("place") or next(filter(None, map(_place, sources)), ""),
        year=year,
        edition=report.edition or next((found[0] for found in map(_EDITION.search, sources) if found), ""),
        date=f"{date[1]}-{int(date[2]):02d}-{int(date[3]):02d}" if date else str(year or ""),
        sections=len(report.sections),
        characters=characters(report.preamble)
        + sum(characters(section.title + section.body) for section in report.sections),
    )


def _year(text: str) -> int:
    found = _YEAR.search(text)
    return int(found[1] or found[2].replace("千", "").translate(_DIGITS)) if found else 0


def _place(text: str) -> str:
    for found in _PLACE.finditer(_YEAR.sub(" ", text).replace("年", " ")):
        if not _NO_PLACE.search(found[0]):
            return found[0]
    return ""
