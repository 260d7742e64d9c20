"""Wheel and touchpad: one step a notch."""

from __future__ import annotations

import pytest

from gaohang_viewer.presenting.wheel import WheelSteps


@pytest.mark.parametrize(
    ("deltas", "steps"),
    [
        ([-120], [1]),
        ([120], [-1]),
        ([-240], [2]),
        ([-60, -60], [0, 1]),
        ([-15] * 9, [0] * 7 + [1, 0]),
        ([-100, 30, -100], [0, 0, 0]),  # turning round starts anew
    ],
)
def test_notches(deltas: list[int], steps: list[int]) -> None:
    wheel = WheelSteps()
    assert [wheel.add(delta) for delta in deltas] == steps


def test_pixels_of_a_touchpad() -> None:
    wheel = WheelSteps()
    assert [wheel.add(-32, is_pixels=True) for _ in range(6)] == [0, 0, 1, 0, 0, 1]
