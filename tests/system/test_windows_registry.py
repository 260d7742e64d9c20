"""Windows' registry, on a stand-in: what is written, and that all of it and nothing else goes again."""

from __future__ import annotations

from pathlib import Path

import pytest

from gaohang_viewer.loading.file_type import ENDINGS
from gaohang_viewer.system import windows_registry
from gaohang_viewer.system.windows_registry import register, unregister, windowed


class StandIn:
    """Keys with their values; a key's own value has no name."""

    def __init__(self) -> None:
        self.keys: dict[str, dict[str, str]] = {r"Software\Classes\.txt\OpenWithProgids": {"Editor": ""}}

    def set(self, key: str, name: str, value: str) -> None:
        self.keys.setdefault(key, {})[name] = value

    def unset(self, key: str, name: str) -> bool:
        return self.keys.get(key, {}).pop(name, None) is not None

    def remove(self, key: str) -> bool:
        below = [each for each in self.keys if each == key or each.startswith(key + "\\")]
        for each in below:
            del self.keys[each]
        return bool(below)


@pytest.fixture
def shortcut(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the Start menu's shortcut goes, made by a stand-in."""
    monkeypatch.setenv("APPDATA", str(tmp_path))

    def make(command: list[str]) -> Path:
        place = windows_registry._start_menu()
        place.parent.mkdir(parents=True)
        place.write_text(" ".join(command))
        return place

    monkeypatch.setattr(windows_registry, "_shortcut", make)
    return tmp_path / "Microsoft" / "Windows" / "Start Menu" / "Programs" / "Gaohang Viewer.lnk"


def test_each_type_of_file_offers_the_program(shortcut: Path) -> None:
    registry = StandIn()
    assert register([r"C:\Program Files\gv\gaohang-viewer.exe"], ENDINGS, registry) == [shortcut]
    kind = r"Software\Classes\GaohangViewer.Report"
    assert registry.keys[rf"{kind}\shell\open\command"] == {
        "": r'"C:\Program Files\gv\gaohang-viewer.exe" "%1"'
    }
    assert registry.keys[rf"{kind}\DefaultIcon"] == {"": r"C:\Program Files\gv\gaohang-viewer.exe,0"}
    for ending in ENDINGS:
        assert "GaohangViewer.Report" in registry.keys[rf"Software\Classes\{ending}\OpenWithProgids"]


def test_all_of_it_goes_again_and_what_others_wrote_stays(shortcut: Path) -> None:
    registry = StandIn()
    register([r"C:\gv\gaohang-viewer.exe"], ENDINGS, registry)
    assert unregister(ENDINGS, registry) == [shortcut]
    assert not shortcut.exists()
    assert {key: values for key, values in registry.keys.items() if values} == StandIn().keys
    assert unregister(ENDINGS, registry) == []


def test_python_gives_way_to_the_one_without_a_console(tmp_path: Path) -> None:
    python = tmp_path / "python.exe"
    assert windowed([str(python), "-m", "x"]) == [str(python), "-m", "x"]
    (tmp_path / "pythonw.exe").touch()
    assert windowed([str(python), "-m", "x"]) == [str(tmp_path / "pythonw.exe"), "-m", "x"]
    (tmp_path / "gaohang-viewer.exe").touch()
    assert windowed([str(tmp_path / "gaohang-viewer-console.exe")]) == [str(tmp_path / "gaohang-viewer.exe")]
