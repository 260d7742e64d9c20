"""Formats a section's headline for screen, slides and paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gaohang_viewer.report.punctuation import full_width as widened

if TYPE_CHECKING:
    from gaohang_viewer.report.model import Section

_FULL_WIDTH_SIGNS = "）〕】、．。：，"


def marked(section: Section, full_width: bool) -> tuple[str, str]:
    """Returns mark and title for display. White space after a full-width mark is dropped."""
    mark, title = " ".join(section.mark.split()), " ".join(section.headline[len(section.mark) :].split())
    if full_width:
        whole = widened(mark + title)
        mark, title = whole[: len(mark)], whole[len(mark) :]
    if mark and section.mark[-1].isspace() and not (full_width and mark[-1] in _FULL_WIDTH_SIGNS):
        mark += " "
    return mark, title


def headline(section: Section, full_width: bool) -> str:
    """Returns a section's headline for display, on one line."""
    return "".join(marked(section, full_width))
