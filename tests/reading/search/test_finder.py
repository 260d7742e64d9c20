"""Finding in the open report: what is marked, counted and gone to."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gaohang_viewer.reading.outline.outline_model import HITS
from gaohang_viewer.reading.outline.outline_pane import OutlinePane
from gaohang_viewer.reading.search.finder import Finder
from gaohang_viewer.reading.search.hits_model import HitsModel
from gaohang_viewer.reading.text.text_pane import TextPane
from gaohang_viewer.reading.text.text_style import TextStyle
from gaohang_viewer.report.model import Report, Section
from gaohang_viewer.session.position import Position
from gaohang_viewer.session.reader import Reader
from gaohang_viewer.ui.hit_delegate import SPAN
from gaohang_viewer.ui.theme import load_fonts, load_theme


@dataclass
class Desk:
    reader: Reader
    finder: Finder
    pane: TextPane
    navigator: OutlinePane

    def marked(self) -> list[str]:
        """The texts marked in the pane, the present hit in angle brackets."""
        found = []
        for selection in self.pane.extraSelections():
            text = selection.cursor.selectedText()
            now = selection.format.background().color().name() == "#f2b705"
            found.append(f"<{text}>" if now else text)
        return found


@pytest.fixture
def desk(reader: Reader, qtbot: QtBot) -> Desk:
    finder = Finder(reader)
    made = Desk(reader, finder, TextPane(reader, finder), OutlinePane(reader, finder))
    finder.hit_reached.connect(made.pane.show_hit)
    for widget in (made.pane, made.navigator):
        qtbot.addWidget(widget)
    made.pane.resize(900, 600)
    made.pane.apply_theme(TextStyle(load_theme("light"), load_fonts()))
    made.pane.show()
    made.navigator.apply_theme(load_theme("light"), load_fonts(), wide=True)
    made.navigator.model.set_report(reader.report)
    return made


def search(desk: Desk, qtbot: QtBot, query: str) -> None:
    desk.finder.find(query)
    qtbot.waitUntil(lambda: not desk.finder.is_searching)


def test_hits_are_counted_marked_and_told_in_the_tree(desk: Desk, qtbot: QtBot) -> None:
    search(desk, qtbot, "一网")
    assert desk.finder.total == sum(desk.finder.counts.values()) == 5
    assert [desk.navigator.model.index_of(section).data(HITS) for section in desk.finder.counts] == [
        *desk.finder.counts.values()
    ]
    desk.finder.next()
    marked = desk.marked()
    assert marked.count("<一网>") == 1
    assert set(marked) == {"一网", "<一网>"}
    assert desk.finder.number == 1


def test_next_goes_through_all_hits_and_round_and_previous_back(desk: Desk, qtbot: QtBot) -> None:
    search(desk, qtbot, "一网")
    arrived: list[tuple[int, int]] = []
    desk.finder.hit_reached.connect(lambda section, inside: arrived.append((section, inside)))
    for _ in range(6):
        desk.finder.next()
        assert sum(text.startswith("<") for text in desk.marked()) == 1
    assert len(set(arrived[:5])) == 5
    assert arrived[5] == arrived[0]
    desk.finder.previous()
    assert arrived[6] == arrived[4]


def test_width_and_case_make_no_difference(desk: Desk, qtbot: QtBot) -> None:
    search(desk, qtbot, "奋斗路,高行人")
    assert desk.finder.total == 1
    search(desk, qtbot, "奋斗路，高行人")
    assert desk.finder.total == 1


def test_a_headline_broken_over_two_lines_is_found_across_the_break(desk: Desk, qtbot: QtBot) -> None:
    desk.pane.resize(480, 400)
    desk.pane.show()
    desk.reader.go(1)
    search(desk, qtbot, "奋斗,高质量")
    assert [text.replace("\u2028", "") for text in desk.marked()] == ["奋斗，高质量"]


def test_an_empty_query_ends_the_search(desk: Desk, qtbot: QtBot) -> None:
    search(desk, qtbot, "高行")
    assert desk.marked() or desk.finder.total
    search(desk, qtbot, "")
    assert (desk.finder.total, desk.marked()) == (0, [])


def test_what_is_not_there_has_no_hits(desk: Desk, qtbot: QtBot) -> None:
    search(desk, qtbot, "没有这个词")
    desk.finder.next()
    assert (desk.finder.total, desk.finder.number) == (0, 0)


@pytest.mark.parametrize("query", ["高行", "的", "五年", "。", "“", "2020"])
def test_what_is_counted_is_what_is_marked(desk: Desk, qtbot: QtBot, query: str) -> None:
    search(desk, qtbot, query)
    for section, count in desk.finder.counts.items():
        if section < 0:
            continue
        desk.reader.go(section)
        stretch = desk.pane.laid_out_range
        assert stretch is not None
        start, end = stretch.extent(desk.reader.portions.number(section))
        assert len([hit for hit in desk.pane.highlights.hits if start <= hit[0] < end]) == count


def test_white_space_line_breaks_and_script_make_no_difference(desk: Desk, qtbot: QtBot) -> None:
    search(desk, qtbot, "高行人 風雨兼程")
    assert desk.finder.total == 1
    desk.finder.next()
    assert "<高行人风雨兼程>" in desk.marked()


def test_headlines_are_found_by_their_pinyin_where_no_words_are(desk: Desk, qtbot: QtBot) -> None:
    search(desk, qtbot, "ywtg")
    assert desk.finder.total == 1
    model = HitsModel(desk.reader, desk.finder)
    model.refresh()
    row = model.index(1, 0)
    assert row.data()[slice(*row.data(SPAN))] == "一网统管"
    desk.finder.next()
    assert desk.reader.report.sections[desk.reader.position.section].title.startswith("做优“一网统管”")
    search(desk, qtbot, "GDP")  # words go first, and nothing is read so
    assert desk.finder.total == 0


def test_the_present_hit_stays_the_present_one_in_another_width(desk: Desk, qtbot: QtBot) -> None:
    desk.pane.show()
    search(desk, qtbot, "一网")
    desk.finder.next()
    desk.finder.next()
    desk.pane.resize(520, 600)
    assert sum(text.startswith("<") for text in desk.marked()) == 1
    desk.finder.next()
    assert sum(text.startswith("<") for text in desk.marked()) == 1


def test_a_hit_deep_in_a_long_section_is_gone_to(desk: Desk, qtbot: QtBot) -> None:
    body = "\n\n".join(
        f"第{number}段，" + "很长的文字" * 60 + ("甲乙" if number % 10 == 5 else "") for number in range(80)
    )
    desk.reader.open(Report("长", sections=(Section(1, "", "甲乙", 1, body),)), Path("long.md"), Position())
    desk.pane.show()
    search(desk, qtbot, "甲乙")
    assert desk.finder.total == 9
    for _ in range(9):
        desk.finder.next()
        ((now,),) = [[text for text in desk.marked() if text.startswith("<")]]
        assert now == "<甲乙>"
    cursor = desk.pane.cursorForPosition(desk.pane.viewport().rect().center())
    assert "第7" in cursor.block().text()


@pytest.mark.parametrize(
    "body", ["做好一网\n统管，好。", "做好一网  \n统管，好。", "做好**一网**统 管，好。", "- 做好一網統管"]
)
def test_a_phrase_is_found_across_a_break_of_its_line_and_in_any_look(
    desk: Desk, qtbot: QtBot, body: str
) -> None:
    desk.reader.open(Report("题", sections=(Section(1, "", "甲", 1, body),)), Path("b.md"), Position())
    search(desk, qtbot, "一网统管")
    assert desk.finder.total == 1
    desk.finder.next()
    (marked,) = desk.marked()
    assert marked[1:-1].replace("\u2028", "").replace(" ", "") in ("一网统管", "一網統管")


def test_struck_out_words_and_the_marks_of_notes_are_passed_over(desk: Desk, qtbot: QtBot) -> None:
    body = "目标~~五成~~六成〔1〕以上。\n\n- 原为~~五成~~六成。"
    desk.reader.open(Report("题", sections=(Section(1, "", "甲", 1, body),)), Path("s.md"), Position())
    search(desk, qtbot, "五成")
    assert (desk.finder.total, desk.marked()) == (0, [])
    search(desk, qtbot, "六成")
    assert (desk.finder.total, desk.marked()) == (2, ["六成", "六成"])
    desk.finder.next()
    assert desk.marked() == ["六成", "<六成>"]
    search(desk, qtbot, "目标六成以")
    assert desk.marked() == ["目标五成六成〔1〕以"]
