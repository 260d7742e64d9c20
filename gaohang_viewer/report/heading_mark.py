"""Reads the printed number (层次序数) in front of a headline: 第一章 一、 （一） 1. （1） ①."""

from __future__ import annotations

import re
from enum import IntEnum
from typing import NamedTuple


class MarkStyle(IntEnum):
    """The kinds of mark, highest first: those of books, then of GB/T 9704-2012, clause 7.3.3, then ①."""

    VOLUME = 1  # 第一篇, 第一编, 第一部分
    CHAPTER = 2  # 第一章
    SECTION = 3  # 第一节
    HAN = 4  # 一、
    HAN_BRACKETED = 5  # （一） ㈠
    ARABIC = 6  # 1.
    DOTTED = 7  # 1.1
    DOTTED_TWICE = 8  # 1.1.1
    ARABIC_BRACKETED = 9  # （1） 1）
    CIRCLED = 10  # ①
    ORDINAL = 11  # 第一，
    COUNTED = 12  # 一是


class Mark(NamedTuple):
    """A printed number: its kind, its value, and how many characters come before the title.

    `sure` is False for a mark that only its neighbours can confirm, such as "一 2024年" or "2.10大园区".
    """

    style: MarkStyle
    number: int
    length: int
    sure: bool = True


_DIGITS = {sign: value for value, sign in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2, "○": 0}
_HAN = "[一二三四五六七八九十百零〇]{1,5}"
_SIGNS = frozenset("㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛")
_FIRST = _SIGNS | frozenset("第一二三四五六七八九十百（(〔0123456789０１２３４５６７８９")

_LONGEST_BARE = 7  # characters of （二十一）
_LOST = r"(?:[?？]+(?=[\u4e00-\u9fff]))?"  # a space that became a question mark

# Strings, which `re` compiles when they are first used: a report has few kinds of mark.
_BOOK = rf"第\s*({_HAN}|\d{{1,3}})\s*(部分|[篇编卷章节])[\s、：:，,.．]*"
_ORDINAL = rf"第({_HAN})[，,、：:]\s*"
_HAN_MARK = rf"({_HAN})(?:\s*[、.．]|([，,：:]|[\s]+(?=\S)))\s*"
_COUNTED = rf"({_HAN})(?:是|要)(?!否)"
_BRACKETED = rf"[（(〔]\s*({_HAN}|\d{{1,3}})\s*[)）〕][、.．,，：:]?\s*"
_CLOSED = rf"(\d{{1,3}}|{_HAN})[)）]\s*"  # 1）, and 二） that lost its first half
_ARABIC = rf"(\d{{1,3}})\s*(?:[、．.](?!\d)|([.．](?=\d[\d.．]*[^\d.．\s]))|([，,](?!\d)))\s*{_LOST}"
_SPACED = r"(\d{1,2})((?:[.．]\d{1,2}){0,2})\s+(?=[\u4e00-\u9fff])"  # 1 总则, 1.1 目的
_SIGN = r"(.)[、.．]?\s*"
_FIGURE = r"\d+[.．]\d+(?:\s*[%％‰万亿千百余多个元倍公里米吨天时分]|[.．]\d)"  # 2.5亿元, 1.2.3
_SIGN_STYLES = ((MarkStyle.HAN_BRACKETED, "㈠"), (MarkStyle.ARABIC, "⒈"), (MarkStyle.CIRCLED, "①"))
_BOOK_STYLES = {"章": MarkStyle.CHAPTER, "节": MarkStyle.SECTION}


def read_mark(text: str) -> Mark | None:
    """Returns the mark at the start of a line without leading white space, if text follows the mark."""
    if text[0] not in _FIRST:
        return None
    mark = _read(text)
    return mark if mark is not None and mark.length < len(text) else None


def read_bare_mark(text: str) -> Mark | None:
    """The mark that a line is, if it is （一）, 一、 or 一 and nothing more."""
    if text[0] not in _FIRST or len(text) > _LONGEST_BARE:
        return None
    if all(sign in _DIGITS or sign in "十百" for sign in text):
        return Mark(MarkStyle.HAN, number(text), len(text), sure=False)
    mark = _read(text)
    bare = mark is not None and mark.style in (MarkStyle.HAN, MarkStyle.HAN_BRACKETED)
    return mark if mark is not None and bare and mark.length == len(text) else None


def _read(text: str) -> Mark | None:
    first = text[0]
    if first == "第":
        if match := re.match(_BOOK, text):
            return Mark(_BOOK_STYLES.get(match[2], MarkStyle.VOLUME), number(match[1]), match.end())
        if match := re.match(_ORDINAL, text):
            return Mark(MarkStyle.ORDINAL, number(match[1]), match.end())
        return None
    if first in "（(〔":
        if match := re.match(_BRACKETED, text):
            style = MarkStyle.ARABIC_BRACKETED if match[1][0].isdigit() else MarkStyle.HAN_BRACKETED
            return Mark(style, number(match[1]), match.end())
        return None
    if first in _SIGNS and (match := re.match(_SIGN, text)):
        style, one = next(sign for sign in _SIGN_STYLES if sign[1] <= match[1])
        return Mark(style, ord(match[1]) - ord(one) + 1, match.end())
    if first.isdigit():
        return _read_arabic(text)
    if match := re.match(_CLOSED, text):
        return Mark(MarkStyle.HAN_BRACKETED, number(match[1]), match.end(), sure=False)
    if match := re.match(_HAN_MARK, text):
        return Mark(MarkStyle.HAN, number(match[1]), match.end(), match[2] is None)
    if match := re.match(_COUNTED, text):
        return Mark(MarkStyle.COUNTED, number(match[1]), match.end())
    return None


def _read_arabic(text: str) -> Mark | None:
    if match := re.match(_CLOSED, text):
        return Mark(MarkStyle.ARABIC_BRACKETED, int(match[1]), match.end())
    if match := re.match(_SPACED, text):
        parts = re.split("[.．]", match[1] + match[2])
        style = (MarkStyle.ARABIC, MarkStyle.DOTTED, MarkStyle.DOTTED_TWICE)[len(parts) - 1]
        return Mark(style, int(parts[-1]), match.end(), sure=False)
    if (match := re.match(_ARABIC, text)) is None or (match[2] and re.match(_FIGURE, text)):
        return None
    return Mark(MarkStyle.ARABIC, int(match[1]), match.end(), not match[2] and not match[3])


def number(text: str) -> int:
    """Returns the value of a number below 1,000: in Chinese (三十七, 二〇) or in digits of any width."""
    if text.isdigit() and text.isdecimal():
        return int(text)
    total = digit = 0
    for sign in text:
        if sign == "十":
            total += (digit or 1) * 10
            digit = 0
        elif sign == "百":
            total += (digit or 1) * 100
            digit = 0
        else:
            digit = digit * 10 + _DIGITS[sign] if sign in "零〇" or not total else _DIGITS[sign]
    return total + digit


def split_mark(headline: str) -> tuple[str, str]:
    """Splits a headline into its printed mark, with the white space after it, and its title."""
    mark = read_mark(headline) if headline else None
    if mark is None or mark.style is MarkStyle.COUNTED:
        return "", headline
    return headline[: mark.length], headline[mark.length :]
