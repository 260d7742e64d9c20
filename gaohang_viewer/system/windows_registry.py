"""Windows: registers the program for “Open with” in the user's registry, and adds it to the Start menu."""

from __future__ import annotations

import importlib
import os
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from gaohang_viewer.resources import resource

if TYPE_CHECKING:
    from collections.abc import Sequence

_CLASSES = r"Software\Classes"
_KIND = "GaohangViewer.Report"
_TITLE = "Gaohang Viewer"


class Registry(Protocol):
    """HKEY_CURRENT_USER, as far as it is written to; paths of keys are relative to it."""

    def set(self, key: str, name: str, value: str) -> None:
        """Sets a value, the default one if `name` is empty; creates the key."""

    def unset(self, key: str, name: str) -> bool:
        """Removes a value; returns whether it existed."""

    def remove(self, key: str) -> bool:
        """Removes a key and its subkeys; returns whether it existed."""


class _WindowsRegistry:
    """The registry of this user."""

    def __init__(self) -> None:
        self._winreg: Any = importlib.import_module("winreg")  # exists on Windows only

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


def register(command: list[str], endings: Sequence[str], registry: Registry | None = None) -> list[Path]:
    """Offers the program for files with these endings (with their dot), and adds it to the Start menu.

    Returns the shortcut. Raises OSError.
    """
    registry = registry or _WindowsRegistry()
    command = windowed(command)
    icon = command[0] if len(command) == 1 else str(resource("desktop", "gaohang-viewer.svg"))
    kind = rf"{_CLASSES}\{_KIND}"
    registry.set(kind, "", f"{_TITLE} · 高行报告阅览")
    registry.set(rf"{kind}\DefaultIcon", "", f"{icon},0")
    registry.set(rf"{kind}\shell\open\command", "", f'{subprocess.list2cmdline(command)} "%1"')
    for ending in endings:
        registry.set(rf"{_CLASSES}\{ending}\OpenWithProgids", _KIND, "")
    return [_shortcut(command)]


def unregister(endings: Sequence[str], registry: Registry | None = None) -> list[Path]:
    """Removes what `register` wrote; returns the shortcut if there was one. Raises OSError."""
    registry = registry or _WindowsRegistry()
    for ending in endings:
        registry.unset(rf"{_CLASSES}\{ending}\OpenWithProgids", _KIND)
    registry.remove(rf"{_CLASSES}\{_KIND}")
    shortcut = _start_menu()
    if not shortcut.is_file():
        return []
    shortcut.unlink()
    return [shortcut]


def windowed(command: list[str]) -> list[str]:
    """The command by the program that opens no console window, where it exists."""
    program = Path(command[0])
    name = program.name.lower().replace("python.exe", "pythonw.exe").replace("-console.exe", ".exe")
    quiet = program.with_name(name)
    return [str(quiet), *command[1:]] if quiet.is_file() else command


def _start_menu() -> Path:
    folder = Path(os.environ.get("APPDATA") or Path.home() / "AppData" / "Roaming")
    return folder / "Microsoft" / "Windows" / "Start Menu" / "Programs" / f"{_TITLE}.lnk"


def _shortcut(command: list[str]) -> Path:
    """Creates the shortcut by Windows Script Host; paths are passed as variables, never as script."""
    shortcut = _start_menu()
    shortcut.parent.mkdir(parents=True, exist_ok=True)
    script = (
        "$s = (New-Object -ComObject WScript.Shell).CreateShortcut($env:GV_SHORTCUT);"
        "$s.TargetPath = $env:GV_PROGRAM; $s.Arguments = $env:GV_ARGUMENTS; $s.Save()"
    )
    variables = {
        "GV_SHORTCUT": str(shortcut),
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
            env=os.environ | variables,
            capture_output=True,
            check=True,
            timeout=60,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except subprocess.SubprocessError as error:
        raise OSError(f"the shortcut was not created: {error}") from error
    return shortcut
