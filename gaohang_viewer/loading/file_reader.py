"""Reads a file by its type: text, Markdown, Word, RTF, OpenDocument, PDF, a presentation or a web page."""

from __future__ import annotations

import stat
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from gaohang_viewer.loading.encodings import NotText, decode
from gaohang_viewer.loading.errors import CannotOpen, Reason
from gaohang_viewer.loading.file_type import MARKDOWN, Format, recognise
from gaohang_viewer.loading.front_matter import with_printed_title
from gaohang_viewer.loading.limits import MOST_PARAGRAPHS, TooLarge
from gaohang_viewer.loading.plain_text import read_text
from gaohang_viewer.report.content_id import content_id
from gaohang_viewer.report.draft import Draft
from gaohang_viewer.report.model import Report

if TYPE_CHECKING:
    from collections.abc import Callable

    from gaohang_viewer.loading.pictures import Gallery

_MOST_BYTES = 200_000_000
_MOST_LINES = 2_000_000  # including empty ones
_BEGINNING = 65_536  # bytes


class Options(NamedTuple):
    """How a file is to be read.

    `encoding` is one of the `ENCODINGS`; empty means that it is detected. `whole_page` keeps all of a web
    page rather than its main content. `password` is that of an encrypted file. Pictures that the file refers
    to are read from its own folder; with `pictures_elsewhere` also from other folders of this machine;
    without `pictures` not at all.
    """

    encoding: str = ""
    whole_page: bool = False
    pictures_elsewhere: bool = False
    pictures: bool = True
    password: str = ""


_DEFAULT = Options()


def _ignore(_share: float) -> None:
    """Ignores progress."""


def open_report(
    path: str | PathLike[str], options: Options = _DEFAULT, on_progress: Callable[[float], None] = _ignore
) -> Report:
    """Reads a report from a file; see `open_draft`. Raises `CannotOpen`."""
    try:
        return open_draft(path, options, on_progress).report()
    except MemoryError as error:
        raise CannotOpen(Path(path), Reason.TOO_LARGE) from error


def open_draft(
    path: str | PathLike[str], options: Options = _DEFAULT, on_progress: Callable[[float], None] = _ignore
) -> Draft:
    """Reads a text, Markdown or Word file or a web page; its type is detected from its content.

    `on_progress` is called from time to time with the share that is done, 0 to 1; an exception that it raises
    cancels the reading and is passed on. Problems with parts of the file are returned in `Draft.problems`;
    `CannotOpen` is raised only for a file that cannot be read at all.
    """
    path = Path(path)
    data = _bytes(path)
    try:
        draft = _read(path, data, options, on_progress)
    except TooLarge as error:
        raise CannotOpen(path, Reason.TOO_LARGE) from error
    except (MemoryError, RecursionError) as error:  # a file made to exhaust the reader
        raise CannotOpen(path, Reason.DAMAGED) from error
    on_progress(1.0)
    return draft._replace(digest=content_id(data))


def open_beginning(path: str | PathLike[str], options: Options = _DEFAULT) -> Draft | None:
    """Reads the first 64 KB of a text, to be shown until the whole is read; None for other files."""
    path = Path(path)
    try:
        with path.open("rb") as file:
            data = file.read(_BEGINNING)
        if recognise(data) is not Format.TEXT:
            return None
        end = max(data.rfind(b"\n"), data.rfind(b"\r")) + 1 or len(data)
        return _text(path, data[:end], options, _ignore)
    except (OSError, CannotOpen):
        return None


def _bytes(path: Path) -> bytes:
    """Returns the content of a file; its size is checked before anything is read."""
    try:
        about = path.stat()
        if stat.S_ISDIR(about.st_mode):
            raise CannotOpen(path, Reason.FOLDER)
        if not stat.S_ISREG(about.st_mode):  # a device or pipe may never end
            raise CannotOpen(path, Reason.UNREADABLE)
        if about.st_size > _MOST_BYTES:
            raise CannotOpen(path, Reason.TOO_LARGE)
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise CannotOpen(path, Reason.MISSING) from error
    except MemoryError as error:
        raise CannotOpen(path, Reason.TOO_LARGE) from error
    except (OSError, ValueError) as error:
        raise CannotOpen(path, Reason.UNREADABLE) from error


def _read(path: Path, data: bytes, options: Options, on_progress: Callable[[float], None]) -> Draft:
    form = recognise(data)
    if form in (Format.WORD_BINARY, Format.LOCKED):
        return _compound(path, data, options, on_progress)
    if form is Format.TEXT:
        return _with_pictures(path, _text(path, data, options, on_progress), options, on_progress)
    from gaohang_viewer.loading.outline.read_outline import read_outline

    if form is Format.WORD:
        draft = _word(path, data, options, on_progress)
    elif form is Format.PRESENTATION:
        draft = _presentation(path, data, on_progress)
    elif form is Format.OPEN_TEXT:
        draft = _open_document(path, data, on_progress)
    elif form is Format.RICH_TEXT:
        from gaohang_viewer.loading.rtf import read_rtf

        draft = read_rtf(data, path.stem, on_progress)
    elif form in (Format.PDF, Format.OFD):
        draft = _in_child(form, path, data, options, on_progress)
    elif form is Format.WEB:
        draft = _page(path, data, options, on_progress)
    elif form is Format.WEB_ARCHIVE:
        draft = _archive(path, data, options, on_progress)
    else:
        raise CannotOpen(path, Reason(form.value))
    meta = dict(draft.meta)
    pieces = read_outline(draft.pieces, on_progress, title=meta.get("title", ""), lists_are_marked=True)
    if not pieces:
        raise CannotOpen(path, Reason.EMPTY)
    return draft._replace(pieces=tuple(pieces), meta=tuple(with_printed_title(meta, pieces).items()))


def _gallery(path: Path, options: Options) -> Gallery | None:
    """Returns a reader of the pictures that a report refers to, if they are wanted."""
    if not options.pictures:
        return None
    from gaohang_viewer.loading.pictures import Gallery

    return Gallery(path, outside_folder=options.pictures_elsewhere)


def _with_pictures(path: Path, draft: Draft, options: Options, on_progress: Callable[[float], None]) -> Draft:
    """Returns a draft with the pictures that its Markdown refers to."""
    if not any("![" in piece.markdown for piece in draft.pieces):
        return draft
    gallery = _gallery(path, options)
    if gallery is None:
        return draft
    from gaohang_viewer.loading.markdown_pictures import with_pictures

    return with_pictures(draft, gallery, on_progress)


def _text(path: Path, data: bytes, options: Options, on_progress: Callable[[float], None]) -> Draft:
    try:
        text, encoding, problems = decode(data, options.encoding)
    except NotText as error:
        raise CannotOpen(path, Reason.NOT_TEXT) from error
    if not text.strip():
        raise CannotOpen(path, Reason.EMPTY)
    lines = text.count("\n")
    if lines > _MOST_LINES or (lines > MOST_PARAGRAPHS and _paragraphs(text) > MOST_PARAGRAPHS):
        raise CannotOpen(path, Reason.TOO_LARGE)
    markdown = path.suffix.lower() in MARKDOWN
    draft = read_text(text, path.stem, on_progress, markdown=markdown)
    kind = "markdown" if markdown else "text"
    return draft._replace(kind=kind, encoding=encoding, problems=(*problems, *draft.problems))


def _word(path: Path, data: bytes, options: Options, on_progress: Callable[[float], None]) -> Draft:
    from gaohang_viewer.loading.word import NotWord, read_word

    try:
        return read_word(data, path.stem, on_progress, _gallery(path, options))._replace(kind="word")
    except NotWord as error:
        raise CannotOpen(path, Reason.DAMAGED) from error


def _compound(path: Path, data: bytes, options: Options, on_progress: Callable[[float], None]) -> Draft:
    """Reads a .doc or .wps file, or one with a password, as the .docx that it is converted to."""
    from gaohang_viewer.loading.compound_file import NotConverted, converted

    try:
        package = converted(data, options.password, on_progress)
    except NotConverted as error:
        raise CannotOpen(path, error.reason) from error
    if recognise(package.data) in (Format.WORD_BINARY, Format.LOCKED):
        raise CannotOpen(path, Reason.DAMAGED)  # encrypted twice
    draft = _read(path, package.data, options, on_progress)
    return draft._replace(problems=(*package.problems, *draft.problems))


def _page(path: Path, data: bytes, options: Options, on_progress: Callable[[float], None]) -> Draft:
    from gaohang_viewer.loading.web import read_page

    try:
        return read_page(
            data,
            path.stem,
            options.whole_page,
            options.encoding,
            on_progress,
            gallery=_gallery(path, options),
        )._replace(kind="web")
    except NotText as error:
        raise CannotOpen(path, Reason.NOT_TEXT) from error


def _presentation(path: Path, data: bytes, on_progress: Callable[[float], None]) -> Draft:
    from gaohang_viewer.loading.presentation import NotSlides, read_presentation

    try:
        return read_presentation(data, path.stem, on_progress)
    except NotSlides as error:
        raise CannotOpen(path, Reason.DAMAGED) from error


def _open_document(path: Path, data: bytes, on_progress: Callable[[float], None]) -> Draft:
    from gaohang_viewer.loading.open_document import NotOpenDocument, read_open_document

    try:
        return read_open_document(data, path.stem, on_progress)
    except NotOpenDocument as error:
        raise CannotOpen(path, Reason.DAMAGED) from error


def _in_child(
    form: Format, path: Path, data: bytes, options: Options, on_progress: Callable[[float], None]
) -> Draft:
    from gaohang_viewer.loading.reader_process import Refused, read_in_child

    try:
        return read_in_child(form.value, data, path.stem, on_progress, options.password)
    except Refused as refused:
        raise CannotOpen(path, Reason(refused.why)) from refused
    except OSError as error:  # the child process does not start
        raise CannotOpen(path, Reason.UNREADABLE) from error


def _archive(path: Path, data: bytes, options: Options, on_progress: Callable[[float], None]) -> Draft:
    from gaohang_viewer.loading.web import read_page
    from gaohang_viewer.loading.web.archive import Archive, NoPage

    try:
        archive = Archive(data)
        return read_page(
            archive.page,
            path.stem,
            options.whole_page,
            options.encoding,
            on_progress,
            gallery=archive,
            charset=archive.charset,
        )._replace(kind="web")
    except NoPage as error:
        raise CannotOpen(path, Reason.WEB_ARCHIVE) from error
    except NotText as error:
        raise CannotOpen(path, Reason.NOT_TEXT) from error


def _paragraphs(text: str) -> int:
    """Returns how many lines of a text are not empty."""
    return sum(1 for line in text.split("\n") if line and not line.isspace())
