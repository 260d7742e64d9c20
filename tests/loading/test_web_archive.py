"""Saved web archives."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest

from gaohang_viewer.loading import open_report
from gaohang_viewer.loading.errors import CannotOpen, Reason
from gaohang_viewer.loading.web.archive import Archive, NoPage
from gaohang_viewer.report.model import ProblemKind
from tests.loading.test_web import LONG, PNG


def archive(page: bytes, *parts: bytes, kind: str = "text/html") -> bytes:
    head = (
        b'From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="--=b"\r\n\r\n'
    )
    first = f"Content-Type: {kind}\r\nContent-Location: https://a.cn/x/1.html\r\n\r\n".encode() + page
    return head + b"".join(b"----=b\r\n" + part + b"\r\n" for part in (first, *parts)) + b"----=b--\r\n"


def test_a_page_is_read_with_its_pictures_by_their_addresses(tmp_path: Path) -> None:
    picture = b"Content-Type: image/png\r\nContent-Location: https://a.cn/x/img/1.png\r\n"
    picture += b"Content-Transfer-Encoding: base64\r\n\r\n" + base64.b64encode(PNG)
    page = f"<html><title>题_网</title><h1>题</h1><p>一、甲</p><p>{LONG}</p><p><img src='img/1.png'><img src='2.png'>".encode()
    (tmp_path / "a.mht").write_bytes(archive(page, picture))
    report = open_report(tmp_path / "a.mht")
    assert (report.title, [section.headline for section in report.sections]) == ("题", ["一、甲"])
    assert list(report.images.values()) == [PNG]
    assert [problem.text for problem in report.problems if problem.kind is ProblemKind.OUTSIDE] == ["2.png"]


def test_the_charset_of_the_part_counts_where_the_page_names_none() -> None:
    found = Archive(archive("<p>中".encode("gb18030"), kind='text/html;\r\n charset="gb2312"'))
    assert (found.charset, found.base) == ("gb2312", "https://a.cn/x/1.html")


def test_parts_may_be_nested_but_not_without_end() -> None:
    page = b"Content-Type: text/html\r\n\r\n<p>x"
    for depth in range(9):
        mark = str(depth).encode()
        page = (
            b"Content-Type: multipart/alternative; boundary=" + mark + b"\r\n\r\n--" + mark + b"\r\n" + page
        )
        if depth < 4:
            assert Archive(page).page.startswith(b"<p>x")
    with pytest.raises(NoPage):
        Archive(page)


@pytest.mark.parametrize("body", [b"", b"--b\r\nContent-Type: text/plain\r\n\r\nx\r\n--b--", b"--b--"])
def test_an_archive_without_a_page_is_refused(tmp_path: Path, body: bytes) -> None:
    head = b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n"
    (tmp_path / "a.mht").write_bytes(head + body)
    with pytest.raises(CannotOpen) as refused:
        open_report(tmp_path / "a.mht")
    assert refused.value.reason is Reason.WEB_ARCHIVE


def test_what_cannot_be_decoded_stays_as_it_is() -> None:
    part = b"Content-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\nQ"
    assert Archive(part).page == b"Q"
