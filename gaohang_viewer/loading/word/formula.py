"""Writes formulas (Office Math, ECMA-376-1, 22.1) in one line: (a+b)/2, x², √(y+1), ∑ᵢ₌₁ⁿ xᵢ."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from gaohang_viewer.loading.scripts import Script, scripted
from gaohang_viewer.loading.word.symbol_fonts import is_symbol_font, symbol
from gaohang_viewer.loading.word.xml import attribute, branch, child, full, holds_text, short

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lxml.etree import _Element as Element

# What needs no brackets before a power or beside a slash: a number, one letter, a word in Chinese
_ATOM = re.compile(r"[0-9]+(?:[.,][0-9]+)*%?|\w[\u0300-\u036f′]*|[\u4e00-\u9fff]+|[⁰-ₜ]*")
_WORD = re.compile(r"[A-Za-z]+|[\u4e00-\u9fff]+")
_OPENING, _CLOSING = "([{（【〔⟨⌊⌈", ")]}）】〕⟩⌋⌉"
_ROOTS = {"": "√", "2": "√", "3": "∛", "4": "∜"}
_LONGEST = 4_000  # characters of a formula


def linear(formula: Element) -> str:
    """Returns a formula (`m:oMath`) in one line, empty if it is too long; the parser limits its depth."""
    text = " ".join(_content(formula).split())
    return text if len(text) <= _LONGEST else ""


def _content(element: Element | None) -> str:
    """Returns the content of an element, one part after the other."""
    return "" if element is None else "".join(_each(element))[: _LONGEST + 1]


def _each(element: Element) -> Iterator[str]:
    for part in element:
        name = short(part)
        if write := _WRITERS.get(name):
            yield write(part)
        elif name == "mc:AlternateContent":
            yield _content(branch(part))
        elif holds_text(part) and not name.endswith("Pr"):
            yield _content(part)


def _text(element: Element) -> str:
    return element.text or ""


def _run(element: Element) -> str:
    """Returns the text of a run; one in a symbol font is mapped to Unicode."""
    font = attribute(child(element, "w:rPr", "w:rFonts"), "w:ascii")
    text = _content(element)
    return "".join(symbol(font, ord(sign)) or "" for sign in text) if is_symbol_font(font) else text


def _symbol(element: Element) -> str:
    try:
        return symbol(attribute(element, "w:font"), int(attribute(element, "w:char"), 16)) or "?"
    except ValueError:
        return ""


def _part(element: Element, name: str) -> str:
    return _content(child(element, name)).strip()


def _option(element: Element, properties: str, name: str, otherwise: str) -> str:
    """Returns the `m:val` of a property, which may be empty, else its default."""
    found = child(element, properties, name)
    return otherwise if found is None else attribute(found, "m:val")


def _is_on(element: Element, properties: str, name: str) -> bool:
    return _option(element, properties, name, "0") not in {"0", "off", "false"}


def _is_bracketed(text: str) -> bool:
    """Returns whether one pair of brackets is around all of a text."""
    depth = 0
    for at, sign in enumerate(text):
        depth += (sign in _OPENING) - (sign in _CLOSING)
        if depth <= 0:
            return at > 0 and at == len(text) - 1 and text[0] in _OPENING
    return False


def _grouped(text: str) -> str:
    """Returns a part of a formula, in brackets unless it holds together without them."""
    return text if _ATOM.fullmatch(text) or _is_bracketed(text) else f"({text})"


def _fraction(element: Element) -> str:
    over, under = _part(element, "m:num"), _part(element, "m:den")
    if _option(element, "m:fPr", "m:type", "bar") == "noBar":
        return f"({over} {under})"
    return f"{_grouped(over)}/{_grouped(under)}"


def _scripts(element: Element) -> str:
    base = _grouped(_part(element, "m:e"))
    return base + _lower(element) + _upper(element)


def _before(element: Element) -> str:
    return _lower(element) + _upper(element) + _grouped(_part(element, "m:e"))


def _lower(element: Element) -> str:
    return scripted(_part(element, "m:sub"), Script.SUB)


def _upper(element: Element) -> str:
    return scripted(_part(element, "m:sup"), Script.SUPER)


def _root(element: Element) -> str:
    degree = "" if _is_on(element, "m:radPr", "m:degHide") else _part(element, "m:deg")
    sign = _ROOTS.get(degree) or scripted(degree, Script.SUPER) + "√"
    return sign + _grouped(_part(element, "m:e"))


def _nary(element: Element) -> str:
    sign = _option(element, "m:naryPr", "m:chr", "∫")
    return f"{sign}{_lower(element)}{_upper(element)} {_part(element, 'm:e')} "


def _delimited(element: Element) -> str:
    opening = _option(element, "m:dPr", "m:begChr", "(")
    between = _option(element, "m:dPr", "m:sepChr", "|")
    closing = _option(element, "m:dPr", "m:endChr", ")")
    return opening + between.join(_content(part).strip() for part in element.iterfind(full("m:e"))) + closing


def _function(element: Element) -> str:
    inner = _part(element, "m:e")
    return f"{_part(element, 'm:fName')}{'' if _is_bracketed(inner) else ' '}{_grouped(inner)}"


def _limit(element: Element) -> str:
    script = Script.SUPER if short(element) == "m:limUpp" else Script.SUB
    limit = _part(element, "m:lim")
    sign = "^" if script is Script.SUPER else "_"
    return _part(element, "m:e") + (f"{sign}({limit})" if limit else "")


def _accent(element: Element) -> str:
    inner = _part(element, "m:e")
    accent = _option(element, "m:accPr", "m:chr", "\u0302") or "\u0302"
    return unicodedata.normalize("NFC", (inner if len(inner) == 1 else _grouped(inner)) + accent)


def _bar(element: Element) -> str:
    inner = _part(element, "m:e")
    line = "\u0304" if _option(element, "m:barPr", "m:pos", "bot") == "top" else "\u0332"
    return unicodedata.normalize("NFC", (inner if len(inner) == 1 else _grouped(inner)) + line)


def _matrix(element: Element) -> str:
    rows = [", ".join(_content(cell).strip() for cell in row) for row in element.iterfind(full("m:mr"))]
    return f"[{'; '.join(rows)}]"


def _equations(element: Element) -> str:
    return "; ".join(_content(part).strip() for part in element.iterfind(full("m:e")))


_WRITERS: dict[str, Callable[[Element], str]] = {
    "m:r": _run,
    "m:t": _text,
    "w:t": _text,
    "w:r": _run,
    "w:sym": _symbol,
    "m:f": _fraction,
    "m:sSup": _scripts,
    "m:sSub": _scripts,
    "m:sSubSup": _scripts,
    "m:sPre": _before,
    "m:rad": _root,
    "m:nary": _nary,
    "m:d": _delimited,
    "m:func": _function,
    "m:limLow": _limit,
    "m:limUpp": _limit,
    "m:acc": _accent,
    "m:bar": _bar,
    "m:m": _matrix,
    "m:eqArr": _equations,
}
