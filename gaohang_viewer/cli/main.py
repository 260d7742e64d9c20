"""The command line. Loads Qt only for the window and for messages."""

from __future__ import annotations

import sys
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from gaohang_viewer.cli.arguments import COMMANDS, parser_of
from gaohang_viewer.cli.errors import CommandError, install_translations

if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping, Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command, by default that of `sys.argv`.

    Returns the exit code: 0, or 2 after one sentence on standard error.
    """
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given[:1] == ["pdf"]:  # first, since it takes as long as everything else together
        from gaohang_viewer.typeset.engine.font_catalog import read_ahead

        read_ahead(official="official" in given)
    if not given or (len(given) == 1 and given[0][:1] not in ("", "-") and given[0] not in COMMANDS):
        return _run_window(
            _path(given[0]) if given else None
        )  # from the desktop: importing argparse takes time
    options = parser_of(given).parse_args(given)
    command: str = getattr(options, "command", "open")
    options.file = _path(options.file) if options.file else None
    from gaohang_viewer.cli import commands

    try:
        if command == "open":
            if options.install_desktop or options.default or options.uninstall_desktop:
                _register(options)
                return 0
            return _run_window(options.file, password=commands.password_of(options))
        if command == "present":
            return _present(options)
        run = {
            "outline": commands.outline,
            "figures": commands.figures,
            "pdf": commands.pdf,
            "export": commands.export,
            "markdown": commands.markdown,
        }[command]
        run(options)
    except CommandError as error:
        print(f"gaohang-viewer: {error}", file=sys.stderr)
        return 2
    except BrokenPipeError:  # `gaohang-viewer outline | head`
        sys.stderr.close()
    return 0


def _register(options: argparse.Namespace) -> None:
    """Registers the program with the desktop, or removes it there."""
    from gaohang_viewer.loading.file_type import TYPES
    from gaohang_viewer.system import desktop_entry

    install_translations()
    from gaohang_viewer.ui.messages import desktop_is, no_xdg_mime, why_not_written

    wanted = not options.uninstall_desktop
    try:
        if wanted:
            done = desktop_entry.install(desktop_entry.this_program(), TYPES, default=options.default)
        else:
            done = desktop_entry.uninstall(TYPES)
    except desktop_entry.NoXdgMime as error:
        raise CommandError(no_xdg_mime()) from error
    except OSError as error:
        raise CommandError(why_not_written(error, Path(error.filename or desktop_entry.ENTRY))) from error
    for sentence in desktop_is(wanted=wanted, default=options.default, done=bool(done)):
        print(sentence)


def _path(argument: str) -> Path:
    """The path of a file named by its path or, as some launchers do, by its URL."""
    if argument.lower().startswith("file:/"):
        from urllib.parse import urlsplit
        from urllib.request import url2pathname

        return Path(url2pathname(urlsplit(argument).path))
    return Path(argument)


def _present(options: argparse.Namespace) -> int:
    from gaohang_viewer.cli import commands

    commands.check_password(options)
    start = (
        min(commands.select_sections(commands.open_named(options), options.start)) if options.start else None
    )
    commands.theme_folders(options.theme)  # raises CommandError for an unknown one
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
    return _run_window(
        options.file, start, present=True, overrides=chosen, password=commands.password_of(options)
    )


def _run_window(
    path: Path | None,
    present_from: int | None = None,
    *,
    present: bool = False,
    overrides: Mapping[str, object] = MappingProxyType({}),
    password: str = "",
) -> int:
    from gaohang_viewer.system.lazy_pyside_signatures import import_shiboken

    import_shiboken()
    from gaohang_viewer.app.startup import NoSuchScreen, run

    try:
        return run(path, present_from, present=present, overrides=overrides, password=password)
    except NoSuchScreen as error:
        from gaohang_viewer.ui.messages import no_such_screen

        install_translations()
        raise CommandError(no_such_screen(str(overrides["screen"]), str(error))) from error
