"""The official layout, measured on the pages themselves as GB/T 9704-2012 would measure them."""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from itertools import pairwise

import pypdfium2.raw as pdfium_c
import pytest

from gaohang_viewer.report.model import Report, Section
from gaohang_viewer.typeset.engine.compiler import compile_job
from gaohang_viewer.typeset.paper.official import official_job
from gaohang_viewer.typeset.paper_job import paper_job
from gaohang_viewer.typeset.paper_options import Form, PaperOptions
from tests.typeset.conftest import ReadBack

MM = 72 / 25.4
OFFICIAL = PaperOptions(Form.OFFICIAL, contents=False)
HAN = "".join(chr(0x4E00 + 7 * at) for at in range(70))
LETTER = Report(
    "关于印发《高行镇数字化转型三年行动计划》的通知",
    preamble="各村居委会、机关各部门：\n\n现将计划印发给你们，请认真贯彻执行。\n\n附件：1. 三年行动计划\n\n"
    "2. 联系人名单\n\n浦东新区高行镇人民政府\n\n二〇二二年一月五日",
)


class Letter:
    """A letter on a page: places in millimetres from the left and from the top, of its baseline."""

    def __init__(self, text: str, x: float, y: float, size: float, font: str) -> None:
        self.text, self.x, self.y, self.size, self.font = text, x, y, size, font


def letters(paper: ReadBack, page: int) -> list[Letter]:
    """All letters of a page, counted from 0, in reading order."""
    text = paper.document[page].get_textpage()
    height = paper.document[page].get_height()
    x, y, flags = ctypes.c_double(), ctypes.c_double(), ctypes.c_int()
    found = []
    for at in range(text.count_chars()):
        letter = chr(pdfium_c.FPDFText_GetUnicode(text, at))
        if letter.strip():
            pdfium_c.FPDFText_GetCharOrigin(text, at, x, y)
            name = ctypes.create_string_buffer(100)
            pdfium_c.FPDFText_GetFontInfo(text, at, name, 100, flags)
            size = pdfium_c.FPDFText_GetFontSize(text, at)
            font = name.value.decode().partition("+")[2]
            found.append(Letter(letter, x.value / MM, (height - y.value) / MM, size, font))
    return found


def rows(page: list[Letter]) -> list[list[Letter]]:
    """The lines of a page from its top, less the page number."""
    lines: dict[float, list[Letter]] = {}
    for letter in page:
        if letter.size != 14:
            lines.setdefault(round(letter.y, 1), []).append(letter)
    return [sorted(lines[y], key=lambda letter: letter.x) for y in sorted(lines)]


@pytest.fixture(scope="module")
def paper() -> ReadBack:
    """A text of Han characters alone, over several pages."""
    report = Report("题目", preamble="\n\n".join([HAN * 3] * 14))
    return ReadBack(compile_job(paper_job(report, None, OFFICIAL)).pdf)


def test_a_page_holds_22_lines_on_an_even_pitch(paper: ReadBack) -> None:
    lines = rows(letters(paper, 1))
    assert len(lines) == 22
    steps = {round(below[0].y - above[0].y, 2) for above, below in pairwise(lines)}
    assert all(abs(step - 225 / 22) < 0.1 for step in steps)


def test_a_line_holds_28_characters_and_fills_the_type_area(paper: ReadBack) -> None:
    lines = rows(letters(paper, 1))
    full = [line for line in lines if len(line) > 26 and line[0].x < 29]
    assert len(full) > 10
    assert Counter(map(len, full)).most_common(1)[0][0] == 28
    for line in full:
        if len(line) == 28:
            assert all(abs(b.x - a.x - 156 / 28) < 0.02 for a, b in pairwise(line))
    assert {round(letter.size, 1) for line in lines for letter in line} == {15.8}


def test_adjacent_punctuation_leaves_no_gap() -> None:
    report = Report("题目", preamble="会议指出：“坚持稳中求进”，要抓好“三件大事”。")
    found = rows(letters(ReadBack(compile_job(paper_job(report, None, OFFICIAL)).pdf), 0))
    line = next(line for line in found if "坚" in "".join(letter.text for letter in line))
    steps = {a.text + b.text: b.x - a.x for a, b in pairwise(line)}
    assert steps["：“"] < 0.6 * 156 / 28
    assert steps["”，"] < 0.6 * 156 / 28


def test_margins_are_37_mm_above_and_28_mm_at_the_back(paper: ReadBack) -> None:
    for page in (1, 2):
        lines = rows(letters(paper, page))
        left = min(line[0].x for line in lines)
        right = max(line[-1].x + 156 / 28 for line in lines)
        top = lines[0][0].y - 0.88 * 16 / MM  # the top of the em box
        assert left == pytest.approx(
            28 if page % 2 == 0 else 26, abs=0.3
        )  # even pages are bound at the right
        assert right == pytest.approx(left + 156, abs=0.4)
        assert 37 <= top <= 37 + 225 / 22 / 2
        assert 37 + 225 - 225 / 22 <= lines[-1][0].y <= 37 + 225


def test_on_one_side_of_the_paper_all_pages_are_bound_at_the_left() -> None:
    report = Report("题目", preamble="\n\n".join([HAN * 3] * 9))
    paper = ReadBack(compile_job(paper_job(report, None, OFFICIAL._replace(two_sided=False))).pdf)
    for page in (0, 1):
        assert min(line[0].x for line in rows(letters(paper, page))) == pytest.approx(28, abs=0.3)


def test_paragraphs_are_indented_two_characters(paper: ReadBack) -> None:
    starts = {round(line[0].x - 26, 1) for line in rows(letters(paper, 1))}
    assert starts == {0.0, round(2 * 156 / 28, 1)}


def test_page_numbers_stand_between_dashes_7_mm_below_the_type_area(paper: ReadBack) -> None:
    for page in (0, 1):
        folio = sorted((it for it in letters(paper, page) if it.size == 14), key=lambda it: it.x)
        assert "".join(it.text for it in folio) == f"—{page + 1}—"
        # a dash is drawn some 0.35 em above its baseline
        assert folio[0].y - 0.32 * 14 / MM == pytest.approx(37 + 225 + 7, abs=0.8)
    right, left = (
        sorted((it for it in letters(paper, page) if it.size == 14), key=lambda it: it.x) for page in (0, 1)
    )
    # one character in: odd right, even left; a dash stands in the middle of a character's room
    assert 28 + 156 - 28 / MM <= right[-1].x <= 28 + 156 - 14 / MM
    assert 26 + 14 / MM <= left[0].x <= 26 + 28 / MM


def test_no_line_begins_with_punctuation_and_none_is_alone_on_its_page(report: Report) -> None:
    paper = ReadBack(compile_job(paper_job(report, None, OFFICIAL)).pdf)
    for page in range(len(paper.document)):
        lines = rows(letters(paper, page))
        assert not [line[0].text for line in lines if line[0].text in "，。；：、！？）》”’"]
        assert len(lines) <= 22
        if (
            page
        ):  # a single closing line at the head of a page would not be indented and not be followed by one
            first, second = lines[0], lines[1]
            widow = first[0].x < 30 and second[0].x > 30 and len(first) < 27
            assert not widow


def test_no_headline_is_alone_at_the_foot_of_a_page() -> None:
    for filling in range(15, 23):
        body = "\n\n".join(["短段。"] * filling)
        report = Report(
            "题", sections=(Section(1, "一、", "甲", 1, body), Section(1, "二、", "乙", 1, "正文。"))
        )
        paper = ReadBack(compile_job(official_job(report, None, OFFICIAL)).pdf)
        for page in range(len(paper.document)):
            assert "".join(it.text for it in rows(letters(paper, page))[-1]) != "二、乙"


def test_the_title_is_set_in_22_pt_between_words_and_centred() -> None:
    paper = ReadBack(compile_job(paper_job(LETTER, None, OFFICIAL)).pdf)
    title = [line for line in rows(letters(paper, 0)) if line[0].size == 22]
    assert ["".join(it.text for it in line) for line in title] == [
        "关于印发《高行镇数字化转型",
        "三年行动计划》的通知",
    ]
    for line in title:
        middle = (line[0].x + line[-1].x + 22 / MM) / 2
        assert middle == pytest.approx(28 + 78, abs=4)  # a bracket at the edge is half white


def test_headlines_change_their_face_with_their_mark() -> None:
    report = Report(
        "题",
        sections=(
            Section(1, "一、", "黑体的", 1),
            Section(2, "（一）", "楷体的", 1),
            Section(3, "1.", "仿宋的", 1, "正文在此。"),
        ),
    )
    job = paper_job(report, None, OFFICIAL)
    assert [section["face"] for section in job.data["sections"]] == ["hei", "kaiti", "body"]
    pages = compile_job(job)
    fonts = {it.text: it.font for it in letters(ReadBack(pages.pdf), 0)}
    # whatever the machine has: the first headline is in the face for 黑体, the third in that of the text
    assert re.sub(r"\W|Regular", "", fonts["黑"]).startswith(re.sub(r"\W|SC$", "", pages.faces["hei"])[:6])
    assert fonts["仿"] == fonts["文"]


def test_who_is_addressed_begins_at_the_edge() -> None:
    paper = ReadBack(compile_job(paper_job(LETTER, None, OFFICIAL)).pdf)
    line = next(line for line in rows(letters(paper, 0)) if line[0].text == "各")
    assert line[0].x == pytest.approx(28, abs=0.3)


def test_attachments_issuer_and_date_stand_where_the_standard_has_them() -> None:
    paper = ReadBack(compile_job(paper_job(LETTER, None, OFFICIAL)).pdf)
    lines = {"".join(it.text for it in line): line for line in rows(letters(paper, 0))}
    one = 156 / 28
    first, second = lines["附件：1.三年行动计划"], lines["2.联系人名单"]
    assert first[0].x == pytest.approx(28 + 2 * one, abs=0.3)
    assert second[0].x == pytest.approx(first[3].x, abs=0.3)  # number below number
    issuer, date = lines["浦东新区高行镇人民政府"], lines["2022年1月5日"]
    assert issuer[-1].x + one == pytest.approx(28 + 156 - 2 * one, abs=0.3)
    assert date[0].x == pytest.approx(issuer[0].x + 2 * one, abs=0.3)
    assert date[0].y == pytest.approx(issuer[0].y + 225 / 22, abs=0.1)
    assert first[0].y - lines["现将计划印发给你们，请认真贯彻执行。"][0].y == pytest.approx(
        2 * 225 / 22, abs=0.1
    )


def test_a_date_longer_than_the_issuer_stands_two_characters_from_the_right() -> None:
    report = Report("题", preamble="正文在这里。\n\n市委\n\n2022年11月25日")
    lines = rows(letters(ReadBack(compile_job(paper_job(report, None, OFFICIAL)).pdf), 0))
    issuer, date = lines[-2], lines[-1]
    assert date[-1].x == pytest.approx(28 + 156 - 3 * 156 / 28, abs=0.3)
    assert issuer[0].x == pytest.approx(date[0].x - 2 * 156 / 28, abs=0.3)


def test_issuer_and_date_can_be_given_and_do_not_replace_those_of_the_text() -> None:
    given = OFFICIAL._replace(issuer="某局", date="2026年1月1日")
    plain = Report("题", preamble="正文。")
    assert compile_text(plain, given).endswith("某局2026年1月1日—1—")
    assert "某局" not in compile_text(LETTER, given)


def test_an_annex_begins_a_page_with_its_number_at_the_edge() -> None:
    report = Report(
        "题", sections=(Section(1, "一、", "甲", 1, "正文。"), Section(1, "", "附件1：任务分工表", 1, "表。"))
    )
    paper = ReadBack(compile_job(paper_job(report, None, OFFICIAL)).pdf)
    assert len(paper.document) == 2
    lines = rows(letters(paper, 1))
    assert ["".join(it.text for it in line) for line in lines] == ["附件1", "任务分工表", "表。"]
    assert lines[0][0].x == pytest.approx(26, abs=0.3)
    assert lines[1][0].size == 22


def compile_text(report: Report, options: PaperOptions) -> str:
    return ReadBack(compile_job(paper_job(report, None, options)).pdf).text
