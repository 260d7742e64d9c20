"""Decides which addresses may be links, and detects links whose text names another host."""

from __future__ import annotations

import re
from typing import NamedTuple

MOST = 2000  # characters of an address
_LAST_PORT = 65535
_WEB = re.compile(r"(https?)://([^/?#]+)([/?#].*)?", re.IGNORECASE)
_PLACE = re.compile(r"(\[[^\]]*\]|[^:\[\]@]+)(:[0-9]{1,5})?")
_HOST = re.compile(r"(?=.{1,253}\.?$)(?:(?!-)[\w-]{1,63}(?<!-)(?:\.(?!$)|\.?$))+", re.ASCII)
_MAIL = re.compile(r"mailto:[^@\s]+@[^@\s?]+(\?.*)?", re.IGNORECASE)
# Characters that are percent-encoded in an address within Markdown (RFC 3986, 2.1)
_UNSAFE = re.compile(r"""[\s\\<>()\[\]*_`"'|^{}]""")
# The scripts whose letters may look Latin: Latin, Greek, Cyrillic and Armenian
_LETTER = r"a-z\u00c0-\u058f"
_SIGN = "-0-9_" + _LETTER
# A host in the text of a link: of any script after a scheme, or a Latin one within other text
# ("见www.gov.cn上", but not "1.总体要求"), with user info and path.
_NAMED = re.compile(
    rf"(?<![{_SIGN}.])\.*(?:"
    rf"[a-z][a-z0-9.-]*://(?:[^\s/?#@]*@)?(?P<behind>\[[0-9a-f:.]+\]|[\w.-]+)"
    rf"|(?:[{_SIGN}.]*@)?(?P<bare>(?:[{_SIGN}]+\.)+(?:xn--[a-z0-9-]+|[{_LETTER}]{{2,}}))(?![{_SIGN}@])"
    r")(?::\d+)?(?:[/?#][\w/?#:.%&=~+@!$*-]*)?"
)
_LATIN = re.compile(rf"[{_SIGN}.]+")
_FILE = re.compile(  # endings of file names that look like hosts
    r"\.(?:7z|aspx?|avi|bat|bmp|css|csv|dll|do[ct][mx]?|dps|epub|et|exe|gif|gz|html?|ini|jpe?g|js|json|jsp|log"
    r"|markdown|md|mov|mp[34]|od[pst]|ofd|pdf|php|png|pp[st][mx]?|py|rar|rtf|svg|tar|tiff?|tsv|txt|wav|webp"
    r"|wps|xls[mx]?|xml|zip)"
)
_THIN = "\u2006\u2009\u200a\u202f\u205f"  # spaces that are hardly visible


class Destination(NamedTuple):
    """Where an address leads: `host` as written, `ascii` as its IDNA form (RFC 3490), with the port.

    For a mailto address `host` lists all recipients.
    """

    host: str
    ascii: str
    is_mail: bool = False


def safe(address: str) -> str:
    """Returns an http(s) or mailto address with invisible characters escaped; empty for any other.

    Files, network shares and other schemes are never links.
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
    """Returns a safe address escaped for Markdown; empty for any other."""
    address = address.strip()
    return safe(_UNSAFE.sub(lambda sign: _escaped(sign[0]), address)) if len(address) <= MOST else ""


def destination(address: str) -> Destination:
    """Returns where a safe address leads; `ascii` is empty if its host is invalid: then it is no link."""
    if address.lower().startswith("mailto:"):
        place, _, fields = address[7:].partition("?")
        host = ", ".join([place, *_copied_to(fields)])
        return Destination(host, _ascii(place.rpartition("@")[2]), is_mail=True)
    web = _WEB.fullmatch(address)
    login, _, host = web[2].rpartition("@") if web else ("", "", "")  # user info and host
    parts = None if "@" in login else _PLACE.fullmatch(host)
    if parts is None or int((parts[2] or ":0")[1:]) > _LAST_PORT:
        return Destination(host, "")
    name = _ascii(parts[1])
    return Destination(host, name and name + (parts[2] or ""))


def _copied_to(fields: str) -> list[str]:
    """Returns the further recipients of a mailto address (RFC 6068)."""
    from urllib.parse import unquote

    pairs = [field.partition("=") for field in fields.split("&")]
    others = [unquote(value) for key, _, value in pairs if unquote(key).lower() in {"to", "cc", "bcc"}]
    return ["".join(map(_visible, other)) for other in others if other]


def pretends(words: str, address: str) -> bool:
    """Returns whether the text of a link names another host than the one that it leads to."""
    there = destination(address).ascii.lower()
    there = _without_www(there[: there.rfind(":")] if there.rpartition(":")[2].isdigit() else there)
    for shown in _NAMED.finditer(_as_seen(words)):
        host = shown["behind"] or shown["bare"]
        if shown["bare"] and _FILE.fullmatch(host, host.rfind(".")) and not host.startswith("www."):
            continue
        head = _LATIN.match(host)  # text may follow an address immediately
        named = {_without_www(_ascii(name)) for name in (host, head[0] if head else "")}
        if there not in named - {""}:
            return True
    return False


def _as_seen(words: str) -> str:
    """Returns text in lower case and normal width (NFKC), without invisible characters."""
    import unicodedata

    kept = "".join(sign for sign in words if unicodedata.category(sign) != "Cf" and sign not in _THIN)
    return unicodedata.normalize("NFKC", kept).lower()


def _without_www(host: str) -> str:
    return host.lower().strip(".-").removeprefix("www.")


def _visible(sign: str) -> str:
    """Returns a character, percent-encoded if it is invisible or changes the direction of text."""
    if sign.isascii():
        return sign if sign.isprintable() and sign not in " \\" else _escaped(sign)
    import unicodedata

    if unicodedata.category(sign)[0] in "CZ" or unicodedata.combining(sign):
        return _escaped(sign)
    return sign


def _escaped(sign: str) -> str:
    return "".join(f"%{byte:02X}" for byte in sign.encode("utf-8", "replace"))


def _ascii(host: str) -> str:
    """Returns a host in its IDNA form (RFC 3490); empty if it is invalid."""
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
