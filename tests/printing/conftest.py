"""The print service that tests of printing share."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from tests.printing.cups import PrintService, missing


@pytest.fixture(scope="session")
def print_service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PrintService]:
    """A print service of the tests' own; it is not on every machine, but where CI is set it has to be."""
    absent = missing()
    if absent and "CI" not in os.environ:
        pytest.skip(f"{', '.join(absent)} not installed: nothing to print on")
    assert not absent
    service = PrintService(tmp_path_factory.mktemp("cups"))
    yield service
    service.stop()
