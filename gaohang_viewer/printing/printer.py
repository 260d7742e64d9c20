"""Prints a PDF through the system's print dialog and queue.

With CUPS the PDF itself goes to the queue: eleven pages take 0.06 s and 0.6 MB. As images at 1200 dpi they
take 19 s and 20 MB, and JPEG compression blurs them.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrintEngine, QPrinter, QPrinterInfo

from gaohang_viewer.printing import libcups, printer_errors
from gaohang_viewer.printing.page_placement import Paper, on_paper
from gaohang_viewer.typeset.paper_options import Form
from gaohang_viewer.ui.messages import why_not_written

if TYPE_CHECKING:
    import ctypes
    import threading
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from gaohang_viewer.printing.background_job import PrintJob
    from gaohang_viewer.typeset.paper_options import PaperOptions

_CUPS_OPTIONS = 0xFE00  # QPrintEngine's key for options of the dialog that QPrinter does not have
_A4 = QPageSize(QPageSize.PageSizeId.A4)
_LYING = frozenset({Form.SLIDES, Form.HANDOUT4, Form.BOOKLET})  # forms on landscape sheets
_SIDES = {
    QPrinter.DuplexMode.DuplexNone: "one-sided",
    QPrinter.DuplexMode.DuplexLongSide: "two-sided-long-edge",
    QPrinter.DuplexMode.DuplexShortSide: "two-sided-short-edge",
}


def duplex_for(options: PaperOptions) -> QPrinter.DuplexMode:
    """The duplex mode of a form: landscape sheets turn over their short edge."""
    if options.form is Form.BOOKLET or (options.two_sided and options.form in _LYING):
        return QPrinter.DuplexMode.DuplexShortSide
    return QPrinter.DuplexMode.DuplexLongSide if options.two_sided else QPrinter.DuplexMode.DuplexNone


def ask_for_printer(
    name: str, parent: QWidget | None, duplex: QPrinter.DuplexMode | None = None
) -> QPrinter | None:
    """Shows the system's print dialog; returns None if the user cancels. `name` is the job's title in the
    queue.

    The dialog starts with `duplex` if the printer supports it.
    """
    printer = create_printer(name, duplex=duplex)
    dialog = QPrintDialog(printer, parent)
    dialog.setOptions(
        QPrintDialog.PrintDialogOption.PrintToFile
        | QPrintDialog.PrintDialogOption.PrintPageRange
        | QPrintDialog.PrintDialogOption.PrintCollateCopies
    )
    if dialog.exec() != QPrintDialog.DialogCode.Accepted:
        return None
    info = QPrinterInfo.printerInfo(printer.printerName())
    if printer.pageLayout().pageSize() == info.defaultPageSize() and _A4 in info.supportedPageSizes():
        printer.setPageSize(_A4)  # the dialog sets the printer's default paper, which may be Letter
    return printer


def create_printer(name: str, queue: str = "", duplex: QPrinter.DuplexMode | None = None) -> QPrinter:
    """The printer of this queue, or the default one, set to A4 at its own resolution.

    `name` is the title of its jobs; `duplex` is set if the printer supports it.
    """
    info = QPrinterInfo.printerInfo(queue) if queue else QPrinterInfo.defaultPrinter()
    printer = QPrinter(info, QPrinter.PrinterMode.HighResolution)
    printer.setDocName(name)
    printer.setPageSize(_A4)
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    printer.setFullPage(True)
    if duplex is not None and (info.isNull() or duplex in info.supportedDuplexModes()):
        printer.setDuplex(duplex)
    return printer


def to_printer(printer: QPrinter, pdfium: threading.Lock) -> Callable[[bytes, PrintJob], None]:
    """Delivers to a printer; `pdfium` is the lock that all users of PDFium share.

    A page made for the printer's paper keeps its size and orientation; others are scaled, rotated and
    centred. Delivering raises CannotPrint, whose text is a sentence for the user.
    """
    if printer.outputFormat() == QPrinter.OutputFormat.PdfFormat:
        return _to_pdf(printer)
    cups = libcups.load()
    return _as_images(printer, pdfium) if cups is None else _to_queue(printer, cups)


def _to_queue(printer: QPrinter, cups: ctypes.CDLL) -> Callable[[bytes, PrintJob], None]:
    """Delivers the PDF to the print service."""
    name, title, copies = printer.printerName(), printer.docName(), printer.copyCount()
    paper, options = _paper(printer), _options(printer)

    def deliver(pdf: bytes, print_job: PrintJob) -> None:
        from gaohang_viewer.printing.cups_job import Document, spool

        laid, count = on_paper(pdf, paper, lambda count: _numbers(printer, count))
        spool(libcups.Queue(cups, name), Document(title, laid, count * copies), options, print_job)

    return deliver


def _to_pdf(printer: QPrinter) -> Callable[[bytes, PrintJob], None]:
    """Delivers into the file that was named in the dialog."""
    path, paper = Path(printer.outputFileName()), _paper(printer)

    def deliver(pdf: bytes, print_job: PrintJob) -> None:
        from gaohang_viewer.storage.atomic_write import write_whole

        laid, _ = on_paper(pdf, paper, lambda count: _numbers(printer, count))
        writing = QCoreApplication.translate("printing", "Writing the file…")
        try:
            write_whole(path, laid, go_on=lambda: print_job.report_progress(writing))
        except OSError as error:
            raise printer_errors.CannotPrint(why_not_written(error, path)) from error

    return deliver


def _as_images(printer: QPrinter, pdfium: threading.Lock) -> Callable[[bytes, PrintJob], None]:
    """Delivers images through QPrinter."""
    paper = _paper(printer)
    if printer.pageLayout().orientation() == QPageLayout.Orientation.Landscape:
        paper = paper.landscape

    def deliver(pdf: bytes, print_job: PrintJob) -> None:
        from gaohang_viewer.printing.raster_printing import print_images

        print_images(
            printer,
            pdf,
            print_job,
            paper=paper,
            page_numbers=lambda count: _copies(printer, count),
            pdfium=pdfium,
        )

    return deliver


def _numbers(printer: QPrinter, count: int) -> list[int]:
    """The pages to print of `count`, from 0, in printing order."""
    ranges = printer.pageRanges()
    numbers = [number for number in range(count) if ranges.isEmpty() or ranges.contains(number + 1)]
    return numbers[::-1] if printer.pageOrder() == QPrinter.PageOrder.LastPageFirst else numbers


def _copies(printer: QPrinter, count: int) -> list[int]:
    """The same with the copies that the system does not make itself."""
    numbers = _numbers(printer, count)
    times = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    return (
        numbers * times if printer.collateCopies() else [number for number in numbers for _ in range(times)]
    )


def _paper(printer: QPrinter) -> Paper:
    """The sheet in the printer, upright, with its unprintable margins."""
    size = printer.pageLayout().pageSize().size(QPageSize.Unit.Millimeter)
    margins = printer.pageLayout().minimumMargins()
    width, height = sorted((size.width() / 25.4 * 72, size.height() / 25.4 * 72))
    return Paper(width, height, margins.left(), margins.top(), margins.right(), margins.bottom())


def _options(printer: QPrinter) -> dict[str, str]:
    """The choices of the dialog as options of `lp -o`."""
    collated = printer.collateCopies()
    options = {
        "media": printer.pageLayout().pageSize().key(),
        "copies": str(printer.copyCount()),
        "Collate": str(collated),
        "multiple-document-handling": f"separate-documents-{'' if collated else 'un'}collated-copies",
        "print-scaling": "none",  # the pages are already laid out on sheets
    }
    if (sides := _SIDES.get(printer.duplex())) is not None:
        options["sides"] = sides
    info = QPrinterInfo.printerInfo(printer.printerName())
    if printer.colorMode() != info.defaultColorMode() and printer.colorMode() in info.supportedColorModes():
        grey = printer.colorMode() == QPrinter.ColorMode.GrayScale
        options["print-color-mode"] = "monochrome" if grey else "color"
    try:
        more = iter(printer.printEngine().property(QPrintEngine.PrintEnginePropertyKey(_CUPS_OPTIONS)) or ())
    except ValueError:  # a version of Qt that does not provide them
        return options
    return options | dict(zip(more, more, strict=True))
