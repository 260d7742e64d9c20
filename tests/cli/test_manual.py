"""The pages of the manual, the README and the command line say the same."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from gaohang_viewer.cli.main import _COMMANDS, _parser
from gaohang_viewer.resources import resource

README = Path(__file__).parents[2].joinpath("README.md").read_text("utf-8")
PAGES = ("gaohang-viewer.1", "gaohang-viewer.zh_CN.1")


def options(parser: argparse.ArgumentParser) -> Iterator[str]:
    """The options of a parser and of those below it, less the help that all have."""
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for below in action.choices.values():
                yield from options(below)
        elif not isinstance(action, argparse._HelpAction):
            yield from action.option_strings


ALL = sorted(
    {option for given in ([], *([name] for name in _COMMANDS)) for option in options(_parser(given))}
)


def page(name: str) -> str:
    """A page of the manual as it reads, without its signs."""
    text = resource("desktop", name).read_text("utf-8")
    return re.sub(r"\\f.", "", text.replace("\\-", "-").replace('" ', " ").replace(' "', " "))


@pytest.mark.parametrize("name", PAGES)
def test_the_manual_tells_of_every_option_and_of_no_other(name: str) -> None:
    told = set(re.findall(r"(?<![\w-])--?[a-z][a-z-]*(?=[\s,.;])", page(name).split(".SH EXAMPLES")[0]))
    assert sorted(told - {"-h", "--help", "-", "--"}) == ALL


@pytest.mark.parametrize("name", PAGES)
def test_the_manual_tells_of_every_command(name: str) -> None:
    assert [command for command in _COMMANDS if f".B {command}\n" not in page(name)] == []


@pytest.mark.parametrize("name", PAGES)
def test_a_page_begins_with_its_heading_and_name(name: str) -> None:
    lines = [line for line in resource("desktop", name).read_text("utf-8").splitlines() if line != ".ad l"]
    assert lines[0].startswith(".TH GAOHANG-VIEWER 1 ")
    assert lines[1].startswith(".SH ")
    assert lines[2].startswith("gaohang-viewer \\- ")
    known = {".TH", ".SH", ".SS", ".TP", ".PP", ".B", ".BI", ".BR", ".RI", ".IR", ".I", ".br", ".EX", ".EE"}
    assert {line.split()[0] for line in lines if line.startswith(".")} <= known


def test_the_readme_tells_of_every_option() -> None:
    block = README.split("## Command line")[1].split("## ")[0]
    assert [option for option in ALL if not re.search(rf"(?<![\w-]){option}(?![\w-])", block)] == ["--output"]
