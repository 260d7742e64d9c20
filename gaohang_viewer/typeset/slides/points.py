"""Extracts the points of a slide from a section's body: list items, or the beginnings of paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import zip_longest

from gaohang_viewer.report.blocks import Block, Code, List, Paragraph, Quote, Table, plain
from gaohang_viewer.report.markdown_reader import blocks
from gaohang_viewer.report.note_marks import without_note_marks
from gaohang_viewer.typeset.slides.asides import without_asides
from gaohang_viewer.typeset.slides.clauses import clauses, sentences
from gaohang_viewer.typeset.slides.coherence import (
    is_opposed,
    is_part_of_list,
    only_admits,
    refers_back,
    with_enumeration_apart,
    without_connective,
    without_gaps,
)
from gaohang_viewer.typeset.slides.exhibits import is_table
from gaohang_viewer.typeset.slides.formalities import is_formality, without_formalities
from gaohang_viewer.typeset.slides.point import Point
from gaohang_viewer.typeset.slides.selection import chosen
from gaohang_viewer.typeset.slides.shortening import ELLIPSIS, WHOLE, is_formula, is_tied, shortened

SHORT = 40
"""Characters; a paragraph of at most this length is a point as a whole."""

_LABEL = 20  # characters; a first sentence of at most this length is a label, and the next one its detail
_LEAD_IN = 30  # characters of what introduces a list: 主要预期目标是：
_BREAK = re.compile(r"(?<=[^\x00-\xff])\s*\n\s*(?=[^\x00-\xff])")
_DASHES = re.compile(r"^[—–―─－-]{1,3}\s*")
_COPULA = re.compile("(?:[，,](?:主要|具体|分别|这)?(?:就?是|有|为|包括|即)|(?:就?是|为|有|如下|包括|分为))$")
_INTRODUCTION = re.compile(
    r"[：:]\s*$|(?:以下|如下|下列|下面)[^，。；]{0,12}[。：]?$|[：:](?:第一|一是|首先|其一|一要)"
)
_LIST_NAME = re.compile("(?:目标|任务|要求|原则|措施|重点)(?:就?是|为)?$")
_ONE_MEMBER = re.compile("[^，,；;、。\\d]{2,24}。?")
_AIMS = re.compile("目标|指标")
_FEWEST_TARGETS = 3
_FIRST = re.compile(r"(?:一是|一要|第一|首先|其一)(?!.*(?:二是|二要|第二|其次|其二))")
_SECOND = re.compile("第二|二是|其次|其二|二要|另外|同时")
# What a label begins with: it says what is to be done, or how
_IMPERATIVE = re.compile(
    r"(?:我们)?(?:必须|要)?(?:大力|全面|深入|持续|着力|进一步|更大力度|积极|努力|全力|扎实|稳步|精准|切实|坚决|坚定|不断|充分|科学|有序"
    r"|有效|更好|高[质标水站]\w|纵深|突出|加力|千方百计|继续|始终|重点|毫不放松|慎终如始|精心|精细|依法|广泛|从严|主动|严|逐步|优先|率先"
    r"|守正|统筹|促|推[进动行]|加[强快大]|抓|坚[持守]|[深优强净]化|提[升高]|完善|健全|构[建筑]|打[造好赢]|培[育养]|壮大|保[障持]|扩大|实施"
    r"|落实|践行|秉承|维护|创[新建]|激发|稳定|做[好优强大实]|办好|建[设好强立成]|营造|改[善进]|治理|防[范治]|增强|巩固|拓[展宽]|弘扬|凝聚"
    r"|发挥|支持|鼓励|引导|繁荣|狠|聚焦|破解|跑出|振兴|深[耕挖]|发展(?![态势速质环后动活水成])|丰富|安排|夯实|筑牢|守[住牢护]|盘活|释放"
    r"|织[密牢紧]|强力|树立|关[心注]|重视|促进|服务(?!业)|解决|畅通|立足|严守|当好|用好|管好|搞[好活])"
)
_QUOTED = re.compile("“[^”]*”。?|“[^”]*。”")
_STATED = re.compile(r"\d|[，,；;：:]")  # in a sentence that says something rather than names a topic


def points(body: str) -> tuple[Point, ...]:
    """Returns the points of a section's Markdown: whole sentences, or whole clauses with an ellipsis.

    Greetings and signatures are left out, and sentences that cannot be shortened without changing their
    sense, so that a body may have no points.
    """
    found = blocks(body)
    paragraphs = (_joined(plain(block.runs)) for block in found if isinstance(block, Paragraph))
    texts = without_asides(without_formalities(paragraphs))
    if all(isinstance(block, Paragraph) for block in found) and len(texts) <= 2:
        return _coherent(point for text in texts for point in _sentences(text))
    topics = sum(_has_topic(text) for text in texts)
    return _coherent(_of(found, frozenset(texts), with_topics=1 < topics >= len(texts) / 2))


def _coherent(some: Iterable[Point]) -> tuple[Point, ...]:
    """Returns points whose enumerations are whole."""
    found = [point for point in some if point.text]
    texts = without_gaps(point.text for point in found)
    details = ("".join(without_gaps([point.detail])) for point in found)
    whole = ("" if detail.endswith(ELLIPSIS) else detail for detail in details)
    return chosen([Point(text, detail) for text, detail in zip(texts, whole, strict=True)])


def _of(
    found: tuple[Block, ...], said: frozenset[str] | None = None, *, with_topics: bool = False
) -> Iterator[Point]:
    """Yields the points of blocks; of paragraphs only those in `said`, if it is given.

    `with_topics` says that paragraphs begin with a sentence that names what the next one is about.
    """
    for block, after in zip_longest(found, found[1:]):
        match block:
            case Paragraph(runs):
                for text in without_formalities([_joined(plain(runs))]):
                    if said is None or text in said:
                        before_list = isinstance(after, List)
                        yield from _lead(text, before_list=before_list, with_topics=with_topics)
            case List(items):
                for item in items:
                    yield Point(_ended(_joined(plain(item.runs))))
                    yield from _of(item.blocks)
            case Quote(inner):
                yield from _of(inner)
            case Table(rows) if not is_table(block):
                yield from (Point(without_note_marks("　".join(plain(cell) for cell in row))) for row in rows)
            case Code(text):
                yield from (Point(line) for line in text.split("\n") if line.strip())
            case _:
                pass


def _lead(text: str, *, before_list: bool = False, with_topics: bool = False) -> Iterator[Point]:
    """Yields the beginning of a paragraph as a point, or as several if it is a list.

    `before_list` says that a list follows, whose name the paragraph may be: 主要预期目标：
    """
    if is_opposed("".join(sentences(text)[:1])):
        return
    first, *rest = _said(text) or [""]
    if text.rstrip().endswith(("：", ":")):
        name = _COPULA.sub("", text.rstrip("：: "))
        if before_list and len(name) <= _LABEL and not _STATED.search(name):
            yield Point(name)
    elif rest and (_is_label(first) or (with_topics and _is_topic(first))):
        yield from _labelled(first, rest[0])
    elif refers_back(first) or only_admits(first):
        return
    elif len(text) <= SHORT:
        yield from _point("".join((first, *rest)))
    else:
        yield from _point(first)


def _sentences(text: str) -> Iterator[Point]:
    """Yields the sentences of a paragraph as points, for sections with only one or two paragraphs."""
    found = _said(text)
    if len(found) <= 1 or len(text) <= SHORT:
        yield from _lead(text)
        return
    with_labels = _is_label(found[0])
    is_shown = True  # whether the sentence before is
    at = 0
    while at < len(found):
        sentence, *rest = found[at : at + 2]
        at += 1
        if with_labels and rest and _is_label(sentence) and not _is_label(rest[0]):
            yield from _labelled(sentence, rest[0])
            at += 1
        elif is_shown or not refers_back(sentence):
            made = list(_point(sentence, longest=SHORT // 2))
            is_shown = bool(made)
            yield from made


def _said(text: str) -> list[str]:
    """Returns the sentences of a paragraph that say something by themselves."""
    found = with_enumeration_apart(sentences(text))
    return [
        without_connective(one)
        for one in found
        if not (is_formality(one) or _introduces(one) or is_opposed(one) or is_part_of_list(one))
    ]


def _has_topic(text: str) -> bool:
    found = sentences(text)
    return len(found) > 1 and _is_topic(found[0])


def _is_topic(sentence: str) -> bool:
    """Whether the first sentence of a paragraph may name its topic: 工业生产持续增长。"""
    return (
        len(sentence) <= _LABEL
        and sentence.endswith("。")
        and "了" not in sentence
        and _STATED.search(sentence) is None
        and not refers_back(sentence)
        and not _QUOTED.fullmatch(sentence)
    )


def _is_label(sentence: str) -> bool:
    """Whether a sentence certainly names the topic of the next one: 坚持以文育人。"""
    return _is_topic(sentence) and _IMPERATIVE.match(sentence) is not None


def _labelled(label: str, sentence: str) -> Iterator[Point]:
    detail = shortened(without_connective(sentence))
    is_part = _introduces(detail) or _FIRST.match(detail)  # of an enumeration
    yield Point(_ended(label), "" if is_part else _ended(detail))


def _point(sentence: str, longest: int = WHOLE) -> Iterator[Point]:
    """Yields a sentence as a point; one that introduces a list, and each of the list's members.

    One of more than `longest` characters is divided at its semicolons.
    """
    lead, sign, rest = _DASHES.sub("", sentence.strip()).partition("：")
    members = (_targets(lead, rest) or clauses(rest, "；;")) if sign else []
    first_of_list = sign and _LIST_NAME.search(lead) and _ONE_MEMBER.fullmatch(rest)
    if len(lead) <= _LEAD_IN and (len(members) > 1 or first_of_list):
        name = _COPULA.sub("", lead.strip())
        if name and not name.endswith("这"):
            yield Point(name)
        yield from (Point(_ended(_DASHES.sub("", member))) for member in members)
        return
    members = clauses(sentence, "；;")
    is_list = len(members) > 1 and not any(refers_back(it) or is_tied(it) for it in members[1:])
    if is_list and len(sentence) > longest and not is_formula(sentence):
        yield from (Point(_ended(text)) for member in members if (text := shortened(member)))
    elif (text := shortened(_DASHES.sub("", sentence.strip()))) and not _introduces(text):
        if text.endswith(ELLIPSIS) and only_admits(text.removesuffix(ELLIPSIS)):
            return
        yield Point(_ended(text))


def _targets(lead: str, rest: str) -> list[str]:
    """Returns the members of a list of targets that commas part: 预期目标是：生产总值增长8%，投资增长12%."""
    members = clauses(rest, "，,；;")
    stated = sum(bool(re.search(r"\d", member)) for member in members)
    is_list = _AIMS.search(lead) is not None and stated >= max(_FEWEST_TARGETS, len(members) - 2)
    return [member.strip("，,；;") for member in members] if is_list else []


def _introduces(text: str) -> bool:
    """Whether a sentence only introduces what follows it elsewhere, or has but the first of its members."""
    return _INTRODUCTION.search(text) is not None and _SECOND.search(text) is None


def _ended(text: str) -> str:
    """Removes the dash before a point and the punctuation at its end, unless it has several sentences."""
    text = _DASHES.sub("", text.strip()).rstrip("；;，,、")
    bare = text.rstrip("。")
    return bare if bare and not re.search("[。；;]", bare) else text


def _joined(text: str) -> str:
    """Joins the lines of a paragraph, without note marks, and without a space between Chinese characters."""
    return without_note_marks(" ".join(_BREAK.sub("", text).split("\n")).strip())
