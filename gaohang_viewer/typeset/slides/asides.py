"""Finds paragraphs of a speech beside its matter: admitted difficulties, thanks, the peroration."""

from __future__ import annotations

import re

_DIFFICULTIES = re.compile(
    r"(?:各位代表[！!，,])?[^。]{0,40}(?:清醒地?(?:认识|看)到|也(?:要|应|应当|必须)?(?:认识|看|意识)到|还?存在(?:着|一些|不少|许多|诸多|的)?[^。，]{0,12}"
    r"(?:困难|问题|不足|差距|短板))"
)
_THANKS = re.compile(
    r"[^。]{0,30}(?:成绩|成就|成果|进步|变化)(?:的取得|来之不易)|[^。]{0,12}(?:我|谨)[^。]{0,30}(?:代表|向)[^。]{0,200}(?:感谢|敬意|问候)"
    r"|[^。]{0,80}表示(?:衷心|诚挚|崇高|最?由衷|亲切)?的?(?:衷心|诚挚|崇高)?的?(?:感谢|敬意)"
)
_PERORATION = re.compile(
    r"让我们|号角|使命|辉煌|征程|征途|扬帆|谱写|华章|新?篇章|不负|惟有|唯有|勇毅前行|接续奋斗|团结奋斗|拼搏|奋进|而努力奋斗|梦想|使命光荣|任重道远|风雨|灯塔"
)
_OCCASION = re.compile(r"\d{2,4}\s*(?:周?年|亿|万)")  # of a year, a jubilee, a people: no figure
_FEWEST = 2  # paragraphs of another kind that must remain
_MOST_AT_END = 3  # paragraphs of a peroration


def without_asides(paragraphs: list[str]) -> list[str]:
    """Returns the paragraphs without difficulties, thanks and, at the end, the peroration.

    A section that has little else, as one about difficulties, stays as it is.
    """
    kept = [
        text
        for text in paragraphs
        if not (_DIFFICULTIES.match(text.lstrip()) or _THANKS.match(text.lstrip()))
    ]
    for _ in range(_MOST_AT_END):
        if kept and _is_peroration(kept[-1]):
            kept.pop()
    return kept if len(kept) >= _FEWEST else paragraphs


def _is_peroration(text: str) -> bool:
    """Whether a paragraph without a figure calls upon the audience."""
    return not re.search(r"\d", _OCCASION.sub("", text)) and len(_PERORATION.findall(text)) >= 2
