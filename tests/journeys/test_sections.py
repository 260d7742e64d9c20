"""What is done with a report beside reading it, in a real window: looks, sections, figures, library, editions."""

from __future__ import annotations

import subprocess
import sys
from functools import partial
from pathlib import Path

import pypdfium2
import pytest

from tests.journeys.program import Program, wait_for
from tests.journeys.test_desk import ACCENT, jump, with_library, write
from tests.tools import screen as screens
from tests.tools.screen import Picture, Screen

# Only where Xvfb and openbox cannot be installed; with CI set, dev.py stops instead of letting these be skipped.
why_not = screens.available()
pytestmark = pytest.mark.skipif(why_not is not None, reason=str(why_not))

GREEN_PAPER = (0xDF, 0xE9, 0xD5)
CLIPBOARD = "from PySide6.QtGui import QGuiApplication as A; a = A([]); print(a.clipboard().text())"


def clipboard(screen: Screen) -> str:
    """What another program would paste."""
    command = [sys.executable, "-c", CLIPBOARD]
    env = screen.env | {"PYTHONIOENCODING": "utf-8"}
    return subprocess.run(command, env=env, capture_output=True, encoding="utf-8", check=True).stdout


def text_of(picture: Picture) -> Picture:
    """The part of the window with the report's text."""
    return picture.region(480, 160, 600, 560)


def lists_three(picture: Picture) -> bool:
    """Whether the library has a third row, and nothing below it."""
    third, below = (88, 363, 1000, 29), (88, 400, 1000, 300)
    return len(picture.region(*third).colours()) > 1 == len(picture.region(*below).colours())


def other_rows(before: Picture, now: Picture) -> bool:
    """Whether the upper two rows of the library are not those of before."""
    rows = (88, 305, 600, 58)
    return before.region(*rows) != now.region(*rows)


def save_as(screen: Screen, path: Path) -> None:
    screen.wait_title("Export as PDF")
    screen.wait_quiet()
    screen.key("ctrl+a")
    screen.type(str(path))
    screen.key("Return")
    wait_for(path)


def test_look_face_spacing_and_speaking_times_are_chosen_and_kept(screen: Screen) -> None:
    def choose(*keys: str) -> None:
        screen.click(1145, 76)  # the button of the look
        screen.wait_quiet()
        screen.keys(*keys, pause=0.03)
        screen.wait_quiet()

    program = Program(screen)
    program.ready()
    choose(*["Down"] * 4, "Return")  # like the system, light, dark, easy on the eyes
    program.wait_pixels(GREEN_PAPER, lambda count: count > 100_000)
    text = text_of(screen.picture())
    choose(*["Down"] * 6, "Right", "Down", "Return")  # ..., high contrast, typeface: Song, Hei
    in_hei = text_of(screen.wait_still(lambda picture: text_of(picture) != text))
    choose(*["Down"] * 7, "Right", "Up", "Return")  # the largest spacing
    screen.wait_still(lambda picture: text_of(picture) != in_hei)
    times = screen.picture().region(400, 200, 50, 400)
    jump(screen, "Speaking times")
    screen.wait_still(lambda picture: picture.region(400, 200, 50, 400) != times)
    chosen = program.quit()["chosen"]
    assert (chosen["theme"], chosen["face"], chosen["spacing"]) == ("green", "sans", "225")
    assert chosen["times"] == "false"
    again = Program(screen)
    again.ready()
    again.wait_pixels(GREEN_PAPER, lambda count: count > 100_000)


def test_a_section_is_copied_and_printed_by_its_menu_and_figures_as_a_table(
    screen: Screen, tmp_path: Path
) -> None:
    program = Program(screen)
    program.ready()
    screen.click(240, 250, button=3)  # the second row
    screen.wait_quiet()
    screen.keys("Down", "Down", "Down", "Return", pause=0.1)  # present, print, copy
    screen.wait_quiet()
    assert clipboard(screen).startswith("# (一) 五年的拼搏奋斗")
    screen.key("F7")
    screen.wait_quiet()
    screen.click(1068, 131)  # copy as a table
    screen.wait_quiet()
    table = clipboard(screen).splitlines()
    assert table[0] == "Section,Description,Figure,Number,Unit"
    assert "经济发展进中提质,年均税收,23.9亿元,2390000000,元" in table
    screen.key("F7")
    screen.click(240, 250, button=3)
    screen.wait_quiet()
    screen.keys("Down", "Down", "Return", pause=0.1)
    screen.wait_title("Print and export")
    screen.wait_quiet()
    screen.key("Return")
    save_as(screen, tmp_path / "section.pdf")
    document = pypdfium2.PdfDocument(tmp_path / "section.pdf")
    words = "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    assert "23.9" in words
    assert "排头兵先行者，党建引领" not in words.replace("\r\n", "")
    screen.wait_quiet()
    screen.key("Escape")
    screen.wait_quiet()
    program.quit()


def test_actions_and_recent_files_are_jumped_to(screen: Screen, tmp_path: Path) -> None:
    path = write(tmp_path / "yesterday.txt", "昨天的报告", "昨天的正文，说了很多。")
    program = Program(screen, str(path))
    screen.wait_title("昨天的报告")
    program.ready()
    jump(screen, "built-in")
    screen.wait_title("勇当高质量发展排头兵")
    jump(screen, "yesterday")
    screen.wait_title("昨天的报告")
    program.quit()


def test_reports_of_a_library_are_sorted_filtered_opened_apart_and_compared(
    screen: Screen, tmp_path: Path
) -> None:
    write(tmp_path / "reports" / "2021 first.txt", "二零二一年报告", "全年税收23.9亿元，增长很快。")
    write(tmp_path / "reports" / "2023 second.txt", "二零二三年报告", "全年税收26.1亿元，增长很快。")
    with_library(screen, tmp_path / "reports")
    program = Program(screen)
    program.ready()
    screen.key("ctrl+l")
    screen.wait_still(lists_three)
    for x in (785, 815):  # the year: the oldest first, then the newest; at one place it were a double click
        before = screen.picture()
        screen.click(x, 284)
        screen.wait_until(partial(other_rows, before))
    screen.click(300, 317)
    screen.wait_quiet()
    screen.keys("shift+Down", pause=0.2)
    screen.click(998, 138)  # compare
    screen.wait_still(lambda picture: picture.region(480, 200, 700, 500).colours()[ACCENT] > 50)
    screen.click(1137, 138)  # export
    save_as(screen, tmp_path / "comparison.pdf")
    document = pypdfium2.PdfDocument(tmp_path / "comparison.pdf")
    words = document[0].get_textpage().get_text_range()
    document.close()
    assert "23.9" in words
    assert "26.1" in words
    screen.key("Escape")
    screen.key("ctrl+l")
    screen.wait_quiet()
    screen.key("ctrl+l")
    screen.type("2021")
    screen.keys("Down", "ctrl+Return", pause=0.3)
    screen.wait_title("二零二一年报告")
    assert any("勇当高质量发展排头兵" in title for title in screen.titles())
    screen.key("ctrl+q")  # the new window is the one in front
