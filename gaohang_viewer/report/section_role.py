"""Whether a section tells what was done or what is planned, by its headline and those above it."""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gaohang_viewer.report.model import Report


class SectionRole(Enum):
    """What the text of a section is about."""

    REVIEW = "review"  # what was done, and how things are
    PLAN = "plan"  # what is to be done, and reached
    OTHER = "other"


_REVIEW = re.compile(
    r"回顾|总结|过去|以来|成就|成绩|成效|完成情况|执行情况|进展情况|开展情况|工作情况|基本情况|现状|历程|回望|走过|不平凡|取得"
)
_PLAN = re.compile(
    r"今后|未来|下一?步|下阶段|下半年|明年|重点(?:工作|任务)|工作(?:安排|部署|打算|任务|重点|计划|思路|举措|要求|建议|的?意见)"
    r"|(?:主要|总体|目标|发展|奋斗|预期|核心)(?:任务|目标|要求|思路)|展望|(?:几|[一二三四五六七八九十]+)(?:项|个方面)?(?:重点)?(?:工作|任务)$"
    r"|总体安排|规划(?:草案|纲要)?$|计划(?:草案)?$|主要措施|怎么干|今年(?:的)?(?:工作|任务|目标)|保障措施|战略(?:部署|任务|重点)"
)

_WORK_OF_YEAR = re.compile(r"(?:关于)?\d{4}年(?:的|主要|政府)*工作")


def role_of(report: Report, section: int) -> SectionRole:
    """Returns the role of a section: that of the nearest headline, its own or one above it, that shows one.

    A headline that shows both, as 过去一年工作和今后任务, shows neither.
    """
    for at in reversed(report.outline.path(section)):
        title = report.sections[at].title
        review, plan = bool(_REVIEW.search(title)), bool(_PLAN.search(title))
        plan = plan or (not review and _WORK_OF_YEAR.fullmatch(title) is not None)
        if review != plan:
            return SectionRole.REVIEW if review else SectionRole.PLAN
    return SectionRole.OTHER
