"""Where an amount stands in its sentence: the clause before it, those before that, and what stands behind."""

from __future__ import annotations

import re
from bisect import bisect_right
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from gaohang_viewer.report.key_figures.units import COUNTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from gaohang_viewer.report.key_figures.amounts import Amount
    from gaohang_viewer.report.key_figures.bounds import Bounds

_FARTHEST = 90  # characters before an amount that may tell what it counts
_BEHIND = 40  # and behind it
_MANY = 30  # amounts that one sentence names together
_STOP = re.compile(r"[。；！？;!?\n]|\.(?=[^\x00-\x7f])|(?<=[。；！？])[”）]")
_CLAUSE = re.compile(r"[，,：:…]|(?<![Ⅰ-Ⅻ0-9A-Za-z])—|其中")
_SEPARATOR = re.compile(r"[、，,：:—；]|^(?:以及|[和与及])|(?:以及|[和与及])$")
_ASIDE = re.compile(r"（[^（）]*）|\([^()]*\)")
_ASIDE_END = re.compile(r"^[^（(]{0,60}[）)]")
_CLOSED = re.compile(
    r"(?:（[^（）]{0,60}）|\([^()]{0,60}\))?(?:[，,。；;、！!？?：:）)…—\n]|$|(?:以及|[和与及并或])|的?(?:目标|任务|要求)[，。；、]?)"
)
_GOAL = re.compile(r"(?:目标|指标)(?:任务)?(?:是|为|如下|[：:])")
_BESIDE = re.compile(r"(?:[、，,和与及]|以及)?")


class Joint(Enum):
    """How an amount's words follow the amount before it in the sentence."""

    FIRST = "first"  # there is none before
    CLAUSE = "clause"  # ，
    LIST = "list"  # 、 or 和
    NEXT = "next"  # nothing between them
    NOUN = "noun"  # words that belong to the amount before


class Spot(NamedTuple):
    """An amount in its sentence.

    `clause` are the words right before it and its bounds, `earlier` the clauses before those, back to the amount
    before. `rest` stands behind it, up to the next amount; `closed` tells whether a clause ends right there.
    `run` is how many amounts stand side by side from it on: of 5%、6%和7% three, two and one. `aside` tells that
    it stands in brackets, `reset` that a sentence begins with it, `goal` that a list of aims
    does, `among` that it is a part (其中).
    """

    amount: Amount
    bounds: Bounds
    joint: Joint
    clause: str
    earlier: tuple[str, ...]
    rest: str
    closed: bool
    run: int
    aside: bool
    reset: bool
    goal: bool
    among: bool


def spots(text: str, amounts: Sequence[tuple[Amount, Bounds]]) -> Iterator[Spot]:
    """The amounts of a paragraph, each with the words around it; punctuation is full-width."""
    counts = _runs(text, amounts)
    stops = [stop.end() for stop in _STOP.finditer(text)]
    end = sentence = 0
    inside = False  # whether the amount before stands in brackets
    for at, (amount, its) in enumerate(amounts):
        reset = end == 0
        if (stop := bisect_right(stops, its.start)) and stops[stop - 1] > end:
            sentence, reset, inside = stops[stop - 1], True, False
        lead = text[max(end, sentence, its.start - _FARTHEST) : its.start]
        if inside and (over := _ASIDE_END.match(lead)):
            lead, inside = lead[over.end() :], False
        lead = _ASIDE.sub("", lead) if "（" in lead or "(" in lead else lead
        opened = max(lead.rfind("（"), lead.rfind("("))
        if opened >= 0:
            lead, inside = lead[opened + 1 :], True
        goal = "标" in lead and _GOAL.search(lead) is not None
        joint, lead = _joint(lead) if not reset else (Joint.FIRST, lead)
        among = lead.lstrip("，").startswith("其中")
        *earlier, clause = _CLAUSE.split(lead)
        if not clause.strip() and earlier:  # 主要目标是：, or 产值，100亿元
            clause = earlier.pop() if lead.rstrip()[-1:] in "：:" else clause
        rest = _rest(text, amounts, at)
        closed = bool(_CLOSED.match(text, its.end))
        yield Spot(
            amount,
            its,
            joint,
            clause.strip(),
            tuple(earlier),
            rest,
            closed,
            counts[at],
            inside,
            reset,
            goal,
            among,
        )
        end = its.end


def _joint(lead: str) -> tuple[Joint, str]:
    """How a lead is joined to the amount before, and what of it does not belong to that."""
    if not lead.strip():
        return Joint.NEXT, ""
    found = _SEPARATOR.search(lead)
    if found is None:
        return Joint.NOUN, lead
    kind = Joint.CLAUSE if found[0] in "，,：:—；" else Joint.LIST
    return kind, lead[found.end() :]


def _rest(text: str, amounts: Sequence[tuple[Amount, Bounds]], at: int) -> str:
    """What stands behind an amount up to the next, or behind both if they stand together: 3批44项创新举措."""
    end, until = amounts[at][1].end, len(text)
    if at + 1 < len(amounts):
        until = amounts[at + 1][1].start
        if until == end and amounts[at + 1][0].unit in COUNTS:
            end = amounts[at + 1][1].end
            until = amounts[at + 2][1].start if at + 2 < len(amounts) else len(text)
    return text[end : min(until, end + _BEHIND)]


def _runs(text: str, amounts: Sequence[tuple[Amount, Bounds]]) -> list[int]:
    counts = [1] * len(amounts)
    for at in range(len(amounts) - 2, -1, -1):
        if _BESIDE.fullmatch(text, amounts[at][1].end, amounts[at + 1][1].start):
            counts[at] = min(counts[at + 1] + 1, _MANY)
    return counts
