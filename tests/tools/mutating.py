"""Changes files at random so that they stay nearly what they were: bytes, lines, tags, members of an archive."""

from __future__ import annotations

import re
import zipfile
import zlib
from io import BytesIO
from typing import TYPE_CHECKING

from gaohang_viewer.loading import ENCODINGS

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

MOST = 1 << 16  # bytes of a mutated file; larger ones are no better, and slow
_MOST_MEMBERS = 60
_TOKEN = re.compile(rb"<[^>]*>|[^<]+")
_ATTRIBUTE = re.compile(rb'(\s[\w:-]+=)("[^"]*"|\'[^\']*\'|[^\s>]+)')
_NUMBERS = (
    "0",
    "-1",
    "1",
    "9",
    "63",
    "64",
    "255",
    "32767",
    "32768",
    "65536",
    "2147483648",
    "9999999999999999999999",
    "1e999",
    "NaN",
    "０",
    "９",
    "٣",
    "²",
    "ⅷ",
    "十",
)
_WORDS = (
    "一、",
    "（一）",
    "1.",
    "1、",
    "第一章",
    "第百百百篇",
    "①",
    "㈠",
    "一是",
    "目录",
    "附件",
    "●",
    "各位代表：",
    "县长",
    "——",
    "会议上",
    "**甲**",
    "*a_b*",
    "[a](b)",
    "![x](y)",
    "[a]:",
    "<http",
    "|",
    "---",
    "```",
    "~~~",
    "#",
    "######",
    ">",
    "-",
    "1)",
    "\\",
    "&",
    "&amp;",
    "&#0;",
    "&#x110000;",
    "&e;",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "<?x?>",
    "<br>",
    "</p>",
    "<table>",
    "<td",
    "colspan=9>",
    "<w:p>",
    "</w:p>",
    "<w:tbl>",
    "<w:tr>",
    "<w:tc>",
    "<w:br/>",
    "<w:t>",
    "<w:del>",
    "<w:ins>",
    "5万元",
    "3-5%",
    "百分之三十",
    "增长",
    "\u3000",
    "\u3000\u3000",
    "\u2028",
    "\u202e",
    "\u200b",
    "\u200d",
    "́",
    "\ufeff",
    "\ufffe",
    "\U0001f469\u200d\U0001f467",
    "\ue000",
    "𠀀",
    "\x00",
    "\x0b",
    "\x1b",
    "\r",
    "\r\n",
    "\\r\\n",
    "\t",
)
TOKENS = tuple(word.encode() for word in (*_NUMBERS, *_WORDS))


def bytes_changed(data: bytes, random: Random) -> bytes:
    """Some bits, bytes or stretches of bytes changed, doubled, moved, or all from a place on cut off."""
    out = bytearray(data)
    for _ in range(random.choice((1, 1, 2, 4, 16))):
        at = random.randrange(len(out) + 1)
        end = min(len(out), at + random.choice((1, 1, 2, 4, 40, 400)))
        match random.randrange(7):
            case 0 if at < len(out):
                out[at] ^= 1 << random.randrange(8)
            case 1 if at < len(out):
                out[at] = random.randrange(256)
            case 2:
                del out[at:end]
            case 3:
                out[at:at] = out[at:end] * random.choice((1, 1, 3, 300))
            case 4:
                out[at:at] = random.choice(TOKENS)
            case 5 if not random.randrange(4):
                del out[at:]
            case _:
                to = random.randrange(len(out) + 1)
                out[to:to] = out[at:end]
    return bytes(out[:MOST])


def bytes_overwritten(data: bytes, random: Random) -> bytes:
    """Some bytes overwritten where they stand, with numbers at the ends of their range: all offsets stay."""
    out = bytearray(data)
    for _ in range(random.choice((1, 2, 4, 16, 64))):
        size = random.choice((1, 2, 4))
        at = random.randrange(max(1, len(out) - size))
        most = (1 << 8 * size) - 1
        number = random.choice((0, 1, most >> 1, (most >> 1) + 1, most - 1, most, random.randrange(most)))
        out[at : at + size] = number.to_bytes(size, "little")
    return bytes(out[:MOST])


def pieces_changed(pieces: list[bytes], other: list[bytes], random: Random) -> list[bytes]:
    """Some pieces of a text doubled, dropped, exchanged, made many, or taken from another text."""
    out = list(pieces)
    for _ in range(random.choice((1, 1, 2, 5))):
        at = random.randrange(len(out) + 1)
        end = min(len(out), at + random.choice((1, 1, 2, 8)))
        match random.randrange(8):
            case 0:
                del out[at:end]
            case 1:
                out[at:at] = out[at:end]
            case 2:
                out[at:at] = out[at:end] * random.choice((10, 100, 600))
            case 3 if at < len(out):
                to = random.randrange(len(out))
                out[at], out[to] = out[to], out[at]
            case 4:
                out.insert(at, random.choice(TOKENS))
            case 5 if at < len(out):
                out[at] = _value_changed(out[at], random)
            case 6 if other:
                start = random.randrange(len(other))
                out[at:at] = other[start : start + random.choice((1, 4, 30))]
            case _ if at < len(out):
                out[at] = bytes_changed(out[at], random)
    return out


def _value_changed(piece: bytes, random: Random) -> bytes:
    """A tag with another value in one of its attributes; a text with a sign of meaning in it."""
    found = list(_ATTRIBUTE.finditer(piece))
    if found:
        one = random.choice(found)
        return piece[: one.start(2)] + b'"' + random.choice(TOKENS) + b'"' + piece[one.end(2) :]
    at = random.randrange(len(piece) + 1)
    return piece[:at] + random.choice(TOKENS) + piece[at:]


def markup_changed(data: bytes, other: bytes, random: Random) -> bytes:
    """HTML or XML, changed tag by tag."""
    return b"".join(pieces_changed(_TOKEN.findall(data), _TOKEN.findall(other), random))[:MOST]


def lines_changed(data: bytes, other: bytes, random: Random) -> bytes:
    """A text, changed line by line, now and then in another encoding."""
    out = b"\n".join(pieces_changed(data.split(b"\n"), other.split(b"\n"), random))[:MOST]
    if not random.randrange(6):
        out = out.decode("utf-8", "replace").encode(random.choice(ENCODINGS), "replace")
    return out


def members(data: bytes) -> list[tuple[str, bytes]]:
    """The members of an archive as far as they can be read."""
    found: list[tuple[str, bytes]] = []
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            entries = [entry for entry in archive.infolist()[:_MOST_MEMBERS] if entry.file_size <= MOST]
            found.extend((entry.filename, archive.read(entry)) for entry in entries)
    except (zipfile.BadZipFile, zlib.error, ValueError, OSError, EOFError, RuntimeError, NotImplementedError):
        pass
    return found


def archived(parts: list[tuple[str, bytes]], *, packed: bool) -> bytes:
    """An archive of some members; those of a name that stands there already too."""
    import warnings

    out = BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(out, "w") as archive:
        warnings.simplefilter("ignore")  # of names that stand twice
        for name, data in parts:
            method = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
            archive.writestr(zipfile.ZipInfo(name or "x"), data, method)
    return out.getvalue()


def archive_changed(
    data: bytes, other: bytes, random: Random, inner: Callable[[bytes], bytes] | None = None
) -> bytes:
    """An archive with members changed inside, dropped, doubled or exchanged; `inner` may change one too."""
    parts, more = members(data), members(other)
    if not parts:
        return bytes_changed(data, random)
    for _ in range(random.choice((1, 1, 1, 3))):
        at = random.randrange(len(parts))
        name, content = parts[at]
        # The text itself is worth most
        main = next((place for place, part in enumerate(parts) if part[0].endswith("document.xml")), at)
        match random.randrange(12):
            case 0 if len(parts) > 1:
                del parts[at]
            case 1:
                parts.insert(random.randrange(len(parts) + 1), parts[at])
            case 2:
                parts[at] = (name, parts[random.randrange(len(parts))][1])
            case 3 if more:
                parts[at] = (name, dict(more).get(name, content))
            case 4 if more:
                parts.append(random.choice(more))
            case 5 if inner is not None:
                parts[at] = (name, inner(content))
            case _:
                at = random.choice((at, main))
                name, content = parts[at]
                twin = dict(more).get(name, b"")
                parts[at] = (name, markup_changed(content, twin, random))
    out = archived(parts, packed=not random.randrange(4))
    return out if random.randrange(12) else bytes_changed(out, random)
