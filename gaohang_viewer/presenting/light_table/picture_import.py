"""Reads a picture for a slide: of any kind that Qt knows, made small enough, as PNG or JPEG."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QCoreApplication, QFileInfo, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

if TYPE_CHECKING:
    from pathlib import Path

PICTURES = (".png", ".jpg", ".jpeg", ".webp", ".bmp", ".gif", ".svg")  # endings of files
_MOST_BYTES = 64 << 20
_MOST_PIXELS = 60_000_000
_LARGEST = 2560  # px of the longer side on a slide; more would not be seen
_LARGEST_PNG = 3 << 20  # bytes; a larger picture without transparency becomes a JPEG
_LARGEST_TRANSPARENT = 12 << 20  # bytes; a larger one is made smaller
_QUALITY = 90  # of a JPEG, per cent


class PictureError(Exception):
    """Why a picture cannot be used, in a sentence for the user."""


def read_picture(path: Path) -> bytes:
    """Returns a picture of at most 2560 px as a PNG or JPEG file, upright and without metadata.

    Raises PictureError. May be called in any thread.
    """
    name = path.name
    if QFileInfo(str(path)).size() > _MOST_BYTES:
        text = QCoreApplication.translate(
            "presenting", "“{name}” is larger than {most} MB; use a smaller file."
        )
        raise PictureError(text.replace("{name}", name).replace("{most}", str(_MOST_BYTES >> 20)))
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    reader.setDecideFormatFromContent(True)
    size = reader.size()
    if size.width() * size.height() > _MOST_PIXELS:
        text = QCoreApplication.translate(
            "presenting", "“{name}” has more than {most} million pixels; use a smaller picture."
        )
        raise PictureError(text.replace("{name}", name).replace("{most}", str(_MOST_PIXELS // 1_000_000)))
    vector = bytes(reader.format().data()).startswith(b"svg")
    if size.isValid() and (vector or max(size.width(), size.height()) > _LARGEST):
        reader.setScaledSize(size.scaled(QSize(_LARGEST, _LARGEST), Qt.AspectRatioMode.KeepAspectRatio))
    picture = reader.read()
    if picture.isNull():
        text = QCoreApplication.translate("presenting", "“{name}” is not a picture that can be read.")
        raise PictureError(text.replace("{name}", name))
    return packed(picture)


def packed(picture: QImage) -> bytes:
    """Returns a picture of at most 2560 px as a PNG or JPEG file."""
    if max(picture.width(), picture.height()) > _LARGEST:
        picture = picture.scaled(
            QSize(_LARGEST, _LARGEST),
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
    png = _saved(picture, "PNG", -1)
    if picture.hasAlphaChannel() and len(png) > _LARGEST_TRANSPARENT:
        return packed(picture.scaled(picture.size() / 2, mode=Qt.TransformationMode.SmoothTransformation))
    if picture.hasAlphaChannel() or len(png) <= _LARGEST_PNG:
        return png
    return _saved(picture, "JPEG", _QUALITY)


def _saved(picture: QImage, kind: str, quality: int) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, kind, quality)  # type: ignore[call-overload]
    return bytes(buffer.data().data())
