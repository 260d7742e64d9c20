"""What is chosen and remembered, and what becomes of a damaged file."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from gaohang_viewer.storage.memory import RECENT_FILES, Memory
from gaohang_viewer.storage.settings import Settings


@pytest.fixture
def store(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)


def test_choices_are_kept_and_told(store: QSettings) -> None:
    settings = Settings(store)
    told: list[str] = []
    settings.changed.connect(told.append)
    settings.set("full_width", False)
    settings.set("full_width", False)
    settings.set("theme", "dark")
    assert told == ["full_width", "theme"]
    store.sync()
    again = Settings(QSettings(store.fileName(), QSettings.Format.IniFormat))
    assert (again.full_width, again.theme, again.language) == (False, "dark", "")


def test_zoom_goes_in_steps_and_ends(store: QSettings) -> None:
    settings = Settings(store)
    settings.zoom_by(+1)
    assert settings.zoom == 110
    for _ in range(30):
        settings.zoom_by(+1)
    assert settings.zoom == 300
    settings.zoom_by(0)
    assert settings.zoom == 100


def test_recent_files_are_the_newest_first_each_once(store: QSettings) -> None:
    memory = Memory(store)
    for number in range(RECENT_FILES + 3):
        memory.remember_file(Path(f"/{number}.md"))
    memory.remember_file(Path("/5.md"))
    assert len(memory.recent_files) == RECENT_FILES
    assert memory.recent_files[:2] == [str(Path("/5.md")), str(Path("/12.md"))]
    memory.forget_file(str(Path("/5.md")))
    assert str(Path("/5.md")) not in memory.recent_files


def test_the_place_in_each_file_is_remembered(store: QSettings) -> None:
    memory = Memory(store)
    memory.remember_position(Path("/一,二.md"), 3, 12.345)
    memory.remember_position(Path("/b.md"), -1, None, 2)
    assert memory.position(Path("/一,二.md")) == (3, 12.3, 0)
    assert memory.position(Path("/b.md")) == (-1, None, 2)
    assert memory.position(Path("/c.md")) is None


@pytest.mark.parametrize("damage", ["[[[", '{"a": 1}', '[1, "x", [2], ["/a.md", "x", 3]]', "null"])
def test_damaged_settings_are_no_reason_to_fail(store: QSettings, damage: str) -> None:
    for key in ("state/recent", "state/places", "chosen/zoom", "chosen/theme"):
        store.setValue(key, damage)
    assert Settings(store).zoom == 100
    assert Memory(store).position(Path("/a.md")) is None
    assert isinstance(Memory(store).recent_files, list)


def test_settings_are_held_within_their_bounds(store: QSettings) -> None:
    for key, stored in {"zoom": 9, "minutes": 700, "advance": -5, "interface": 111, "rate": "x"}.items():
        store.setValue(f"chosen/{key}", stored)
    settings = Settings(store)
    assert (settings.zoom, settings.minutes, settings.advance) == (50, 600, -1)
    assert (settings.interface, settings.rate) == (100, 220)


def test_a_setting_of_this_run_is_not_stored_until_it_is_chosen(store: QSettings) -> None:
    settings = Settings(store, {"minutes": 20})
    assert settings.minutes == 20
    assert Settings(store).minutes == 0
    settings.minutes = 30
    assert (settings.minutes, Settings(store).minutes) == (30, 30)


def test_an_unknown_setting_is_an_error(store: QSettings) -> None:
    with pytest.raises(KeyError):
        Settings(store).set("zom", 110)
