"""Superscripts and subscripts as plain text."""

from __future__ import annotations

import pytest

from gaohang_viewer.loading.rich_text import Span, lines_of, text_of
from gaohang_viewer.loading.scripts import Script, scripted


@pytest.mark.parametrize(
    ("text", "script", "expected"),
    [
        ("8", Script.SUPER, "⁸"),
        ("-12", Script.SUPER, "⁻¹²"),
        ("n+1", Script.SUPER, "ⁿ⁺¹"),
        ("2", Script.SUB, "₂"),
        ("Q", Script.SUPER, "^Q"),
        ("max", Script.SUB, "ₘₐₓ"),
        ("GDP", Script.SUB, "_(GDP)"),
        ("总", Script.SUB, "_总"),
        ("[1]", Script.SUPER, "[1]"),
        ("①", Script.SUPER, "①"),
        ("注1", Script.SUPER, "注1"),
        ("®", Script.SUPER, "®"),
        ("²", Script.SUPER, "²"),
        (" ", Script.SUPER, " "),
        ("8", Script.BASE, "8"),
    ],
)
def test_a_script_is_unicode_or_stands_after_a_sign(text: str, script: Script, expected: str) -> None:
    assert scripted(text, script) == expected


def test_a_script_in_several_spans_is_one() -> None:
    spans = [Span("x"), Span("A", script=Script.SUPER), Span("B", script=Script.SUPER), Span("y")]
    assert [text_of(line) for line in lines_of(spans)] == ["x^(AB)y"]
