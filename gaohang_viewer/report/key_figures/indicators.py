"""Classifies the names of what reports measure, by their last word."""

from __future__ import annotations

import re

from gaohang_viewer.report.key_figures.units import words

_RATES = words("""率 比重 占比 比例 比值 涨幅 跌幅 增速 增幅 降幅 幅度 指数 强度 覆盖面 贡献度 满意度
    集中度 水平 份额 价格""")
_MONEY = words("""收入 支出 总值 GDP 增加值 产值 投资 额 进口 出口 外资 内资 资金 存款 贷款 税收 利税
    利润 资产 债券 支付 费用 经费 投入 价值 收益 预算 缺口 消费 销售 交易 债务 基金 补助 补贴 标准 养老金
    低保 工资 薪酬 创收 保费 市值 资本 产出 订单 补偿 救助金 减负 降费 退税 减税 减免 让利 拨款 资助 奖金
    均价 单价 成本""")
_MEASURES = words("""总产 单产 面积 存栏 出栏 里程 长度 量 装机 能力 产能 耗 浓度 寿命 年限 库容 水位
    降水 深度 高度 距离 时限 时间 天数 规模 粮食 体积 容积""")
_COUNTED = words("""就业 数 人口 人次 主体 户 企业 床位 车位 学位 用户 劳动力 游客 旅客 毕业生 学生
    在校生 医院 学校 党员 岗位""")
_SUMS = _MONEY | words("规模 总量 水平 价格 能力 粮食 份额 出口 进口 主体 数")  # of sums of money, too
_TIMES = ("时间", "时限", "时长", "天数", "周期", "工期", "期限", "年限", "寿命")
_INDICATORS = _RATES | _MONEY | _MEASURES | _COUNTED
# Names that take no verb from their list: 建设…面积1000万亩、财政收入5亿元
_STRONG = _RATES | words(
    "收入 支出 总值 增加值 产值 投资 额 税收 利润 进出口 浓度 寿命 能耗 外资 养老金 标准"
)

# Names that leave open whose they are, also after words of the second table
_GENERIC = words("""增加值 规模 投资 投资额 总额 总值 收入 支出 产值 总产值 产量 总产 单产 利润 利税 税收
    资金 余额 面积 存栏 出栏 总量 数量 产能 能力 比重 占比 比例 增速 增幅 覆盖率 参保率 普及率 利用率
    入学率 合格率 完成率 贡献率 增长率 办结率 入住率 达标率 标准 补助 补贴 费用 经费 成本 价格 里程 长度
    容量 装机 人口 人数 人次 人员 企业 项目 就业 活动 户数 用户 建设 任务 产业 单位 岗位 水平 指标 指数
    质量 投入 工资 纯收入 可支配收入 营业收入 主营收入 主营业务收入 销售 销售额 销售收入 交易额 成交额
    订单 资产 资产总额 负债率 编制 道路 小区 金额 内资 外资 贷款 存款 债券 市值 用地 土地 游客 旅客 学生
    医院 学校 床位 户 额 量 数 增长 下降 时限 时间 天数 效益 纳税 创汇 交易 消费 耗 目标 幅度 开行 期
    访问量 点击量 保障人数 受益人数 优良天数 播种面积 种植面积 实施 创业 产业链产值 产业链总产值 链产值
    注册资本 项目投资 现场销售额 保费 财政性投入 续建项目 新建项目""")
_KNOWN_RATES = words("失业率 城镇化率 城市化率 出生率 死亡率 贫困率")
_OF_THE_PLACE = ("税收", "可支配收入")
_SAYING_LITTLE = words("""年 今年 去年 全年 当年 当期 累计 总 新 平均 日均 月均 年均 人均 户均 亩均 地均
    各类 各项 其 全部 其他 同比 本级 年度 主要 直接 一次性 预计 计划 完成 综合 首期 实现 全 全网 全国
    全省 全市 全区 全县 全镇 全州 我国 我省 我市 我区 我县""")
_PART_OF = words("""新区 特区 开发区 园区 示范区 试验区 保税区 高新区 经开区 自贸区 集团 公司 企业 产业园""")
_OWNER = re.compile(f"(?<![全我本各])(?:{'|'.join(sorted(_PART_OF, key=len, reverse=True))})")
_SECTOR = re.compile(
    "(?:第?[一二三](?:次产业|产业|产)|(?:规模以上|规上|现代|民营)?"
    "(?:[工农林牧渔]业|服务业|建筑业|制造业|旅游业|物流业|金融业))$"
)


def _ends_in(name: str, table: frozenset[str]) -> bool:
    return name[-2:] in table or name[-1:] in table or name[-3:] in table


def is_money(name: str) -> bool:
    """Whether a name may be that of a sum of money."""
    return _ends_in(name, _SUMS)


def is_time(name: str) -> bool:
    """Whether a name is that of a period of time."""
    return name.endswith(_TIMES)


def is_indicator(name: str) -> bool:
    """Whether a name is that of a measured quantity: 财政收入, 失业率, 市场主体."""
    return _ends_in(name, _INDICATORS)


def is_rate(name: str) -> bool:
    """Whether a name is that of a rate: 城镇化率, 民生支出占比, 居民消费价格涨幅."""
    return _ends_in(name, _RATES) or "占" in name


def is_strong(name: str) -> bool:
    """Whether a name takes no verb from its list."""
    return _ends_in(name, _STRONG)


def is_countable(name: str) -> bool:
    """Whether a name is that of things that a verb may create or close: 企业, 学校."""
    return _ends_in(name, _COUNTED)


def is_generic(name: str, *, alone: bool = False) -> bool:
    """Whether a name leaves open whose it is: 增加值, 全年总投资, 人均纯收入.

    `alone` is whether it begins its sentence; then 税收 is that of the whole place.
    """
    if alone and name.endswith(_OF_THE_PLACE) and "人均" not in name:
        return False
    while name:
        if name.endswith(("占比", "比重", "比例")) and len(name) > 2:
            return is_generic(name[:-2])
        if name in _GENERIC or (len(name) < 5 and name[-1] == "率" and name not in _KNOWN_RATES):
            return True
        if (len(name) < 5 and name.endswith("人数")) or (len(name) < 4 and name[-1] == "数"):
            return True
        if name[:2] in _SAYING_LITTLE:
            name = name[2:]
        elif name[:1] in _SAYING_LITTLE:
            name = name[1:]
        elif name[:3] in _SAYING_LITTLE:
            name = name[3:]
        else:
            return False
    return True


def indicator_ahead(clause: str) -> str:
    """Returns the quantity at the start of a clause, "" if none is: 粮食产量 of 粮食产量再创新高."""
    sizes = range(min(len(clause), 16), 2, -1)
    return next((clause[:size] for size in sizes if is_indicator(clause[:size])), "")


def owner(clause: str) -> int:
    """Returns where a clause names a district or a body that may own the next figures; -1 if nowhere."""
    found = _OWNER.search(clause)
    return found.start() if found else -1


def sector(clause: str) -> str:
    """Returns the sector at the end of a clause, "" if none is: 第三产业 of 大力发展第三产业."""
    found = _SECTOR.search(clause)
    return found[0] if found else ""
