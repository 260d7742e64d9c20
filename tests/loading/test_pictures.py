"""Pictures beside a report: which are read, and which are left alone and told."""

from __future__ import annotations

import base64
import os
import sys
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from gaohang_viewer.loading import Options, open_draft, open_report
from gaohang_viewer.loading.pictures import Gallery, confined_read
from gaohang_viewer.loading.pictures.image_type import Checker, size_of
from gaohang_viewer.loading.pictures.picture_path import Where, locate
from gaohang_viewer.loading.word import read_word
from gaohang_viewer.report.blocks import images
from gaohang_viewer.report.markdown_reader import blocks, paragraphs
from gaohang_viewer.report.model import ProblemKind
from gaohang_viewer.typeset.paper.text import Body
from tests.loading.word.build import archive, p, part, relations

if TYPE_CHECKING:
    from collections.abc import Callable


def picture(kind: str = "PNG", size: tuple[int, int] = (30, 20)) -> bytes:
    made = BytesIO()
    Image.new("RGB", size, (10, 90, 200)).save(made, kind)
    return made.getvalue()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "甲 乙"
    (made / "图").mkdir(parents=True)
    (made / "图" / "一 二.png").write_bytes(picture())
    (made / "a.png").write_bytes(picture())
    (tmp_path / "out.png").write_bytes(picture())
    return made


@pytest.mark.parametrize(
    "address",
    [
        "a.png",
        "./a.png",
        "图/../a.png",
        "图/一 二.png",
        "图\\一 二.png",
        "%E5%9B%BE/%E4%B8%80%20二.png",
        "a.png?v=2#x",
        "file:a.png",
    ],
)
def test_a_picture_below_the_folder_is_read(folder: Path, address: str) -> None:
    assert Gallery(folder / "r.md").found(address) == picture()


def test_so_is_one_by_its_whole_address(folder: Path) -> None:
    assert Gallery(folder / "r.md").found((folder / "a.png").as_uri()) == picture()


def test_a_report_may_be_named_by_way_of_the_folder_above(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder / "图")
    gallery = Gallery(Path("../r.md"))
    assert gallery.found("a.png") == picture()
    assert gallery.found("../out.png") is ProblemKind.ELSEWHERE


@pytest.mark.skipif(sys.platform == "win32", reason="Windows goes by the words alone")
def test_the_folder_above_a_link_is_the_one_above_where_it_leads(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "link").symlink_to(folder / "图")
    monkeypatch.chdir(tmp_path)
    gallery = Gallery(Path("link/../r.md"))
    assert gallery.found("a.png") == picture()
    assert gallery.found("../out.png") is ProblemKind.ELSEWHERE


@pytest.mark.parametrize(
    "address", ["../out.png", "%2e%2e/out.png", "..\\out.png", "图/../../out.png", "c:/x.png", "/x.png"]
)
def test_one_in_another_folder_is_not_looked_at_without_leave(folder: Path, address: str) -> None:
    assert Gallery(folder / "r.md").found(address) is ProblemKind.ELSEWHERE
    if "out" in address:
        assert Gallery(folder / "r.md", outside_folder=True).found(address) == picture()


@pytest.mark.parametrize(
    "address",
    [
        *(
            "\\\\s\\x.png",
            "//s/x.png",
            "/\\s/x.png",
            "%2f%2fs/x.png",
            "file://s/x.png",
            "FILE:////s/x.png",
            "file:\\\\s\\x.png",
        ),
        *(
            "http://s/x.png",
            "\thttp://s/x.png",
            "/net/s/x.png",
            "/net",
            "/dev/zero",
            "aux",
            "图/con.png",
            "a.png:stream",
            "a\0.png",
            "",
        ),
    ],
)
def test_the_network_and_devices_are_not_looked_at_even_with_leave(folder: Path, address: str) -> None:
    assert locate(address, folder)[0] is Where.NETWORK
    assert Gallery(folder / "r.md", outside_folder=True).found(address) is ProblemKind.OUTSIDE


def test_a_link_may_lead_within_the_folder_and_not_out_of_it(folder: Path) -> None:
    (folder / "in.png").symlink_to("图/一 二.png")
    (folder / "up.png").symlink_to("../out.png")
    (folder / "round.png").symlink_to("round.png")
    (folder / "share.png").symlink_to("//server/share/x.png")
    gallery = Gallery(folder / "r.md")
    assert gallery.found("in.png") == picture()
    assert gallery.found("up.png") is ProblemKind.ELSEWHERE
    assert gallery.found("round.png") is ProblemKind.NO_PICTURE
    assert gallery.found("share.png") is ProblemKind.OUTSIDE
    assert Gallery(folder / "r.md", outside_folder=True).found("up.png") == picture()


@pytest.mark.parametrize("relative", [False, True])
@pytest.mark.parametrize("place", ["/proc", "/net", "/afs"])
def test_no_link_leads_to_the_network_or_to_devices(folder: Path, place: str, relative: bool) -> None:
    (folder / "way").symlink_to(os.path.relpath(place, folder) if relative else place)
    gallery = Gallery(folder / "r.md", outside_folder=True)
    assert gallery.found(f"way/self/root{folder.as_posix()}/a.png") is ProblemKind.OUTSIDE


def test_a_report_on_the_network_has_its_pictures_beside_it(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "gaohang_viewer.loading.pictures.picture_path._MOUNTED", (f"{folder.as_posix()}/".lower(),)
    )
    (tmp_path / "way").symlink_to(folder)
    assert Gallery(folder / "r.md").found("图/一 二.png") == picture()
    assert Gallery(folder / "r.md", outside_folder=True).found("../out.png") == picture()
    assert Gallery(tmp_path / "r.md", outside_folder=True).found("way/a.png") is ProblemKind.OUTSIDE


@pytest.mark.parametrize("steps", [confined_read._CAN_OPEN_RELATIVE, False])
def test_a_link_put_in_place_of_a_folder_meanwhile_is_not_followed(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, steps: bool
) -> None:
    monkeypatch.setattr(confined_read, "_CAN_OPEN_RELATIVE", steps)
    assert Gallery(folder / "r.md").found("图/一 二.png") == picture()
    resolved = confined_read._resolved

    def resolved_and_swapped(path: Path, start: Path, elsewhere: bool, network: bool) -> Path:
        place = resolved(path, start, elsewhere, network)
        (folder / "图").rename(tmp_path / "图")
        (folder / "图").symlink_to(tmp_path / "图")
        return place

    monkeypatch.setattr(confined_read, "_resolved", resolved_and_swapped)
    assert Gallery(folder / "r.md").found("图/一 二.png") is ProblemKind.NO_PICTURE


def test_only_pictures_of_a_sound_size_are_shown(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "text.png").write_text("<svg xmlns='x'><image href='file:///etc/passwd'/></svg>")
    vast = bytearray(picture())
    vast[16:24] = (100_000).to_bytes(4, "big") * 2
    (folder / "vast.png").write_bytes(vast)
    gallery = Gallery(folder / "r.md")
    assert gallery.found("text.png") is gallery.found("vast.png") is ProblemKind.NOT_SHOWN
    assert gallery.found("none.png") is ProblemKind.NO_PICTURE
    monkeypatch.setattr("gaohang_viewer.loading.pictures.gallery.MOST_BYTES", 10)
    assert Gallery(folder / "r.md").found("a.png") is ProblemKind.NOT_SHOWN


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "BMP", "WEBP"])
def test_every_kind_comes_as_one_that_all_outputs_draw(kind: str) -> None:
    made = Checker().checked(picture(kind))
    assert made is not None
    assert size_of(made) == (30, 20)


def page_of(pictures: list[bytes]) -> str:
    held = (f"<img src='data:image/webp;base64,{base64.b64encode(one).decode()}'>" for one in pictures)
    return f"<html><body><h1>报告</h1><p>全镇经济增长。</p>{''.join(held)}"


def markdown_of(pictures: list[bytes]) -> str:
    held = (f"![图](data:image/webp;base64,{base64.b64encode(one).decode()})\n\n" for one in pictures)
    return "# 报告\n\n全镇经济增长。\n\n" + "".join(held)


@pytest.mark.parametrize(("write", "name"), [(page_of, "r.html"), (markdown_of, "r.md")])
def test_only_so_many_pixels_are_converted_and_the_same_picture_once(
    folder: Path, monkeypatch: pytest.MonkeyPatch, write: Callable[[list[bytes]], str], name: str
) -> None:
    monkeypatch.setattr("gaohang_viewer.loading.pictures.image_type.MOST_CONVERTED", 40_000)
    one, other = picture("BMP", (200, 150)), picture("BMP", (150, 200))
    (folder / name).write_text(write([one, one, other, one]), "utf-8")
    draft = open_draft(folder / name)
    assert {size_of(image) for image in draft.images.values()} == {(200, 150)}
    assert len(draft.images) == (3 if name == "r.html" else 1)
    assert [problem.kind for problem in draft.problems] == [ProblemKind.NOT_SHOWN]


def test_pictures_of_a_word_file_are_converted_likewise(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gaohang_viewer.loading.pictures.image_type.MOST_CONVERTED", 40_000)
    one, other = picture("BMP", (200, 150)), picture("BMP", (150, 200))
    blips = "".join(f'<w:p><w:r><a:blip r:embed="rId{at}"/></w:r></w:p>' for at in (1, 2, 3))
    told: list[float] = []
    files: dict[str, str | bytes] = {"word/1.bmp": one, "word/2.bmp": one, "word/3.bmp": other}
    data = archive(
        {
            "_rels/.rels": relations(("officeDocument", "word/document.xml")),
            "word/document.xml": part("document", f"<w:body>{p('甲') + blips}</w:body>"),
            "word/_rels/document.xml.rels": relations(*(("image", f"{at}.bmp") for at in (1, 2, 3))),
            **files,
        }
    )
    draft = read_word(data, "", told.append)
    assert [size_of(image) for image in draft.images.values()] == [(200, 150)] * 2
    assert [problem.text for problem in draft.problems] == ["word/3.bmp"]
    assert len(told) > 3


@pytest.mark.parametrize(("write", "name"), [(page_of, "r.html"), (markdown_of, "r.md")])
def test_reading_can_be_cancelled_before_each_picture(
    folder: Path, write: Callable[[list[bytes]], str], name: str
) -> None:
    (folder / name).write_text(write([picture("BMP", (200, 150))] * 9).replace(")\n\n!", ")!"), "utf-8")
    told: list[float] = []
    open_draft(folder / name, on_progress=told.append)
    assert len(told) > 9


@pytest.mark.parametrize(
    "more", [bytes(1), b"\xff", b"\xff\xd0", b"\xff\x01", b"\xff\xe0\0\0", b"\xff\xe0\0\x02"]
)
def test_what_begins_as_a_jpeg_and_never_tells_its_size_is_none(more: bytes) -> None:
    assert size_of(b"\xff\xd8\xff\xe0\0\x02" + more * (100_000_000 // len(more))) == (0, 0)


def test_a_jpeg_may_fill_what_is_between_its_parts(folder: Path) -> None:
    jpeg = picture("JPEG")
    assert size_of(jpeg[:2] + b"\xff" * 99 + (b"\xff\xe2\xff\xff" + bytes(65_533)) * 40 + jpeg[2:]) == (
        30,
        20,
    )


def test_markdown_shows_them_and_tells_the_others(folder: Path) -> None:
    code = "```\n![](code.png)\n```"
    path = folder / "r.md"
    path.write_text(
        f"# 报告\n\n## 一\n\n![图](a.png)\n\n{code}\n\n![远](../out.png)\n\n> ![引][x]\n\n[x]: 图/一%20二.png\n",
        "utf-8",
    )
    report = open_report(path)
    assert set(report.images) == {"a.png", "图/一%20二.png"}
    told = {(each.kind, each.line_no, each.text) for each in report.problems}
    assert told == {(ProblemKind.ELSEWHERE, 11, "../out.png")}
    assert set(Body.of(report, None).images()[0]) == set(report.images)
    assert "../out.png" in open_report(path, Options(pictures_elsewhere=True)).images
    assert not open_report(path, Options(pictures=False)).images


@pytest.mark.parametrize("body", ["{}{}", "一、经济\n\n{}{}"])
def test_each_picture_of_a_long_markdown_is_shown_or_told(folder: Path, body: str) -> None:
    named = "".join(f"![图{at}][{at}]\n\n" for at in range(80))
    told = "".join(f"[{at}]: {'a' if at % 2 else 'none'}.png?{at}\n" for at in range(80))
    (folder / "r.md").write_text("# 报告\n\n## 章\n\n" + body.format(named, told), "utf-8")
    report = open_report(folder / "r.md")
    shown = {image.address for each in report.sections for image in images(blocks(each.body))}
    assert set(report.images) == {f"a.png?{at}" for at in range(1, 80, 2)}
    assert shown - set(report.images) == {problem.text for problem in report.problems}


def test_a_picture_in_markdown_itself_is_shown_however_large(folder: Path) -> None:
    held = "data:image/png;base64," + base64.b64encode(picture() + bytes(62_000)).decode()
    (folder / "r.md").write_text(f"# 报告\n\n![图]({held})\n\n![图][i]\n\n[i]: {held}\n", "utf-8")
    report = open_report(folder / "r.md")
    assert report.images == {held: picture() + bytes(62_000)}
    assert not report.problems
    assert paragraphs(report.preamble + "".join(each.body for each in report.sections)) == ["图", "图"]


def test_reading_paragraphs_of_pictures_can_be_cancelled(folder: Path) -> None:
    (folder / "r.md").write_text("# 报告\n\n## 一\n\n" + "![图](a.png)\n\n" * 3, "utf-8")
    told: list[float] = []
    open_report(folder / "r.md", on_progress=told.append)
    assert told == sorted(told)
    assert len([share for share in told if 0.9 < share < 1]) >= 2


def test_a_page_shows_those_that_were_saved_beside_it(folder: Path) -> None:
    path = folder / "r.html"
    held = base64.b64encode(picture(size=(90, 60)) + bytes(200)).decode()
    page = "<h1>报告</h1><p>全镇经济增长。</p><p><img src='{}' alt=图></p>"
    for address, count in (("a.png", 1), (f"data:image/png;base64,{held}", 1), ("../out.png", 0)):
        (folder / "a.png").write_bytes(picture(size=(90, 60)) + bytes(200))
        path.write_text("<html><body>" + page.format(address), "utf-8")
        assert len(open_draft(path).images) == count, address
    path.write_text("<html><head><base href='http://a.cn/'></head><body>" + page.format("a.png"), "utf-8")
    draft = open_draft(path)
    assert not draft.images
    assert ProblemKind.OUTSIDE in {problem.kind for problem in draft.problems}
