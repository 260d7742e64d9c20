"""A stand-in for a desktop's screen saver: says who holds it off, and when that one is gone."""

from __future__ import annotations

import sys

from PySide6.QtCore import QCoreApplication
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusServiceWatcher, QDBusVirtualObject


class ScreenSaver(QDBusVirtualObject):
    """Answers Inhibit as the desktop does, and watches whoever called it."""

    def __init__(self, bus: QDBusConnection) -> None:
        super().__init__()
        self._watcher = QDBusServiceWatcher()
        self._watcher.setConnection(bus)
        self._watcher.setWatchMode(QDBusServiceWatcher.WatchModeFlag.WatchForUnregistration)
        self._watcher.serviceUnregistered.connect(lambda name: print("gone", name, flush=True))

    def handleMessage(self, message: QDBusMessage, connection: QDBusConnection) -> bool:
        if message.member() != "Inhibit":
            return False
        self._watcher.addWatchedService(message.service())
        # The wish to watch is on its way: an answer of the bus tells that it has arrived.
        connection.interface().isServiceRegistered(message.service())
        print("held", message.service(), *message.arguments(), flush=True)
        return connection.send(message.createReply([7]))

    def introspect(self, _path: str) -> str:
        return ""


app = QCoreApplication([])
bus = QDBusConnection.sessionBus()
saver = ScreenSaver(bus)
bus.registerVirtualObject("/org/freedesktop/ScreenSaver", saver)
bus.registerService("org.freedesktop.ScreenSaver")
print("ready", flush=True)
sys.exit(app.exec())
