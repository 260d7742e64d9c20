"""What the options of `pdf` do to its pages."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from gaohang_viewer.cli.main import main
from tests.typeset.conftest import ReadBack

TEXT = (
    "关于植树的通知\n一、总体要求\n" + "多栽树，少占地，把荒山绿起来。\n" * 120 + "二、工作安排\n春天完成。\n"
)
RED_SHARE = 0.2  # of a sheet of slides in their own look; without it they have red letters at most


def pdf(folder: Path, *options: str) -> ReadBack:
    (folder / "report.txt").write_text(TEXT, "utf-8")
    assert main(["pdf", *options, "-o", str(folder / "out.pdf"), str(folder / "report.txt")]) == 0
    return ReadBack((folder / "out.pdf").read_bytes())


@pytest.mark.parametrize(
    ("form", "option", "there"),
    [
        ("reading", (), True),
        ("reading", ("--no-contents",), False),
        ("official", (), False),
        ("official", ("--contents",), True),
    ],
)
def test_contents_are_there_or_not(form: str, option: tuple[str, ...], there: bool, tmp_path: Path) -> None:
    assert ("目录" in pdf(tmp_path, "--as", form, *option).text) is there


def test_a_footer_is_at_the_foot_of_every_page(tmp_path: Path) -> None:
    pages = pdf(tmp_path, "--footer", "内部资料").pages
    assert len(pages) > 2
    assert all("内部资料" in page for page in pages)


@pytest.mark.parametrize(("option", "sides"), [((), 2), (("--one-sided",), 1)])
def test_numbers_are_on_the_outer_side_or_always_on_the_same(
    option: tuple[str, ...], sides: int, tmp_path: Path
) -> None:
    made = pdf(tmp_path, *option)
    assert len({made.number_at(page) > 300 for page in (1, 2)}) == sides


def test_an_official_document_has_who_issues_it_and_when(tmp_path: Path) -> None:
    assert "某镇人民政府" not in pdf(tmp_path, "--as", "official").text
    made = pdf(tmp_path, "--as", "official", "--issuer", "某镇人民政府", "--date", "2026年1月5日")
    end = made.text[made.text.rindex("春天完成") :]
    assert end.index("某镇人民政府") < end.index("2026年1月5日")


@pytest.mark.parametrize(("option", "coloured"), [((), False), (("--colour",), True)])
def test_slides_of_a_handout_spare_ink_or_keep_their_look(
    option: tuple[str, ...], coloured: bool, tmp_path: Path
) -> None:
    pdf(tmp_path, "--as", "handout2", *option)
    with pypdfium2.PdfDocument(tmp_path / "out.pdf") as document:
        picture = document[0].render(scale=0.25).to_pil().convert("RGB")
    red = sum(1 for r, g, b in picture.get_flattened_data() if r > 80 > g + b)
    assert (red > RED_SHARE * picture.width * picture.height) is coloured


@pytest.mark.parametrize(("option", "there"), [((), False), (("--whole-page",), True)])
def test_a_web_page_is_read_whole_or_its_article_alone(
    option: tuple[str, ...], there: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    article = "<h1>植树通知</h1>" + "<p>多栽树，少占地，把荒山绿起来，把河岸绿起来，把道路绿起来。</p>" * 20
    page = f"<html><body><article>{article}</article><nav><a href=/>其他栏目的内容</a></nav></body></html>"
    (tmp_path / "page.html").write_text(page, "utf-8")
    assert main(["markdown", *option, str(tmp_path / "page.html")]) == 0
    written = capsys.readouterr().out
    assert "多栽树" in written
    assert ("其他栏目的内容" in written) is there
