"""Converts half-width punctuation in Chinese text to full-width for display."""

from __future__ import annotations

import re

_WIDE = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（", ")": "）"}
_SIGN = re.compile(r"[,;:?!]")
_QUOTES = frozenset("“”‘’…—·●")


def full_width(text: str) -> str:
    """Converts punctuation of Chinese text to full-width, character by character: positions stay valid.

    A sign is converted if one neighbour is Chinese and the other Chinese, a number or the end of the text:
    "路,高行" and "元,2020年", but not "1,234", "12:30" or "a, b". Brackets are converted if they contain
    Chinese.
    """
    if "(" in text:
        text = _with_wide_brackets(text)
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


def _with_wide_brackets(text: str) -> str:
    """Converts each pair of brackets in one line that contains Chinese, and no pair that does not."""
    signs = list(text)
    opened: list[tuple[int, bool, bool]] = []  # position, holds Chinese, holds a pair that stays
    for at, sign in enumerate(text):
        if sign == "(":
            opened.append((at, False, False))
        elif sign == "\n":
            opened.clear()
        elif sign == ")" and opened:
            start, chinese, kept = opened.pop()
            is_wide = chinese and not kept
            if is_wide:
                signs[start], signs[at] = "（", "）"
            if opened:
                outer, before, stays = opened[-1]
                opened[-1] = (outer, before or is_wide, stays or not is_wide)
        elif opened and not opened[-1][1] and is_han(sign):
            opened[-1] = (opened[-1][0], True, opened[-1][2])
    return "".join(signs)


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
