"""Reads the content of a paragraph: runs, links, fields, symbols, references, pictures, text boxes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from gaohang_viewer.loading.rich_text import BREAK, Span, Spans
from gaohang_viewer.loading.scripts import Script
from gaohang_viewer.loading.word.fields import Fields, is_contents, link_of, page_of
from gaohang_viewer.loading.word.form_fields import form_value
from gaohang_viewer.loading.word.formula import linear
from gaohang_viewer.loading.word.package import Relation, relation
from gaohang_viewer.loading.word.styles import RunFormat, Styles, run_format
from gaohang_viewer.loading.word.symbol_fonts import is_symbol_font, symbol
from gaohang_viewer.loading.word.xml import attribute, branch, child, full, holds_text, short, value
from gaohang_viewer.report import links
from gaohang_viewer.report.model import ProblemKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from lxml.etree import _Element as Element

    from gaohang_viewer.loading.word.pictures import Pictures

_SPACES = re.compile(r"[\t\r\n]+")
_SOFT_HYPHEN = "\u00ad"
_OBJECT = "\ufffc"  # stands for an object that is not in the file
_AROUND_PAGE = re.compile(r"[\s第共页/·.．—–－-]*")
_LEADERS = (" ", ".", "…", "·")
_DIAGRAMS = ("/chart", "/chartex", "/diagram")  # the last parts of graphic data URIs


@dataclass
class Words:
    """The content of a paragraph. `notes` are those that it refers to, `boxes` its text boxes."""

    spans: Spans = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)  # "footnote" or "endnote", and the id
    comments: list[str] = field(default_factory=list)  # ids
    boxes: list[Element] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    problems: list[tuple[ProblemKind, str]] = field(default_factory=list)
    parts: list[tuple[str, str]] = field(default_factory=list)  # the field of a page number, and a text
    ruby: str = ""  # the phonetic guides
    contents: bool = False

    @property
    def is_page_number(self) -> bool:
        """Whether the paragraph is a page number, such as — 3 — or 第3页."""
        rest = "".join(text for page, text in self.parts if not page)
        return any(page for page, _ in self.parts) and _AROUND_PAGE.fullmatch(rest) is not None

    @property
    def refers_to_page(self) -> bool:
        """Whether the paragraph ends in the number of another page behind a tab: a line of contents."""
        return len(self.parts) > 1 and self.parts[-1][0] == "PAGEREF" and self.parts[-2][1].endswith(_LEADERS)


class _Context(NamedTuple):
    format: RunFormat
    link: str = ""
    font: str = ""  # a symbol font
    picture_name: str = ""
    page: str = ""  # the simple field of a page number


_Inner = tuple["Element | list[Element]", _Context]  # the children of an element, and their context


class Inline:
    """Reads the paragraphs of one story (the body, a note or a text box), which has its own fields."""

    def __init__(
        self,
        styles: Styles,
        pictures: Pictures,
        relations: Mapping[str, Relation],
        note_number: Callable[[str, str], int],
    ) -> None:
        self._styles = styles
        self._pictures = pictures
        self._relations = relations
        self._note_number = note_number
        self.fields = Fields()
        self._words = Words()

    def nested(self) -> Inline:
        """Returns a reader for a story within this one."""
        return Inline(self._styles, self._pictures, self._relations, self._note_number)

    def read(self, paragraphs: Iterable[Element], base: RunFormat) -> Words:
        """Reads `w:p` elements as one paragraph, without recursion; `base` is the format of its style."""
        self._words = Words()
        self.fields.new_paragraph()
        context = _Context(base._replace(bold=False, italic=False))
        stack = [(paragraph, context) for paragraph in paragraphs][::-1]
        while stack:
            element, context = stack.pop()
            name = short(element)
            if leaf := self._LEAVES.get(name):
                leaf(self, element, context)
            elif wrapper := self._WRAPPERS.get(name):
                inner, context = wrapper(self, element, context)
                stack += [(below, context) for below in reversed(inner)]
            elif holds_text(element):
                stack += [(below, context) for below in reversed(element)]
        return self._words

    # --- text ------------------------------------------------------------------------------------------

    def _add(self, text: str, context: _Context) -> None:
        if not text or self.fields.in_instruction:
            return
        words = self._words
        if context.format.hidden:
            words.hidden.append(text)
            return
        if text == " " and words.spans and words.spans[-1].text.endswith(" "):
            return  # adjacent tabs
        words.contents = words.contents or self.fields.in_contents
        words.parts.append((context.page or self.fields.page, text))
        bold, italic, _, struck, script = context.format
        words.spans.append(
            Span(
                text,
                bool(bold),
                bool(italic),
                context.link or self.fields.link,
                struck=bool(struck),
                script=script or Script.BASE,
            )
        )

    def _text(self, element: Element, context: _Context) -> None:
        text = _SPACES.sub(" ", element.text or "").replace(_SOFT_HYPHEN, "").replace(_OBJECT, "")
        if context.font:
            for sign in text:
                self._add_symbol(context.font, ord(sign), context)
        else:
            self._add(text, context)

    def _formula(self, element: Element, context: _Context) -> None:
        before = element.getprevious()
        if before is not None and short(before) == "m:oMath":
            self._break(element, context)
        text = linear(element)
        self._add(text, context)
        if not text and next(element.iter(full("m:t")), None) is not None:
            self._report(ProblemKind.NOT_SHOWN, "oMath")

    def _symbol(self, element: Element, context: _Context) -> None:
        try:
            code = int(attribute(element, "w:char"), 16)
        except ValueError:
            return
        self._add_symbol(attribute(element, "w:font"), code, context)

    def _add_symbol(self, font: str, code: int, context: _Context) -> None:
        sign = symbol(font, code)
        self._add(sign or "", context)
        if sign is None:
            self._report(ProblemKind.NOT_SHOWN, f"{font} {code:04X}")

    def _break(self, _element: Element, context: _Context) -> None:
        if not context.format.hidden and not self.fields.in_instruction:
            self._words.spans.append(BREAK)

    def _space(self, _element: Element, context: _Context) -> None:
        self._add(" ", context)

    def _hyphen(self, _element: Element, context: _Context) -> None:
        self._add("-", context)

    # --- fields ----------------------------------------------------------------------------------------

    def _field_character(self, element: Element, context: _Context) -> None:
        match attribute(element, "w:fldCharType"):
            case "begin":
                shown = form_value(element)
                self._add(shown or "", context)
                self.fields.begin(has_result=shown is None)
            case "separate":
                self.fields.separate()
            case "end":
                shown, not_shown = self.fields.end()
                self._add(shown, context)
                if not_shown:
                    self._report(ProblemKind.NOT_SHOWN, not_shown)

    def _instruction(self, element: Element, _context: _Context) -> None:
        self.fields.add_instruction(element.text or "")

    # --- references and objects ------------------------------------------------------------------------

    def _note(self, element: Element, context: _Context) -> None:
        if not context.format.hidden and not self.fields.in_instruction:
            note = (short(element)[2:-9], attribute(element, "w:id"))  # w:footnoteReference
            self._words.notes.append(note)
            plain = context.format._replace(script=Script.BASE)
            self._add(f"〔{self._note_number(*note)}〕", context._replace(format=plain))

    def _comment(self, element: Element, _context: _Context) -> None:
        self._words.comments.append(attribute(element, "w:id"))

    def _box(self, element: Element, context: _Context) -> None:
        if not context.format.hidden:
            self._words.boxes.append(element)

    def _picture(self, element: Element, context: _Context) -> None:
        if context.format.hidden or self.fields.in_instruction:
            return
        for name in ("r:embed", "r:id", "r:pict", "r:link", "r:href"):
            if target := relation(self._relations, element, name):
                break
        else:
            return
        name = _SPACES.sub(" ", context.picture_name).strip()[:200] or "图片"
        problem, found = self._pictures.found(target)
        if problem is None:
            self._words.spans.append(Span(name, image=found))
        else:
            self._report(problem, found)

    def _word_art(self, element: Element, context: _Context) -> None:
        self._add(element.get("string", ""), context)

    def _drawn_text(self, element: Element, context: _Context) -> None:
        if (element.text or "").strip() and not context.format.hidden:
            self._report(ProblemKind.NOT_SHOWN, element.text or "")

    def _report(self, kind: ProblemKind, text: str) -> None:
        self._words.problems.append((kind, text))

    # --- elements that format the text below them --------------------------------------------------------

    def _run(self, element: Element, context: _Context) -> _Inner:
        properties = child(element, "w:rPr")
        if properties is not None:
            own = run_format(properties).over(self._styles.run(value(properties, "w:rStyle")))
            font = attribute(child(properties, "w:rFonts"), "w:ascii")
            context = context._replace(
                format=own.over(context.format), font=font if is_symbol_font(font) else ""
            )
        return element, context

    def _hyperlink(self, element: Element, context: _Context) -> _Inner:
        target = relation(self._relations, element, "r:id")
        link = links.in_markdown(target.target) if target is not None and target.outside else ""
        return element, context._replace(link=link or context.link)

    def _simple_field(self, element: Element, context: _Context) -> _Inner:
        instruction = attribute(element, "w:instr")
        self._words.contents = self._words.contents or is_contents(instruction)
        return element, context._replace(
            link=link_of(instruction) or context.link, page=page_of(instruction) or context.page
        )

    def _alternate(self, element: Element, context: _Context) -> _Inner:
        return branch(element), context

    def _drawing(self, element: Element, context: _Context) -> _Inner:
        of = next(element.iter(full("wp:docPr")), None)
        name = "" if of is None else of.get("descr") or of.get("title") or of.get("name") or ""
        return element, context._replace(picture_name=name)

    def _shape(self, element: Element, context: _Context) -> _Inner:
        return element, context._replace(picture_name=element.get("alt") or context.picture_name)

    def _ruby_text(self, element: Element, context: _Context) -> None:
        """Leaves out a phonetic guide (17.3.3.24), which would stand within a word."""
        if not context.format.hidden:
            self._words.ruby += "".join(text.text or "" for text in element.iter(full("w:t")))

    def _graphic(self, element: Element, context: _Context) -> _Inner:
        kind = element.get("uri", "")
        if kind.endswith(_DIAGRAMS) and not context.format.hidden:
            self._report(ProblemKind.NOT_SHOWN, context.picture_name or kind.rpartition("/")[2])
        return element, context

    _LEAVES: ClassVar[dict[str, Callable[[Inline, Element, _Context], None]]] = {
        "w:t": _text,
        "m:oMath": _formula,
        "w:sym": _symbol,
        "w:tab": _space,
        "w:ptab": _space,
        "w:noBreakHyphen": _hyphen,
        "w:br": _break,
        "w:cr": _break,
        "w:fldChar": _field_character,
        "w:instrText": _instruction,
        "w:footnoteReference": _note,
        "w:endnoteReference": _note,
        "w:commentReference": _comment,
        "w:txbxContent": _box,
        "a:blip": _picture,
        "v:imagedata": _picture,
        "v:textpath": _word_art,
        "a:t": _drawn_text,
        "w:rt": _ruby_text,
    }
    _WRAPPERS: ClassVar[dict[str, Callable[[Inline, Element, _Context], _Inner]]] = {
        "w:r": _run,
        "w:hyperlink": _hyperlink,
        "w:fldSimple": _simple_field,
        "mc:AlternateContent": _alternate,
        "w:drawing": _drawing,
        "v:shape": _shape,
        "a:graphicData": _graphic,
    }
