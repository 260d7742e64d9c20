"""What keeps a printer from printing, each in one sentence that says what to do."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


class CannotPrint(OSError):
    """The pages were not printed, and what was begun is taken back; its text is a sentence for the user."""


def gone(name: str) -> CannotPrint:
    """There is no such printer any more."""
    return _of(
        QCoreApplication.translate(
            "printing", "The printer “{name}” is no longer available; choose another one."
        ),
        name,
    )


def stopped(name: str) -> CannotPrint:
    """Its queue is stopped or takes no jobs."""
    return _of(
        QCoreApplication.translate(
            "printing",
            "The printer “{name}” is disabled; enable it in the system settings, or choose another one.",
        ),
        name,
    )


def silent(name: str) -> CannotPrint:
    """It is switched off, or out of reach."""
    return _of(
        QCoreApplication.translate(
            "printing", "The printer “{name}” does not respond; check that it is switched on and connected."
        ),
        name,
    )


def no_service() -> CannotPrint:
    """The system's own print service is not there."""
    return CannotPrint(
        QCoreApplication.translate(
            "printing",
            "The system's print service does not respond; start it, or export a PDF and print that.",
        )
    )


def refused(name: str, why: str) -> CannotPrint:
    """The queue or the printer did not take the job, or gave it up; `why` is in the system's words."""
    text = QCoreApplication.translate(
        "printing",
        "The printer “{name}” could not print the pages ({why}); solve the problem, then print again.",
    )
    return CannotPrint(text.replace("{why}", why).replace("{name}", name))


def _of(text: str, name: str) -> CannotPrint:
    return CannotPrint(text.replace("{name}", name))
