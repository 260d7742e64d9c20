"""Detects type and size of pictures; converts those that not every output supports."""

from __future__ import annotations

from io import BytesIO
from struct import unpack

MOST_PIXELS = 100_000_000
MOST_CONVERTED = 200_000_000  # pixels of all converted pictures
_MOST_MARKERS = 10_000  # of a JPEG before the one with its size
_PLAIN = ("png", "jpeg", "gif")
_SIZES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}  # JPEG markers with the size
_SIGNS = ((b"\x89PNG\r\n\x1a\n", "png"), (b"\xff\xd8\xff", "jpeg"), (b"GIF8", "gif"), (b"BM", "bmp"))
_BARE = frozenset({0x01, *range(0xD0, 0xD9)})  # JPEG markers without a length


class Checker:
    """Checks and converts the pictures of one report, within a limit of pixels for all of them."""

    def __init__(self) -> None:
        self._left = MOST_CONVERTED
        self._converted: dict[bytes, bytes | None] = {}

    def checked(self, data: bytes) -> bytes | None:
        """Returns a picture as PNG, JPEG or GIF; None if its type is not supported or it has too many pixels.

        SVG is not supported, as it may refer to other files.
        """
        kind = kind_of(data)
        if kind in _PLAIN:
            width, height = size_of(data)
            return data if 0 < width * height <= MOST_PIXELS else None
        if kind and data not in self._converted:
            self._converted[data] = self._as_png(data, kind)
        return self._converted.get(data)

    def _as_png(self, data: bytes, kind: str) -> bytes | None:
        """Converts a picture to PNG."""
        from PIL import Image

        try:
            with Image.open(BytesIO(data), formats=(kind.upper(),)) as picture:
                pixels = picture.width * picture.height
                if not 0 < pixels <= min(MOST_PIXELS, self._left):
                    return None
                self._left -= pixels
                made = BytesIO()
                has_alpha = "A" in picture.mode or "transparency" in picture.info
                picture.convert("RGBA" if has_alpha else "RGB").save(made, "PNG", compress_level=1)
        except Exception:  # noqa: BLE001 - the bytes may be anything, and a decoder raises anything
            return None
        return made.getvalue()


def kind_of(data: bytes) -> str:
    """Returns the type of a picture by its first bytes: png, jpeg, gif, bmp, webp or empty."""
    for sign, kind in _SIGNS:
        if data.startswith(sign):
            return kind
    return "webp" if data[:4] == b"RIFF" and data[8:12] == b"WEBP" else ""


def size_of(data: bytes) -> tuple[int, int]:
    """Returns width and height of a PNG, JPEG or GIF in pixels; zeros if they are missing."""
    if data.startswith(b"\x89PNG") and len(data) >= 24:
        return unpack(">II", data[16:24])
    if data.startswith(b"GIF8") and len(data) >= 10:
        return unpack("<HH", data[6:10])
    if not data.startswith(b"\xff\xd8\xff"):
        return 0, 0
    at = 2
    for _ in range(_MOST_MARKERS):
        if at + 9 > len(data) or data[at] != 0xFF:
            break
        marker = data[at + 1]
        if marker in _SIZES:
            height, width = unpack(">HH", data[at + 5 : at + 9])
            return width, height
        if marker == 0xFF:  # padding
            at += 1
        else:
            at += 2 if marker in _BARE else 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    return 0, 0
