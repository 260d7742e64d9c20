"""PDF files as reports, in the child process and through the outline reading."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
import pytest

from gaohang_viewer.loading import CannotOpen, Options, Reason, open_draft, open_report
from gaohang_viewer.report.draft import PieceRole
from gaohang_viewer.report.model import ProblemKind
from tests.loading.pdf.made import PARAGRAPH, one_page, pdf, typeset

if TYPE_CHECKING:
    from pathlib import Path

    from gaohang_viewer.report.draft import Draft

CHAPTERS = f"""#align(center, text(size: 20pt)[某镇工作报告])
一、工作回顾

{PARAGRAPH}

（一）经济发展

{PARAGRAPH * 3}

二、工作安排

{PARAGRAPH * 2}
"""


def drafted(folder: Path, data: bytes, options: Options = Options()) -> Draft:  # noqa: B008
    (folder / "a.pdf").write_bytes(data)
    return open_draft(folder / "a.pdf", options)


def refused(folder: Path, data: bytes, options: Options = Options()) -> Reason:  # noqa: B008
    with pytest.raises(CannotOpen) as error:
        drafted(folder, data, options)
    return error.value.reason


def texts(draft: Draft) -> list[str]:
    return [piece.text for piece in draft.pieces if piece.role is PieceRole.TEXT]


def told(draft: Draft, kind: ProblemKind) -> list[str]:
    return [problem.text for problem in draft.problems if problem.kind is kind]


def test_numbered_headings_and_whole_paragraphs_become_a_report(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(typeset(CHAPTERS))
    report = open_report(tmp_path / "a.pdf")
    assert report.title == "某镇工作报告"
    assert [(each.level, each.headline) for each in report.sections] == [
        (1, "一、工作回顾"),
        (2, "（一）经济发展"),
        (1, "二、工作安排"),
    ]
    assert [each.body for each in report.sections] == [PARAGRAPH, PARAGRAPH * 3, PARAGRAPH * 2]


def test_running_heads_and_page_numbers_are_left_out_and_told(tmp_path: Path) -> None:
    page = 'header: [某镇工作报告 #h(1fr) 内部资料], numbering: "— 1 —"'
    draft = drafted(tmp_path, typeset("一、甲\n\n" + PARAGRAPH * 12, page=page))
    assert texts(draft) == [PARAGRAPH * 12]
    assert set(told(draft, ProblemKind.DEBRIS)) == {"某镇工作报告", "内部资料", "— 1 —"}


def test_a_watermark_across_the_page_is_left_out_and_told(tmp_path: Path) -> None:
    page = "background: rotate(24deg, text(size: 40pt, fill: gray)[征求意见稿])"
    draft = drafted(tmp_path, typeset("一、甲\n\n" + PARAGRAPH * 9, page=page))
    assert texts(draft) == [PARAGRAPH * 9]
    assert told(draft, ProblemKind.DEBRIS) == ["征求意见稿"]


def test_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    body = "#set text(size: 9pt)\n" + "\n\n".join(["一、甲", PARAGRAPH * 4, "二、乙", PARAGRAPH * 7])
    draft = drafted(tmp_path, typeset(body, page="columns: 2"))
    assert texts(draft) == [PARAGRAPH * 4, PARAGRAPH * 7]


def test_bookmarks_give_headings_that_only_their_look_shows(tmp_path: Path) -> None:
    body = f"= 发展环境\n{PARAGRAPH}\n== 有利条件\n{PARAGRAPH}\n== 不利因素\n{PARAGRAPH}\n= 总体要求\n{PARAGRAPH}"
    draft = drafted(tmp_path, typeset(body))
    assert [(piece.level, piece.text) for piece in draft.pieces if piece.role is PieceRole.HEADING] == [
        (1, "发展环境"),
        (2, "有利条件"),
        (2, "不利因素"),
        (1, "总体要求"),
    ]


@pytest.mark.parametrize("tags", [False, True])
def test_size_and_weight_give_headings_where_no_bookmark_does(tmp_path: Path, tags: bool) -> None:
    body = "#set heading(bookmarked: false)\n" + "".join(
        f"= {word}\n{PARAGRAPH}\n== {word}的内容\n{PARAGRAPH}\n" for word in ("环境", "要求", "保障")
    )
    draft = drafted(tmp_path, typeset(body, tags=tags))
    levels = [(piece.level, piece.text) for piece in draft.pieces if piece.role is PieceRole.HEADING]
    assert levels == [pair for word in ("环境", "要求", "保障") for pair in ((1, word), (2, f"{word}的内容"))]


def test_tables_keep_their_cells(tmp_path: Path) -> None:
    body = f"一、甲\n\n{PARAGRAPH}\n\n#table(columns: (1fr, 1fr, 1fr), [指标], [单位], [数值],"
    body += f" table.cell(rowspan: 2)[产值], [亿元], [300], [万元], [20])\n\n{PARAGRAPH}"
    draft = drafted(tmp_path, typeset(body))
    tables = [piece.markdown for piece in draft.pieces if piece.role is PieceRole.MARKDOWN]
    assert tables == ["| 指标 | 单位 | 数值 |\n| --- | --- | --- |\n| 产值 | 亿元 | 300 |\n|  | 万元 | 20 |"]
    assert texts(draft) == [PARAGRAPH, PARAGRAPH]


def test_drawings_are_pictures_with_their_words(tmp_path: Path) -> None:
    shapes = "".join(f"#place(dx: {65 * at}pt, circle(radius: 30pt)[增长{at}])" for at in range(3))
    body = f"一、甲\n\n{PARAGRAPH}\n\n#block(height: 70pt)[{shapes}]\n\n{PARAGRAPH}"
    draft = drafted(tmp_path, typeset(body))
    assert texts(draft) == [PARAGRAPH, "图：增长0 增长1 增长2", PARAGRAPH]
    assert [piece.markdown for piece in draft.pieces if "image:" in piece.markdown] == [
        "![图：增长0 增长1 增长2](image:1.png)"
    ]
    assert draft.images["image:1.png"].startswith(b"\x89PNG")


def test_footnotes_stand_behind_their_paragraph_and_break_none(tmp_path: Path) -> None:
    body = f"一、甲\n\n{PARAGRAPH}#footnote[根据年报。]{PARAGRAPH * 8}"
    draft = drafted(tmp_path, typeset(body))
    assert texts(draft) == [f"{PARAGRAPH}〔1〕{PARAGRAPH * 8}", "〔1〕根据年报。"]


def test_bullets_are_points_and_bold_words_stay_bold(tmp_path: Path) -> None:
    body = f"一、甲\n\n#text(stroke: 0.3pt)[重点。]{PARAGRAPH}\n\n- 修路\n- 种树\n\n{PARAGRAPH}"
    draft = drafted(tmp_path, typeset(body))
    assert [piece.text for piece in draft.pieces if piece.role is PieceRole.POINT] == ["修路", "种树"]
    assert draft.pieces[1].markdown == f"**重点。**{PARAGRAPH}"


def test_a_turned_page_is_read_as_it_is_seen(tmp_path: Path) -> None:
    source = pikepdf.open(BytesIO(typeset(CHAPTERS, height=700)))
    page = source.pages[0]
    page.rotate(90, relative=True)
    content = b"0 1 -1 0 400 0 cm "  # which turns what is drawn the other way
    page.mediabox = pikepdf.Array([-300, 0, 400, 400])
    page.contents_add(content, prepend=True)
    source.save(tmp_path / "b.pdf")
    draft = drafted(tmp_path, (tmp_path / "b.pdf").read_bytes())
    assert "一、工作回顾" in [piece.text for piece in draft.pieces]


def scan() -> bytes:
    """A PDF of one page that is a picture."""
    image = (
        "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8"
        " /Length 1 >>"
    )
    content = b"q 400 0 0 400 0 0 cm /I Do Q"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 400] /Contents 4 0 R /Resources 6 0 R >>",
        f"<< /Length {len(content)} >>",
        image,
        "<< /XObject << /I 5 0 R >> >>",
    ]
    return pdf(objects, {4: content, 5: b"\x80"})


def test_a_scan_is_refused_as_such(tmp_path: Path) -> None:
    assert refused(tmp_path, scan()) is Reason.SCAN


def test_the_text_of_a_scan_is_recognised_where_that_is_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "rapidocr.py").write_text(
        "class Result:\n"
        "    lines = ['某镇工作报告', '一、工作回顾', '全镇生产总值增长百分之五点五。', '灰']\n"
        "    txts, scores = lines, [0.9, 0.9, 0.9, 0.1]\n"
        "    boxes = [[(200, y), (200 + 60 * len(t), y), (200 + 60 * len(t), y + 70), (200, y + 70)]\n"
        "             for y, t in zip((200, 400, 600, 800), lines)]\n"
        "class RapidOCR:\n"
        "    def __call__(self, image):\n"
        "        assert image.size == (2200, 2200)\n"
        "        return Result\n",
        "utf-8",
    )
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    draft = drafted(tmp_path, scan())
    assert [piece.text for piece in draft.pieces] == [
        "某镇工作报告",
        "一、工作回顾",
        "全镇生产总值增长百分之五点五。",
    ]
    assert told(draft, ProblemKind.RECOGNISED) == ["1"]


def test_an_incomplete_recognition_is_as_good_as_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "rapidocr.py").write_text("print('a notice')\nimport no_such_module\n", "utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    assert refused(tmp_path, scan()) is Reason.SCAN


def test_fonts_without_unicode_are_refused_or_told(tmp_path: Path) -> None:
    source = pikepdf.open(BytesIO(typeset(CHAPTERS)))
    for item in source.objects:
        if isinstance(item, pikepdf.Dictionary) and "/ToUnicode" in item:
            del item["/ToUnicode"]
    source.save(tmp_path / "b.pdf")
    assert refused(tmp_path, (tmp_path / "b.pdf").read_bytes()) is Reason.NO_UNICODE


def test_a_password_is_asked_for_and_an_owners_alone_is_not(tmp_path: Path) -> None:
    source = pikepdf.open(BytesIO(typeset(CHAPTERS)))
    source.save(tmp_path / "b.pdf", encryption=pikepdf.Encryption(user="高行", owner="乙", R=6))
    data = (tmp_path / "b.pdf").read_bytes()
    assert refused(tmp_path, data) is Reason.LOCKED
    wrong, right = (Options()._replace(password=word) for word in ("不对", "高行"))
    assert refused(tmp_path, data, wrong) is Reason.WRONG_PASSWORD
    assert PARAGRAPH in texts(drafted(tmp_path, data, right))
    source.save(tmp_path / "b.pdf", encryption=pikepdf.Encryption(user="", owner="乙", R=6))
    assert PARAGRAPH in texts(drafted(tmp_path, (tmp_path / "b.pdf").read_bytes()))


@pytest.mark.parametrize(
    "data", [b"%PDF-1.7\n", b"%PDF-1.7\n" + bytes(5_000), typeset(CHAPTERS)[:2_000]], ids=range(3)
)
def test_broken_files_are_refused(tmp_path: Path, data: bytes) -> None:
    assert refused(tmp_path, data) is Reason.DAMAGED


def test_what_was_typed_into_a_form_is_read(tmp_path: Path) -> None:
    look = b"BT /F 12 Tf 2 4 Td (Zhang San) Tj ET"
    field = (
        "<< /Type /Annot /Subtype /Widget /FT /Tx /T (a) /V (Zhang San) /F 4 /Rect [200 340 350 360]"
        " /AP << /N 6 0 R >> >>"
    )
    form = (
        f"<< /Type /XObject /Subtype /Form /BBox [0 0 150 20] /Length {len(look)} /Resources << /Font << /F"
        " << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>"
    )
    data = one_page(b"BT /F 12 Tf 50 344 Td (Name of the applicant) Tj ET", extra="/Annots [5 0 R]")
    objects = data.replace(
        b"xref\n",
        f"5 0 obj\n{field}\nendobj\n6 0 obj\n{form}\nstream\n".encode()
        + look
        + b"\nendstream\nendobj\nxref\n",
        1,
    )
    assert "Zhang San" in " ".join(piece.text for piece in drafted(tmp_path, objects).pieces)


def test_a_page_without_text_is_empty(tmp_path: Path) -> None:
    assert refused(tmp_path, one_page(b"")) is Reason.EMPTY


def test_progress_is_reported_and_cancels(tmp_path: Path) -> None:
    class Cancelled(Exception):
        pass

    def cancel(_share: float) -> None:
        raise Cancelled

    (tmp_path / "a.pdf").write_bytes(typeset(CHAPTERS))
    with pytest.raises(Cancelled):
        open_draft(tmp_path / "a.pdf", on_progress=cancel)
