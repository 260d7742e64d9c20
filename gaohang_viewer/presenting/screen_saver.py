"""Holds off the screen saver and sleep during a show; they come back whatever becomes of this process."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import subprocess

_BUS = "gaohang-viewer-awake"  # a connection of its own: what it holds goes when it is closed, or dies
# Who may listen: the desktop's screen saver, and the power manager of those who keep the two apart.
_LISTENERS = (
    ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver"),
    (
        "org.freedesktop.PowerManagement",
        "/org/freedesktop/PowerManagement/Inhibit",
        "org.freedesktop.PowerManagement.Inhibit",
    ),
)
_CONTINUOUS, _SYSTEM, _DISPLAY = 0x80000000, 0x1, 0x2  # of SetThreadExecutionState


class ScreenSaverInhibitor:
    """`hold` and `release` may be called at any time, in any order; where nothing listens nothing happens."""

    def __init__(self) -> None:
        self.is_inhibiting = False
        self._caffeinate: subprocess.Popen[bytes] | None = None

    def inhibit(self, reason: str) -> None:
        """No screen saver and no sleep from now on; `reason` is for the desktop to show."""
        if self.is_inhibiting:
            return
        self.is_inhibiting = True
        if sys.platform == "win32":
            _set_execution_state(_CONTINUOUS | _SYSTEM | _DISPLAY)
        elif sys.platform == "darwin":
            self._caffeinate = _start_caffeinate()
        else:
            _ask_desktop(reason)

    def release(self) -> None:
        """All as it was."""
        if not self.is_inhibiting:
            return
        self.is_inhibiting = False
        if sys.platform == "win32":
            _set_execution_state(_CONTINUOUS)
        elif self._caffeinate is not None:
            self._caffeinate.terminate()
            self._caffeinate.wait()
            self._caffeinate = None
        elif sys.platform != "darwin":
            from PySide6.QtDBus import QDBusConnection

            QDBusConnection.disconnectFromBus(_BUS)


def _ask_desktop(reason: str) -> None:
    """Asks over D-Bus, and waits for no answer: a number that an answer brings is not needed to release."""
    try:
        from PySide6.QtDBus import QDBusConnection, QDBusMessage
    except ImportError:  # a build of Qt without it, or a system without libdbus
        return
    bus = QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, _BUS)
    if not bus.isConnected():
        return
    for service, path, interface in _LISTENERS:
        message = QDBusMessage.createMethodCall(service, path, interface, "Inhibit")
        message.setArguments(["Gaohang Viewer", reason])
        bus.send(message)


def _set_execution_state(state: int) -> None:
    """Windows ends what this asks for with the thread that asked, or the process."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.kernel32.SetThreadExecutionState(state)


def _start_caffeinate() -> subprocess.Popen[bytes] | None:
    """macOS has a program for it, which ends when this process does."""
    import subprocess

    try:
        return subprocess.Popen(["/usr/bin/caffeinate", "-d", "-i", "-w", str(os.getpid())])
    except OSError:
        return None
