"""Printing through a real print service, on printers that keep their sheets."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from gaohang_viewer.report.model import Report, Section
from gaohang_viewer.resources import resource
from gaohang_viewer.typeset.engine.compiler import compile_job
from gaohang_viewer.typeset.line_breaking import HeadlineBreaker
from gaohang_viewer.typeset.paper_job import paper_job
from gaohang_viewer.typeset.slides.deck import deck
from gaohang_viewer.typeset.slides.deck_job import slides_job
from tests.printing.cups import Printer, PrintService
from tests.printing.pwg import sheets_of

REPORT = Report(
    "题目", sections=tuple(Section(1, f"{n}、", f"第{n}节", 1, "正文在此。\n\n" * 40) for n in "一二三")
)
A4 = (595.276, 841.89)


@pytest.fixture(scope="module")
def printer(print_service: PrintService) -> Printer:
    return print_service.add("Office")


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pages") / "reading.pdf"
    path.write_bytes(compile_job(paper_job(REPORT)).pdf)
    return path


@pytest.fixture(scope="module")
def slides(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pages") / "slides.pdf"
    shown = deck(REPORT, HeadlineBreaker.load(resource("headlines")))
    path.write_bytes(compile_job(slides_job(REPORT, shown)).pdf)
    return path


def send(service: PrintService, pdf: Path, **wanted: Any) -> dict[str, Any]:
    """Prints in a process of its own; what it says."""
    command = [sys.executable, "-m", "tests.printing.sending", json.dumps({"pdf": str(pdf), **wanted})]
    done = subprocess.run(
        command, env=service.environment, capture_output=True, text=True, timeout=90, check=False
    )
    assert done.returncode == 0, f"{done.stderr}\n{service.log()}"
    said: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return said


def drawn(pdf: bytes | Path, *, turned: bool = False) -> list[Any]:
    """Small grey pictures of all pages."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [
            page.render(scale=0.25, grayscale=True, rotation=270 if turned else 0).to_pil().convert("L")
            for page in document
        ]


def difference(one: Any, other: Any) -> float:
    """The mean difference of two pictures, of 255."""
    a, b = one.tobytes(), other.resize(one.size).tobytes()
    return float(sum(abs(x - y) for x, y in zip(a, b, strict=True))) / len(a)


def test_the_sheets_are_the_pages(print_service: PrintService, printer: Printer, pages: Path) -> None:
    said = send(print_service, pages, queue="Office")
    assert said["ended"] == "finished"
    assert "Office" in said["printers"]
    ((sheets, asked),) = printer.take()
    assert asked["job-name"] == "高行镇报告"
    printed, meant = drawn(sheets), drawn(pages)
    assert len(printed) == len(meant) >= 3
    assert max(map(difference, meant, printed)) < 1
    assert difference(meant[0], meant[1]) > 2  # the measure tells pages apart
    with pypdfium2.PdfDocument(sheets) as document:  # text, not a picture of it
        assert "正文在此" in document[len(document) - 1].get_textpage().get_text_range()


def test_copies_sides_and_range_reach_the_printer(
    print_service: PrintService, printer: Printer, pages: Path
) -> None:
    wanted = {"copies": 2, "duplex": "DuplexLongSide", "first": 2, "last": 3}
    assert send(print_service, pages, queue="Office", **wanted)["ended"] == "finished"
    ((sheets, asked),) = printer.take()
    assert asked["sides"] == "two-sided-long-edge"
    assert asked["copies"] == "2"
    assert asked["multiple-document-handling"] == "separate-documents-collated-copies"
    assert "x-dimension=21000 y-dimension=29700" in asked["media-col"]
    printed, meant = drawn(sheets), drawn(pages)[1:3]
    assert len(printed) == 2
    assert max(map(difference, meant, printed)) < 1


def test_a_single_copy_on_one_side(print_service: PrintService, printer: Printer, pages: Path) -> None:
    send(print_service, pages, queue="Office", duplex="DuplexNone")
    ((_, asked),) = printer.take()
    assert asked.get("sides", "one-sided") == "one-sided"
    assert asked.get("copies", "1") == "1"


def test_slides_lie_on_upright_paper_and_keep_their_shape(
    print_service: PrintService, printer: Printer, slides: Path
) -> None:
    send(print_service, slides, queue="Office", duplex="DuplexShortSide")
    ((sheets, asked),) = printer.take()
    assert asked["sides"] == "two-sided-short-edge"
    with pypdfium2.PdfDocument(sheets) as document, pypdfium2.PdfDocument(slides) as source:
        assert len(document) == len(source)
        assert document[0].get_size() == pytest.approx(A4, abs=1)
        wide, tall = source[0].get_size()
    sheet, slide = drawn(sheets)[1], drawn(slides, turned=True)[1]
    margin = 18  # points, of the printer
    height = A4[1] - 2 * margin
    width = height * tall / wide
    box = [(A4[0] - width) / 2, margin, (A4[0] + width) / 2, margin + height]
    shown = sheet.crop([round(side / 4) for side in box])
    assert 4 * difference(slide, shown) < difference(slide.rotate(180), shown), difference(slide, shown)


def test_the_dialog_of_the_system_leads_to_the_usual_printer(
    print_service: PrintService, printer: Printer, pages: Path
) -> None:
    said = send(print_service, pages, dialog=True, duplex="DuplexLongSide")
    assert said["ended"] == "finished"
    ((sheets, asked),) = printer.take()
    assert asked["sides"] == "two-sided-long-edge"
    assert "x-dimension=21000 y-dimension=29700" in asked["media-col"]  # its usual paper is Letter
    assert max(map(difference, drawn(pages), drawn(sheets))) < 1


def test_a_printer_that_takes_only_dots_gets_the_same_sheets(
    print_service: PrintService, pages: Path
) -> None:
    printer = print_service.add("Dots", "image/pwg-raster")
    assert send(print_service, pages, queue="Dots", first=2, last=2)["ended"] == "finished"
    ((raster, _),) = printer.take()
    (sheet,) = sheets_of(raster)
    meant = drawn(pages)[1]
    assert 1.5 * difference(meant, sheet) < difference(drawn(pages)[0], sheet), difference(meant, sheet)


def test_cancelling_takes_the_job_back(print_service: PrintService, printer: Printer, pages: Path) -> None:
    printer.begun.unlink(missing_ok=True)
    printer.hold(on=True)
    said = send(print_service, pages, queue="Office", cancel="Printing", once=str(printer.begun))
    assert said["ended"] == "cancelled"
    print_service.until(lambda: not print_service.jobs())
    print_service.until(lambda: printer.heard("Cancel-Job"))
    printer.hold(on=False)
    print_service.until(lambda: bool(printer.take()))  # the sheets in the printer's hands come out


def test_cancelling_before_all_is_sent_prints_nothing(
    print_service: PrintService, printer: Printer, pages: Path
) -> None:
    said = send(print_service, pages, queue="Office", cancel="Sending")
    assert said["ended"] == "cancelled"
    assert not print_service.jobs()
    assert not printer.take()


@pytest.mark.parametrize("command", [("cupsdisable",), ("cupsreject",)])
def test_a_stopped_printer_is_told(
    print_service: PrintService, printer: Printer, pages: Path, command: tuple[str, ...]
) -> None:
    print_service.run(*command, "Office")
    try:
        said = send(print_service, pages, queue="Office")
    finally:
        print_service.run("cupsenable", "Office")
        print_service.run("cupsaccept", "Office")
    assert said["ended"].startswith("The printer “Office” is disabled;")
    assert not print_service.jobs()
    assert not printer.take()


def test_a_printer_that_is_switched_off_is_told_and_nothing_waits_for_it(
    print_service: PrintService, printer: Printer, pages: Path
) -> None:
    printer.switch_off()
    try:
        said = send(print_service, pages, queue="Office", patience=1)
    finally:
        printer.switch_on()
    assert said["ended"].startswith("The printer “Office” does not respond;")
    assert "Waiting for the printer to respond…" in said["heard"]
    assert not print_service.jobs()
    assert not printer.take()


def test_a_printer_that_was_taken_away_is_told(print_service: PrintService, pages: Path) -> None:
    print_service.add("Gone")
    said = send(print_service, pages, queue="Gone", before=["lpadmin", "-x", "Gone"])
    assert said["ended"] == "The printer “Gone” is no longer available; choose another one."


def test_without_the_print_service_that_is_told(
    print_service: PrintService, printer: Printer, pages: Path
) -> None:
    said = send(print_service, pages, queue="Office", nowhere=True)
    assert said["ended"].startswith("The system's print service does not respond;")
