"""A console with a report of chapters and sections, whose deck is the small one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from gaohang_viewer.presenting.console.window import ConsoleWindow
from gaohang_viewer.presenting.report_store import ReportStore
from gaohang_viewer.presenting.show.pages import Deck, ShowPage
from gaohang_viewer.presenting.show_windows import ShowWindows
from gaohang_viewer.report.model import Report, Section
from gaohang_viewer.storage.settings import Settings

LEVELS = (1, 2, 2, 2, 1, 2, 2, 2, 1)
MARKS = ("一、", "（一）", "（二）", "（三）", "二、", "（一）", "（二）", "（三）", "三、")
TITLES = (
    "总体要求",
    "税收增长",
    "营商环境",
    "气象更新",
    "主要任务",
    "民生保障",
    "城市治理",
    "党建引领",
    "结语",
)
BODY = "年均税收23.9亿元,单位面积产出列全区第一。成立高行经济联合社,注册资本五十二亿元！每季度举办招商推介活动；引进了企业。"


def report() -> Report:
    """Two chapters of three sections, and a last one; chapters have no text of their own."""
    rows = enumerate(zip(LEVELS, MARKS, TITLES, strict=True))
    sections = tuple(
        Section(level, mark, title, number, "" if level == 1 else f"{title}的开头。\n\n" + f"{BODY}\n\n" * 6)
        for number, (level, mark, title) in rows
    )
    return Report("勇当高质量发展排头兵", sections=sections)


@pytest.fixture
def show_windows(
    qtbot: QtBot, settings: Settings, deck_pdf: bytes, deck_pages: tuple[ShowPage, ...]
) -> Iterator[ShowWindows]:
    """A show with a console on its cover, on one screen."""
    settings.set("console", "always")
    show_windows = ShowWindows(report(), settings, ReportStore(None, None))
    qtbot.addWidget(show_windows.audience)
    show_windows.running.set_deck(Deck(report(), deck_pdf, deck_pages))
    show_windows.start()
    yield show_windows
    show_windows.close()


@pytest.fixture
def console(show_windows: ShowWindows, qtbot: QtBot) -> ConsoleWindow:
    """Its console, in the size of a small laptop."""
    window = show_windows.console
    assert window is not None
    window.resize(1280, 800)
    settle(qtbot, window)
    return window


def settle(qtbot: QtBot, window: ConsoleWindow) -> None:
    """Waits until all that follows a step has followed."""
    qtbot.waitUntil(lambda: not window._update_timer.isActive())
