"""Fixtures that every test may use; without a screen, windows go to Qt's offscreen platform."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings

    from gaohang_viewer.report.model import Report
    from gaohang_viewer.session.reader import Reader
    from gaohang_viewer.typeset.engine.typesetter_pool import TypesetterPool

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# Few examples for every change; `dev.py test --hypothesis-profile=thorough` tries many.
settings.register_profile("quick", max_examples=40, deadline=None)
settings.register_profile("thorough", max_examples=500, deadline=None)
settings.load_profile("quick")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> object:
    """A worker runs whole files, whose tests share fixtures; two workers share the journeys."""
    from xdist.scheduler import LoadFileScheduling

    class Files(LoadFileScheduling):  # type: ignore[misc] # xdist has no types
        def _split_scope(self, nodeid: str) -> str:
            if nodeid.startswith("tests/journeys/"):
                return (
                    "journeys" if "/test_desk.py" in nodeid or "/test_show.py" in nodeid else "more journeys"
                )
            scope: str = super()._split_scope(nodeid)
            return scope

    return Files(config, log)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Workers begin with the journeys, which wait more than they compute, so that nothing waits for their end."""
    if hasattr(config, "workerinput"):
        items.sort(key=lambda item: not item.nodeid.startswith("tests/journeys/"))


@pytest.fixture(scope="session")
def fixtures() -> Path:
    """The folder of small files made for the tests."""
    return Path(__file__).parent / "fixtures"


@pytest.fixture(scope="session")
def report() -> Report:
    """The report that ships with the program."""
    from gaohang_viewer.loading import open_report
    from gaohang_viewer.resources import BUILT_IN_REPORT

    return open_report(BUILT_IN_REPORT)


@pytest.fixture(scope="session")
def pool() -> Iterator[TypesetterPool]:
    """A process that typesets for one test after the other."""
    from gaohang_viewer.typeset.engine.typesetter_pool import TypesetterPool

    made = TypesetterPool(seconds=3600)
    yield made
    made.close()


@pytest.fixture
def store(tmp_path: Path) -> QSettings:
    """A file of settings in which the interface is English and nothing else is chosen."""
    from PySide6.QtCore import QSettings

    made = QSettings(str(tmp_path / "settings" / "settings.ini"), QSettings.Format.IniFormat)
    made.setValue("chosen/language", "en")
    return made


@pytest.fixture
def reader(report: Report, qapp: object) -> Reader:
    """The reader at the front page of that report."""
    from gaohang_viewer.session.position import Position
    from gaohang_viewer.session.reader import Reader

    made = Reader()
    made.open(report, Path("report.md"), Position())
    return made


@pytest.fixture(scope="session")
def deck_pdf() -> bytes:
    """A PDF whose pages have one colour each."""
    from tests.coloured_pages import coloured_pages

    return coloured_pages()


@pytest.fixture
def rest(monkeypatch: pytest.MonkeyPatch) -> Iterator[Event]:
    """Lets what is read whole come; its beginning comes at once."""
    from gaohang_viewer.loading import open_draft

    made = Event()

    def late(path: Path, *more: Any) -> object:
        draft = open_draft(path, *more)
        made.wait(20)
        return draft

    monkeypatch.setattr("gaohang_viewer.session.background_reader.open_draft", late)
    yield made
    made.set()


@pytest.fixture(scope="session", autouse=True)
def _application(qapp: object) -> None:
    """For windows: where there is no application yet, a command of the program makes one that cannot have any."""


@pytest.fixture(autouse=True)
def _no_window_is_left() -> Iterator[None]:
    """A style sheet is worked out for every widget there is: windows of earlier tests would slow the later ones."""
    yield
    if "PySide6.QtWidgets" in sys.modules:
        from PySide6.QtCore import QEvent
        from PySide6.QtWidgets import QApplication

        for widget in QApplication.topLevelWidgets():
            widget.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
