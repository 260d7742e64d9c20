"""Link reference definitions of a body, collected before its chunks are parsed, and embedded picture data."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

# The destination must look like an address, for a footnote, [^1]: 注, is text that must not vanish. The
# pattern fixes the end of the address at once: trying each end of a long one takes quadratic time.
DEFINITION = re.compile(
    r"^[ ]{0,3}\[([^\[\]^][^\[\]]*)\]:[ ]*"
    r"((?=[\x0e\x0f\x21-\x7e]*[/#@.])[\x0e\x0f\x21-\x7e]+|\S+\.(?:png|jpe?g|gif|bmp|webp))(?=[ ]|$)[ ]*"
    r"""((["'])(.*)\4[ ]*|\((.*)\)[ ]*)?$""",
    re.MULTILINE,
)
_QUOTED = re.compile(r"^(?:[ ]{0,3}>[ ]?)*")
_DATA_URI = re.compile(r"(data:image/[\w.+-]*(?:;[\w=.+-]*)*,)([A-Za-z0-9+/=%._-]{200,})", re.IGNORECASE)
_SHORT = re.compile(r"\x0e(\d+)\x0f")
_Some = TypeVar("_Some")


class References(dict[str, tuple[str, str]]):
    """Addresses and titles by lower-case label, as the parser keeps them; the first definition is kept."""

    def __init__(self, lines: Iterable[str] = ()) -> None:
        super().__init__()
        for line in lines:
            if "]:" in line and (found := DEFINITION.match(_QUOTED.sub("", line, count=1))):
                address = found[2].lstrip("<").rstrip(">")
                super().__setitem__(found[1].strip().lower(), (address, found[5] or found[6] or ""))

    def __setitem__(self, name: str, address: tuple[str, str]) -> None:
        self.setdefault(name, address)


class EmbeddedData:
    """Replaces long data: addresses of a body by numbers, as parsing them takes quadratic time."""

    def __init__(self) -> None:
        self._data: list[str] = []
        self._addresses: dict[str, str] = {}

    def shorten(self, body: str) -> str:
        """Returns the body with numbers in place of long picture data."""
        for sign in "\x02\x03\x0e\x0f":  # used as placeholders by the parser and by this class
            body = body.replace(sign, "")
        return _DATA_URI.sub(self._number, body) if ":image/" in body.lower() else body

    def _number(self, found: re.Match[str]) -> str:
        short = f"{found[1]}\x0e{len(self._data)}\x0f"
        self._data.append(found[2])
        self._addresses[short] = found[0]
        return short

    def restore(self, some: _Some) -> _Some:
        """Returns a text, or blocks that contain texts, with the data in place of the numbers."""
        return cast("_Some", self._restored(some)) if self._data else some

    def _restored(self, some: object) -> object:
        if isinstance(some, str):
            known = self._addresses.get(some)  # pictures of one address share one string
            return known or _SHORT.sub(lambda number: self._data[int(number[1])], some)
        if isinstance(some, tuple):
            each = [self._restored(one) for one in some]
            make: Callable[[list[object]], object] = getattr(type(some), "_make", tuple)
            return make(each)
        return some
