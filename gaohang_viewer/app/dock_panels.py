"""The panels beside and below the text: each is built when it is first opened."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

from gaohang_viewer.ui.translation import counted

if TYPE_CHECKING:
    from gaohang_viewer.app.main_window import MainWindow
    from gaohang_viewer.reading.panels.panel import Panel
    from gaohang_viewer.reading.search.finder import Finder
    from gaohang_viewer.session.outline_editor import OutlineEditor
    from gaohang_viewer.session.reader import Reader
    from gaohang_viewer.ui.theme import Fonts, Theme

PANELS = ("hits", "figures", "notes")


class Panels(QObject):
    """Opens and closes panels by the names of their actions; `figure_wanted` names a key figure to go to."""

    figure_wanted = Signal(object)

    def __init__(self, window: MainWindow, reader: Reader, finder: Finder, mending: OutlineEditor) -> None:
        super().__init__(window)
        self._window = window
        self._reader = reader
        self._finder = finder
        self._mending = mending
        self._look: tuple[Theme, Fonts] | None = None
        self.built: dict[str, Panel] = {}
        reader.opened.connect(self._count)

    @property
    def open(self) -> list[str]:
        """The names of the panels that are open."""
        return [name for name, panel in self.built.items() if not panel.isHidden()]

    def toggle(self, name: str) -> None:
        """Opens or closes a panel, as its action says."""
        if self._window.actions_by_id[name].isChecked():
            self.show(name)
            self.built[name].start()
        elif name in self.built:
            self.built[name].leave()

    def show(self, name: str) -> None:
        """Opens a panel; the keyboard stays where it is."""
        if name not in self.built:
            self.built[name] = panel = self._build(name)
            areas = Qt.DockWidgetArea
            area = areas.BottomDockWidgetArea if name == "notes" else areas.RightDockWidgetArea
            self._window.addDockWidget(area, panel)
            panel.closed.connect(partial(self._window.actions_by_id[name].setChecked, False))
            panel.closed.connect(self._window.setFocus)
            if self._look is not None:
                panel.apply_theme(*self._look)
        for other in self.open:
            if {other, name} == {"hits", "figures"}:  # they share one place
                self.built[other].leave()
        self.built[name].show()
        self._window.actions_by_id[name].setChecked(True)

    def apply_theme(self, theme: Theme, fonts: Fonts) -> None:
        self._look = (theme, fonts)
        for panel in self.built.values():
            panel.apply_theme(theme, fonts)

    def _build(self, name: str) -> Panel:
        if name == "hits":
            from gaohang_viewer.reading.search.hits_panel import HitsPanel

            return HitsPanel(self._reader, self._finder, self._window)
        if name == "figures":
            from gaohang_viewer.reading.panels.figures_panel import FiguresPanel

            figures = FiguresPanel(self._reader, self._window)
            figures.wanted.connect(self.figure_wanted)
            return figures
        from gaohang_viewer.reading.panels.notes_panel import NotesPanel

        notes = NotesPanel(self._reader, self._window)
        notes.wanted.connect(self._go)
        notes.pictures_wanted.connect(self._window.actions_by_id["pictures-elsewhere"].trigger)
        notes.put_back.connect(self._mending.put_back)
        return notes

    def _go(self, line_no: int) -> None:
        from gaohang_viewer.report.outline_edits import section_of_line

        self._reader.go(section_of_line(self._mending.draft, line_no))

    def _count(self) -> None:
        count = len(self._reader.report.problems)
        one = QCoreApplication.translate("notes", "1 note")
        text = counted(count, one, QCoreApplication.translate("notes", "{count} notes"))
        self._window.show_notes(text if count else "")
