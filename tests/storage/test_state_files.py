"""What the program keeps: damaged by hand, written by two at once, written in vain, swept."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QPoint, QRect, QSettings, QSize
from pytestqt.qtbot import QtBot

from gaohang_viewer.app.app import App
from gaohang_viewer.resources import BUILT_IN_REPORT
from gaohang_viewer.storage.memory import Memory
from gaohang_viewer.storage.settings import Settings
from gaohang_viewer.storage.state_files import keep, put_aside, read_kept, remove_leftovers, repair_settings
from gaohang_viewer.typeset.engine.typesetter_pool import TypesetterPool
from gaohang_viewer.ui.translation import install_language
from tests.tools import driven

GOOD = b'[chosen]\ntheme=dark\nzoom=125\n\n[state]\nrecent="[\\"/a.md\\"]"\n'
DEEP = "[" * 100_000
ODD = (
    "",
    "abc",
    "-1",
    "99999999999999999999",
    "1e999",
    "nan",
    ["a", "b"],
    QByteArray(b"\xff\0"),
    QSize(1, 2),
    QPoint(),
    QRect(),
    True,
    None,
    DEEP,
)
STATES = ("window", "splitter", "recent", "places", "options", "bookmarks", "paper", "folder", "library")
ODD_STATES = (
    "{}",
    "[1]",
    "[[]]",
    "[[1]]",
    "[[null, null, null, null], [[]], 7]",
    '[["{path}", 99999999999999999999, NaN, -7]]',
    '[["{path}", 3, 1e400, 99999]]',
    '[["{path}", -9, "x", {}]]',
    '[["{path}", 3, 5.0, 7]]',
    '[["{path}", ["a", 1, null, []]]]',
    '[["{path}", {}, "x"]]',
    "[" * 5000,
)


@pytest.mark.parametrize(
    ("damaged", "kept"),
    [
        (GOOD[:31], True),
        (GOOD + bytes(200), True),
        (GOOD + b"\n\xff\xfe\xfd=\n", True),
        (b"just words\n" + GOOD, True),
        (GOOD.replace(b"zoom=125", b'zoom=125\ncut="off'), True),
        (bytes(range(256)) * 20, False),
        (b"\0" * 5000, False),
        (b"x" * 5_000_000, False),
    ],
    ids=["cut", "zeros at the end", "no text", "words", "a quote", "noise", "zeros", "large"],
)
def test_damaged_settings_are_put_aside_and_what_can_be_read_is_kept(
    tmp_path: Path, damaged: bytes, kept: bool
) -> None:
    file = tmp_path / "a.ini"
    file.write_bytes(damaged)
    aside = repair_settings(file)
    assert aside is not None
    assert aside.name == "a.ini.damaged"
    assert aside.read_bytes() == damaged
    assert (Settings(QSettings(str(file), QSettings.Format.IniFormat)).theme == "dark") is kept
    assert repair_settings(file) is None


def test_sound_settings_are_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "a.ini"
    store = QSettings(str(file), QSettings.Format.IniFormat)
    for number, value in enumerate(ODD):
        store.setValue(f"chosen/a{number}", value)
    store.setValue("state/文 件", r"C:\"d;e, f\ ")
    store.setValue("state/window", QByteArray(bytes(range(256))))
    store.setValue("one", 1)
    store.sync()
    before = file.read_bytes()
    for data in (before, b"\xef\xbb\xbf" + before, before.replace(b"[", b"  [").replace(b"one=", b"\t one=")):
        file.write_bytes(data)  # as other editors leave them
        assert repair_settings(file) is None
        assert file.read_bytes() == data
        assert QSettings(str(file), QSettings.Format.IniFormat).value("one") == "1"
    assert repair_settings(tmp_path / "none.ini") is None


def test_a_folder_or_a_dead_link_in_place_of_the_settings_is_put_aside(tmp_path: Path) -> None:
    file = tmp_path / "a.ini"
    for target in (None, file, tmp_path / "none"):
        if target is None:
            file.mkdir()
        else:
            file.symlink_to(target)
        assert repair_settings(file) is not None
        assert not os.path.lexists(file)
    assert len(list(tmp_path.iterdir())) == 3


@pytest.fixture
def store(tmp_path: Path) -> Iterator[QSettings]:
    yield QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    install_language("en")


@pytest.mark.parametrize("odd", ODD)
def test_odd_values_in_settings_are_what_nobody_chose(store: QSettings, odd: object) -> None:
    for key in Settings.declared():
        store.setValue(f"chosen/{key}", odd)
    for key in STATES:
        store.setValue(f"state/{key}", odd)
    settings, memory = Settings(store), Memory(store)
    for key, setting in Settings.declared().items():
        assert type(getattr(settings, key)) is type(setting.default), key
    assert isinstance(memory.paper + memory.folder + memory.library, str)
    assert memory.bytes("window") is None or isinstance(odd, QByteArray)
    assert memory.recent_files == []


@pytest.mark.parametrize("at", [1, 5, 7])
def test_odd_values_in_all_settings_are_no_reason_not_to_start(
    qtbot: QtBot, store: QSettings, at: int, pool: TypesetterPool
) -> None:
    for key in Settings.declared():
        store.setValue(f"chosen/{key}", ODD[at])
    for key in STATES:
        store.setValue(f"state/{key}", ODD[at])
    store.setValue("chosen/language", "en")
    app = App(store, pool=pool)
    app.start(None)
    assert app.reader.report.sections
    app.present(None)
    app.presenting.windows.running.end()
    app.window.close()


@pytest.mark.parametrize("at", range(4, len(ODD_STATES)))
def test_odd_memories_of_a_file_are_no_reason_not_to_open_it(
    qtbot: QtBot, store: QSettings, at: int, pool: TypesetterPool
) -> None:
    text = ODD_STATES[at].replace("{path}", BUILT_IN_REPORT.as_posix())
    for key in ("recent", "places", "options", "bookmarks"):
        store.setValue(f"state/{key}", text)
    app = App(store, pool=pool)
    app.start(None)
    assert app.reader.path == BUILT_IN_REPORT
    app.bookmarks.toggle()
    app.reader.go(3)
    app.bookmarks.toggle()
    app.memory.remember_file(Path("/b.md"))
    app.memory.remember_options(Path("/b.md"), "gb18030", whole_page=False)
    app.window.close()
    memory = Memory(store)
    assert memory.position(BUILT_IN_REPORT) is not None
    assert memory.options(Path("/b.md")) == ("gb18030", False, False)
    assert memory.recent_files[0] == str(Path("/b.md"))


def test_a_damaged_list_in_the_settings_is_kept_aside_and_told(
    qtbot: QtBot, store: QSettings, tmp_path: Path, pool: TypesetterPool
) -> None:
    store.setValue("state/bookmarks", "[[broken")
    app = App(store, pool=pool)
    app.start(None)
    assert (tmp_path / "state-bookmarks.txt.damaged").read_text("utf-8") == "[[broken"
    qtbot.waitUntil(lambda: "state-bookmarks" in app.window.statusBar().currentMessage())
    app.window.close()


@pytest.mark.parametrize("damage", [b"\xff\xfe\0", b"[" * 100_000, b"7", b"[[7]]"])
def test_damaged_files_of_a_report_are_put_aside_and_the_report_opens(
    qtbot: QtBot, store: QSettings, tmp_path: Path, damage: bytes, pool: TypesetterPool
) -> None:
    kinds = ("mends", "decks", "ink", "rehearsals")
    report = tmp_path / "报告.md"
    report.write_text("# 报告\n\n## 一、甲\n\n文。\n\n## 二、乙\n\n文。\n", "utf-8")
    app = App(store, pool=pool)
    app.start(report)
    names = dict.fromkeys(kinds, app.presenting.store._name) | {"mends": app.outline_editor.draft.digest}
    app.window.close()
    for kind, name in names.items():
        file = tmp_path / kind / f"{name}.json"
        file.parent.mkdir()
        file.write_bytes(damage)
    themes = tmp_path / "themes"
    themes.mkdir()
    (themes / "mine.json").write_bytes(damage)
    again = App(store, pool=pool)
    again.start(report)
    assert len(again.reader.report.sections) == 2
    assert not again.presenting.edits.hidden
    assert again.presenting.records == ()
    assert not again.presenting.windows.marking.ink.pages
    again.menus.make()
    again.menus.fill_slide_themes()
    again.outline_editor.edit_sections("down", [again.reader.position.section])
    again.window.close()
    if damage in (b"\xff\xfe\0", b"[" * 100_000):
        for kind, name in names.items():
            assert (tmp_path / kind / f"{name}.json.damaged").read_bytes() == damage


def test_a_folder_in_place_of_a_kept_file_is_put_aside(tmp_path: Path) -> None:
    (tmp_path / "a.json").mkdir()
    text, aside = read_kept(tmp_path / "a.json")
    assert (text, aside) == ("", tmp_path / "a.json.damaged")
    (tmp_path / "a.json").mkdir()
    assert put_aside(tmp_path / "a.json") == tmp_path / "a.json.damaged-2"


def test_two_windows_lose_nothing_of_what_the_other_remembered(tmp_path: Path) -> None:
    file = str(tmp_path / "settings.ini")
    first = Memory(QSettings(file, QSettings.Format.IniFormat))
    second = """
import sys
from pathlib import Path
from PySide6.QtCore import QSettings
from gaohang_viewer.storage.memory import Memory
memory = Memory(QSettings(sys.argv[1], QSettings.Format.IniFormat))
memory.remember_file(Path("/b.md"))
memory.remember_position(Path("/b.md"), 2, None)
memory.remember_bookmarks(Path("/b.md"), "", [("乙",)])
memory.save()
"""
    first.remember_file(Path("/a.md"))
    first.remember_bookmarks(Path("/a.md"), "", [("甲",)])
    first.save()  # Qt does that soon by itself
    code = driven.python(tmp_path, second, file)
    assert code == 0
    first.remember_file(Path("/c.md"))
    first.remember_position(Path("/c.md"), 3, None)
    first.remember_bookmarks(Path("/c.md"), "", [("丙",)])
    first.save()
    stored = Memory(QSettings(file, QSettings.Format.IniFormat))
    assert stored.recent_files == [str(Path(f"/{name}.md")) for name in "cba"]
    assert stored.bookmarks(Path("/b.md")) == [("乙",)]
    assert stored.bookmarks(Path("/a.md")) == [("甲",)]
    assert stored.position(Path("/b.md")) == (2, None, 0)


def test_what_was_begun_by_a_program_that_is_gone_is_swept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary, folder = tmp_path / "tmp", tmp_path / "ink"
    gone = 99_999_999  # no system has so many processes
    for path in (
        folder / f".a.json-{gone}-01ab.tmp",
        folder / f".b.json-{os.getpid()}-01ab.tmp",
        folder / "c.json",
        folder / "s.ini.AbCdEf",
        folder / "t.ini.AbCdEf",
        folder / "u.ini.backup",
        temporary / f"gaohang-viewer-{gone}-x" / "a.png",
        temporary / f"gaohang-viewer-{os.getpid()}-x" / "a.png",
        temporary / "others" / "a.png",
    ):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    os.utime(folder / "s.ini.AbCdEf", (1, 1))
    os.utime(folder / "u.ini.backup", (1, 1))
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    remove_leftovers(folder, tmp_path / "none")
    left = {f".b.json-{os.getpid()}-01ab.tmp", "c.json", "t.ini.AbCdEf", "u.ini.backup"}
    if os.name == "nt":  # where nobody can be asked whether it is gone
        left |= {f".a.json-{gone}-01ab.tmp"}
    assert {file.name for file in folder.iterdir()} == left
    if os.name != "nt":
        assert {file.name for file in temporary.iterdir()} == {f"gaohang-viewer-{os.getpid()}-x", "others"}


def test_a_disk_that_is_full_leaves_the_state_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "ink" / "a.json"
    assert keep(file, "[1]")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert not keep(file, "[2]")
    assert [each.name for each in file.parent.iterdir()] == ["a.json"]
    assert file.read_bytes() == b"[1]"
