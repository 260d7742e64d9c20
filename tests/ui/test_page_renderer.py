"""The drawing thread: right pictures, the wanted page first, memory bounded, an end at any moment."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from itertools import pairwise
from typing import Any

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from gaohang_viewer.ui import page_renderer
from gaohang_viewer.ui.page_renderer import PageRenderer
from tests.coloured_pages import COUNT, page_colour

SIZE = QSize(320, 180)
BYTES = 320 * 180 * 4


class Drawn(list[tuple[int, QSize, QImage]]):
    """What was drawn, in order."""

    @property
    def pages(self) -> list[int]:
        return [page for page, _, _ in self]


def _is_ready(renderer: PageRenderer, page: int) -> bool:
    return renderer.image(page, SIZE) is not None


@pytest.fixture
def turn() -> threading.Lock:
    return threading.Lock()


@pytest.fixture
def renderer(deck_pdf: bytes, turn: threading.Lock) -> Iterator[PageRenderer]:
    renderer = PageRenderer(deck_pdf, turn, cache_bytes=6 * BYTES)
    yield renderer
    renderer.close()


@pytest.fixture
def drawn(renderer: PageRenderer) -> Drawn:
    drawn = Drawn()
    renderer.rendered.connect(lambda *picture: drawn.append(picture))
    return drawn


def test_a_page_is_drawn_then_its_neighbours(renderer: PageRenderer, drawn: Drawn, qtbot: QtBot) -> None:
    renderer.request(5, SIZE)
    qtbot.waitUntil(lambda: len(drawn) == 4)
    assert drawn.pages == [5, 6, 7, 4]
    for page, size, image in drawn:
        assert size == SIZE
        assert image.size() == SIZE
        assert image.format() == QImage.Format.Format_RGB32
        assert image.pixelColor(3, 3) == image.pixelColor(316, 176) == page_colour(page)
        assert renderer.image(page, SIZE) == image


def test_there_is_nothing_before_the_first_page_or_after_the_last(
    renderer: PageRenderer, drawn: Drawn, qtbot: QtBot
) -> None:
    renderer.request(1, SIZE)
    renderer.request_thumbnails([0, COUNT, COUNT + 1], QSize(32, 18))
    qtbot.waitUntil(lambda: COUNT in drawn.pages)
    assert drawn.pages == [1, 2, 3, COUNT]


@pytest.mark.parametrize(
    ("box", "picture"), [((400, 180), (320, 180)), ((320, 400), (320, 180)), ((1366, 768), (1365, 768))]
)
def test_a_page_fits_its_box(
    renderer: PageRenderer, drawn: Drawn, qtbot: QtBot, box: tuple[int, int], picture: tuple[int, int]
) -> None:
    renderer.request_thumbnails([2], QSize(*box))
    qtbot.waitUntil(lambda: len(drawn) == 1)
    width, height = drawn[0][2].size().toTuple()
    assert abs(width - picture[0]) <= 1
    assert abs(height - picture[1]) <= 1
    assert width <= box[0]
    assert height <= box[1]


def test_what_is_no_longer_wanted_is_not_drawn(
    renderer: PageRenderer, drawn: Drawn, qtbot: QtBot, turn: threading.Lock
) -> None:
    with turn:  # the thread is kept from drawing while requests come in
        for page in range(1, 9):
            renderer.request(page, SIZE)
        renderer.request_thumbnails([12], SIZE)
    qtbot.waitUntil(lambda: 12 in drawn.pages)
    assert drawn.pages[-5:] == [8, 9, 10, 7, 12]
    assert len(drawn) <= 6  # at most one was already begun


def test_a_ready_page_is_not_drawn_again(renderer: PageRenderer, drawn: Drawn, qtbot: QtBot) -> None:
    renderer.request(5, SIZE)
    qtbot.waitUntil(lambda: len(drawn) == 4)
    renderer.request(6, SIZE)
    qtbot.waitUntil(lambda: len(drawn) == 5)
    assert drawn.pages == [5, 6, 7, 4, 8]


def test_memory_is_bounded_and_the_oldest_goes_first(renderer: PageRenderer, qtbot: QtBot) -> None:
    for page in range(1, 10, 4):
        renderer.request(page, SIZE)
        qtbot.waitUntil(partial(_is_ready, renderer, max(page - 1, 3)))
    ready = [page for page in range(1, COUNT + 1) if renderer.image(page, SIZE)]
    assert ready == [4, 7, 8, 9, 10, 11]
    assert renderer._bytes == 6 * BYTES


def test_however_large_the_screen_the_pages_around_stay(deck_pdf: bytes, qtbot: QtBot) -> None:
    renderer = PageRenderer(deck_pdf, cache_bytes=1)
    renderer.request(5, SIZE)
    qtbot.waitUntil(lambda: renderer.image(4, SIZE) is not None)
    assert all(renderer.image(page, SIZE) for page in (4, 5, 6, 7))
    renderer.close()


def test_pictures_outlive_their_drawer(deck_pdf: bytes, qtbot: QtBot) -> None:
    renderer = PageRenderer(deck_pdf)
    renderer.request(1, SIZE)
    qtbot.waitUntil(partial(_is_ready, renderer, 3))
    image = renderer.image(1, SIZE)
    renderer.close()
    del renderer
    assert image is not None
    assert image.pixelColor(160, 90) == page_colour(1)


def test_it_can_be_closed_in_the_middle_of_work_and_twice(deck_pdf: bytes) -> None:
    before = threading.active_count()
    for _ in range(20):
        renderer = PageRenderer(deck_pdf)
        renderer.request(1, QSize(1920, 1080))
        renderer.request_thumbnails(range(1, COUNT), SIZE)
        renderer.close()
        renderer.close()
    assert threading.active_count() == before


def test_drawers_take_turns_with_one_lock(deck_pdf: bytes, turn: threading.Lock, qtbot: QtBot) -> None:
    drawers = [PageRenderer(deck_pdf, turn) for _ in range(3)]
    for renderer in drawers:
        renderer.request(1, SIZE)
    for renderer in drawers:
        qtbot.waitUntil(partial(_is_ready, renderer, 3))
        renderer.close()
    images = [renderer.image(1, SIZE) for renderer in drawers]
    assert all(first == second for first, second in pairwise(images))


def test_pages_wanted_again_while_they_are_drawn_are_counted_once(
    renderer: PageRenderer, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Counted twice, they would fill the cache with nothing, until no page could be kept."""
    begun = page_renderer._draw

    def draw_slowly(*job: Any) -> QImage:
        for page in (1, 2, 3):
            renderer.request(page, SIZE)  # as keys that come faster than pages can be drawn
        return begun(*job)

    monkeypatch.setattr(page_renderer, "_draw", draw_slowly)
    renderer.request(1, SIZE)
    qtbot.waitUntil(lambda: all(renderer.image(page, SIZE) is not None for page in (2, 3, 4, 5)))
    with renderer._lock:
        assert renderer._bytes == sum(image.sizeInBytes() for image in renderer._ready.values())
