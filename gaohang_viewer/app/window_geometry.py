"""Saves and restores the size of the main window and its parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gaohang_viewer.app.main_window import MainWindow
    from gaohang_viewer.storage.memory import Memory

_SIZE = (1280, 800)  # px, where the screen is large enough


def restore_geometry(window: MainWindow, memory: Memory) -> None:
    """Gives the window its last geometry, or a size that fits the screen."""
    if geometry := memory.bytes("window"):
        window.restoreGeometry(geometry)
    else:
        screen = window.screen().availableSize()
        window.resize(min(_SIZE[0], screen.width() * 9 // 10), min(_SIZE[1], screen.height() * 9 // 10))
    if splitter := memory.bytes("splitter"):
        window.splitter.restoreState(splitter)


def save_geometry(window: MainWindow, memory: Memory) -> None:
    """Remembers the window's geometry."""
    memory.set_bytes("window", window.saveGeometry())
    memory.set_bytes("splitter", window.splitter.saveState())
