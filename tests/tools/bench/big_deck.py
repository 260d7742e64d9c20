"""A deck of a thousand slides: jumps to any of them, and the memory after all were seen."""

from __future__ import annotations

import random
import tempfile
import time
from pathlib import Path
from statistics import median, quantiles

from tests.tools.bench.memory import memory
from tests.tools.bench.rounds import PROGRAM
from tests.tools.screen import Screen

SIZE = (1920, 1080)
SLIDES = 1000
_CHAPTERS = 20
_JUMPS = 60
_QUIET = 0.15  # seconds without a change after which a jump is over


def measure() -> dict[str, float]:
    """Start a show of a large report, jump about in it, then hold Page Down from its first page to its last."""
    with tempfile.TemporaryDirectory() as folder, Screen(SIZE) as screen:
        file = Path(folder, "report.md")
        file.write_text(_report(), "utf-8")
        screen.move(SIZE[0] // 2, SIZE[1] - 1)
        screen.frame.changed()
        process = screen.start(*PROGRAM, "present", str(file))
        screen.wait_title("/ 1", timeout=120)  # the number of pages stands in the title once there are slides
        screen.wait_quiet(1.5, timeout=60)
        chance = random.Random(7)  # noqa: S311 - the same jumps each time
        jumps = [1000 * _jump(screen, chance.randint(1, SLIDES)) for _ in range(_JUMPS)]
        screen.key("Home")
        screen.wait_quiet(1)
        with screen.held("pgdn"):
            screen.wait_quiet(2, timeout=300)
        reached = screen.titles()
        taken = memory(process.pid)
        screen.end(process)
    if not any(f"{page} / {page} " in f"{title} " for title in reached for page in range(SLIDES, 2 * SLIDES)):
        raise RuntimeError(f"Page Down does not lead to the last page: {reached}")
    return {
        "jump_slide_ms": median(jumps),
        "jump_slide_p95_ms": quantiles(jumps, n=20)[-1],
        "deck_1000_mb": taken,
    }


def _report() -> str:
    lines = ["# 一千页的报告"]
    each = SLIDES // _CHAPTERS
    for chapter in range(_CHAPTERS):
        lines.append(f"## 第{chapter + 1}章 着力推动经济社会高质量发展")
        for section in range(each - 1):
            lines.append(f"### {section + 1}. 坚持稳中求进工作总基调第{chapter}之{section}")
            lines.append("全镇上下团结一心，真抓实干，圆满完成了全年目标任务，各项事业迈上新的台阶。" * 2)
    return "\n\n".join(lines)


def _jump(screen: Screen, page: int) -> float:
    """The seconds from Enter, a number having been typed, to the last change of the picture."""
    screen.type(str(page))
    time.sleep(0.3)
    screen.frame.changed()
    last, start = 0.0, time.monotonic()
    screen.key("enter")
    while (now := time.monotonic() - start) < last + _QUIET or not last:
        if screen.frame.glance():
            last = now
        if now > 4:
            raise RuntimeError("the picture does not change, or does not come to rest")
        time.sleep(0.0003)
    return last
