"""Names the amounts of a paragraph, and decides which names are sure."""

from __future__ import annotations

import re

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
from gaohang_viewer.report.key_figures.pairing import named_together
from gaohang_viewer.report.key_figures.phrase import Phrase, is_scope, phrase
from gaohang_viewer.report.key_figures.relations import newer_value, related
from gaohang_viewer.report.key_figures.sentence import Known, Name, Sentence
from gaohang_viewer.report.key_figures.units import COUNTS, PEOPLE, SHARES

_MOST = 24  # characters of a name
# Verbs whose object is at the end of a list: 推进75个老旧小区、1780户城中村改造
_OF_THE_WHOLE = ("", "推进", "推动", "实施", "启动", "开展", "加快", "支持")
_CAUSES = ("拉动", "带动", "促进", "推动", "高于", "低于")  # with them, growth is another thing's
_LAST_YEAR = re.compile("上一?年|去年")
_SEVERAL = re.compile("..[、和与及]..")  # things that have the same amount each


class Namer:
    """Names the amounts of one paragraph. They have to come in order: later names rely on earlier ones."""

    def __init__(self) -> None:
        self._goal = False  # the paragraph lists aims from here on
        self._sentence = Sentence()

    def name(self, spot: Spot) -> Name:
        """Returns what an amount counts."""
        if spot.reset:
            self._sentence = Sentence()
        self._goal = self._goal or spot.goal
        self._sentence.read(spot)
        if spot.aside:
            return Name(phrase(spot.clause).name[-_MOST:] or self._sentence.subject.name)
        found = self._name(spot)
        return found if len(found.what) <= _MOST else found._replace(what=found.what[-_MOST:], sure=False)

    def _name(self, spot: Spot) -> Name:
        sentence = self._sentence
        if sentence.pending and not spot.clause and spot.joint in (Joint.LIST, Joint.NEXT):
            return sentence.pending.pop(0)
        sentence.pending = []
        if found := newer_value(sentence, spot) or related(sentence, spot):
            return found
        said = phrase(spot.clause)
        aim = said.aim or sentence.aim or ("目标" if self._goal else "")
        sentence.aim = said.aim or sentence.aim
        if spot.run > 1 and said.jointly and (names := named_together(sentence, spot, said, aim)):
            sentence.older = said.since is not None
            return sentence.next_pending(names)
        if said.since is not None:
            return self._older(spot, said, said.since, aim)
        if (
            said.growth
            and not said.name
            and spot.run == len(sentence.together) > 1
            and not sentence.subject.name
        ):
            return sentence.next_pending(
                [
                    Name(name + said.growth, sentence.when, aim, sure and spot.closed)
                    for name, sure in sentence.together
                ]
            )
        if not said.name or is_scope(said.name):
            return self._unnamed(spot, said, aim)
        if not spot.closed and not said.growth:
            only_verb, unit = said.verb == said.name, spot.amount.unit
            if (only_verb or unit in COUNTS or not unit) and (noun := noun_behind(spot.rest)).text:
                return self._behind(spot, said.verb if only_verb else None, noun, aim)
        return self._named(spot, said, aim)

    def _older(self, spot: Spot, said: Phrase, year: str, aim: str) -> Name:
        """The amount is an older value; the newer one follows: 由2007年的…."""
        sentence = self._sentence
        sentence.part = sentence.part or owner(said.name) >= 0
        sentence.together, sentence.older = [], True
        what = (sentence.verb if spot.joint is Joint.LIST else "") + _whole(said) or sentence.subject.name
        sentence.subject = Known(what, self._is_clear(spot, said, what))
        sentence.named.append(sentence.subject)
        return Name(what, year, aim, earlier=True)

    def _named(self, spot: Spot, said: Phrase, aim: str) -> Name:
        """The clause names the thing."""
        sentence, unit = self._sentence, spot.amount.unit
        bare = not said.verb and not said.owner
        generic = is_generic(said.name, alone=_is_alone(spot)) and not said.owner
        what, carried = _whole(said), ""
        if bare and sentence.verb and self._takes_verb(spot, said, generic=generic):
            carried = sentence.verb
            what = carried + what
        elif generic and spot.earlier and (branch := sector(spot.earlier[-1])):
            what, generic = branch + what, False
        clear = spot.run == 1 and self._is_clear(spot, said, what, carried)
        if bare and not carried and (sentence.verb or sentence.named):
            # The verb of the list before may be meant here, too.
            clear = clear and (
                "就业" in said.name or (is_indicator(said.name) and not is_countable(said.name))
            )
        if said.growth and (sentence.since or said.beside_others or any(cause in what for cause in _CAUSES)):
            clear = False
        if spot.earlier and spot.earlier[-1].endswith("中") and what.endswith(("比重", "占比", "比例")):
            clear = False  # 在工业总产值中，…的比重
        if said.verb and is_generic(said.name[len(said.verb) :]):
            clear = clear and said.name.endswith("就业")
        sentence.since = sentence.since or said.growth.startswith("比")
        if not spot.among and (spot.joint in (Joint.FIRST, Joint.CLAUSE) or said.verb):
            sentence.verb = said.verb if said.verb != said.name else ""
        sentence.unit = unit
        if generic and sentence.subject.name:
            return self._of_generic(spot, said, aim)
        sentence.part = sentence.part or owner(what) >= 0
        sentence.subject, sentence.behind = Known(what, clear), False
        measured = is_measured(what, unit, said.verb or carried, said.growth)
        sentence.named.append(Known(what, clear and measured))
        return Name(what + said.growth, said.when or sentence.when, aim, clear and measured and spot.closed)

    def _takes_verb(self, spot: Spot, said: Phrase, *, generic: bool) -> bool:
        """Whether the verb of the list before belongs to a thing: 改造老旧小区10万户、市政管网1000公里."""
        if spot.joint is Joint.LIST:
            return not is_strong(said.name) and not generic
        return spot.among and spot.amount.unit == self._sentence.unit and is_indicator(said.name)

    def _of_generic(self, spot: Spot, said: Phrase, aim: str) -> Name:
        """The clause names no more than a property: 规模, of what was named before."""
        subject, what = self._sentence.subject.name, _whole(said)
        if spot.joint is Joint.LIST:
            what = subject + what if len(subject + what) < _MOST else what
        else:
            self._sentence.subject = Known(what, sure=False)
        return Name(what + said.growth, said.when, aim)

    def _unnamed(self, spot: Spot, said: Phrase, aim: str) -> Name:
        """The clause names nothing: the noun after it is meant, or what was named before."""
        sentence = self._sentence
        may_be_behind = not said.growth and not spot.closed and _may_count_behind(spot)
        if may_be_behind and (noun := noun_behind(spot.rest)).text:
            return self._behind(spot, sentence.verb if spot.joint is Joint.LIST else "", noun, aim)
        if sentence.behind and not said.growth and not spot.clause:
            return Name("")  # 6个村民小组、412户
        if not sentence.subject.name and spot.earlier:
            topic = phrase(spot.earlier[-1]).name
            head = indicator_ahead(topic)
            what = head or topic[: _MOST - 4]
            sentence.subject = Known(what, bool(head) and not sentence.part and is_name(what))
            sentence.named.append(sentence.subject)
        found = sentence.of_subject(spot, said.growth, said.when or sentence.when, aim)
        unclear = said.beside_others or said.jointly or spot.joint is Joint.NOUN or said.name.endswith("均")
        if said.growth:
            based = said.growth.startswith(("比", "年均")) or _LAST_YEAR.search(spot.clause)
            without_base = sentence.since and not based
            unclear = unclear or without_base or (spot.joint is Joint.FIRST and not spot.earlier)
            sentence.since = sentence.since or said.growth.startswith("比")
        else:
            listed = spot.joint is Joint.LIST and not spot.clause.startswith("达")
            unclear = unclear or listed or not spot.clause
        return found._replace(sure=False) if unclear else found

    def _behind(self, spot: Spot, verb: str | None, noun: Noun, aim: str) -> Name:
        """The noun after the amount is counted: 新建1亿亩高标准农田; `verb` is None if more stands before."""
        sentence, unit = self._sentence, spot.amount.unit
        what = (verb or "") + noun.text
        counted = unit in COUNTS or unit in PEOPLE or not unit
        sure = (
            noun.whole
            and not (noun.listed and verb in _OF_THE_WHOLE)
            and verb is not None
            and spot.joint is not Joint.NOUN
            and is_name(what)
            and (bool(verb) or (counted and is_indicator(what)))
            and unit not in SHARES
            and (counted or not noun.text.endswith(("项目", "工程")))
        )
        sentence.subject, sentence.behind = Known(what, sure), True
        if spot.joint is not Joint.LIST:
            sentence.verb = verb or ""
        sentence.named.append(sentence.subject)
        return Name(what, sentence.when, aim, sure)

    def _is_clear(self, spot: Spot, said: Phrase, what: str, carried: str = "") -> bool:
        """Whether a name is complete, and the amount can be only its own."""
        if spot.joint in (Joint.NOUN, Joint.NEXT):
            return False
        if spot.clause.endswith("等"):  # of more than is named
            return False
        if said.jointly and ("分别" in spot.clause or not _SEVERAL.search(what)):
            return False
        of_part = self._sentence.part and not said.verb and not carried and owner(what) < 0
        return not of_part and is_name(what, alone=_is_alone(spot))


def _is_alone(spot: Spot) -> bool:
    """Whether nothing stands before the clause in its sentence."""
    return spot.joint is Joint.FIRST and not spot.earlier


def _whole(said: Phrase) -> str:
    """Returns a name with what it belongs to: 第一产业增加值."""
    return ("" if is_scope(said.owner) else said.owner) + said.name


def _may_count_behind(spot: Spot) -> bool:
    """Whether what an amount counts may stand after it: 12家企业, 八成的企业, 100%完成服务圈建设."""
    unit = spot.amount.unit
    if unit in SHARES:
        return spot.rest.lstrip("以上下").startswith(("的", "完成", "实现"))
    return unit in COUNTS or unit in PEOPLE or not unit
