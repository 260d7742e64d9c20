"""Decides whether a name is complete and fits an amount: only then a figure may be shown without its text."""

from __future__ import annotations

from gaohang_viewer.report.key_figures.indicators import is_generic, is_indicator, is_money, is_rate, is_time
from gaohang_viewer.report.key_figures.units import MONEY, PEOPLE, SHARES, words

# Particles, prepositions and verbs do not occur in names. Each has the characters after which and before
# which it is part of a word: 在 in 现在 and 在校.
_SIGNS = words("""了:: 是:: 将:: 把:: 都::市 也:: 而:: 则:: 若:: 这:: 那:: 您:: 吗:: 呢:: 吧:: 按:: 较::
    已:: 又:: 在:现存内潜:校岗建职编籍册营外 被::征 使:大:用馆命 让::利 由:自缘理: 从::业事
    对:应相:外口接台俄非地 到:直收得感:位账期 过:不通超:境渡敏剩 要::素 向::日 为:作行:民主 并::购网轨联
    以::上下工 比:占对同环:重例率值亚 再::生就贷融 可::支再持 等::级 不::良动锈""")
_PARTICLES = {sign: (before, behind) for sign, before, behind in (entry.split(":") for entry in _SIGNS)}
_CLAUSE_WORDS = words("""着力 我们 通过 根据 全覆盖 实现 完成 达到 取得 其中 成为 力争 确保 预计 围绕
    例如 比如 本村 本户 本人""")
_NO_BEGIN = (*"有内占、和与及的”", "只占", "仅占", "约占")
_NO_END = (
    *("的实施", "的建设", "的开展", "通车", "投产", "竣工", "开工", "国家级", "省级", "市级", "县级", "区级"),
    *"、和与及的“",
)
_PLAIN = ("有色", "有机", "有线", "有限", "内资", "内陆", "内河", "内贸", "内燃", "及时", "和美")
_PUNCTUATION = frozenset("，。；：！？—…\u3000 0123456789０１２３４５６７８９")
_TIMES = words("天 个工作日 小时 分钟 秒 岁 年")
LONGEST = 20
"""The most characters of a name on a slide."""


def is_name(name: str, *, alone: bool = False) -> bool:
    """Whether words are the name of one thing rather than a piece of a clause; `alone` as in `is_generic`."""
    return (
        2 <= len(name) <= LONGEST
        and not _is_clause(name)
        and not is_generic(name, alone=alone)
        and name.count("“") == name.count("”")
        and name.count("（") == name.count("）")
        and name.count("《") == name.count("》")
        and not name.endswith(_NO_END)
        and (not name.startswith(_NO_BEGIN) or name.startswith(_PLAIN))
    )


def _is_clause(name: str) -> bool:
    if not _PUNCTUATION.isdisjoint(name) or name.count("的") > 1:
        return True
    for at, sign in enumerate(name):
        if sign in _PARTICLES:
            before, behind = _PARTICLES[sign]
            if not ((at and name[at - 1] in before) or (at + 1 < len(name) and name[at + 1] in behind)):
                return True
    return any(word in name for word in _CLAUSE_WORDS)


def is_measured(name: str, unit: str, verb: str, growth: str) -> bool:
    """Whether a thing may have an amount in `unit`: a percentage needs a rate or growth, money a sum."""
    if unit in SHARES or unit in ("倍", "番"):
        return (bool(growth) and unit != "番" and is_indicator(name)) or (unit in SHARES and is_rate(name))
    if unit in MONEY:
        return is_money(name)
    if unit in _TIMES:
        return is_time(name)
    if name.endswith("就业"):
        return unit in PEOPLE or unit == "名"
    if is_rate(name):
        return bool(growth) or unit not in ("人", "个", "家", "户", "项", "件")
    return is_indicator(name) or bool(verb)
