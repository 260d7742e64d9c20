"""A screen for each journey."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.tools.screen import Screen


@pytest.fixture
def screen() -> Iterator[Screen]:
    with Screen((1280, 800)) as made:
        yield made
