"""Prints pages as images through QPrinter, on systems that accept no PDF, one band of a page at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrinter

from gaohang_viewer.printing import printer_errors
from gaohang_viewer.printing.page_placement import Paper, placement_of

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable, Iterator, Sequence

    from gaohang_viewer.printing.background_job import PrintJob

_MOST_DPI = 1200  # finer resolutions make no visible difference
_BAND = 4_000_000  # bytes of the image of a band
_HEAD_LEFT = 3  # PDFium's value for a rotation of 90° anticlockwise


def print_images(
    printer: QPrinter,
    pdf: bytes,
    print_job: PrintJob,
    *,
    paper: Paper,
    page_numbers: Callable[[int], Sequence[int]],
    pdfium: threading.Lock,
) -> None:
    """Prints the pages that `page_numbers` returns, from 0, for the number of pages.

    `paper` is the sheet as QPrinter sees it. Raises CannotPrint or Cancelled, after aborting the system's
    job.
    """
    import pypdfium2

    with pdfium:
        document = pypdfium2.PdfDocument(pdf)
        numbers = page_numbers(len(document))
    painter = QPainter()
    try:
        for done, number in enumerate(numbers):
            _report_page(print_job, done, len(numbers))
            if not (printer.newPage() if done else painter.begin(printer)):
                raise printer_errors.silent(printer.printerName())
            with pdfium:
                page = document[number]
            for where, image in _bands(page, paper, printer, pdfium):
                _report_page(print_job, done, len(numbers))
                painter.drawImage(where, image)
    except BaseException:
        printer.abort()
        raise
    finally:
        painter.end()
        with pdfium:
            document.close()


def _report_page(print_job: PrintJob, done: int, total: int) -> None:
    print_job.report_progress(QCoreApplication.translate("printing", "Printing…"), done, total)


def _bands(
    page: Any, paper: Paper, printer: QPrinter, pdfium: threading.Lock
) -> Iterator[tuple[QRectF, QImage]]:
    """The images of a page from top to bottom, and the rectangle of each on the sheet in printer dots."""
    fine = printer.resolution()
    dots = -(
        -fine // _MOST_DPI
    )  # printer dots for a pixel of the image; a whole number, so that bands have no seams
    with pdfium:
        width, height = page.get_size()
    x, y, wide, tall, turned = placement_of(width, height, paper)
    across, down = (round(length / 72 * fine / dots) for length in (wide, tall))
    left, top = (round(length / 72 * fine / dots) * dots for length in (x, y))
    grey = printer.colorMode() == QPrinter.ColorMode.GrayScale
    rows = max(1, _BAND // (across * (1 if grey else 4)))
    for start in range(0, down, rows):
        count = min(rows, down - start)
        with pdfium:
            image = _drawn(page, (across, down), start, count, turned=turned, grey=grey)
        yield QRectF(left, top + start * dots, across * dots, count * dots), image


def _drawn(page: Any, size: tuple[int, int], start: int, rows: int, *, turned: bool, grey: bool) -> QImage:
    """The image of `rows` lines from `start` of a page rendered at `size` pixels."""
    from pypdfium2 import raw

    across, down = size
    form = QImage.Format.Format_Grayscale8 if grey else QImage.Format.Format_RGB32
    image = QImage(across, rows, form)
    image.fill(0xFFFFFFFF)
    bitmap = raw.FPDFBitmap_CreateEx(
        across,
        rows,
        raw.FPDFBitmap_Gray if grey else raw.FPDFBitmap_BGRx,
        _address(image),
        image.bytesPerLine(),
    )
    flags = raw.FPDF_PRINTING | (raw.FPDF_GRAYSCALE if grey else 0)
    raw.FPDF_RenderPageBitmap(bitmap, page, 0, -start, across, down, _HEAD_LEFT if turned else 0, flags)
    raw.FPDFBitmap_Destroy(bitmap)
    return image


def _address(image: QImage) -> Any:
    """The address of an image's pixels, for PDFium to render into without a copy."""
    import ctypes

    return ctypes.c_void_p(ctypes.addressof(ctypes.c_char.from_buffer(image.bits())))
