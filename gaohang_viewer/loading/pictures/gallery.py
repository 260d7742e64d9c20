"""Reads the pictures that a report names."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Protocol

from gaohang_viewer.loading.limits import TooLarge
from gaohang_viewer.loading.pictures.confined_read import Missing, OutsideFolder, read_within
from gaohang_viewer.loading.pictures.image_type import Checker
from gaohang_viewer.loading.pictures.picture_path import Where, locate
from gaohang_viewer.report.model import ProblemKind

MOST_BYTES = 50_000_000  # of one picture
MOST_IN_ALL = 200_000_000  # bytes of all pictures
MOST_PICTURES = 1000


class PictureSource(Protocol):
    """What reads the pictures that a report refers to."""

    checker: Checker

    def found(self, address: str) -> bytes | ProblemKind:
        """Returns the bytes of a picture as PNG, JPEG or GIF, or the problem with it."""


class Gallery:
    """Reads the pictures that one report refers to.

    Where an address leads is decided from its text alone: a network share or another folder is not accessed
    even to see whether a file exists, because that would disclose the reader to another machine.
    `outside_folder` is the user's permission to read other folders of this machine; the network is never
    accessed.
    """

    def __init__(self, report: Path, *, outside_folder: bool = False) -> None:
        self._folder = _folder_of(report)
        self._outside_folder = outside_folder
        self.checker = Checker()
        self._left = MOST_IN_ALL
        self._known: dict[str, bytes | ProblemKind] = {}

    def found(self, address: str) -> bytes | ProblemKind:
        """Returns the bytes of a picture as PNG, JPEG or GIF, or the problem with it."""
        if address not in self._known:
            full = len(self._known) >= MOST_PICTURES
            self._known[address] = ProblemKind.NOT_SHOWN if full else self._read(address)
        return self._known[address]

    def _read(self, address: str) -> bytes | ProblemKind:
        where, tries = locate(address, self._folder)
        if where is Where.NETWORK:
            return ProblemKind.OUTSIDE
        if where is Where.OUTSIDE_FOLDER and not self._outside_folder:
            return ProblemKind.ELSEWHERE
        outside = where is Where.OUTSIDE_FOLDER
        for path in tries:
            try:
                data = read_within(path, self._folder, min(MOST_BYTES, self._left), outside_folder=outside)
            except Missing:
                continue
            except TooLarge:
                return ProblemKind.NOT_SHOWN
            except OutsideFolder as error:  # a symbolic link leads out of the folder
                if error.network:
                    return ProblemKind.OUTSIDE
                if not self._outside_folder:
                    return ProblemKind.ELSEWHERE
                try:
                    data = read_within(path, self._folder, min(MOST_BYTES, self._left), outside_folder=True)
                except (Missing, TooLarge, OutsideFolder):
                    return ProblemKind.OUTSIDE
            self._left -= len(data)
            return self.checker.checked(data) or ProblemKind.NOT_SHOWN
        return ProblemKind.NO_PICTURE


def _folder_of(report: Path) -> Path:
    """Returns the folder of a report as a path without `..`."""
    folder = report.absolute().parent
    if ".." not in folder.parts:
        return folder
    # After a symbolic link `..` is the parent of its target, but Windows resolves it in the text
    return Path(os.path.normpath(folder) if os.name == "nt" else os.path.realpath(folder))
