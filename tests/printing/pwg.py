"""Reads PWG raster (PWG 5102.4), which printers that take only dots are sent, into small grey pictures."""

from __future__ import annotations

import struct
from typing import Any

_HEADER = 1796


def sheets_of(raster: bytes, *, small: int = 4) -> list[Any]:
    """The sheets as pictures of Pillow, every `small`th dot in both directions; grey or RGB of 8 bits each."""
    from PIL import Image

    assert raster[:4] == b"RaS2"
    at, sheets = 4, []
    while at < len(raster):
        width, height = struct.unpack_from(">II", raster, at + 372)
        bits, stride = (
            struct.unpack_from(">I", raster, at + 388)[0],
            struct.unpack_from(">I", raster, at + 392)[0],
        )
        at += _HEADER
        size = bits // 8
        rows, row = [], 0
        while row < height:
            line, repeat, at = _line(raster, at, stride, size)
            wanted = range(row + -row % small, row + repeat, small)
            if wanted:
                rows += [line[:: size * small]] * len(wanted)
            row += repeat
        across = -(-width // small)
        sheets.append(Image.frombytes("L", (across, len(rows)), b"".join(row[:across] for row in rows)))
    return sheets


def _line(raster: bytes, at: int, stride: int, size: int) -> tuple[bytes, int, int]:
    """A line of dots, how often it comes, and where the next begins."""
    repeat = raster[at] + 1
    at += 1
    line = b""
    while len(line) < stride:
        code = raster[at]
        at += 1
        if code < 128:  # one dot many times
            line += raster[at : at + size] * (code + 1)
            at += size
        else:
            count = (257 - code) * size
            line += raster[at : at + count]
            at += count
    return line, repeat, at
