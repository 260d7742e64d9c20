"""Locates the files of `resources/`, in an installed package or at the top of a checkout."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_ROOT = next(root for root in (_PACKAGE / "_resources", _PACKAGE.parent / "resources") if root.is_dir())

BUILT_IN_REPORT = _ROOT / "reports" / "gaohang.md"
GUIDES = {"en": _ROOT / "docs" / "guide.md", "zh_CN": _ROOT / "docs" / "guide.zh_CN.md"}  # by language
SHIPPED_REPORTS = frozenset({BUILT_IN_REPORT, *GUIDES.values()})  # never listed as recent files
SIGNATURES = _ROOT / "shiboken"  # see system/lazy_pyside_signatures.py


def resource(*parts: str) -> Path:
    """Returns the path of a resource: `resource("icons", "back.svg")`."""
    return _ROOT.joinpath(*parts)
