"""Names amounts by their relation to the one before: a newer or older value, a ratio, a share."""

from __future__ import annotations

import re

from gaohang_viewer.report.key_figures.clauses import Joint, Spot
from gaohang_viewer.report.key_figures.judgement import LONGEST, is_measured
from gaohang_viewer.report.key_figures.phrase import without_tails
from gaohang_viewer.report.key_figures.sentence import Name, Sentence
from gaohang_viewer.report.key_figures.vocabulary import YEAR

_TO = re.compile(
    r"(?:逐步|大幅|持续|稳步|快速|历史性|跨越)?(?:地)?"
    r"(?:增长|提高|增加|提升|上升|扩大|下降|降低|减少|缩小|压缩|缩短|发展|跃升|攀升|调整|拓展|压减|[增升降减])?"
    r"(?:到|至|为)了?([^，的]{2,8})?的?$"
)
_BEING = re.compile("(?:分别)?(?:是|为|相当于)")
_THAN = re.compile("(?:分别)?(?:是|为|比|较|相当于)?")
_SHARE_OF = re.compile(r"(?:已经?|约|[只仅]|大约)?占(?=..)")


def newer_value(sentence: Sentence, spot: Spot) -> Name | None:
    """Returns the name of a value that follows its older one: 增加到2012年的…; None if it is none."""
    expected, sentence.older = sentence.older, False
    if not expected or spot.joint is Joint.LIST or not (to := _TO.match(spot.clause)):
        return None
    when = to[1] or ""
    if len(sentence.together) == spot.run > 1:
        unit = spot.amount.unit
        return sentence.next_pending(
            [
                Name(name, when, sure=sure and spot.closed and is_measured(name, unit, "", ""))
                for name, sure in sentence.together
            ]
        )
    return sentence.of_subject(spot, when=when, counted=True)


def related(sentence: Sentence, spot: Spot) -> Name | None:
    """Returns the name of a value of another year, of a ratio to it or of a share; None if it is none."""
    subject, sure = sentence.subject
    if not subject:
        return None
    clause = spot.clause
    being, than = _BEING.match(clause), _THAN.match(clause)
    if being and clause.endswith("的") and (year := YEAR.match(clause, being.end())):
        alone = spot.run == 1 and "分别" not in clause
        return Name(f"{subject}与{year[0]}之比", sure=sure and alone and spot.closed)
    if than and (year := YEAR.fullmatch(clause.removesuffix("的"), than.end())):
        sentence.older_year = year[0]
        return Name(subject, year[0], earlier=True)
    if spot.joint is Joint.NOUN and clause == "的" and sentence.older_year:
        return Name(f"{subject}与{sentence.older_year}之比", sure=sure and spot.closed)
    if _SHARE_OF.match(clause):
        what = subject + without_tails(clause)
        return Name(what if len(what) <= LONGEST else subject)
    return None
