"""Draws the program's icon in the sizes that desktops ask for, from the one drawing that is made by hand."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtGui import QGuiApplication, QImage

from gaohang_viewer.resources import resource
from gaohang_viewer.system.desktop_entry import SIZES


def drawn(size: int) -> QImage:
    """The icon, so many px wide and high."""
    svg = resource("desktop", "gaohang-viewer.svg").read_text("utf-8")
    sized = svg.replace('width="256" height="256"', f'width="{size}" height="{size}"', 1)
    return QImage.fromData(sized.encode())


def main(folder: Path) -> None:
    """Write all of them."""
    folder.mkdir(exist_ok=True)
    for size in SIZES:
        drawn(size).save(str(folder / f"{size}.png"), quality=0)


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QGuiApplication(sys.argv[:1])
    main(resource("desktop", "icons"))
