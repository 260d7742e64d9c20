"""The running head uses the room that there is."""

from __future__ import annotations

import pytest

from gaohang_viewer.report.model import Report, Section
from gaohang_viewer.typeset.slides.deck_options import PLAIN, DeckOptions
from gaohang_viewer.typeset.slides.running_head import fitted_heads, running_head
from gaohang_viewer.typeset.text_width import ems

SHORT, LONG = "一、二〇二一年工作回顾", "（一）坚定不移抓项目、促转型，发展动能加速集聚，发展质量明显提升"
REPORT = Report(
    "工作报告",
    sections=(Section(1, "", SHORT, 1), Section(2, "", LONG, 2), Section(3, "", "1. 项目", 3, "正文。")),
)


@pytest.mark.parametrize(
    ("section", "heads"), [(None, ["工作报告"]), (0, ["工作报告"]), (1, [SHORT]), (2, [SHORT, LONG])]
)
def test_the_headlines_above(section: int | None, heads: list[str]) -> None:
    assert running_head(REPORT, section, PLAIN) == heads


def test_the_longer_headline_is_cut_where_the_page_is_narrow() -> None:
    short, cut = running_head(REPORT, 2, DeckOptions(aspect="4:3", logo="logo.png"))
    assert short == SHORT
    assert cut == "（一）坚定不移抓项目、促转型"


@pytest.mark.parametrize("room", [10.0, 20.0, 40.0])
def test_heads_fit_their_line(room: float) -> None:
    heads = fitted_heads(["没有标点的标题" * 3, "短的", "另一个没有标点的标题" * 3], room)
    assert sum(map(ems, heads)) + 4 <= room + 0.01
    assert heads[1] == "短的"


def test_a_report_without_title_has_none() -> None:
    assert running_head(Report(""), None, PLAIN) == []
