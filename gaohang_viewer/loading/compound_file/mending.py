"""Mends what the converter is too strict about, byte by byte in copies of the file.

Offsets are those of MS-CFB 2.2 (header), MS-CFB 2.3 (FAT) and MS-DOC 2.5 (file information block).
"""

from __future__ import annotations

import struct
from itertools import pairwise
from typing import TYPE_CHECKING

from gaohang_viewer.report.model import ProblemKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_CLSID = slice(8, 24)  # "MUST be set to all zeroes"; WPS sets it
_IN_HEADER = 109  # entries of the DIFAT in the header
_FAT_SECTOR = 0xFFFFFFFD
_LAST_SECTOR = 0xFFFFFFFA
_FIB = 2048  # bytes of the stream WordDocument that hold the file information block
_PAIRS = 0x9A  # in it: pairs of offset and length, 8 bytes each
_STORIES = {"footnotes": 0x50, "headers": 0x54, "macros": 0x58, "comments": 0x5C, "endnotes": 0x60}
_BOXES = (0x64, 0x68)  # lengths of the text boxes and of those of headers
_HEADER_BOXES = (0x68,)
_HEADER_DRAWINGS = (41, 58, 59, 76)  # of headers, which no report shows
_DRAWINGS = (40, 41, 50, 56, 57, 58, 59, 75, 76)  # pairs of shapes and text boxes
_NOTES = (2, 3, 4, 5, 11, 17, 18, 19, 36, 37, 42, 43, 46, 47, 48)  # of notes, comments, headers, their fields
_BOOKMARKS = (21, 22, 23)
_PAGE = 512  # bytes of a page of formatting
_MOST_RUNS = 29  # in a page of paragraphs
_FRAME_HEIGHT = b"\x2b\x44"  # sprmPWHeightAbs
_MOST_TWIPS = 31680


class NotMended(Exception):
    """The file is not built as the mending needs it."""


def mended_container(data: bytes) -> bytes:
    """Returns a compound file with the class of its header cleared and its FAT sectors marked as such."""
    mended = bytearray(data)
    mended[_CLSID] = bytes(16)
    container = _Container(mended)
    for sector in container.fat_sectors:
        container.mark(sector)
    return bytes(mended)


def _as_is(data: bytes) -> bytes:
    return data


def _with_frames(data: bytes) -> bytes:
    """Returns a file whose frames of impossible heights have automatic ones."""
    mended = bytearray(data)
    container = _Container(mended)
    places, size = container.stream_sectors(), container.sector_size
    stream = bytearray(b"".join(mended[at : at + size] for at in places))
    for start in range(0, len(stream) - _PAGE + 1, _PAGE):
        if _holds_paragraphs(stream, start):
            _mend_frames(stream, start)
    for number, at in enumerate(places):
        mended[at : at + size] = stream[number * size : (number + 1) * size]
    return bytes(mended)


def _holds_paragraphs(stream: bytearray, start: int) -> bool:
    """Whether a page begins with rising offsets as its last byte counts them."""
    count = stream[start + _PAGE - 1]
    if not 1 <= count <= _MOST_RUNS:
        return False
    offsets = struct.unpack_from(f"<{count + 1}I", stream, start)
    return offsets[-1] <= len(stream) and all(a < b for a, b in pairwise(offsets))


def _mend_frames(stream: bytearray, start: int) -> None:
    at = stream.find(_FRAME_HEIGHT, start, start + _PAGE - 4)
    while at >= 0:
        (height,) = struct.unpack_from("<H", stream, at + 2)
        if height & 0x7FFF > _MOST_TWIPS or height == 0x8000:
            stream[at + 2 : at + 4] = bytes(2)
        at = stream.find(_FRAME_HEIGHT, at + 4, start + _PAGE - 4)


def _without_header_drawings(data: bytes) -> bytes:
    return _without(_with_frames(data), _HEADER_DRAWINGS, _HEADER_BOXES)


def _without_drawings(data: bytes) -> bytes:
    return _without(_with_frames(data), _DRAWINGS, _BOXES)


def _text_alone(data: bytes) -> bytes:
    pairs = (*_DRAWINGS, *_NOTES, *_BOOKMARKS)
    return _without(_with_frames(data), pairs, (*_STORIES.values(), *_BOXES))


def _without(data: bytes, pairs: tuple[int, ...], lengths: tuple[int, ...]) -> bytes:
    """Returns a file in which these pairs and lengths of the file information block are zero."""
    mended = bytearray(data)
    container = _Container(mended)
    places, size = container.stream_sectors(), container.sector_size

    def clear(offset: int, count: int) -> None:
        for at in range(offset, offset + count):
            mended[places[at // size] + at % size] = 0

    if len(places) * size < _FIB:
        raise NotMended("a short stream")
    for pair in pairs:
        clear(_PAIRS + 8 * pair, 8)
    for length in lengths:
        clear(length, 4)
    return bytes(mended)


# How a file is mended, from the least to the most, and what is lost thereby
MENDINGS: tuple[tuple[Callable[[bytes], bytes], tuple[ProblemKind, ...]], ...] = (
    (_as_is, ()),
    (_with_frames, ()),
    (_without_header_drawings, ()),
    (_without_drawings, (ProblemKind.DRAWINGS,)),
    (_text_alone, (ProblemKind.DRAWINGS, ProblemKind.NOTES)),
)


class _Container:
    """The sectors of a compound file (MS-CFB). All chains are followed as far as the file has sectors."""

    def __init__(self, data: bytearray) -> None:
        if len(data) < 512:
            raise NotMended("no header")
        shift, _, _, _, _, self._directory = struct.unpack_from("<HH6sIII", data, 30)
        if shift not in (9, 12):
            raise NotMended("sectors of another size")
        self.sector_size: int = 1 << shift
        self._data = data
        self._count = max(0, (len(data) - 1) // self.sector_size)  # after the header
        self.fat_sectors = list(self._fat_sectors())

    def place(self, sector: int) -> int:
        """The offset of a sector in the file."""
        return (sector + 1) * self.sector_size

    def _number(self, offset: int) -> int:
        if offset + 4 > len(self._data):
            raise NotMended("a sector outside the file")
        number: int = struct.unpack_from("<I", self._data, offset)[0]
        return number

    def _fat_sectors(self) -> Iterator[int]:
        wanted, chain = self._number(44), self._number(68)
        entries = [self._number(76 + 4 * at) for at in range(_IN_HEADER)]
        per_sector = self.sector_size // 4 - 1
        for _ in range(min(self._number(72), self._count)):
            if chain > _LAST_SECTOR:
                break
            at = self.place(chain)
            entries += [self._number(at + 4 * number) for number in range(per_sector)]
            chain = self._number(at + 4 * per_sector)
        yield from [entry for entry in entries if entry < self._count][:wanted]

    def _entry(self, sector: int) -> int:
        """The offset of a sector's entry in the FAT."""
        per_sector = self.sector_size // 4
        if sector // per_sector >= len(self.fat_sectors):
            raise NotMended("a sector without an entry")
        return self.place(self.fat_sectors[sector // per_sector]) + sector % per_sector * 4

    def mark(self, sector: int) -> None:
        """Marks a sector as one of the FAT."""
        struct.pack_into("<I", self._data, self._entry(sector), _FAT_SECTOR)

    def _chain(self, sector: int) -> list[int]:
        """The offsets of a chain of sectors."""
        found: list[int] = []
        while sector < _LAST_SECTOR:
            if len(found) > self._count or self.place(sector) + self.sector_size > len(self._data):
                raise NotMended("a chain without an end")
            found.append(self.place(sector))
            sector = self._number(self._entry(sector))
        return found

    def stream_sectors(self, name: str = "WordDocument") -> list[int]:
        """The offsets of the sectors of a stream that is not kept among the short ones."""
        wanted = name.encode("utf-16-le").ljust(64, b"\0")
        for start in self._chain(self._directory):
            for at in range(start, start + self.sector_size, 128):
                if self._data[at : at + 64] == wanted and self._number(at + 120) >= 4096:
                    return self._chain(self._number(at + 116))
        raise NotMended("no such stream")
