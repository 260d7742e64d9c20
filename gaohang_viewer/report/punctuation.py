"""Shows half-width punctuation in Chinese text full-width; the stored text stays as it is."""

from __future__ import annotations

import re

_WIDE = str.maketrans(",;:?!()", "，；：？！（）")

# Han characters, kana, CJK punctuation, full-width forms, and the quotation marks and dashes of Chinese.
_HAN = r"\u2e80-\u9fff\uf900-\ufaff\uff01-\uff5e\U00020000-\U0003ffff“”‘’…—·●"

# Chinese on one side, and on the other Chinese, a number or an end: "路,高行" and "元,2020年" are Chinese
# sentences, "1,234", "12:30" and "a, b" are not. A pair of brackets goes with what it holds.
_AFTER_HAN = re.compile(rf"(?<=[{_HAN}])[,;:?!](?=[{_HAN}0-9\s(\[“‘]|$)", re.MULTILINE)
_BEFORE_HAN = re.compile(rf"(?<=[0-9%)\]])[,;:?!](?=[{_HAN}])")
_BRACKETS = re.compile(rf"\((?=[^()\n]*[{_HAN}])([^()\n]*)\)")


def full_width(text: str) -> str:
    """The text as a Chinese typesetter would print it; character for character, so that places stay."""
    if not any(sign in text for sign in ",;:?!("):
        return text
    text = _BRACKETS.sub(lambda pair: f"（{pair[1]}）", text)
    text = _AFTER_HAN.sub(lambda sign: sign[0].translate(_WIDE), text)
    return _BEFORE_HAN.sub(lambda sign: sign[0].translate(_WIDE), text)
