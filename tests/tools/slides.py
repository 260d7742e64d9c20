"""Checks the pages of slides: ``python -m tests.tools.slides FOLDER [--out DIR]``.

Sets the slides of every report in FOLDER in all looks, wide and narrow, with key figures, and reads the PDFs
back: no text may leave its page, its margins or the room above the foot, none may be too small or lie over
another, and no point may begin above where it is said to begin. Prints a line for each report and a total;
ends with 1 if anything was found. With --out the PDFs are kept in DIR, and contact sheets of the whole decks with
each detail in two looks, to be looked at.
"""

from __future__ import annotations

import argparse
import sys
from bisect import bisect_right
from collections.abc import Iterator
from ctypes import c_double
from itertools import combinations
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
from PIL import Image

from gaohang_viewer.loading import CannotOpen, open_report
from gaohang_viewer.report.model import Report
from gaohang_viewer.resources import resource
from gaohang_viewer.typeset.engine.compiler import compile_job
from gaohang_viewer.typeset.engine.job import Pages, TypesetError
from gaohang_viewer.typeset.line_breaking import HeadlineBreaker
from gaohang_viewer.typeset.slides.deck import Kind, Slide, deck
from gaohang_viewer.typeset.slides.deck_job import slides_job
from gaohang_viewer.typeset.slides.deck_options import DeckOptions, Detail

LOOKS = ("red", "blue", "white", "night")
HEAD, FOOT = 66.0, 68.0  # points; the furniture of a page stands above and below
SMALLEST = 12.0  # points, of furniture
SMALLEST_POINT = 19.9  # points, of what is said
SMALLEST_CELL = 17.9
SMALLEST_HEADLINE = 21.9
SHEET_LOOKS = ("red", "white")
SHEET, SHEET_COLUMNS, SHEET_SCALE = 30, 5, 0.37  # pages on a contact sheet, in a row, pixels a point
_BOXLESS = "\ufffe“”‘’—―"  # signs that reach into their neighbours' room


class Line(NamedTuple):
    """Characters on one baseline, side by side: their box in points from the top left, and their size."""

    left: float
    top: float
    right: float
    bottom: float
    size: float
    text: str
    baseline: float = 0.0


def lines(page: pdfium.PdfPage) -> list[Line]:
    """The lines of a page as they lie, blanks left out."""
    height = page.get_height()
    text = page.get_textpage()
    left, right, bottom, top, x, y = (c_double() for _ in range(6))
    found: list[Line] = []
    for at in range(text.count_chars()):
        letter = chr(pdfium_c.FPDFText_GetUnicode(text, at))
        if not letter.strip() or letter in _BOXLESS:
            continue
        pdfium_c.FPDFText_GetCharBox(text, at, left, right, bottom, top)
        pdfium_c.FPDFText_GetCharOrigin(text, at, x, y)
        box = (left.value, height - top.value, right.value, height - bottom.value)
        size = pdfium_c.FPDFText_GetFontSize(text, at)
        last = found[-1] if found else None
        near = last and abs(y.value - last.baseline) < 0.5 and -0.4 * size < box[0] - last.right < 1.6 * size
        if last and near and abs(last.size - size) < 0.5:
            found[-1] = Line(
                last.left,
                min(last.top, box[1]),
                max(last.right, box[2]),
                max(last.bottom, box[3]),
                size,
                last.text + letter,
                y.value,
            )
        else:
            found.append(Line(*box, size, letter, y.value))
    return found


def findings(pages: Pages, slides: tuple[Slide, ...]) -> Iterator[str]:
    """What is wrong with the pages of a deck."""
    document = pdfium.PdfDocument(pages.pdf)
    for number in range(1, pages.count + 1):
        slide = slides[bisect_right(pages.starts, number) - 1]
        page = document[number - 1]
        first = number in pages.starts
        for told in _of_page(lines(page), slide.kind, page.get_size(), pages.reveals[number - 1], first):
            yield f"page {number} ({slide.kind.value}): {told}"


def _of_page(
    found: list[Line], kind: Kind, size: tuple[float, float], reveals: tuple[float, ...], first: bool
) -> Iterator[str]:
    height = size[1]
    said = [line for line in found if (line.top > HEAD and line.bottom < height - 56) or line.size > 16]
    yield from (told for line in found if (told := _misplaced(line, size)))
    yield from _overlaps(found)
    if kind not in (Kind.COVER, Kind.DIVIDER):  # those are set as a whole, not between head and foot
        for line in said:
            if line.top < HEAD or line.bottom > height - FOOT + 3:
                yield f"in the room of head or foot: {line.text[:30]}"
            if line.size < (SMALLEST_CELL if kind is Kind.TABLE else SMALLEST_POINT):
                yield f"too small, {line.size:.1f} pt: {line.text[:30]}"
        if said and first and max(line.size for line in said) < SMALLEST_HEADLINE:
            yield "no headline that is large enough"
    for top in reveals:
        y = top * height
        cut = [line for line in said if line.top < y - 0.5 and line.bottom > y + 0.5]
        yield from (f"a point begins within a line: {line.text[:30]}" for line in cut)
    if list(reveals) != sorted(reveals):
        yield "points that go upwards"


def _misplaced(line: Line, size: tuple[float, float]) -> str:
    width, height = size
    if line.left < 0.06 * width or line.right > 0.94 * width or line.top < 14 or line.bottom > height - 10:
        return f"beyond the margins: {line.text[:30]}"
    return f"too small, {line.size:.1f} pt: {line.text[:30]}" if line.size < SMALLEST - 0.1 else ""


def _overlaps(found: list[Line]) -> Iterator[str]:
    for line, other in combinations(found, 2):
        across = min(line.right, other.right) - max(line.left, other.left)
        down = min(line.bottom, other.bottom) - max(line.top, other.top)
        # Neighbours in one line may touch: a dash of two halves, a quotation mark without its white.
        touching = abs(line.baseline - other.baseline) < 0.5 and across < 0.5 * line.size
        if not touching and min(across, down) > 0.12 * min(line.size, other.size):
            yield f"one over another: {line.text[:20]} | {other.text[:20]}"


def decks(report: Report, breaker: HeadlineBreaker) -> Iterator[tuple[str, tuple[Slide, ...], Pages]]:
    """A report's slides in all looks, wide and narrow, each with a name."""
    for look in LOOKS:
        for aspect in ("16:9", "4:3"):
            options = DeckOptions(
                Detail.FIGURES, look, aspect, ribbon=aspect == "4:3", footer="页脚" if look == "blue" else ""
            )
            slides = deck(report, breaker, options)
            yield f"{look} {aspect}", slides, compile_job(slides_job(report, slides, options))


def contact_sheets(report: Report, breaker: HeadlineBreaker) -> Iterator[tuple[str, Image.Image]]:
    """Pictures of all pages with each detail in two looks, each with a name."""
    for look in SHEET_LOOKS:
        for detail in Detail:
            options = DeckOptions(detail, look)
            pages = compile_job(slides_job(report, deck(report, breaker, options), options))
            document = pdfium.PdfDocument(pages.pdf)
            for first in range(0, pages.count, SHEET):
                some = range(first, min(first + SHEET, pages.count))
                shown = [document[at].render(scale=SHEET_SCALE).to_pil() for at in some]
                width, height = shown[0].size
                sheet = Image.new("RGB", (width * SHEET_COLUMNS, height * -(-len(shown) // SHEET_COLUMNS)))
                for at, picture in enumerate(shown):
                    sheet.paste(picture, (at % SHEET_COLUMNS * width, at // SHEET_COLUMNS * height))
                yield f"{look} {detail.value} {first // SHEET + 1}", sheet


def main(arguments: list[str]) -> int:
    """Checks a folder."""
    parser = argparse.ArgumentParser(prog="dev.py slides", description="Check the slides of reports.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--out", type=Path)
    options = parser.parse_args(arguments)
    if options.out:
        options.out.mkdir(parents=True, exist_ok=True)
    breaker = HeadlineBreaker.load(resource("headlines"))
    reports = total = wrong = 0
    for file in sorted(options.folder.iterdir()):
        started = perf_counter()
        told: list[str] = []
        count = 0
        try:
            report = open_report(file)
            for name, slides, pages in decks(report, breaker):
                count += pages.count
                told += [f"{name}, {finding}" for finding in findings(pages, slides)]
                if options.out:
                    kept = options.out / f"{file.stem} {name.replace(':', 'x')}.pdf"
                    kept.write_bytes(pages.pdf)
            for name, sheet in contact_sheets(report, breaker) if options.out else ():
                sheet.save(options.out / f"{file.stem} {name}.png")
        except (CannotOpen, TypesetError) as error:
            told.append(f"no slides: {error}")
        reports += 1
        total += count
        wrong += len(told)
        print(
            f"{len(told):5} found on {count:6} pages  {perf_counter() - started:5.1f} s  {file.name}",
            flush=True,
        )
        print("".join(f"        {line}\n" for line in told[:10]), end="", flush=True)
    print(f"{wrong:5} found on {total:6} pages of {reports} reports")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
