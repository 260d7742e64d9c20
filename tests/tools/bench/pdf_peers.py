"""Other programs that make a PDF of the report: each that is installed, asked for the same kind of file as far as it
can write one: tagged, with bookmarks, PDF/UA and PDF/A."""

from __future__ import annotations

import html
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

_STYLE = """
@page { size: A4; margin: 29mm; @bottom-center { content: counter(page) } }
body { font: 12pt/21pt "Noto Serif CJK SC", "Noto Sans SC", serif; text-align: justify }
p { text-indent: 2em; margin: 0 }
"""
_ARCHIVAL = (  # as LibreOffice is told of PDF/A-2 and PDF/UA
    'pdf:writer_web_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"2"},'
    '"PDFUACompliance":{"type":"boolean","value":"true"},"ExportBookmarks":{"type":"boolean","value":"true"}}'
)


class Peer(NamedTuple):
    """A program, how it is called, and the file that it writes."""

    name: str
    command: tuple[str, ...]
    out: Path


def peers(report: Path, folder: Path) -> Iterator[Peer]:
    """Those of the programs that are installed; what they read is written into the folder."""
    page = folder / "report.html"
    page.write_text(_page(report), "utf-8")
    out = folder / "report.pdf"
    if program := shutil.which("weasyprint"):
        yield Peer("weasyprint", (program, "--pdf-variant", "pdf/ua-1", str(page), str(out)), out)
    if program := shutil.which("chromium") or shutil.which("google-chrome"):
        how: tuple[str, ...] = (
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            f"--user-data-dir={folder / 'chromium'}",
        )
        yield Peer("chromium", (program, *how, f"--print-to-pdf={out}", page.as_uri()), out)
    if program := shutil.which("soffice"):
        profile = f"-env:UserInstallation={(folder / 'libreoffice').as_uri()}"
        convert = ("--headless", "--convert-to", _ARCHIVAL, "--outdir", str(folder))
        yield Peer("libreoffice", (program, profile, *convert, str(page)), out)


def _page(report: Path) -> str:
    """The Markdown lines of the report as headings, points and paragraphs."""
    body = report.read_text("utf-8").split("---", 2)[-1]
    lines = []
    for line in filter(str.strip, body.splitlines()):
        level = len(line) - len(line.lstrip("#"))
        words = html.escape(line.lstrip("#- "))
        lines.append(f"<h{level}>{words}</h{level}>" if level else f"<p>{words}</p>")
    title = html.escape(lines[0] if lines else report.stem)
    return (
        f'<!doctype html><html lang="zh"><meta charset="utf-8"><title>{title}</title>'
        f"<style>{_STYLE}</style><body>{''.join(lines)}</body></html>"
    )
