from __future__ import annotations

import sys

from gaohang_viewer.ui.switch_interval import short_switch_interval


def test_the_usual_interval_returns_when_the_last_one_ends_in_whatever_order() -> None:
    usual = sys.getswitchinterval()
    one, other = short_switch_interval(), short_switch_interval()
    one.__enter__()
    other.__enter__()
    one.__exit__(None, None, None)
    assert sys.getswitchinterval() < usual
    other.__exit__(None, None, None)
    assert sys.getswitchinterval() == usual
