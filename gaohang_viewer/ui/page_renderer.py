"""Renders the pages of a PDF as images ahead of time, in its own thread."""

from __future__ import annotations

import atexit
import ctypes
import sys
import threading
from collections import OrderedDict
from collections.abc import Iterable
from functools import cache

import pypdfium2 as pdfium
from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QImage

CACHE_BYTES = 96 << 20
AHEAD = (0, 1, 2, -1)  # relative to the current page, in the order of rendering
_ALWAYS = len(AHEAD) + 1  # pages that always stay in the cache: the current one and its neighbours

_M_MMAP_THRESHOLD, _LARGE = -3, 1 << 20  # of mallopt(3): bytes from which memory is the system's own

_Job = tuple[int, int, int]  # page from 1, width and height of the box in pixels


def in_pixels(size: QSize, ratio: float) -> QSize:
    """A size in logical px as pixels of a screen with this device pixel ratio."""
    return QSize(round(size.width() * ratio), round(size.height() * ratio))


@cache
def _give_memory_back() -> None:
    """Makes glibc return the memory of freed images to the system.

    Otherwise it keeps some of it, fragmented: 250 MB became 400 in a long show.
    """
    if sys.platform == "linux":
        mallopt = getattr(ctypes.CDLL(None), "mallopt", None)  # not every C library has it
        if mallopt is not None:
            mallopt(_M_MMAP_THRESHOLD, _LARGE)


class PageRenderer(QObject):
    """Caches rendered images of a PDF's pages.

    PDFium is not thread-safe, not even for different documents: all calls in a process must take turns. Each
    renderer makes its calls in its own thread, while it holds `pdfium_lock`; all other users of PDFium hold
    the same lock.
    """

    rendered = Signal(int, QSize, QImage)  # page from 1, requested size in pixels, image

    def __init__(
        self, pdf: bytes, pdfium_lock: threading.Lock | None = None, cache_bytes: int = CACHE_BYTES
    ) -> None:
        super().__init__()
        _give_memory_back()
        self._pdf = pdf
        self._pdfium_lock = pdfium_lock or threading.Lock()
        self._cache_bytes = cache_bytes
        self._lock = threading.Condition()
        self._ready: OrderedDict[_Job, QImage] = OrderedDict()  # least recently used first
        self._bytes = 0
        self._wanted: dict[str, list[_Job]] = {}  # by view, in the order of their first request
        self._thumbnails: list[_Job] = []
        self._closed = False
        self._thread = threading.Thread(target=self._work, name="page renderer", daemon=True)
        self._thread.start()
        atexit.register(self.close)  # PDFium is unloaded at exit, which must not happen during a page

    def image(self, page: int, size: QSize) -> QImage | None:
        """The image of a page (from 1) for a box of `size` pixels, if it has been rendered."""
        job = (page, size.width(), size.height())
        with self._lock:
            image = self._ready.get(job)
            if image is not None:
                self._ready.move_to_end(job)
            return image

    def request(self, page: int, size: QSize, view: str = "audience", ahead: tuple[int, ...] = AHEAD) -> None:
        """Requests a page and its neighbours `ahead`; replaces the view's previous request. `size` in
        pixels."""
        jobs = self._missing((page + step for step in ahead), size)
        with self._lock:
            self._wanted[view] = jobs
            self._lock.notify()

    def request_thumbnails(self, pages: Iterable[int], size: QSize) -> None:
        """Requests small images, rendered after all pages; replaces the previous request for thumbnails."""
        jobs = self._missing(pages, size)
        with self._lock:
            self._thumbnails = jobs
            self._lock.notify()

    def clear(self) -> None:
        """Discards all images and requests."""
        with self._lock:
            self._wanted, self._thumbnails = {}, []
            self._ready.clear()
            self._bytes = 0

    def close(self) -> None:
        """Ends the thread, after the page that is being rendered."""
        with self._lock:
            self._closed = True
            self._lock.notify()
        self._thread.join()
        self.clear()
        atexit.unregister(self.close)

    def _missing(self, pages: Iterable[int], size: QSize) -> list[_Job]:
        if size.isEmpty():
            return []
        with self._lock:
            jobs = ((page, size.width(), size.height()) for page in pages)
            return [job for job in jobs if job not in self._ready]

    def _work(self) -> None:
        with self._pdfium_lock:
            document = pdfium.PdfDocument(self._pdf)
            page_count = len(document)
        while (job := self._next_job()) is not None:
            page, width, height = job
            if not 1 <= page <= page_count or self._is_ready(job):  # requested again while it was rendered
                continue
            with self._pdfium_lock:
                image = _draw(document, page, width, height)
            if self._store(job, image):
                self.rendered.emit(page, QSize(width, height), image)
        with self._pdfium_lock:
            document.close()

    def _next_job(self) -> _Job | None:
        with self._lock:
            while not (self._closed or any(self._wanted.values()) or self._thumbnails):
                self._lock.wait()
            if self._closed:
                return None
            # The longest list first: every view's current page comes before any view's next page.
            wanted = [jobs for jobs in self._wanted.values() if jobs]
            return (max(wanted, key=len) if wanted else self._thumbnails).pop(0)

    def _is_ready(self, job: _Job) -> bool:
        with self._lock:
            return job in self._ready

    def _store(self, job: _Job, image: QImage) -> bool:
        with self._lock:
            if self._closed:
                return False
            self._ready[job] = image
            self._bytes += image.sizeInBytes()
            # On a very large screen a few pages fill the cache; the current one and its neighbours stay.
            room = max(self._cache_bytes, _ALWAYS * image.sizeInBytes())
            while self._bytes > room:
                self._bytes -= self._ready.popitem(last=False)[1].sizeInBytes()
            return True


def _draw(document: pdfium.PdfDocument, number: int, width: int, height: int) -> QImage:
    """The page as large as fits, rendered directly into the image's memory."""
    image = QImage()

    def in_image(w: int, h: int, **layout: int) -> pdfium.PdfBitmap:
        nonlocal image
        image = QImage(w, h, QImage.Format.Format_RGB32)
        memory = image.bits()
        pixels = (ctypes.c_ubyte * len(memory)).from_buffer(memory)
        return pdfium.PdfBitmap.new_native(w, h, buffer=pixels, stride=image.bytesPerLine(), **layout)

    page = document[number - 1]
    try:
        # PDFium rounds sizes up; a little less keeps an exactly fitting page from growing by a pixel.
        scale = min((width - 1e-3) / page.get_width(), (height - 1e-3) / page.get_height())
        page.render(scale=scale, prefer_bgrx=True, bitmap_maker=in_image).close()
    finally:
        page.close()
    return image
