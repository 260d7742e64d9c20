"""Reads compound files (MS-CFB): .doc and .wps (MS-DOC), and Office files with a password (MS-OFFCRYPTO).

They are converted to Office Open XML in a child process, whose time and memory are limited.
"""

from __future__ import annotations

from gaohang_viewer.loading.compound_file.child import NotConverted, Package, converted

__all__ = ["NotConverted", "Package", "converted"]
