"""Shows half-width punctuation in Chinese text full-width; the stored text stays as it is."""

from __future__ import annotations

import re

_WIDE = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（", ")": "）"}
_SIGN = re.compile(r"[,;:?!]")
_PAIR = re.compile(r"\(([^()\n]*)\)")
_QUOTES = frozenset("“”‘’…—·●")


def full_width(text: str) -> str:
    """The text as a Chinese typesetter would print it; character for character, so that places stay.

    Chinese on one side, and on the other Chinese, a number or an end: "路,高行" and "元,2020年" are Chinese
    sentences, "1,234", "12:30" and "a, b" are not. A pair of brackets goes with what it holds.
    """
    if "(" in text:
        before = ""
        while before != text:  # pairs inside pairs
            before, text = text, _PAIR.sub(_pair, text)
    return _SIGN.sub(_sign, text)


def is_han(sign: str) -> bool:
    """Whether a character belongs to Chinese text: Han, CJK and full-width punctuation, Chinese quotes.

    Ranges in code, not in a pattern: compiling them as one takes longer than many texts take to read.
    """
    return (
        "\u2e80" <= sign <= "\u9fff"
        or "\uff01" <= sign <= "\uff5e"
        or sign in _QUOTES
        or sign >= "\U00020000"
    )


def _pair(pair: re.Match[str]) -> str:
    return f"（{pair[1]}）" if any(map(is_han, pair[1])) else pair[0]


def _sign(sign: re.Match[str]) -> str:
    text, at = sign.string, sign.start()
    before = text[at - 1] if at else ""
    after = text[at + 1] if at + 1 < len(text) else ""
    chinese = (
        bool(before) and is_han(before) and (not after or after in "0123456789 \t\n([“‘" or is_han(after))
    )
    if not chinese:
        chinese = before in tuple("0123456789%)]") and bool(after) and is_han(after)
    return _WIDE[sign[0]] if chinese else sign[0]
