"""Converts Rich Text Format to pieces, token by token."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from gaohang_viewer.loading.limits import TooLarge
from gaohang_viewer.loading.rich_text import BREAK, Span, lines_of
from gaohang_viewer.loading.rtf.paragraphs import Paragraphs, Style
from gaohang_viewer.loading.rtf.syntax import CHARACTERS, CHARSETS, LEFT_OUT, SHOWN, SYMBOLS, TOKEN, codec
from gaohang_viewer.loading.scripts import Script
from gaohang_viewer.report.draft import Draft, PieceRole
from gaohang_viewer.report.model import ProblemKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from gaohang_viewer.loading.rich_text import Spans

_MOST_DEPTH = 1_000  # groups in each other
_LONGEST_NAME = 200  # characters of a style's name and of a number
_TOKENS_PER_PROGRESS = 1 << 16
_HEADING = re.compile(r"(?:heading|标题)\s*([1-9])$", re.IGNORECASE)
_TITLES = {"title": PieceRole.TITLE, "标题": PieceRole.TITLE, "subtitle": PieceRole.SUBTITLE}


class _State(NamedTuple):
    """What a group passes on to those in it, and takes back at its end."""

    format: Span = Span("")
    hidden: bool = False
    skip: bool = False  # the content of the group is left out
    target: str = ""  # "stylesheet", "listtext", "footnote" or "annotation"
    fallback: int = 1  # characters after \u that stand for it
    encoding: str = "cp1252"
    starred: bool = False


def read_rtf(data: bytes, name: str, on_progress: Callable[[float], None]) -> Draft:
    """Reads an RTF file as a draft; `name` is its title if it has none.

    Lines count the paragraphs. `on_progress` is called with the share that is done, 0 to 1, and may raise to
    cancel. Raises `TooLarge`; pictures, comments and hidden text are returned as problems.
    """
    reader = _Reader()
    at = number = 0
    while token := TOKEN.match(data, at):
        at = token.end()
        if token[1] == b"bin":  # raw bytes of a picture follow
            at += max(0, int(token[2] or 0))
            continue
        reader.read(token)
        number += 1
        if number % _TOKENS_PER_PROGRESS == 0:
            on_progress(at / len(data))
    read = reader.end()
    on_progress(1.0)
    return Draft(tuple(read.pieces), name, problems=tuple(read.problems), kind="rich-text")


class _Reader:
    def __init__(self) -> None:
        self._out = Paragraphs()
        self._state = _State()
        self._groups: list[_State] = []
        self._bytes = bytearray()  # not yet decoded
        self._to_skip = 0  # characters that stand for a Unicode one
        self._spans: Spans = []
        self._label = ""
        self._style, self._level = 0, 0  # of the paragraph; 0 is none
        self._styles: dict[int, Style] = {}
        self._style_no, self._style_level, self._style_name = 0, 0, ""
        self._fonts: dict[int, str] = {}
        self._font = -1  # that the table of fonts describes
        self._encoding = "cp1252"
        self._in_table = False
        self._high = ""  # the first half of a surrogate pair
        self._comment: list[str] = []
        self._notes: list[tuple[str, str]] = []  # of the current paragraph: their signs and texts
        self._note_count = 0
        self._note: list[str] = []

    def read(self, token: re.Match[bytes]) -> None:
        """Reads one token."""
        word, number, code, symbol, brace, text = token.groups()
        if code is not None:
            if self._to_skip:
                self._to_skip -= 1
            else:
                self._bytes.append(int(code, 16))
            return
        if text is not None:
            skipped = min(self._to_skip, len(text))
            self._to_skip -= skipped
            self._bytes += text[skipped:]
            return
        if word is None and symbol is None and brace is None:
            return
        self._flush()
        self._to_skip = 0
        if brace == b"{":
            self._groups.append(self._state)
            if len(self._groups) > _MOST_DEPTH:
                raise TooLarge("nested too deeply")
            self._state = self._state._replace(starred=False)
        elif brace:
            self._close()
        elif symbol == b"*":
            self._state = self._state._replace(starred=True)
        elif symbol is not None:
            self._put(SYMBOLS.get(symbol, ""))
        elif word is not None:
            self._word(word.decode("ascii"), int(number) if number else None)
            if self._state.starred:
                self._state = self._state._replace(starred=False)

    def end(self) -> Paragraphs:
        """Ends the last paragraph and table; returns what was read."""
        self._flush()
        self._paragraph()
        self._out.end_table()
        return self._out

    # --- text ------------------------------------------------------------------------------------------

    def _flush(self) -> None:
        """Decodes the bytes so far."""
        if self._bytes:
            data, self._bytes = bytes(self._bytes), bytearray()
            self._put(data.decode(self._state.encoding, "replace"))

    def _put(self, text: str) -> None:
        state = self._state
        if state.target == "fonttbl" or (state.skip and state.target != "stylesheet") or not text:
            return
        if state.target == "stylesheet":
            self._style_name = (self._style_name + text)[:_LONGEST_NAME]
        elif state.target == "listtext":
            self._label = (self._label + text)[:_LONGEST_NAME]
        elif state.target == "footnote":
            self._note.append(text)
        elif state.target == "annotation":
            self._comment.append(text)
        elif state.hidden:
            if text.strip():
                self._out.report(ProblemKind.HIDDEN, text.strip())
        else:
            self._spans.append(state.format._replace(text=text))

    def _unicode(self, number: int) -> None:
        code = number + 65_536 if number < 0 else number
        self._to_skip = self._state.fallback
        if 0xD800 <= code < 0xDC00:
            self._high = chr(code)
        elif 0xDC00 <= code < 0xE000:
            pair = (self._high + chr(code)).encode("utf-16-le", "surrogatepass")
            self._high = ""
            self._put(pair.decode("utf-16-le", "replace"))
        elif 0 < code < 0x110000:
            self._put(chr(code))

    # --- groups and words ------------------------------------------------------------------------------

    def _close(self) -> None:
        ended = self._state
        self._state = self._groups.pop() if self._groups else _State()
        if ended.target == self._state.target:
            if ended.target == "stylesheet":
                self._add_style()
            return
        if ended.target == "annotation":
            if comment := "".join(self._comment).strip():
                self._out.report(ProblemKind.COMMENT, comment)
            self._comment = []
        elif ended.target == "footnote":
            self._note_count += 1
            sign = f"〔{self._note_count}〕"
            self._notes.append((sign, " ".join("".join(self._note).split())))
            self._note = []
            self._put(sign)

    def _add_style(self) -> None:
        name = self._style_name.strip().rstrip(";").strip()
        heading = _HEADING.match(name)
        level = self._style_level or (int(heading[1]) if heading else 0)
        if title := _TITLES.get(name.lower()):
            self._styles[self._style_no] = Style(title)
        elif level:
            self._styles[self._style_no] = Style(PieceRole.HEADING, level)
        elif name.lower().startswith(("toc ", "目录 ")):
            self._styles[self._style_no] = Style(PieceRole.CONTENTS)
        self._style_no, self._style_level, self._style_name = 0, 0, ""

    def _word(self, word: str, number: int | None) -> None:
        state = self._state
        if word == "u" and number is not None:
            self._unicode(number)
        elif word == "fonttbl":
            self._state = state._replace(skip=True, target="fonttbl")
        elif word in ("stylesheet", "listtext", "footnote", "annotation"):
            self._state = state._replace(target=word, skip=word == "stylesheet", format=Span(""))
        elif word == "shptxt":  # a text box, which has its own paragraphs
            self._paragraph()
            self._state = state._replace(skip=False, target="")
        elif word in LEFT_OUT or (state.starred and word not in SHOWN):
            if word == "pict" and not state.skip:
                self._out.report(ProblemKind.NOT_SHOWN, "pict")
            self._state = state._replace(skip=True)
        elif word in CHARACTERS:
            self._put(CHARACTERS[word])
        elif state.target in ("fonttbl", "stylesheet"):
            self._define(word, number or 0)
        elif not state.skip:
            self._format(word, number)
            if not state.target:
                self._break(word, number)

    def _define(self, word: str, number: int) -> None:
        """Reads a font or a style in its table."""
        if self._state.target == "fonttbl":
            if word == "f":
                self._font = number
            elif word == "fcharset" and number in CHARSETS:
                self._fonts[self._font] = CHARSETS[number]
        elif word == "s":
            self._style_no = number
        elif word == "outlinelevel":
            self._style_level = number + 1

    def _format(self, word: str, number: int | None) -> None:
        state, on = self._state, number != 0
        form = state.format
        match word:
            case "plain":
                state = state._replace(format=Span(""), hidden=False, encoding=self._encoding)
            case "b":
                state = state._replace(format=form._replace(bold=on))
            case "i":
                state = state._replace(format=form._replace(italic=on))
            case "strike" | "striked":
                state = state._replace(format=form._replace(struck=on))
            case "super" | "sub" | "nosupersub":
                script = {"super": Script.SUPER, "sub": Script.SUB}.get(word, Script.BASE)
                state = state._replace(format=form._replace(script=script if on else Script.BASE))
            case "v":
                state = state._replace(hidden=on)
            case "deleted":
                state = state._replace(skip=on)
            case "uc":
                state = state._replace(fallback=min(max(number or 0, 0), 9))
            case "f":
                state = state._replace(encoding=self._fonts.get(number or 0, self._encoding))
            case "ansicpg" if len(self._groups) <= 1:
                self._encoding = codec(number or 1252)
                state = state._replace(encoding=self._encoding)
                self._groups = [group._replace(encoding=self._encoding) for group in self._groups]
            case _:
                return
        self._state = state

    def _break(self, word: str, number: int | None) -> None:
        match word:
            case "par" | "sect" | "page":
                self._paragraph()
            case "line":
                self._spans.append(BREAK)
            case "pard":
                self._style = self._level = 0
                self._in_table = False
            case "s":
                self._style = number or 0
            case "outlinelevel":
                self._level = (number or 0) % 9 + 1 if number != 9 else 0
            case "intbl":
                self._in_table = True
            case "cell":
                self._in_table = True
                self._paragraph()
                self._out.end_cell()
            case "nestcell":  # a table within a cell is its text
                self._paragraph()
            case "row":
                self._out.end_row()
            case _:
                pass

    # --- paragraphs ------------------------------------------------------------------------------------

    def _paragraph(self) -> None:
        """Ends the current paragraph."""
        spans, self._spans = self._spans, []
        label, self._label = self._label, ""
        bullet = len(label.strip()) == 1 and not label.strip().isalnum()
        number = " ".join(label.split())
        if number and not bullet and spans:
            wide = number[-1] in "、）．，。："
            spans = [Span(number if wide else number + " "), *spans]
        lines = lines_of(spans)
        if self._in_table:
            self._out.add_to_cell(lines)
        else:
            style = self._styles.get(self._style, Style())
            if self._level and style.role is PieceRole.TEXT:
                style = Style(PieceRole.HEADING, self._level)
            self._out.add(lines, style, self._notes, bullet=bullet)
            self._notes = []
        self._out.line_no += 1
