"""Why a printer does not print, each in one sentence that says what to do."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


class CannotPrint(OSError):
    """The pages were not printed, and the job was cancelled; the text is a sentence for the user."""


def gone(name: str) -> CannotPrint:
    """The printer no longer exists."""
    return _of(
        QCoreApplication.translate(
            "printing", "The printer “{name}” is no longer available; choose another one."
        ),
        name,
    )


def stopped(name: str) -> CannotPrint:
    """The queue is stopped or accepts no jobs."""
    return _of(
        QCoreApplication.translate(
            "printing",
            "The printer “{name}” is disabled; enable it in the system settings, or choose another one.",
        ),
        name,
    )


def silent(name: str) -> CannotPrint:
    """The printer is switched off or cannot be reached."""
    return _of(
        QCoreApplication.translate(
            "printing", "The printer “{name}” does not respond; check that it is switched on and connected."
        ),
        name,
    )


def no_service() -> CannotPrint:
    """The print service does not run."""
    return CannotPrint(
        QCoreApplication.translate(
            "printing",
            "The system's print service does not respond; start it, or export a PDF and print that.",
        )
    )


def refused(name: str, why: str) -> CannotPrint:
    """The queue or printer refused or gave up the job; `why` is the system's message."""
    text = QCoreApplication.translate(
        "printing",
        "The printer “{name}” could not print the pages ({why}); solve the problem, then print again.",
    )
    return CannotPrint(text.replace("{why}", why).replace("{name}", name))


def _of(text: str, name: str) -> CannotPrint:
    return CannotPrint(text.replace("{name}", name))
