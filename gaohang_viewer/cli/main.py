"""The command line. Needs no screen, and loads no Qt, but for the windows and for messages."""

from __future__ import annotations

import sys
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from gaohang_viewer import __version__
from gaohang_viewer.resources import BUILT_IN_REPORT

if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping, Sequence

    from gaohang_viewer.report.model import Report
    from gaohang_viewer.typeset.slides.deck_options import DeckOptions

_COMMANDS = ("present", "outline", "figures", "pdf", "export", "markdown")


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; returns the exit code: 0, or 2 with one sentence on stderr."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given[:1] == ["pdf"]:  # before all else: it takes as long as all else together
        from gaohang_viewer.typeset.engine.font_catalog import read_ahead

        read_ahead(official="official" in given)
    if not given or (len(given) == 1 and given[0][:1] not in ("", "-") and given[0] not in _COMMANDS):
        return _window(_path(given[0]) if given else None)  # as from the desktop, without a parser's start
    options = _parser(given).parse_args(given)
    command: str = getattr(options, "command", "open")
    options.file = _path(options.file) if options.file else None
    if command == "open" and not (options.install_desktop or options.default or options.uninstall_desktop):
        return _window(options.file)
    try:
        if command == "open":
            return _desktop(options)
        if command == "present":
            return _present(options)
        functions = {"outline": _outline, "figures": _figures, "pdf": _pdf, "export": _export}
        return functions.get(command, _markdown)(options)
    except _Complaint as complaint:
        print(f"gaohang-viewer: {complaint}", file=sys.stderr)
        return 2
    except BrokenPipeError:  # `gaohang-viewer outline | head`
        sys.stderr.close()
        return 0


class _Complaint(Exception):
    """A sentence for the user."""


def _parser(given: Sequence[str]) -> argparse.ArgumentParser:
    import argparse

    parser = argparse.ArgumentParser(
        prog="gaohang-viewer",
        description="Shows a long structured report as a tree, presents its headlines, prints its sections.",
        epilog="Commands: present, outline, figures, pdf, export, markdown; `gaohang-viewer COMMAND --help` "
        "tells more. Without FILE it is the report that comes with the program.",
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"gaohang-viewer {__version__}")
    if not given or given[0] not in _COMMANDS:
        parser.add_argument(
            "file", metavar="FILE", nargs="?", help="a report: text, Markdown, Word (.docx) or web page"
        )
        parser.add_argument(
            "--install-desktop", action="store_true", help="put it into the menu of programs and “Open with”"
        )
        parser.add_argument(
            "--default", action="store_true", help="the same, and let it open reports unasked"
        )
        parser.add_argument("--uninstall-desktop", action="store_true", help="take it out of them again")
        return parser
    commands = parser.add_subparsers(dest="command", required=True)
    present = commands.add_parser("present", help="present the report in full screen", allow_abbrev=False)
    present.add_argument(
        "--from", dest="start", metavar="SECTION", help="begin there: 3.2, 四, or a headline's start"
    )
    present.add_argument("--screen", metavar="NAME", help="the audience's: its number, or a part of its name")
    present.add_argument(
        "--console",
        action=argparse.BooleanOptionalAction,
        help="a window for the speaker; without either where there is a screen for it",
    )
    present.add_argument("--minutes", type=int, metavar="N", help="that the talk may take")
    present.add_argument("--loop", action="store_true", help="by itself, again and again")
    present.add_argument("--every", type=int, metavar="N", help="a slide every N seconds, else by its length")
    outline = commands.add_parser("outline", help="print the outline", allow_abbrev=False)
    outline.add_argument("--json", action="store_true", help="as a list of {level, title, line_no}")
    figures = commands.add_parser("figures", help="print the key figures", allow_abbrev=False)
    figures.add_argument("--json", action="store_true", help="as a list, with the text around each")
    pdf = commands.add_parser("pdf", help="write a PDF", allow_abbrev=False)
    pdf.add_argument("-o", "--output", required=True, metavar="OUT", help="the PDF file to write")
    pdf.add_argument("--sections", metavar="LIST", help="only these, e.g. 1,3.2,四")
    if given[0] == "pdf":
        from gaohang_viewer.cli.paper_arguments import add_paper_arguments

        add_paper_arguments(pdf)
    export = commands.add_parser(
        "export", help="write a Word, PowerPoint or Markdown file", allow_abbrev=False
    )
    export.add_argument("-o", "--output", required=True, metavar="OUT", help="OUT.docx, OUT.pptx or OUT.md")
    export.add_argument("--sections", metavar="LIST", help="only these, e.g. 1,3.2,四")
    markdown = commands.add_parser("markdown", help="write the report as Markdown", allow_abbrev=False)
    markdown.add_argument("-o", "--output", metavar="OUT", help="the file to write; without it, print")
    for command in (present, pdf, export):
        command.add_argument("--theme", metavar="NAME", help="the look of the slides: red, blue …")
        command.add_argument(
            "--detail", choices=("headlines", "points", "figures"), help="how much the slides tell"
        )
    for command in (outline, figures, pdf, export, markdown):
        command.add_argument(
            "--encoding", default="", metavar="NAME", help="read the bytes so: gb18030, big5-hkscs …"
        )
        command.add_argument(
            "--whole-page", action="store_true", help="all of a web page, not its article alone"
        )
        command.add_argument(
            "--pictures-elsewhere", action="store_true", help="with pictures from other folders, too"
        )
    for command in (present, outline, figures, pdf, export, markdown):
        command.add_argument("file", metavar="FILE", nargs="?")
    return parser


def _open(options: argparse.Namespace, file: str | None = None) -> Report:
    """The report that was named, or another `file` in its stead."""
    from gaohang_viewer.loading import CannotOpen, Options, open_report

    given = vars(options)
    how = Options(
        given.get("encoding", ""), given.get("whole_page", False), given.get("pictures_elsewhere", False)
    )
    try:
        return open_report(file or options.file or BUILT_IN_REPORT, how)
    except CannotOpen as error:
        _speak_the_users_language()
        from gaohang_viewer.ui.messages import why_not_opened

        raise _Complaint(why_not_opened(error)) from error


def _select(report: Report, wanted: str) -> frozenset[int]:
    from gaohang_viewer.report.section_spec import UnknownSection, select

    try:
        return select(report, wanted)
    except UnknownSection as error:
        _speak_the_users_language()
        from gaohang_viewer.ui.messages import no_such_section

        raise _Complaint(no_such_section(error.piece)) from error


def _markdown(options: argparse.Namespace) -> int:
    from gaohang_viewer.report.markdown_writer import as_markdown

    text = as_markdown(_open(options))
    if options.output:
        _write(Path(options.output), text.encode("utf-8", "replace"))
    else:
        print(text, end="")
    return 0


def _export(options: argparse.Namespace) -> int:
    from gaohang_viewer.office.export import ENDINGS, exported

    path = Path(options.output)
    if path.suffix.lower() not in ENDINGS:
        _speak_the_users_language()
        from gaohang_viewer.ui.messages import no_such_ending

        raise _Complaint(no_such_ending(path, ENDINGS))
    report = _open(options)
    chosen = _select(report, options.sections) if options.sections is not None else None
    from gaohang_viewer.typeset.paper_options import Form, plain

    wanted = plain(Form.OFFICIAL)._replace(deck=_deck(options))
    _write(path, exported(report, path.suffix, chosen, wanted))
    return 0


def _desktop(options: argparse.Namespace) -> int:
    from gaohang_viewer.loading.file_type import TYPES
    from gaohang_viewer.system import desktop_entry

    _speak_the_users_language()
    from gaohang_viewer.ui.messages import desktop_is, no_xdg_mime, why_not_written

    wanted = not options.uninstall_desktop
    try:
        if wanted:
            done = desktop_entry.install(desktop_entry.this_program(), TYPES, default=options.default)
        else:
            done = desktop_entry.uninstall(TYPES)
    except desktop_entry.NoXdgMime as error:
        raise _Complaint(no_xdg_mime()) from error
    except OSError as error:
        raise _Complaint(why_not_written(error, Path(error.filename or desktop_entry.ENTRY))) from error
    for sentence in desktop_is(wanted=wanted, default=options.default, done=bool(done)):
        print(sentence)
    return 0


def _path(said: str) -> Path:
    """The file that was named; a launcher may name it by its URL."""
    if said.lower().startswith("file:/"):
        from urllib.parse import urlsplit
        from urllib.request import url2pathname

        return Path(url2pathname(urlsplit(said).path))
    return Path(said)


def _present(options: argparse.Namespace) -> int:
    start = min(_select(_open(options), options.start)) if options.start else None
    _themes(options.theme)
    overrides: dict[str, object] = {
        "screen": options.screen,
        "console": None if options.console is None else ("always" if options.console else "never"),
        "minutes": options.minutes,
        "slides_theme": options.theme,
        "slides_detail": options.detail,
        "advance": options.every or (-1 if options.loop else None),
        "loop": options.loop or None,
    }
    chosen = {key: value for key, value in overrides.items() if value is not None}
    return _window(options.file, start, present=True, overrides=chosen)


def _window(
    path: Path | None,
    present_from: int | None = None,
    *,
    present: bool = False,
    overrides: Mapping[str, object] = MappingProxyType({}),
) -> int:
    from gaohang_viewer.system.lazy_pyside_signatures import import_shiboken

    import_shiboken()
    from gaohang_viewer.app.startup import NoSuchScreen, run

    try:
        return run(path, present_from, present=present, overrides=overrides)
    except NoSuchScreen as error:
        from gaohang_viewer.ui.messages import no_such_screen

        _speak_the_users_language()
        raise _Complaint(no_such_screen(str(overrides["screen"]), str(error))) from error


def _outline(options: argparse.Namespace) -> int:
    report = _open(options)
    if options.json:
        import json

        rows = [{"level": s.level, "title": s.headline, "line_no": s.line_no} for s in report.sections]
        print(json.dumps(rows, ensure_ascii=False, indent=1))
    else:
        for section in report.sections:
            print("  " * (section.level - 1) + section.headline)
    return 0


def _figures(options: argparse.Namespace) -> int:
    from gaohang_viewer.cli.figures import as_json, as_table

    print((as_json if options.json else as_table)(_open(options)))
    return 0


def _pdf(options: argparse.Namespace) -> int:
    report = _open(options)
    chosen = _select(report, options.sections) if options.sections is not None else None
    from gaohang_viewer.cli.paper_arguments import paper_options
    from gaohang_viewer.typeset.engine.compiler import compile_job
    from gaohang_viewer.typeset.engine.job import TypesetError
    from gaohang_viewer.typeset.paper_job import chapters, paper_job

    wanted = paper_options(options, _deck(options))
    if options.compare:
        wanted = wanted._replace(before=_open(options, options.compare))
    out = Path(options.output)
    files = {out: chosen}
    if options.per_chapter:
        parts = enumerate(chapters(report, chosen), 1)
        files = {out.with_stem(f"{out.stem}-{number}"): some for number, (_, some) in parts}
    try:
        for path, some in files.items():
            _write(path, compile_job(paper_job(report, some, wanted)).pdf)
    except TypesetError as error:
        raise _Complaint(str(error)) from error
    return 0


def _deck(options: argparse.Namespace) -> DeckOptions:
    from gaohang_viewer.typeset.slides.deck_options import PLAIN, Detail

    return PLAIN._replace(
        theme=options.theme or PLAIN.theme,
        detail=Detail(options.detail) if options.detail else PLAIN.detail,
        themes=_themes(options.theme),
    )


def _themes(wanted: str | None) -> tuple[Path, ...]:
    """The folders in which the look that is wanted is found, beside those that come with the program."""
    if wanted is None:
        return ()
    from gaohang_viewer.typeset.slides.themes import slide_themes

    if wanted in (theme.name for theme in slide_themes(()).themes):
        return ()
    from gaohang_viewer.storage.memory import Memory
    from gaohang_viewer.storage.settings import settings_store

    folders = (Memory(settings_store(repaired=False)).themes,)
    there = [theme.name for theme in slide_themes(folders).themes]
    if wanted not in there:
        _speak_the_users_language()
        from gaohang_viewer.ui.messages import no_such_look

        raise _Complaint(no_such_look(wanted, ", ".join(there)))
    return folders


def _write(path: Path, data: bytes) -> None:
    from gaohang_viewer.storage.atomic_write import write_whole

    try:
        write_whole(path, data)
    except OSError as error:
        _speak_the_users_language()
        from gaohang_viewer.ui.messages import why_not_written

        raise _Complaint(why_not_written(error, path)) from error


def _speak_the_users_language() -> None:
    """Only a message needs the translations, and with them Qt."""
    from PySide6.QtCore import QCoreApplication

    from gaohang_viewer.ui.translation import install_language

    _speak_the_users_language.app = QCoreApplication.instance() or QCoreApplication([])  # type: ignore[attr-defined]
    install_language("")
