"""Reads the pictures that a report names, from its own folder unless the user allows others."""

from __future__ import annotations

from gaohang_viewer.loading.pictures.gallery import Gallery, PictureSource
from gaohang_viewer.loading.pictures.image_type import Checker

__all__ = ["Checker", "Gallery", "PictureSource"]
