"""A report written as Markdown reads back as itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaohang_viewer.loading import open_report
from gaohang_viewer.loading.plain_text import read_text
from gaohang_viewer.report.draft import continuous, escaped
from gaohang_viewer.report.markdown_writer import as_markdown
from gaohang_viewer.report.model import Report, Section
from gaohang_viewer.resources import BUILT_IN_REPORT

if TYPE_CHECKING:
    from pathlib import Path

WORDS = st.text(alphabet="一二甲乙（）、.1*_#`[]<>|\\~“”:：。 ", min_size=1, max_size=12).map(
    lambda text: "文" + text.strip()
)
BODIES = st.lists(WORDS.map(escaped), max_size=3).map("\n\n".join)


@st.composite
def reports(draw: st.DrawFn) -> Report:
    levels = continuous(draw(st.lists(st.integers(1, 4), max_size=8)))
    marks = st.sampled_from(["", "一、", "（二）", "3.", "第四章 "])
    sections = tuple(Section(level, draw(marks), draw(WORDS), 1, draw(BODIES)) for level in levels)
    title, subtitle = draw(WORDS), draw(st.one_of(st.just(""), WORDS))
    return Report(title, subtitle, "", (("speaker", "县长 王某"),), draw(BODIES), sections)


def same(one: Report, other: Report) -> None:
    assert (one.title, one.subtitle, one.edition, one.meta) == (
        other.title,
        other.subtitle,
        other.edition,
        other.meta,
    )
    assert one.preamble == other.preamble
    words = [[(s.level, s.mark + s.title, s.body) for s in report.sections] for report in (one, other)]
    assert words[0] == words[1]


@given(reports())
def test_a_report_reads_back(report: Report) -> None:
    same(read_text(as_markdown(report), "name", lambda _share: None).report(), report)


@pytest.mark.parametrize("name", ["", "gaohang-report.txt"])
def test_real_reports_read_back(fixtures: Path, name: str) -> None:
    report = open_report(fixtures / name if name else BUILT_IN_REPORT)
    same(read_text(as_markdown(report), "name", lambda _share: None).report(), report)
