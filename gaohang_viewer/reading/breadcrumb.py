"""The line above the text that names the section and its ancestors, each as a link."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel

from gaohang_viewer.report.headline_text import headline

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from gaohang_viewer.session.reader import Reader
    from gaohang_viewer.ui.theme import Theme

_BETWEEN = "\u00a0\u00a0›\u00a0\u00a0"
_SPARE = 16  # px; links are drawn slightly wider than their measured text
_SHORTEST = 6  # characters that an ancestor keeps when the line is too narrow


class Breadcrumb(QLabel):
    """The path of the reader's section; long names are shortened at a comma when the line is narrow."""

    def __init__(self, reader: Reader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reader = reader
        self._theme: Theme | None = None
        self._wide = True
        self.setObjectName("breadcrumb")
        self.setMinimumWidth(1)
        self.linkActivated.connect(lambda link: reader.go(int(link)))
        reader.changed.connect(self.refresh)

    def apply_theme(self, theme: Theme, *, wide: bool) -> None:
        self._theme, self._wide = theme, wide
        self.refresh()

    def refresh(self) -> None:
        if self._theme is None:
            return
        steps = self._steps()
        words = [name for _, name in steps]
        metrics = self.fontMetrics()
        room = self.contentsRect().width() - _SPARE
        for shorter in (_shortened, lambda name: name[:4] + "…" if len(name) > 5 else name, lambda _: "…"):
            for at in range(
                len(words) - (shorter is not _shortened)
            ):  # the section itself is not shortened so far
                if metrics.horizontalAdvance(_BETWEEN.join(words)) <= room:
                    break
                words[at] = shorter(words[at])
        separator = f'<span style="color:{self._theme.muted}">{_BETWEEN}</span>'
        style = "text-decoration:none; color:"
        links = [
            f'<a href="{section}" style="{style}{self._color(at, len(steps))}">{_escaped(name)}</a>'
            for at, ((section, _), name) in enumerate(zip(steps, words, strict=True))
        ]
        self.setText(separator.join(links))

    def _steps(self) -> list[tuple[int, str]]:
        report, section = self._reader.report, self._reader.position.section
        if section < 0:
            return [(section, QCoreApplication.translate("reading", "Front page"))]
        path = report.outline.path(section)
        return [(index, headline(report.sections[index], self._wide)) for index in path]

    def _color(self, at: int, count: int) -> str:
        if self._theme is None:
            return ""
        return self._theme.ink if at == count - 1 else self._theme.muted

    def align(self, left: int) -> None:
        """Sets the left margin in px, so that the line begins where the text below begins."""
        self.setContentsMargins(left, 12, 16, 12)
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.refresh()


def _shortened(name: str) -> str:
    """The part before the first comma, or the first characters."""
    for sign in "，,：:":
        head, found, _ = name.partition(sign)
        if found and len(head) >= 4:
            return head
    return name if len(name) <= _SHORTEST * 2 else name[: _SHORTEST * 2] + "…"


def _escaped(text: str) -> str:
    """Text inside rich text. `html.escape` is not used here because its module loads all names of
    entities."""
    return text.replace("&", "&amp;").replace("<", "&lt;")
