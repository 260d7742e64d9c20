"""dev.py: when it sets up again, and what it asks of the system."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import dev


@pytest.fixture(autouse=True)
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout with a lock, a project file and an empty .venv."""
    for name in ("requirements.lock", "pyproject.toml"):
        (tmp_path / name).write_text(name)
    (tmp_path / ".venv").mkdir()
    monkeypatch.setattr(dev, "ROOT", tmp_path)
    monkeypatch.setattr(dev, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(dev, "PYTHON", Path(sys.executable))
    monkeypatch.setattr(dev, "LOG", tmp_path / ".venv" / "install.log")
    return tmp_path


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The commands that would have been run; all of them succeed."""
    commands: list[list[str]] = []

    def call(command: list[str], **_: object) -> int:
        commands.append(command)
        return 0

    monkeypatch.setattr(subprocess, "call", call)
    return commands


def programs(monkeypatch: pytest.MonkeyPatch, *names: str) -> None:
    """Pretend that only these are installed."""
    monkeypatch.setattr(shutil, "which", lambda name, path=None: name if name in names else None)


def user(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    """Pretend to be root (0) or someone else."""
    monkeypatch.setattr(os, "geteuid", lambda: number, raising=False)


def test_a_finished_step_stays_finished() -> None:
    assert not dev.is_done("packages")
    dev.mark_done("packages")
    assert dev.is_done("packages")
    assert not dev.is_done("libraries")


@pytest.mark.parametrize("name", ["requirements.lock", "pyproject.toml"])
def test_a_changed_file_asks_for_a_new_set_up(checkout: Path, name: str) -> None:
    dev.mark_done("packages")
    (checkout / name).write_text("another")
    assert not dev.is_done("packages")


def test_another_python_asks_for_a_new_set_up(monkeypatch: pytest.MonkeyPatch) -> None:
    dev.mark_done("packages")
    monkeypatch.setattr(sys, "version", "3.x with a security update")
    assert dev.is_done("packages")
    monkeypatch.setattr(sys, "version_info", (3, 99, 0, "final", 0))
    assert not dev.is_done("packages")


def test_a_moved_checkout_asks_for_a_new_set_up(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dev.mark_done("packages")
    moved = checkout.rename(checkout.with_name("moved"))
    monkeypatch.setattr(dev, "ROOT", moved)
    monkeypatch.setattr(dev, "VENV", moved / ".venv")
    assert not dev.is_done("packages")


def test_a_venv_without_its_python_asks_for_a_new_set_up(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dev.mark_done("packages")
    monkeypatch.setattr(dev, "PYTHON", checkout / "gone")
    assert not dev.is_done("packages")


def test_a_finished_set_up_starts_nothing(monkeypatch: pytest.MonkeyPatch, calls: list[list[str]]) -> None:
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: pytest.fail("started a process"))
    programs(monkeypatch, *dev.SCREEN, *dev.CI_TOOLS)
    dev.mark_done("packages")
    dev.mark_done("libraries")
    dev.set_up(screen=True)
    assert calls == []


@pytest.mark.parametrize("in_ci", [False, True])
def test_a_print_server_and_office_programs_are_installed_only_where_ci_is_set(
    monkeypatch: pytest.MonkeyPatch, calls: list[list[str]], in_ci: bool
) -> None:
    if in_ci:
        monkeypatch.setenv("CI", "true")
    else:
        monkeypatch.delenv("CI", raising=False)
    programs(monkeypatch, "apt-get", *dev.SCREEN)
    user(monkeypatch, 0)
    dev.mark_done("packages")
    dev.mark_done("libraries")
    dev.set_up(screen=True)
    packages = " ".join(dev.CI_TOOLS.values()).split()
    assert [call[-len(packages) :] for call in calls if "install" in call] == ([packages] if in_ci else [])


def test_an_interrupted_venv_is_made_anew(checkout: Path, calls: list[list[str]]) -> None:
    (checkout / ".venv" / "left-over").touch()
    dev.make_venv()
    assert not (checkout / ".venv" / "left-over").exists()
    assert calls[0] == [dev.BASE_PYTHON, "-m", "venv", str(dev.VENV)]
    assert all("--no-deps" in call for call in calls[1:])
    assert not dev.is_done("packages")


def test_root_installs_without_questions(monkeypatch: pytest.MonkeyPatch, calls: list[list[str]]) -> None:
    programs(monkeypatch, "apt-get")
    user(monkeypatch, 0)
    dev.apt(["libegl1", "xvfb"], "something")
    quiet = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]
    assert calls == [
        [*quiet, "update"],
        [*quiet, "install", "-y", "--no-install-recommends", "libegl1", "xvfb"],
    ]


def test_a_user_installs_through_sudo(monkeypatch: pytest.MonkeyPatch, calls: list[list[str]]) -> None:
    programs(monkeypatch, "apt-get", "sudo")
    user(monkeypatch, 1000)
    dev.apt(["libegl1"], "something")
    assert calls[0][0] == "sudo"
    assert [call[:2] for call in calls[1:]] == [["sudo", "env"], ["sudo", "env"]]


def test_a_user_without_sudo_is_told_the_one_command(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    programs(monkeypatch, "apt-get")
    user(monkeypatch, 1000)
    with pytest.raises(SystemExit) as stop:
        dev.apt(["libegl1"], "Qt's libEGL.so.1")
    assert stop.value.code == 1
    assert capsys.readouterr().err == (
        "This system misses Qt's libEGL.so.1. Please run this as root, then call again:\n"
        "apt-get update && apt-get install -y --no-install-recommends libegl1\n"
    )


def test_what_is_only_useful_does_not_stop_the_rest(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    programs(monkeypatch)
    user(monkeypatch, 1000)
    dev.apt(["xvfb"], "a screen for tests", needed=False)
    assert "a screen for tests" in capsys.readouterr().err


def test_a_failed_step_shows_the_end_of_its_words(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        dev.logged([sys.executable, "-c", "print('the reason'); raise SystemExit(3)"])
    error = capsys.readouterr().err
    assert "the reason" in error
    assert "ended with 3" in error


def test_an_unknown_command_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main(["dance"]) == 2
    assert "dance" in capsys.readouterr().err


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main([]) == 0
    words = capsys.readouterr().out
    assert [
        name
        for name in (
            "run",
            "test",
            "check",
            "tour",
            "headlines",
            "outlines",
            "slides",
            "soak",
            "fuzz",
            "bench",
            "icon",
            "bundle",
        )
        if f"dev.py {name} " not in words
    ] == []


def test_what_makes_the_folder_is_installed_once_and_in_the_locked_versions(
    monkeypatch: pytest.MonkeyPatch, calls: list[list[str]]
) -> None:
    became: list[tuple[str, ...]] = []
    monkeypatch.setattr(dev, "set_up", lambda: None)
    monkeypatch.setattr(dev, "become", lambda *arguments: became.append(arguments))
    dev.main(["bundle", "out"])
    dev.main(["bundle"])
    assert [call[-4:] for call in calls] == [["-c", "requirements.lock", "-e", ".[bundle]"]]
    assert became == [("-m", "tests.tools.bundle", "out"), ("-m", "tests.tools.bundle")]
