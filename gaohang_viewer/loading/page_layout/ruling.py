"""Puts the ruling lines of a page together to nets, each of which may be a table."""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

from gaohang_viewer.loading.page_layout.page import Rule

TOUCH = 3.0
"""Points between lines that meet."""

_SAME_LINE = 1.0  # points between parts of one line
_MOST_RULES = 4_000  # of one page; one with more is a drawing


class Net(NamedTuple):
    """Lines that meet."""

    horizontal: list[Rule]
    vertical: list[Rule]

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Its left, top, right and bottom."""
        both = [*self.horizontal, *self.vertical]
        return (
            min(rule.left for rule in both),
            min(rule.top for rule in both),
            max(rule.right for rule in both),
            max(rule.bottom for rule in both),
        )


def nets_of(rules: list[Rule]) -> list[Net]:
    """Returns the groups of lines that meet and can be a table, the largest first."""
    if len(rules) > _MOST_RULES:
        return []
    flat = _whole([rule for rule in rules if rule.horizontal])
    upright = _whole([rule for rule in rules if not rule.horizontal])
    upright.sort(key=lambda rule: rule.top)
    parent = list(range(len(flat) + len(upright)))

    def root(at: int) -> int:
        while parent[at] != at:
            parent[at] = parent[parent[at]]
            at = parent[at]
        return at

    for number, rule in enumerate(flat):
        for other, line in enumerate(upright, len(flat)):
            if line.top > rule.bottom + TOUCH:
                break
            if line.bottom >= rule.top - TOUCH and rule.left - TOUCH <= line.left <= rule.right + TOUCH:
                parent[root(number)] = root(other)
    groups: dict[int, Net] = defaultdict(lambda: Net([], []))
    for number, rule in enumerate(flat):
        groups[root(number)].horizontal.append(rule)
    for number, rule in enumerate(upright, len(flat)):
        groups[root(number)].vertical.append(rule)
    nets = _stacked([net for net in groups.values() if net.horizontal and net.vertical])
    return sorted(nets, key=lambda net: -len(net.horizontal) * len(net.vertical))


def _whole(rules: list[Rule]) -> list[Rule]:
    """Returns lines of one direction with the parts of a line put together."""
    out: list[Rule] = []
    for rule in sorted(
        rules,
        key=lambda rule: (round(rule.top), rule.left) if rule.horizontal else (round(rule.left), rule.top),
    ):
        last = out[-1] if out else rule
        beside = abs(last.top - rule.top) if rule.horizontal else abs(last.left - rule.left)
        gap = rule.left - last.right if rule.horizontal else rule.top - last.bottom
        if out and beside <= _SAME_LINE and gap <= TOUCH:
            out[-1] = Rule(
                min(last.left, rule.left),
                min(last.top, rule.top),
                max(last.right, rule.right),
                max(last.bottom, rule.bottom),
            )
        else:
            out.append(rule)
    return out


def _stacked(nets: list[Net]) -> list[Net]:
    """Returns nets with those put together whose boxes overlap: cells that are drawn apart."""
    out: list[Net] = []
    for one in sorted(nets, key=lambda net: min(rule.top for rule in net.horizontal)):
        net, box = one, one.box
        while True:
            near = next((other for other in out if _overlap(other.box, box)), None)
            if near is None:
                break
            out.remove(near)
            net = Net(near.horizontal + net.horizontal, near.vertical + net.vertical)
            box = net.box
        out.append(net)
    return out


def _overlap(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return (
        min(one[2], other[2]) - max(one[0], other[0]) > -TOUCH
        and min(one[3], other[3]) - max(one[1], other[1]) > -TOUCH
    )
