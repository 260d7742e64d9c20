"""Adds slides of text, pictures and tables to the deck, at the user's request."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication, QImage

from gaohang_viewer.presenting.light_table.picture_import import (
    PICTURES,
    PictureError,
    packed,
    read_picture,
)
from gaohang_viewer.typeset.slides.deck_edits import SlideText, from_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

MOST_AT_ONCE = 20  # pictures


class SlideAdding(QObject):
    """Emits `added` with the kind of each slide, the key of the slide before it (empty: the chosen one), its
    text and its picture. Pictures are read in a thread."""

    added = Signal(str, str, object, bytes)  # kind, after, SlideText, picture
    replaced = Signal(str, bytes)  # the key of a slide, and its new picture
    message = Signal(str)
    _read = Signal(int, str, str, str, bytes)  # round, after, key of a slide to replace, name, picture

    def __init__(self, folder: str, parent: QWidget) -> None:
        """`folder` is where the user is asked for pictures first."""
        super().__init__(parent)
        self._folder = folder
        self._parent = parent
        self._round = 0  # goes up when what is being read is no longer wanted
        self._read.connect(self._on_read)

    def add(self, kind: str) -> None:
        """Adds a slide of a kind, see `NEW_KINDS`; asks for the file of a picture."""
        if kind == "picture":
            self.ask_for_pictures()
        else:
            self.added.emit(kind, "", SlideText(), b"")

    def ask_for_pictures(self, key: str = "") -> None:
        """Asks for pictures to add, or for one to replace that of a slide."""
        from PySide6.QtWidgets import QFileDialog

        kinds = " ".join(f"*{each}" for each in PICTURES)
        title = QCoreApplication.translate("presenting", "Choose picture")
        kinds = QCoreApplication.translate("presenting", "Pictures ({kinds})").replace("{kinds}", kinds)
        if key:
            path, _ = QFileDialog.getOpenFileName(self._parent, title, self._folder, kinds)
            paths = [path] if path else []
        else:
            paths, _ = QFileDialog.getOpenFileNames(self._parent, title, self._folder, kinds)
        if paths:
            self._folder = str(Path(paths[0]).parent)
            self.read(paths, key=key)

    def read(self, paths: Sequence[str], after: str = "", *, key: str = "") -> None:
        """Reads pictures, and adds each on a slide after another one; with `key` it replaces that slide's."""
        if len(paths) > MOST_AT_ONCE:
            text = QCoreApplication.translate("presenting", "At most {most} pictures can be added at once.")
            self.message.emit(text.replace("{most}", str(MOST_AT_ONCE)))
            paths = paths[:MOST_AT_ONCE]
        work = (self._round, [Path(path) for path in paths], after, key)
        threading.Thread(target=self._run, args=work, name="pictures", daemon=True).start()

    def paste(self) -> None:
        """Adds what is in the clipboard: a picture, the cells of a spreadsheet, or lines of text."""
        data = QGuiApplication.clipboard().mimeData()
        if data is None:  # the clipboard belongs to no program
            data = QMimeData()
        files = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
        if pictures := [path for path in files if path.lower().endswith(PICTURES)]:
            self.read(pictures)
        elif data.hasImage() and not data.hasText():
            self.added.emit("picture", "", SlideText(), packed(QImage(data.imageData())))
        elif data.hasText() and "\t" in data.text():
            lines = tuple(line.rstrip() for line in data.text().splitlines() if line.strip())
            self.added.emit("table", "", SlideText("", lines), b"")
        elif data.hasText() and (lines := from_lines(data.text())):
            text = SlideText(lines[0].partition("\n")[0], lines[1:])
            self.added.emit("text", "", text, b"")
        else:
            self.message.emit(
                QCoreApplication.translate("presenting", "The clipboard has nothing that fits on a slide.")
            )

    def cancel(self) -> None:
        """Drops pictures that are still being read."""
        self._round += 1

    def _run(self, number: int, paths: list[Path], after: str, key: str) -> None:
        for path in reversed(paths):  # each is put in front of the one read before it
            self._read_one(number, path, after, key)

    def _read_one(self, number: int, path: Path, after: str, key: str) -> None:
        try:
            self._read.emit(number, after, key, path.stem, read_picture(path))
        except PictureError as error:
            self.message.emit(str(error))

    def _on_read(self, number: int, after: str, key: str, name: str, picture: bytes) -> None:
        if number != self._round:
            return
        if key:
            self.replaced.emit(key, picture)
        else:
            headline = name if any(not sign.isascii() for sign in name) else ""  # not IMG_2041
            self.added.emit("picture", after, SlideText(headline), picture)
