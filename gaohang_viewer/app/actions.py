"""Every action once, as data: its text, keys, place in the menu, icon, and when it can be used."""

from __future__ import annotations

from enum import Flag, auto
from typing import Any, NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication


class When(Flag):
    """What must be so for an action to be of use."""

    ALWAYS = 0
    BACK = auto()  # there is a place to go back to
    FORWARD = auto()
    BEFORE = auto()  # a section comes before this one
    AFTER = auto()
    HITS = auto()  # the search has hits
    CHOOSING = auto()  # sections are being chosen for printing
    CHOSEN = auto()  # at least one is
    SECTION = auto()  # the reader is at a section, not on the front page
    UNDO = auto()  # something was mended
    REDO = auto()
    TEXT = auto()  # the file is one whose encoding can be chosen
    PAGE = auto()  # the file is a web page
    PICTURES = auto()  # the file names pictures in other folders
    INK = auto()  # something was drawn on the slides


class ActionSpec(NamedTuple):
    """`text` is English and goes through the translation; the first of `keys` is shown in menus."""

    id: str
    text: Any  # a str; the stubs of QT_TRANSLATE_NOOP say less
    keys: tuple[str, ...] = ()
    menu: str = ""
    icon: str = ""
    when: When = When.ALWAYS
    checkable: bool = False


MENUS: dict[str, Any] = {
    "file": QT_TRANSLATE_NOOP("actions", "File"),
    "go": QT_TRANSLATE_NOOP("actions", "Go"),
    "find": QT_TRANSLATE_NOOP("actions", "Find"),
    "mend": QT_TRANSLATE_NOOP("actions", "Mend"),
    "view": QT_TRANSLATE_NOOP("actions", "View"),
    "show": QT_TRANSLATE_NOOP("actions", "Show"),
    "help": QT_TRANSLATE_NOOP("actions", "Help"),
}

SUBMENUS = (
    "recent",
    "theme",
    "face",
    "spacing",
    "rate",
    "interface",
    "language",
    "encoding",
    "bookmarks",
    "slides-look",
    "slides-detail",
)  # filled when opened

# What can be used while a page of the library covers the report.
ANYWHERE = frozenset((
    *("open", "paste", "recent", "built-in", "library", "compare", "find-everywhere", "theme", "face"),
    *("spacing", "interface", "language", "menu", "guide", "keys", "about", "quit"),
))  # fmt: skip

# What can be used beside them while the slides do.
WITH_SLIDES = ANYWHERE | {
    *("show", "show-here", "rehearse", "rehearsals", "slides", "slides-look", "slides-detail"),
    *("slides-pdf", "ink-pdf", "rate"),
}  # fmt: skip

SEPARATOR = ActionSpec("", "")

ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("open", QT_TRANSLATE_NOOP("actions", "Open…"), ("Ctrl+O",), "file", "open"),
    ActionSpec("paste", QT_TRANSLATE_NOOP("actions", "Open copied text"), ("Ctrl+Shift+V",), "file"),
    ActionSpec("recent", QT_TRANSLATE_NOOP("actions", "Open recent"), (), "file"),
    ActionSpec("save", QT_TRANSLATE_NOOP("actions", "Save as Markdown…"), ("Ctrl+S",), "file"),
    ActionSpec("built-in", QT_TRANSLATE_NOOP("actions", "Open the built-in report"), (), "file"),
    ActionSpec("library", QT_TRANSLATE_NOOP("actions", "Library"), ("Ctrl+L",), "file", "library"),
    ActionSpec("compare", QT_TRANSLATE_NOOP("actions", "Compare with an older report…"), (), "file"),
    SEPARATOR._replace(menu="file"),
    ActionSpec("paper", QT_TRANSLATE_NOOP("actions", "Print and export…"), ("Ctrl+P",), "file", "choose"),
    ActionSpec("pdf", QT_TRANSLATE_NOOP("actions", "Export as PDF…"), ("Ctrl+E",), "file", "pdf"),
    ActionSpec(
        "slides-pdf", QT_TRANSLATE_NOOP("actions", "Export slides as PDF…"), ("Ctrl+Shift+E",), "file"
    ),
    ActionSpec(
        "ink-pdf",
        QT_TRANSLATE_NOOP("actions", "Export slides with what was drawn…"),
        (),
        "file",
        "",
        When.INK,
    ),
    ActionSpec(
        "print-section",
        QT_TRANSLATE_NOOP("actions", "Print this section…"),
        (),
        "file",
        "",
        When.SECTION,
    ),
    ActionSpec(
        "copy-section",
        QT_TRANSLATE_NOOP("actions", "Copy this section as Markdown"),
        ("Ctrl+Shift+C",),
        "file",
    ),
    ActionSpec("print", QT_TRANSLATE_NOOP("actions", "Print…"), ("Ctrl+Shift+P",), "file", "print"),
    SEPARATOR._replace(menu="file"),
    ActionSpec("quit", QT_TRANSLATE_NOOP("actions", "Quit"), ("Ctrl+Q",), "file"),
    ActionSpec("back", QT_TRANSLATE_NOOP("actions", "Back"), ("Alt+Left", "Back"), "go", "back", When.BACK),
    ActionSpec(
        "forward",
        QT_TRANSLATE_NOOP("actions", "Forward"),
        ("Alt+Right", "Forward"),
        "go",
        "forward",
        When.FORWARD,
    ),
    SEPARATOR._replace(menu="go"),
    ActionSpec(
        "previous",
        QT_TRANSLATE_NOOP("actions", "Previous section"),
        ("Alt+Up", "Ctrl+PgUp"),
        "go",
        "",
        When.BEFORE,
    ),
    ActionSpec(
        "next",
        QT_TRANSLATE_NOOP("actions", "Next section"),
        ("Alt+Down", "Ctrl+PgDown"),
        "go",
        "",
        When.AFTER,
    ),
    ActionSpec("front", QT_TRANSLATE_NOOP("actions", "Front page"), ("Alt+Home",), "go"),
    SEPARATOR._replace(menu="go"),
    ActionSpec("jump", QT_TRANSLATE_NOOP("actions", "Jump to…"), ("Ctrl+K",), "go"),
    ActionSpec(
        "bookmark",
        QT_TRANSLATE_NOOP("actions", "Bookmark"),
        ("Ctrl+D",),
        "go",
        "bookmark",
        When.SECTION,
        True,
    ),
    ActionSpec("bookmarks", QT_TRANSLATE_NOOP("actions", "Bookmarks"), (), "go"),
    ActionSpec("find", QT_TRANSLATE_NOOP("actions", "Find in the report"), ("Ctrl+F",), "find", "search"),
    ActionSpec(
        "find-next", QT_TRANSLATE_NOOP("actions", "Next hit"), ("F3", "Ctrl+G"), "find", "", When.HITS
    ),
    ActionSpec(
        "find-previous",
        QT_TRANSLATE_NOOP("actions", "Previous hit"),
        ("Shift+F3", "Ctrl+Shift+G"),
        "find",
        "",
        When.HITS,
    ),
    ActionSpec("hits", QT_TRANSLATE_NOOP("actions", "List of hits"), ("F4",), "find", "list", checkable=True),
    ActionSpec(
        "find-everywhere",
        QT_TRANSLATE_NOOP("actions", "Find in all reports"),
        ("Ctrl+Shift+F",),
        "find",
        "search",
    ),
    ActionSpec("undo", QT_TRANSLATE_NOOP("actions", "Undo"), ("Ctrl+Z",), "mend", "", When.UNDO),
    ActionSpec(
        "redo", QT_TRANSLATE_NOOP("actions", "Redo"), ("Ctrl+Y", "Ctrl+Shift+Z"), "mend", "", When.REDO
    ),
    SEPARATOR._replace(menu="mend"),
    ActionSpec(
        "mend-up",
        QT_TRANSLATE_NOOP("actions", "One level up"),
        ("Alt+Shift+Left",),
        "mend",
        "",
        When.SECTION,
    ),
    ActionSpec(
        "mend-down",
        QT_TRANSLATE_NOOP("actions", "One level down"),
        ("Alt+Shift+Right",),
        "mend",
        "",
        When.SECTION,
    ),
    ActionSpec(
        "mend-text",
        QT_TRANSLATE_NOOP("actions", "Make this headline text"),
        ("Ctrl+Shift+N",),
        "mend",
        "",
        When.SECTION,
    ),
    ActionSpec(
        "mend-join",
        QT_TRANSLATE_NOOP("actions", "Join with the next line"),
        ("Ctrl+J",),
        "mend",
        "",
        When.SECTION,
    ),
    ActionSpec(
        "mend-title", QT_TRANSLATE_NOOP("actions", "This line is the title"), (), "mend", "", When.SECTION
    ),
    ActionSpec(
        "mend-leave-out",
        QT_TRANSLATE_NOOP("actions", "Leave this section out"),
        ("Ctrl+Delete",),
        "mend",
        "",
        When.SECTION,
    ),
    SEPARATOR._replace(menu="mend"),
    ActionSpec("mend-none", QT_TRANSLATE_NOOP("actions", "As the file was read"), (), "mend", "", When.UNDO),
    ActionSpec(
        "sidebar",
        QT_TRANSLATE_NOOP("actions", "Sections"),
        ("F9", "Ctrl+B"),
        "view",
        "sidebar",
        checkable=True,
    ),
    SEPARATOR._replace(menu="view"),
    ActionSpec("zoom-in", QT_TRANSLATE_NOOP("actions", "Larger text"), ("Ctrl++", "Ctrl+="), "view"),
    ActionSpec("zoom-out", QT_TRANSLATE_NOOP("actions", "Smaller text"), ("Ctrl+-",), "view"),
    ActionSpec("zoom-reset", QT_TRANSLATE_NOOP("actions", "Normal text size"), ("Ctrl+0",), "view"),
    SEPARATOR._replace(menu="view"),
    ActionSpec("theme", QT_TRANSLATE_NOOP("actions", "Appearance"), (), "view"),
    ActionSpec("face", QT_TRANSLATE_NOOP("actions", "Typeface"), (), "view"),
    ActionSpec("spacing", QT_TRANSLATE_NOOP("actions", "Line spacing"), (), "view"),
    ActionSpec(
        "read", QT_TRANSLATE_NOOP("actions", "Nothing but the text"), ("F11",), "view", "", checkable=True
    ),
    SEPARATOR._replace(menu="view"),
    ActionSpec("figures", QT_TRANSLATE_NOOP("actions", "Key figures"), ("F7",), "view", "", checkable=True),
    ActionSpec(
        "mark-figures",
        QT_TRANSLATE_NOOP("actions", "Mark key figures in the text"),
        ("Shift+F7",),
        "view",
        "",
        checkable=True,
    ),
    ActionSpec("times", QT_TRANSLATE_NOOP("actions", "Speaking times"), (), "view", "", checkable=True),
    ActionSpec("rate", QT_TRANSLATE_NOOP("actions", "Characters a minute"), (), "view"),
    ActionSpec(
        "notes", QT_TRANSLATE_NOOP("actions", "Notes on this file"), ("F8",), "view", "", checkable=True
    ),
    ActionSpec("encoding", QT_TRANSLATE_NOOP("actions", "Encoding of the file"), (), "view", "", When.TEXT),
    ActionSpec(
        "whole-page",
        QT_TRANSLATE_NOOP("actions", "All of the web page"),
        (),
        "view",
        "",
        When.PAGE,
        checkable=True,
    ),
    ActionSpec(
        "pictures-elsewhere",
        QT_TRANSLATE_NOOP("actions", "Pictures from other folders"),
        (),
        "view",
        "",
        When.PICTURES,
        checkable=True,
    ),
    SEPARATOR._replace(menu="view"),
    ActionSpec("interface", QT_TRANSLATE_NOOP("actions", "Size of everything"), (), "view"),
    ActionSpec("language", QT_TRANSLATE_NOOP("actions", "Language"), (), "view"),
    ActionSpec(
        "full-width", QT_TRANSLATE_NOOP("actions", "Full-width punctuation"), (), "view", checkable=True
    ),
    ActionSpec("show", QT_TRANSLATE_NOOP("actions", "Present from the start"), ("F5",), "show", "play"),
    ActionSpec("show-here", QT_TRANSLATE_NOOP("actions", "Present from this section"), ("Shift+F5",), "show"),
    ActionSpec("rehearse", QT_TRANSLATE_NOOP("actions", "Rehearse"), ("Alt+F5",), "show"),
    ActionSpec("rehearsals", QT_TRANSLATE_NOOP("actions", "Times of rehearsals"), (), "show"),
    ActionSpec("slides", QT_TRANSLATE_NOOP("actions", "Slides…"), ("Ctrl+F5",), "show", "slides"),
    SEPARATOR._replace(menu="show"),
    ActionSpec("slides-look", QT_TRANSLATE_NOOP("actions", "Look of the slides"), (), "show"),
    ActionSpec("slides-detail", QT_TRANSLATE_NOOP("actions", "What the slides tell"), (), "show"),
    ActionSpec("menu", QT_TRANSLATE_NOOP("actions", "Menu"), ("F10",)),
    ActionSpec("guide", QT_TRANSLATE_NOOP("actions", "Guide"), (), "help"),
    ActionSpec("keys", QT_TRANSLATE_NOOP("actions", "Keys"), ("F1",), "help"),
    ActionSpec("about", QT_TRANSLATE_NOOP("actions", "About Gaohang Viewer"), (), "help"),
)


def text_of(spec: ActionSpec) -> str:
    """The action's text in the user's language."""
    return QCoreApplication.translate("actions", spec.text)


def menu_text(menu: str) -> str:
    """The title of a menu in the user's language."""
    return QCoreApplication.translate("actions", MENUS[menu])
