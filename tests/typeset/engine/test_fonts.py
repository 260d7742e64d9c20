from __future__ import annotations

import subprocess
import sys

import pytest
import typst

from gaohang_viewer.typeset.engine import fonts


def test_the_fallback_is_the_family_at_the_end_of_every_chain() -> None:
    known = typst.Fonts(include_system_fonts=False, font_paths=[str(fonts.fallback_font().parent)])
    assert fonts.FALLBACK_FAMILY in known.families()
    assert all(chain[-1] == fonts.FALLBACK_FAMILY for chain in (fonts.SERIF, fonts.SANS, fonts.DISPLAY))


def test_typst_brings_the_faces_that_are_named_as_its_own() -> None:
    known = typst.Fonts(include_system_fonts=False).families()
    assert {*fonts.MONO, fonts.LATIN} <= set(known)


def test_finding_the_fallback_does_not_import_its_package() -> None:
    code = "import sys; from gaohang_viewer.typeset.engine.fonts import fallback_font; fallback_font()"
    check = "; sys.exit(any(name.startswith('justmytype') for name in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code + check], check=False).returncode == 0


def test_a_missing_package_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(FileNotFoundError, match="justmytype-intl-cjk"):
        fonts.fallback_font.__wrapped__()
