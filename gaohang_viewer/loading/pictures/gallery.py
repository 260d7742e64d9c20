"""Reads the pictures that a report names."""

from __future__ import annotations

import os
from pathlib import Path

from gaohang_viewer.loading.limits import TooLarge
from gaohang_viewer.loading.pictures.confined_read import Beyond, Missing, read_within
from gaohang_viewer.loading.pictures.image_type import Checker
from gaohang_viewer.loading.pictures.picture_path import Where, place_of
from gaohang_viewer.report.model import ProblemKind

MOST_BYTES = 50_000_000  # of a picture
MOST_IN_ALL = 200_000_000
MOST_PICTURES = 1000


class Gallery:
    """The pictures beside one report.

    What an address names is decided by its words alone: a share of the network or a file in another folder is
    not even looked at, for looking alone would tell another machine who is reading. `elsewhere` is the user's
    leave to read other folders of this machine; the network is never read.
    """

    def __init__(self, report: Path, *, elsewhere: bool = False) -> None:
        self._folder = _folder_of(report)
        self._elsewhere = elsewhere
        self.checker = Checker()
        self._left = MOST_IN_ALL
        self._known: dict[str, bytes | ProblemKind] = {}

    def found(self, address: str) -> bytes | ProblemKind:
        """The bytes of a picture, as PNG, JPEG or GIF; or what is wrong with it."""
        if address not in self._known:
            full = len(self._known) >= MOST_PICTURES
            self._known[address] = ProblemKind.NOT_SHOWN if full else self._read(address)
        return self._known[address]

    def _read(self, address: str) -> bytes | ProblemKind:
        where, tries = place_of(address, self._folder)
        if where is Where.NETWORK:
            return ProblemKind.OUTSIDE
        if where is Where.ELSEWHERE and not self._elsewhere:
            return ProblemKind.ELSEWHERE
        outside = where is Where.ELSEWHERE
        problem = ProblemKind.NO_PICTURE
        for path in tries:
            try:
                data = read_within(path, self._folder, min(MOST_BYTES, self._left), elsewhere=outside)
            except Missing:
                continue
            except TooLarge:
                return ProblemKind.NOT_SHOWN
            except Beyond as beyond:  # a link in the folder leads out of it
                if beyond.network:
                    return ProblemKind.OUTSIDE
                if not self._elsewhere:
                    return ProblemKind.ELSEWHERE
                try:
                    data = read_within(path, self._folder, min(MOST_BYTES, self._left), elsewhere=True)
                except (Missing, TooLarge, Beyond):
                    return ProblemKind.OUTSIDE
            self._left -= len(data)
            return self.checker.checked(data) or ProblemKind.NOT_SHOWN
        return problem


def _folder_of(report: Path) -> Path:
    """The folder in which a report lies, without `..`."""
    folder = report.absolute().parent
    if ".." not in folder.parts:
        return folder
    # Behind a link `..` is the folder above the one it leads to; Windows goes by the words alone
    return Path(os.path.normpath(folder) if os.name == "nt" else os.path.realpath(folder))
