"""Prints a PDF as the program does, in a process of its own, since the print library finds its service only once.

Called with one argument, JSON: `pdf` (a path), and what is wanted: `queue`, `copies`, `duplex`, `first`, `last`,
`collate`, `paper`, `cancel` (at these words of progress), `once` (and not before this file is there), `patience` (s), `dialog` (the real one, accepted).
Says how it ended and what the progress told, as JSON. Lists the printers that Qt knows.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QApplication

from gaohang_viewer.printing import cups_job
from gaohang_viewer.printing.printer import ask_for_printer, create_printer, to_printer
from gaohang_viewer.typeset.engine.worker_process import Cancelled


class Listener:
    """Stands for the task: hears the progress, and cancels at a given moment."""

    def __init__(self, cancel_at: str, once: str) -> None:
        self.heard: list[str] = []
        self._cancel_at = cancel_at
        self._once = once

    def report_progress(self, what: str, *_: int) -> None:
        if what not in self.heard:
            self.heard.append(what)
        if self._cancel_at and self._cancel_at in what and Path(self._once).exists():
            raise Cancelled


def main(wanted: dict[str, Any]) -> None:
    app = QApplication([])
    duplex = getattr(QPrinter.DuplexMode, wanted["duplex"]) if "duplex" in wanted else None
    if wanted.get("dialog"):
        QTimer.singleShot(0, lambda: _accept(app))
        asked = ask_for_printer("高行镇报告", None, duplex)
        assert asked is not None
        printer = asked
    else:
        printer = create_printer("高行镇报告", wanted.get("queue", ""), duplex)
    printer.setCopyCount(wanted.get("copies", 1))
    printer.setCollateCopies(wanted.get("collate", True))
    if "first" in wanted:
        printer.setFromTo(wanted["first"], wanted["last"])
    if "paper" in wanted:
        printer.setPageSize(QPageSize(getattr(QPageSize.PageSizeId, wanted["paper"])))
    if "patience" in wanted:
        cups_job._PATIENCE = wanted["patience"]
    listener = Listener(wanted.get("cancel", ""), wanted.get("once", "."))
    if "before" in wanted:  # something happens to the printer while the dialog is open
        subprocess.run(wanted["before"], check=True)
    if wanted.get("nowhere"):  # the thread that prints looks for the service anew
        os.environ["CUPS_SERVER"] = "127.0.0.1:9"
    deliver = to_printer(printer, threading.Lock())
    ended: list[str] = []

    def run() -> None:
        try:
            deliver(Path(wanted["pdf"]).read_bytes(), listener)  # type: ignore[arg-type]
        except Cancelled:
            ended.append("cancelled")
        except OSError as error:
            ended.append(str(error))
        else:
            ended.append("finished")

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    said = {"ended": ended[0], "heard": listener.heard, "printers": QPrinterInfo.availablePrinterNames()}
    print(json.dumps(said))  # noqa: T201 - this is how it answers


def _accept(app: QApplication) -> None:
    dialog = app.activeModalWidget()
    assert isinstance(dialog, QPrintDialog)
    dialog.accept()


if __name__ == "__main__":
    main(json.loads(sys.argv[1]))
