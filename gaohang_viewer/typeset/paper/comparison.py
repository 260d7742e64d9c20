"""Typesets a comparison of two reports as an A4 document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from gaohang_viewer.report.comparison import Change, Pair, paragraphs_of
from gaohang_viewer.report.word_diff import DiffSegment, widened
from gaohang_viewer.resources import resource
from gaohang_viewer.typeset.engine.job import ARCHIVAL, Job
from gaohang_viewer.typeset.labels import shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gaohang_viewer.report.comparison import Comparison
    from gaohang_viewer.report.figure_changes import FigureChange
    from gaohang_viewer.report.model import Report

_LABELS: dict[str, dict[str, Any]] = {
    "zh": {
        "title": "两份报告的差异",
        "before": "原",
        "after": "新",
        "figures": "数据变化",
        "sections": "内容变化",
        "columns": ["内容", "原", "新", "章节"],
        "changed": "改动",
        "moved": "移动",
        "new": "新增",
        "gone": "删除",
    },
    "en": {
        "title": "What differs in two reports",
        "before": "Old",
        "after": "New",
        "figures": "Figures that differ",
        "sections": "Sections that differ",
        "columns": ["What", "Old", "New", "Section"],
        "changed": "changed",
        "moved": "moved",
        "new": "new",
        "gone": "gone",
    },
}


def kit() -> dict[str, str]:
    """Returns the Typst module that templates with a comparison import, by name."""
    return {"comparison-kit.typ": resource("typst", "comparison-kit.typ").read_text("utf-8")}


def comparison_job(
    comparison: Comparison,
    figures: Sequence[FigureChange],
    *,
    full_width: bool,
    created: int = 0,
    language: str = "zh",
) -> Job:
    """Returns the job that typesets a summary, the figures that differ, and the sections that differ."""
    data = comparison_data(comparison, figures, full_width=full_width, language=language)
    return Job("comparison.typ", data, ARCHIVAL, created, {}, kit())


def comparison_data(
    comparison: Comparison, figures: Sequence[FigureChange], *, full_width: bool, language: str = "zh"
) -> dict[str, Any]:
    """Returns a comparison as data for templates."""
    labels = _LABELS.get(language, _LABELS["en"])
    kinds = (Change.CHANGED, Change.MOVED, Change.NEW, Change.GONE)
    sides = (("before", comparison.old), ("after", comparison.new))
    return {
        "title": labels["title"],
        "language": language,
        "labels": {name: labels[name] for name in ("figures", "sections", "columns")},
        "sides": [{"label": labels[side], "name": _name(report, full_width)} for side, report in sides],
        "counts": [{"label": labels[kind.value], "count": comparison.count(kind)} for kind in kinds],
        "figures": [
            {
                "what": figure.what,
                "old": figure.old,
                "new": figure.new,
                "section": _headline(comparison, figure, full_width),
            }
            for figure in figures
        ],
        "sections": [
            _section(comparison, pair, labels, full_width)
            for pair in comparison.pairs
            if pair.change is not Change.SAME
        ],
    }


def _name(report: Report, full_width: bool) -> str:
    title = shown(" ".join(report.title.split()), full_width)
    return "　".join(filter(None, (title, report.edition, dict(report.meta).get("date", ""))))


def _headline(comparison: Comparison, figure: FigureChange, full_width: bool) -> str:
    report = comparison.new if figure.new else comparison.old
    if figure.section < 0:
        return shown(report.title, full_width)
    return shown(report.sections[figure.section].headline, full_width)


def _section(comparison: Comparison, pair: Pair, labels: dict[str, Any], full_width: bool) -> dict[str, Any]:
    """Returns a section's headline and paragraphs; adjacent equal paragraphs become an empty one."""
    note = "" if pair.change is Change.CHANGED and not pair.moved else labels[pair.change.value]
    if pair.change is Change.CHANGED and pair.moved:
        note = labels[Change.MOVED.value]
    headline, *paragraphs = paragraphs_of(comparison, pair) or [[DiffSegment("same", "—")]]
    if pair.change is Change.MOVED:
        paragraphs = []
    shown_paragraphs: list[list[dict[str, str]]] = []
    for paragraph in paragraphs:
        same = all(piece.kind == "same" for piece in paragraph)
        if not same:
            shown_paragraphs.append(_pieces(paragraph, full_width))
        elif not shown_paragraphs or shown_paragraphs[-1]:
            shown_paragraphs.append([])
    return {"headline": _pieces(headline, full_width), "note": note, "paragraphs": shown_paragraphs}


def _pieces(pieces: list[DiffSegment], full_width: bool) -> list[dict[str, str]]:
    some = widened(pieces) if full_width else pieces
    return [{"kind": piece.kind, "text": piece.text} for piece in some]
