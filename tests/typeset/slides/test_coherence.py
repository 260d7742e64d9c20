"""No point depends on a sentence that is not shown."""

from __future__ import annotations

import pytest

from gaohang_viewer.typeset.slides.coherence import (
    is_opposed,
    is_part_of_list,
    only_admits,
    refers_back,
    with_enumeration_apart,
    without_connective,
    without_gaps,
)
from gaohang_viewer.typeset.slides.point import Point
from gaohang_viewer.typeset.slides.points import points


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("但是，任务仍然艰巨。", "任务仍然艰巨。"),
        ("其中，出口总值379.02亿美元。", "出口总值379.02亿美元。"),
        ("但和平与发展仍是主题。", "和平与发展仍是主题。"),
        ("同时推进两项工作。", "同时推进两项工作。"),
        ("但凡有困难都要帮。", "但凡有困难都要帮。"),
    ],
)
def test_the_word_that_ties_a_sentence_is_left_out(sentence: str, expected: str) -> None:
    assert without_connective(sentence) == expected


@pytest.mark.parametrize(
    "sentence", ["这种情形带来了变化。", "上述变化很大。", "他们的收入增加了。", "对此，要加强监管。"]
)
def test_a_sentence_that_points_to_another(sentence: str) -> None:
    assert refers_back(sentence)


@pytest.mark.parametrize("sentence", ["这一年，经济增长8%。", "这些成绩来之不易。", "其他事业全面发展。"])
def test_a_sentence_that_is_understood_by_itself(sentence: str) -> None:
    assert not refers_back(sentence)


def test_questions_and_the_opinions_of_others_are_no_points() -> None:
    assert is_opposed("规模能不能更大呢？")
    assert is_opposed("有人怀疑规模是否过大。")
    assert not is_opposed("有效投资扩大了。")
    body = "规模能不能更大呢？不是的。\n\n投资规模是适当的。\n\n国家建设了工厂。"
    assert [it.text for it in points(body)] == ["投资规模是适当的", "国家建设了工厂"]


def test_problems_that_are_not_named() -> None:
    assert only_admits("我们也清醒地看到，还存在不少困难和问题。")
    assert only_admits("工作中还存在不少困难和问题。")
    assert not only_admits("会议讨论了建设中存在的各种问题。")
    assert not only_admits("我们也认识到，发展不平衡仍是最大短板。")
    assert not only_admits("我们也清醒地看到，问题不少：龙头企业不多；与群众要求还有差距。")


def test_the_first_member_is_taken_from_its_introduction() -> None:
    made = with_enumeration_apart(["主要考虑是：一是打好基础。", "基础很重要。", "二是衔接规划。"])
    assert made == ["一是打好基础。", "基础很重要。", "二是衔接规划。"]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["一是甲", "说明", "二是乙"], ["一是甲", "说明", "二是乙"]),
        (["一是甲", "三是丙"], ["甲", "丙"]),
        (["二是要求从严", "三是丙"], ["要求从严", "丙"]),
        (["一是，甲"], ["甲"]),
        (["第一，甲", "第二，乙", "一是丙", "二是丁"], ["第一，甲", "第二，乙", "一是丙", "二是丁"]),
        (["一是甲", "二是乙", "一是丙", "二是丁"], ["一是甲", "二是乙", "一是丙", "二是丁"]),
        (["十一、甲"], ["甲"]),
    ],
)
def test_ordinals_are_all_there_or_left_out(texts: list[str], expected: list[str]) -> None:
    assert without_gaps(texts) == expected


def test_only_what_is_to_be_done_labels_the_next_sentence() -> None:
    assert points("推进产业升级。新增企业5家，产值增长8%以上。") == (
        Point("推进产业升级", "新增企业5家，产值增长8%以上"),
    )
    body = "事业单位改革稳步推进。放管服改革继续深化，下放了34项权限和98项审批服务事项，覆盖全部县区和乡镇。"
    assert [it.detail for it in points(body)] == ["", ""]


def test_paragraphs_that_all_begin_with_a_topic_have_details() -> None:
    body = "\n\n".join(
        f"{name}持续增长。总量达到{at}00亿元。"
        for at, name in enumerate(["工业生产", "农业生产", "财政收入"], 1)
    )
    assert points(body)[1] == Point("农业生产持续增长", "总量达到200亿元")


def test_a_detail_is_not_the_first_member_of_a_list() -> None:
    assert points("办好民生实事。一是改造两所学校的教学楼和操场。") == (Point("办好民生实事", ""),)


def test_what_is_counted_is_all_named() -> None:
    assert is_part_of_list("“三个显著提升”：工业运行质量显著提升。")
    assert not is_part_of_list("推进三大工程：城市更新、乡村建设、生态修复。")
    assert not is_part_of_list("坚持两手抓：一手抓改革，一手抓发展。")
    assert not is_part_of_list("建设四十八个工程：三个铁矿，两个钢厂。")
    assert not is_part_of_list("主要目标是：增长8%。")
