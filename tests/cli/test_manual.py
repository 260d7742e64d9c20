"""The pages of the manual, the documents and the command line say the same."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from gaohang_viewer.cli.arguments import COMMANDS, parser_of
from gaohang_viewer.resources import resource

ROOT = Path(__file__).parents[2]
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
    {option for given in ([], *([name] for name in COMMANDS)) for option in options(parser_of(given))}
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
    assert [command for command in COMMANDS if f".B {command}\n" not in page(name)] == []


@pytest.mark.parametrize("name", PAGES)
def test_a_page_begins_with_its_heading_and_name(name: str) -> None:
    lines = [line for line in resource("desktop", name).read_text("utf-8").splitlines() if line != ".ad l"]
    assert lines[0].startswith(".TH GAOHANG-VIEWER 1 ")
    assert lines[1].startswith(".SH ")
    assert lines[2].startswith("gaohang-viewer \\- ")
    known = {".TH", ".SH", ".SS", ".TP", ".PP", ".B", ".BI", ".BR", ".RI", ".IR", ".I", ".br", ".EX", ".EE"}
    assert {line.split()[0] for line in lines if line.startswith(".")} <= known


def options_in(text: str) -> set[str]:
    return set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", text))


def test_the_page_of_the_command_line_names_every_option() -> None:
    text = ROOT.joinpath(".github", "docs", "command-line.md").read_text("utf-8")
    assert sorted(options_in(text) - {"--help"}) == [
        option for option in ALL if option not in ("-o", "--output")
    ]


@pytest.mark.parametrize("name", ["README.md", ".github/README.zh_CN.md"])
def test_the_readme_names_commands_and_options_that_exist(name: str) -> None:
    block = re.split("## (?:Command line|命令行)", ROOT.joinpath(name).read_text("utf-8"))[1].split("## ")[0]
    lines = re.findall(r"(?m)^    gaohang-viewer (\w+)(.*)", block)
    assert {command for command, _ in lines} == set(COMMANDS)
    for command, rest in lines:
        assert options_in(rest) <= set(options(parser_of([command])))
