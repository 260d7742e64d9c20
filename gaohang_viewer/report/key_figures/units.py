"""The units and measure words of Chinese reports, and which sort of figure they make."""

from __future__ import annotations

import re


def words(text: str) -> frozenset[str]:
    """The words of a table."""
    return frozenset(text.split())


MONEY = words("元 元人民币 人民币 美元 港元 港币 欧元 日元 英镑 澳元 韩元 卢布 新台币")
SHARES = words("% ‰ ‱ 成 个百分点 个千分点 个基点")
# What measures: the thing measured stands before the number.
_MEASURES = words("""角 平方米 平方公里 平方千米 平方公尺 平米 ㎡ m² m2 km² km2 m³ m3 km 立方米 立方 公顷
    亩 公里 千米 米 厘米 毫米 海里 吨 吨标准煤 吨标煤 标准吨 载重吨 总吨 公斤 千克 克 斤 市斤 担 微克
    毫克 升 毫升 kg 标箱 标准箱 国际标准箱 TEU 千瓦 千瓦时 兆瓦 兆瓦时 吉瓦 瓦 马力 MW GW kW kWh MWh GWh
    度 ℃ 摄氏度 分贝 桶 股 TB PB % ％ ‰ 个百分点 百分点 个千分点 个基点 倍 番 成 小时 个小时 分钟 秒 天
    个工作日 工作日 学时 课时 个学时 个课时 学分 年 岁 周岁 分 字 方""")
# What counts: the thing counted stands after it or before it.
COUNTS = words("""个 项 件 家 户 条 套 台 名 位 辆 座 处 所 间 栋 幢 次 场 起 宗 例 期 批 支 部 篇 张 只
    头 株 棵 口 艘 架 列 枚 门 款 种 类 对 组 块 片 盏 本 册 份 幅 眼 孔 首 集 票 箱 趟 轮 羽 尾 匹 剂 副
    根 颗 桩 单 站 村 封 批次 场次 件次 头只 个村 台套""")
# People and visits: what they do stands before them, now and then after.
PEOPLE = words("人 人口 人次 户次 家次 车次 航次 架次 艘次 辆次 例次 台次 班次 头次 剂次 只次 口人")

# What must not follow: it is the beginning of another word then.
_GUARDS = words("""元:旦素宝化月年 天:然 克:服 分:点钟之别为局年类级管公行校院支 成:立为功效果本都就员
    年:度代级 方:式面向案针便法位 字:头样 股:份权东市票息本 度:假过 担:任当保负 个:一1月 家:庭园长具电
    户:籍口外 条:例约款件 台:湾账阶商胞风海资 名:称牌录 位:一数置居列 处:理置罚分级于 所:有在属得
    次:数要序产 场:景所馆地 期:工项建间厂货末权限望 批:准复发 支:持出付撑部柱行 部:门队委署分省 头:部条
    口:岸径 架:构 列:入为车 门:类店户 款:项 种:植养业子粮田 类:似 对:外接于口 组:织团长建 片:区
    本:科地级市县区省土 份:额 集:中体团聚约 站:点式 单:位个元独项一体 村:民级委庄居 个村:民级委庄居
    人:民均才大 起:点步 箱:包 票:据房 根:据本 米:粉 秒:杀 副:省县市局处 升:级至到高 眼:光 首:次家批个创
    轮:回胎 桶:装 宗:旨 间:接""")
_NOT_BEFORE: dict[str, str] = dict(pair.split(":") for pair in _GUARDS)

_SAME_AS = words("""％:% 百分点:个百分点 平米:平方米 ㎡:平方米 m²:平方米 m2:平方米 km²:平方公里
    km2:平方公里 m³:立方米 m3:立方米 立方:立方米 km:公里 kg:公斤 千克:公斤 个小时:小时 个工作日:工作日
    人口:人""")
_SAME: dict[str, str] = dict(pair.split(":") for pair in _SAME_AS)

_PER = (
    r"(?:[/／每](?:立方米|平方米|平方公里|公里|千瓦时|万元|小时|公斤|公顷|[日天年月人户亩吨升元次头斤股时]))?"
)


def _pattern(unit: str) -> str:
    return re.escape(unit) + (f"(?![{_NOT_BEFORE[unit]}])" if unit in _NOT_BEFORE else "")


_UNIT = "|".join(map(_pattern, sorted(MONEY | _MEASURES | COUNTS | PEOPLE, key=len, reverse=True)))
UNIT = rf"(?:{_UNIT}){_PER}"
"""A pattern of all units, longest first, with what they are counted by: 微克/立方米."""


def canonical(unit: str) -> str:
    """Returns one spelling for all of a unit: 平方米 for ㎡, 个百分点 for 百分点."""
    return _SAME.get(unit, unit)
