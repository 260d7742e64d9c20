"""Detects the type of a file by its content, not by its name, and lists the endings that are offered."""

from __future__ import annotations

import re
from enum import Enum

MARKDOWN = (".md", ".markdown")
# The files that are offered for opening: MIME types and the endings of their names, in lower case.
TYPES = {
    "text/plain": (".txt",),
    "text/markdown": MARKDOWN,
    "text/html": (".html", ".htm"),
    "application/pdf": (".pdf",),
    "application/ofd": (".ofd",),
    "application/vnd.oasis.opendocument.text": (".odt",),
    "application/rtf": (".rtf",),
    "application/x-mimearchive": (".mht", ".mhtml"),
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": (".docx",),
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": (".pptx", ".ppsx"),
    "application/vnd.ms-word.document.macroEnabled.12": (".docm",),
    "application/msword": (".doc",),
    "application/wps-office.wps": (".wps",),
    "application/vnd.ms-works": (),  # as .wps files are called where WPS is not installed
}
ENDINGS = tuple(ending for endings in TYPES.values() for ending in endings)


class Format(Enum):
    """The type of a file. The first eleven can be read; the values of the others are those of `Reason`."""

    TEXT = "text"
    WORD = "word"
    WEB = "web"
    PRESENTATION = "presentation"
    OPEN_TEXT = "open-text"
    RICH_TEXT = "rich-text"
    PDF = "pdf"
    OFD = "ofd"  # GB/T 33190
    WEB_ARCHIVE = "web-archive"  # without a page it cannot be read
    WORD_BINARY = "word-binary"  # Word 97-2003 and WPS Writer
    LOCKED = "locked"  # with a password
    OLD_WORD = "old-word"  # XML of Word 2003
    RIGHTS = "rights"
    WORKS = "works"
    SHEET = "sheet"
    SLIDES = "slides"  # PowerPoint 97-2003
    OPEN_DOCUMENT = "open-document"  # other than text
    EPUB = "epub"
    ARCHIVE = "archive"
    PICTURE = "picture"
    SOUND = "sound"  # or video
    PROGRAM = "program"
    DAMAGED = "damaged"


_HEAD = 1 << 16  # bytes examined at the start and the end; an archive may have millions of entries

# Signatures: bytes at their offsets, of which all must match
_SIGNS: tuple[tuple[Format, tuple[tuple[int, bytes], ...]], ...] = (
    (Format.RICH_TEXT, ((0, b"{\\rtf"),)),
    (Format.ARCHIVE, ((0, b"Rar!\x1a\x07"),)),
    (Format.ARCHIVE, ((0, b"7z\xbc\xaf\x27\x1c"),)),
    (Format.ARCHIVE, ((0, b"\x1f\x8b\x08"),)),
    (Format.ARCHIVE, ((0, b"\xfd7zXZ\0"),)),
    (Format.ARCHIVE, ((0, b"\x28\xb5\x2f\xfd"),)),
    (Format.ARCHIVE, ((0, b"BZh"), (4, b"1AY&SY"))),
    (Format.ARCHIVE, ((0, b"MSCF\0\0\0\0"),)),
    (Format.ARCHIVE, ((257, b"ustar"),)),
    (Format.PICTURE, ((0, b"\x89PNG\r\n\x1a\n"),)),
    (Format.PICTURE, ((0, b"\xff\xd8\xff"),)),
    (Format.PICTURE, ((0, b"GIF87a"),)),
    (Format.PICTURE, ((0, b"GIF89a"),)),
    (Format.PICTURE, ((0, b"BM"), (6, b"\0\0\0\0"))),
    (Format.PICTURE, ((0, b"RIFF"), (8, b"WEBP"))),
    (Format.PICTURE, ((0, b"II*\0"),)),
    (Format.PICTURE, ((0, b"MM\0*"),)),
    (Format.PICTURE, ((0, b"8BPS\0\1"),)),
    (Format.PICTURE, ((0, b"\0\0\1\0"),)),
    (Format.PICTURE, ((0, b"\0\0"), (4, b"ftyphei"))),
    (Format.PICTURE, ((0, b"\0\0"), (4, b"ftypmif"))),
    (Format.PICTURE, ((0, b"\0\0"), (4, b"ftypavi"))),
    (Format.SOUND, ((0, b"\0\0"), (4, b"ftyp"))),
    (Format.SOUND, ((0, b"RIFF"), (8, b"WAVE"))),
    (Format.SOUND, ((0, b"RIFF"), (8, b"AVI "))),
    (Format.SOUND, ((0, b"ID3"), (5, b"\0"))),
    (Format.SOUND, ((0, b"OggS\0"),)),
    (Format.SOUND, ((0, b"fLaC"),)),
    (Format.SOUND, ((0, b"FLV\1"),)),
    (Format.SOUND, ((0, b"MThd\0\0"),)),
    (Format.SOUND, ((0, b"#!AMR"),)),
    (Format.SOUND, ((0, b"\xff\xfb"), (3, b"\0"))),
    (Format.SOUND, ((0, b"\x1a\x45\xdf\xa3"),)),
    (Format.SOUND, ((0, b"\x30\x26\xb2\x75\x8e\x66\xcf\x11"),)),
    (Format.SOUND, ((0, b"\0\0\1\xba"),)),
    (Format.PROGRAM, ((0, b"MZ"), (30, b"\0\0"))),
    (Format.PROGRAM, ((0, b"\x7fELF"),)),
    (Format.PROGRAM, ((0, b"\xcf\xfa\xed\xfe"),)),
    (Format.PROGRAM, ((0, b"\xca\xfe\xba\xbe"),)),
    (Format.PROGRAM, ((0, b"\0asm"),)),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def recognise(data: bytes) -> Format:
    """Returns the type of a file, TEXT if it is no other. Only its start and end are examined."""
    head = data[:_HEAD]
    if head.startswith((b"PK\3\4", b"PK\5\6")):
        return _zip(data)
    if head.startswith(_OLE):
        return _ole(data)
    for form, signs in _SIGNS:
        if all(head.startswith(sign, at) for at, sign in signs):
            return form
    if b"%PDF-" in head[:1024]:
        return Format.PDF
    return _marked_up(head)


# --- texts with markup -----------------------------------------------------------------------------------

# Compiled where they are used, as most texts need none
_PAGE = r"<(?:!doctype\s+html|html|head|body|meta|title|base|link|style|script)[\s>]"
_FRAGMENT = r"<(?:p|div|span|table|h[1-6]|article|section|main|ul|ol|center|font|b|strong|a|br)[\s/>]"
_CLOSED = r"(?i)</(?:p|div|td|li|h[1-6]|span|a)>|<br ?/?>"
_MARKDOWN = r"(?m)^(?:#{1,6} |[-*+] |```|> |\|)|\]\("
_ENOUGH = 3  # closing tags that make a fragment without <html> a web page


def _marked_up(head: bytes) -> Format:
    # Markup is ASCII: in UTF-16 it differs by zeros only
    text = (
        head.replace(b"\0", b"")
        .removeprefix(b"\x84\x31\x95\x33")
        .lstrip(b"\xef\xbb\xbf\xff\xfe")
        .decode("latin-1")
    )
    headers = re.split(r"\r?\n\r?\n", text, maxsplit=1)[0].lower() if "MIME-Version:" in text else ""
    if "multipart/related" in headers and not headers.startswith("<"):
        return Format.WEB_ARCHIVE
    text = _unwrapped(text)
    if not text.startswith("<"):
        return Format.TEXT
    if text.startswith(("<?mso-application", "<pkg:package")):
        return Format.OLD_WORD  # XML of Word 2003, and Flat OPC
    if re.match(_PAGE, text, re.IGNORECASE):
        return Format.WEB
    if not re.match(_FRAGMENT, text, re.IGNORECASE) or re.search(_MARKDOWN, text):
        return Format.TEXT  # Markdown may begin with a tag, too
    return Format.WEB if len(re.findall(_CLOSED, text)) >= _ENOUGH else Format.TEXT


def _unwrapped(text: str) -> str:
    """Removes white space, comments and XML declarations from the start of a text."""
    at = 0
    while True:
        while at < len(text) and text[at].isspace():
            at += 1
        end = "-->" if text.startswith("<!--", at) else "?>" if text.startswith("<?xml ", at) else ""
        close = text.find(end, at) if end else -1
        if close < 0:
            return text[at:]
        at = close + len(end)


# --- compound files (MS-CFB) -----------------------------------------------------------------------------

_STREAMS = (
    ("EncryptedPackage", Format.LOCKED),
    ("WordDocument", Format.WORD_BINARY),
    ("Workbook", Format.SHEET),
    ("Book", Format.SHEET),
    ("PowerPoint Document", Format.SLIDES),
    ("CONTENTS", Format.WORKS),
)
# Of .doc and of .docx; the other streams hold a notice or what a server has the key to
_RIGHTS = ("\tDRMContent", "DRMEncryptedDataSpace")


def _ole(data: bytes) -> Format:
    """Returns the type of the first known stream in the directory; others belong to embedded objects."""
    import struct

    shift, sector = struct.unpack_from("<H16xI", data.ljust(512, b"\0"), 30)
    directory = (sector + 1) << shift if shift in (9, 12) else 0
    if directory >= len(data):
        return Format.DAMAGED
    if any(_entry(name) in data for name in _RIGHTS):
        return Format.RIGHTS
    found = []
    for name, form in _STREAMS:
        entry = _entry(name)
        if (at := data.find(entry, directory)) >= 0 or (at := data.find(entry)) >= 0:
            found.append((at < directory, at, form))
    return min(found, key=lambda stream: stream[:2])[2] if found else Format.DAMAGED


def _entry(name: str) -> bytes:
    """Returns a name as it stands in the directory, where names fill 64 bytes."""
    return name.encode("utf-16-le").ljust(64, b"\0")


# --- archives --------------------------------------------------------------------------------------------

_LOCAL = rb"(?s)PK\x03\x04.{4}(..).{16}(..)(..)"  # compression method, lengths of name and extra field
_CENTRAL = rb"(?s)PK\x01\x02.{24}(..).{12}(....)"  # length of the name, offset of the entry
_KINDS = (
    (rb"wordprocessingml\.(?:document|template)\.main|ms-word\.(?:document|template)\.", Format.WORD),
    (rb"presentationml\.(?:presentation|slideshow|template)\.main|ms-powerpoint\.", Format.PRESENTATION),
    (rb"spreadsheetml\.(?:sheet|template)\.main|ms-excel\.", Format.SHEET),
    (rb"opendocument\.text", Format.OPEN_TEXT),
    (rb"opendocument", Format.OPEN_DOCUMENT),
    (rb"epub", Format.EPUB),
)
_FOLDERS = (
    (b"word/", Format.WORD),
    (b"ppt/", Format.PRESENTATION),
    (b"xl/", Format.SHEET),
    (b"ofd.xml", Format.OFD),
)


def _zip(data: bytes) -> Format:
    """Detects the type of a zip file by the names of its entries and two entries that state it."""
    entries = {
        _name(data, found.end(), found[2]): found.start() for found in re.finditer(_LOCAL, data[:_HEAD])
    }
    start = max(0, len(data) - _HEAD)
    tail = data[start:]
    for found in re.finditer(_CENTRAL, tail):
        name = _name(tail, found.end(), found[1])
        entries.setdefault(name, int.from_bytes(found[2], "little"))
    if b"PK\5\6" not in tail:  # truncated
        return Format.DAMAGED
    for name in (b"[content_types].xml", b"mimetype"):
        if name in entries:
            content = _content(data, entries[name])
            for pattern, form in _KINDS:
                if re.search(pattern, content):
                    return form
    for folder, form in _FOLDERS:
        if any(name.startswith(folder) for name in entries):
            return form
    return Format.ARCHIVE


def _name(data: bytes, at: int, length: bytes) -> bytes:
    return data[at : at + int.from_bytes(length, "little")].lower().replace(b"\\", b"/").lstrip(b"/")


def _content(data: bytes, at: int) -> bytes:
    """Returns the first bytes of an entry, empty if they cannot be decompressed."""
    found = re.match(_LOCAL, data[at : at + 30])
    if found is None:
        return b""
    start = at + found.end() + int.from_bytes(found[2], "little") + int.from_bytes(found[3], "little")
    packed = data[start : start + _HEAD]
    if found[1] == b"\0\0":
        return packed
    import zlib

    try:
        return zlib.decompressobj(-15).decompress(packed, _HEAD)
    except zlib.error:
        return b""
