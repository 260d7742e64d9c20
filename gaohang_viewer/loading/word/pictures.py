"""The pictures of a Word file, by the addresses that the Markdown gives them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gaohang_viewer.loading.limits import TooLarge
from gaohang_viewer.report.model import ProblemKind

if TYPE_CHECKING:
    from gaohang_viewer.loading.word.package import Package, Relation

_FORMATS = (
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
    (b"BM", "bmp"),
)


class Pictures:
    """Takes pictures out of a file as they are met; `images` are their bytes by address."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._known: dict[str, tuple[ProblemKind | None, str]] = {}
        self.images: dict[str, bytes] = {}

    def found(self, relation: Relation) -> tuple[ProblemKind | None, str]:
        """The address of a picture; or what is wrong with it, and its name.

        What lies outside the file is never fetched. A picture that is too large is left out, not the file.
        """
        if relation.outside:
            return ProblemKind.OUTSIDE, relation.target
        if relation.target not in self._known:
            self._known[relation.target] = self._read(relation.target)
        return self._known[relation.target]

    def _read(self, name: str) -> tuple[ProblemKind | None, str]:
        try:
            data = self._package.read(name)
        except TooLarge:
            return ProblemKind.NOT_SHOWN, name
        if data is None:
            return ProblemKind.DAMAGED, name
        kind = next((kind for sign, kind in _FORMATS if data.startswith(sign)), None)
        if kind is None:
            return ProblemKind.NOT_SHOWN, name
        address = f"image:{len(self.images) + 1}.{kind}"
        self.images[address] = data
        return None, address
