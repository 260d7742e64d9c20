"""What each action does; one function a menu, each given the objects that its actions use."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from gaohang_viewer.app import dialogs, section_menu
from gaohang_viewer.app.dock_panels import PANELS
from gaohang_viewer.app.zoom_reset import ZoomReset
from gaohang_viewer.report.model import FRONT
from gaohang_viewer.resources import BUILT_IN_REPORT, GUIDES
from gaohang_viewer.session.save_markdown import save_as_markdown
from gaohang_viewer.storage.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from gaohang_viewer.app.actions import ActionId
    from gaohang_viewer.app.dock_panels import DockPanels
    from gaohang_viewer.app.library_navigation import LibraryNavigation
    from gaohang_viewer.app.main_window import MainWindow
    from gaohang_viewer.app.report_opener import ReportOpener
    from gaohang_viewer.app.slides_navigation import SlidesNavigation
    from gaohang_viewer.presenting.controller import PresentingController
    from gaohang_viewer.printing.controller import PrintingController
    from gaohang_viewer.reading.search.finder import Finder
    from gaohang_viewer.reading.text.text_editing import TextEditing
    from gaohang_viewer.session.bookmarks import Bookmarks
    from gaohang_viewer.session.open_file import Files
    from gaohang_viewer.session.outline_editor import OutlineEditor
    from gaohang_viewer.session.reader import Reader
    from gaohang_viewer.storage.memory import Memory

Handlers: TypeAlias = "dict[ActionId, Callable[[], object]]"

REPORTS, TEXT = 0, 1  # tabs of the library
SETTING_OF: dict[ActionId, str] = {  # checkable actions that turn a setting on and off
    "full-width": Settings.full_width.key,
    "times": Settings.times.key,
    "mark-figures": Settings.mark_figures.key,
}


def file_handlers(
    *,
    window: MainWindow,
    reader: Reader,
    files: Files,
    memory: Memory,
    opener: ReportOpener,
    library: LibraryNavigation,
    presenting: PresentingController,
    printing: Callable[[], PrintingController],
) -> Handlers:
    """Of the file menu. `printing` returns the controller, which it builds at the first call."""
    return {
        "open": opener.ask,
        "paste": files.open_clipboard,
        "save": lambda: save_as_markdown(window, reader.report, memory),
        "built-in": lambda: opener.open(BUILT_IN_REPORT),
        "library": lambda: library.toggle(REPORTS),
        "compare": library.compare,
        "paper": lambda: printing().open(),
        "pdf": lambda: printing().open(),
        "slides-pdf": lambda: printing().export_slides(presenting.job()),
        "ink-pdf": lambda: printing().export_slides(presenting.job(with_ink=True)),
        "print": lambda: printing().open(printing=True),
        "print-section": lambda: printing().open(reader.position.section),
        "copy-section": lambda: section_menu.copy_as_markdown(reader, window),
        "quit": window.close,
    }


def go_handlers(reader: Reader, bookmarks: Bookmarks, show_palette: Callable[[], object]) -> Handlers:
    """Of the go menu."""
    return {
        "back": reader.back,
        "forward": reader.forward,
        "previous": lambda: reader.step(-1),
        "next": lambda: reader.step(+1),
        "front": lambda: reader.go(FRONT),
        "jump": show_palette,
        "bookmark": bookmarks.toggle,
    }


def find_handlers(window: MainWindow, finder: Finder, library: LibraryNavigation) -> Handlers:
    """Of the find menu, but for its panel."""
    return {
        "find": window.focus_search,
        "find-next": finder.next,
        "find-previous": finder.previous,
        "find-everywhere": lambda: library.toggle(TEXT),
    }


def outline_handlers(editor: OutlineEditor, selected: Callable[[], Sequence[int]]) -> Handlers:
    """Of the outline menu. `selected` returns the sections that edits apply to."""

    def edit(kind: str) -> None:
        editor.edit_sections(kind, selected())

    return {
        "undo": editor.undo,
        "redo": editor.redo,
        **{name: partial(edit, kind) for name, kind in section_menu.EDITS.items()},
        **{name: partial(editor.edit_similar, kind) for name, kind in section_menu.SIMILAR_EDITS.items()},
        "reset-outline": editor.undo_all,
    }


def typing_handlers(reader: Reader, editing: TextEditing) -> Handlers:
    """Of the outline menu, for what is typed in the text pane."""
    return {
        "edit-headline": lambda: editing.edit_headline(reader.position.section),
        "front-fields": lambda: editing.edit_front_page(),
    }


def view_handlers(window: MainWindow, settings: Settings, files: Files, panels: DockPanels) -> Handlers:
    """Of the view menu, and of the actions that open panels."""

    def checked(name: ActionId) -> bool:
        return window.actions_by_id[name].isChecked()

    return {
        "sidebar": lambda: window.side.setVisible(checked("sidebar")),
        "zoom-in": lambda: settings.zoom_by(+1),
        "zoom-out": lambda: settings.zoom_by(-1),
        "zoom-reset": ZoomReset(settings),
        "read": lambda: window.set_focus_mode(on=checked("read")),
        "whole-page": lambda: files.read_again(whole_page=checked("whole-page")),
        "pictures-elsewhere": lambda: files.read_again(outside_folder=checked("pictures-elsewhere")),
        **{name: partial(panels.toggle, name) for name in PANELS},
        **{
            name: lambda name=name, key=key: settings.set(key, checked(name))  # type: ignore[misc]
            for name, key in SETTING_OF.items()
        },
    }


def show_handlers(reader: Reader, slides: SlidesNavigation) -> Handlers:
    """Of the slide show menu."""
    return {
        "show": lambda: slides.present(None),
        "show-here": lambda: slides.present(reader.position.section),
        "rehearse": lambda: slides.present(None, rehearse=True),
        "rehearsals": slides.show_rehearsals,
        "slides": slides.toggle,
    }


def help_handlers(window: MainWindow, opener: ReportOpener, language: str) -> Handlers:
    """Of the help menu, and of the key that opens the menu. `language` is that of the interface."""
    return {
        "guide": lambda: opener.open(GUIDES[language]),
        "keys": lambda: dialogs.show_keys(window),
        "about": lambda: dialogs.show_about(window),
        "menu": window.show_menu,
    }
