"""What a sentence has said so far: later amounts rely on it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from gaohang_viewer.report.key_figures.clauses import Spot
from gaohang_viewer.report.key_figures.indicators import is_indicator, owner
from gaohang_viewer.report.key_figures.judgement import is_measured
from gaohang_viewer.report.key_figures.units import COUNTS, SHARES
from gaohang_viewer.report.key_figures.vocabulary import AIMS, YEAR

_OWNER_AHEAD = 12  # characters of a clause in which an owner is its subject
_SINCE = re.compile(
    r"[比较][^，]{2,8}年$|基础上$|基数$|[同与和].{2,8}(?:相比|比较|比)$"
)  # 一九五七年比一九五二年，
_AT = re.compile("[到至在]|截[至止]到?|")


class Name(NamedTuple):
    """What an amount counts.

    `when` is its year if the text says it, `aim` a word that marks an aim or an estimate. `sure` is whether
    the amount may be shown without its text, `earlier` whether it is an older value and a newer one follows.
    """

    what: str
    when: str = ""
    aim: str = ""
    sure: bool = False
    earlier: bool = False


class Known(NamedTuple):
    """The name of an amount without its growth, and whether it is sure."""

    name: str
    sure: bool


_NOTHING = Known("", sure=False)


@dataclass(slots=True)
class Sentence:
    """The state of a sentence between two of its amounts.

    `subject` is what the last amount counts, `behind` whether it stood behind that amount. `verb` begins the
    current list, `unit` is that of the last named amount. `part` is whether a part of the place is spoken of,
    `since` whether growth since another year is. `older` is whether the last amount is an older value, and
    `older_year` its year. `named` are the amounts with names of their own, `together` the last ones that were
    named together, `pending` the names of amounts still to come.
    """

    aim: str = ""
    when: str = ""
    subject: Known = _NOTHING
    behind: bool = False
    verb: str = ""
    unit: str = ""
    part: bool = False
    since: bool = False
    older: bool = False
    older_year: str = ""
    named: list[Known] = field(default_factory=list)
    together: list[Known] = field(default_factory=list)
    pending: list[Name] = field(default_factory=list)

    def read(self, spot: Spot) -> None:
        """Reads the clauses between the last amount and the one before `spot`."""
        for clause in spot.earlier:
            self.since = self.since or _SINCE.search(clause) is not None
            self.part = self.part or 0 <= owner(clause) < _OWNER_AHEAD
            if said := AIMS.match(clause):
                self.aim = said[0]
            at = _AT.match(clause)
            if at and (year := YEAR.fullmatch(clause, at.end())):
                self.when = year[0]

    def next_pending(self, names: list[Name]) -> Name:
        """Keeps names for the next amounts and returns the first."""
        self.pending = names[1:]
        return names[0]

    def of_subject(
        self, spot: Spot, growth: str = "", when: str = "", aim: str = "", *, counted: bool = False
    ) -> Name:
        """Returns the name of a further amount of the subject; `counted` allows measure words."""
        what, unit = self.subject.name, spot.amount.unit
        if growth:
            measured = unit in SHARES or unit == "倍" or is_indicator(what)
            what = what.removeprefix("累计")
        else:
            measured = is_measured(what, unit, "", "") or (counted and unit in COUNTS)
        return Name(what + growth, when, aim, self.subject.sure and measured and spot.closed)
