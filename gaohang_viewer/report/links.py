"""Which addresses a report may lead to, and how they are shown so that none pretends to be another."""

from __future__ import annotations

import re
from typing import NamedTuple

MOST = 2000  # characters of an address
_LAST_PORT = 65535
_WEB = re.compile(r"(https?)://([^/?#]+)([/?#].*)?", re.IGNORECASE)
_PLACE = re.compile(r"(\[[^\]]*\]|[^:\[\]@]+)(:[0-9]{1,5})?")
_HOST = re.compile(r"(?=.{1,253}\.?$)(?:(?!-)[\w-]{1,63}(?<!-)(?:\.(?!$)|\.?$))+", re.ASCII)
_MAIL = re.compile(r"mailto:[^@\s]+@[^@\s?]+(\?.*)?", re.IGNORECASE)
# The parts of an address that leave it as it is (RFC 3986); all others but letters of any script are escaped.
_UNSAFE = re.compile(r"""[\s\\<>()\[\]*_`"'|^{}]""")
# Letters that look like Latin ones: of the Latin, Greek, Cyrillic and Armenian scripts.
_LETTER = r"a-z\u00c0-\u058f"
_SIGN = "-0-9_" + _LETTER
# A host in words: one of any script behind a scheme, or a Latin one among other words ("见www.gov.cn上", but
# not "1.总体要求"); the name that logs in and the path belong to it.
_NAMED = re.compile(
    rf"(?<![{_SIGN}.])\.*(?:"
    rf"[a-z][a-z0-9.-]*://(?:[^\s/?#@]*@)?(?P<behind>\[[0-9a-f:.]+\]|[\w.-]+)"
    rf"|(?:[{_SIGN}.]*@)?(?P<bare>(?:[{_SIGN}]+\.)+(?:xn--[a-z0-9-]+|[{_LETTER}]{{2,}}))(?![{_SIGN}@])"
    r")(?::\d+)?(?:[/?#][\w/?#:.%&=~+@!$*-]*)?"
)
_LATIN = re.compile(rf"[{_SIGN}.]+")
_FILE = re.compile(  # how a name of a file ends that looks like a host
    r"\.(?:7z|aspx?|avi|bat|bmp|css|csv|dll|do[ct][mx]?|dps|epub|et|exe|gif|gz|html?|ini|jpe?g|js|json|jsp|log"
    r"|markdown|md|mov|mp[34]|od[pst]|ofd|pdf|php|png|pp[st][mx]?|py|rar|rtf|svg|tar|tiff?|tsv|txt|wav|webp"
    r"|wps|xls[mx]?|xml|zip)"
)
_THIN = "\u2006\u2009\u200a\u202f\u205f"  # spaces that are hardly seen


class Destination(NamedTuple):
    """Where an address leads: `host` as it would be written, `ascii` as the network has it.

    Of a mail, `host` is all to whom it goes.
    """

    host: str
    ascii: str
    is_mail: bool = False


def safe(address: str) -> str:
    """The address if it leads to the web or to a mail, invisible characters escaped; empty for all others.

    Nothing else is ever a link: no file, no share of a network, no program's own scheme.
    """
    address = address.strip()
    if len(address) <= MOST:
        address = "".join(map(_visible, address))
    if len(address) > MOST:
        return ""
    if _MAIL.fullmatch(address):
        return address
    web = _WEB.fullmatch(address)
    return address if web and destination(address).ascii else ""


def in_markdown(address: str) -> str:
    """A safe address as it may stand in Markdown; empty for all others."""
    address = address.strip()
    return safe(_UNSAFE.sub(lambda sign: _escaped(sign[0]), address)) if len(address) <= MOST else ""


def destination(address: str) -> Destination:
    """Where a safe address leads. `ascii` is empty if its host is none: what cannot be told is no link."""
    if address.lower().startswith("mailto:"):
        place, _, fields = address[7:].partition("?")
        host = ", ".join([place, *_copied_to(fields)])
        return Destination(host, _ascii(place.rpartition("@")[2]), is_mail=True)
    web = _WEB.fullmatch(address)
    login, _, host = web[2].rpartition("@") if web else ("", "", "")  # the name that logs in, and where
    parts = None if "@" in login else _PLACE.fullmatch(host)
    if parts is None or int((parts[2] or ":0")[1:]) > _LAST_PORT:
        return Destination(host, "")
    name = _ascii(parts[1])
    return Destination(host, name and name + (parts[2] or ""))


def _copied_to(fields: str) -> list[str]:
    """To whom else a mail goes, by the fields of its address (RFC 6068)."""
    from urllib.parse import unquote

    pairs = [field.partition("=") for field in fields.split("&")]
    others = [unquote(value) for key, _, value in pairs if unquote(key).lower() in {"to", "cc", "bcc"}]
    return ["".join(map(_visible, other)) for other in others if other]


def pretends(words: str, address: str) -> bool:
    """Whether the words of a link name a host, but another one than it leads to."""
    there = destination(address).ascii.lower()
    there = _without_www(there[: there.rfind(":")] if there.rpartition(":")[2].isdigit() else there)
    for shown in _NAMED.finditer(_as_seen(words)):
        host = shown["behind"] or shown["bare"]
        if shown["bare"] and _FILE.fullmatch(host, host.rfind(".")) and not host.startswith("www."):
            continue
        head = _LATIN.match(host)  # text may follow an address without a space
        named = {_without_www(_ascii(name)) for name in (host, head[0] if head else "")}
        if there not in named - {""}:
            return True
    return False


def _as_seen(words: str) -> str:
    """Words in small letters of usual width, without what cannot be seen between them."""
    import unicodedata

    kept = "".join(sign for sign in words if unicodedata.category(sign) != "Cf" and sign not in _THIN)
    return unicodedata.normalize("NFKC", kept).lower()


def _without_www(host: str) -> str:
    return host.lower().strip(".-").removeprefix("www.")


def _visible(sign: str) -> str:
    """A character of an address; what cannot be seen, or turns the direction of reading, is escaped."""
    if sign.isascii():
        return sign if sign.isprintable() and sign not in " \\" else _escaped(sign)
    import unicodedata

    if unicodedata.category(sign)[0] in "CZ" or unicodedata.combining(sign):
        return _escaped(sign)
    return sign


def _escaped(sign: str) -> str:
    return "".join(f"%{byte:02X}" for byte in sign.encode("utf-8", "replace"))


def _ascii(host: str) -> str:
    """A host as the network has it (RFC 3490); empty if it can be none."""
    if host.startswith("["):
        from ipaddress import AddressValueError, IPv6Address

        try:
            IPv6Address(host[1:-1])
        except AddressValueError:
            return ""
        return host
    try:
        name = host if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError:
        return ""
    return name if _HOST.fullmatch(name) else ""
