"""Converts half-width punctuation in Chinese text to full-width for display."""

from __future__ import annotations

import re

_WIDE = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（", ")": "）"}
_SIGN = re.compile(r"[,;:?!]")
_PAIR = re.compile(r"\(([^()\n]*)\)")
_QUOTES = frozenset("“”‘’…—·●")


def full_width(text: str) -> str:
    """Converts punctuation of Chinese text to full-width, character by character: positions stay valid.

    A sign is converted if one neighbour is Chinese and the other Chinese, a number or the end of the text:
    "路,高行" and "元,2020年", but not "1,234", "12:30" or "a, b". Brackets are converted if they contain
    Chinese.
    """
    if "(" in text:
        before = ""
        while before != text:  # nested pairs
            before, text = text, _PAIR.sub(_pair, text)
    return _SIGN.sub(_sign, text)


def is_han(sign: str) -> bool:
    """Returns whether a character belongs to Chinese text: Han, CJK and full-width punctuation, quotes.

    Comparisons rather than a pattern, as compiling one takes longer than reading many texts.
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
