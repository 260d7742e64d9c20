"""Whether a figure may be shown by itself: where a rule is not sure of its name, it may not."""

from __future__ import annotations

import re

from gaohang_viewer.report.key_figures.indicators import is_generic, is_indicator, is_money, is_rate, is_time
from gaohang_viewer.report.key_figures.units import MONEY, PEOPLE, SHARES, words

# Particles, prepositions and second verbs: signs of a clause that is no name.
_NO_NAME = re.compile(
    r"^有(?![色机线限])|^内|^占|^[例比]如|本[村户人]|的(?:实施|建设|开展)$|了|着力|是|(?<![现存内潜])在(?![校岗建职编籍册营外])|将|把|被(?!征)|(?<!大)使(?![用馆命])|让(?!利)|(?<![自缘理])由|从(?![业事])"
    r"|(?<![应相])对(?![外口接台俄非地])|(?<![直收得感])到(?![位账期])|都(?!市)|也|而|则|若|这|那|我们|您|吗|呢|吧|(?<![不通超])过(?![境渡敏剩])|要(?![素])"
    r"|向(?!日)|按|(?<![规范入])围绕|的.*的|(?<![作行])为(?![民主])|并(?![购网轨联])|以(?!上|下|工代)|通过|根据|(?<![占对同环])比(?![重例率值亚])|较|已|又|再(?![生就贷融])|全覆盖|实现|完成|达到|取得|其中|成为|可(?![支再持])|力争|确保|预计"
    r"|等(?![级])|不(?!良|动产|锈)|[，。；：！？—…　 ]|[0-9０-９]"
)
_TIMES = words("天 个工作日 小时 分钟 秒 岁 年")
LONGEST = 20
"""Characters of a name; more are not read in a hall."""


def is_name(name: str, *, alone: bool = False) -> bool:
    """Whether words are the name of one thing and no piece of a clause; `alone` as in `is_generic`."""
    return (
        2 <= len(name) <= LONGEST
        and not _NO_NAME.search(name)
        and not is_generic(name, alone=alone)
        and name.count("“") == name.count("”")
        and name.count("（") == name.count("）")
        and name.count("《") == name.count("》")
        and name[-1] not in "、和与及的“"
        and name[0] not in "、和与及的”"
    )


def is_measured(name: str, unit: str, verb: str, growth: str) -> bool:
    """Whether a named thing may have such an amount: a share wants a rate or growth, money a sum."""
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
