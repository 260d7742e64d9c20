"""Maps the characters of symbol fonts, such as ticks, boxes and arrows, to Unicode."""

from __future__ import annotations

_GREEK = "αβχδεφγηιϕκλμνοπθρστυϖωξψζ"
_GREEK_CAPITALS = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ"
_CIRCLED = {0x81 + at: chr(0x2460 + at) for at in range(10)} | {
    0x8C + at: chr(0x2776 + at) for at in range(10)
}


def _signs(pairs: str) -> dict[int, str]:
    """Parses "FC✓ FE☑": two hexadecimal digits and the character."""
    return {int(pair[:2], 16): pair[2:] for pair in pairs.split()}


_FONTS = {
    "wingdings": _CIRCLED
    | _signs(
        "21✏ 22✂ 28☎ 29✆ 2A✉ 3F✍ 45☜ 46☞ 47☝ 48☟ 4A☺ 4C☹ 6C● 6E■ 6F□ 70❐ 71❑ 72❒ 75◆ 76❖ 77◆ 9E· 9F• A1○ A4◉"
        " A7▪ A8□ AA✦ AB★ B2✧ D8➢ DF← E0→ E1↑ E2↓ E7⬅ E8➔ EF⇦ F0⇨ F1⇧ F2⇩ F3⬄ FB✗ FC✓ FD☒ FE☑"
    ),
    "wingdings 2": {0x6A + at: chr(0x2460 + at) for at in range(10)}
    | _signs("4F✗ 50✓ 51☒ 52☑ 53☒ 54☒ 95• 96● 97● 98● 99○ 9A○ A2■ A3□ A4□ AE◆ AF◇ EB★"),
    "wingdings 3": _signs("66← 67→ 68↑ 69↓ 70▲ 71▼ 74◀ 75▶ 7D▶ 7C◀ 7E▲"),
    "webdings": _signs("31□ 33◀ 34▶ 35▲ 36▼ 61✔ 63□ 67■ 6E● 72✖"),
    "symbol": {ord("a") + at: sign for at, sign in enumerate(_GREEK)}
    | {ord("A") + at: sign for at, sign in enumerate(_GREEK_CAPITALS)}
    | {ord(sign): sign for sign in " !#%&()+,./0123456789:;<=>?[]_{|}"}
    | _signs(
        "2A∗ 2D− A3≤ A5∞ AB↔ AC← AD↑ AE→ AF↓ B0° B1± B2″ B3≥ B4× B6∂ B7• B8÷ B9≠ BA≡ BB≈ BC… C2ℜ C4⊗ C5⊕ C6∅"
        " C7∩ C8∪ C9⊃ CA⊇ CC⊂ CD⊆ CE∈ CF∉ D0∠ D1∇ D2® D3© D4™ D5∏ D6√ D7⋅ D8¬ D9∧ DA∨ DB⇔ DC⇐ DD⇑ DE⇒ DF⇓"
        " E5∑ F2∫ A2′ 40≅ 5E⊥ 22∀ 24∃ 27∋ 5C∴ 7E∼"
    ),
}
_OFFSET = 0xF000  # of the codes that Word uses for these fonts, in the private use area (17.3.3.30)


def is_symbol_font(font: str) -> bool:
    """Returns whether a font is a supported symbol font."""
    return font.strip().lower() in _FONTS


def symbol(font: str, code: int) -> str | None:
    """Returns the character for a code in a font, None if unknown; other fonts than these use Unicode."""
    signs = _FONTS.get(font.strip().lower())
    low = code - _OFFSET if _OFFSET <= code < _OFFSET + 0x100 else code
    if signs is not None and low < 0x100:
        return signs.get(low) or (" " if low == 0x20 else None)
    if code == low and 0x20 <= code < 0x110000 and not 0xD800 <= code < 0xE000:
        return chr(code)
    return None
