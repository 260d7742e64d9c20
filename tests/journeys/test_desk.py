"""The reading desk in a real window: continuous text, finding, the library, editions."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from gaohang_viewer.loading import open_report
from gaohang_viewer.resources import BUILT_IN_REPORT
from tests.journeys.program import HIT, HIT_NOW, Program
from tests.tools import screen as screens
from tests.tools.screen import Screen

# Only where Xvfb and openbox cannot be installed; with CI set, dev.py stops instead of letting these be skipped.
why_not = screens.available()
pytestmark = pytest.mark.skipif(why_not is not None, reason=str(why_not))

ACCENT = (0xB3, 0x26, 0x1E)
BAR = (0xF3, 0xF2, 0xEE)  # the tool bar, in the light theme
TEXT = "{title}\n各位代表：\n一、第一部分\n{body}\n二、第二部分\n这里没有别的话，只有这一句。\n"


def write(path: Path, title: str, body: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(TEXT.format(title=title, body=body), "utf-8")
    return path


def with_library(screen: Screen, folder: Path) -> None:
    """The program as if this folder had been named before."""
    settings = Path(screen.env["HOME"], ".config", "Gaohang Viewer", "gaohang-viewer.ini")
    settings.parent.mkdir(parents=True)
    settings.write_text(f"[state]\nlibrary={folder}\n", "utf-8")


def jump(screen: Screen, words: str) -> None:
    screen.key("ctrl+k")
    screen.wait_quiet()
    screen.type(words)
    screen.wait_quiet()
    screen.key("Return")
    screen.wait_quiet()


def test_paging_goes_through_the_whole_report_and_the_tree_follows(screen: Screen) -> None:
    program = Program(screen)
    program.ready()
    screen.click(840, 400)  # into the text
    screen.keys(*["Next"] * 30, pause=0.03)
    screen.wait_quiet()
    assert program.place() == len(open_report(BUILT_IN_REPORT).sections) - 1


def test_the_wheel_scrolls_on_into_the_next_sections(screen: Screen) -> None:
    program = Program(screen)
    program.ready()
    screen.move(840, 400)
    for _ in range(12):
        screen.wheel(-3)
        time.sleep(0.05)
    screen.wait_quiet()
    assert program.place() > 2


def test_a_click_in_the_tree_leads_to_its_section(screen: Screen) -> None:
    program = Program(screen)
    program.ready()
    screen.click(240, 250)  # the second row: the first part of the first chapter
    screen.wait_quiet()
    assert program.place() == 1


def test_a_headline_is_jumped_to_by_the_initials_of_its_pinyin(screen: Screen) -> None:
    program = Program(screen)
    program.ready()
    jump(screen, "ywtg")
    titles = [section.title for section in open_report(BUILT_IN_REPORT).sections]
    assert titles[program.place()].startswith("做优“一网统管”")


def test_hits_are_listed_and_gone_to(screen: Screen) -> None:
    program = Program(screen)
    program.ready()
    screen.key("ctrl+f")
    screen.type("2020")
    screen.wait_quiet()
    before = program.wait_pixels(HIT, lambda count: count > 100)
    screen.key("F4")
    with_list = program.wait_pixels(HIT, lambda count: count > before + 200)
    screen.keys("Down", "Down", "Return", pause=0.1)
    program.wait_pixels(HIT_NOW, lambda count: count > 100)
    screen.key("Escape")  # leaves the list
    program.wait_pixels(HIT, lambda count: count < with_list)


def test_key_figures_are_listed_gone_to_and_marked(screen: Screen) -> None:
    program = Program(screen)
    program.ready()
    screen.key("F7")
    screen.wait_quiet()
    screen.keys("Down", "Down", "Return", pause=0.1)
    program.wait_pixels(HIT_NOW, lambda count: count > 100)
    before = screen.picture().colours()[ACCENT]
    screen.key("shift+F7")
    program.wait_pixels(ACCENT, lambda count: count > before)
    screen.click(700, 400)
    screen.wait_quiet()
    assert program.place() == 2


def test_nothing_but_the_text_until_escape(screen: Screen) -> None:
    program = Program(screen)
    program.ready()
    bar = program.wait_pixels(BAR, lambda count: count > 1000)
    screen.key("F11")
    program.wait_pixels(BAR, lambda count: count < 1000)
    screen.key("Next")
    screen.wait_quiet()
    screen.key("Escape")
    program.wait_pixels(BAR, lambda count: count > bar // 2)


def test_a_file_that_another_program_changes_is_read_again(screen: Screen, tmp_path: Path) -> None:
    path = write(tmp_path / "report.txt", "原来的报告", "原来的正文，说了很多。")
    program = Program(screen, str(path))
    screen.wait_title("原来的报告")
    program.ready()
    screen.keys("alt+Down", "alt+Down", pause=0.2)
    screen.wait_quiet()  # the keys have been handled before the file changes
    write(path, "改过的报告", "改过的正文，说了更多。\n（一）新加的一节\n新的正文。")
    screen.wait_title("改过的报告")
    screen.wait_quiet()
    assert program.place() == 2  # the second chapter, which was the second section and is the third


def test_all_reports_are_searched_and_back_leads_to_the_one_before(screen: Screen, tmp_path: Path) -> None:
    write(tmp_path / "reports" / "2021.txt", "二零二一年报告", "全年GDP增长百分之五，形势很好。")
    write(tmp_path / "reports" / "2023.txt", "二零二三年报告", "全年投资增长百分之六，形势更好。")
    with_library(screen, tmp_path / "reports")
    program = Program(screen)
    program.ready()
    screen.keys("alt+Down", "alt+Down", pause=0.2)
    screen.key("ctrl+shift+f")
    screen.wait_quiet()
    screen.type("gdp")
    screen.wait_still(lambda picture: picture.colours()[HIT] > 100)
    screen.keys("Down", "Down", "Return", pause=0.3)
    screen.wait_title("二零二一年报告")
    program.wait_pixels(HIT_NOW, lambda count: count > 100)
    screen.key("alt+Left")
    screen.wait_title("勇当高质量发展排头兵")
    screen.wait_quiet()
    assert program.place() == 1


def test_two_editions_are_compared(screen: Screen, tmp_path: Path) -> None:
    old = write(tmp_path / "old.txt", "第一版报告", "全年税收23.9亿元，增长很快。")
    new = write(tmp_path / "new.txt", "第二版报告", "全年税收26.1亿元，增长很快。")
    program = Program(screen, str(new))
    screen.wait_title("第二版报告")
    program.ready()
    before = screen.picture().colours()[ACCENT]
    jump(screen, "Compare with")
    screen.wait_title("Open a report")
    screen.wait_quiet()
    screen.key("ctrl+a")
    screen.type(str(old))
    screen.key("Return")
    screen.wait_still(lambda picture: picture.colours()[ACCENT] > before + 50)  # what is new, underlined
    screen.key("Escape")
    screen.wait_quiet()
    screen.key("alt+Down")
    assert program.place() == 0


def test_a_bookmark_outlives_the_program(screen: Screen) -> None:
    program = Program(screen)
    program.ready()
    screen.keys("alt+Down", "alt+Down", "ctrl+d", pause=0.2)
    assert "bookmarks" in program.quit()["state"]
    again = Program(screen)
    again.ready()
    with_bookmark = screen.picture().colours()[ACCENT]
    screen.key("ctrl+d")
    again.wait_pixels(ACCENT, lambda count: count < with_bookmark - 50)
