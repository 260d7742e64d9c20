"""Reads Word files (.docx, .docm, .dotx): Office Open XML as ECMA-376 and ISO/IEC 29500 describe it."""

from __future__ import annotations

from gaohang_viewer.loading.limits import TooLarge
from gaohang_viewer.loading.word.body import read_word
from gaohang_viewer.loading.word.package import NotWord

__all__ = ["NotWord", "TooLarge", "read_word"]
