"""Reads the pictures of a Word file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gaohang_viewer.loading.limits import TooLarge
from gaohang_viewer.loading.pictures.image_type import Checker, kind_of
from gaohang_viewer.report.model import ProblemKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from gaohang_viewer.loading.pictures import Gallery
    from gaohang_viewer.loading.word.package import Package, Relation


class Pictures:
    """Reads pictures on demand; `images` holds their bytes by their address in the Markdown."""

    def __init__(
        self,
        package: Package,
        gallery: Gallery | None = None,
        before_each: Callable[[], None] = lambda: None,
    ) -> None:
        """Sets the reader of linked pictures; `before_each` is called before each picture and may raise."""
        self._package = package
        self._checker = gallery.checker if gallery is not None else Checker()
        self._before_each = before_each
        self._gallery = gallery
        self._known: dict[tuple[str, bool], tuple[ProblemKind | None, str]] = {}
        self.images: dict[str, bytes] = {}

    def found(self, relation: Relation) -> tuple[ProblemKind | None, str]:
        """Returns None and the address of a picture, or the problem with it and its name.

        Nothing outside the file and its folder is accessed. A picture that is too large is a problem of the
        picture alone.
        """
        key = (relation.target, relation.outside)
        if key not in self._known:
            self._before_each()
            self._known[key] = (self._linked if relation.outside else self._read)(relation.target)
        return self._known[key]

    def _linked(self, address: str) -> tuple[ProblemKind | None, str]:
        """Reads a linked picture."""
        found = ProblemKind.OUTSIDE if self._gallery is None else self._gallery.found(address)
        return (None, self.store(found)) if isinstance(found, bytes) else (found, address)

    def _read(self, name: str) -> tuple[ProblemKind | None, str]:
        try:
            data = self._package.read(name)
        except TooLarge:
            return ProblemKind.NOT_SHOWN, name
        if data is None:
            return ProblemKind.DAMAGED, name
        shown = self._checker.checked(data)
        return (ProblemKind.NOT_SHOWN, name) if shown is None else (None, self.store(shown))

    def store(self, data: bytes) -> str:
        """Stores a picture; returns its address."""
        address = f"image:{len(self.images) + 1}.{kind_of(data)}"
        self.images[address] = data
        return address
