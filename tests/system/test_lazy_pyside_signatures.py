"""PySide6 without its signatures behaves as with them."""

from __future__ import annotations

import subprocess
import sys

import pytest

# What depends on the signatures, each with what comes out of it.
QUESTIONS = """
import copy, pickle, sys
from PySide6.QtCore import QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QTextCharFormat
from PySide6.QtWidgets import QLabel

class Sender(QObject):
    sent = Signal(int)

def ask(question):
    try:
        print(sorted(str(question()).splitlines()))
    except Exception as error:
        print(type(error).__name__, sorted(str(error).splitlines()))

import shiboken6
questions = [
    lambda: QSize("a"),
    lambda: QTimer("x", "y"),
    lambda: QSize(1, 2).setWidth("s"),
    lambda: QObject().setProperty(1),
    lambda: QObject(nothing=1),
    lambda: QSize(1, 2).nothing,
    lambda: Sender().sent.emit("a", "b"),
    lambda: QSize.setWidth.__doc__,
    lambda: QLabel.__doc__,
    lambda: pickle.loads(pickle.dumps(Qt.Key.Key_A)),
    lambda: copy.copy(QColor("red")).name(),
    lambda: shiboken6.isValid(QObject()),
    lambda: shiboken6.__version__,
    lambda: __import__("zipfile").is_zipfile("nothing"),
    lambda: __import__("inspect").signature(QSize.setWidth.__class__),
]
first = int(sys.argv[1])
for question in [questions[first], *questions]:
    ask(question)
"""
LATE = "from gaohang_viewer.system.lazy_pyside_signatures import import_shiboken; import_shiboken()\n"


def answers(code: str, first: int = 0) -> str:
    """What a process of its own says, whatever is asked first."""
    run = subprocess.run(
        [sys.executable, "-c", code, str(first)], capture_output=True, text=True, timeout=60, check=False
    )
    assert run.returncode == 0, run.stderr
    return run.stdout


@pytest.mark.parametrize("first", [0, 4, 7, 9, 11])
def test_errors_and_help_are_the_same(first: int) -> None:
    assert answers(LATE + QUESTIONS, first) == answers(QUESTIONS, first)


def test_a_window_opens_without_the_signatures() -> None:
    code = LATE + "import sys, gaohang_viewer.app.startup; print('shibokensupport.feature' in sys.modules)"
    assert answers(code) == "False\n"


def test_imports_are_not_looked_through() -> None:
    code = (
        LATE
        + "import builtins, PySide6.QtWidgets; print(builtins.__import__.__name__ == '__feature_import__')"
    )
    assert answers(code) == "False\n"


def test_a_version_that_was_not_tried_is_loaded_in_its_own_way() -> None:
    code = "import gaohang_viewer.system.lazy_pyside_signatures as late; late.TRIED = ('1.',); late.import_shiboken()\n"
    assert answers(code + QUESTIONS) == answers(QUESTIONS)


def test_it_is_too_late_once_pyside_is_there() -> None:
    code = "import PySide6.QtCore, sys; before = set(sys.modules)\n" + LATE
    assert answers(code + "print('signature_bootstrap' in before, 'shiboken6' in before)") == "True True\n"
