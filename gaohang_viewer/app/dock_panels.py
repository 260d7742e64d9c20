"""The panels beside and below the text."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

from gaohang_viewer.report.outline_review import doubts
from gaohang_viewer.ui.translation import counted

if TYPE_CHECKING:
    from gaohang_viewer.app.actions import ActionId
    from gaohang_viewer.app.main_window import MainWindow
    from gaohang_viewer.reading.panels.panel import Panel
    from gaohang_viewer.reading.search.finder import Finder
    from gaohang_viewer.session.outline_editor import OutlineEditor
    from gaohang_viewer.session.reader import Reader
    from gaohang_viewer.ui.theme import Fonts, Theme

PANELS: tuple[ActionId, ...] = ("hits", "figures", "notes")


class DockPanels(QObject):
    """Opens and closes panels by the ids of their actions; each is built when it is first opened."""

    figure_requested = Signal(object)  # FigureMatch, to go to

    def __init__(self, window: MainWindow, reader: Reader, finder: Finder, editor: OutlineEditor) -> None:
        super().__init__(window)
        self._window = window
        self._reader = reader
        self._finder = finder
        self._editor = editor
        self._style: tuple[Theme, Fonts] | None = None
        self.built: dict[ActionId, Panel] = {}
        reader.opened.connect(self._count_notes)

    @property
    def open(self) -> list[ActionId]:
        """The ids of the open panels."""
        return [name for name, panel in self.built.items() if not panel.isHidden()]

    def toggle(self, name: ActionId) -> None:
        """Opens or closes a panel, after its action was checked or unchecked."""
        if self._window.actions_by_id[name].isChecked():
            self.show(name)
            self.built[name].focus_list()
        elif name in self.built:
            self.built[name].dismiss()

    def show(self, name: ActionId) -> None:
        """Opens a panel; the keyboard focus stays where it is."""
        if name not in self.built:
            self.built[name] = panel = self._build(name)
            areas = Qt.DockWidgetArea
            area = areas.BottomDockWidgetArea if name == "notes" else areas.RightDockWidgetArea
            self._window.addDockWidget(area, panel)
            panel.closed.connect(partial(self._window.actions_by_id[name].setChecked, False))
            panel.closed.connect(self._window.setFocus)
            if self._style is not None:
                panel.apply_theme(*self._style)
        for other in self.open:
            if {other, name} == {"hits", "figures"}:  # they share one area
                self.built[other].dismiss()
        self.built[name].show()
        self._window.actions_by_id[name].setChecked(True)

    def apply_theme(self, theme: Theme, fonts: Fonts) -> None:
        """Applies the theme to the panels, those built later included."""
        self._style = (theme, fonts)
        for panel in self.built.values():
            panel.apply_theme(theme, fonts)

    def _build(self, name: ActionId) -> Panel:
        if name == "hits":
            from gaohang_viewer.reading.search.hits_panel import HitsPanel

            return HitsPanel(self._reader, self._finder, self._window)
        if name == "figures":
            from gaohang_viewer.reading.panels.figures_panel import FiguresPanel

            figures = FiguresPanel(self._reader, self._window)
            figures.figure_requested.connect(self.figure_requested)
            return figures
        from gaohang_viewer.reading.panels.notes_panel import NotesPanel

        notes = NotesPanel(self._reader, self._window)
        notes.line_requested.connect(self._go)
        notes.pictures_requested.connect(self._window.actions_by_id["pictures-elsewhere"].trigger)
        notes.put_back_requested.connect(self._editor.put_back)
        return notes

    def _go(self, line_no: int) -> None:
        from gaohang_viewer.report.piece_refs import section_of_line

        self._reader.go(section_of_line(self._editor.draft, line_no))

    def _count_notes(self) -> None:
        report = self._reader.report
        count = len(report.problems) + len(doubts(report))
        one = QCoreApplication.translate("notes", "1 note")
        text = counted(count, one, QCoreApplication.translate("notes", "{count} notes"))
        self._window.status.show_notes(text if count else "")
