"""The program in the menu of programs and in “Open with”: what is installed, that it is sound, and that it goes again."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from configparser import RawConfigParser
from pathlib import Path

import pytest
from lxml import etree
from PySide6.QtWidgets import QApplication

from gaohang_viewer import __version__
from gaohang_viewer.cli.main import main
from gaohang_viewer.loading.file_type import TYPES
from gaohang_viewer.resources import resource
from gaohang_viewer.system import desktop_entry
from gaohang_viewer.system.desktop_entry import NAME, SIZES, entry, quoted, this_program

linux = pytest.mark.xfail(sys.platform != "linux", reason="elsewhere there is another way", run=False)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user's home, its folders given as the desktop gives them, and no other programs."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("PATH", "")
    return tmp_path


def stand_in(home: Path, monkeypatch: pytest.MonkeyPatch, name: str, then: str = "exit 0") -> Path:
    """Puts a program of this name first on the path; returns the file with the arguments it was given."""
    tool, said = home / "bin" / name, home / f"{name}.said"
    tool.parent.mkdir(exist_ok=True)
    tool.write_text(f'#!/bin/sh\necho "$@" > {shlex.quote(str(said))}\n{then}\n')
    tool.chmod(0o755)
    monkeypatch.setenv("PATH", str(tool.parent))
    return said


def files(folder: Path) -> set[str]:
    return {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()}


def entry_of(text: str) -> RawConfigParser:
    parser = RawConfigParser(delimiters="=", interpolation=None)
    parser.optionxform = str  # type: ignore[assignment, method-assign]
    parser.read_string(text)
    return parser


# --- installing ------------------------------------------------------------------------------------------


@linux
def test_it_installs_an_entry_icons_a_description_and_the_manual_and_nothing_else(home: Path) -> None:
    desktop_entry.install(["/opt/gaohang-viewer"], TYPES)
    assert files(home) == {
        "share/applications/gaohang-viewer.desktop",
        "share/icons/hicolor/scalable/apps/gaohang-viewer.svg",
        *(f"share/icons/hicolor/{size}x{size}/apps/gaohang-viewer.png" for size in SIZES),
        "share/metainfo/gaohang-viewer.metainfo.xml",
        "share/man/man1/gaohang-viewer.1",
        "share/man/zh_CN/man1/gaohang-viewer.1",
    }


@linux
def test_installing_twice_is_installing_once(home: Path) -> None:
    desktop_entry.install(["/opt/gaohang-viewer"], TYPES)
    before = {name: (home / name).read_bytes() for name in files(home)}
    desktop_entry.install(["/opt/gaohang-viewer"], TYPES)
    assert {name: (home / name).read_bytes() for name in files(home)} == before


@linux
def test_uninstalling_leaves_what_was_there_before(home: Path) -> None:
    others = home / "share" / "applications" / "editor.desktop"
    others.parent.mkdir(parents=True)
    others.write_text("[Desktop Entry]\n")
    before = {name: (home / name).read_bytes() for name in files(home)}
    desktop_entry.install(["/opt/gaohang-viewer"], TYPES)
    desktop_entry.uninstall(TYPES)
    assert {name: (home / name).read_bytes() for name in files(home)} == before
    assert desktop_entry.uninstall(TYPES) == []


@linux
def test_the_desktop_is_asked_to_open_reports_with_it_only_when_wanted(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = stand_in(home, monkeypatch, "xdg-mime")
    desktop_entry.install(["/opt/gaohang-viewer"], TYPES)
    assert not said.exists()
    desktop_entry.install(["/opt/gaohang-viewer"], TYPES, default=True)
    assert said.read_text().split() == ["default", "gaohang-viewer.desktop", *TYPES]


@linux
def test_a_desktop_that_refuses_says_why(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(home, monkeypatch, "xdg-mime", "echo no such desktop >&2; exit 2")
    with pytest.raises(OSError, match="no such desktop"):
        desktop_entry.install(["/opt/gaohang-viewer"], TYPES, default=True)


@linux
def test_desktops_with_caches_are_told(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("update-desktop-database", "gtk-update-icon-cache"):
        stand_in(home, monkeypatch, name, "exit 1")
    desktop_entry.install(["/opt/gaohang-viewer"], TYPES)
    assert (home / "update-desktop-database.said").read_text() == f"-q {home}/share/applications\n"
    assert (home / "gtk-update-icon-cache.said").read_text().endswith(f"{home}/share/icons/hicolor\n")


def test_a_folder_of_the_user_that_is_not_absolute_is_ignored(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", "share")
    assert desktop_entry._home("XDG_DATA_HOME", ".local/share") == Path.home() / ".local/share"


# --- the entry -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "path",
    ["/opt/gv", "/home/王 芳/下载/gv", '/a"b', "/a$b`c", "/a\\b", "/100%/gv", "/it's", "/a~b;c&d|e(f)"],
)
def test_a_path_in_exec_is_read_back_as_it_is(path: str) -> None:
    value = entry_of(entry(resource("desktop", f"{NAME}.desktop").read_text("utf-8"), [path]))[
        "Desktop Entry"
    ]
    unescaped = value["Exec"].replace("\\\\", "\\")  # a value is unescaped first, then its quotes are read
    program = unescaped.removesuffix(" %f")
    if program.startswith('"'):
        program = re.sub(r'\\(["`$\\])', r"\1", program[1:-1])
    assert program.replace("%%", "%") == path
    assert value["TryExec"].replace("\\\\", "\\") == path


def test_a_plain_argument_is_not_quoted() -> None:
    assert quoted("-m") == "-m"
    assert quoted("") == '""'


def test_the_entry_has_what_the_specification_asks_for() -> None:
    parsed = entry_of(entry(resource("desktop", f"{NAME}.desktop").read_text("utf-8"), ["/opt/g v", "x"]))
    main_group = parsed["Desktop Entry"]
    assert (main_group["Type"], main_group["Name"], main_group["Icon"]) == (
        "Application",
        "Gaohang Viewer",
        NAME,
    )
    assert main_group["Exec"] == '"/opt/g v" x %f'
    assert main_group["MimeType"].split(";") == [*TYPES, ""]
    assert {"Name[zh_CN]", "Comment", "Comment[zh_CN]", "Categories", "Terminal"} <= set(main_group)
    for action in filter(None, main_group["Actions"].split(";")):
        assert parsed[f"Desktop Action {action}"]["Exec"] == '"/opt/g v" x present %f'
        assert parsed[f"Desktop Action {action}"]["Name[zh_CN]"]


def test_the_description_agrees_with_the_entry_and_the_version() -> None:
    root = etree.parse(str(resource("desktop", f"{NAME}.metainfo.xml"))).getroot()
    assert dict(root.attrib) == {"type": "desktop-application"}
    assert re.fullmatch(r"[a-z]+(\.[A-Za-z_][A-Za-z0-9_]*){2,}", root.findtext("id", ""))
    assert root.findtext("launchable") == f"{NAME}.desktop"
    assert [each.text for each in root.findall("provides/mediatype")] == list(TYPES)
    assert [each.get("version") for each in root.findall("releases/release")][:1] == [__version__]
    for tag in ("name", "summary", "metadata_license", "project_license", "description", "content_rating"):
        assert root.find(tag) is not None, tag
    for part in root.findall("description/*"):
        assert len(list(part)) % 2 == 0, "each point stands there in both languages"


def test_the_stand_alone_folder_is_its_own_command(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "argv", ["/somewhere/__main__.py"])
    assert this_program() == [sys.executable, "-m", "gaohang_viewer"]
    script = tmp_path / NAME
    script.touch()
    monkeypatch.setattr(sys, "argv", [str(script)])
    assert this_program() == [str(script)]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert this_program() == [sys.executable]


# --- the command line ------------------------------------------------------------------------------------


@linux
def test_it_says_what_it_did(
    home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, qapp: QApplication
) -> None:
    monkeypatch.setenv("LANGUAGE", "en")
    assert main(["--default"]) == 2
    assert "xdg-utils" in capsys.readouterr().err
    stand_in(home, monkeypatch, "xdg-mime")
    said = []
    for wish in ("--install-desktop", "--default", "--uninstall-desktop", "--uninstall-desktop"):
        assert main([wish]) == 0
        said.append(capsys.readouterr().out)
    assert [text.count("\n") for text in said] == [2, 2, 1, 1]
    assert "Open with" in said[0]
    assert "by default" in said[1]
    assert "removed" in said[2]
    assert "nothing was removed" in said[3]
    assert files(home) == {"bin/xdg-mime", "xdg-mime.said"}


@linux
def test_a_home_that_cannot_be_written_to_is_one_sentence(
    home: Path, capsys: pytest.CaptureFixture[str], qapp: QApplication
) -> None:
    (home / "share").write_text("a file where a folder is wanted")
    assert main(["--install-desktop"]) == 2
    assert capsys.readouterr().err.count("\n") == 1


@linux
@pytest.mark.parametrize("name", ["报告 一.md", "a%20b.md", "plain.md"])
def test_a_file_may_be_named_by_its_url(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path | None] = []

    def run_nothing(path: Path | None, *_: object, **__: object) -> int:
        opened.append(path)
        return 0

    monkeypatch.setattr("gaohang_viewer.app.startup.run", run_nothing)
    file = tmp_path / name
    file.write_text("# 题\n\n## 甲\n\n## 乙\n", "utf-8")
    for said in (file.as_uri(), file.as_uri().replace("file:///", "file://localhost/"), str(file)):
        assert main(["outline", said]) == 0
        assert capsys.readouterr().out == "甲\n乙\n"
        assert main([said]) == 0
        assert opened.pop() == file


# --- the window ------------------------------------------------------------------------------------------

MAC = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QTimer, QUrl
from PySide6.QtGui import QFileOpenEvent, QGuiApplication
from gaohang_viewer.app import startup
from gaohang_viewer.system.macos import Application

def opened():
    app = QCoreApplication.instance()
    app.sendEvent(app, QFileOpenEvent(QUrl.fromLocalFile(sys.argv[1])))
    window = app.topLevelWindows()[0]
    sizes = sorted(size.width() for size in QGuiApplication.windowIcon().availableSizes())
    print(window.title(), sizes, flush=True)
    app.quit()

app = Application([])
QTimer.singleShot(0, lambda: QTimer.singleShot(3 * startup.AFTER_PAINTING, opened))
startup.run(None)
"""


def test_a_mac_opens_a_file_by_an_event_and_the_window_has_its_icon(tmp_path: Path) -> None:
    file = tmp_path / "report.md"
    file.write_text("# 甲镇报告\n\n## 一\n\n文。\n", "utf-8")
    environment = {
        **os.environ,
        "XDG_CONFIG_HOME": str(tmp_path),
        "QT_QPA_PLATFORM": "offscreen",
        "LANGUAGE": "en",
    }
    code = [sys.executable, "-c", MAC, str(file)]
    done = subprocess.run(
        code,
        capture_output=True,
        encoding="utf-8",
        env=environment | {"PYTHONPATH": str(Path(__file__).parents[2])},
        check=False,
        timeout=60,
    )
    assert "甲镇报告" in done.stdout, done.stderr
    assert "[16, 32, 48, 128]" in done.stdout
