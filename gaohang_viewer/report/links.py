"""Which addresses a report may lead to, and how they are shown so that none pretends to be another."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from gaohang_viewer.report.pattern import pattern

MOST = 2000  # characters of an address
_WEB = pattern(r"(https?)://([^/?#]+)([/?#].*)?", re.IGNORECASE)
_MAIL = pattern(r"mailto:[^@\s]+@[^@\s?]+(\?.*)?", re.IGNORECASE)
# The parts of an address that leave it as it is (RFC 3986); all others but letters of any script are escaped.
_UNSAFE = pattern(r"""[\s\\<>()\[\]*_`"'|^{}]""")
_LOOKS_LIKE = pattern(r"(?:[a-z]+://)?(?:[\w-]+\.)+[a-z\u0080-\uffff]{2,}", re.IGNORECASE)


class Destination(NamedTuple):
    """Where an address leads: `host` as it would be written, `ascii` as the network has it."""

    host: str
    ascii: str
    is_mail: bool = False


def safe(address: str) -> str:
    """The address if it leads to the web or to a mail, invisible characters escaped; empty for all others.

    Nothing else is ever a link: no file, no share of a network, no program's own scheme.
    """
    address = "".join(_visible(sign) for sign in address.strip())
    if len(address) > MOST:
        return ""
    if _MAIL.fullmatch(address):
        return address
    web = _WEB.fullmatch(address)
    return address if web and destination(address).ascii else ""


def in_markdown(address: str) -> str:
    """A safe address as it may stand in Markdown; empty for all others."""
    return safe(_UNSAFE.sub(lambda sign: f"%{ord(sign[0]):02X}", address.strip()))


def destination(address: str) -> Destination:
    """Where a safe address leads. `ascii` is empty if its host is none: what cannot be told is no link."""
    if address.lower().startswith("mailto:"):
        place = address[7:].partition("?")[0]
        return Destination(place, _ascii(place.rpartition("@")[2]), is_mail=True)
    web = _WEB.fullmatch(address)
    host = web[2].rpartition("@")[2] if web else ""  # what stands before the @ is a name that logs in
    parts = re.fullmatch(r"(\[[^\]]*\]|[^:\[\]]+)(:\d{1,5})?", host)
    name = _ascii(parts[1]) if parts else ""
    return Destination(host, name + (parts[2] or "") if parts and name else "")


def pretends(words: str, address: str) -> bool:
    """Whether the words of a link look like an address, but of another host than it leads to."""
    shown = _LOOKS_LIKE.match("".join(words.split()).strip("<>“”\"'()（）"))
    if shown is None:
        return False
    named, there = shown[0].rpartition("//")[2].lower(), destination(address)
    real = {there.host.lower(), there.ascii.lower()}
    real |= {host.rpartition("@")[2].partition(":")[0] for host in real}
    return named.removeprefix("www.") not in {host.removeprefix("www.") for host in real}


def _visible(sign: str) -> str:
    """A character of an address; what cannot be seen, or turns the direction of reading, is escaped."""
    if unicodedata.category(sign)[0] in "CZ" or sign == "\\" or unicodedata.combining(sign):
        return "".join(f"%{byte:02X}" for byte in sign.encode("utf-8", "replace"))
    return sign


def _ascii(host: str) -> str:
    """A host as the network has it (RFC 3490); empty if it can be none."""
    if re.fullmatch(r"\[[0-9a-fA-F:.]+\]", host):
        return host
    try:
        name = host if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError:
        return ""
    return name if re.fullmatch(r"[\w.-]+", name, re.ASCII) else ""
