"""Exports a report as a Word, PowerPoint or Markdown file."""

from __future__ import annotations

from collections.abc import Collection

from gaohang_viewer.report.model import Report
from gaohang_viewer.typeset.paper_options import PLAIN_PAPER, PaperOptions

ENDINGS = (".docx", ".pptx", ".md")
"""The file name endings that can be exported."""


def exported(
    report: Report,
    ending: str,
    sections: Collection[int] | None = None,
    options: PaperOptions = PLAIN_PAPER,
    *,
    language: str = "zh",
) -> bytes:
    """Returns the content of a file with some sections, all if None.

    `ending` is one of ENDINGS, in any case; `language` is that of labels, "zh" or "en". Raises ValueError for
    another ending.
    """
    match ending.lower():
        case ".docx":
            from gaohang_viewer.office.word.document import word_file

            return word_file(report, sections, options, language=language)
        case ".pptx":
            from gaohang_viewer.office.powerpoint.presentation import powerpoint_file

            return powerpoint_file(report, sections, options, language=language)
        case ".md":
            from gaohang_viewer.report.markdown_writer import as_markdown

            return as_markdown(_only(report, sections)).encode("utf-8", "replace")
    raise ValueError(ending)


def _only(report: Report, sections: Collection[int] | None) -> Report:
    """Returns the report with these sections, and their ancestors as headlines alone."""
    if sections is None:
        return report
    outline = report.outline
    kept = sorted({at for index in sections for at in outline.path(index)})
    parts = (report.sections[at] if at in sections else report.sections[at]._replace(body="") for at in kept)
    return report._replace(preamble="", sections=tuple(parts))
