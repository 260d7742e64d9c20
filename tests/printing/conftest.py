"""The print service that tests of printing share."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.printing.cups import PrintService, missing


@pytest.fixture(scope="session")
def print_service() -> Iterator[PrintService]:
    """A print service of the tests' own; it is not on every machine, but in CI on Linux it has to be."""
    absent = missing()
    if absent and not ("CI" in os.environ and sys.platform == "linux"):
        pytest.skip(f"{', '.join(absent)} not installed: nothing to print on")
    assert not absent
    with tempfile.TemporaryDirectory(prefix="cups-") as name:
        folder = Path(name)
        folder.chmod(
            0o755
        )  # run by root, the service works as another user; pytest's folders are closed to it
        service = PrintService(folder)
        yield service
        service.stop()
