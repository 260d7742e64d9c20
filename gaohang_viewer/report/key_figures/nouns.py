"""Finds the noun after an amount: 12家企业, 八成的企业, 68万户纳税人."""

from __future__ import annotations

import re
from typing import NamedTuple

from gaohang_viewer.report.key_figures.phrase import without_tails
from gaohang_viewer.report.key_figures.units import words

_MOST = 14
_LINK = re.compile(r"^(?:以[上下内]|左右|多|的|完成|实现|\s)+")
_JOINING = ("、", "，", ",", "和", "与", "及", "并", "到", "至", "；", "。")
_ASIDE = re.compile(r"（[^（）]*）|\([^()]*\)")
_NAME = re.compile(r"“[^”]*”")
_PLACES = frozenset("县市区省乡镇村站校")
_NEXT = re.compile(r"(?<=..)(?:总?投资|总?面积|总?产值|资金|惠及|带动|受益|增加值|价格)$")
_CUT = re.compile(r"[的、和与]|以及")
_LISTED = re.compile(r"(?:以及|[和与及])$")
_DOING = words("""圆满 增强 踊跃 实现 完成 得到 入选 获 荣获 全部 如期 建成 开工 竣工 投产 投入 正在 顺利
    全覆盖 全面 加快 完工 大幅 降低 建立 确定 受益 进行 享受 成为 列入 纳入 通过 落户 进入 落地 新增 增长
    下降 提高 增加 减少 启动 组织 开展 推进 有效""")
_PUNCTUATION = "，,。；;、！？：:（()）《"
_END = re.compile(
    rf"[{_PUNCTUATION}\s等均已被为占达超突]|以及|及(?!以[上下])|(?<=..)在|基本(?=[建完实形清])|"
    + "|".join(_DOING)
)


class Noun(NamedTuple):
    """The noun after an amount, "" if none is.

    `whole` is whether the clause ends with it, `listed` whether the next amount follows it at once.
    """

    text: str
    whole: bool
    listed: bool = False


def noun_behind(rest: str) -> Noun:
    """Returns the noun at the start of the words after an amount."""
    text = _LINK.sub("", _ASIDE.sub("", rest))
    if not text or text.startswith(_JOINING):
        return Noun("", whole=False)
    name = _NAME.match(text)
    ahead = name.end() if name else 0
    end = _END.search(text, ahead)
    whole = end is not None and (end[0] in "，。；！" or (end[0] == "、" and end.end() == len(text)))
    if end is None and (listed := _LISTED.search(text)):  # 308项民生实事和51项…
        noun, whole = text[: listed.start()], True
    else:
        noun = text[: end.start()] if end else without_tails(_NEXT.sub("", text))
    if name and len(noun) == ahead:
        noun = noun[1:-1]
    if len(noun) > _MOST:
        cuts = [cut.start() for cut in _CUT.finditer(noun) if 2 <= cut.start() <= _MOST]
        noun, whole = noun[: cuts[0] if cuts else _MOST], False
    at_once = text.endswith(("、", "和", "与", "及"))
    return (
        Noun(noun, whole and "的" not in noun, at_once)
        if len(noun) > 1 or noun in _PLACES
        else Noun("", whole=False)
    )
