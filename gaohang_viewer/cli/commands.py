"""The commands that work on a file without a window."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from gaohang_viewer.cli.errors import CommandError, install_translations
from gaohang_viewer.resources import BUILT_IN_REPORT

if TYPE_CHECKING:
    import argparse

    from gaohang_viewer.report.model import Report
    from gaohang_viewer.typeset.slides.deck_options import DeckOptions


def outline(options: argparse.Namespace) -> None:
    """Prints the outline, indented or as JSON. Raises CommandError."""
    report = open_named(options)
    if options.json:
        import json

        rows = [{"level": s.level, "title": s.headline, "line_no": s.line_no} for s in report.sections]
        print(json.dumps(rows, ensure_ascii=False, indent=1))
    else:
        for section in report.sections:
            print("  " * (section.level - 1) + section.headline)


def figures(options: argparse.Namespace) -> None:
    """Prints the key figures, as a table or as JSON. Raises CommandError."""
    from gaohang_viewer.cli.figures import as_json, as_table

    report = open_named(options)
    print(as_json(report) if options.json else "\n".join(as_table(report)))


def pdf(options: argparse.Namespace) -> None:
    """Writes a PDF of the report, or one of each chapter. Raises CommandError."""
    report = open_named(options)
    chosen = select_sections(report, options.sections) if options.sections is not None else None
    from gaohang_viewer.cli.paper_arguments import paper_options
    from gaohang_viewer.typeset.engine.compiler import compile_job
    from gaohang_viewer.typeset.engine.job import TypesetError
    from gaohang_viewer.typeset.paper_job import chapters, paper_job

    wanted = paper_options(options, _deck(options))
    if options.compare:
        wanted = wanted._replace(before=open_named(options, options.compare))
    out = Path(options.output)
    files = {out: chosen}
    if options.per_chapter:
        parts = enumerate(chapters(report, chosen), 1)
        files = {out.with_stem(f"{out.stem}-{number}"): some for number, (_, some) in parts}
    try:
        for path, some in files.items():
            _write(path, compile_job(paper_job(report, some, wanted)).pdf)
    except TypesetError as error:
        raise CommandError(str(error)) from error


def export(options: argparse.Namespace) -> None:
    """Writes a Word, PowerPoint or Markdown file, by the ending of its name. Raises CommandError."""
    from gaohang_viewer.office.export import ENDINGS, exported

    path = Path(options.output)
    if path.suffix.lower() not in ENDINGS:
        install_translations()
        from gaohang_viewer.ui.messages import no_such_ending

        raise CommandError(no_such_ending(path, ENDINGS))
    report = open_named(options)
    chosen = select_sections(report, options.sections) if options.sections is not None else None
    from gaohang_viewer.typeset.paper_options import Form, plain

    wanted = plain(Form.OFFICIAL)._replace(deck=_deck(options))
    _write(path, exported(report, path.suffix, chosen, wanted))


def markdown(options: argparse.Namespace) -> None:
    """Prints or writes the report as Markdown. Raises CommandError."""
    from gaohang_viewer.report.markdown_writer import as_markdown

    text = as_markdown(open_named(options))
    if options.output:
        _write(Path(options.output), text.encode("utf-8", "replace"))
    else:
        print(text, end="")


def open_named(options: argparse.Namespace, file: str | None = None) -> Report:
    """Opens `file`, by default the one in the arguments or the built-in report. Raises CommandError."""
    from gaohang_viewer.loading import CannotOpen, Options, open_report

    given = vars(options)
    how = Options(
        given.get("encoding", ""),
        given.get("whole_page", False),
        given.get("pictures_elsewhere", False),
        password=password_of(options),
    )
    try:
        return open_report(file or options.file or BUILT_IN_REPORT, how)
    except CannotOpen as error:
        install_translations()
        from gaohang_viewer.ui.messages import why_not_opened

        raise CommandError(why_not_opened(error)) from error


def password_of(options: argparse.Namespace) -> str:
    """The first line of the file that `--password-file` names, empty without one. Raises CommandError."""
    if options.password_file is None:
        return ""
    path = Path(options.password_file)
    try:
        lines = path.read_text("utf-8-sig").splitlines()
    except (OSError, ValueError) as error:
        install_translations()
        from gaohang_viewer.loading import CannotOpen, Reason
        from gaohang_viewer.ui.messages import why_not_opened

        reason = Reason.UNREADABLE if path.exists() else Reason.MISSING
        raise CommandError(why_not_opened(CannotOpen(path, reason))) from error
    return lines[0] if lines else ""


def check_password(options: argparse.Namespace) -> None:
    """Raises CommandError if the report needs a password that was not given: a show cannot ask for it."""
    from gaohang_viewer.loading.file_type import Format, recognise

    try:
        data = options.file.read_bytes() if options.file else b""
    except OSError:
        return  # the window tells it
    if recognise(data) in (Format.LOCKED, Format.WORD_BINARY):
        open_named(options)


def select_sections(report: Report, wanted: str) -> frozenset[int]:
    """The indexes of the sections that were named. Raises CommandError."""
    from gaohang_viewer.report.section_spec import UnknownSection, select

    try:
        return select(report, wanted)
    except UnknownSection as error:
        install_translations()
        from gaohang_viewer.ui.messages import no_such_section

        raise CommandError(no_such_section(error.piece)) from error


def _deck(options: argparse.Namespace) -> DeckOptions:
    from gaohang_viewer.typeset.slides.deck_options import PLAIN, Detail

    return PLAIN._replace(
        theme=options.theme or PLAIN.theme,
        detail=Detail(options.detail) if options.detail else PLAIN.detail,
        themes=theme_folders(options.theme),
    )


def theme_folders(wanted: str | None) -> tuple[Path, ...]:
    """The folders that have this slide theme, besides the program's own. Raises CommandError."""
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
        install_translations()
        from gaohang_viewer.ui.messages import no_such_look

        raise CommandError(no_such_look(wanted, ", ".join(there)))
    return folders


def _write(path: Path, data: bytes) -> None:
    from gaohang_viewer.storage.atomic_write import write_whole

    try:
        write_whole(path, data)
    except OSError as error:
        install_translations()
        from gaohang_viewer.ui.messages import why_not_written

        raise CommandError(why_not_written(error, path)) from error
