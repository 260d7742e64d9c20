"""The pictures of a Word file, by the addresses that the Markdown gives them."""

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
    """Takes pictures out of a file as they are met; `images` are their bytes by address."""

    def __init__(
        self, package: Package, gallery: Gallery | None = None, tell: Callable[[], None] = lambda: None
    ) -> None:
        """`gallery` reads what lies beside the file; `tell` is called before each; it may raise."""
        self._package = package
        self._checker = gallery.checker if gallery is not None else Checker()
        self._tell = tell
        self._gallery = gallery
        self._known: dict[tuple[str, bool], tuple[ProblemKind | None, str]] = {}
        self.images: dict[str, bytes] = {}

    def found(self, relation: Relation) -> tuple[ProblemKind | None, str]:
        """The address of a picture; or what is wrong with it, and its name.

        What lies outside the file and its folder is never fetched. A picture that is too large is left out,
        not the file.
        """
        key = (relation.target, relation.outside)
        if key not in self._known:
            self._tell()
            self._known[key] = (self._linked if relation.outside else self._read)(relation.target)
        return self._known[key]

    def _linked(self, address: str) -> tuple[ProblemKind | None, str]:
        """A picture that Word was told to link to."""
        found = ProblemKind.OUTSIDE if self._gallery is None else self._gallery.found(address)
        return (None, self._kept(found)) if isinstance(found, bytes) else (found, address)

    def _read(self, name: str) -> tuple[ProblemKind | None, str]:
        try:
            data = self._package.read(name)
        except TooLarge:
            return ProblemKind.NOT_SHOWN, name
        if data is None:
            return ProblemKind.DAMAGED, name
        shown = self._checker.checked(data)
        return (ProblemKind.NOT_SHOWN, name) if shown is None else (None, self._kept(shown))

    def _kept(self, data: bytes) -> str:
        """The address under which a picture is found from now on."""
        address = f"image:{len(self.images) + 1}.{kind_of(data)}"
        self.images[address] = data
        return address
