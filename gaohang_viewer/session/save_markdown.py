"""Saves the open report with its edits as a Markdown file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMainWindow

    from gaohang_viewer.report.model import Report
    from gaohang_viewer.storage.memory import Memory


def save_as_markdown(window: QMainWindow, report: Report, memory: Memory) -> None:
    """Asks for a path, and writes the file there; shows whether that was possible."""
    from gaohang_viewer.loading.file_type import MARKDOWN
    from gaohang_viewer.report.markdown_writer import as_markdown
    from gaohang_viewer.storage.atomic_write import write_whole
    from gaohang_viewer.storage.file_names import file_name
    from gaohang_viewer.ui import file_dialogs
    from gaohang_viewer.ui.messages import why_not_written

    title = QCoreApplication.translate("app", "Save as Markdown")
    suggested = str(Path(memory.folder or Path.home()) / f"{file_name(report.title)}.md")
    path = file_dialogs.ask_for_target(window, title, suggested, "Markdown (*.md)", MARKDOWN)
    if path is None:
        return
    memory.folder = str(path.parent)
    try:
        write_whole(path, as_markdown(report).encode("utf-8", "replace"))
    except OSError as error:
        file_dialogs.complain(window, why_not_written(error, path))
        return
    text = QCoreApplication.translate("printing", "Saved as “{name}”").replace("{name}", str(path))
    window.statusBar().showMessage(text, 8000)
