"""Reports with a password: the window asks for it, commands take it from a file, and nothing keeps it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QInputDialog, QLineEdit
from pytestqt.qtbot import QtBot

from gaohang_viewer.app.app import App
from gaohang_viewer.cli.main import main
from gaohang_viewer.resources import BUILT_IN_REPORT
from gaohang_viewer.typeset.engine.typesetter_pool import TypesetterPool
from gaohang_viewer.ui.translation import install_language
from tests.loading.compound_file.bytes_of import FOLDER, PASSWORD

Answers = Callable[..., list[str]]


@pytest.fixture
def locked(tmp_path: Path) -> Path:
    return Path(shutil.copy(FOLDER / "locked.doc", tmp_path / "报告.doc"))


@pytest.fixture
def app(qtbot: QtBot, store: QSettings, pool: TypesetterPool) -> Iterator[App]:
    made = App(store, pool=pool)
    made.window.show()
    made.open(BUILT_IN_REPORT)
    yield made
    made.window.close()
    install_language("en")


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> Answers:
    """Gives the dialog these answers; returns what it asked."""

    def give(*given: str) -> list[str]:
        asked: list[str] = []
        waiting = iter(given)

        def answer(_window: object, _title: str, text: str, echo: QLineEdit.EchoMode) -> tuple[str, bool]:
            assert echo is QLineEdit.EchoMode.Password
            asked.append(text)
            password = next(waiting)
            return password, bool(password)

        monkeypatch.setattr(QInputDialog, "getText", answer)
        return asked

    return give


def opened(app: App, qtbot: QtBot, path: Path) -> bool:
    """Whether the report is open once all has been asked and read."""
    app.open(path)
    qtbot.waitUntil(lambda: not app.files.background_reader.busy)
    return app.reader.path == path


def test_a_wrong_password_is_told_and_asked_for_again(
    app: App, qtbot: QtBot, locked: Path, answers: Answers
) -> None:
    asked = answers("wrong", PASSWORD)
    assert opened(app, qtbot, locked)
    assert [text.split("“")[0] for text in asked] == ["", "That is not the password of "]
    assert [section.title for section in app.reader.report.sections] == ["甲项工作", "乙项工作"]


def test_who_cancels_keeps_the_report_that_is_open(
    app: App, qtbot: QtBot, locked: Path, answers: Answers
) -> None:
    asked = answers("")
    assert not opened(app, qtbot, locked)
    assert len(asked) == 1
    assert app.reader.path == BUILT_IN_REPORT


def test_it_is_asked_for_once_while_the_program_runs(
    app: App, qtbot: QtBot, locked: Path, answers: Answers
) -> None:
    asked = answers(PASSWORD)
    assert opened(app, qtbot, locked)
    assert opened(app, qtbot, BUILT_IN_REPORT)
    assert opened(app, qtbot, locked)
    assert len(asked) == 1


def test_it_is_stored_nowhere(
    app: App, qtbot: QtBot, store: QSettings, locked: Path, answers: Answers
) -> None:
    answers(PASSWORD)
    assert opened(app, qtbot, locked)
    app.window.close()
    store.sync()
    for file in Path(store.fileName()).parent.rglob("*"):
        if file.is_file():
            data = file.read_bytes()
            assert PASSWORD.encode() not in data
            assert PASSWORD.encode("unicode-escape") not in data


def test_the_command_line_takes_it_from_a_file(
    tmp_path: Path, locked: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    key = tmp_path / "key.txt"
    key.write_text(PASSWORD + "\n", "utf-8-sig")
    assert main(["outline", "--password-file", str(key), str(locked)]) == 0
    assert capsys.readouterr().out == "一、甲项工作\n二、乙项工作\n"


def test_a_show_does_not_begin_without_it(locked: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["present", str(locked)]) == 2
    assert "--password-file" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("content", "told"), [(None, "key.txt"), ("falsch", "not that of"), ("", "--password-file")]
)
def test_a_wrong_or_missing_one_is_told_in_one_sentence(
    tmp_path: Path, locked: Path, capsys: pytest.CaptureFixture[str], content: str | None, told: str
) -> None:
    key = tmp_path / "key.txt"
    if content is not None:
        key.write_text(content, "utf-8")
    assert main(["outline", "--password-file", str(key), str(locked)]) == 2
    error = capsys.readouterr().err
    assert told in error
    assert error.count("\n") == 1
