"""Compares the front matter that the program reads in a file with the one that a careful secretary would print."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any

from gaohang_viewer.loading import CannotOpen, open_report

if TYPE_CHECKING:
    from pathlib import Path

FIELDS = ("title", "subtitle", "occasion", "speaker", "date")
_SIGNS = re.compile(r"[\s\u200b\ufeff*_#>]")
_DASHES = re.compile(r"^[—–―─\-]+")


def front_matter(path: Path) -> dict[str, str]:
    """The fields of a report's front page, "" where there is none."""
    try:
        report = open_report(path)
    except CannotOpen:
        return dict.fromkeys((*FIELDS, "edition"), "")
    facts = {"title": report.title, "subtitle": report.subtitle, "edition": report.edition}
    facts |= dict(report.meta)
    facts["speaker"] = facts.get("speaker") or facts.get("author") or facts.get("authors") or ""
    return {field: facts.get(field, "") for field in (*FIELDS, "edition")}


def wrong_fields(gold: dict[str, Any], read: dict[str, str], stem: str) -> list[str]:
    """The fields that are wrong.

    A field of `gold` is a string, a list of acceptable ones, or null for none; "or" holds records that
    replace several fields together. A title that is null may be the file's name, `stem`.
    """
    records = ({**gold, **change} for change in [{}, *gold.get("or", [])])
    return min(
        ([f for f in FIELDS if not _is_right(f, record[f], read, stem)] for record in records), key=len
    )


def _is_right(field: str, gold: Any, read: dict[str, str], stem: str) -> bool:
    wanted = {_plain(value) for value in (gold if isinstance(gold, list) else [gold])}
    if field != "title":
        return _plain(read[field]) in wanted
    title, edition = _plain(read["title"]), _plain(read["edition"])
    forms = {title}
    if edition:
        forms |= {edition + title, title + edition, f"{title}({edition})", f"{edition}年{title}"}
    if "" in wanted:
        wanted |= {_plain(stem)}
    return bool(forms & wanted)


def _plain(value: str | None) -> str:
    """A value without white space, signs of Markdown, leading dashes and the brackets around it."""
    if value is None:
        return ""
    value = unicodedata.normalize("NFKC", value).replace("•", "·").replace("‧", "·")
    value = _DASHES.sub("", _SIGNS.sub("", value))
    while len(value) > 1 and value[0] in "([〔【" and value[-1] in ")]〕】" and value.count(value[0]) == 1:
        value = value[1:-1]
    return value
