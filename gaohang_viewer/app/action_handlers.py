"""What each action does."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from gaohang_viewer.app import dialogs, section_menu
from gaohang_viewer.app.dock_panels import PANELS
from gaohang_viewer.report.model import FRONT
from gaohang_viewer.resources import BUILT_IN_REPORT, GUIDES
from gaohang_viewer.session.outline_editor import MENDS
from gaohang_viewer.session.save_markdown import save_as_markdown

if TYPE_CHECKING:
    from collections.abc import Callable

    from gaohang_viewer.app.app import App

REPORTS, TEXT = 0, 1  # the library's tabs
FLAGS = {"full-width": "full_width", "times": "times", "mark-figures": "mark_figures"}  # actions and settings


def handlers(app: App) -> dict[str, Callable[[], object]]:
    """By the actions' names; the window and what is in it are looked up when an action is triggered."""

    def checked(name: str) -> bool:
        return app.window.actions_by_id[name].isChecked()

    reader, settings, mending, files = app.reader, app.settings, app.mending, app.files
    return {
        "open": app.ask_for_file,
        "paste": files.paste,
        "save": lambda: save_as_markdown(app.window, reader.report, app.memory),
        "built-in": lambda: app.open(BUILT_IN_REPORT),
        "paper": lambda: app.printing.open(),
        "pdf": lambda: app.printing.open(),
        "slides-pdf": lambda: app.printing.export_slides(app.presenting.job()),
        "ink-pdf": lambda: app.printing.export_slides(app.presenting.job(with_ink=True)),
        "print": lambda: app.printing.open(printing=True),
        "print-section": lambda: app.printing.open(reader.place.section),
        "copy-section": lambda: section_menu.copy_as_markdown(reader, app.window),
        "quit": lambda: app.window.close(),
        "back": reader.back,
        "forward": reader.forward,
        "previous": lambda: reader.step(-1),
        "next": lambda: reader.step(+1),
        "front": lambda: reader.go(FRONT),
        "bookmark": app.bookmarks.toggle,
        "find": app.find,
        "find-next": app.finder.next,
        "find-previous": app.finder.previous,
        "jump": app.jump,
        "compare": lambda: app.shelving.compare(),
        "library": lambda: app.shelving.show(REPORTS),
        "find-everywhere": lambda: app.shelving.show(TEXT),
        "sidebar": lambda: app.window.side.setVisible(checked("sidebar")),
        "zoom-in": lambda: settings.zoom_by(+1),
        "zoom-out": lambda: settings.zoom_by(-1),
        "zoom-reset": lambda: settings.zoom_by(0),
        "read": lambda: app.window.read_only_text(on=checked("read")),
        "show": lambda: app.present(None),
        "show-here": lambda: app.present(reader.place.section),
        "rehearse": lambda: app.present(None, rehearse=True),
        "rehearsals": lambda: app.sliding.show_rehearsals(),
        "slides": lambda: app.sliding.show(),
        "menu": lambda: app.window.menu_button.showMenu(),
        "guide": lambda: app.open(GUIDES[app.language]),
        "keys": lambda: dialogs.tell_keys(app.window),
        "about": lambda: dialogs.tell_about(app.window),
        "whole-page": lambda: files.read_again(whole_page=checked("whole-page")),
        "pictures-elsewhere": lambda: files.read_again(pictures_elsewhere=checked("pictures-elsewhere")),
        "undo": mending.undo,
        "redo": mending.redo,
        "mend-none": mending.undo_all,
        **{name: partial(mending.section, act) for name, act in MENDS.items()},
        **{name: lambda name=name: app.panels.toggle(name) for name in PANELS},  # type: ignore[misc]
        **{
            name: lambda name=name, key=key: settings.set(key, checked(name))  # type: ignore[misc]
            for name, key in FLAGS.items()
        },
    }
