"""The forms' names and icons, and which options each has."""

from __future__ import annotations

from typing import Any, NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP

from gaohang_viewer.typeset.paper_options import Form

_TEXT = frozenset({"contents", "cover", "figures", "watermark", "two_sided", "header", "footer"})


class FormName(NamedTuple):
    """English name and tip, which are translated when they are shown; `options` are fields of
    PaperOptions."""

    name: Any
    tip: Any
    icon: str
    options: frozenset[str]


FORMS: dict[Form, FormName] = {
    Form.OFFICIAL: FormName(
        QT_TRANSLATE_NOOP("printing", "Official layout"),
        QT_TRANSLATE_NOOP("printing", "GB/T 9704-2012: 22 lines of 28 characters, — 1 —"),
        "form-official",
        _TEXT - {"header", "footer"} | {"issuer", "date"},
    ),
    Form.READING: FormName(
        QT_TRANSLATE_NOOP("printing", "Reading layout"),
        QT_TRANSLATE_NOOP("printing", "Table of contents, page headers, wide margins"),
        "form-reading",
        _TEXT,
    ),
    Form.LARGE: FormName(
        QT_TRANSLATE_NOOP("printing", "Large print"),
        QT_TRANSLATE_NOOP("printing", "Reading layout in 18 pt"),
        "form-large",
        _TEXT,
    ),
    Form.BOOKLET: FormName(
        QT_TRANSLATE_NOOP("printing", "Booklet"),
        QT_TRANSLATE_NOOP("printing", "A5 pages on A4 sheets, folded in the middle"),
        "form-booklet",
        _TEXT - {"two_sided"},
    ),
    Form.SLIDES: FormName(
        QT_TRANSLATE_NOOP("printing", "Slides"),
        QT_TRANSLATE_NOOP("printing", "One slide per page"),
        "form-slides",
        frozenset(),
    ),
    Form.HANDOUT2: FormName(
        QT_TRANSLATE_NOOP("printing", "Handout: 2 slides per page"),
        "",
        "form-handout2",
        frozenset({"spare_ink"}),
    ),
    Form.HANDOUT3: FormName(
        QT_TRANSLATE_NOOP("printing", "Handout: 3 slides, lines for notes"),
        "",
        "form-handout3",
        frozenset({"spare_ink"}),
    ),
    Form.HANDOUT4: FormName(
        QT_TRANSLATE_NOOP("printing", "Handout: 4 slides per page"),
        "",
        "form-handout4",
        frozenset({"spare_ink"}),
    ),
    Form.HANDOUT6: FormName(
        QT_TRANSLATE_NOOP("printing", "Handout: 6 slides per page"),
        "",
        "form-handout6",
        frozenset({"spare_ink"}),
    ),
    Form.SCRIPT: FormName(
        QT_TRANSLATE_NOOP("printing", "Speaker's script"),
        QT_TRANSLATE_NOOP("printing", "Each slide with the full text of its section below"),
        "form-script",
        frozenset({"spare_ink"}),
    ),
}
"""In the order in which they are offered."""
