"""Renders a part of a page."""

from __future__ import annotations

import ctypes
import time
from typing import TYPE_CHECKING, Any

import pypdfium2.raw as pdfium

if TYPE_CHECKING:
    from PIL.Image import Image

    from gaohang_viewer.loading.pdf.geometry import Frame


def rendered(
    page: Any,
    frame: Frame,
    box: tuple[float, float, float, float],
    scale: float,
    *,
    seconds: float | None,
) -> Image | None:
    """Returns a part of a page, given in points by its left, top, right and bottom.

    `scale` is in pixels a point. Returns None if rendering takes more than `seconds` of the processor, or
    too much memory.
    """
    left, top, right, bottom = box
    width, height = max(int((right - left) * scale), 1), max(int((bottom - top) * scale), 1)
    bitmap = pdfium.FPDFBitmap_Create(width, height, 0)
    if not bitmap:
        return None
    try:
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFF)
        end = None if seconds is None else time.process_time() + seconds
        pause = pdfium.IFSDK_PAUSE(version=1)
        pause.NeedToPauseNow = type(pause.NeedToPauseNow)(
            lambda _: int(end is not None and time.process_time() > end)
        )
        whole = int(frame.width * scale), int(frame.height * scale)
        status = pdfium.FPDF_RenderPageBitmap_Start(
            bitmap, page, -int(left * scale), -int(top * scale), *whole, 0, pdfium.FPDF_ANNOT, pause
        )
        pdfium.FPDF_RenderPage_Close(page)
        if status != pdfium.FPDF_RENDER_DONE:
            return None
        from PIL import Image

        stride = pdfium.FPDFBitmap_GetStride(bitmap)
        data = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * height)
        return Image.frombytes("RGB", (width, height), data, "raw", "BGRX", stride)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
