"""A small deck: pages of one colour each, so that a pixel tells which page is on show."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from gaohang_viewer.presenting.audience.window import AudienceWindow
from gaohang_viewer.presenting.report_store import ReportStore
from gaohang_viewer.presenting.show.pages import Deck, ShowPage
from gaohang_viewer.presenting.show_windows import ShowWindows
from gaohang_viewer.report.model import Report, Section
from gaohang_viewer.storage.settings import Settings
from tests.coloured_pages import COUNT, page_colour


@pytest.fixture(scope="session")
def deck_pages() -> tuple[ShowPage, ...]:
    """A cover, contents, and ten pages of sections 0 to 8; section 2 goes on for a second page."""
    sections = (None, None, 0, 1, 2, 2, 3, 4, 5, 6, 7, 8)
    parts = (0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0)
    slides = (0, 1, 2, 3, 4, 4, 5, 6, 7, 8, 9, 10)
    return tuple(
        ShowPage(number, slide, section, part, f"第{number}页")
        for number, (slide, section, part) in enumerate(zip(slides, sections, parts, strict=True), 1)
    )


@pytest.fixture(scope="session")
def deck(deck_pdf: bytes, deck_pages: tuple[ShowPage, ...]) -> Deck:
    """The small deck."""
    sections = tuple(Section(1, f"{n}.", f"第{n}节", n, "正文。" * n) for n in range(1, 10))
    return Deck(Report("勇当高质量发展排头兵", sections=sections), deck_pdf, deck_pages)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """As nobody has chosen anything yet."""
    return Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))


@pytest.fixture
def show_windows(qtbot: QtBot, settings: Settings) -> Iterator[ShowWindows]:
    """The windows of a show without a deck."""
    show_windows = ShowWindows(Report("勇当高质量发展排头兵"), settings, ReportStore(None, None))
    qtbot.addWidget(show_windows.audience)
    yield show_windows
    show_windows.close()


@pytest.fixture
def audience(show_windows: ShowWindows) -> AudienceWindow:
    """Its audience window."""
    return show_windows.audience


@pytest.fixture
def show(show_windows: ShowWindows, qtbot: QtBot, deck: Deck) -> AudienceWindow:
    """A show that stands on its cover."""
    show_windows.running.set_deck(deck)
    show_windows.start()
    qtbot.waitUntil(lambda: shown_page(show_windows.audience) == 1)
    return show_windows.audience


def shown_page(window: AudienceWindow) -> int | None:
    """The page whose colour is in the middle of the window."""
    image = window.grab().toImage()
    found = image.pixelColor(image.width() // 2, image.height() // 2)
    return next((page for page in range(1, COUNT + 1) if page_colour(page) == found), None)
