"""The arguments of the commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gaohang_viewer import __version__

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

COMMANDS = ("present", "outline", "figures", "pdf", "export", "markdown")


def parser_of(given: Sequence[str]) -> argparse.ArgumentParser:
    """The parser of these arguments; what other commands need is left out."""
    import argparse

    parser = argparse.ArgumentParser(
        prog="gaohang-viewer",
        description="Show a long structured report as a tree, present its headlines, print its sections.",
        epilog="Commands: present, outline, figures, pdf, export, markdown; `gaohang-viewer COMMAND --help` "
        "lists its options. Without FILE, the window opens the last report; commands use the one that comes "
        "with the program.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"gaohang-viewer {__version__}")
    if not given or given[0] not in COMMANDS:
        parser.add_argument(
            "file", metavar="FILE", nargs="?", help="a report: text, Markdown, Word or WPS file, web page"
        )
        _add_password_file(parser)
        parser.add_argument(
            "--install-desktop",
            action="store_true",
            help="add the program to the applications menu and “Open with”",
        )
        parser.add_argument(
            "--default", action="store_true", help="the same, and make it the default program for reports"
        )
        parser.add_argument("--uninstall-desktop", action="store_true", help="remove it from them")
        return parser
    commands = parser.add_subparsers(dest="command", required=True)
    present = commands.add_parser("present", help="present the report in full screen", allow_abbrev=False)
    present.add_argument(
        "--from",
        dest="start",
        metavar="SECTION",
        help="section to start at: 3.2, 四, or the start of a headline",
    )
    present.add_argument("--screen", metavar="NAME", help="audience screen: its number or part of its name")
    present.add_argument(
        "--console",
        action=argparse.BooleanOptionalAction,
        help="show the presenter view, or not (default: if there is a screen for it)",
    )
    present.add_argument("--minutes", type=int, metavar="N", help="planned length of the talk in minutes")
    present.add_argument(
        "--loop", action="store_true", help="advance automatically, and start again after the last slide"
    )
    present.add_argument(
        "--every",
        type=int,
        metavar="N",
        help="advance automatically every N seconds; with --loop alone, by text length",
    )
    outline = commands.add_parser("outline", help="print the outline", allow_abbrev=False)
    outline.add_argument("--json", action="store_true", help="print a JSON list of {level, title, line_no}")
    figures = commands.add_parser("figures", help="print the key figures", allow_abbrev=False)
    figures.add_argument("--json", action="store_true", help="print a JSON list, with the text around each")
    pdf = commands.add_parser("pdf", help="write a PDF", allow_abbrev=False)
    pdf.add_argument("-o", "--output", required=True, metavar="OUT", help="PDF file to write")
    pdf.add_argument("--sections", metavar="LIST", help="only these sections, e.g. 1,3.2,四")
    if given[0] == "pdf":
        from gaohang_viewer.cli.paper_arguments import add_paper_arguments

        add_paper_arguments(pdf)
    export = commands.add_parser(
        "export", help="write a Word, PowerPoint or Markdown file", allow_abbrev=False
    )
    export.add_argument(
        "-o", "--output", required=True, metavar="OUT", help="file to write: OUT.docx, OUT.pptx or OUT.md"
    )
    export.add_argument("--sections", metavar="LIST", help="only these sections, e.g. 1,3.2,四")
    markdown = commands.add_parser("markdown", help="write the report as Markdown", allow_abbrev=False)
    markdown.add_argument("-o", "--output", metavar="OUT", help="file to write (default: standard output)")
    for command in (present, pdf, export):
        command.add_argument("--theme", metavar="NAME", help="slide theme: red, blue …")
        command.add_argument(
            "--detail", choices=("overview", "headlines", "points", "figures"), help="contents of the slides"
        )
    for command in (present, outline, figures, pdf, export, markdown):
        _add_password_file(command)
    for command in (outline, figures, pdf, export, markdown):
        command.add_argument(
            "--encoding", default="", metavar="NAME", help="encoding of the file: gb18030, big5-hkscs …"
        )
        command.add_argument(
            "--whole-page", action="store_true", help="read the whole web page, not only its article"
        )
        command.add_argument(
            "--pictures-elsewhere", action="store_true", help="also load pictures from other folders"
        )
    for command in (present, outline, figures, pdf, export, markdown):
        command.add_argument("file", metavar="FILE", nargs="?")
    return parser


def _add_password_file(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--password-file", metavar="FILE", help="text file whose first line is the password of the report"
    )
