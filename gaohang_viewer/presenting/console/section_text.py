"""Chooses the script's text: the present section's, or if it has none, that of the next one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from gaohang_viewer.report.blocks import Block
from gaohang_viewer.report.headline_text import headline
from gaohang_viewer.report.markdown_reader import blocks

if TYPE_CHECKING:
    from gaohang_viewer.report.model import Report

_LOOKS_AHEAD = 40  # sections without text that are passed over at most


class SectionText(NamedTuple):
    """A headline and its text; `dim` says that they belong to a later section."""

    headline: str
    blocks: tuple[Block, ...]
    dim: bool


def section_text(report: Report, section: int | None, *, wide: bool) -> SectionText:
    """The text for a page of this section (index in document order), or for pages before all sections."""
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
