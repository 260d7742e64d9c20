"""The words that pages show beside headlines and bodies: title, labels, shortened names."""

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
    """The text with Chinese punctuation where that is wanted."""
    return widened(text) if full_width else text


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
        "facts": [shown(fact, full_width) for fact in report.facts],
        "author": dict(report.meta).get("author", ""),
        "language": language,
        "labels": labels(language),
    }
