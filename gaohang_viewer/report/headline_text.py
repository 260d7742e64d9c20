"""How a section's headline is shown: the same on screen, slides and paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gaohang_viewer.report.punctuation import full_width as widened

if TYPE_CHECKING:
    from gaohang_viewer.report.model import Section

_FULL_WIDTH_SIGNS = "）〕】、．。：，"


def marked(section: Section, full_width: bool) -> tuple[str, str]:
    """Mark and title as shown. A full-width mark brings its own white space: what followed it goes."""
    mark, title = " ".join(section.mark.split()), " ".join(section.headline[len(section.mark) :].split())
    if full_width:
        whole = widened(mark + title)
        mark, title = whole[: len(mark)], whole[len(mark) :]
    if mark and section.mark[-1].isspace() and not (full_width and mark[-1] in _FULL_WIDTH_SIGNS):
        mark += " "
    return mark, title


def headline(section: Section, full_width: bool) -> str:
    """A section's headline as shown, on one line."""
    return "".join(marked(section, full_width))
