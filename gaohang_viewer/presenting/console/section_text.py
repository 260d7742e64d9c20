"""What the script shows of a report: the present section's text, or where it has none the next one's."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from gaohang_viewer.report.blocks import Block
from gaohang_viewer.report.headline_text import headline
from gaohang_viewer.report.markdown_reader import blocks

if TYPE_CHECKING:
    from gaohang_viewer.report.model import Report

_LOOKS_AHEAD = 40  # sections: beyond that many without a text nobody wants to read ahead


class SectionText(NamedTuple):
    """A headline, the text below it, and whether that is only coming."""

    headline: str
    blocks: tuple[Block, ...]
    dim: bool


def text_of(report: Report, section: int | None, *, wide: bool) -> SectionText:
    """The text for a page of a section, or for one before all sections."""
    sections = report.sections
    if section is None:
        if report.preamble.strip():
            return SectionText(report.title, blocks(report.preamble), dim=False)
        first = 0
    elif section >= len(sections):
        return SectionText("", (), dim=True)
    elif sections[section].body.strip():
        return SectionText(headline(sections[section], wide), blocks(sections[section].body), dim=False)
    else:
        first = section + 1
    for ahead in range(first, min(first + _LOOKS_AHEAD, len(sections))):
        if sections[ahead].body.strip():
            words = QCoreApplication.translate("presenting", "next: {headline}")
            name = words.replace("{headline}", headline(sections[ahead], wide))
            return SectionText(name, blocks(sections[ahead].body), dim=True)
    name = "" if section is None else headline(sections[section], wide)
    return SectionText(name, (), dim=True)
