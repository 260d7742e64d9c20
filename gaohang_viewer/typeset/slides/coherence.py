"""Finds what a sentence refers to, so that no point depends on one that is not shown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from gaohang_viewer.typeset.slides.clauses import clauses

_CONNECTIVE = re.compile(
    r"(?:(?:但是?|然而|与此同时|不过|同时|此外|另外|其中|特别是|尤其是|而且|并且|因此|因而|所以|于是|可见|总之|当然|例如|比如|再次|其次)[，,]"
    r"|特别是|尤其是"
    r"|但(?=[^是凡愿])|然而|因此|所以)"
)
# What points to a text before it. 这次, 这一年 and 这些成绩 are understood by themselves.
_REFERRING = re.compile(
    r"这(?:种|样|个|就|说明|表明|证明|里|时|使|对|也|主要|必然|两|几个|三)|这些(?!成绩|年)|那(?:时|种|些|样|末|么|个)"
    r"|上述|上面|从上|由此|对此|为此|与此(?!同时)|据此|不是的|是的[，。]|当然不是|在此之前|他们|它们|她们|其(?![他它次余中])|对于?(?:这|那|上)|（注|\(注"
)
# What others think: shown alone, it seems to be what the report says
_OPPOSED = re.compile(
    r"(?:或者|也许)?(?:有|某)(?:些|的)?人(?:说|认为|怀疑|主张|以为|问|担心)|(?:他们|其)的?理由|[^？?]*[？?][”’」』]?$"
)
_ADMISSION = re.compile(
    r"(?:看到|认识到|意识到|存在|面临)[^：；]*(?:困难|问题|不足|矛盾|差距|挑战|短板|弱项)[。！]?$"
)
_COUNTED = re.compile(
    r"(?P<count>[两二三四五六七八九十])(?:个|大|项|条|点|种)[^，。：:；]{0,12}[：:](?P<members>.+)"
)
_FIRST_MEMBER = re.compile("[：:](?=(?:一是|一要|第一[，、]|首先|其一))")
_SECOND_MEMBER = re.compile("二是|二要|第二[，、]|其次|其二")
_ORDINAL = re.compile(
    "(?:(?P<first>[一二三四五六七八九十]{1,3})(?P<sort>是|要(?!求)|、)|第(?P<nth>[一二三四五六七八九十]{1,3})[，、])"
)
_NUMERALS = {sign: at for at, sign in enumerate("一二三四五六七八九", 1)}


def without_connective(sentence: str) -> str:
    """Returns a sentence without the word that ties it to the one before: 但是, 因此, 其中."""
    found = _CONNECTIVE.match(sentence.lstrip())
    return sentence.lstrip()[found.end() :] if found else sentence


def refers_back(sentence: str) -> bool:
    """Whether a sentence is understood only after the one before it."""
    return _REFERRING.match(sentence.lstrip()) is not None


def is_opposed(sentence: str) -> bool:
    """Whether a sentence is a question, or an opinion that the report answers."""
    return _OPPOSED.match(sentence.strip()) is not None


def is_part_of_list(sentence: str) -> bool:
    """Whether a sentence counts what it names but does not name all: “三个提升”：质量提升。"""
    found = _COUNTED.search(sentence)
    if not found:
        return False
    count = 2 if found["count"] == "两" else _value(found["count"])
    return max(len(clauses(found["members"], signs)) for signs in ("；;，,、", "；;，,", "；;")) < count


def only_admits(sentence: str) -> bool:
    """Whether a sentence says that there are problems, but not which."""
    return _ADMISSION.search(sentence.strip()) is not None


def with_enumeration_apart(sentences: Sequence[str]) -> list[str]:
    """Returns sentences, of those that introduce 一是 only what follows if 二是 begins a later sentence."""
    made = list(sentences)
    for at, sentence in enumerate(made):
        found = _FIRST_MEMBER.search(sentence)
        if found and any(_SECOND_MEMBER.match(later.strip()) for later in made[at + 1 :]):
            made[at] = sentence[found.end() :]
    return made


def without_gaps(texts: Iterable[str]) -> list[str]:
    """Returns texts without ordinals (一是, 第二，) where those of an enumeration are not all there."""
    made = list(texts)
    runs: list[list[_Member]] = []
    last: dict[str, list[_Member]] = {}
    for at, text in enumerate(made):
        found = _ORDINAL.match(text)
        if not found:
            continue
        sort = found["sort"] or "第"
        member = _Member(at, _value(found["first"] or found["nth"]), found.end())
        if member.number == 1 or sort not in last:
            last[sort] = []
            runs.append(last[sort])
        last[sort].append(member)
    for run in runs:
        if len(run) < 2 or [member.number for member in run] != list(range(1, len(run) + 1)):
            for member in run:
                made[member.at] = made[member.at][member.end :].lstrip("，、")
    return made


class _Member(NamedTuple):
    at: int
    number: int
    end: int


def _value(numeral: str) -> int:
    tens, ten, ones = numeral.rpartition("十")
    return (10 * _NUMERALS.get(tens, 1) if ten else 0) + _NUMERALS.get(ones, 0)
