"""What the program's own source may not do; each test's name is the promise."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).parents[2] / "gaohang_viewer"
NETWORK = {
    *("socket", "socketserver", "ssl", "http", "urllib.request", "ftplib", "smtplib", "poplib", "imaplib"),
    *("telnetlib", "xmlrpc", "asyncio", "webbrowser", "requests", "httpx", "aiohttp", "urllib3"),
    *("PySide6.QtNetwork", "PySide6.QtWebSockets", "PySide6.QtWebEngineCore"),
}
MAY_REACH_A_NETWORK = {
    "printing/cups_job.py": {"socket"},  # asks a network printer that was chosen whether it is there
    "cli/main.py": {"urllib.request"},  # only url2pathname, which makes a path of the URL of a file
}
MAY_START = {
    "system/child_process.py",  # the program itself, as indexer of a library, typesetter, converter
    "session/open_file.py",  # the program itself, as a second window
    "system/desktop_entry.py",  # the desktop's own tools, which note that there is a new entry
    "system/windows_registry.py",  # likewise on Windows, for a shortcut in its menu
    "presenting/screen_saver.py",  # caffeinate of macOS, so that the screen stays on
}
MAY_OPEN = {
    "system/error_dialog.py",  # the folder of logs, on a button
    "ui/external_links.py",  # a link, after a click and a question
    "presenting/light_table/controller.py",  # the folder of the user's own looks, on a button
}
RUNS_TEXT = {"eval", "exec", "compile", "__import__"}
UNSAFE = {"pickle", "marshal", "shelve", "yaml", "dill", "code", "codeop", "runpy"}


@cache
def files() -> dict[str, ast.Module]:
    """The syntax trees of the package by their paths; made by the first test, as not every worker needs them."""
    return {
        file.relative_to(PACKAGE).as_posix(): ast.parse(file.read_text("utf-8"))
        for file in PACKAGE.rglob("*.py")
    }


@cache
def imported(tree: ast.AST) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


@cache
def calls(tree: ast.AST) -> list[ast.Call]:
    return [node for node in ast.walk(tree) if isinstance(node, ast.Call)]


def name_of(call: ast.Call) -> str:
    return ast.unparse(call.func)


def test_nothing_reaches_the_network() -> None:
    reached = {}
    for file, tree in files().items():
        names = {
            name for name in NETWORK for each in imported(tree) if each == name or each.startswith(name + ".")
        }
        if names:
            reached[file] = names
    assert reached == MAY_REACH_A_NETWORK


def test_programs_are_started_only_where_it_is_said_why() -> None:
    starting = {
        file
        for file, tree in files().items()
        if "subprocess" in imported(tree) or any("QProcess" in name for name in imported(tree))
    }
    assert starting == MAY_START


def test_no_text_is_run_and_no_shell_is_asked() -> None:
    for file, tree in files().items():
        assert not UNSAFE & imported(tree), file
        for call in calls(tree):
            name = name_of(call)
            assert name not in RUNS_TEXT, file
            assert not re.fullmatch(r"os\.(system|popen|exec\w+|spawn\w+|startfile)", name), file
            assert not any(keyword.arg == "shell" for keyword in call.keywords), file


def test_the_system_is_asked_to_open_something_in_two_places_alone() -> None:
    opening = {
        file for file, tree in files().items() if any("openUrl" in name_of(call) for call in calls(tree))
    }
    assert opening == MAY_OPEN
    for file, tree in files().items():
        for call in calls(tree):
            assert not (
                name_of(call).endswith("setOpenExternalLinks") and ast.unparse(call.args[0]) != "False"
            ), file


def test_xml_of_others_is_parsed_in_one_place_by_a_parser_that_fetches_nothing() -> None:
    parsing = {
        (file, name_of(call), len(call.args))
        for file, tree in files().items()
        for call in calls(tree)
        if re.search(r"(^|\.)(fromstring|parse|XML|iterparse|XMLParser|HTMLParser)$", name_of(call))
        and "etree" in name_of(call)
    }
    assert parsing == {
        ("loading/word/xml.py", "etree.XMLParser", 0),
        ("loading/word/xml.py", "etree.fromstring", 2),
        ("office/word/text.py", "etree.fromstring", 1),  # a copy of an element that the program made itself
    }
    parser = next(
        call for call in calls(files()["loading/word/xml.py"]) if name_of(call) == "etree.XMLParser"
    )
    said = {keyword.arg: ast.unparse(keyword.value) for keyword in parser.keywords}
    assert said["resolve_entities"] == said["load_dtd"] == said["huge_tree"] == "False"
    assert said["no_network"] == "True"


def test_libraries_that_write_office_files_never_read_those_of_others() -> None:
    opened = {
        (file, ast.unparse(call))
        for file, tree in files().items()
        for call in calls(tree)
        if file.startswith("office/") and re.search(r"(^|\.)(Document|Presentation)$", name_of(call))
    }
    assert opened
    assert all("path" not in text and "report" not in text for _, text in opened), opened


def test_what_is_asked_of_a_database_is_never_put_together_from_text() -> None:
    for file, tree in files().items():
        for call in calls(tree):
            if re.search(r"\.(execute|executemany|executescript)$", name_of(call)):
                asked = call.args[0]
                constant = isinstance(asked, (ast.Constant, ast.Name))
                assert constant or ast.unparse(asked) == "f'PRAGMA user_version={_VERSION}'", (
                    f"{file}: {ast.unparse(call)}"
                )
