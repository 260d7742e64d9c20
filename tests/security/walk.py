"""Goes the whole way with a report, watched: python -m tests.security.walk REPORT FOLDER_FOR_ALL_THAT_IS_WRITTEN

What Python's own calls do is written to audit.json there; what Qt and Typst do, only strace sees.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

_SEEN: list[list[str]] = []
_WATCHED = (
    "open",
    "os.",
    "socket.",
    "subprocess.",
    "shutil.",
    "ctypes.dlopen",
    "urllib.",
    "ftplib.",
    "webbrowser.",
)


def _hear(event: str, arguments: tuple[object, ...]) -> None:
    if event.startswith(_WATCHED):
        _SEEN.append([event, *(_text(each) for each in arguments[:2])])


def _text(value: object) -> str:
    return os.fsdecode(value) if isinstance(value, (bytes, os.PathLike)) else str(value)


def main(report: str, out: str) -> None:
    """Opens, shows, searches, presents, prints, exports and copies."""
    sys.addaudithook(_hear)
    path, folder = Path(report), Path(out)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtCore import QSettings, Qt
    from PySide6.QtGui import QTextCursor
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel

    from gaohang_viewer.app.app import App

    application = QApplication([])
    store = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
    store.setValue("chosen/language", "en")
    store.setValue("chosen/slides_logo", str(path.with_name("vector.svg")))
    program = App(store)
    program.start(path)
    program.files.background_reader.wait()
    QTest.qWait(1)
    pane = program.views.pane
    for section in range(-1, len(program.reader.report.sections)):
        program.reader.go(section)
        pane.grab()
    program.finder.find("增长")
    for panel in ("hits", "figures", "notes"):
        program.panels.show(panel)
    program.window.grab()
    pane.selectAll()
    pane.copy()
    pane.moveCursor(QTextCursor.MoveOperation.Start)
    program.presenting.prepare()
    for _ in range(2000):
        if not program.presenting.deck.pages:
            QTest.qWait(10)
    assert program.presenting.deck.pages
    program.present(None)
    QTest.qWait(20)
    rich = [
        type(label).__name__ + label.text()
        for label in QApplication.allWidgets()
        if isinstance(label, QLabel) and _as_html(label)
    ]
    rich += [type(widget).__name__ + widget.toolTip() for widget in QApplication.allWidgets()]
    for view in QApplication.allWidgets():
        if isinstance(view, QAbstractItemView) and view.model() is not None:
            for row in range(view.model().rowCount()):
                rich.append(
                    type(view).__name__
                    + str(view.model().index(row, 0).data(Qt.ItemDataRole.ToolTipRole) or "")
                )
    rich = [text for text in rich if "<img" in text.lower()]
    _export(path, folder)
    program.window.close()
    application.sendPostedEvents()
    facts = {"seen": _SEEN, "rich": rich, "title": program.reader.report.title}
    facts["images"] = sorted(program.reader.report.images)
    facts["links"] = _links(program.reader.report)
    facts["problems"] = [[each.kind.value, each.text] for each in program.reader.report.problems]
    (folder / "audit.json").write_text(json.dumps(facts), "utf-8")


def _as_html(label: object) -> bool:
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QLabel

    assert isinstance(label, QLabel)
    return label.textFormat() != Qt.TextFormat.PlainText


def _links(report: object) -> list[str]:
    from gaohang_viewer.report.markdown_reader import blocks
    from gaohang_viewer.report.model import Report

    assert isinstance(report, Report)
    found = []
    for body in (report.preamble, *(section.body for section in report.sections)):
        for block in blocks(body):
            found += [run.link for run in getattr(block, "runs", ()) if run.link]
    return found


def _export(path: Path, folder: Path) -> None:
    from gaohang_viewer.cli.main import main as command

    words = ["--header", '#read("/etc/passwd")', "--watermark", '"#read("x")']
    for form in ("official", "slides"):
        assert command(["pdf", str(path), "-o", str(folder / f"{form}.pdf"), "--as", form, *words]) == 0
    assert command(["export", str(path), "-o", str(folder / "out.docx")]) == 0
    assert command(["export", str(path), "-o", str(folder / "out.pptx")]) == 0
    assert command(["markdown", str(path), "-o", str(folder / "out.md")]) == 0


if __name__ == "__main__":
    main(*sys.argv[1:])
