"""What a body of Markdown calls its addresses, known before the parser sees the body stretch by stretch."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

# What is defined must look like an address: a note, [^1]: 注, is text that must not vanish. Where the address
# ends is told at once: to try each end of a long one takes the square of its length.
DEFINITION = re.compile(
    r"^[ ]{0,3}\[([^\[\]^][^\[\]]*)\]:[ ]*"
    r"((?=[\x0e\x0f\x21-\x7e]*[/#@.])[\x0e\x0f\x21-\x7e]+|\S+\.(?:png|jpe?g|gif|bmp|webp))(?=[ ]|$)[ ]*"
    r"""((["'])(.*)\4[ ]*|\((.*)\)[ ]*)?$""",
    re.MULTILINE,
)
_QUOTED = re.compile(r"^(?:[ ]{0,3}>[ ]?)*")
_HELD = re.compile(r"(data:image/[\w.+-]*(?:;[\w=.+-]*)*,)([A-Za-z0-9+/=%._-]{200,})", re.IGNORECASE)
_SHORT = re.compile(r"\x0e(\d+)\x0f")
_Some = TypeVar("_Some")


class References(dict[str, tuple[str, str]]):
    """Addresses and titles by their names, as the parser keeps them; what the whole body says stays."""

    def __init__(self, lines: Iterable[str] = ()) -> None:
        super().__init__()
        for line in lines:
            if "]:" in line and (found := DEFINITION.match(_QUOTED.sub("", line, count=1))):
                address = found[2].lstrip("<").rstrip(">")
                super().__setitem__(found[1].strip().lower(), (address, found[5] or found[6] or ""))

    def __setitem__(self, name: str, address: tuple[str, str]) -> None:
        self.setdefault(name, address)


class Held:
    """The pictures that a body holds in its addresses, which are too long for the parser: it sees numbers."""

    def __init__(self) -> None:
        self._data: list[str] = []
        self._addresses: dict[str, str] = {}

    def short(self, body: str) -> str:
        """The body with numbers in place of long data."""
        for sign in "\x02\x03\x0e\x0f":  # that stand for something to the parser or to us
            body = body.replace(sign, "")
        return _HELD.sub(self._number, body) if ":image/" in body.lower() else body

    def _number(self, found: re.Match[str]) -> str:
        short = f"{found[1]}\x0e{len(self._data)}\x0f"
        self._data.append(found[2])
        self._addresses[short] = found[0]
        return short

    def long(self, some: _Some) -> _Some:
        """A text, or blocks made of texts, with the data again."""
        return cast("_Some", self._long(some)) if self._data else some

    def _long(self, some: object) -> object:
        if isinstance(some, str):
            known = self._addresses.get(some)  # the same text for each picture that a name stands for
            return known or _SHORT.sub(lambda number: self._data[int(number[1])], some)
        if isinstance(some, tuple):
            each = [self._long(one) for one in some]
            make: Callable[[list[object]], object] = getattr(type(some), "_make", tuple)
            return make(each)
        return some
