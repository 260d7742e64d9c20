"""Writes a library of reports to measure with: many, long, each another text, always the same."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

REPORTS = 3000
_BYTES = 50_000  # of UTF-8 in a report, on average


def _words(text: str) -> list[str]:
    return text.split()


_PLACES = "东西南北青白黄金银石清泉林山河湖海云龙凤安宁平康福永新长高大"
_NUMBERS = "一二三四五六七八九十"
_VERBS = _words(
    "持续推进 全面加快 大力实施 扎实完善 稳步健全 积极深化 不断优化 深入开展 切实保障 着力破解 协同培育"
)
_THINGS = _words(
    "产业结构 营商环境 基层治理 社会保障 公共服务 生态环境 乡村振兴 "
    "科技创新 数字政府 城市更新 教育事业 医疗卫生 文化体育 养老服务 就业创业 安全生产 法治建设 财政收支 "
    "招商引资 重点项目 污染防治 绿色发展 人才队伍 党的建设 一网通办 一网统管"
)
_ENDS = _words("取得新的成效 迈上新的台阶 得到明显改善 走在全省前列 为高质量发展奠定基础 发展后劲不断增强")
_CHAPTERS = _words("过去一年工作回顾 当前面临的形势 今后五年的总体要求 今年的重点任务 加强政府自身建设")


def make_library(folder: Path) -> None:
    """Writes `REPORTS` reports, 150 MB in all; their lengths differ by a factor of nine."""
    for number in range(REPORTS):
        chance = random.Random(number)  # noqa: S311 - the same each time
        place = "".join(chance.sample(_PLACES, 2)) + chance.choice(("镇", "县", "区", "市", "街道"))
        year = 1990 + number % 36
        path = folder / f"{year}" / f"{place}{year}年政府工作报告{number}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        size = int(_BYTES * chance.uniform(0.2, 1.8))
        path.write_text(_report(f"{place}{year}年政府工作报告", size, chance), "utf-8")


def _report(title: str, size: int, chance: random.Random) -> str:
    sentences = [_sentence(chance) for _ in range(size // 90 // 4)]  # each is said some four times, elsewhere
    parts = [f"---\ntitle: {title}\n---"]
    written = 0
    while written < size:
        parts.append(f"# {_NUMBERS[len(parts) % 10]}、{chance.choice(_CHAPTERS)}")
        for section in range(chance.randrange(3, 7)):
            parts.append(f"## （{_NUMBERS[section]}）{chance.choice(_VERBS)}{chance.choice(_THINGS)}")
            for _ in range(chance.randrange(3, 8)):
                parts.append("".join(chance.choices(sentences, k=chance.randrange(2, 6))))
                written += len(parts[-1]) * 3
    return "\n\n".join(parts) + "\n"


def _sentence(chance: random.Random) -> str:
    clause = chance.choice(_VERBS) + chance.choice(_THINGS)
    if chance.random() < 0.4:
        amount, growth = chance.randrange(1, 9999) / 10, chance.randrange(1, 300) / 10
        return f"{clause}，全年完成{amount:g}亿元，增长{growth:g}%，{chance.choice(_ENDS)}。"
    return f"{clause}，{chance.choice(_VERBS)}{chance.choice(_THINGS)}，{chance.choice(_ENDS)}。"
