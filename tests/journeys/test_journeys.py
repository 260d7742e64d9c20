"""The real program in a real window, driven by keys through the window system."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from tests.journeys.program import BLACK, HIT, HIT_NOW, WHITE, Program, wait_for
from tests.tools import screen as screens
from tests.tools.screen import Picture, Screen

# Only where Xvfb and openbox cannot be installed; with CI set, dev.py stops instead of letting these be skipped.
why_not = screens.available()
pytestmark = pytest.mark.skipif(why_not is not None, reason=str(why_not))


def test_reading_by_the_keyboard(screen: Screen) -> None:
    program = Program(screen)
    program.ready()
    program.wait_pixels(WHITE, lambda count: count > 1000)
    screen.keys("alt+Down", "alt+Down", "alt+Down", pause=0.2)  # front page, chapter, part, section
    screen.keys("alt+Left", pause=0.2)
    assert program.place() == 1


def test_the_place_is_found_again(screen: Screen) -> None:
    first = Program(screen)
    first.ready()
    screen.keys(*["alt+Down"] * 6, pause=0.15)
    assert first.place() == 5
    second = Program(screen)
    second.ready()
    assert second.place() == 5


def test_searching(screen: Screen) -> None:
    program = Program(screen)
    program.ready()
    screen.key("ctrl+f")
    screen.type("2020")
    program.wait_pixels(HIT, lambda count: count > 100)  # the badges in the tree
    screen.key("F3")
    program.wait_pixels(HIT_NOW, lambda count: count > 100)
    screen.key("F3")
    program.wait_pixels(HIT_NOW, lambda count: count > 100)
    screen.key("Escape")
    screen.wait_still(lambda picture: picture.colours()[HIT_NOW] == picture.colours()[HIT] == 0)


def test_presenting_with_the_keys_of_a_remote(screen: Screen) -> None:
    program = Program(screen)
    program.ready()
    screen.key("F5")
    screen.wait_title("Slide show — 1 /")
    screen.key("Next")
    screen.wait_title("Slide show — 2 /")
    screen.keys("Next", "Next", "Prior")
    screen.wait_title("Slide show — 3 /")
    screen.key("period")
    program.wait_pixels(BLACK, lambda count: count == 1280 * 800)
    screen.key("period")
    program.wait_pixels(BLACK, lambda count: count < 1280 * 100)
    screen.key("F5")  # the button that sends F5 and Esc in turn
    screen.wait_quiet()
    screen.wait_title("Slide show — 3 /")
    screen.key("Escape")
    screen.wait_quiet()
    screen.wait_title("Slide show — 3 /")
    screen.key("Escape")
    screen.wait_quiet()
    assert not [title for title in screen.titles() if "Slide show" in title]
    assert program.place() == 0  # the divider of the first chapter was on show


def test_a_show_begins_at_the_section_being_read(screen: Screen) -> None:
    program = Program(screen)
    program.ready()
    screen.keys(*["alt+Down"] * 3, pause=0.15)
    screen.key("shift+F5")
    title = screen.wait_title("经济发展进中提质")
    screen.key("ctrl+Next")
    assert screen.wait_title("发展能级加速提升") != title
    screen.keys("Escape", "Escape", pause=0.2)
    screen.wait_quiet()
    assert program.place() == 3


def is_red_at_the_top(picture: Picture) -> bool:
    """Whether the slide's own red is there, below the bar that a 16:10 screen leaves."""
    red, green, blue = picture.pixel(640, 60)
    return red > 80 > green + blue


def test_presenting_from_the_command_line(screen: Screen) -> None:
    Program(screen, "present", "--from", "四")
    screen.wait_title("勇担排头兵先行者")
    screen.wait_still(is_red_at_the_top)


def test_printing_chosen_sections(screen: Screen, tmp_path: Path) -> None:
    program = Program(screen)
    program.ready()
    screen.keys("alt+Down", "alt+Down", "alt+Down", pause=0.2)
    screen.key("ctrl+p")
    screen.wait_title("Print and export")
    screen.wait_quiet()
    screen.key("Return")
    screen.wait_title("Export as PDF")
    screen.key("ctrl+a")
    screen.type(str(tmp_path / "out.pdf"))
    screen.key("Return")
    wait_for(tmp_path / "out.pdf")
    document = pypdfium2.PdfDocument(tmp_path / "out.pdf")
    assert len(document) > 5
    assert "高质量" in document[0].get_textpage().get_text_range()
    document.close()
    screen.wait_quiet()
    screen.key("Escape")
    screen.wait_quiet()
    program.quit()


def test_a_file_that_is_not_there_is_told_and_the_built_in_report_opens(screen: Screen) -> None:
    program = Program(screen, "no-such-file.md")
    screen.wait_title("Gaohang Viewer")
    screen.wait_quiet()
    screen.key("Return")
    screen.wait_quiet()
    screen.key("alt+Down")
    assert program.place() == 0
