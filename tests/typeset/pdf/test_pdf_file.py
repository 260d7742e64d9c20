"""The file that is exported: what archives, screen readers and search engines find in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pikepdf
import pytest

from gaohang_viewer.report.headline_text import headline
from gaohang_viewer.report.markdown_reader import paragraphs
from gaohang_viewer.report.model import Report, Section
from gaohang_viewer.report.punctuation import full_width
from gaohang_viewer.typeset.engine.compiler import compile_job
from gaohang_viewer.typeset.paper_job import paper_job
from gaohang_viewer.typeset.paper_options import Form, plain
from tests.typeset.conftest import Reader

FORMS = (Form.OFFICIAL, Form.READING, Form.LARGE)


@pytest.fixture(scope="module", params=FORMS, ids=[form.value for form in FORMS])
def pdf(request: pytest.FixtureRequest, report: Report) -> bytes:
    meta = (*report.meta, ("author", "高行镇人民政府"))
    return compile_job(paper_job(report._replace(meta=meta), options=plain(request.param))).pdf


@pytest.fixture
def file(pdf: bytes) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(BytesIO(pdf)) as opened:
        yield opened


def test_it_says_that_it_is_pdf_a_2a_and_pdf_ua_1(file: pikepdf.Pdf) -> None:
    with file.open_metadata() as meta:
        assert (meta["pdfaid:part"], meta["pdfaid:conformance"]) == ("2", "A")
        assert meta["pdfuaid:part"] == "1"
    assert file.Root.OutputIntents[0].S == "/GTS_PDFA1"


def test_it_names_language_title_and_author(file: pikepdf.Pdf, report: Report) -> None:
    assert str(file.Root.Lang) == "zh"
    assert file.Root.ViewerPreferences.DisplayDocTitle
    with file.open_metadata() as meta:
        assert meta["dc:title"] == report.title
        assert list(meta["dc:creator"]) == ["高行镇人民政府"]


def test_its_tags_say_what_is_a_headline_of_which_level(file: pikepdf.Pdf, report: Report) -> None:
    assert file.Root.MarkInfo.Marked
    kinds = [str(element.S) for element in elements(file.Root.StructTreeRoot)]
    levels = {min(section.level, 6) for section in report.sections}
    for level in levels:
        told = sum(section.level == level for section in report.sections)
        assert kinds.count(f"/H{level}") >= told
    assert kinds.count("/P") > len(report.sections) / 2


def test_bookmarks_are_the_headlines_with_their_marks_to_the_third_level(
    file: pikepdf.Pdf, report: Report
) -> None:
    with file.open_outline() as outline:
        found = [mark for mark in flat(outline.root) if mark[1] != "目录"]
    assert found == [
        (section.level, headline(section, True)) for section in report.sections if section.level <= 3
    ]


def test_text_comes_out_character_by_character_in_reading_order(
    pdf: bytes, report: Report, read_back: Reader
) -> None:
    """Word for word as the report has it, once what stands at the edges of pages is taken out."""
    lines = "\n".join(read_back(pdf).pages).split("\n")
    found = signs("".join(line for line in lines if not re.fullmatch(r"[\s—]*\d+[\s—]*", line)))
    for section in report.sections:
        if section.level == 1:
            found = found.replace(signs(report.title + headline(section, True)), "")
            found = found.replace(signs(headline(section, True) + report.title), "")
    at = 0
    for section in report.sections:
        for text in (headline(section, True), *paragraphs(section.body)):
            for piece in pieces(text):
                at = found.find(piece, at)
                assert at >= 0, piece
                at += len(piece)


def test_only_glyphs_that_are_used_are_in_it(file: pikepdf.Pdf, pdf: bytes) -> None:
    faces = [
        thing for thing in file.objects if isinstance(thing, pikepdf.Dictionary) and "/FontName" in thing
    ]
    assert faces
    for face in faces:
        assert re.match(r"/[A-Z]{6}\+", str(face.FontName)), "a subset bears six letters and a plus"
        assert any(key in face for key in ("/FontFile", "/FontFile2", "/FontFile3"))
    assert len(pdf) < 1_500_000


def test_the_same_report_gives_the_same_bytes(pdf: bytes, report: Report, request: Any) -> None:
    form = request.node.callspec.params["pdf"]
    job = paper_job(report, options=plain(form))
    assert compile_job(job).pdf == compile_job(job).pdf


def test_a_word_in_another_script_comes_out_as_it_went_in(read_back: Reader) -> None:
    words = "ﬁnal ofﬁce Größe Ελλάδα Москва 2024年１２月 ①②③ ℃ ㎡ 〇 “引” —— ……"
    one = Report("报告", sections=(Section(1, "一、", "章", 1, words),))
    found = read_back(compile_job(paper_job(one)).pdf).text
    for word in ("Größe", "Ελλάδα", "Москва", "①②③", "℃", "〇"):
        assert word in found


def elements(root: Any) -> Iterator[Any]:
    """The elements of the tags, depth first."""
    waiting = [root]
    while waiting:
        element = waiting.pop()
        if "/S" in element:
            yield element
        kids = element.get("/K", [])
        for kid in reversed(list(kids) if isinstance(kids, pikepdf.Array) else [kids]):
            waiting += [kid] if isinstance(kid, pikepdf.Dictionary) and ("/S" in kid or "/K" in kid) else []


def flat(items: list[pikepdf.OutlineItem], level: int = 1) -> Iterator[tuple[int, str]]:
    for item in items:
        yield level, item.title
        yield from flat(item.children, level + 1)


def signs(text: str) -> str:
    """The text as shown, without white space."""
    return "".join(full_width(text).split())


def pieces(text: str) -> list[str]:
    """Runs of Chinese characters: between them the program may have mended the punctuation."""
    return re.findall("[\u4e00-\u9fff]{2,}", signs(text))
