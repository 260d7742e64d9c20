"""Bytes become the text that was written, in whatever encoding, cut anywhere."""

from __future__ import annotations

import random
from contextlib import suppress

import pytest

from gaohang_viewer.loading.encodings import ENCODINGS, NotText, decode
from gaohang_viewer.report.model import ProblemKind

SIMPLIFIED = (
    "一、过去五年工作回顾\n过去五年，我们坚持稳中求进工作总基调，完整、准确、全面贯彻新发展理念，着力推动高质量发展，经济社会发展取得新成效。"
    "（一）综合实力明显增强。全年实现地区生产总值 1256.3 亿元，增长 5.2%；规模以上工业增加值增长 6.8%。\n"
    "（二）民生福祉持续改善。新建改建学校三十六所，养老服务机构实现街道全覆盖，城乡居民人均可支配收入稳步提高。\n"
)
TRADITIONAL = (
    "一、過去五年工作回顧\n過去五年，我們堅持穩中求進的總基調，著力推動高質量發展，經濟社會發展主要預期目標圓滿完成。"
    "（一）產業結構持續優化。先進製造業增加值佔規模以上工業的比重提高到百分之四十五。\n"
    "（二）民生福祉不斷改善。新建改建學校三十六所，養老服務機構實現街道全覆蓋，醫療保險參保率穩定。\n"
)


def kinds(data: bytes, encoding: str = "") -> list[tuple[ProblemKind, int]]:
    return [(problem.kind, problem.line_no) for problem in decode(data, encoding).problems]


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("size", [20, 200, 1000])
def test_the_encoding_is_found_from_few_bytes(encoding: str, size: int) -> None:
    text = TRADITIONAL if encoding.startswith("big5") else SIMPLIFIED
    for start in range(0, 60, 4):
        whole = (text * 9)[start:].encode(encoding)
        assert decode(whole[: size // 4 * 4]).encoding == encoding


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("cut", [1, 2, 3, 5])
def test_a_text_cut_inside_a_character_is_still_read(encoding: str, cut: int) -> None:
    text = TRADITIONAL if encoding.startswith("big5") else SIMPLIFIED
    data = text.encode(encoding)
    found = decode(data[cut:-cut])
    assert found.encoding == encoding
    assert text[10:-10] in found.text


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_decides(encoding: str) -> None:
    found = decode("Ab 1".encode(encoding))
    assert (found.text, found.problems) == ("Ab 1", ())


def test_traditional_text_in_gb18030_is_not_taken_for_big5() -> None:
    assert decode(TRADITIONAL.encode("gb18030")).text == TRADITIONAL


def test_latin_text_in_utf_16_without_a_mark() -> None:
    assert decode("DateTime,Bid,Ask\n".encode("utf-16-le")).text == "DateTime,Bid,Ask\n"


def test_a_damaged_utf_8_text_stays_utf_8() -> None:
    data = SIMPLIFIED.encode().replace("增长".encode(), b"\xe5\xa2", 1)
    found = decode(data)
    assert (found.encoding, found.text.count("\ufffd")) == ("utf-8", 1)
    assert [(problem.kind, problem.line_no) for problem in found.problems] == [(ProblemKind.BAD_BYTES, 2)]


def test_a_last_character_that_is_cut_is_told() -> None:
    assert kinds("甲\n乙丙".encode()[:-1]) == [(ProblemKind.BAD_BYTES, 2)]


def test_an_encoding_guessed_from_little_is_told() -> None:
    assert kinds("中国人民".encode("gb18030")) == [(ProblemKind.ENCODING, 1)]
    assert kinds("中国人民".encode()) == []


def test_the_user_overrules_what_is_found() -> None:
    data = SIMPLIFIED.encode("gb18030")
    assert decode(data, "BIG5-HKSCS").encoding == "big5-hkscs"
    assert decode(data, "no such encoding").text == SIMPLIFIED


def test_a_hint_does_not_overrule_what_is_found() -> None:
    assert decode(SIMPLIFIED.encode("gb18030"), hint="big5-hkscs").text == SIMPLIFIED


@pytest.mark.parametrize("size", [500, 5_000, 500_000])
def test_random_bytes_are_no_text(size: int) -> None:
    with pytest.raises(NotText):
        decode(random.Random(size).randbytes(size))  # noqa: S311 - the same each time


def test_nothing_crashes_at_any_length() -> None:
    chance = random.Random(1)  # noqa: S311 - the same each time
    for size in range(200):
        for encoding in ("", *ENCODINGS):
            with suppress(NotText):
                decode(chance.randbytes(size), encoding)


def test_line_ends_are_one() -> None:
    assert decode("甲\r\n乙\r丙\u2028丁\f戊".encode()).text == "甲\n乙\n丙\v丁 戊"


def test_what_nobody_sees_is_taken_out_and_told_once_a_line() -> None:
    found = decode("代表\0\u200b同志\n我们的工作\n发展\ufeff报告\x85".encode())
    assert found.text == "代表同志\n我们的工作\n发展报告"
    assert [(problem.kind, problem.line_no, problem.text) for problem in found.problems] == [
        (ProblemKind.CONTROL, 1, "2"),
        (ProblemKind.CONTROL, 3, "2"),
    ]


SEEN = "代表同志们，大家好。\n\t　2025 A-Z （甲） ①👩"


@pytest.mark.parametrize(
    "odd",
    [
        *("\0", "\x08", "\x0e", "\x1f", "\x7f", "\x9f", "\xad", "\u200b", "\u200e", "\u202a", "\u202e"),
        *("\u2060", "\u2065", "\u206f", "\ufeff", "\ufff9", "\uffff"),
    ],
    ids=ascii,
)
@pytest.mark.parametrize("times", [1, 20_000])  # short texts are looked at in another way
def test_one_odd_sign_is_found_in_a_text_of_any_length(odd: str, times: int) -> None:
    found = decode((SEEN * times + odd).encode())
    assert found.text == SEEN * times
    assert [problem.kind for problem in found.problems] == [ProblemKind.CONTROL]
    assert decode((SEEN * times).encode()).problems == ()


def test_an_emoji_keeps_its_joiners() -> None:
    assert decode("👩\u200d💻\u200d".encode()).text == "👩\u200d💻"


def test_many_odd_lines_are_summed_up() -> None:
    found = decode("甲乙丙丁戊己庚辛\u200b\n".encode() * 100)
    assert len(found.problems) == 21
    assert (found.problems[-1].line_no, found.problems[-1].text) == (21, "80")


def test_characters_of_private_use_stay_and_are_told() -> None:
    found = decode("甲\ue000".encode())
    assert found.text == "甲\ue000"
    assert [problem.kind for problem in found.problems] == [ProblemKind.PRIVATE_USE]


def test_the_old_full_width_space_of_gbk_is_one() -> None:
    assert decode(SIMPLIFIED.encode("gb18030") + b"\xa3\xa0\xa6\xd9").text[-2:] == "\u3000\ufe10"


def test_zeros_that_a_failed_disk_left_are_told() -> None:
    found = decode(SIMPLIFIED.encode("gb18030") + bytes(5000))
    assert found.text == SIMPLIFIED
    assert {problem.kind for problem in found.problems} == {ProblemKind.CONTROL}


def test_zeros_alone_are_an_empty_text() -> None:
    assert not decode(bytes(100)).text


def test_a_tail_in_another_encoding_does_not_spoil_the_text_before_it() -> None:
    head = "滨江区工作报告\n一、总体情况\n全区上下坚持稳中求进工作总基调，经济运行平稳。\n"
    tail = "二、下一步\n统筹推进各项工作，持续改善人民生活，全面加强自身建设。\n"
    decoded = decode(head.encode() + tail.encode("gb18030"))
    assert (decoded.text, decoded.encoding) == (head + tail, "utf-8")
    assert [problem.line_no for problem in decoded.problems] == [4]


def test_radicals_become_the_characters_that_they_look_like() -> None:
    assert decode("⼀、⼯作：⻓期⺠⽣".encode()).text == "一、工作：长期民生"
