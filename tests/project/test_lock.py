"""The lock: exact versions and nothing else, agreeing with one another and with what the project asks for."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[2]
LINES = (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines()
LOCKED = [line for line in LINES if line and not line.startswith("#")]
PROJECT = (ROOT / "pyproject.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize("line", LOCKED)
def test_a_line_is_a_name_and_one_version(line: str) -> None:
    assert re.fullmatch(
        r'[A-Za-z0-9_-]+==[0-9.]+(\.post[0-9]+)?( ; (python_version|sys_platform) [<=]+ "[a-z0-9.]+")?', line
    )


def test_it_names_no_address() -> None:
    assert not [line for line in LINES if re.search(r"://|^-|--|@|\bindex\b", line)]


def test_what_the_project_needs_is_locked_in_a_version_it_allows() -> None:
    locked = {name.lower(): version for name, version in (line.split(" ;")[0].split("==") for line in LOCKED)}
    block = re.search(r"^dependencies = \[$(.*?)^\]$", PROJECT, re.DOTALL | re.MULTILINE)
    assert block
    needed = [Requirement(text) for text in re.findall(r'^ *"(.+)",$', block[1], re.MULTILINE)]
    assert needed
    assert not [str(need) for need in needed if not need.specifier.contains(locked[need.name.lower()])]


def test_the_pyside6_that_breaks_python_3_10_and_3_11_is_excluded() -> None:
    need = next(Requirement(text) for text in re.findall(r'"(PySide6.+)"', PROJECT))
    assert not need.specifier.contains("6.12.0")
    assert need.specifier.contains("6.8.0")
    assert need.specifier.contains("6.11.3")


def test_what_is_installed_agrees() -> None:
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "check"]
    found = subprocess.run(pip, capture_output=True, text=True, check=False)
    assert found.returncode == 0, found.stdout
