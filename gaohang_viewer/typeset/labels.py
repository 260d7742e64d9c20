"""Texts of pages apart from the sections: the title block, labels, shortened headlines."""

from __future__ import annotations

import re

from gaohang_viewer.report.model import Report
from gaohang_viewer.report.punctuation import full_width as widened

_LABELS = {
    "zh": {
        "contents": "目录",
        "continued": "（续）",
        "untitled": "无标题",
        "picture": "图片",
        "attachments": "附件：",
    },
    "en": {
        "contents": "Contents",
        "continued": " (cont.)",
        "untitled": "Untitled",
        "picture": "Picture",
        "attachments": "Attachments: ",
    },
}

_CLAUSE_END = re.compile(r"[，。；：！？,;!?]")


def shown(text: str, full_width: bool) -> str:
    """Returns a text, with full-width punctuation if that is wanted."""
    return widened(text) if full_width else text


def clause(text: str, most: int) -> str:
    """Returns a text of at most `most` characters: the whole, its first clause, or its beginning with …"""
    text = text.rstrip("：:")
    if len(text) <= most:
        return text
    end = _CLAUSE_END.search(text, 2)
    if end and end.start() <= most:
        return text[: end.start()]
    return text[: most - 1] + "…"


def labels(language: str) -> dict[str, str]:
    """Returns the labels in a language, "zh" or "en"; any other gives English."""
    return _LABELS.get(language, _LABELS["en"])


def identity(report: Report, full_width: bool, language: str) -> dict[str, object]:
    """Returns the title block of a report as data for templates."""
    title = shown(" ".join(report.title.split()), full_width) or labels(language)["untitled"]
    return {
        "title": title,  # PDF/UA requires a title
        "short": clause(title, 30),
        "subtitle": shown(" ".join(report.subtitle.split()), full_width),
        "facts": [shown(fact, full_width) for fact in report.facts],
        "author": dict(report.meta).get("author", ""),
        "language": language,
        "labels": labels(language),
    }
