"""Prints the pages of a PDF through the system's print dialog and queue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from gaohang_viewer.printing.task import Task

_MOST_DPI = 600  # beyond that a page costs memory that no eye sees


def ask_for_printer(name: str, parent: QWidget | None) -> QPrinter | None:
    """The system's print dialog; None when it was left without printing. `name` is the job's in the queue."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(name)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    printer.setFullPage(True)
    dialog = QPrintDialog(printer, parent)
    dialog.setOptions(
        QPrintDialog.PrintDialogOption.PrintPageRange | QPrintDialog.PrintDialogOption.PrintCollateCopies
    )
    return printer if dialog.exec() == QPrintDialog.DialogCode.Accepted else None


def to_printer(printer: QPrinter, pdfium: threading.Lock) -> Callable[[bytes, Task], None]:
    """Delivers to a printer, page by page; `pdfium` is held while PDFium draws, for it has one thread."""

    def deliver(pdf: bytes, task: Task) -> None:
        import pypdfium2

        with pdfium:
            document = pypdfium2.PdfDocument(pdf)
            count = len(document)
        first = max(printer.fromPage(), 1)
        last = min(printer.toPage() or count, count)
        painter = QPainter()
        try:
            for number in range(first, last + 1):
                task.tell(
                    QCoreApplication.translate("printing", "Printing…"), number - first, last - first + 1
                )
                with pdfium:
                    image = _drawn(document[number - 1], min(printer.resolution(), _MOST_DPI))
                if number == first and not painter.begin(printer):
                    raise OSError(QCoreApplication.translate("printing", "The printer does not answer."))
                if number > first:
                    printer.newPage()
                painter.drawImage(QRectF(printer.paperRect(QPrinter.Unit.DevicePixel)), image)
        except BaseException:
            printer.abort()
            raise
        finally:
            painter.end()
            with pdfium:
                document.close()

    return deliver


def _drawn(page: object, dpi: int) -> QImage:
    bitmap = page.render(scale=dpi / 72, prefer_bgrx=True)  # type: ignore[attr-defined]
    image = QImage(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32)
    return image.copy()  # the bitmap's memory goes with it
