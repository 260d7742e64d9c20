"""Shortens sentences for slides, at clauses where their sense does not change."""

from __future__ import annotations

import re

from gaohang_viewer.typeset.slides.clauses import clauses

WHOLE = 80
"""Characters; a sentence of at most this length is shown whole."""

LONGEST = 160
"""Characters; a longer sentence that cannot be shortened is not shown, unless it is a set formula."""

ELLIPSIS = "……"
"""Stands for the clauses that are left out."""

# What is quoted from a resolution, and what lists aims, is shown in full or it says something else.
_FORMULA = re.compile(
    r"指导思想|总体(?:要求|思路|目标|部署)|(?:预期|主要|奋斗|发展|总|工作|核心)目标|基本(?:原则|思路)|工作(?:要求|思路|总基调)"
    r"|马克思列?宁?主义|毛泽东思想|邓小平理论|三个代表|科学发展观|习近平(?:新时代|总书记|同志|经济|生态|法治|文化|强军|外交)"
)
_SHORTEST = 14  # characters of a shortened sentence
_VERB = re.compile(
    r"推[进动行广出]|加[强快大速固]|实[施现行]|完[成善工]|建[设成立造起]|提[高升速前]|增[长加强进幅]|达到|达\d|开[展工通放发启拓]|落[实地]|促[进成]|扩[大建]"
    r"|深化|优化|强化|净化|美化|做[好强优大实]|打[造好赢响]|培[育养]|支持|保[障持护]|发展|改[造善革]|治理|整[治改合]|健全|构建|完善|引[进导育]|发[挥放布]"
    r"|获[得评批]|荣获|被[评列授]|入选|列入|投[资入产]|新[增建]|下降|减少|降[低至]|突破|超过|超额|位居|居|取得|迈[上出入进]|成[立为功]|创[建造新]|探索|启动|办[好成理结]"
    r"|解决|化解|防范|查处|处置|关[停闭]|破获|组织|举办|召开|签[约订]|对接|出台|制定|编制|修[订建编]|规范|严[格控守厉]|坚[持决守]|巩固|拓[展宽]|壮大|盘活|整合|统筹"
    r"|协调|服务|帮[助扶]|救助|安[排置]|发放|免除|覆盖|惠及|受益|改扩建|升级|转[型变化]|调[整解]|压[减缩]|淘汰|节约|绿化|造林|种植|养殖|收[获回]|销售|生产|出口"
    r"|吸引|利用|运用|应用|推介|评[为定选]|命名|认定|通过|验收|审[批议]|公开|监督|检查|督查|考核|问责|惩[治处]|教育|培训|学习|贯彻|执行|尊重|维护|弘扬|践行|树立"
    r"|增强|凝聚|团结|动员|激发|释放|挖掘|突出|抓[好住实紧]|狠抓|紧抓|着力|努力|力争|确保|争[取创当]|力促|加密|布局|谋划|储备|开局|起步|见效|显现|显著|明显|持续|不断"
    r"|是|有|为\d|占|升至|升到|降到|翻|超|增\d|建\d|收\d|让|使|把|将"
)
# What a clause begins with that only says when, where, how or under which condition
_ADVERBIAL = re.compile(
    r"(?:在|以|通过|围绕|按照?|根据|随着|为了?|对于?|从|由于?|针对|面[对临]|经过|依托|结合|立足|自|当|如果|若|只有|只要|既|不仅|不但|不论|无论|虽然?|尽管|即使|因为?"
    r"|鉴于|坚持以|聚焦|紧[扣盯抓]|着眼|瞄准|把握|每|除|到|至|截至|其中|同时|此外|特别是|尤其|例如|比如|包括|与|和|及|或|并且?|而|但|凡|对照|本着|高举|借助|利用|沿着|遵循|加上|再加)"
)
_BAD_END = re.compile(
    r"(?:的|时|后|下|中|上|来|起|前|间|内|方面|是|为|有|和|与|及|或|基础上|指导|目标|导向|统领|引领|抓手|契机|重点|核心|主线|牵引|载体|支撑|动力|根本|同时|同步|之际|过程|外)$"
)
# What begins a condition or cause, whose clauses cannot be told from the main one
_SUBORDINATE = re.compile(
    "(?:但是?|因此|同时)?[，,]?(?:由于|因为|如果|假如|只要|只有|既然|虽然|尽管|即使|随着|不管|无论|不论|当)"
)
_MOVED_OBJECT = re.compile("(?<![不必])[将把](?!来|近|会)")  # 将…企业: the verb comes in another clause
# What ties a clause to the one before it
_TIED = re.compile(
    r"[，,]?\s*(?:但|然而|而|却|不过|则|就|才|也|都|并不|又|还|仍|反而|否则|以免|除外|不含|不包括|之间|等"
    r"|以及|尤其|特别|其中|和|与|及|或|、)"
)


def shortened(sentence: str) -> str:
    """Returns a sentence that is not longer than a slide bears, or an empty text.

    A long one ends after one of its clauses, with an ellipsis; one that cannot end anywhere is left out.
    """
    if len(sentence) <= WHOLE or is_formula(sentence):
        return sentence
    parts = clauses(sentence, "，,；;")
    if _SUBORDINATE.match(sentence):
        return sentence if len(sentence) <= LONGEST else ""
    for count in range(len(parts) - 1, 0, -1):
        kept = "".join(parts[:count])
        if len(kept) <= WHOLE and len(kept) >= _SHORTEST and _may_end(parts, count):
            return kept.rstrip("，,；;、 ") + ELLIPSIS
    return sentence if len(sentence) <= LONGEST else ""


def is_formula(sentence: str) -> bool:
    """Whether a sentence is one of those that are shown in full: aims, guiding thoughts."""
    return _FORMULA.search(sentence) is not None


def is_tied(clause: str) -> bool:
    """Whether a clause belongs to the one before it: 但…, 又…, 尤其…."""
    return _TIED.match(clause) is not None


def _may_end(parts: list[str], count: int) -> bool:
    """Whether a sentence may end after so many of its clauses."""
    last, after = parts[count - 1].strip("，,；; "), parts[count]
    if "：" in "".join(parts[:count]) or ":" in last:
        return False  # a list is whole or not there
    if len(last) < 6 or is_tied(after):
        return False
    if "则" in last or _ADVERBIAL.match(last) or _BAD_END.search(last) or _MOVED_OBJECT.search(last):
        return False
    if (
        count == 1
        and _VERB.match(last) is None
        and not re.search(r"\d[\d.]*[%％‰]?[\u4e00-\u9fff]{0,4}$", last)
    ):
        return False  # perhaps only the subject
    return _VERB.search(last) is not None
