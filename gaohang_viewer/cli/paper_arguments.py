"""The arguments of the command `pdf`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gaohang_viewer.typeset.paper_options import Form, PaperOptions, plain

if TYPE_CHECKING:
    import argparse

    from gaohang_viewer.typeset.slides.deck_options import DeckOptions


def add_paper_arguments(parser: argparse.ArgumentParser) -> None:
    """Adds the form and the options of all forms; a form ignores those that it does not have."""
    import argparse

    parser.add_argument(
        "--as",
        dest="form",
        type=Form,
        choices=tuple(Form),
        metavar="FORM",
        default=Form.READING,
        help="layout: " + ", ".join(form.value for form in Form) + " (default: reading)",
    )
    parser.add_argument(
        "--contents", action=argparse.BooleanOptionalAction, help="print a table of contents, or not"
    )
    parser.add_argument("--cover", action="store_true", help="print a cover")
    parser.add_argument(
        "--header", default="", metavar="TEXT", help="page header; {title} and {chapter} are filled in"
    )
    parser.add_argument("--footer", default="", metavar="TEXT", help="page footer, likewise")
    parser.add_argument(
        "--watermark", default="", metavar="TEXT", help="text across every page, e.g. 征求意见稿"
    )
    parser.add_argument("--figures", action="store_true", help="append the key figures")
    parser.add_argument("--compare", metavar="OLD", help="append the differences from an older report")
    parser.add_argument("--one-sided", action="store_true", help="lay out for single-sided printing")
    parser.add_argument(
        "--pages", type=_pages, default=(0, 0), metavar="A-B", help="only these pages: 3-5, 3-, 7"
    )
    parser.add_argument("--issuer", default="", metavar="TEXT", help="issuer of an official document")
    parser.add_argument(
        "--date", default="", metavar="TEXT", help="date of an official document, e.g. 2026年1月5日"
    )
    parser.add_argument(
        "--colour", action="store_true", help="print the slides of handouts in their theme, not in white"
    )
    parser.add_argument("--per-chapter", action="store_true", help="write one file per chapter: OUT-1.pdf …")


def paper_options(given: argparse.Namespace, deck: DeckOptions) -> PaperOptions:
    """The paper options of parsed arguments, with these options for slides."""
    usual = plain(given.form)
    return usual._replace(
        contents=usual.contents if given.contents is None else given.contents,
        cover=given.cover,
        header=given.header,
        footer=given.footer,
        watermark=given.watermark,
        figures=given.figures,
        two_sided=not given.one_sided,
        first=given.pages[0],
        last=given.pages[1],
        issuer=given.issuer,
        date=given.date,
        spare_ink=not given.colour,
        deck=deck,
    )


def _pages(text: str) -> tuple[int, int]:
    """The first and the last page, 0 for none given. argparse reports the ValueError for other texts."""
    match = re.fullmatch(r"(\d*)-(\d*)|(\d+)", text.strip())
    if match is None:
        raise ValueError(text)
    if match[3]:
        return int(match[3]), int(match[3])
    return int(match[1] or 0), int(match[2] or 0)
