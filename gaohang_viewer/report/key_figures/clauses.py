"""Finds the context of each amount in its sentence: the clauses before it and the words after it."""

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

_FARTHEST = 90  # characters before an amount that are read
_BEHIND = 40  # and after it
_MANY = 30  # amounts that one sentence names together
_STOP = re.compile(r"[。；！？;!?\n]|\.(?=[^\x00-\x7f])|(?<=[。；！？])[”）]")
_CLAUSE = re.compile(r"[，,：:…]|(?<![Ⅰ-Ⅻ0-9A-Za-z])—|其中")
_SEPARATOR = re.compile(r"[、，,：:—；]|^(?:以及|[和与及])|(?:以及|[和与及])$")
_ASIDE = re.compile(r"（[^（）]*）|\([^()]*\)")
_ASIDE_END = re.compile(r"^[^（(]{0,60}[）)]")
_CLOSED = re.compile(
    r"(?:（[^（）]{0,60}）|\([^()]{0,60}\))?"
    r"(?:[，,。；;、！!？?）)…—\n]|[：:∶](?![0-9])|$|(?:以及|[和与及并或])|的?(?:目标|任务|要求)[，。；、]?)"
)
_GOAL = re.compile(r"(?:目标|指标)(?:任务)?(?:是|为|如下|[：:])")
_BESIDE = re.compile(r"(?:[、，,和与及]|以及)?")


class Joint(Enum):
    """How the words before an amount follow the previous amount of its sentence."""

    FIRST = "first"  # there is no previous amount
    CLAUSE = "clause"  # ，
    LIST = "list"  # 、 or 和
    NEXT = "next"  # directly
    NOUN = "noun"  # with words that belong to the previous amount


class Spot(NamedTuple):
    """An amount in its sentence.

    `clause` are the words right before it and its bounds, `earlier` the clauses before those, back to the
    previous amount; `rest` are the words after it, up to the next amount. `closed` is whether a clause ends
    right after it, `run` how many amounts stand side by side from it on (three, two and one in 5%、6%和7%),
    `aside` whether it is in brackets, `reset` whether it is the first of a sentence, `goal` whether a list of
    aims begins before it, `among` whether it is a part of the previous one (其中).
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
    """Yields the amounts of a paragraph, in full-width punctuation, each with the words around it."""
    counts = _runs(text, amounts)
    stops = [stop.end() for stop in _STOP.finditer(text)]
    end = sentence = 0
    inside = False  # whether the previous amount is in brackets
    for at, (amount, limits) in enumerate(amounts):
        reset = end == 0
        if (stop := bisect_right(stops, limits.start)) and stops[stop - 1] > end:
            sentence, reset, inside = stops[stop - 1], True, False
        lead = text[max(end, sentence, limits.start - _FARTHEST) : limits.start]
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
        closed = bool(_CLOSED.match(text, limits.end))
        yield Spot(
            amount,
            limits,
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
        end = limits.end


def _joint(lead: str) -> tuple[Joint, str]:
    """Returns how `lead` follows the previous amount, and the part of it that does not belong to that."""
    if not lead.strip():
        return Joint.NEXT, ""
    found = _SEPARATOR.search(lead)
    if found is None:
        return Joint.NOUN, lead
    kind = Joint.CLAUSE if found[0] in "，,：:—；" else Joint.LIST
    return kind, lead[found.end() :]


def _rest(text: str, amounts: Sequence[tuple[Amount, Bounds]], at: int) -> str:
    """Returns the words after an amount up to the next; after both if they touch: 3批44项创新举措."""
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
