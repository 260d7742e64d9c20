"""Headlines in big type: nothing lost, nothing too wide, nothing torn apart."""

from __future__ import annotations

import math
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from gaohang_viewer.typeset.line_breaking import HeadlineBreaker
from tests.tools import headlines as score

FIXTURE = Path(__file__).parents[1] / "fixtures" / "headlines.json"
BREAKER = HeadlineBreaker.load(score.TABLES, names=["高行"])

# The numbered headlines and a few others of the built-in report.
REPORT = """\
勇当高质量发展排头兵 善为现代化治理先行者
比学赶超建功浦东引领区追求卓越建设高行幸福镇
一、回望五年的奋斗路,高行人风雨兼程砥砺奋进
(一) 五年的拼搏奋斗,高质量发展更加强劲
(二) 五年的倾力投入,高品质生活更具质感
(三) 五年的接续发力,高效能治理更为精细
(四) 五年的精雕细琢,高颜值环境更显亮色
(五) 五年的从严从实,高水平党建更富成效
做好“一网通办”,高效办成一件事
年均税收23.9亿元,单位面积产出和税收均列全区第一方阵
做实“15分钟服务圈”
建立“1+5+36+X”文化服务阵地体系
成为浦东智慧治理3.0版和联勤联动唯一试点镇
党建引领科技赋能获“全国社区疫情防控优秀奖”
二、奋进未来的新征程,科学锚定现代化目标任务
宜居宜业幸福镇增强影响力,高行口碑实现新提升。
做实以人为本新局,高质量推进城市更新。
三、建功引领区新使命,建设现代化新高行幸福镇
(一)在产城深度融合功能提升上引领,区域发展加载新引擎
(二)在精深化开发高品质环境上引领,城市形象实现新提升
(三)在建设宜居宜业人民城市上引领,品质生活呈现新气象
(四)在数字化转型智慧化赋能上引领,基层治理凸显新优势
(五)在民主和法治城市软实力上引领,法治建设创成新示范
四、勇担排头兵先行者,党建引领争创一流铸辉煌
(一)把稳政治方向之舵,进一步提升理想信念的精神力
(二)突出固本强基之举,进一步提升党的建设的组织力
(三)昂扬拼搏奋斗之志,进一步提升干部队伍的战斗力
(四)绷紧纪律规矩之弦,进一步提升风清气正的免疫力
"""
WHOLE = """\
党建引领 高质量 高品质 幸福镇 引领区 高行人 高行 “一网通办” “15分钟服务圈” “1+5+36+X” 23.9亿元 3.0版
排头兵 先行者 现代化 风雨兼程 之舵 之弦 一件事 软实力 试点镇
"""


def width_of(line: str) -> float:
    return sum(0.5 if character.isascii() else 1.0 for character in line)


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("headline", REPORT.splitlines())
@pytest.mark.parametrize("width", [10, 12, 14, 16, 20])
def test_the_words_of_the_built_in_report_stay_whole(headline: str, width: int) -> None:
    lines = BREAKER.lines(headline, width)
    for whole in WHOLE.split():
        assert headline.count(whole) == sum(line.count(whole) for line in lines), lines


@pytest.mark.parametrize("width", [6, 8, 10, 14])
@pytest.mark.parametrize(
    "mark", ["一、", "（一）", "(一) ", "(一)", "1.", "1.2 ", "（12）", "第三章 ", "① ", "●"]
)
def test_a_section_mark_is_never_left_alone_or_torn(mark: str, width: int) -> None:
    first = BREAKER.lines(mark + "在产城深度融合功能提升上引领", width)[0]
    assert first.startswith(mark)
    assert len(first) > len(mark)


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, [""]),
        (" \n ", 10, [""]),
        ("高质量发展", 10, ["高质量发展"]),
        ("做好“一网通办”,高效办成一件事", 8, ["做好", "“一网通办”,", "高效办成一件事"]),
        ("勇当高质量发展排头兵 善为现代化治理先行者", 12, ["勇当高质量发展排头兵", "善为现代化治理先行者"]),
        ("关于GDP增长的说明", 20, ["关于GDP增长的说明"]),
        ("自己\n分的行", 20, ["自己", "分的行"]),
        ("高质量", 1, ["高", "质", "量"]),
        ("abcdefgh", 2, ["abcd", "efgh"]),
    ],
)
def test_lines(text: str, width: int, lines: list[str]) -> None:
    assert BREAKER.lines(text, width) == lines


@pytest.mark.parametrize("width", [8, 10, 12, 14, 16, 18])
@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("2011年1月20日在徐水县第十四届人民代表大会第五次会议上", "徐水县 第十四届 会议上"),
        ("“十五五”时期黑龙江省经济社会发展的总体要求", "“十五五”时期 黑龙江省"),
        ("关于“十三五”规划纲要和“十四五”规划编制情况的报告", "“十三五”规划 “十四五”规划"),
        ("2020年涞水县政府工作报告", "涞水县 政府工作报告"),
        ("1994年广州市政府工作报告", "广州市 政府工作报告"),
        ("兰州市人民政府工作报告", "兰州市人民政府 工作报告"),
        ("在乌鲁木齐市第十五届人民代表大会第一次会议上", "乌鲁木齐市 人民 会议上"),
        ("易县人民政府县长　李　明", "易县 李　明"),
        ("徐水县人民政府县长　李保森　2011年1月20日", "李保森"),
    ],
)
def test_names_stay_whole(text: str, whole: str, width: int) -> None:
    lines = BREAKER.lines(text, width)
    assert all(any(name in line for line in lines) for name in whole.split(" ")), lines


@pytest.mark.parametrize("width", [10, 12, 14, 16])
@pytest.mark.parametrize("headline", REPORT.splitlines())
def test_no_line_has_one_or_two_characters(headline: str, width: int) -> None:
    assert min(map(len, BREAKER.lines(headline, width))) > 2


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("勇当高质量发展排头兵 善为现代化治理先行者", ["勇当高质量发展排头兵", "善为现代化治理先行者"]),
        ("政府工作报告 2024年", ["政府工作报告 2024年"]),
        ("2024年 政府工作报告", ["2024年 政府工作报告"]),
        ("", [""]),
    ],
)
def test_a_title_is_broken_at_spaces_only_between_phrases(title: str, lines: list[str]) -> None:
    assert BREAKER.title_lines(title, 18) == lines


def test_costs_are_graded() -> None:
    text = "城市管理的高度,“四个中心”"
    costs = BREAKER.costs(text)
    assert len(costs) == len(text) + 1
    assert costs[0] == costs[-1] == math.inf
    word, particle, comma = costs[2], costs[text.index("的")], costs[text.index("“")]
    quotation, inside = costs[text.index("中")], costs[1]
    assert comma < word < particle < quotation < inside < costs[text.index(",")]


def test_a_name_counts_as_a_word() -> None:
    named = HeadlineBreaker.load(score.TABLES, names=["木洞湖", ""])
    assert min(named.costs("建设木洞湖示范区")[3:5]) > max(named.costs("建设木洞湖示范区")[2], 10)


def test_few_headlines_are_broken_badly() -> None:
    headlines = score.read(FIXTURE)
    bad = score.bad_breaks(HeadlineBreaker.load(score.TABLES), headlines)
    assert len(bad) <= 0.01 * len(headlines) * len(score.WIDTHS), bad


def test_a_bad_break_is_told_from_a_good_one() -> None:
    headline = score.Headline("改革，城市更新", frozenset(), frozenset({5}))
    assert [headline.allows(position) for position in range(1, 7)] == [False, False, True, False, True, False]


@pytest.mark.parametrize(
    "content", [None, "{", "[]", "[1]", '{"text": 1}', '[{"text": "a"}]', "\0", "[" * 9999]
)
def test_the_score_says_what_is_wrong_with_its_file(
    content: str | None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "headlines.json"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    assert score.main([str(path)]) == 2
    streams = capsys.readouterr()
    assert streams.out == ""
    assert streams.err.count("\n") == 1


def test_the_score_ends_with_the_share(capsys: pytest.CaptureFixture[str]) -> None:
    assert score.main([str(FIXTURE)]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "bad 0.00 %"


phrases = st.lists(
    st.text(st.sampled_from("高质量发展的和在新一二三镇区力 AI5.%“”（）《》·+—"), min_size=1, max_size=30)
    | st.sampled_from(
        ["，", "。", "、", ",", "：", "23.9亿元", "“一网通办”", "（一）", "——", '"', "https://a.b/c?d=1"]
    ),
    max_size=12,
).map("".join)


@given(st.text(max_size=80) | phrases, st.integers(-1, 30))
@example("，" * 20, 4)
@example("“" * 20, 4)
@example("e\u0301" * 20, 3)
@example("👨\u200d👩\u200d👧" * 5, 2)
@example("\ud800高\u2028行", 8)
def test_nothing_is_lost_and_no_line_is_too_wide(text: str, width: int) -> None:
    lines = BREAKER.lines(text, width)
    assert squeezed("".join(lines)) == squeezed(text)
    assert all(width_of(line) <= max(width, 1) for line in lines)
    assert all(line == line.strip() for line in lines)
    assert all(lines) or not squeezed(text)


@given(
    st.lists(
        st.text(st.sampled_from("高质量发展的和在新一二三镇区力AI5"), min_size=1, max_size=20), min_size=1
    ),
    st.sampled_from("，。、；：！？）”》,;:!?)…"),
    st.sampled_from("（“《「("),
    st.integers(4, 24),
)
def test_no_line_starts_with_closing_or_ends_with_opening_punctuation(
    phrases: list[str], closing: str, opening: str, width: int
) -> None:
    lines = BREAKER.lines(closing.join(phrases), width) + BREAKER.lines(opening.join(phrases), width)
    assert not any(line.startswith(closing) or line.endswith(opening) for line in lines)


@given(phrases)
def test_what_fits_is_not_broken_into_more_than_one_line(text: str) -> None:
    assert BREAKER.lines(text, 1000) == [text.strip()]
    assert all(cost >= 0 for cost in BREAKER.costs(text))
