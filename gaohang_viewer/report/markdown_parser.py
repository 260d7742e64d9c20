"""Configures Python-Markdown for reports."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from gaohang_viewer.report.inline_markdown import STRUCK
from gaohang_viewer.report.link_references import DEFINITION

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from markdown import Markdown

# An e-mail autolink as in CommonMark; anything else in angle brackets is text
_MAIL = r"<(?:mailto:)?([a-zA-Z0-9_.!#$%&'*+/=?^`{|}~-]+@[a-zA-Z0-9-]+(?:\.[a-zA-Z0-9-]+)*)>"

# Between dollar signs, as in TeX: no space inside them, so that "$5 and $6" is none
_FORMULA = r"\$\$[^$]{1,2000}\$\$|\$(?=[^\s$])[^$\n]{1,300}(?<=[^\s$])\$(?!\d)"


@lru_cache(maxsize=1)
def markdown_parser() -> Markdown:
    """Returns the shared parser: with tables; raw HTML stays text, so that no report can inject any."""
    from xml.etree import ElementTree as ET

    from markdown import Markdown
    from markdown.extensions.tables import TableExtension
    from markdown.inlinepatterns import InlineProcessor, SimpleTagInlineProcessor
    from markdown.util import AtomicString

    from gaohang_viewer.report import markdown_brackets

    class Mail(InlineProcessor):
        """Links an e-mail address as written; Python-Markdown would obfuscate it."""

        def handleMatch(  # type: ignore[override]
            self, m: re.Match[str], data: str
        ) -> tuple[Element, int, int]:
            del data
            link = ET.Element("a", href=f"mailto:{m[1]}")
            link.text = AtomicString(m[1])
            return link, m.start(), m.end()

    class Formula(InlineProcessor):
        """Shows a formula as it is written: its signs are no emphasis."""

        def handleMatch(  # type: ignore[override]
            self, m: re.Match[str], data: str
        ) -> tuple[Element, int, int]:
            del data
            shown = ET.Element("span")
            shown.text = AtomicString(m[0])
            return shown, m.start(), m.end()

    parser = Markdown(extensions=[TableExtension()], tab_length=4)
    parser.ESCAPED_CHARS += ["<", ">", "~", "=", "|"]
    parser.preprocessors.deregister("html_block")
    parser.inlinePatterns.deregister("html")
    parser.inlinePatterns.deregister("entity")
    parser.inlinePatterns.deregister("automail")
    parser.inlinePatterns.register(Mail(_MAIL, parser), "mail", 110)
    parser.inlinePatterns.register(Formula(_FORMULA, parser), "formula", 185)  # after code, before escapes
    parser.inlinePatterns.register(SimpleTagInlineProcessor(f"(){STRUCK}", "del"), "struck", 100)
    markdown_brackets.register(parser)
    ordered = parser.parser.blockprocessors["olist"]
    setattr(ordered, "LAZY_OL", False)  # noqa: B010 - numbers stay as printed
    # At most nine digits, as in CommonMark
    setattr(ordered, "RE", re.compile(r"^[ ]{0,3}\d{1,9}\.[ ]+(.*)"))  # noqa: B010
    setattr(ordered, "CHILD_RE", re.compile(r"^[ ]{0,3}((\d{1,9}\.)|[*+-])[ ]+(.*)"))  # noqa: B010
    setattr(parser.parser.blockprocessors["reference"], "RE", DEFINITION)  # noqa: B010
    # A numbered list right after bullets is a separate list, as in CommonMark
    setattr(ordered, "SIBLING_TAGS", ["ol"])  # noqa: B010
    setattr(parser.parser.blockprocessors["ulist"], "SIBLING_TAGS", ["ul"])  # noqa: B010
    return parser
