"""A report, and the desk's parts around it."""

from __future__ import annotations

from pathlib import Path

import pytest

from gaohang_viewer.loading import open_report
from gaohang_viewer.report.model import Report
from gaohang_viewer.resources import BUILT_IN_REPORT
from gaohang_viewer.session.position import Position
from gaohang_viewer.session.reader import Reader


@pytest.fixture(scope="session")
def report() -> Report:
    return open_report(BUILT_IN_REPORT)


@pytest.fixture
def reader(report: Report, qapp: object) -> Reader:
    made = Reader()
    made.open(report, Path("report.md"), Position())
    return made
