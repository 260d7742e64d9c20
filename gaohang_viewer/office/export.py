"""The one door to files for other programs: a report and the ending of a file's name become its bytes."""

from __future__ import annotations

from collections.abc import Collection

from gaohang_viewer.report.model import Report
from gaohang_viewer.typeset.paper_options import PLAIN_PAPER, PaperOptions

ENDINGS = (".docx", ".pptx", ".md")
"""The endings of the files that can be written."""


def exported(
    report: Report,
    ending: str,
    sections: Collection[int] | None = None,
    options: PaperOptions = PLAIN_PAPER,
    *,
    language: str = "zh",
) -> bytes:
    """The bytes of a file with the sections (all of them if None); `ending` is one of ENDINGS."""
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
    """The report with these sections; their ancestors stay as headlines alone."""
    if sections is None:
        return report
    outline = report.outline
    kept = sorted({at for index in sections for at in outline.path(index)})
    parts = (report.sections[at] if at in sections else report.sections[at]._replace(body="") for at in kept)
    return report._replace(preamble="", sections=tuple(parts))
