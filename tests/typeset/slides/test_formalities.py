"""Greetings, opening formulas, signatures and notes are found, and nothing else."""

from __future__ import annotations

import pytest

from gaohang_viewer.typeset.slides.formalities import is_formality, is_notes, without_formalities


@pytest.mark.parametrize(
    "sentence",
    [
        "各位代表！",
        "各位代表、同志们：",
        "同志们！",
        "尊敬的各位领导、各位来宾：",
        "现在，我代表市人民政府，向大会报告政府工作，请予审议，并请各位政协委员提出意见。",
        "以上报告，请予审议。",
        "谢谢大家！",
    ],
)
def test_a_formality_says_nothing_else(sentence: str) -> None:
    assert is_formality(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "各位代表对政府工作提出了宝贵建议二百件，已经全部办结。",
        "现在，全区有学校三十所。",
        "同志们的努力换来了今天的成绩。",
        "我代表全镇人民感谢大家的支持。",
    ],
)
def test_a_sentence_with_something_to_say_is_none(sentence: str) -> None:
    assert not is_formality(sentence)


def test_a_greeting_before_a_sentence_goes_alone() -> None:
    assert without_formalities(["各位代表：过去的一年极不平凡。"]) == ["过去的一年极不平凡。"]


def test_a_date_without_a_signature_takes_nothing_else_along() -> None:
    assert without_formalities(["全年任务已经完成，成效显著。", "二〇二一年一月"]) == [
        "全年任务已经完成，成效显著。"
    ]


@pytest.mark.parametrize(
    "title", ["名词解释", "注释", "注 释", "附注", "有关名词解释", "《政府工作报告》名词解释"]
)
def test_notes_are_known_by_their_title(title: str) -> None:
    assert is_notes(title)


@pytest.mark.parametrize("title", ["名词与地名管理", "注重民生", "附件管理", "重点工作", ""])
def test_other_titles_are_not(title: str) -> None:
    assert not is_notes(title)


@pytest.mark.parametrize("title", ["※名词解释※", "《政府工作报告》有关内容名词注释"])
def test_glossaries_with_other_words_around(title: str) -> None:
    assert is_notes(title)
