"""Writes a library of reports to measure with: many, long, each another text, always the same."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def _words(text: str) -> list[str]:
    return text.split()


_PLACES = _words("东 西 南 北 青 白 黄 金 银 石 清 泉 林 山 河 湖 海 云 龙 凤 安 宁 平 康 福 永 新 长 高 大")
_KINDS = _words("镇 县 区 市 街道")
_NUMBERS = "一二三四五六七八九十"
_VERBS = _words(
    "推进 加快 实施 完善 健全 深化 强化 优化 提升 打造 建设 落实 巩固 拓展 培育 引导 支持 保障 统筹 规范 改善 创新 探索 "
    "开展 组织 完成 启动 扩大 提高 增强 落细 抓实 守牢 破解 盘活 激发 聚焦 坚持 弘扬 传承"
)
_ADVERBS = _words("持续 全面 大力 扎实 稳步 积极 深入 有序 切实 着力 不断 进一步 高标准 全力 协同")
_THINGS = _words(
    "产业结构 营商环境 基层治理 社会保障 公共服务 生态环境 乡村振兴 科技创新 数字政府 城市更新 教育事业 医疗卫生 文化体育 "
    "养老服务 就业创业 安全生产 食品安全 法治建设 财政收支 招商引资 重点项目 交通网络 水利设施 污染防治 绿色发展 人才队伍 "
    "党的建设 民生实事 社区建设 物业管理 垃圾分类 河长制度 农业农村 粮食生产 消费市场 对外开放 金融服务 中小企业 知识产权 "
    "历史文脉 旅游品牌 体育赛事 志愿服务 矛盾调解 信访工作 网格管理 一网通办 一网统管 政务公开 国防动员 双拥工作 统计调查"
)
_ENDS = _words(
    "取得新的成效 迈上新的台阶 得到明显改善 走在全省前列 群众满意度稳步提高 为高质量发展奠定基础 形成可复制的经验 "
    "实现历史性跨越 受到上级充分肯定 发展后劲不断增强 短板弱项加快补齐 工作机制更加顺畅"
)
_COUNTS = _words("个 项 家 户 人次 公里 平方米 亩 件 场")
_CHAPTERS = _words(
    "过去一年工作回顾 当前面临的形势 今后五年的总体要求 今年的重点任务 加强政府自身建设 保障和改善民生"
)


def make_library(folder: Path, reports: int = 3000, megabytes: float = 150) -> None:
    """Writes so many reports, of so many megabytes of UTF-8 in all; lengths differ by a factor of nine."""
    shares = [random.Random(number).uniform(0.2, 1.8) for number in range(reports)]  # noqa: S311 - no secret
    unit = megabytes * 1e6 / sum(shares)
    for number, share in enumerate(shares):
        chance = random.Random(number * 7 + 1)  # noqa: S311
        place = chance.choice(_PLACES) + chance.choice(_PLACES) + chance.choice(_KINDS)
        year = 1990 + number % 36
        path = folder / f"{year}" / f"{place}{year}年政府工作报告{number}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_report(f"{place}{year}年政府工作报告", int(share * unit), chance), "utf-8")


def _report(title: str, size: int, chance: random.Random) -> str:
    sentences = [_sentence(chance) for _ in range(size // 90 // 4)]  # each is said some four times, elsewhere
    parts = [f"---\ntitle: {title}\n---"]
    written = 0
    while written < size:
        chapter = len(parts)
        parts.append(f"# {_NUMBERS[chapter % 10]}、{chance.choice(_CHAPTERS)}")
        for section in range(chance.randrange(3, 7)):
            parts.append(f"## （{_NUMBERS[section]}）{chance.choice(_VERBS)}{chance.choice(_THINGS)}")
            for _ in range(chance.randrange(3, 8)):
                paragraph = "".join(chance.choices(sentences, k=chance.randrange(2, 6)))
                parts.append(paragraph)
                written += len(paragraph) * 3
    return "\n\n".join(parts) + "\n"


def _sentence(chance: random.Random) -> str:
    def clause() -> str:
        return chance.choice(_ADVERBS) + chance.choice(_VERBS) + chance.choice(_THINGS)

    if chance.random() < 0.4:
        value = (
            f"{chance.randrange(1, 9999) / 10:g}亿元"
            if chance.random() < 0.5
            else (f"{chance.randrange(2, 90000)}{chance.choice(_COUNTS)}")
        )
        return (
            f"{clause()}，全年完成{value}，增长{chance.randrange(1, 300) / 10:g}%，{chance.choice(_ENDS)}。"
        )
    return f"{clause()}，{clause()}，{chance.choice(_ENDS)}。"
