"""Pages on paper: where each lies, and the ways to a printer."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import pypdfium2
import pytest
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from gaohang_viewer.printing import raster_printing
from gaohang_viewer.printing.page_placement import Paper, on_paper, placement_of
from gaohang_viewer.printing.printer import duplex_for, to_printer
from gaohang_viewer.printing.printer_errors import CannotPrint
from gaohang_viewer.printing.raster_printing import print_images
from gaohang_viewer.typeset.engine.worker_process import Cancelled
from gaohang_viewer.typeset.paper_options import Form, PaperOptions

if TYPE_CHECKING:
    from gaohang_viewer.printing.background_job import PrintJob

A4 = Paper(595.276, 841.89, 18, 36, 18, 36)


class Listener:
    """Stands for the task; cancels at the page of that number."""

    def __init__(self, cancel_at: int = -1) -> None:
        self.cancel_at = cancel_at

    def report_progress(self, _what: str, done: int = 0, _total: int = 0) -> None:
        if done == self.cancel_at:
            raise Cancelled


def listening(cancel_at: int = -1) -> PrintJob:
    """A listener where a task is expected."""
    return cast("PrintJob", Listener(cancel_at))


def pdf_of(*sizes: tuple[float, float]) -> bytes:
    """Pages of these sizes, each with a black square in its upper left corner, 20 points in."""
    import io

    import pikepdf

    with pikepdf.new() as made:
        for width, height in sizes:
            made.add_blank_page(page_size=(width, height))
            made.pages[-1].Contents = made.make_stream(f"0 g 20 {height - 120} 100 100 re f".encode())
        out = io.BytesIO()
        made.save(out)
        return out.getvalue()


def black(page: Any) -> tuple[int, ...]:
    """Left, top, right and bottom of what is black on a page, in points."""
    from PIL import ImageOps

    picture = page.render(scale=1, grayscale=True).to_pil().convert("L")
    box = ImageOps.invert(picture).point(lambda value: 255 if value > 128 else 0).getbbox()
    assert box is not None
    return tuple(box)


def file_printer(path: Path, resolution: int = 144) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setResolution(resolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setFullPage(True)
    return printer


@pytest.mark.parametrize(
    ("size", "found"),
    [
        ((595.28, 841.89), (0, 0, 595.28, 841.89, False)),  # its own paper: to the very edge
        ((841.89, 595.28), (0, 0, 595.28, 841.89, True)),
        ((960, 540), (81.2, 36, 433.1, 769.9, True)),  # a slide: as high as the margins let it
        ((420, 595), (26, 36, 543.5, 769.9, False)),  # A5: larger
        ((500, 500), (18, 141.3, 559.3, 559.3, False)),
    ],
)
def test_a_page_keeps_its_size_or_fits_inside_the_margins(
    size: tuple[float, float], found: tuple[float, float, float, float, bool]
) -> None:
    assert placement_of(*size, A4) == pytest.approx(found, abs=0.2)


def test_pages_for_the_paper_are_sent_as_they_are() -> None:
    pdf = pdf_of((595.28, 841.89), (595, 842))
    assert on_paper(pdf, A4) == (pdf, 2)


def test_other_pages_are_laid_on_sheets_head_to_the_left() -> None:
    laid, count = on_paper(pdf_of((595.28, 841.89), (841.89, 595.28), (960, 540)), A4, lambda _: [0, 1, 2])
    assert count == 3
    with pypdfium2.PdfDocument(laid) as document:
        assert {tuple(map(round, page.get_size())) for page in document} == {(595, 842)}
        assert black(document[0]) == pytest.approx((20, 20, 120, 120), abs=1)
        assert black(document[1]) == pytest.approx((20, 722, 120, 822), abs=1)  # upper left is lower left now
        scale = 769.9 / 960
        edge = 81.2 + 20 * scale
        foot = 841.89 - 36 - 20 * scale
        meant = (edge, foot - 100 * scale, edge + 100 * scale, foot)
        assert black(document[2]) == pytest.approx(meant, abs=1)


@pytest.mark.parametrize("band", [4_000_000, 200_000])
@pytest.mark.parametrize("grey", [False, True])
def test_pictures_lie_where_the_vectors_lie(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, band: int, grey: bool
) -> None:
    monkeypatch.setattr(raster_printing, "_BAND", band)
    pdf = pdf_of((595.28, 841.89), (841.89, 595.28), (960, 540))
    printer = file_printer(tmp_path / "printed.pdf")
    printer.setColorMode(QPrinter.ColorMode.GrayScale if grey else QPrinter.ColorMode.Color)
    print_images(printer, pdf, listening(), paper=A4, page_numbers=range, pdfium=threading.Lock())
    laid, _ = on_paper(pdf, A4)
    with pypdfium2.PdfDocument(tmp_path / "printed.pdf") as printed, pypdfium2.PdfDocument(laid) as meant:
        assert len(printed) == 3
        for one, other in zip(printed, meant, strict=True):
            assert black(one) == pytest.approx(black(other), abs=1.1)


def test_no_more_of_a_page_is_drawn_at_once_than_a_band(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sizes: list[int] = []
    drawn = raster_printing._drawn

    def note(*given: Any, **more: Any) -> Any:
        picture = drawn(*given, **more)
        sizes.append(picture.sizeInBytes())
        return picture

    monkeypatch.setattr(raster_printing, "_drawn", note)
    printer = file_printer(tmp_path / "printed.pdf", 1200)
    print_images(
        printer,
        pdf_of((595.28, 841.89)),
        listening(),
        paper=A4,
        page_numbers=range,
        pdfium=threading.Lock(),
    )
    assert max(sizes) <= raster_printing._BAND
    assert sum(sizes) > 9900 * 14000 * 4  # and all of it at the printer's resolution


def test_cancelling_between_pages_takes_the_job_back(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    printer = file_printer(tmp_path / "printed.pdf")
    pdf = pdf_of((595.28, 841.89), (595.28, 841.89))
    taken_back: list[bool] = []
    monkeypatch.setattr(printer, "abort", lambda: taken_back.append(True))
    with pytest.raises(Cancelled):
        print_images(printer, pdf, listening(1), paper=A4, page_numbers=range, pdfium=threading.Lock())
    assert taken_back


def test_a_file_named_in_the_dialog_gets_the_pages_that_are_wanted(qtbot: QtBot, tmp_path: Path) -> None:
    printer = file_printer(tmp_path / "printed.pdf")
    printer.setFromTo(2, 3)
    deliver = to_printer(printer, threading.Lock())
    deliver(pdf_of((595.28, 841.89), (595.28, 841.89), (960, 540)), listening())
    with pypdfium2.PdfDocument(tmp_path / "printed.pdf") as document:
        assert len(document) == 2
        assert black(document[0]) == pytest.approx((20, 20, 120, 120), abs=1)


def test_the_last_page_comes_first_where_that_is_wanted(qtbot: QtBot, tmp_path: Path) -> None:
    printer = file_printer(tmp_path / "printed.pdf")
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    to_printer(printer, threading.Lock())(pdf_of((595.28, 841.89), (960, 540)), listening())
    with pypdfium2.PdfDocument(tmp_path / "printed.pdf") as document:
        assert black(document[1]) == pytest.approx((20, 20, 120, 120), abs=1)


def test_such_a_file_in_a_folder_that_is_gone_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    printer = file_printer(tmp_path / "gone" / "printed.pdf")
    with pytest.raises(CannotPrint, match=r"The folder of “printed\.pdf” no longer exists"):
        to_printer(printer, threading.Lock())(pdf_of((595.28, 841.89)), listening())


def test_paper_on_its_side_has_its_margins_on_its_side() -> None:
    assert A4.landscape == Paper(841.89, 595.276, 36, 18, 36, 18)
    assert placement_of(841.89, 595.28, A4.landscape) == pytest.approx((0, 0, 841.89, 595.28, False), abs=0.1)


@pytest.mark.parametrize(
    ("options", "duplex"),
    [
        (PaperOptions(), QPrinter.DuplexMode.DuplexLongSide),
        (PaperOptions(two_sided=False), QPrinter.DuplexMode.DuplexNone),
        (PaperOptions(form=Form.SLIDES), QPrinter.DuplexMode.DuplexShortSide),
        (PaperOptions(form=Form.BOOKLET, two_sided=False), QPrinter.DuplexMode.DuplexShortSide),
    ],
)
def test_sheets_that_lie_turn_over_their_short_edge(
    options: PaperOptions, duplex: QPrinter.DuplexMode
) -> None:
    assert duplex_for(options) is duplex
