"""Fixtures that every test may use; without a screen, windows go to Qt's offscreen platform."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(scope="session")
def fixtures() -> Path:
    """The folder of small files made for the tests."""
    return Path(__file__).parent / "fixtures"
