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
        help=", ".join(form.value for form in Form) + " (reading)",
    )
    parser.add_argument(
        "--contents", action=argparse.BooleanOptionalAction, help="a table of contents, or none"
    )
    parser.add_argument("--cover", action="store_true", help="a cover")
    parser.add_argument("--header", default="", metavar="TEXT", help="at the head; {title}, {chapter}")
    parser.add_argument("--footer", default="", metavar="TEXT", help="at the foot")
    parser.add_argument("--watermark", default="", metavar="TEXT", help="across every page: 征求意见稿")
    parser.add_argument("--figures", action="store_true", help="the key figures as an annex")
    parser.add_argument("--compare", metavar="OLD", help="what differs from an older report as an annex")
    parser.add_argument("--one-sided", action="store_true", help="for one side of the paper")
    parser.add_argument("--pages", type=_pages, default=(0, 0), metavar="A-B", help="only these: 3-5, 3-, 7")
    parser.add_argument("--issuer", default="", metavar="TEXT", help="who issues an official document")
    parser.add_argument("--date", default="", metavar="TEXT", help="and when: 2026年1月5日")
    parser.add_argument("--colour", action="store_true", help="slides on hand-outs in their own look")
    parser.add_argument("--per-chapter", action="store_true", help="a file for each chapter: OUT-1.pdf …")


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
