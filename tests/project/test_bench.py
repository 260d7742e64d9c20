"""The quick form of the measurements: its bars belong to what is measured, and a value over a bar is told."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from tests.tools.bench import quick
from tests.tools.bench.__main__ import show
from tests.tools.bench.bars import BARS, missed
from tests.tools.bench.quick import CHECKS, Check, judge
from tests.tools.bench.rounds import Rounds, figure, spread


def gives(*runs: Mapping[str, float]) -> Callable[[], Mapping[str, float]]:
    """A measurement that has these numbers, one after the other."""
    left = iter(runs)
    return lambda: next(left)


def test_every_bar_is_of_a_figure_that_is_measured_and_every_figure_has_one() -> None:
    measured = [name for check in CHECKS for name in check.figures]
    assert sorted(measured) == sorted(BARS)


@pytest.mark.parametrize("name", BARS)
def test_a_value_over_its_bar_is_told_with_the_figure_the_bar_and_the_value(name: str) -> None:
    over = BARS[name] + 0.25
    assert missed({name: over}) == {name: f"{name} may be at most {BARS[name]:g}, and is {over:.2f}"}
    assert missed({name: BARS[name]}) == {}


def test_no_number_is_over_every_bar() -> None:
    assert list(missed({"pdf_ratio": float("nan")})) == ["pdf_ratio"]


def test_a_bar_missed_twice_fails() -> None:
    check = Check(("pdf_ratio",), gives({"pdf_ratio": 9}, {"pdf_ratio": 8}), screen=False)
    assert judge(check) == [f"pdf_ratio may be at most {BARS['pdf_ratio']:g}, and is 8.00"]


def test_a_bar_missed_once_only_is_held() -> None:
    check = Check(("pdf_ratio",), gives({"pdf_ratio": 9}, {"pdf_ratio": 1}), screen=False)
    assert judge(check) == []


def test_a_second_try_is_for_the_missed_figure_alone() -> None:
    first, again = {"start_ratio": 9, "pss_rest_ratio": 1}, {"start_ratio": 1, "pss_rest_ratio": 9}
    assert judge(Check(("start_ratio", "pss_rest_ratio"), gives(first, again), screen=True)) == []


def test_a_bar_held_at_once_is_not_measured_again() -> None:
    assert judge(Check(("pdf_ratio",), gives({"pdf_ratio": 1}), screen=False)) == []


def test_a_figure_that_is_not_given_fails() -> None:
    assert judge(Check(("pdf_ratio",), gives({"pdf_ms": 1}), screen=False)) == ["pdf_ratio was not measured"]


@pytest.mark.parametrize(("value", "code"), [(1.0, 0), (9.0, 1)])
def test_without_a_screen_it_says_so_and_measures_what_needs_none(
    value: float, code: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    screen = Check(("start_ratio",), gives(), screen=True)
    screenless = Check(("pdf_ratio",), gives({"pdf_ratio": value}, {"pdf_ratio": value}), screen=False)
    monkeypatch.setattr(quick, "CHECKS", (screen, screenless))
    monkeypatch.setattr(quick, "available", lambda: "Xvfb not installed")
    assert quick.run() == code
    said = capsys.readouterr()
    assert "Xvfb not installed" in said.out
    assert ("pdf_ratio may be at most" in said.err) is bool(code)


def test_programs_take_turns_and_a_ratio_is_of_one_round() -> None:
    order = []

    def run(name: str, *values: float) -> Callable[[], Mapping[str, float]]:
        left = iter(values)

        def once() -> Mapping[str, float]:
            order.append(name)
            return {"ms": next(left)}

        return once

    rounds = Rounds({"one": run("one", 0, 20, 30, 40), "two": run("two", 0, 10, 10, 40)}, 3)
    assert "".join(name[0] for name in order) == "otottoot"
    assert rounds.ratios("one", "two", "ms") == [2, 3, 1]
    assert rounds.values("one", "ms") == [20, 30, 40]


def test_the_spread_is_how_far_the_middle_half_lies_apart() -> None:
    assert spread([1, 2, 3, 4, 500]) == 2
    assert spread([7]) == 0
    assert figure("start_ms", [1, 2, 3, 4, 500]) == {"start_ms": 3, "start_ms_spread": 2}


def test_a_figure_is_printed_with_its_spread(capsys: pytest.CaptureFixture[str]) -> None:
    show({"start_ms": 205.8, "start_ms_spread": 9.1, "pdf_100_pages": 1100})
    assert [line.split() for line in capsys.readouterr().out.splitlines()] == [
        ["start_ms", "205.80", "±9.10"],
        ["pdf_100_pages", "1100.00"],
    ]
