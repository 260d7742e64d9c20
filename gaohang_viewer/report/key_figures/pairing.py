"""Names amounts that stand side by side: 城镇居民和农民人均可支配收入分别增长8%和9%."""

from __future__ import annotations

import re

from gaohang_viewer.report.key_figures.clauses import Spot
from gaohang_viewer.report.key_figures.indicators import is_indicator, is_time
from gaohang_viewer.report.key_figures.judgement import is_measured, is_name
from gaohang_viewer.report.key_figures.phrase import Phrase, phrase
from gaohang_viewer.report.key_figures.sentence import Known, Name, Sentence

_AND = re.compile(r"以及|[、和与及]")
_WHO = re.compile(r"居民|农民|农牧民|农村|城镇|业$")
_OF_WHOM = re.compile(r"(?:居民|农牧民|农民|职工|业)(?=.)")
_BOTH = (("城乡居民", ("城镇居民", "农村居民")), ("城乡常住居民", ("城镇常住居民", "农村常住居民")))
_PREDICATE = re.compile(r"(?:确保|力争|预计|比|较|同比|年均|均|都).*$")


def paired(together: str, count: int) -> list[str]:
    """Splits a name into one for each of `count` amounts, "" if unclear; [] if the number differs."""
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
    """Returns a name with the end that it shares with the last: 城镇居民 of 农民人均可支配收入."""
    if is_time(last) and not is_time(name):
        return ""
    if is_indicator(name) and not name.endswith(("居民", "农民", "职工", "人口")):
        return name
    shared = _OF_WHOM.search(last)
    if _WHO.search(name[-3:]) and shared:
        return name + (last[shared.start() :] if name in ("城镇", "农村") else last[shared.end() :])
    return ""


def named_together(sentence: Sentence, spot: Spot, said: Phrase, aim: str) -> list[Name]:
    """Returns the names of the amounts from `spot` on that stand side by side, [] if they are unclear."""
    together = said.name
    if not together and spot.earlier and not sentence.named:
        together = _PREDICATE.sub("", phrase(spot.earlier[-1]).name)
    if together:
        every = _split(together, spot.run)
        sentence.named += every
    else:
        every = _split(sentence.named[-1].name, spot.run) if sentence.named else []
        every = every or (sentence.named[-spot.run :] if len(sentence.named) >= spot.run else [])
    sentence.together = every
    sentence.subject = Known("", sure=False)
    older = said.since is not None
    may_be = spot.closed and not older and not sentence.part
    return [
        Name(
            name + said.growth,
            said.since or said.when or sentence.when,
            aim,
            may_be and sure and is_measured(name, spot.amount.unit, "", said.growth),
            older,
        )
        for name, sure in every
    ]


def _split(together: str, count: int) -> list[Known]:
    names = paired(together, count)
    return [Known(name, is_name(name)) for name in names] if all(names) else []
