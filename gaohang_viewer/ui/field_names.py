"""The names of the fields of the front page, in the user's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def field_names() -> dict[str, str]:
    """The names by the keys in `report.model.FIELDS`."""
    return {
        "title": QCoreApplication.translate("mending", "Title"),
        "subtitle": QCoreApplication.translate("mending", "Subtitle"),
        "occasion": QCoreApplication.translate("mending", "Occasion"),
        "number": QCoreApplication.translate("front", "Document number"),
        "speaker": QCoreApplication.translate("mending", "Speaker"),
        "date": QCoreApplication.translate("mending", "Date"),
        "edition": QCoreApplication.translate("front", "Edition"),
    }
