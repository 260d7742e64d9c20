"""Tells the lines that head an annex, and those that head a glossary or notes."""

from __future__ import annotations

import re

_GLOSSARY = re.compile(
    r"[※【\[（(附件录：:\d\s]*(?:有关|相关|部分|重要|报告)?(?:名词|用语|术语|词语|专业名词|概念)?"
    r"(?:解释|注释|注解|说明|释义)[】\]）)※：:\s]*$|[※【\s]*(?:注释|名词解释)"
    r"|.{0,20}(?:名词|术语|用语)(?:解释|注释|注解|说明|释义)[】\]）)※：:\s]*$"
)
# A list of annexes ("附件：1. …") heads none of them.
_ANNEX = re.compile(
    r"附\s*(?:件|录|表|图)?\s*[\d一二三四五六七八九十]{0,2}\s*(?:[：:．.、](?!\s*1\s*[.．、])|$|\s)"
)
_LONGEST_GLOSSARY = 30
LONGEST_ANNEX = 40  # characters


def is_glossary(text: str) -> bool:
    """Whether a line heads a glossary or notes: its numbered entries are no headings."""
    return len(text) <= _LONGEST_GLOSSARY and _GLOSSARY.match(text) is not None


def is_annex(text: str) -> bool:
    """Whether a line heads an annex."""
    return len(text) <= LONGEST_ANNEX and (_ANNEX.match(text) is not None or is_glossary(text))
