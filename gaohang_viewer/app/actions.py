"""The actions: their ids, texts, keys, icons and menus, and when each can be used."""

from __future__ import annotations

from typing import Any, Literal, NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

ActionId = Literal[
    "open", "paste", "recent", "save", "built-in", "library", "compare", "paper", "pdf", "slides-pdf",
    "ink-pdf", "print-section", "copy-section", "print", "quit",
    "back", "forward", "previous", "next", "front", "jump", "bookmark", "bookmarks",
    "find", "find-next", "find-previous", "hits", "find-everywhere",
    "undo", "redo", "promote", "demote", "to-text", "join", "set-title", "leave-out",
    "promote-similar", "demote-similar", "similar-to-text", "edit-headline", "front-fields", "reset-outline",
    "sidebar", "zoom-in", "zoom-out", "zoom-reset", "theme", "face", "spacing", "read", "figures",
    "mark-figures", "times", "rate", "notes", "encoding", "whole-page", "pictures-elsewhere", "interface",
    "language", "full-width",
    "show", "show-here", "rehearse", "rehearsals", "slides", "slides-look", "slides-detail",
    "guide", "keys", "about", "menu",
]  # fmt: skip


When = Literal[  # what must be true for an action to be enabled
    "always",
    "back",  # there is a position to go back to
    "forward",
    "before",  # there is a section before this one
    "after",
    "hits",  # the search has hits
    "section",  # the reader is at a section, not on the front page
    "undo",  # the outline was edited
    "redo",
    "text",  # the encoding of the file can be chosen
    "page",  # the file is a web page
    "pictures",  # the file names pictures outside its folder
    "ink",  # there are drawings on the slides
]
PageKind = Literal["report", "slides", "library"]  # what the window shows; the last also for comparisons

_TALK: tuple[PageKind, ...] = ("report", "slides")
_ALL: tuple[PageKind, ...] = ("report", "slides", "library")


class ActionSpec(NamedTuple):
    """All that is known of an action but its callback, which `action_handlers` binds to its id."""

    id: ActionId
    text: Any  # English, to be translated; a str, for which the stubs of QT_TRANSLATE_NOOP say object
    keys: tuple[str, ...] = ()  # menus show the first one
    icon: str = ""
    when: When = "always"
    on: tuple[PageKind, ...] = ("report",)  # the pages on which it is enabled
    checkable: bool = False
    submenu: bool = False  # a menu that `dynamic_menus` fills; it has no callback


class Menu(NamedTuple):
    """A menu of the menu button. None separates groups of actions."""

    title: Any  # English, to be translated
    items: tuple[ActionSpec | None, ...]


FILE = Menu(
    QT_TRANSLATE_NOOP("actions", "File"),
    (
        ActionSpec("open", QT_TRANSLATE_NOOP("actions", "Open…"), ("Ctrl+O",), "open", on=_ALL),
        ActionSpec("paste", QT_TRANSLATE_NOOP("actions", "Open from clipboard"), ("Ctrl+Shift+V",), on=_ALL),
        ActionSpec("recent", QT_TRANSLATE_NOOP("actions", "Open recent"), on=_ALL, submenu=True),
        ActionSpec("save", QT_TRANSLATE_NOOP("actions", "Save as Markdown…"), ("Ctrl+S",)),
        ActionSpec("built-in", QT_TRANSLATE_NOOP("actions", "Open built-in report"), on=_ALL),
        ActionSpec("library", QT_TRANSLATE_NOOP("actions", "Library"), ("Ctrl+L",), "library", on=_ALL),
        ActionSpec("compare", QT_TRANSLATE_NOOP("actions", "Compare with older report…"), on=_ALL),
        None,
        ActionSpec("paper", QT_TRANSLATE_NOOP("actions", "Print and export…"), ("Ctrl+P",), "choose"),
        ActionSpec("pdf", QT_TRANSLATE_NOOP("actions", "Export as PDF…"), ("Ctrl+E",), "pdf"),
        ActionSpec(
            "slides-pdf", QT_TRANSLATE_NOOP("actions", "Export slides as PDF…"), ("Ctrl+Shift+E",), on=_TALK
        ),
        ActionSpec(
            "ink-pdf", QT_TRANSLATE_NOOP("actions", "Export slides with drawings…"), when="ink", on=_TALK
        ),
        ActionSpec("print-section", QT_TRANSLATE_NOOP("actions", "Print section…"), when="section"),
        ActionSpec(
            "copy-section", QT_TRANSLATE_NOOP("actions", "Copy section as Markdown"), ("Ctrl+Shift+C",)
        ),
        ActionSpec("print", QT_TRANSLATE_NOOP("actions", "Print…"), ("Ctrl+Shift+P",), "print"),
        None,
        ActionSpec("quit", QT_TRANSLATE_NOOP("actions", "Quit"), ("Ctrl+Q",), on=_ALL),
    ),
)
GO = Menu(
    QT_TRANSLATE_NOOP("actions", "Go"),
    (
        ActionSpec("back", QT_TRANSLATE_NOOP("actions", "Back"), ("Alt+Left", "Back"), "back", "back"),
        ActionSpec(
            "forward",
            QT_TRANSLATE_NOOP("actions", "Forward"),
            ("Alt+Right", "Forward"),
            "forward",
            "forward",
        ),
        None,
        ActionSpec(
            "previous",
            QT_TRANSLATE_NOOP("actions", "Previous section"),
            ("Alt+Up", "Ctrl+PgUp"),
            when="before",
        ),
        ActionSpec(
            "next", QT_TRANSLATE_NOOP("actions", "Next section"), ("Alt+Down", "Ctrl+PgDown"), when="after"
        ),
        ActionSpec("front", QT_TRANSLATE_NOOP("actions", "Front page"), ("Alt+Home",)),
        None,
        ActionSpec("jump", QT_TRANSLATE_NOOP("actions", "Jump to…"), ("Ctrl+K",)),
        ActionSpec(
            "bookmark",
            QT_TRANSLATE_NOOP("actions", "Bookmark section"),
            ("Ctrl+D",),
            "bookmark",
            "section",
            checkable=True,
        ),
        ActionSpec("bookmarks", QT_TRANSLATE_NOOP("actions", "Bookmarks"), submenu=True),
    ),
)
FIND = Menu(
    QT_TRANSLATE_NOOP("actions", "Find"),
    (
        ActionSpec("find", QT_TRANSLATE_NOOP("actions", "Find in this report"), ("Ctrl+F",), "search"),
        ActionSpec("find-next", QT_TRANSLATE_NOOP("actions", "Next match"), ("F3", "Ctrl+G"), when="hits"),
        ActionSpec(
            "find-previous",
            QT_TRANSLATE_NOOP("actions", "Previous match"),
            ("Shift+F3", "Ctrl+Shift+G"),
            when="hits",
        ),
        ActionSpec("hits", QT_TRANSLATE_NOOP("actions", "Search results"), ("F4",), "list", checkable=True),
        ActionSpec(
            "find-everywhere",
            QT_TRANSLATE_NOOP("actions", "Find in all reports"),
            ("Ctrl+Shift+F",),
            "search",
            on=_ALL,
        ),
    ),
)
OUTLINE = Menu(
    QT_TRANSLATE_NOOP("actions", "Outline"),
    (
        ActionSpec("undo", QT_TRANSLATE_NOOP("actions", "Undo"), ("Ctrl+Z",), when="undo"),
        ActionSpec("redo", QT_TRANSLATE_NOOP("actions", "Redo"), ("Ctrl+Y", "Ctrl+Shift+Z"), when="redo"),
        None,
        ActionSpec(
            "promote",
            QT_TRANSLATE_NOOP("actions", "Promote headline"),
            ("Alt+Shift+Left",),
            when="section",
        ),
        ActionSpec(
            "demote",
            QT_TRANSLATE_NOOP("actions", "Demote headline"),
            ("Alt+Shift+Right",),
            when="section",
        ),
        ActionSpec(
            "to-text",
            QT_TRANSLATE_NOOP("actions", "Turn headline into text"),
            ("Ctrl+Shift+N",),
            when="section",
        ),
        ActionSpec("join", QT_TRANSLATE_NOOP("actions", "Join with next line"), ("Ctrl+J",), when="section"),
        ActionSpec("set-title", QT_TRANSLATE_NOOP("actions", "Set as report title"), when="section"),
        ActionSpec(
            "leave-out",
            QT_TRANSLATE_NOOP("actions", "Leave out section"),
            ("Ctrl+Delete",),
            when="section",
        ),
        None,
        ActionSpec(
            "promote-similar",
            QT_TRANSLATE_NOOP("actions", "Promote all headlines like this"),
            when="section",
        ),
        ActionSpec(
            "demote-similar",
            QT_TRANSLATE_NOOP("actions", "Demote all headlines like this"),
            when="section",
        ),
        ActionSpec(
            "similar-to-text",
            QT_TRANSLATE_NOOP("actions", "Turn all headlines like this into text"),
            when="section",
        ),
        None,
        ActionSpec("edit-headline", QT_TRANSLATE_NOOP("actions", "Edit headline"), ("F2",)),
        ActionSpec("front-fields", QT_TRANSLATE_NOOP("actions", "Edit front page"), ("Shift+F2",)),
        ActionSpec("reset-outline", QT_TRANSLATE_NOOP("actions", "Reset outline"), when="undo"),
    ),
)
VIEW = Menu(
    QT_TRANSLATE_NOOP("actions", "View"),
    (
        ActionSpec(
            "sidebar",
            QT_TRANSLATE_NOOP("actions", "Outline pane"),
            ("F9", "Ctrl+B"),
            "sidebar",
            checkable=True,
        ),
        None,
        ActionSpec("zoom-in", QT_TRANSLATE_NOOP("actions", "Larger text"), ("Ctrl++", "Ctrl+=")),
        ActionSpec("zoom-out", QT_TRANSLATE_NOOP("actions", "Smaller text"), ("Ctrl+-",)),
        ActionSpec("zoom-reset", QT_TRANSLATE_NOOP("actions", "Default text size"), ("Ctrl+0",)),
        None,
        ActionSpec("theme", QT_TRANSLATE_NOOP("actions", "Appearance"), on=_ALL, submenu=True),
        ActionSpec("face", QT_TRANSLATE_NOOP("actions", "Font"), on=_ALL, submenu=True),
        ActionSpec("spacing", QT_TRANSLATE_NOOP("actions", "Line spacing"), on=_ALL, submenu=True),
        ActionSpec("read", QT_TRANSLATE_NOOP("actions", "Focus mode"), ("F11",), checkable=True),
        None,
        ActionSpec("figures", QT_TRANSLATE_NOOP("actions", "Key figures"), ("F7",), checkable=True),
        ActionSpec(
            "mark-figures",
            QT_TRANSLATE_NOOP("actions", "Highlight key figures"),
            ("Shift+F7",),
            checkable=True,
        ),
        ActionSpec("times", QT_TRANSLATE_NOOP("actions", "Speaking times"), checkable=True),
        ActionSpec(
            "rate",
            QT_TRANSLATE_NOOP("actions", "Speaking rate (characters per minute)"),
            on=_TALK,
            submenu=True,
        ),
        ActionSpec("notes", QT_TRANSLATE_NOOP("actions", "File notes"), ("F8",), checkable=True),
        ActionSpec("encoding", QT_TRANSLATE_NOOP("actions", "File encoding"), when="text", submenu=True),
        ActionSpec(
            "whole-page",
            QT_TRANSLATE_NOOP("actions", "Show whole web page"),
            when="page",
            checkable=True,
        ),
        ActionSpec(
            "pictures-elsewhere",
            QT_TRANSLATE_NOOP("actions", "Show pictures from other folders"),
            when="pictures",
            checkable=True,
        ),
        None,
        ActionSpec("interface", QT_TRANSLATE_NOOP("actions", "Interface scale"), on=_ALL, submenu=True),
        ActionSpec("language", QT_TRANSLATE_NOOP("actions", "Language"), on=_ALL, submenu=True),
        ActionSpec("full-width", QT_TRANSLATE_NOOP("actions", "Full-width punctuation"), checkable=True),
    ),
)
SHOW = Menu(
    QT_TRANSLATE_NOOP("actions", "Slide show"),
    (
        ActionSpec("show", QT_TRANSLATE_NOOP("actions", "Present from the start"), ("F5",), "play", on=_TALK),
        ActionSpec(
            "show-here", QT_TRANSLATE_NOOP("actions", "Present from this section"), ("Shift+F5",), on=_TALK
        ),
        ActionSpec("rehearse", QT_TRANSLATE_NOOP("actions", "Rehearse"), ("Alt+F5",), on=_TALK),
        ActionSpec("rehearsals", QT_TRANSLATE_NOOP("actions", "Rehearsal times"), on=_TALK),
        ActionSpec("slides", QT_TRANSLATE_NOOP("actions", "Slides…"), ("Ctrl+F5",), "slides", on=_TALK),
        None,
        ActionSpec("slides-look", QT_TRANSLATE_NOOP("actions", "Slide theme"), on=_TALK, submenu=True),
        ActionSpec("slides-detail", QT_TRANSLATE_NOOP("actions", "Slide contents"), on=_TALK, submenu=True),
    ),
)
HELP = Menu(
    QT_TRANSLATE_NOOP("actions", "Help"),
    (
        ActionSpec("guide", QT_TRANSLATE_NOOP("actions", "Guide"), on=_ALL),
        ActionSpec("keys", QT_TRANSLATE_NOOP("actions", "Keyboard shortcuts"), ("F1",), on=_ALL),
        ActionSpec("about", QT_TRANSLATE_NOOP("actions", "About Gaohang Viewer"), on=_ALL),
    ),
)
MENU_BUTTON = ActionSpec("menu", QT_TRANSLATE_NOOP("actions", "Menu"), ("F10",), on=_ALL)

MENUS = (FILE, GO, FIND, OUTLINE, VIEW, SHOW, HELP)
ACTIONS = (*(item for menu in MENUS for item in menu.items if item is not None), MENU_BUTTON)
SPECS = {spec.id: spec for spec in ACTIONS}


def text_of(spec: ActionSpec) -> str:
    """The action's text in the user's language."""
    return QCoreApplication.translate("actions", spec.text)


def title_of(menu: Menu) -> str:
    """The menu's title in the user's language."""
    return QCoreApplication.translate("actions", menu.title)
