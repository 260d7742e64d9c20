"""Inhibits the screen saver and sleep during a show; the inhibition ends with this process at the latest."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import subprocess

_BUS = "gaohang-viewer-awake"  # a connection of its own: the inhibition ends when it is closed
# The desktop's screen saver, and the power manager of desktops that keep the two apart.
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
    """`inhibit` and `release` may be called in any order; without a service nothing happens."""

    def __init__(self) -> None:
        self.is_inhibiting = False
        self._caffeinate: subprocess.Popen[bytes] | None = None

    def inhibit(self, reason: str) -> None:
        """Inhibits the screen saver and sleep; the desktop may show the `reason`."""
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
        """Ends the inhibition."""
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
    """Sends requests over D-Bus, and waits for no reply: releasing needs no cookie from it."""
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
    """Sets Windows' execution state, which lasts as long as this thread or process."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.kernel32.SetThreadExecutionState(state)


def _start_caffeinate() -> subprocess.Popen[bytes] | None:
    """Starts macOS's `caffeinate`, which ends with this process."""
    import subprocess

    try:
        return subprocess.Popen(["/usr/bin/caffeinate", "-d", "-i", "-w", str(os.getpid())])
    except OSError:
        return None
