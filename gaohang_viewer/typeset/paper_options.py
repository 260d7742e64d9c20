"""The printed forms and their options."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from gaohang_viewer.report.model import Report
from gaohang_viewer.typeset.slides.deck_options import PLAIN, DeckOptions


class Form(Enum):
    """The printed forms; the values are their names on the command line."""

    OFFICIAL = "official"  # 公文版: the layout of official documents, GB/T 9704-2012
    READING = "reading"
    LARGE = "large"  # 大字版: the reading edition in large type
    SLIDES = "slides"  # the slides, one on each page
    HANDOUT2 = "handout2"  # two slides on a sheet
    HANDOUT3 = "handout3"  # three, with lines for notes
    HANDOUT4 = "handout4"
    HANDOUT6 = "handout6"
    SCRIPT = "script"  # 讲稿: slides with the full text of their section below
    BOOKLET = "booklet"  # A5 pages on A4 sheets for folding


OF_TEXT = frozenset({Form.OFFICIAL, Form.READING, Form.LARGE, Form.BOOKLET})
"""The forms with the report's text; the others show its slides."""

HANDOUTS = {Form.HANDOUT2: 2, Form.HANDOUT3: 3, Form.HANDOUT4: 4, Form.HANDOUT6: 6}
"""The number of slides on each sheet of a handout."""


class PaperOptions(NamedTuple):
    """The options of a printed form.

    `contents` and `cover` add a table of contents and a cover page to forms with the report's text. `header`,
    `footer` and `watermark` are texts, none if empty; `{title}` and `{chapter}` are replaced by those of the
    report and of the page. `figures` adds the key figures as an annex, `before` a comparison with that older
    edition. `two_sided` mirrors the layout of even pages. `first` and `last` are the first and last page to
    keep, counted from 1; 0 means no bound. `issuer` and `date` are added to an official document without its
    own. `full_width` converts punctuation of Chinese text. `spare_ink` prints slides of handouts and scripts
    in the white theme. `deck` are the options of slides.
    """

    form: Form = Form.READING
    contents: bool = True
    cover: bool = False
    header: str = ""
    footer: str = ""
    watermark: str = ""
    figures: bool = False
    before: Report | None = None
    two_sided: bool = True
    first: int = 0
    last: int = 0
    issuer: str = ""
    date: str = ""
    full_width: bool = True
    spare_ink: bool = True
    deck: DeckOptions = PLAIN


def plain(form: Form) -> PaperOptions:
    """Returns the default options of a form; only an official document has no table of contents."""
    return PaperOptions(form, contents=form is not Form.OFFICIAL)


PLAIN_PAPER = plain(Form.READING)
"""The default options of the reading edition."""
