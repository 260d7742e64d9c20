"""The reading edition at its three sizes: what a designer would look at."""

from __future__ import annotations

import pytest

from gaohang_viewer.report.headline_text import headline
from gaohang_viewer.report.model import Report, Section
from gaohang_viewer.typeset.engine.compiler import compile_job
from gaohang_viewer.typeset.engine.job import Job
from gaohang_viewer.typeset.paper_job import chapters, paper_job
from gaohang_viewer.typeset.paper_options import Form, PaperOptions
from tests.typeset.conftest import ReadBack, Reader

SIZES = (Form.READING, Form.LARGE, Form.BOOKLET)
LONG = Report(
    "关于进一步完善全镇城市管理精细化工作体系全面提升城市治理现代化水平的工作报告",
    subtitle="在高行镇第六届人民代表大会第一次会议上",
    sections=tuple(
        Section(
            1 + at % 3,
            "",
            f"扎实推进第{at}项重点工作任务，不断提升人民群众获得感幸福感安全感",
            at,
            "一段文字。" * 60,
        )
        for at in range(30)
    ),
)


def test_a_link_in_the_head_of_a_long_table_is_set(form: Form, read_back: Reader) -> None:
    rows = "\n".join(f"| 第{at}单位 | {at} |" for at in range(120))
    body = f"| [单位](http://a.example/) | 数 |\n|---|---|\n{rows}"
    read = read_back(
        compile_job(
            paper_job(
                Report("报告", sections=(Section(1, "一、", "甲", 1, body),)), options=PaperOptions(form)
            )
        ).pdf
    )
    assert "第119单位" in read.text


def pages_of(report: Report, options: PaperOptions, language: str = "zh") -> Job:
    """The pages as they are before a booklet's are laid on sheets."""
    job = paper_job(report, options=options, language=language)
    return Job(job.template, job.data, job.standards, job.created, job.files, job.sources)


@pytest.fixture(params=SIZES, ids=[form.value for form in SIZES])
def form(request: pytest.FixtureRequest) -> Form:
    found = request.param
    assert isinstance(found, Form)
    return found


@pytest.fixture(params=["report", "long"])
def paper(request: pytest.FixtureRequest, form: Form, report: Report, read_back: Reader) -> ReadBack:
    which = report if request.param == "report" else LONG
    return read_back(compile_job(pages_of(which, PaperOptions(form))).pdf)


def test_the_running_head_is_one_line_with_the_chapter(paper: ReadBack) -> None:
    """The second thing on the page is far below the first."""
    for page in range(2, len(paper.pages)):
        tops = paper.baselines(page)
        height = paper.document[page].get_height()
        in_head = [top for top in tops if top < 0.095 * height]
        assert len(in_head) == 1
        assert min(top for top in tops if top > in_head[0]) - in_head[0] > 20


def test_no_line_begins_with_closing_punctuation(paper: ReadBack) -> None:
    assert [line for line in paper.lines() if line.startswith(tuple("，。；：、！？）》」”’〉】"))] == []


def test_no_paragraph_leaves_one_line_on_a_page(paper: ReadBack, form: Form) -> None:
    """A page neither begins with the last line of a paragraph nor ends with its first."""
    indent = 1.5 * pages_of(LONG, PaperOptions(form)).data["page"]["size"]
    headlines = ["".join(title.split()) for _, title in paper.bookmarks()]
    before: list[tuple[float, str]] = []
    for page in range(2, len(paper.pages)):
        lines = paper.body_lines(page)
        (x, words), (second, _) = lines[0], lines[1]
        edge = min(x for x, _ in lines)
        if x < edge + indent and not any(words in headline for headline in headlines):  # a paragraph goes on
            assert second < edge + indent, (
                f"page {page + 1} begins with the last line of a paragraph: {words}"
            )
            if before:
                edge = min(x for x, _ in before)
                assert before[-1][0] < edge + indent, f"page {page} ends with the first line of a paragraph"
        before = lines


def test_contents_are_never_a_few_lines_on_a_page_of_their_own(paper: ReadBack) -> None:
    counts = [page.count("....") + page.count(". . . .") for page in paper.pages[:4]]
    last = [count for count in counts if count][-1]
    assert last > 5


def test_no_entry_of_the_contents_ends_in_a_line_of_two_characters(form: Form, report: Report) -> None:
    for which in (report, LONG):
        for lines in pages_of(which, PaperOptions(form)).data["entry-lines"].values():
            assert min(map(len, lines)) > 2


def test_head_foot_and_watermark_stand_on_every_page_but_the_cover(report: Report, read_back: Reader) -> None:
    options = PaperOptions(
        cover=True, header="内部·{title}·{chapter}", footer="请勿外传", watermark="征求意见稿"
    )
    paper = read_back(compile_job(pages_of(report, options)).pdf)
    first, *rest = ["".join(page.split()) for page in paper.pages]
    assert "请勿外传" not in first
    assert "征求意见稿" not in first
    for page in rest:
        assert page.count("请勿外传") == 1
        assert page.count("征求意见稿") == 1
    assert "内部·勇当高质量发展排头兵善为现代化治理先行者·一、回望五年" in rest[2]


def test_page_numbers_stand_outside_when_both_sides_are_printed(report: Report, read_back: Reader) -> None:
    for two_sided, sides in ((True, {0: "right", 1: "left"}), (False, {0: "middle", 1: "middle"})):
        paper = read_back(compile_job(pages_of(report, PaperOptions(two_sided=two_sided))).pdf)
        for page in range(2, 6):
            x = paper.number_at(page) / paper.document[page].get_width()
            assert sides[page % 2] == ("left" if x < 0.3 else "right" if x > 0.7 else "middle")


def test_the_key_figures_are_an_annex_with_their_pages(report: Report, read_back: Reader) -> None:
    paper = read_back(compile_job(pages_of(report, PaperOptions(figures=True))).pdf)
    annex = "".join(paper.pages[-2:])
    assert "附件　数据一览" in annex.replace(" ", "　") or "附件数据一览" in "".join(annex.split())
    assert "23.9" in annex
    row = next(line for line in annex.split("\n") if "年均税收" in line)
    page = int(row.split()[-1])
    assert "23.9" in paper.pages[page - 1]


def test_an_older_edition_brings_what_differs_from_it(report: Report, read_back: Reader) -> None:
    old = report._replace(sections=report.sections[:-2])
    text = read_back(compile_job(pages_of(report, PaperOptions(before=old))).pdf).text
    assert "与前一版的差异" in text
    assert "新增" in text


def test_without_contents_there_are_none(report: Report, read_back: Reader) -> None:
    assert "目录" not in read_back(compile_job(pages_of(report, PaperOptions(contents=False))).pdf).text


def test_each_chapter_is_a_document_of_its_own(report: Report, read_back: Reader) -> None:
    parts = chapters(report, None)
    assert [name[:2] for name, _ in parts] == ["一、", "二、", "三、", "四、"]
    text = read_back(compile_job(paper_job(report, parts[1][1])).pdf).text
    assert "今后五年高行的指导思想" in text
    assert "经济发展进中提质" not in text


def test_a_chapter_of_which_nothing_is_wanted_is_no_document(report: Report) -> None:
    third = report.outline.roots[2]
    assert chapters(report, {third + 1}) == [(headline(report.sections[third], True), frozenset({third + 1}))]


def test_a_break_that_the_author_set_is_printed(read_back: Reader) -> None:
    one = Report("报告", sections=(Section(1, "", "章", 1, "第一行  \n第二行\n接着写"),))
    lines = read_back(compile_job(paper_job(one)).pdf).lines()
    assert "第一行" in lines
    assert "第二行接着写" in lines


def test_struck_out_text_is_printed_struck(read_back: Reader) -> None:
    one = Report("报告", sections=(Section(1, "", "章", 1, "目标~~5%~~6%"),))
    job = paper_job(one)
    assert {"text": "5%", "struck": True} in job.data["sections"][0]["blocks"][0]["runs"]
    assert "目标5%6%" in read_back(compile_job(job).pdf).lines()
