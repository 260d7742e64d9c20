"""What the amounts of a Chinese text count: the words before them, behind them, or of an amount before."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gaohang_viewer.report.key_figures.units import COUNTS, words

if TYPE_CHECKING:
    from gaohang_viewer.report.key_figures.amounts import Amount

_MOST = 16  # characters of what is counted
_MANY = 30  # amounts that one sentence names together

# Words that say nothing of what is counted: before it, and between it and its number.
_HEADS = words("""是 即 解决 启动 争取到 应该 、 ， , 和 与 及 以及 且 其中 将 把 已 已经 又 也 均 让 了 的
    ” 》 积极 协调 大力 圆满 顺利 持续 深入 扎实 有序 着力 稳步 不断 高标准建成 高标准完成 高质量完成
    高标准推进 开设 抓好 建好 做好 成功 全面 率先 继续 加快 共 总共 累计 完成 实现 新增 推出 获评 推动 推进
    引进 建立 建成 新建 开展 争取 确保 力争 预计 全年 截至 截止 达到 突破 做到 共有 现有 拥有 涵盖 包括 带动
    促进 实施 全区率先 在全区率先 在全市率先 在全省率先 以上 以下 以内 左右 之间 多 余 同时 目前 我们 一是
    二是 三是 四是 五是 通过 推进了 完成了 实现了 以来 五年来 一年来""")
_TAILS = words("""应该 可以 压减至 压减到 压 可能 翻 翻了 对 过 达到 达 为 是 超过 超 超出 突破 约 约为 约占
    近 均 均为 均达 均达到 均超过 均在 共 共计 总计 合计 总共 累计 累计达 累计达到 平均 平均达到 分别 分别为
    分别达 分别达到 已 已达 已达到 完成 实现 新增 在 有 还有 拥有 高达 多达 达成 不低于 不少于 不超过 不高于
    低于 高于 将 就 只 仅 只有 仅为 至 到 的 了 各 各为 逾 保持在 稳定在 控制在 提高到 提高至 增加到 增加至
    上升到 上升至 降到 降为 下降到 下降至 下降为 降低到 降至 减少到 减少至 减至 减到 增长到 增至 增到 升至
    升到 提升到 提升至 扩大到 扩大至 缩短到 缩短至 压缩到 压缩至 缩减到 缩减至 发展到 由 从 以 按 每 再 又
    也 全部 预计 大约 接近 将近 至少 最高 最多 最高可达 可达 余 多 : ： （ ( “ 率先 全市率先 全区率先 大于
    小于 以上 和 与 及 以及 、 ， , 等 共有 建成 新建 预计达到 可达到 力争达到 力争 达到了 超过了 突破了
    实现了 完成了 跃上 迈上 跨上 跨越 占 一举突破 首次突破 首次超过 相当于 即 至今 先后 之 且 并 可 要
    要达到 左右 位居 - — – ~ ～""")
_GROWTHS = words("""增长 下降 提高 增加 减少 上升 降低 提升 压减 缩短 回落 压缩 递增 扩大 收窄 上涨 下跌
    净增 增产 增收 减产 增 降 涨""")
_GROWTH = tuple(sorted(_GROWTHS, key=len, reverse=True))
_THAN = r"(?:比(?![重例率值分])|较|与(?=[上去0-9]))"
_COMPARED = re.compile(
    r"(?:同比|环比|名义|实际|可比|按[^，]{1,8}计算|平均(?:每年)?|每年|又|再|共|累计|只|仅|净|已|分别"
    rf"|{_THAN}[^比较，]{{1,12}}|(?<![人户亩平])均)+$"
)
_THAN_YEAR = re.compile(rf"(?<=..){_THAN}[^，]{{0,9}}[年期初末]$")
_TIME = re.compile(
    r"(?:[0-9０-９]{2,4}年|[上去前当今全每]年|(?:上年)?同期|年均|人均|[全我][国省市区县镇]"
    r"|[一二三四五]年来?|“[^”]{1,3}五”(?:时期|期间|末)?)+$"
)
_PLACE = re.compile(
    r"(?:在|到|截至)?(?:全[国省市区县乡镇村年]|我[国省市区县们]|五年来|一年来|每年|每月)*(?:率先)?$"
)
_PER_HEAD = re.compile(r"[人户亩地日月年班校村]均$")
STOP = re.compile(r"[。；;！？!?\n]|\.(?=[^\x00-\x7f])")
_CLAUSE = re.compile(r"[，,：:（(—…]|其中")
_ASIDE = re.compile(r"（[^（）]*）|\([^()]*\)")
_CUT = re.compile(r"完成|实现|新增|累计|建成|新建|推动|投入|安排|落实|争取|达到|使|[的、和与及等对将把在为”]")
_FROM = re.compile(r"(.{2,})[由从](?:([0-9]{4}年)|[^，]{0,8}[年月末初底期前划])的?$")
_DOES = re.compile(r"^.{0,8}?(?:实现|共有|现有|拥有|夺得|荣获|完成|拟以)(?=..)")
_AND = re.compile(r"以及|[、和与及]")
_BESIDE = re.compile(r"以?[上下]?(?:[、，,和与及]|以及)?")
_REACHED = re.compile(r"^(?:提高|增加|增长|上升|提升|下降|降低|减少|降|升|增)[到至]([0-9]{4}年)$")
_NAMED = re.compile(r"[：:][由从]$")
_OF = re.compile(r"(?:以[上下])?的")
_SHARES = words("% ‰ ‱ 成")
_FROM_SIGNS = ("由", "从")
_WHEN = re.compile(r"^.{0,6}[0-9]{4}年[底末初]?|^(?:力争|确保|预计)?全[省市区县]")
_YEAR = re.compile(r"^[0-9０-９]{4}年")
_LINK = re.compile(r"^(?:以[上下内]|左右|多|的|\s)+")
_APART = ("、", "，", ",", "和", "与", "及")
_JOINING = (*_APART, "并", "到", "至")
_NAME = re.compile(r"“[^”]*”")
_PLACES = frozenset("县市区省乡镇村站校")
_NEXT = re.compile(r"(?<=..)(?:总?投资|总?面积|总?产值|资金|惠及|带动|受益|增加值|价格)$")
_NOUN_CUT = re.compile(r"[的、和与]|以及")
_DOING = words("""圆满 增强 踊跃 实现 完成 得到 入选 获 荣获 全部 如期 建成 开工 竣工 投产 投入 正在 顺利
    全覆盖 全面 加快 完工 大幅 降低 建立 确定 受益 进行 享受 成为 列入 纳入 通过 落户 进入 落地 新增 增长
    下降 提高 增加 减少 启动 组织 开展 推进 有效""")
_NOUN_END = re.compile(
    r"[，,。；;、！？：:（()）《\s等均已被为占达超突]|以及|及(?!以[上下])|(?<=..)在|基本(?=[建完实形清])|"
    + "|".join(_DOING)
)


def rest(text: str, every: list[Amount], at: int) -> str:
    """What stands behind an amount up to the next, or behind both if they stand together: 3批44项创新举措."""
    end, until = every[at].end, len(text)
    if at + 1 < len(every):
        until = every[at + 1].start
        if until == end and every[at + 1].unit in COUNTS:
            end, until = every[at + 1].end, every[at + 2].start if at + 2 < len(every) else len(text)
    return text[end : min(until, end + 40)]


def runs(text: str, every: list[Amount]) -> list[int]:
    """For each amount, how many stand side by side from it on: of 5%、6%和7% three, two and one."""
    counts = [1] * len(every)
    for at in range(len(every) - 2, -1, -1):
        if _BESIDE.fullmatch(text, every[at].end, every[at + 1].start):
            counts[at] = min(counts[at + 1] + 1, _MANY)
    return counts


class Names:
    """What the amounts of one sentence count; later ones may leave it to the ones before."""

    def __init__(self) -> None:
        self.subject = ""  # of what is said last that it grows
        self.shared = ""  # what a bare amount counts
        self.each: list[str] = []  # what is said of each of several: 甲、乙分别增长
        self.queue: list[str] = []
        self.counted: list[str] = []
        self.noun = ""  # what stands behind the last amount and belongs to it

    def what(self, lead: str, amount: Amount, rest: str, run: int) -> str:
        """What an amount counts, from the words before it in its sentence, `lead`, and those behind, `rest`.

        `run` tells how many amounts stand side by side from this one on. Amounts are to come in order.
        """
        what = self._what(lead, amount, rest, run)
        if self.subject and self.subject not in self.counted:
            self.counted = [*self.counted[-_MANY:], self.subject]
        return what

    def _what(self, lead: str, amount: Amount, rest: str, run: int) -> str:
        if self.noun and lead[: len(self.noun)] == self.noun and lead[len(self.noun) :].startswith(_JOINING):
            lead = lead[len(self.noun) :]
        self.noun = ""
        clause = _clause(lead)
        if self.queue and not clause:
            return self.queue.pop(0)
        stem, growth = _growth(clause)
        if each := self._each(lead, stem, growth, run):
            self.queue = [_short(name + growth) for name in each]
            return self.queue.pop(0)
        self.queue = []
        if _named_behind(amount, lead, rest) and (noun := _noun(rest)):
            self.subject, self.shared, self.noun = noun, "", noun
            return noun
        if growth and (not stem or _TIME.fullmatch(stem)):
            self.subject = self.subject or _before(lead)
            return _short(self.subject + growth)
        if not clause or _PLACE.fullmatch(clause):
            return self._left_out(lead, rest)
        if _TIME.fullmatch(clause):
            return clause + self.subject if self.subject else _noun(rest)
        if clause.startswith("占") and len(self.subject + clause) <= _MOST:
            return self.subject + clause
        self.subject = self.shared = _YEAR.sub("", _short(stem))
        return _short(stem + growth)

    def _left_out(self, lead: str, rest: str) -> str:
        """What an amount counts before which nothing is said."""
        if "其中" in lead and self.subject:
            return self.subject
        apart = lead.endswith(_APART)  # from the amount before
        noun = "" if rest.startswith(_JOINING) or (self.shared and not apart) else _noun(_without_heads(rest))
        if noun or lead.endswith(("，", ",")):
            self.subject, self.shared = noun, ""
            return noun
        if not self.shared:
            self.subject = self.shared = _before(lead)
        return self.shared

    def _each(self, lead: str, stem: str, growth: str, run: int) -> list[str]:
        """What each of the amounts beside one another counts, if it is told together."""
        if run == 1:
            return []
        if "分别" in lead:
            together = lead[: lead.rindex("分别")]
            before = _clause(together) or _clause(together.rstrip("，,"))
            names = [_without_heads(name) for name in _AND.split(before)]
            if names[0] in ("城镇", "城乡", "农村") and "居民" in names[-1]:  # 城镇、农村居民收入
                names[0] += names[-1][names[-1].index("居民") :]
            if before and len(names) < run:
                names = [before] * run
            self.each = names if before else self.counted
        elif not growth or stem:
            self.each = []
        return self.each[-run:] if len(self.each) >= run else []


def _clause(lead: str) -> str:
    """The last clause before an amount, without the words at its ends that count nothing."""
    if "（" in lead or "(" in lead:
        lead = _ASIDE.sub("", lead)
    if lead.endswith(_APART):  # it belongs to the amount before: 5万亩农田、
        return ""
    begin = 0
    for cut in _CLAUSE.finditer(lead.rstrip("：:")):
        begin = cut.end()
    clause = _without_tails(_without_heads(lead[begin:].strip()))
    if not clause and _NAMED.search(lead):  # 棉布：从三百万匹
        clause = _without_heads(_without_tails(lead))
    if clause.startswith("到") and clause[1:2].isdigit():
        clause = clause[1:]
    if change := _FROM.match(clause):
        clause = (change[2] or "") + change[1]
    clause = _THAN_YEAR.sub("", _REACHED.sub(r"\1", _without_tails(clause)))
    return _without_heads(_DOES.sub("", clause))


def _before(lead: str) -> str:
    """The clause before the last, when that says nothing: 粮食产量再创新高，达到520万吨."""
    clauses = _CLAUSE.split(lead.rstrip("，,"))
    return _short(_without_heads(_without_tails(clauses[-2]))) if len(clauses) > 1 else ""


def _named_behind(amount: Amount, lead: str, rest: str) -> bool:
    """Whether what is counted may stand behind an amount: 12家企业, 八成的企业, 5万农户."""
    if amount.unit in COUNTS:
        return not lead.endswith(_FROM_SIGNS) and not (rest.startswith("的") and _clause(lead))
    return not amount.unit or (amount.unit in _SHARES and bool(_OF.match(rest)))


def _without_heads(text: str) -> str:
    size = 5
    while size:
        if text[:size] in _HEADS and text:
            if text.startswith("建成区") or len(text) == size + 1:
                break
            text, size = text[size:], 6
        size -= 1
    return text


def _without_tails(text: str) -> str:
    size = 5
    while size:
        if text[-size:] in _TAILS and text and not (size == 1 and _PER_HEAD.search(text)):
            text, size = text[:-size], 6
        size -= 1
    return text


def _growth(clause: str) -> tuple[str, str]:
    """A clause as what grows and how: 地区生产总值比上年增长 is 地区生产总值 and 增长."""
    for verb in _GROWTH:
        if clause.endswith(verb):
            yearly = "年均" if clause.endswith("年均" + verb) else ""
            stem = clause[: -len(yearly + verb)]
            return _without_tails(_COMPARED.sub("", stem)), yearly + verb
    return clause, ""


def _short(what: str) -> str:
    """At most 16 characters, the last ones that begin with a word."""
    if len(what) > _MOST:
        what = _WHEN.sub("", what)
    if len(what) > _MOST:
        for cut in _CUT.finditer(what):
            if 4 <= len(what) - cut.end() <= _MOST:
                return _without_heads(what[cut.end() :])
        what = what[-_MOST:]
    return what


def _noun(rest: str) -> str:
    """What is named right behind an amount."""
    noun = _LINK.sub("", _ASIDE.sub("", rest))
    if noun.startswith(_JOINING):
        return ""
    name = _NAME.match(noun)
    ahead = name.end() if name else 0
    if end := _NOUN_END.search(noun, ahead):
        noun = noun[: end.start()]
    else:
        noun = _without_tails(_NEXT.sub("", noun))
    if name and len(noun) == ahead:
        noun = noun[1:-1]
    if len(noun) > _MOST - 2:
        cuts = [cut.start() for cut in _NOUN_CUT.finditer(noun) if 2 <= cut.start() <= _MOST]
        noun = noun[: cuts[0] if cuts else _MOST]
    return noun if len(noun) > 1 or noun in _PLACES else ""
