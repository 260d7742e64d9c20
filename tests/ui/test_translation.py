"""The Chinese interface is complete, and up to date with the code."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtGui import QKeySequence

from gaohang_viewer.resources import resource
from gaohang_viewer.ui.translation import counted, install_language, system_language

SOURCE = resource("translations", "gaohang_viewer_zh_CN.ts")
SOURCES = sorted(SOURCE.parent.glob("*.ts"))  # with those that add to Qt's own texts
TOOLS = Path(sys.executable).parent


def messages(path: Path) -> dict[tuple[str, str], ET.Element]:
    return {
        (context.findtext("name", ""), message.findtext("source", "")): message
        for context in ET.parse(path).getroot().iter("context")  # noqa: S314 - a file of ours
        for message in context.iter("message")
    }


@pytest.mark.parametrize("file", SOURCES, ids=lambda file: file.stem)
def test_no_string_is_untranslated(file: Path) -> None:
    for (context, source), message in messages(file).items():
        translation = message.find("translation")
        assert translation is not None
        assert translation.get("type") is None, f"{context}: {source}"
        assert translation.text, f"{context}: {source}"
        assert re.findall(r"{\w+}", source) == re.findall(r"{\w+}", translation.text), source


def test_every_string_of_the_code_is_in_the_translation(tmp_path: Path) -> None:
    copy = tmp_path / SOURCE.name
    shutil.copy(SOURCE, copy)
    files = [str(file) for file in Path(__file__).parents[2].joinpath("gaohang_viewer").rglob("*.py")]
    command = [str(TOOLS / "pyside6-lupdate"), *files, "-ts", str(copy), "-no-obsolete", "-locations", "none"]
    subprocess.run(command, check=True, capture_output=True)
    assert set(messages(copy)) == set(messages(SOURCE))


@pytest.mark.parametrize("file", SOURCES, ids=lambda file: file.stem)
def test_the_compiled_translation_is_that_of_the_source(file: Path, tmp_path: Path) -> None:
    made = tmp_path / "made.qm"
    subprocess.run(
        [str(TOOLS / "pyside6-lrelease"), str(file), "-qm", str(made)], check=True, capture_output=True
    )
    assert made.read_bytes() == file.with_suffix(".qm").read_bytes()


def test_the_chinese_is_written_alike() -> None:
    """Full-width punctuation, a space between Chinese and Latin, one word for slides, nobody addressed."""
    for (context, source), message in messages(SOURCE).items():
        text = message.findtext("translation", "")
        assert not re.search(r"[\u4e00-\u9fff][A-Za-z0-9{]|[A-Za-z0-9}][\u4e00-\u9fff]", text), (
            context,
            source,
        )
        if "(*" not in source and "({kinds})" not in source:  # Qt reads these as file filters
            assert not re.search(r"[\u4e00-\u9fff] ?[,;:!?()]", text), (context, source)
        assert not re.search("[您你]|放映稿|放映页", text), (context, source)


def test_the_language_can_be_changed(qapp: object) -> None:
    assert install_language("zh_CN") == "zh_CN"
    assert QCoreApplication.translate("actions", "Present from the start") == "从头放映"
    assert install_language("en") == "en"
    assert QCoreApplication.translate("actions", "Present from the start") == "Present from the start"


@pytest.mark.skipif(sys.platform == "darwin", reason="a Mac shows keys as its own signs")
@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_keys_are_shown_as_people_write_them(qapp: object, language: str) -> None:
    install_language(language)
    keys = ("Alt+Left", "Ctrl+PgUp", "Ctrl+PgDown", "Ctrl+Delete", "Ctrl+Return")
    shown = [QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in keys]
    assert shown == ["Alt+←", "Ctrl+PgUp", "Ctrl+PgDn", "Ctrl+Del", "Ctrl+Enter"]
    install_language("en")


def test_dates_are_those_of_the_language(qapp: object) -> None:
    install_language("zh_CN")
    assert QLocale().name() == "zh_CN"
    install_language("en")
    assert QLocale().language() in (QLocale.Language.English, QLocale.Language.C)


@pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="elsewhere Qt asks the system, not the environment"
)
def test_the_language_is_the_systems(monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(variable, raising=False)
    assert system_language() == "en"
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    assert system_language() == "zh_CN"
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    assert system_language() == "en"


def test_one_thing_is_not_many() -> None:
    assert [counted(count, "1 note", "{count} notes") for count in (0, 1, 2)] == [
        "0 notes",
        "1 note",
        "2 notes",
    ]
