"""Parses printed numbers: 23.9亿, 12 345, 三百五十, 1亿2000万, 叁佰万, 十几, 10⁸."""

from __future__ import annotations

import re

# Every repetition is bounded, so that a search takes time in proportion to the text, whatever it holds.
_DIGIT = "[0-9０-９]"
_SEPARATED = rf"{_DIGIT}{{1,3}}(?:[,， \u00a0\u2009\u202f]{_DIGIT}{{3}}){{1,5}}"
_POWER = "[⁰¹²³⁴-⁹]{1,2}"
ARABIC = (
    rf"(?:{_SEPARATED}(?!{_DIGIT})|{_DIGIT}{{1,18}})(?:[.．]{_DIGIT}{{1,9}})?"
    rf"(?:[×xX]10{_POWER}|(?<=10){_POWER})?"
)
SCALE = r"(?:[多余几]?(?:[十百万亿]|千(?![瓦克米卡伏])){1,3}){1,2}"
HAN = "[一二两三四五六七八九十百千万亿零〇壹贰叁肆伍陆柒捌玖拾佰仟]"
GAP = r"[ \u3000\u00a0]?"
NUMBER = rf"{ARABIC}(?:{GAP}{SCALE}(?:{ARABIC}[十百千万亿]{{1,2}})?)?"
"""A pattern of numbers in digits with their scale: 12 345, 1.2万亿, 1亿2000万, 3.4×10⁸."""

_FORMAL = dict(zip("壹贰叁肆伍陆柒捌玖拾佰仟", "一二三四五六七八九十百千", strict=True))
_PLAIN = str.maketrans(
    {
        **dict(zip("０１２３４５６７８９．", "0123456789.", strict=True)),
        **dict.fromkeys(",， \u3000\u00a0\u2009\u202f"),
        **_FORMAL,
    }
)
_POWERS = re.compile(rf"(?:[×xX]|)10({_POWER})")
_EXPONENT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_PIECE = re.compile("[0-9.]+|点[零〇一二三四五六七八九]+|.")

DIGITS = {**{han: value for value, han in enumerate("零一二三四五六七八九")}, "〇": 0, "两": 2}
SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}


def number(printed: str) -> float:
    """Returns the value of a number in digits, in characters or both; ignores other signs."""
    printed = printed.translate(_PLAIN)
    if power := _POWERS.search(printed):
        factor = 10.0 ** int(power[1].translate(_EXPONENT))
        printed = printed[: power.start()] + printed[power.end() :]
        return factor * (number(printed) if printed[:1].isdigit() else 1)
    total = section = 0.0
    digit: float | None = None
    for piece in _PIECE.findall(printed):
        if piece[0] in "0123456789.":
            digit = float(piece.strip(".") or 0)
        elif piece in DIGITS:
            digit = (digit or 0) * 10 * (digit is not None) + DIGITS[piece]
        elif piece[0] == "点":
            digit = (digit or 0) + _decimals(piece)
        elif piece in "十百千":
            section += (1 if digit is None else digit) * SCALES[piece]
            digit = None
        elif piece == "万":
            total += (section + (digit or 0) or 1) * 10_000
            section, digit = 0.0, None
        elif piece == "亿":
            total = (total + section + (digit or 0) or 1) * 100_000_000
            section, digit = 0.0, None
    return round(total + section + (digit or 0), 6)


def _decimals(piece: str) -> float:
    """Returns the fraction that 点 begins: 0.5 of 点五."""
    return float("0." + "".join(str(DIGITS[han]) for han in piece[1:])) if len(piece) > 1 else 0.0
