"""Annexes of a printed report: its key figures as a table, and a comparison with an older edition."""

from __future__ import annotations

from typing import Any

from gaohang_viewer.report.headline_text import headline
from gaohang_viewer.report.key_figures.extract import figures
from gaohang_viewer.typeset.labels import clause, shown
from gaohang_viewer.typeset.paper.text import Body
from gaohang_viewer.typeset.paper_options import PaperOptions

_LABELS: dict[str, dict[str, Any]] = {
    "zh": {
        "annex": "附件",
        "figures": "数据一览",
        "columns": ["内容", "数据", "章节", "页码"],
        "comparison": "与前一版的差异",
    },
    "en": {
        "annex": "Annex ",
        "figures": "Key figures",
        "columns": ["What", "Figure", "Section", "Page"],
        "comparison": "What differs from the edition before",
    },
}


def annexes(body: Body, options: PaperOptions, language: str) -> list[dict[str, Any]]:
    """Returns the wanted annexes in order, as data for templates; each has a mark and a title."""
    labels = _LABELS.get(language, _LABELS["en"])
    found: list[dict[str, Any]] = []
    if options.figures and (rows := _figure_rows(body, options.full_width)):
        found.append(
            {"kind": "figures", "title": labels["figures"], "columns": labels["columns"], "rows": rows}
        )
    if options.before is not None:
        from gaohang_viewer.report.comparison import compare
        from gaohang_viewer.report.figure_changes import figure_changes
        from gaohang_viewer.typeset.paper.comparison import comparison_data

        comparison = compare(options.before, body.report)
        changes = figure_changes(comparison)
        data = comparison_data(comparison, changes, full_width=options.full_width, language=language)
        found.append({"kind": "comparison", "title": labels["comparison"], "comparison": data})
    for number, annex in enumerate(found, 1):
        annex["mark"] = labels["annex"] + (str(number) if len(found) > 1 else "")
    return found


def _figure_rows(body: Body, full_width: bool) -> list[dict[str, Any]]:
    """Returns the rows of the table of key figures; `at` is the index of a section among the printed ones."""
    places = {section: at for at, section in enumerate(body.printed)}
    rows: list[dict[str, Any]] = []
    for figure in figures(body.report):
        if figure.match.what and figure.section in body.chosen:
            name = headline(body.report.sections[figure.section], full_width)
            row = {
                "what": shown(figure.match.name, full_width),
                "value": figure.match.bounded,
                "section": clause(name, 18),
                "at": places[figure.section],
            }
            if row not in rows[-20:]:  # figures are often repeated within a section
                rows.append(row)
    return rows
