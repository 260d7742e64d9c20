"""Names for amounts that stand side by side: 城镇居民和农民人均可支配收入分别增长8%和9%."""

from __future__ import annotations

import re

from gaohang_viewer.report.key_figures.indicators import is_indicator, is_time

_AND = re.compile(r"以及|[、和与及]")
_WHO = re.compile(r"居民|农民|农牧民|农村|城镇")
_OF_WHOM = re.compile(r"(?:居民|农牧民|农民|职工)(?=.)")
_BOTH = (("城乡居民", ("城镇居民", "农村居民")), ("城乡常住居民", ("城镇常住居民", "农村常住居民")))


def paired(together: str, count: int) -> list[str]:
    """The names that are told together, one for each of `count` amounts; none where they do not match."""
    for both, each in _BOTH:
        if count == 2 and together.count(both) == 1 and not _AND.search(together):
            return [together.replace(both, one) for one in each]
    names = [name.strip() for name in _AND.split(together)]
    if len(names) != count or not all(len(name) > 1 for name in names):
        return []
    last = names[-1]
    if not is_indicator(last):
        return names
    return [_completed(name, last) for name in names[:-1]] + [last]


def _completed(name: str, last: str) -> str:
    """A name with the end that it shares with the last: 城镇居民 of 农民人均可支配收入."""
    if is_time(last) and not is_time(name):
        return ""
    if is_indicator(name) and not name.endswith(("居民", "农民", "职工", "人口")):
        return name
    shared = _OF_WHOM.search(last)
    if _WHO.search(name[-3:]) and shared:
        return name + (last[shared.start() :] if name in ("城镇", "农村") else last[shared.end() :])
    return ""
