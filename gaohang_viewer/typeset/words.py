"""The words that pages show: headlines as printed, and the few words that are not the report's own."""

from __future__ import annotations

import re

from gaohang_viewer.report.model import Report, Section
from gaohang_viewer.report.punctuation import full_width as widened

_LABELS = {
    "zh": {"contents": "目录", "continued": "（续）", "untitled": "无标题"},
    "en": {"contents": "Contents", "continued": " (cont.)", "untitled": "Untitled"},
}

_CLAUSE_END = re.compile(r"[，。；：！？,;!?]")
_FULL_WIDTH_SIGNS = "）〕】、．。：，"


def shown(text: str, full_width: bool) -> str:
    """The text with Chinese punctuation where that is wanted."""
    return widened(text) if full_width else text


def marked(section: Section, full_width: bool) -> tuple[str, str]:
    """Mark and title as shown. A full-width mark brings its own white space: what followed it goes."""
    mark, title = " ".join(section.mark.split()), " ".join(section.title.split())
    if full_width:
        whole = widened(mark + title)
        mark, title = whole[: len(mark)], whole[len(mark) :]
    if mark and section.mark[-1].isspace() and not (full_width and mark[-1] in _FULL_WIDTH_SIGNS):
        mark += " "
    return mark, title


def headline(section: Section, full_width: bool) -> str:
    """A section's headline as shown, on one line."""
    return "".join(marked(section, full_width))


def clause(text: str, most: int) -> str:
    """The text if it has at most `most` characters, else its first clause, else as much as fits, and …"""
    text = text.rstrip("：:")
    if len(text) <= most:
        return text
    end = _CLAUSE_END.search(text, 2)
    if end and end.start() <= most:
        return text[: end.start()]
    return text[: most - 1] + "…"


def labels(language: str) -> dict[str, str]:
    """What pages say beside the report's own words."""
    return _LABELS.get(language, _LABELS["en"])


def identity(report: Report, full_width: bool, language: str) -> dict[str, object]:
    """What every template wants to know of the report."""
    title = shown(" ".join(report.title.split()), full_width) or labels(language)["untitled"]
    return {
        "title": title,  # a tagged file must have one
        "short": clause(title, 30),
        "subtitle": shown(" ".join(report.subtitle.split()), full_width),
        "edition": report.edition.strip(),
        "author": dict(report.meta).get("author", ""),
        "language": language,
        "labels": labels(language),
    }
