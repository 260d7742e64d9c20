"""Recognizes the lines that head an annex, and those that head a glossary or notes."""

from __future__ import annotations

import re

_WORD = "(?:名词|用语|术语|词语|专业名词|概念)"
_EXPLANATION = "(?:(?:解释|注释|注解|解读)(?:和|与|及|、)?(?:说明|解释)?|说明|释义|附注)"
_END = r"[】\]）)※：:\s]*$"
_GLOSSARY = re.compile(
    rf"[※【\[（(附件录：:\d\s]*(?:有关|相关|部分|重要|报告)?{_WORD}?{_EXPLANATION}{_END}"
    rf"|.{{0,20}}{_WORD}{_EXPLANATION}{_END}"
    rf"|.{{0,12}}《[^》]{{2,24}}》(?:中|的|有关|相关|部分|若干){{0,3}}{_WORD}?{_EXPLANATION}{_END}"
)
# A list of annexes ("附件：1. …") heads none of them.
_ANNEX = re.compile(
    r"附\s*(?:件|录|表|图)?\s*[\d一二三四五六七八九十]{0,2}\s*(?:[：:．.、](?!\s*1\s*[.．、])|$|\s)"
)
_NUMBERED_ANNEX = re.compile(r"附\s*[件录]\s*[\d一二三四五六七八九十]{0,2}\s*[：:]?$")
_LONGEST_GLOSSARY = 30
LONGEST_ANNEX = 40  # characters


def is_glossary(text: str) -> bool:
    """Whether a line heads a glossary or notes: its numbered entries are no headings."""
    if len(text) > _LONGEST_GLOSSARY or "。" in text:
        return False
    if _GLOSSARY.match(text):
        return True
    return " " in text and _GLOSSARY.match("".join(text.split())) is not None  # 注 释


def is_annex(text: str) -> bool:
    """Whether a line heads an annex."""
    return len(text) <= LONGEST_ANNEX and (_ANNEX.match(text) is not None or is_glossary(text))


def is_annex_mark(text: str) -> bool:
    """Whether a line is 附件 or 附件1 and nothing more: its title stands on the next line."""
    return _NUMBERED_ANNEX.match(text) is not None
