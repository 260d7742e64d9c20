"""What can be printed of a report, and how: the forms, and what the user may choose of each."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from gaohang_viewer.report.model import Report
from gaohang_viewer.typeset.slides.deck_options import PLAIN, DeckOptions


class Form(Enum):
    """The forms that a report takes on paper; the values are their names on the command line."""

    OFFICIAL = "official"  # 公文版: the layout of official documents, GB/T 9704-2012
    READING = "reading"
    LARGE = "large"  # the reading edition in large print
    SLIDES = "slides"  # the slides, one a page
    HANDOUT2 = "handout2"  # two slides on a sheet
    HANDOUT3 = "handout3"  # three, with lines for notes
    HANDOUT4 = "handout4"
    HANDOUT6 = "handout6"
    SCRIPT = "script"  # 讲稿: each slide with its section's full text below
    BOOKLET = "booklet"  # A5 pages on A4 sheets, to be folded


OF_TEXT = frozenset({Form.OFFICIAL, Form.READING, Form.LARGE, Form.BOOKLET})
"""The forms that set the report's text; the others show its slides."""

HANDOUTS = {Form.HANDOUT2: 2, Form.HANDOUT3: 3, Form.HANDOUT4: 4, Form.HANDOUT6: 6}
"""How many slides a sheet of a hand-out has."""


class PaperOptions(NamedTuple):
    """What the user wants on paper.

    `header`, `footer` and `watermark` are texts, none if empty; `{title}` and `{chapter}` stand for the
    report's and the page's. `contents` and `cover` are for forms of text. `figures` adds the key figures as
    an annex, `before` what differs from an older edition. `two_sided` mirrors what stands at the edges of
    pages. `first` and `last` are the pages that are wanted, counted from 1; 0 is no bound. `issuer` and
    `date` stand below an official document that has none of its own. `full_width` is Chinese punctuation.
    `spare_ink` prints slides in the white look on hand-outs and scripts. `deck` says how slides are wanted.
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
    """The options of a form as nobody has changed anything of it: an official document has no contents."""
    return PaperOptions(form, contents=form is not Form.OFFICIAL)


PLAIN_PAPER = plain(Form.READING)
"""The reading edition as nobody has changed anything of it."""
