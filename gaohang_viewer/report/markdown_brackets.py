"""Links and pictures for Python-Markdown, found in time that grows with the text and not with its square."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from markdown.inlinepatterns import (
    IMAGE_LINK_RE,
    IMAGE_REFERENCE_RE,
    LINK_RE,
    REFERENCE_RE,
    ImageInlineProcessor,
    ImageReferenceInlineProcessor,
    LinkInlineProcessor,
    ReferenceInlineProcessor,
    ShortImageReferenceInlineProcessor,
    ShortReferenceInlineProcessor,
)

if TYPE_CHECKING:
    from markdown import Markdown

_LONGEST_ADDRESS = 4000  # characters with its title


@lru_cache(maxsize=2)
def _closing(text: str) -> dict[int, int]:
    """The position of each opening bracket that is closed, and that of the bracket that closes it."""
    opened: list[int] = []
    pairs: dict[int, int] = {}
    for at, sign in enumerate(text):
        if sign == "[":
            opened.append(at)
        elif sign == "]" and opened:
            pairs[opened.pop()] = at
    return pairs


class _Bracketed(LinkInlineProcessor):
    """Looks for the end of a bracket and of an address no further than it can be."""

    def getText(self, data: str, index: int) -> tuple[str, int, bool]:
        end = _closing(data).get(index - 1)
        return ("", index, False) if end is None else (data[index:end], end + 1, True)

    def getLink(self, data: str, index: int) -> tuple[str, str | None, int, bool]:
        return super().getLink(data[: index + _LONGEST_ADDRESS], index)


class _Link(_Bracketed):
    """`[text](address)`."""


class _Image(_Bracketed, ImageInlineProcessor):
    """`![text](address)`."""


class _Reference(_Bracketed, ReferenceInlineProcessor):
    """`[text][reference]`."""


class _ImageReference(_Bracketed, ImageReferenceInlineProcessor):
    """`![text][reference]`."""


class _ShortReference(_Bracketed, ShortReferenceInlineProcessor):
    """`[reference]`."""


class _ShortImageReference(_Bracketed, ShortImageReferenceInlineProcessor):
    """`![reference]`."""


def register(parser: Markdown) -> None:
    """Puts them in the place of those that the parser has, with the same priorities."""
    for name, priority, processor in (
        ("reference", 170, _Reference(REFERENCE_RE, parser)),
        ("link", 160, _Link(LINK_RE, parser)),
        ("image_link", 150, _Image(IMAGE_LINK_RE, parser)),
        ("image_reference", 140, _ImageReference(IMAGE_REFERENCE_RE, parser)),
        ("short_reference", 130, _ShortReference(REFERENCE_RE, parser)),
        ("short_image_ref", 125, _ShortImageReference(IMAGE_REFERENCE_RE, parser)),
    ):
        parser.inlinePatterns.register(processor, name, priority)
