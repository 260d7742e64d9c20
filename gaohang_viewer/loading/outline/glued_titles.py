"""Finds where titles end that are glued to their first sentence: 突出项目建设，打牢发展基础把握我州…"""

from __future__ import annotations

import re
from statistics import median
from typing import TYPE_CHECKING

from gaohang_viewer.report.draft import PieceRole

if TYPE_CHECKING:
    from gaohang_viewer.loading.outline.line import Line

# Words that begin a sentence about what was or is to be done, and seldom stand within a title's last clause.
_BEGINS = re.compile(
    r"(?:坚持|坚决|坚定|充分|按照|围绕|突出|加大|大力|积极|认真|切实|着力|深入|进一步|继续|努力|严格|严厉"
    r"|抓紧|抓好|狠抓|紧紧|牢牢|牢固|牢记|全力|加强|加快|强化|推动|推进|实施|运用|健全|完善|优化|调整|发展壮大|做好|高起点|高标准|扎实|实行|根据|紧扣|正视|针对|通过|依托|立足|聚焦|各位代表"
    r"|做大|贯彻|落实|落细|建立|培育|巩固|全面(?:贯彻|落实|推进|实施|深化|加强|推动|完成|做好|提升|提高)|把|以|今年|去年|过去|我们|新的一年|全市|全省|全县|全区|全州"
    r"|20\d\d年|一年来|五年)"
)
# Words that a title's last clause often ends with
_ENDS = re.compile(
    r"(?:发展|建设|水平|能力|质量|素质|效益|后劲|升级|转型|动力|活力|实力|基础|环境|优势|进步|保障|体系|格局|改革|开放|创新|稳定"
    r"|和谐|民生|短板|生态|文明|效能|功能|作用|管理|治理|服务|[产事农工企就服务]业|经济|市场|消费|投资|战略|任务|工作|目标"
    r"|步伐|空间|潜力|效率|安全|秩序|作风|队伍|职能|政府|振兴|势头|局面|防线|底线|协调|领域的运用|资产|增收"
    r"|机制|体制|增长|突破|科技创新|信息化|现代化|工业化|城镇化|一体化|市场化)$"
)
# How a title goes on that only seems to have ended: 步伐进一步加快, 经济全面发展
_GOES_ON = re.compile(
    r"(?:进一步|全面|加快|持续|不断|大力|继续)?(?:推进|加快|提高|提升|增强|强化|发展|明确|改善|优化|完善|培育|加强|转型)*$"
)
_COMMA = re.compile("[，,]")
_GAP = re.compile(r"(?<![\s、，,\d])[ \u3000]+(?![\s、，,。；：！？\d])")
_STOP = re.compile("[。！？；：:]")
_SHORTEST = 4  # characters of a title without its mark
_FURTHEST = 60  # characters of the mark and the title
_SURE = 3.0  # the worth of an end between a word that ends titles and one that begins sentences
_LIKELY = 1.5
_GUESSED = 1.0  # of the first comma
_TOO_LONG = 1.8  # times the usual length
_FEW = 0.3  # of the lines have titles: too few to show what is usual
_SHORTEST_SENTENCE = 6
_REST = 4  # characters of 加快发展 or 全面进步, which end a title although 加快 and 全面 begin sentences
_LONGEST_CLOSED = 24  # characters of a title that ends with 。; a longer one may hold its first sentence


def usual_length(lines: list[Line]) -> float:
    """How many characters the titles of numbered lines have behind their marks; 0 if too few have one."""
    if sum(line.title > 0 for line in lines) < len(lines) * _FEW:
        return 0.0
    closed = [_length(line) for line in lines if _is_closed(line)]
    return median(closed or [_length(line) for line in lines if line.title and not line.alone] or [0])


def find_glued_titles(sequence: list[Line], usual: float) -> None:
    """Cuts the titles of a sequence that are glued to their first sentence.

    A gap ends a title; without one, the title ends where its last clause does and a sentence begins, at
    about the length that is `usual` for titles of its style. What looks like a run-in title may be a title
    and such a sentence, too: where most of them do.
    """
    run_in = [line for line in sequence if line.role is PieceRole.TEXT and not _is_closed(line)]
    if not run_in:
        return
    ends = [_end(line, usual) for line in run_in]
    mostly = sum(worth >= _SURE for _, worth in ends) * 5 >= len(run_in) * 3
    for line, (end, worth) in zip(run_in, ends, strict=True):
        if line.clause:
            long = 0 < usual * _TOO_LONG < _length(line)
            glued = worth >= _SURE and (mostly or long)
        elif worth == _GUESSED:
            glued = len(run_in) * 2 <= len(sequence)
        else:
            glued = mostly or usual > 0
        if end and glued:
            line.title = line.clause = end
            line.alone = line.rule = False


def _is_closed(line: Line) -> bool:
    """Whether the title of a line ends where it seems to: with the line, with the bold words, or soon."""
    if not line.title:
        return False
    alone = line.alone and not line.text.endswith("。")
    return alone or line.title == line.bold or _length(line) <= _LONGEST_CLOSED


def _length(line: Line) -> int:
    return line.title - _begin(line)


def _begin(line: Line) -> int:
    return line.mark.length if line.mark is not None else 0


def _end(line: Line, usual: float) -> tuple[int, float]:
    """Where the title of a line probably ends, 0 if nothing shows it, and how sure that is."""
    start = _begin(line)
    text = line.text[:_FURTHEST]
    stop = _STOP.search(text, start)
    end = stop.start() if stop else len(text)
    comma = _COMMA.search(text, start, end)
    first = comma.start() - start if comma else 0
    gaps = [gap for gap in _GAP.finditer(text, start, end) if gap.start() - start >= _SHORTEST]
    if gap := _gap(gaps, text, end, start + usual):
        return gap, _SURE
    best, most = 0, 0.0
    for place in range(start + _SHORTEST, end):
        clauses = _COMMA.split(text[start:place])
        if len(clauses[-1]) < _SHORTEST or len(clauses) > 3:
            continue
        begins = _BEGINS.match(text, place)
        if not begins or _is_rest(text[place:end]):
            continue
        ends = _ENDS.search(text, start, place) is not None
        worth = 1.5 + 2.0 * ends - (place - start) * 0.02 + len(begins[0]) * 0.2
        if usual:
            worth -= abs(place - start - usual) * 0.03
        if len(clauses) == 2:  # two clauses, often of one length
            worth += 0.6 - abs(len(clauses[1]) - first) * 0.1
        elif len(clauses) == 1 and comma:
            worth -= 0.5
        if worth > most or (ends and place - best <= _REST):
            best, most = place, max(worth, most)
    if most >= _LIKELY:
        return best, most
    if comma and usual and _SHORTEST <= first <= usual * 2 and _is_text(line.text, end):
        return comma.start(), _GUESSED
    return 0, 0.0


def _gap(gaps: list[re.Match[str]], text: str, end: int, usual: float) -> int:
    """Where the gap is that parts a title from its text, near its `usual` end; 0 if none does."""
    if not gaps:
        return 0
    for gap in gaps:
        if _BEGINS.match(text, gap.end()):
            return gap.start()
    if not _COMMA.search(text, gaps[-1].end(), end):
        return gaps[-1].start()
    near = min(gaps, key=lambda gap: abs(gap.start() - usual))
    return near.start() if usual * 0.6 <= near.start() <= usual * _TOO_LONG else 0


def _is_rest(text: str) -> bool:
    """Whether words are the end of a title, and no sentence."""
    clause = _COMMA.split(text, maxsplit=1)[0]
    return len(text) < _SHORTEST_SENTENCE or "、" in text[:5] or _GOES_ON.match(clause) is not None


def _is_text(text: str, end: int) -> bool:
    """Whether a sentence that ends at `end` is followed by another one."""
    return "。" in text[end + 1 : -1]
