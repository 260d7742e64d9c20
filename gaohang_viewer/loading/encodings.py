"""Bytes become text: finds the encoding of a Chinese text and takes out what no reader can see."""

from __future__ import annotations

import codecs
import re
from collections import Counter
from functools import lru_cache
from typing import NamedTuple

from gaohang_viewer.loading.radicals import with_ordinary_characters
from gaohang_viewer.report.model import Problem, ProblemKind

# The names that `decode` takes and gives, which a user may choose from.
ENCODINGS = (
    "utf-8",
    "gb18030",
    "big5-hkscs",
    "utf-16-le",
    "utf-16-be",
    "utf-32-le",
    "utf-32-be",
)

# Byte order marks, the longer first: that of UTF-32 begins like that of UTF-16.
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

_SAMPLE = 1 << 16  # bytes that an encoding is judged by
_LEAST = 0.2  # what text scores at least; random bytes score about 0
_FEW = 20  # characters beyond ASCII; an encoding guessed from fewer is told
_MOST_TOLD = 20  # lines that are told one by one

_HIGH = rb"[\x80-\xff]"
_UNSEEN = (
    "\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ufffe\uffff"
)
_SOFT_ENDS = "\v\u2028\u2029"  # end a line within a paragraph, and count for none
_PRIVATE = "\ue000-\uf8ff\U000f0000-\U0010ffff"
_ODD = re.compile(f"[{_UNSEEN}{_SOFT_ENDS}\f{_PRIVATE}\u200d\u2e80-\u2fd5]")
# A joiner between two emoji makes them one
_TAKEN_OUT = f"[{_UNSEEN}]|\u200d(?![\u2600-\u27bf\U0001f000-\U0001faff])"


SOFT_END = "\v"  # Shift+Enter of Word


class NotText(Exception):
    """The bytes are no text in any encoding that is known here."""


class Decoded(NamedTuple):
    """A text with its lines ended by "\\n", the encoding that it was in, and what was wrong with it.

    The `text` of CONTROL and PRIVATE_USE is how many characters there were in the line; after twenty
    lines, one problem counts those of all the others. That of ENCODING is the name of the encoding.
    """

    text: str
    encoding: str
    problems: tuple[Problem, ...]


def decode(data: bytes, encoding: str = "", hint: str = "") -> Decoded:
    """The text of some bytes, in the encoding that the user chose or in the one that is found.

    A byte order mark decides, then whether the bytes are UTF-8, then which encoding gives the most common
    Chinese characters; `hint` decides a tie. Bytes that are no text become U+FFFD. Names that are none of
    `ENCODINGS` count as none. Raises `NotText`, but not where the user chose.
    """
    end = len(data.rstrip(b"\0"))
    end = min(len(data), end + -end % 4)  # the last character in UTF-16 or UTF-32 may end in zeros
    problems: list[Problem] = []
    chosen = encoding.lower() in ENCODINGS
    if chosen:
        name = encoding.lower()
        text = _read(data[:end], name)
    else:
        text, name, problems = _found(data[:end], hint.lower())
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    bad = text.count("\ufffd")
    if bad:
        problems.append(Problem(ProblemKind.BAD_BYTES, text.count("\n", 0, text.index("\ufffd")) + 1, ""))
    if end < len(data):  # a disk that failed leaves zeros for what was not written
        problems.append(Problem(ProblemKind.CONTROL, text.count("\n") + 1, str(len(data) - end)))
    before = len(text)
    if _ODD.search(text):
        text = _tidied(text, problems)
    if not chosen and text.strip("\ufffd \n") and (bad - 4 + before - len(text)) * 8 > before:
        raise NotText
    return Decoded(text, name, tuple(problems))


# --- which encoding --------------------------------------------------------------------------------------


def _found(data: bytes, hint: str) -> tuple[str, str, list[Problem]]:
    """The text, the encoding that was found for it, and a problem if it was found from little."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            text = _read(data, name)
            if text and _score(text[:_SAMPLE]) <= 0:
                raise NotText
            return text, name, []
    if b"\0" not in data[:_SAMPLE]:  # with zeros in it, UTF-16 of Latin letters would pass for UTF-8
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
    """Where a sample scores highest: the score, the encoding, the bytes cut off, the sample as text."""
    first = re.search(_HIGH, data)
    # From the first byte that tells anything; a multiple of four keeps UTF-16 and UTF-32 in step
    start = first.start() & ~3 if first is not None else 0
    part = data[start : start + _SAMPLE]
    best = (-9.0, "", 0, "")
    for name in sorted(ENCODINGS, key=lambda name: name != hint):
        if name.startswith("utf-32") and b"\0" not in part:
            continue
        # In these, all that follows is out of step when the first character was cut, wherever that is
        tries = _WIDTHS.get(name, 2) if not start or name.startswith(_WIDE) else 1
        for cut in range(tries):
            text = _read(part, name, cut, final=False)
            score = _score(text)
            if score > best[0]:
                best = (score, name, cut, text)
    return best


def _read(data: bytes, name: str, cut: int = 0, *, final: bool = True) -> str:
    """The bytes as text without their mark, U+FFFD for what is none.

    `cut` bytes at the start are the rest of a character; unless `final`, a part of one at the end is no
    fault.
    """
    mark = next((mark for mark, marked in _MARKS if marked == name), b"")
    data = data[cut:].removeprefix(mark)
    lost = "\ufffd" if cut else ""
    text = lost + codecs.getincrementaldecoder(name)("replace").decode(data, final)
    return text.translate(_STANDARD) if name == "gb18030" and re.search(f"[{_PRIVATE}]", text) else text


# What Python's gb18030, of the year 2000, gives as private use and the Unicode standard has since: the
# full-width space that old programs wrote (WHATWG Encoding Standard, index gb18030), and the vertical
# punctuation and components of GB 18030-2022.
_STANDARD = dict(
    zip(
        (0xE5E5, *range(0xE78D, 0xE797), 0xE81E, 0xE826, 0xE82B, 0xE82C, 0xE832, 0xE843, 0xE854, 0xE864),
        (0x3000, 0xFE10, 0xFE12, 0xFE11, *range(0xFE13, 0xFE1A), *range(0x9FB4, 0x9FBC)),
        strict=True,
    )
)

# --- how much a text looks like Chinese ------------------------------------------------------------------

# The most frequent characters of reports, simplified and traditional: a third of all that is written.
_FREQUENT = (
    "的业和建国发大全展化工进中新一实设产人加力民政市会生作推动制区地成高年城经增强主在体重行等改社务保提开持资有个以为理农"
    "合能家要治项上创济平现基面不党是施公企入用革长目水点完坚度快好定造机出代文共省服对深村三法方了规系各心我万级管义量质育到"
    "本技品府五部事安步分十学升同性善程领划优科战支场效商元总环投续路利活立标第通态导关统时金域决计教放源整结范亿县位群落争防"
    "業國發進實設產會動製區經強體務開資個為農項創濟現黨長點堅機對規萬級義質學領劃優戰場總環續標態導關統時決計結範億縣爭鄉穩構"
)
_STOPS = "，。、：；！？“”‘’（）《》〈〉【】〔〕—…·％\u3000"


@lru_cache(maxsize=1)
def _weights() -> dict[str, float]:
    """How much a character speaks for an encoding: the common Han of GB 2312 and Big5 (first levels)."""
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
    """How much a text looks like Chinese, from -1 to 1."""
    weights = _weights()
    total = 0.0
    for sign, count in Counter(text).items():
        weight = weights.get(sign)
        if weight is None:  # letters of other scripts and rare Han say nothing, other signs little
            weight = (0.0 if sign.isalpha() else -0.3) if sign.isprintable() else -1.0
        total += weight * count
    return total / len(text) if text else 0.0


# --- what no reader can see ------------------------------------------------------------------------------


def _tidied(text: str, problems: list[Problem]) -> str:
    """The text without control and zero-width characters; tells the lines that had any."""
    text = with_ordinary_characters(text.replace("\f", " "))
    text = text.replace("\u2028", SOFT_END).replace("\u2029", SOFT_END)
    for kind, signs in ((ProblemKind.CONTROL, _TAKEN_OUT), (ProblemKind.PRIVATE_USE, f"[{_PRIVATE}]")):
        lines: Counter[int] = Counter()
        line_no, at = 1, 0
        for found in re.finditer(signs, text):
            line_no += text.count("\n", at, found.start())
            at = found.start()
            lines[line_no] += 1
        told = list(lines.items())
        problems += [Problem(kind, line, str(count)) for line, count in told[:_MOST_TOLD]]
        if rest := told[_MOST_TOLD:]:
            problems.append(Problem(kind, rest[0][0], str(sum(count for _, count in rest))))
    return re.sub(_TAKEN_OUT, "", text)


def without_unseen(text: str) -> str:
    """The text without control and zero-width characters, as entities may have brought in."""
    if not _ODD.search(text):
        return text
    text = re.sub(f"[{_SOFT_ENDS}\f]", " ", with_ordinary_characters(text))
    return re.sub(_TAKEN_OUT, "", text)
