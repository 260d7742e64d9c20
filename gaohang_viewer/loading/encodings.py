"""Decodes text: detects the encoding of Chinese text and removes invisible characters."""

from __future__ import annotations

import codecs
import re
from collections import Counter
from functools import lru_cache
from typing import NamedTuple

from gaohang_viewer.loading.radicals import with_ordinary_characters
from gaohang_viewer.report.model import Problem, ProblemKind

# The names that `decode` accepts and returns, from which users may choose
ENCODINGS = (
    "utf-8",
    "gb18030",
    "big5-hkscs",
    "utf-16-le",
    "utf-16-be",
    "utf-32-le",
    "utf-32-be",
)

# Byte order marks, the longer first: that of UTF-32 begins like that of UTF-16
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_WIDTHS = {"utf-8": 4, "utf-32-le": 4, "utf-32-be": 4}  # bytes of the widest common character; else 2
_WIDE = ("utf-16", "utf-32")

_SAMPLE = 1 << 16  # bytes from which an encoding is detected
_LEAST = 0.2  # the lowest score of text; random bytes score about 0
_FEW = 20  # non-ASCII characters; an encoding detected from fewer is reported as a problem
_MOST_REPORTED = 20  # lines that are reported one by one

_HIGH = rb"[\x80-\xff]"
_INVISIBLE = (
    "\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ufffe\uffff"
)
_SOFT_ENDS = "\v\u2028\u2029"  # end a line within a paragraph, and count for none
_PRIVATE = "\ue000-\uf8ff\U000f0000-\U0010ffff"
_ODD = re.compile(f"[{_INVISIBLE}{_SOFT_ENDS}\f{_PRIVATE}\u200d\u2e80-\u2fd5]")
# A zero-width joiner between two emoji is kept
_REMOVED = f"[{_INVISIBLE}]|\u200d(?![\u2600-\u27bf\U0001f000-\U0001faff])"


SOFT_END = "\v"  # Shift+Enter of Word


class NotText(Exception):
    """The bytes are not text in any supported encoding."""


class Decoded(NamedTuple):
    """A text with "\\n" line endings, the encoding that it was in, and its problems.

    The `text` of CONTROL and PRIVATE_USE is the number of such characters in the line; after twenty lines one
    problem counts those of all others. The `text` of ENCODING is the name of the encoding.
    """

    text: str
    encoding: str
    problems: tuple[Problem, ...]


def decode(data: bytes, encoding: str = "", hint: str = "") -> Decoded:
    """Decodes bytes in an encoding chosen by the user, one of `ENCODINGS`, or in the detected one.

    A byte order mark decides, then whether the bytes are valid UTF-8, then which encoding gives the most
    common Chinese characters; `hint` decides a tie. Invalid bytes become U+FFFD. Unknown names in `encoding`
    and `hint` are ignored. Raises `NotText`, unless the user chose the encoding.
    """
    end = len(data.rstrip(b"\0"))
    end = min(len(data), end + -end % 4)  # the last character in UTF-16 or UTF-32 may end with zeros
    problems: list[Problem] = []
    chosen = encoding.lower() in ENCODINGS
    if chosen:
        name = encoding.lower()
        text = _read(data[:end], name)
    else:
        text, name, problems = _detected(data[:end], hint.lower())
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    bad = text.count("\ufffd")
    if bad:
        problems.append(Problem(ProblemKind.BAD_BYTES, text.count("\n", 0, text.index("\ufffd")) + 1, ""))
    if end < len(data):  # an interrupted write leaves zeros at the end
        problems.append(Problem(ProblemKind.CONTROL, text.count("\n") + 1, str(len(data) - end)))
    before = len(text)
    if _ODD.search(text):
        text = _tidied(text, problems)
    if not chosen and text.strip("\ufffd \n") and (bad - 4 + before - len(text)) * 8 > before:
        raise NotText
    return Decoded(text, name, tuple(problems))


# --- detection -------------------------------------------------------------------------------------------


def _detected(data: bytes, hint: str) -> tuple[str, str, list[Problem]]:
    """Returns the text, its detected encoding, and a problem if that was detected from little text."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            text = _read(data, name)
            if text and _score(text[:_SAMPLE]) <= 0:
                raise NotText
            return text, name, []
    if b"\0" not in data[:_SAMPLE]:  # with zeros, UTF-16 of Latin letters would be valid UTF-8
        try:
            return data.decode(), "utf-8", []
        except UnicodeDecodeError as error:
            cut_short = error.end == len(data) and error.reason == "unexpected end of data"
            if cut_short and not data[: error.start].isascii():
                return data.decode(errors="replace"), "utf-8", []
            if mixed := _mixed(data, error.start, hint):
                return mixed
    score, name, cut, sample = _best(data, hint)
    if score < _LEAST and "\ufffd" in sample.strip("\ufffd"):
        raise NotText
    few = name != "utf-8" and len(sample) - len(sample.encode("ascii", "ignore")) < _FEW
    return _read(data, name, cut), name, [Problem(ProblemKind.ENCODING, 1, name)] if few else []


def _mixed(data: bytes, wrong: int, hint: str) -> tuple[str, str, list[Problem]] | None:
    """A text in UTF-8 with a tail in another encoding, `wrong` its first byte that is no UTF-8; else None."""
    head = data[: data.rfind(b"\n", 0, wrong) + 1].decode()
    if sum("\u4e00" <= sign <= "\u9fff" for sign in head[:_SAMPLE]) < _FEW or _score(head[:_SAMPLE]) < _LEAST:
        return None  # other encodings give UTF-8 by chance only for a few characters
    tail = data[len(head.encode()) :]
    score, name, cut, _ = _best(tail, hint)
    if score < _LEAST:
        name, cut = "utf-8", 0
    problems = [] if name == "utf-8" else [Problem(ProblemKind.ENCODING, head.count("\n") + 1, name)]
    return head + _read(tail, name, cut), "utf-8", problems


def _best(data: bytes, hint: str) -> tuple[float, str, int, str]:
    """Returns the highest score of a sample, with its encoding, the bytes cut off, and the decoded sample."""
    first = re.search(_HIGH, data)
    # From the first non-ASCII byte; a multiple of four keeps UTF-16 and UTF-32 aligned
    start = first.start() & ~3 if first is not None else 0
    part = data[start : start + _SAMPLE]
    best = (-9.0, "", 0, "")
    for name in sorted(ENCODINGS, key=lambda name: name != hint):
        if name.startswith("utf-32") and b"\0" not in part:
            continue
        # In these a sample that starts within a character is misread throughout
        tries = _WIDTHS.get(name, 2) if not start or name.startswith(_WIDE) else 1
        for cut in range(tries):
            text = _read(part, name, cut, final=False)
            score = _score(text)
            if score > best[0]:
                best = (score, name, cut, text)
    return best


def _read(data: bytes, name: str, cut: int = 0, *, final: bool = True) -> str:
    """Decodes bytes without their byte order mark; invalid ones become U+FFFD.

    `cut` bytes at the start are the rest of a character; unless `final`, an incomplete character at the end
    is ignored.
    """
    mark = next((mark for mark, marked in _MARKS if marked == name), b"")
    data = data[cut:].removeprefix(mark)
    lost = "\ufffd" if cut else ""
    text = lost + codecs.getincrementaldecoder(name)("replace").decode(data, final)
    return text.translate(_STANDARD) if name == "gb18030" and re.search(f"[{_PRIVATE}]", text) else text


# Python's gb18030 codec, of the edition of 2000, decodes these to private use, but Unicode has them now: the
# full-width space of old programs (WHATWG Encoding Standard, index gb18030), and the vertical punctuation and
# components of GB 18030-2022
_STANDARD = dict(
    zip(
        (0xE5E5, *range(0xE78D, 0xE797), 0xE81E, 0xE826, 0xE82B, 0xE82C, 0xE832, 0xE843, 0xE854, 0xE864),
        (0x3000, 0xFE10, 0xFE12, 0xFE11, *range(0xFE13, 0xFE1A), *range(0x9FB4, 0x9FBC)),
        strict=True,
    )
)

# --- likelihood of Chinese text --------------------------------------------------------------------------

# The most frequent characters of reports, simplified and traditional: a third of all text
_FREQUENT = (
    "的业和建国发大全展化工进中新一实设产人加力民政市会生作推动制区地成高年城经增强主在体重行等改社务保提开持资有个以为理农"
    "合能家要治项上创济平现基面不党是施公企入用革长目水点完坚度快好定造机出代文共省服对深村三法方了规系各心我万级管义量质育到"
    "本技品府五部事安步分十学升同性善程领划优科战支场效商元总环投续路利活立标第通态导关统时金域决计教放源整结范亿县位群落争防"
    "業國發進實設產會動製區經強體務開資個為農項創濟現黨長點堅機對規萬級義質學領劃優戰場總環續標態導關統時決計結範億縣爭鄉穩構"
)
_STOPS = "，。、：；！？“”‘’（）《》〈〉【】〔〕—…·％\u3000"


@lru_cache(maxsize=1)
def _weights() -> dict[str, float]:
    """Returns the weights of characters: high for common Han (the first levels of GB 2312 and Big5)."""
    low = [*range(0x40, 0x7F), *range(0xA1, 0xFF)]
    levels = (("gb2312", range(0xB0, 0xD8), low[63:]), ("big5", range(0xA4, 0xC7), low))
    weights: dict[str, float] = {}
    for codec, rows, cells in levels:
        signs = bytes(byte for row in rows for cell in cells for byte in (row, cell))
        weights |= dict.fromkeys(signs.decode(codec, "ignore"), 0.6)
    weights |= dict.fromkeys(map(chr, range(0xFF01, 0xFF5F)), 0.6)
    weights |= dict.fromkeys("\t\n\r" + "".join(map(chr, range(0x20, 0x7F))), 0.4)
    weights |= dict.fromkeys(_FREQUENT + _STOPS, 1.0)
    return weights | {"\ufffd": -1.0}


def _score(text: str) -> float:
    """Returns how likely a text is Chinese, from -1 to 1."""
    weights = _weights()
    total = 0.0
    for sign, count in Counter(text).items():
        weight = weights.get(sign)
        if weight is None:  # letters of other scripts and rare Han are neutral
            weight = (0.0 if sign.isalpha() else -0.3) if sign.isprintable() else -1.0
        total += weight * count
    return total / len(text) if text else 0.0


# --- invisible characters --------------------------------------------------------------------------------


def _tidied(text: str, problems: list[Problem]) -> str:
    """Removes control and zero-width characters; adds a problem for each line that had any."""
    text = with_ordinary_characters(text.replace("\f", " "))
    text = text.replace("\u2028", SOFT_END).replace("\u2029", SOFT_END)
    for kind, signs in ((ProblemKind.CONTROL, _REMOVED), (ProblemKind.PRIVATE_USE, f"[{_PRIVATE}]")):
        lines: Counter[int] = Counter()
        line_no, at = 1, 0
        for found in re.finditer(signs, text):
            line_no += text.count("\n", at, found.start())
            at = found.start()
            lines[line_no] += 1
        counts = list(lines.items())
        problems += [Problem(kind, line, str(count)) for line, count in counts[:_MOST_REPORTED]]
        if rest := counts[_MOST_REPORTED:]:
            problems.append(Problem(kind, rest[0][0], str(sum(count for _, count in rest))))
    return re.sub(_REMOVED, "", text)


def without_invisible(text: str) -> str:
    """Removes control and zero-width characters, which entities of a web page may contain."""
    if not _ODD.search(text):
        return text
    text = re.sub(f"[{_SOFT_ENDS}\f]", " ", with_ordinary_characters(text))
    return re.sub(_REMOVED, "", text)
