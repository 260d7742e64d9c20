"""PDF files made to exhaust, crash or mislead the reader: refused, or read within time and memory."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

import pytest

from gaohang_viewer.loading import CannotOpen, Reason, open_draft
from gaohang_viewer.loading.reader_process import Refused, read_in_child
from gaohang_viewer.system.child_process import ChildProcess, start_child
from tests.loading.pdf.made import one_page, pdf, typeset

if TYPE_CHECKING:
    from pathlib import Path

WORDS = b"BT /F 12 Tf 50 350 Td (The whole text of a page) Tj ET "
_FONT = "/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>"
_FLATE = "/Filter /FlateDecode"


def packed(content: bytes) -> bytes:
    """A page whose content is compressed."""
    data = zlib.compress(content, 9)
    return pdf(
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 400] /Contents 4 0 R /Resources << {_FONT} >> >>",
            f"<< /Length {len(data)} {_FLATE} >>",
        ],
        {4: data},
    )


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[ChildProcess]:
    """The processes that are started."""
    processes: list[ChildProcess] = []

    def start(module: str) -> ChildProcess:
        processes.append(start_child(module))
        return processes[-1]

    monkeypatch.setattr("gaohang_viewer.loading.reader_process.process.start_child", start)
    return processes


def read(data: bytes) -> str:
    """The text of a PDF, or why it is refused."""
    try:
        return "\n".join(piece.text for piece in read_in_child("pdf", data, "a", lambda _: None).pieces)
    except Refused as refused:
        return f"refused: {refused.why}"


LOOPS: dict[str, list[str]] = {
    "pages": ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 9 >>"],
    "bookmarks": [
        "<< /Type /Catalog /Pages 2 0 R /Outlines 3 0 R >>",
        "<< /Type /Pages /Kids [] /Count 0 >>",
        "<< /Type /Outlines /First 4 0 R /Last 4 0 R >>",
        "<< /Title (A) /Parent 3 0 R /Next 4 0 R /First 4 0 R >>",
    ],
    "count": ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [] /Count 2000000000 >>"],
    "nothing": ["<< /Type /Catalog >>"],
}


@pytest.mark.parametrize("name", LOOPS)
def test_loops_and_wrong_counts_are_refused(name: str) -> None:
    assert read(pdf(LOOPS[name])) in ("refused: damaged", "refused: too-large")


def test_a_form_that_draws_itself_is_read_once() -> None:
    form = "<< /Type /XObject /Subtype /Form /BBox [0 0 400 400] /Length 6 /Resources << /XObject << /X 5 0 R >> >> >>"
    data = one_page(WORDS + b"/X Do", "/XObject << /X 5 0 R >>", [form])
    assert "The whole text" in read(data)


def test_tags_that_hold_one_another_are_left_alone() -> None:
    root = "<< /Type /StructTreeRoot /K 6 0 R /ParentTree << /Nums [0 [6 0 R]] >> >>"
    element = "<< /Type /StructElem /S /H1 /P 6 0 R /K [6 0 R 6 0 R << /Type /MCR /Pg 3 0 R /MCID 0 >>] >>"
    content = b"/H1 << /MCID 0 >> BDC " + WORDS + b"EMC"
    data = one_page(content, more=[root, element], extra="/StructParents 0")
    data = data.replace(
        b"/Type /Catalog", b"/Type /Catalog /MarkInfo << /Marked true >> /StructTreeRoot 5 0 R"
    )
    assert "The whole text" in read(data)


@pytest.mark.parametrize(
    "content",
    [
        WORDS + b"1 0 0 1 1e30 1e30 cm " + WORDS,
        WORDS + b"BT /F 1e9 Tf (A) Tj ET BT /F 0 Tf (B) Tj ET BT /F -12 Tf (C) Tj ET",
        WORDS + b"q " * 100_000,
        WORDS + b"0 0 m 400 400 l S " * 20_000,
        WORDS + b"50 50 300 300 re S " * 5_000,
        WORDS + b"BT /F 12 Tf 50 300 Td " + b"(a b) Tj " * 5_000 + b"ET",
        WORDS + b"BT /F 1 Tf " + b"1 0 0 1 60 200 Tm (ab) Tj 1 0 0 1 90 210 Tm (c) Tj " * 3_000 + b"ET",
        WORDS + b"BT /F 12 Tf (\xff\xfe\x00\x01) Tj [(A) -1e9 (B)] TJ ET",
    ],
    ids=range(8),
)
def test_odd_drawing_costs_little(content: bytes) -> None:
    assert "The whole text" in read(packed(content))


def test_a_bomb_ends_within_its_time(tmp_path: Path, started: list[ChildProcess]) -> None:
    marks = b"1 0 0 1 60 200 Tm (a) Tj 1 0 0 1 61 200.7 Tm (b) Tj " * 1_500_000
    (tmp_path / "a.pdf").write_bytes(packed(b"BT /F 1 Tf " + marks + b"ET"))
    with pytest.raises(CannotOpen) as refused:
        open_draft(tmp_path / "a.pdf")
    assert refused.value.reason in (Reason.TOO_LARGE, Reason.DAMAGED)
    assert started[0].returncode is not None


def test_the_child_ends_when_the_reading_is_cancelled(started: list[ChildProcess]) -> None:
    def cancel(_share: float) -> None:
        raise InterruptedError

    slow = packed(b"BT /F 1 Tf " + b"1 0 0 1 60 200 Tm (a) Tj " * 300_000 + b"ET")
    with pytest.raises(InterruptedError):
        read_in_child("pdf", slow, "a", cancel)
    assert started[0].returncode is not None


def test_nothing_in_the_file_is_run_or_fetched(tmp_path: Path) -> None:
    action = "<< /S /Launch /F (/bin/sh) >>"
    script = "<< /S /JavaScript /JS (app.launchURL\\('http://127.0.0.1/'\\)) >>"
    data = one_page(WORDS, more=[action, script], extra="/AA << /O 5 0 R /C 6 0 R >>")
    data = data.replace(b"/Type /Catalog", b"/Type /Catalog /OpenAction 5 0 R /Names << /JavaScript 6 0 R >>")
    (tmp_path / "a.pdf").write_bytes(data)
    assert [piece.text for piece in open_draft(tmp_path / "a.pdf").pieces] == ["The whole text of a page"]
    assert [file.name for file in tmp_path.iterdir()] == ["a.pdf"]


def test_cut_and_changed_files_end_in_a_report_or_a_refusal() -> None:
    data = typeset("= 一、甲\n正文。\n#table(columns: 2, [甲], [乙], [丙], [丁])\n")
    for at in range(100, len(data), len(data) // 12):
        read(data[:at])
        read(data[:at] + b"\xff\x00<<[" + data[at + 5 :])
