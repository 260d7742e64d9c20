"""The only place that opens a web page or a mail in another program, after the user has seen the address."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QMessageBox

from gaohang_viewer.report import links

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton, QWidget

_BREAK = 72  # columns in a line of an address; a Chinese character counts as two
_LINES = 28  # lines of an address at most
_WIDE = 580  # px of such a line
_WORDS = 60  # characters of a link's text at most
_NAMED = 3  # lines of a host or of mail recipients at most


def ask_to_open(window: QWidget, address: str, words: str = "") -> QMessageBox | None:
    """Asks whether to open a link; `words` are its text, which may name another address. Returns None if the
    address may not be opened."""
    address = links.safe(address)
    if not address:
        return None
    there = links.destination(address)
    url = QUrl(address)
    name = url.host(QUrl.ComponentFormattingOption.FullyEncoded)
    doubtful = not there.host.isascii() and not there.is_mail
    pretending = links.pretends(words, address)
    box = QMessageBox(window)
    box.setObjectName("leaving")
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowTitle(QCoreApplication.translate("app", "Gaohang Viewer"))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setIcon(QMessageBox.Icon.Warning if doubtful or pretending else QMessageBox.Icon.NoIcon)
    question = (
        QCoreApplication.translate("leaving", "Send an email to {place}?")
        if there.is_mail
        else QCoreApplication.translate("leaving", "Open {place} in the browser?")
    )
    box.setText(question.replace("{place}", _in_lines(there.host, _NAMED)))
    paragraphs = [_in_lines(address, _LINES)]
    if doubtful:
        text = QCoreApplication.translate("leaving", "Its real domain name is {name}.")
        paragraphs.append(text.replace("{name}", name))
    if pretending:
        text = QCoreApplication.translate("leaving", "The text says “{words}”, but the link goes elsewhere.")
        words = " ".join(words.split())
        paragraphs.append(text.replace("{words}", words if len(words) <= _WORDS else f"{words[:_WORDS]}…"))
    if "\n" in paragraphs[0]:  # else Qt would break its lines again
        box.setStyleSheet(f"#qt_msgbox_informativelabel {{ min-width: {_WIDE}px; }}")
    box.setInformativeText("\n\n".join(paragraphs))
    role = QMessageBox.ButtonRole
    go: QPushButton = box.addButton(QCoreApplication.translate("leaving", "Open"), role.AcceptRole)
    copy = box.addButton(QCoreApplication.translate("leaving", "Copy address"), role.ActionRole)
    stay = box.addButton(QCoreApplication.translate("leaving", "Cancel"), role.RejectRole)
    box.setDefaultButton(stay if doubtful or pretending else go)
    box.setEscapeButton(stay)
    go.clicked.connect(lambda: QDesktopServices.openUrl(url))
    copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(address))
    box.open()
    return box


def _in_lines(text: str, most: int) -> str:
    """A text without spaces in lines of the maximum width; of more than `most` lines the middle is replaced
    by "…"."""
    from unicodedata import east_asian_width

    lines, room = [""], _BREAK
    for sign in text:
        wide = 1 + (east_asian_width(sign) in {"W", "F"})
        if wide > room:
            lines.append("")
            room = _BREAK
        lines[-1] += sign
        room -= wide
    if len(lines) > most:
        head = most // 2
        lines[head : len(lines) - (most - head - 1)] = ["…"]
    return "\n".join(lines)
