"""What may be left of a long sentence."""

from __future__ import annotations

import pytest

from gaohang_viewer.typeset.slides.shortening import ELLIPSIS, WHOLE, shortened

TAIL = "，" + "积极推进各项工作落到实处见到实效并且" * 5 + "取得成效。"
DONE = "全年完成固定资产投资三百亿元，新开工重点项目二十个"


@pytest.mark.parametrize(
    ("begin", "after"),
    [
        (DONE, ""),
        (DONE + "，在省委、省政府的正确领导下", ""),  # no adverbial at the end
        (DONE + "，针对群众反映强烈的突出问题", ""),
        (DONE + "，将相当一部分符合条件的国有企业", ""),  # its verb comes later
        (DONE + "，加快健全城镇职工、城镇居民基本医疗保险", "，以及贫困人群医疗救助"),  # a list goes on
        (DONE + "，城镇居民收入有所增长", "，但增幅低于预期"),  # the contrast changes the sense
        (DONE + "，重点抓好四件事：建设学校", ""),
    ],
)
def test_it_ends_where_its_sense_is_whole(begin: str, after: str) -> None:
    assert shortened(begin + after + TAIL) == DONE + ELLIPSIS


def test_what_is_short_stays_as_it_is() -> None:
    sentence = "各" * (WHOLE - 1) + "。"
    assert shortened(sentence) == sentence


def test_the_subject_alone_is_no_point() -> None:
    subject = "第一个智能制造项目、第一个对接京津的生产制造类项目、第一批先进制造业项目"
    assert shortened(subject + TAIL).startswith(subject + "，积极")


def test_what_is_quoted_is_not_divided() -> None:
    quoted = "牢固树立“发展是第一要务，创新是第一动力，人才是第一资源”的理念不放松，全力推动高质量发展"
    assert shortened(quoted + TAIL) == quoted + ELLIPSIS


def test_neither_parallel_clauses_nor_a_cause_are_cut() -> None:
    filler = "，推动各项工作取得新的更大成效，让全市人民群众得到更多更好的实惠"
    parallel = (
        "五年取得的成就，靠的是上级的正确领导和关心支持，靠的是全市人民的团结奋斗和艰苦努力" + filler * 2
    )
    assert shortened(parallel) == "" or "人民的团结" in shortened(parallel)
    cause = "在改革的过程中，由于一些部门认识发生偏差，新的调控机制尚未完善" + filler * 2
    assert not shortened(cause).endswith(ELLIPSIS)
