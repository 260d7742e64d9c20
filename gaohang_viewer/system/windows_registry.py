"""Windows: the program in the registry of its user, for files and for “Open with”, and in the Start menu."""

from __future__ import annotations

import importlib
import os
import subprocess
from pathlib import Path
from typing import Any, Protocol

from gaohang_viewer.resources import resource

ENDINGS = (".md", ".markdown", ".txt", ".docx", ".html", ".htm")
_CLASSES = r"Software\Classes"
_KIND = "GaohangViewer.Report"
_TITLE = "Gaohang Viewer"


class Registry(Protocol):
    """The part of HKEY_CURRENT_USER that is written to."""

    def set(self, key: str, name: str, value: str) -> None:
        """Sets a value, the key's own one if `name` is empty; makes the key."""

    def unset(self, key: str, name: str) -> bool:
        """Takes a value away; whether it was there."""

    def remove(self, key: str) -> bool:
        """Takes a key away with all below it; whether it was there."""


class _WindowsRegistry:
    """The real one."""

    def __init__(self) -> None:
        self._winreg: Any = importlib.import_module("winreg")  # is there on Windows alone

    def set(self, key: str, name: str, value: str) -> None:
        with self._winreg.CreateKey(self._winreg.HKEY_CURRENT_USER, key) as handle:
            self._winreg.SetValueEx(handle, name, 0, self._winreg.REG_SZ, value)

    def unset(self, key: str, name: str) -> bool:
        reg = self._winreg
        try:
            with reg.OpenKey(reg.HKEY_CURRENT_USER, key, 0, reg.KEY_SET_VALUE) as handle:
                reg.DeleteValue(handle, name)
        except FileNotFoundError:
            return False
        return True

    def remove(self, key: str) -> bool:
        reg = self._winreg
        try:
            with reg.OpenKey(reg.HKEY_CURRENT_USER, key) as handle:
                below = [reg.EnumKey(handle, at) for at in range(reg.QueryInfoKey(handle)[0])]
        except FileNotFoundError:
            return False
        for name in below:
            self.remove(rf"{key}\{name}")
        reg.DeleteKey(reg.HKEY_CURRENT_USER, key)
        return True


def enter(command: list[str], registry: Registry | None = None) -> list[Path]:
    """Offers the program for its types of files, and puts it into the Start menu. Raises OSError."""
    registry = registry or _WindowsRegistry()
    command = windowed(command)
    icon = command[0] if len(command) == 1 else str(resource("desktop", "gaohang-viewer.svg"))
    kind = rf"{_CLASSES}\{_KIND}"
    registry.set(kind, "", f"{_TITLE} · 高行报告阅览")
    registry.set(rf"{kind}\DefaultIcon", "", f"{icon},0")
    registry.set(rf"{kind}\shell\open\command", "", f'{subprocess.list2cmdline(command)} "%1"')
    for ending in ENDINGS:
        registry.set(rf"{_CLASSES}\{ending}\OpenWithProgids", _KIND, "")
    return [_shortcut(command)]


def leave(registry: Registry | None = None) -> list[Path]:
    """Takes away what `enter` wrote; returns the shortcut if there was one. Raises OSError."""
    registry = registry or _WindowsRegistry()
    for ending in ENDINGS:
        registry.unset(rf"{_CLASSES}\{ending}\OpenWithProgids", _KIND)
    registry.remove(rf"{_CLASSES}\{_KIND}")
    place = _start_menu()
    if not place.is_file():
        return []
    place.unlink()
    return [place]


def windowed(command: list[str]) -> list[str]:
    """The command without a black console beside its window, where there is such a program."""
    program = Path(command[0])
    name = program.name.lower().replace("python.exe", "pythonw.exe").replace("-console.exe", ".exe")
    quiet = program.with_name(name)
    return [str(quiet), *command[1:]] if quiet.is_file() else command


def _start_menu() -> Path:
    folder = Path(os.environ.get("APPDATA") or Path.home() / "AppData" / "Roaming")
    return folder / "Microsoft" / "Windows" / "Start Menu" / "Programs" / f"{_TITLE}.lnk"


def _shortcut(command: list[str]) -> Path:
    """A shortcut is made by Windows' own script host; the words reach it as variables, not as script."""
    place = _start_menu()
    place.parent.mkdir(parents=True, exist_ok=True)
    script = (
        "$s = (New-Object -ComObject WScript.Shell).CreateShortcut($env:GV_PLACE);"
        "$s.TargetPath = $env:GV_PROGRAM; $s.Arguments = $env:GV_ARGUMENTS; $s.Save()"
    )
    words = {
        "GV_PLACE": str(place),
        "GV_PROGRAM": command[0],
        "GV_ARGUMENTS": subprocess.list2cmdline(command[1:]),
    }
    system = Path(os.environ.get("SYSTEMROOT", r"C:\Windows"), "System32")
    try:
        subprocess.run(
            [
                str(system / "WindowsPowerShell" / "v1.0" / "powershell.exe"),
                "-NoProfile",
                "-NonInteractive",
                "-Command",
                script,
            ],
            env=os.environ | words,
            capture_output=True,
            check=True,
            timeout=60,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except subprocess.SubprocessError as error:
        raise OSError(f"the shortcut was not made: {error}") from error
    return place
