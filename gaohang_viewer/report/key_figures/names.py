"""What the amounts of a paragraph count, and whether that is sure enough to be shown."""

from __future__ import annotations

import re
from typing import NamedTuple

from gaohang_viewer.report.key_figures.clauses import Joint, Spot
from gaohang_viewer.report.key_figures.indicators import (
    indicator_ahead,
    is_countable,
    is_generic,
    is_indicator,
    is_strong,
    owner,
    sector,
)
from gaohang_viewer.report.key_figures.judgement import is_measured, is_name
from gaohang_viewer.report.key_figures.nouns import Noun, noun_behind
from gaohang_viewer.report.key_figures.pairing import paired
from gaohang_viewer.report.key_figures.phrase import Phrase, is_scope, phrase, without_tails
from gaohang_viewer.report.key_figures.units import COUNTS, PEOPLE, SHARES
from gaohang_viewer.report.key_figures.vocabulary import AIMS, YEAR

_MOST = 24  # characters of a name
_OF_THE_WHOLE = (
    "",
    "推进",
    "推动",
    "实施",
    "启动",
    "开展",
    "加快",
    "支持",
)  # of a list of which the end is the noun
_ALL = re.compile("..[、和与及]..")  # of several things, each of which has such an amount
_CAUSES = ("拉动", "带动", "促进", "推动", "高于", "低于")
_BASE_ALONE = re.compile(r"[比较][^，]{2,8}年$")
_AT = re.compile("[到至在]|截[至止]到?|")
_TO = re.compile(
    r"^(?:，)?(?:逐步|大幅|持续|稳步|快速|历史性|跨越)?(?:地)?(?:增长|提高|增加|提升|上升|扩大|下降|降低|减少|缩小|压缩|缩短|发展|跃升|攀升|增|升|降|减|调整|拓展|压减)?"
    r"(?:到|至|为)了?([^，的]{2,8})?的?$"
)
_BEING = re.compile("(?:分别)?(?:是|为|相当于)")
_THAN = re.compile("(?:分别)?(?:是|为|比|较|相当于)?")
_SHARE_OF = re.compile(r"^(?:已经?|约)?占(?=..)")


class Name(NamedTuple):
    """What an amount counts; `when` is the year that the text gives it, `aim` tells an aim or an estimate from
    a result.

    `sure` tells that the amount may be shown with it alone. `earlier` tells that it is an older value, with
    which the next is compared.
    """

    what: str
    when: str = ""
    aim: str = ""
    sure: bool = False
    earlier: bool = False


class Namer:
    """Names the amounts of a paragraph, which are to come in order; later ones leave much to earlier ones."""

    def __init__(self) -> None:
        self._goal = False  # whether the paragraph has begun to list aims
        self._forget()

    def _forget(self) -> None:
        """A new sentence begins."""
        self._aim = ""
        self._when = ""
        self._related_to = False  # whether growth since another year is spoken of
        self._subject = ""  # what grows, if an amount only tells that
        self._sure = False  # of the subject
        self._noun = False  # whether the subject stood behind its amount
        self._verb = ""  # of the first of a list
        self._unit = ""  # of what was named last
        self._owner = False  # whether a part of the place is spoken of
        self._pair: list[tuple[str, bool]] = []  # what was named together last
        self._since = False  # whether the amount before is an older value
        self._since_year = ""  # the year of an older value that stands behind the newer one
        self._told: list[tuple[str, bool]] = []  # the amounts that have a name of their own
        self._queue: list[Name] = []

    def name(self, spot: Spot) -> Name:
        """What an amount counts."""
        if spot.reset:
            self._forget()
        self._goal = self._goal or spot.goal
        for clause in spot.earlier:
            self._related_to = self._related_to or bool(_BASE_ALONE.search(clause))
            if said := AIMS.match(clause):
                self._aim = said[0]
            if year := YEAR.fullmatch(clause, _at(clause)):
                self._when = year[0]
            self._owner = self._owner or 0 <= owner(clause) < 12
        if spot.aside:
            return Name(_cut(phrase(spot.clause).name) or self._subject)
        found = self._name(spot)
        if len(found.what) > _MOST:
            found = found._replace(what=_cut(found.what), sure=False)
        return found

    def _name(self, spot: Spot) -> Name:
        unit = spot.amount.unit
        if self._queue and not spot.clause and spot.joint in (Joint.LIST, Joint.NEXT):
            return self._queue.pop(0)
        self._queue = []
        if self._since and (to := _TO.match(spot.clause)) and spot.joint is not Joint.LIST:
            self._since = False
            if len(self._pair) == spot.run > 1:
                self._queue = [
                    Name(name, to[1] or "", sure=sure and spot.closed and is_measured(name, unit, "", ""))
                    for name, sure in self._pair
                ]
                return self._queue.pop(0)
            return self._of_subject(spot, "", to[1] or "", from_earlier=True)
        self._since = False
        if related := self._related(spot):
            return related
        said = phrase(spot.clause)
        aim = said.aim or self._aim or ("目标" if self._goal else "")
        self._aim = said.aim or self._aim
        if spot.run > 1 and said.jointly and (names := self._paired(spot, said, aim)):
            self._queue = names
            self._since = said.since is not None
            return self._queue.pop(0)
        if said.since is not None:
            self._owner = self._owner or owner(said.name) >= 0
            self._pair = []
            self._subject = _whole(said, self._verb if spot.joint is Joint.LIST else "") or self._subject
            self._sure = self._may_be(said, self._subject, spot)
            self._since = True
            self._told.append((self._subject, self._sure))
            return Name(self._subject, said.since, aim, earlier=True)
        if said.growth and not said.name and spot.run == len(self._pair) > 1 and not self._subject:
            self._queue = [
                Name(name + said.growth, self._when, aim, sure and spot.closed) for name, sure in self._pair
            ]
            return self._queue.pop(0)
        if not said.name or is_scope(said.name):
            return self._unnamed(spot, said, aim)
        if not spot.closed and not said.growth and (said.verb == said.name or unit in COUNTS or not unit):
            if (noun := noun_behind(spot.rest)).text:
                return self._behind(spot, said.verb if said.verb == said.name else None, noun, aim)
        return self._named(spot, said, aim)

    # --- the kinds of clause ---------------------------------------------------------------------------

    def _named(self, spot: Spot, said: Phrase, aim: str) -> Name:
        """The clause names the thing itself."""
        bare = not said.verb and not said.owner
        what = _whole(said, "")
        alone = spot.joint is Joint.FIRST and not spot.earlier
        generic = is_generic(said.name, alone=alone) and not said.owner
        carried = ""
        if spot.joint is Joint.LIST and bare and self._verb and not is_strong(said.name) and not generic:
            carried = self._verb
            what = carried + what
        elif spot.among and bare and self._verb and spot.amount.unit == self._unit and is_indicator(what):
            carried = self._verb  # 新增电力装机…，其中可再生能源装机…
            what = carried + what
        elif generic and spot.earlier and (branch := sector(spot.earlier[-1])):
            what, generic = branch + what, False
        sure = self._may_be(said, what, spot, carried) and spot.run == 1
        if (
            bare
            and not carried
            and (self._verb or self._told)
            and (is_countable(said.name) or not is_indicator(said.name))
        ):
            sure = sure and "就业" in said.name  # the verb of the list before may be meant here, too
        if said.growth and (
            self._related_to or said.beside_others or any(cause in what for cause in _CAUSES)
        ):
            sure = False
        self._related_to = self._related_to or said.growth.startswith("比")
        if said.verb and is_generic(said.name[len(said.verb) :]):
            sure = sure and said.name.endswith("就业")
        if not spot.among and (spot.joint in (Joint.FIRST, Joint.CLAUSE) or said.verb):
            self._verb = said.verb if said.verb != said.name else ""
        self._unit = spot.amount.unit
        if generic and self._subject:
            listed = spot.joint is Joint.LIST
            shown = self._subject + what if listed and len(self._subject + what) < _MOST else what
            if not listed:
                self._subject, self._sure = what, False
            return Name(shown + said.growth, said.when, aim)
        if self._owner and bare and owner(what) < 0:
            sure = False
        self._owner = self._owner or owner(what) >= 0
        self._subject, self._noun = what, False
        measured = is_measured(what, spot.amount.unit, said.verb or carried, said.growth)
        self._sure = sure
        self._told.append((what, sure and measured))
        return Name(what + said.growth, said.when or self._when, aim, sure and measured and spot.closed)

    def _unnamed(self, spot: Spot, said: Phrase, aim: str) -> Name:
        """The clause names nothing: the noun behind is meant, or what was named before."""
        counted = spot.amount.unit in COUNTS or spot.amount.unit in PEOPLE or not spot.amount.unit
        share = spot.amount.unit in SHARES and spot.rest.lstrip("以上下").startswith("的")
        share = share or (spot.amount.unit in SHARES and spot.rest.startswith(("完成", "实现")))
        behind = not said.growth and (counted or share) and not spot.closed
        if behind and (noun := noun_behind(spot.rest)).text:
            return self._behind(spot, self._verb if spot.joint is Joint.LIST else "", noun, aim)
        if self._noun and not said.growth and not spot.clause:
            return Name("")  # 6个村民小组、412户
        if not self._subject and spot.earlier:
            topic = phrase(spot.earlier[-1])
            head = indicator_ahead(topic.name)
            name = head or topic.name
            self._subject = name[: _MOST - 4]
            self._sure = bool(head) and not self._owner and is_name(name)
            self._told.append((self._subject, self._sure))
        sure = (
            self._sure
            and not said.beside_others
            and (bool(said.growth) or spot.joint is not Joint.LIST)
            and not said.jointly
        )
        if said.growth and spot.joint is Joint.FIRST:
            sure = sure and bool(spot.earlier)
        return self._of_subject(spot, said.growth, said.when or self._when, aim, sure=sure)

    def _of_subject(
        self,
        spot: Spot,
        growth: str,
        when: str,
        aim: str = "",
        *,
        sure: bool = True,
        from_earlier: bool = False,
    ) -> Name:
        """The amount is another one of the subject."""
        what, unit = self._subject, spot.amount.unit
        if not growth:
            measured = is_measured(what, unit, "", "") or (from_earlier and unit in COUNTS)
        else:
            measured = unit in SHARES or unit == "倍" or is_indicator(what)
        if growth:
            what = what.removeprefix("累计")
        return Name(what + growth, when, aim, sure and self._sure and measured and spot.closed)

    def _behind(self, spot: Spot, verb: str | None, noun: Noun, aim: str) -> Name:
        """The noun behind the amount is counted: 新建1亿亩高标准农田; `verb` is None if more stands before."""
        what = (verb or "") + noun.text
        unit = spot.amount.unit
        counted = unit in COUNTS or unit in PEOPLE or not unit
        sure = (
            noun.whole
            and not (noun.listed and verb in _OF_THE_WHOLE)
            and verb is not None
            and spot.joint is not Joint.NOUN
            and is_name(what)
            and (bool(verb) or counted)
            and (bool(verb) or is_indicator(what))
            and unit not in SHARES
            and not (not counted and noun.text.endswith(("项目", "工程")))
        )
        self._subject, self._sure, self._noun = what, sure, True
        if spot.joint is not Joint.LIST:
            self._verb = verb or ""
        self._told.append((what, sure))
        return Name(what, self._when, aim, sure)

    def _related(self, spot: Spot) -> Name | None:
        """The amount is the value of another year, or a ratio to it, or a share of something."""
        if not self._subject:
            return None
        clause = spot.clause
        being, than = _BEING.match(clause), _THAN.match(clause)
        year = YEAR.match(clause, being.end()) if being and clause.endswith("的") else None
        if year:
            what = f"{self._subject}与{year[0]}之比"
            return Name(what, sure=self._sure and spot.run == 1 and "分别" not in clause and spot.closed)
        if than and (year := YEAR.fullmatch(clause.removesuffix("的"), than.end())):
            self._since_year = year[0]
            return Name(self._subject, year[0], earlier=True)
        if spot.joint is Joint.NOUN and clause == "的" and self._since_year:
            return Name(f"{self._subject}与{self._since_year}之比", sure=self._sure and spot.closed)
        if _SHARE_OF.match(clause):
            clause = without_tails(clause)
            return (
                Name(self._subject + clause) if len(self._subject + clause) <= _MOST else Name(self._subject)
            )
        return None

    def _paired(self, spot: Spot, said: Phrase, aim: str) -> list[Name]:
        """The names of the amounts beside one another."""
        together = said.name
        if not together and spot.earlier and not self._told:
            together = phrase(spot.earlier[-1]).name
            if cut := re.search(r"(?:确保|力争|预计|比|较|同比|年均|均|都).*$", together):
                together = together[: cut.start()]
        if together:
            names = paired(together, spot.run)
            every = [(name, is_name(name)) for name in names] if all(names) else []
        else:
            last = self._told[-1][0] if self._told else ""
            names = paired(last, spot.run) if last else []
            if names and all(names):
                every = [(name, self._told[-1][1] or is_name(name)) for name in names]
            else:
                every = self._told[-spot.run :] if len(self._told) >= spot.run else []
        found = [
            Name(
                name + said.growth,
                said.since or said.when or self._when,
                aim,
                sure
                and spot.closed
                and said.since is None
                and is_measured(name, spot.amount.unit, "", said.growth)
                and not self._owner,
                said.since is not None,
            )
            for name, sure in every
        ]
        if together and found:
            self._told += every
        self._pair = every
        self._subject, self._sure = "", False
        return found

    def _may_be(self, said: Phrase, what: str, spot: Spot, carried: str = "") -> bool:
        """Whether a name from the clause is one, and the amount its."""
        if spot.joint in (Joint.NOUN, Joint.NEXT) or (
            said.jointly and ("分别" in spot.clause or not _ALL.search(what))
        ):
            return False
        return is_name(what, alone=spot.joint is Joint.FIRST and not spot.earlier) and not (
            self._owner and not said.verb and not carried and owner(what) < 0
        )


def _whole(said: Phrase, carried: str) -> str:
    """The thing with what it belongs to: 第一产业增加值."""
    return carried + ("" if is_scope(said.owner) else said.owner) + said.name


def _at(clause: str) -> int:
    """Where the words begin behind 到, 截至 and the like."""
    at = _AT.match(clause)
    return at.end() if at else 0


def _cut(what: str) -> str:
    """The end of a long name."""
    return what[-_MOST:]
