"""Finds what belongs to a speech but not on its slides: greetings, the opening formula, signature, notes."""

from __future__ import annotations

import re
from collections.abc import Iterable

_ADDRESS = (
    r"(?:尊敬的)?(?:各位(?:代表|委员|领导|来宾|嘉宾|同志|朋友|同事|董事|股东)|诸位代表|同志们|朋友们"
    r"|女士们|先生们|主席团)"
)
_GREETING = re.compile(rf"{_ADDRESS}(?:[、，,\s]*{_ADDRESS})*\s*[：:！!，,。]*\s*")
_OPENING = re.compile(
    r"(?:现在|下面|今天|我受|受|根据).{0,30}(?:我|受).{0,40}(?:代表|委托).{0,60}(?:报告|汇报|说明|审议|审查)"
    r"|(?:现在|下面)[，,]?我?.{0,40}(?:作|做|向).{0,24}(?:报告|汇报|说明)"
    r"|请予(?:审议|审查)|这里.{0,24}作(?:简要|扼要)?的?(?:报告|汇报|说明)|提出(?:宝贵)?意见|(?:以上|本)报告.{0,12}审[议查]|谢谢(?:大家|各位)|^谢谢"
)
_LONGEST_OPENING = 130  # characters
_DATE = re.compile(
    r"[（(]?\s*(?:公元)?[\d一二三四五六七八九〇○零]{2,4}\s*年\s*[\d一二三四五六七八九十]{1,3}\s*月(?:\s*[\d一二三四五六七八九十]{1,3}\s*日)?\s*[）)]?"
)
_LONGEST_SIGNATURE = 30  # characters
_BARE_ANNEX = re.compile(r"附\s*[件录表图]\s*[\d一二三四五六七八九十]*")
_NOTES = re.compile(
    r"(?:附[件录注]?\s*[\d一二三四五六七八九十]*\s*[：:、．.]?\s*)?"
    r"(?:《[^》]*》)?(?:(?:有关|相关|部分|专业|重要)?(?:名词|术语|用语|词语|概念)(?:解释|注释|说明|释义)?|注\s*释|附\s*注|尾\s*注|脚\s*注|名词|参考文献)"
    r"(?:与?说明)?"
    r"|.{0,24}(?:名词|术语|用语|词语|概念)(?:解释|注释|释义|简释)"
)


def without_formalities(paragraphs: Iterable[str]) -> list[str]:
    """Returns paragraphs without greetings, opening formula, thanks, and the signature at their end."""
    kept = [text for text in map(_without_greeting, paragraphs) if text and not _is_opening(text)]
    if kept and _DATE.fullmatch(kept[-1].strip()):
        kept.pop()
        if kept and len(kept[-1]) <= _LONGEST_SIGNATURE and not re.search("[，。；！？：]", kept[-1]):
            kept.pop()
    return kept


def is_formality(sentence: str) -> bool:
    """Whether a sentence greets, opens or thanks and says nothing else."""
    return not _without_greeting(sentence) or _is_opening(sentence)


def is_bare_annex(title: str) -> bool:
    """Whether a headline is that of an annex without a name, which holds links or nothing: 附件1."""
    return _BARE_ANNEX.fullmatch(title.strip(" \u3000：:")) is not None


def is_notes(title: str) -> bool:
    """Whether a headline, without its mark, is that of notes or a glossary."""
    return _NOTES.fullmatch(title.strip(" \u3000：:※*★◆●○【】[]（）()")) is not None


def _without_greeting(text: str) -> str:
    text = text.strip()
    found = _GREETING.match(text)
    if found and (found.end() == len(text) or text[found.end() - 1] in "：:！!，,。"):
        return text[found.end() :].strip()
    return text


def _is_opening(text: str) -> bool:
    return len(text) <= _LONGEST_OPENING and _OPENING.search(text) is not None
