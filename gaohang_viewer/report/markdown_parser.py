"""The parser of Markdown, Python-Markdown, set up for reports."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from gaohang_viewer.report.references import DEFINITION

if TYPE_CHECKING:
    from markdown import Markdown


@lru_cache(maxsize=1)
def markdown_parser() -> Markdown:
    """Python-Markdown with tables, raw HTML kept as text so that no report can inject any."""
    from markdown import Markdown
    from markdown.extensions.tables import TableExtension

    parser = Markdown(extensions=[TableExtension()], tab_length=4)
    parser.ESCAPED_CHARS += ["<", ">", "~", "=", "|"]
    parser.preprocessors.deregister("html_block")
    parser.inlinePatterns.deregister("html")
    parser.inlinePatterns.deregister("entity")
    ordered = parser.parser.blockprocessors["olist"]
    setattr(ordered, "LAZY_OL", False)  # noqa: B010 - numbers stay as printed
    # What has more digits is no number of an item, as in CommonMark
    setattr(ordered, "RE", re.compile(r"^[ ]{0,3}\d{1,9}\.[ ]+(.*)"))  # noqa: B010
    setattr(ordered, "CHILD_RE", re.compile(r"^[ ]{0,3}((\d{1,9}\.)|[*+-])[ ]+(.*)"))  # noqa: B010
    setattr(parser.parser.blockprocessors["reference"], "RE", DEFINITION)  # noqa: B010
    # A numbered list right after bullets is a list of its own, as in CommonMark.
    setattr(ordered, "SIBLING_TAGS", ["ol"])  # noqa: B010
    setattr(parser.parser.blockprocessors["ulist"], "SIBLING_TAGS", ["ul"])  # noqa: B010
    return parser
