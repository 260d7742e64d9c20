"""What LibreOffice makes of the files: the same words in the same order, the same outline, the standard's page."""

from __future__ import annotations

import io
from collections import defaultdict
from itertools import pairwise
from pathlib import Path
from typing import Any

import pptx
import pypdfium2
import pytest

from gaohang_viewer.loading import open_report
from gaohang_viewer.office.powerpoint.presentation import powerpoint_file
from gaohang_viewer.office.word.document import word_file
from gaohang_viewer.report.headline_text import headline
from gaohang_viewer.report.markdown_reader import paragraphs
from gaohang_viewer.report.model import Report
from gaohang_viewer.report.punctuation import full_width
from tests.office.conftest import PLAIN, Opened

MM = 72 / 25.4
ALONE = str.maketrans(dict.fromkeys(" \t\r\n\v\f\u3000\ufeff•–·"))


def bare(text: str) -> str:
    """A text without white space and the signs of lists."""
    return text.translate(ALONE)


def words(report: Report) -> str:
    """All that the body of a report says, in order."""
    return "".join(
        bare(full_width(text))
        for section in report.sections
        for text in (headline(section, True), *paragraphs(section.body))
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, built_in: Report, small: Report, opened: Opened) -> Path:
    """The files, and what LibreOffice made of them."""
    folder = tmp_path_factory.mktemp("round-trip")
    line = "一二三四五六七八九十" * 200
    full = Report("题", sections=(small.sections[1]._replace(level=1, mark="一、", body=line),))
    for name, report in (("built-in", built_in), ("small", small), ("full", full)):
        (folder / f"{name}.docx").write_bytes(word_file(report, options=PLAIN))
    (folder / "slides.pptx").write_bytes(powerpoint_file(built_in, options=PLAIN))
    documents = [folder / f"{name}.docx" for name in ("built-in", "small", "full")]
    opened([*documents, folder / "slides.pptx"], "pdf")
    opened(documents, "txt:Text (encoded):UTF8")
    return folder


def rows(page: Any) -> dict[int, list[tuple[float, float, str]]]:
    """The lines of a page by their height: left edge, top and character."""
    text = page.get_textpage()
    found: dict[int, list[tuple[float, float, str]]] = defaultdict(list)
    for at in range(text.count_chars()):
        if (sign := text.get_text_range(at, 1)).strip():
            left, bottom, _, top = text.get_charbox(at, loose=True)
            found[round(bottom)].append((left, top, sign))
    return found


@pytest.mark.parametrize("name", ["built-in", "small"])
def test_all_words_come_back_in_order(name: str, folder: Path, request: pytest.FixtureRequest) -> None:
    report: Report = request.getfixturevalue(name.replace("-", "_"))
    told = bare((folder / f"{name}.txt").read_text("utf-8-sig"))
    wanted = words(report)
    if name == "small":  # the numbers of its list are Word's, its picture has no text, hostile signs are gone
        wanted = (
            wanted.replace("第三第四", "3.第三4.第四")
            .replace("图片", "")
            .replace("\x07", "")
            .replace("\ud800", "")
        )
    assert told.endswith(wanted)
    assert told.startswith(bare(full_width(report.title)))


@pytest.mark.parametrize("name", ["built-in", "small"])
def test_the_outline_comes_back(name: str, folder: Path, request: pytest.FixtureRequest) -> None:
    report: Report = request.getfixturevalue(name.replace("-", "_"))
    again = open_report(folder / f"{name}.docx")
    assert [(it.level, bare(headline(it, True))) for it in again.sections] == [
        (it.level, bare(headline(it, True))) for it in report.sections
    ]


def test_a_page_has_22_lines_of_28_characters_in_its_place(folder: Path) -> None:
    document = pypdfium2.PdfDocument(folder / "full.pdf")
    lines = rows(document[1])
    full = [line for line in lines.values() if len(line) > 20]
    assert [len(line) for line in full] == [28] * 22
    assert min(left for line in full for left, _, _ in line) == pytest.approx(28 * MM, abs=1)
    heights = sorted((height for height, line in lines.items() if len(line) > 20), reverse=True)
    assert {a - b for a, b in pairwise(heights)} == {29}
    document.close()


def test_page_numbers_stand_7_mm_below_the_text_outside(folder: Path) -> None:
    document = pypdfium2.PdfDocument(folder / "built-in.pdf")
    for number in (0, 1):
        page = document[number]
        foot = min(rows(page).items())[1]
        assert "".join(sign for _, _, sign in sorted(foot)) == f"—{number + 1}—"
        left = min(foot)[0]
        right = (210 - 26) * MM - 14
        assert (left == pytest.approx(28 * MM + 14, abs=2)) if number else (right - 60 < left < right - 20)
        dash = page.get_textpage()
        index = dash.count_chars() - 1
        while dash.get_text_range(index, 1) != "—":
            index -= 1
        _, bottom, _, top = dash.get_charbox(index)
        assert 35 * MM - (bottom + top) / 2 == pytest.approx(7 * MM, abs=3)
    document.close()


def test_every_slide_is_a_page(folder: Path) -> None:
    slides = pptx.Presentation(io.BytesIO((folder / "slides.pptx").read_bytes())).slides
    document = pypdfium2.PdfDocument(folder / "slides.pdf")
    assert len(document) == len(slides)
    for page, slide in zip(document, slides, strict=True):
        text = bare(page.get_textpage().get_text_range())
        for shape in slide.placeholders:
            assert all(sign in text for sign in bare(shape.text_frame.text).replace("‹#›", ""))
    document.close()
