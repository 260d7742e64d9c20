"""Formats numbers as Word's automatic numbering does: 一, 壹, 甲, ①, XIV (ECMA-376-1, 17.18.59)."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, partial

_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl")),
    *((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_DIGITS = "〇一二三四五六七八九"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ENCLOSED = "".join(map(chr, (*range(0x2460, 0x2474), *range(0x3251, 0x3260), *range(0x32B1, 0x32C0))))


@lru_cache(maxsize=1024)
def format_number(number: int, style: str, custom: str = "") -> str:
    """Formats a number in a `w:numFmt`; `custom` is the pattern of a custom one, such as "001, 002, …".

    An unsupported format, or one without a form for this number, gives digits, as in Word.
    """
    if style == "custom":
        return str(number).zfill(len(custom.partition(",")[0]))
    writer = _FORMATS.get(style)
    return (writer(number) if writer else "") or ("" if style == "none" else str(number))


def _roman(number: int) -> str:
    out = ""
    for worth, sign in _ROMAN:
        out += sign * (number // worth)
        number %= worth
    return out


def _letters(number: int) -> str:
    """Formats 1 to 780 as a … z, aa, bb … (not ab)."""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1) if 0 < number <= 780 else ""


def _ordinal(number: int) -> str:
    teen = number // 10 % 10 == 1
    return str(number) + ("th" if teen else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th"))


def _one_of(signs: str, number: int) -> str:
    return signs[number - 1] if 0 < number <= len(signs) else ""


def _digits(signs: str, number: int) -> str:
    return "".join(signs[int(digit)] for digit in str(number))


def _counted(digits: str, units: str, number: int, *, short: bool = True) -> str:
    """Formats 1 to 9999 with units: 一百零一; `short` gives 十二 for 一十二."""
    if not 0 < number < 10_000:
        return ""
    out = ""
    gap = False
    for place, digit in zip(range(len(str(number)) - 1, -1, -1), map(int, str(number)), strict=True):
        if digit:
            one = short and digit == 1 and place == 1 and not out
            out += (
                (digits[0] if gap else "")
                + ("" if one else digits[digit])
                + (units[place - 1] if place else "")
            )
        gap = not digit and bool(out)
    return out


def _japanese(number: int) -> str:
    """Formats without a zero, and without a one before a unit: 百一."""
    plain = _counted("零" + _DIGITS[1:], "十百千", number).replace("零", "")
    for unit in "十百千":
        plain = plain.replace("一" + unit, unit)
    return plain


def _below_hundred(zero: str, number: int) -> str:
    """Formats with a unit up to 99, then as digits: 九十九, 一〇〇."""
    return _counted(_DIGITS, "十", number) if 0 < number < 100 else _digits(zero + _DIGITS[1:], number)


def _cycle(number: int) -> str:
    return _one_of(_STEMS, (number - 1) % 10 + 1) + _one_of(_BRANCHES, (number - 1) % 12 + 1)


def _wide(number: int) -> str:
    return _digits("０１２３４５６７８９", number)


_thousand = partial(_counted, "零" + _DIGITS[1:], "十百千")
_enclosed = partial(_one_of, _ENCLOSED)
_FORMATS: dict[str, Callable[[int], str]] = {
    "none": lambda _: "",
    "decimalZero": lambda number: f"{number:02}",
    "decimalFullWidth": _wide,
    "decimalFullWidth2": _wide,
    "decimalEnclosedCircle": _enclosed,
    "decimalEnclosedCircleChinese": _enclosed,
    "decimalEnclosedFullstop": partial(_one_of, "".join(map(chr, range(0x2488, 0x249C)))),
    "decimalEnclosedParen": partial(_one_of, "".join(map(chr, range(0x2474, 0x2488)))),
    "numberInDash": lambda number: f"- {number} -",
    "ordinal": _ordinal,
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "chineseCounting": partial(_below_hundred, "○"),
    "taiwaneseCounting": partial(_below_hundred, "○"),
    "chineseCountingThousand": _thousand,
    "taiwaneseCountingThousand": _thousand,
    "chineseLegalSimplified": partial(_counted, "零壹贰叁肆伍陆柒捌玖", "拾佰仟", short=False),
    "ideographLegalTraditional": partial(_counted, "零壹貳參肆伍陸柒捌玖", "拾佰仟", short=False),
    "japaneseLegal": partial(_counted, "零壱弐参四伍六七八九", "拾百阡", short=False),
    "japaneseCounting": _japanese,
    "japaneseDigitalTenThousand": partial(_digits, _DIGITS),
    "ideographDigital": partial(_digits, _DIGITS),
    "taiwaneseDigital": partial(_digits, "○" + _DIGITS[1:]),
    "ideographTraditional": partial(_one_of, _STEMS),
    "ideographZodiac": partial(_one_of, _BRANCHES),
    "ideographZodiacTraditional": _cycle,
    "ideographEnclosedCircle": partial(_one_of, "㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉"),
}
