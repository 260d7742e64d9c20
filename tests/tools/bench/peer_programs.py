"""Other programs for documents and shows: how each that is installed is called, on files that all can read."""

from __future__ import annotations

import html
import shutil
import subprocess
from pathlib import Path
from typing import NamedTuple

from tests.tools.bench.rounds import PROGRAM

NAMES = {  # each with the commands that it goes by
    "okular": ("okular",),
    "evince": ("evince",),
    "pympress": ("pympress",),
    "impressive": ("impressive",),
    "retext": ("retext",),
    "ghostwriter": ("ghostwriter",),
    "novelwriter": ("novelwriter", "novelWriter"),
    "libreoffice": ("soffice", "libreoffice"),
    "chromium": ("chromium", "google-chrome"),
    "weasyprint": ("weasyprint",),
    "pandoc": ("pandoc",),
    "ripgrep": ("rg",),
}
_STYLE = """
@page { size: A4; margin: 29mm; @bottom-center { content: counter(page) } }
body { font: 12pt/21pt "Noto Serif CJK SC", "Noto Sans SC", serif; text-align: justify }
p { text-indent: 2em; margin: 0 }
"""
_ARCHIVAL = (  # as LibreOffice is told of PDF/A-2 and PDF/UA
    'pdf:writer_web_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"2"},'
    '"PDFUACompliance":{"type":"boolean","value":"true"},"ExportBookmarks":{"type":"boolean","value":"true"}}'
)


class Show(NamedTuple):
    """The command that comes up presenting, and the keys that it needs at first."""

    command: tuple[str, ...]
    first: tuple[str, ...] = ()


def installed() -> dict[str, str]:
    """The command of each program that is there."""
    found = {name: next(filter(None, map(shutil.which, commands)), "") for name, commands in NAMES.items()}
    return {name: command for name, command in found.items() if command}


def write_files(report: Path, folder: Path) -> None:
    """The report as Markdown, web page, Word file and PDF, and its slides as a PDF, for the programs to read."""
    (folder / "report.md").write_text(report.read_text("utf-8"), "utf-8")
    write_page(report, folder / "report.html")
    calls = {
        "report.pdf": ("pdf",),
        "deck.pdf": ("pdf", "--as", "slides"),
        "report.docx": ("export",),
    }
    for name, call in calls.items():
        subprocess.run([*PROGRAM, *call, "-o", str(folder / name), str(report)], check=True)


def windows(folder: Path) -> dict[str, tuple[str, ...]]:
    """How the programs that have a window show the report, each in the form that is its own."""
    there = installed()
    markdown, pdf = str(folder / "report.md"), str(folder / "report.pdf")
    calls = {
        "okular": (pdf,),
        "evince": (pdf,),
        "pympress": (pdf,),
        "impressive": ("--windowed", "--nologo", "--transition", "None", pdf),
        "retext": (markdown,),
        "ghostwriter": (markdown,),
        "novelwriter": (markdown,),
        "libreoffice": (
            _office_profile(folder / "window"),
            "--nologo",
            "--norestore",
            str(folder / "report.docx"),
        ),
        "chromium": (*_chromium(folder / "window"), f"--app={(folder / 'report.html').as_uri()}"),
    }
    unguarded = {"ghostwriter": ("env", "QTWEBENGINE_DISABLE_SANDBOX=1")}  # as root it has no sandbox
    return {
        name: (*unguarded.get(name, ()), there[name], *call) for name, call in calls.items() if name in there
    }


def shows(folder: Path) -> dict[str, Show]:
    """How the programs that present come up with the slides of the report."""
    there = installed()
    deck = str(folder / "deck.pdf")
    calls = {
        "okular": Show(("--presentation", deck), ("enter",)),  # its first words are of the two ways to leave
        "evince": Show(("--presentation", deck)),
        "pympress": Show((deck,), ("F11",)),
        "impressive": Show(("--nologo", "--transition", "None", deck)),
    }
    return {name: Show((there[name], *call), first) for name, (call, first) in calls.items() if name in there}


def writers(folder: Path, out: Path) -> dict[str, tuple[str, ...]]:
    """How programs make a PDF of the report, asked for the same kind of file as far as each can write one.

    That is tagged, with bookmarks, PDF/UA and PDF/A. They read `report.html`, and pandoc `report.md`.
    """
    there = installed()
    page = folder / "report.html"
    convert = ("--headless", "--convert-to", _ARCHIVAL, "--outdir", str(out.parent), str(page))
    calls: dict[str, tuple[str, ...]] = {
        "weasyprint": ("--pdf-variant", "pdf/ua-1", str(page), str(out)),
        "chromium": ("--headless", *_chromium(folder), f"--print-to-pdf={out}", page.as_uri()),
        "libreoffice": (_office_profile(folder), *convert),
    }
    if engine := next(filter(shutil.which, ("typst", "weasyprint", "xelatex")), None):
        calls["pandoc"] = (f"--pdf-engine={engine}", "-o", str(out), str(folder / "report.md"))
    return {name: (there[name], *call) for name, call in calls.items() if name in there}


def write_page(report: Path, page: Path) -> None:
    """The Markdown lines of the report as headings, points and paragraphs of a web page."""
    body = report.read_text("utf-8").split("---", 2)[-1]
    lines = []
    for line in filter(str.strip, body.splitlines()):
        level = len(line) - len(line.lstrip("#"))
        words = html.escape(line.lstrip("#- "))
        lines.append(f"<h{level}>{words}</h{level}>" if level else f"<p>{words}</p>")
    title = html.escape(report.stem)
    page.write_text(
        f'<!doctype html><html lang="zh"><meta charset="utf-8"><title>{title}</title>'
        f"<style>{_STYLE}</style><body>{''.join(lines)}</body></html>",
        "utf-8",
    )


def _chromium(folder: Path) -> tuple[str, ...]:
    """As root it has no sandbox, and a profile of its own keeps it from handing its work to one that runs."""
    profile = f"--user-data-dir={folder / 'chromium'}"
    return ("--no-sandbox", "--disable-gpu", "--no-first-run", profile)


def _office_profile(folder: Path) -> str:
    return f"-env:UserInstallation={(folder / 'libreoffice').as_uri()}"
