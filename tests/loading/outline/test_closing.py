"""The closing of an official document is text: annexes named before the signature, signature and date."""

from __future__ import annotations

import pytest

from gaohang_viewer.loading.outline.closing import closing_lines
from gaohang_viewer.loading.outline.line import Line
from gaohang_viewer.report.draft import Piece, PieceRole
from tests.loading.outline.reading import BODY, outline, read

HEAD = ["关于做好防汛工作的通知", "一、提高认识", BODY, "二、落实责任", BODY, "特此通知。"]
HEADINGS = [(1, "一、提高认识"), (1, "二、落实责任")]


@pytest.mark.parametrize(
    "closing",
    [
        ["某某镇人民政府", "2026年5月8日"],
        ["某某镇人民政府", "二〇二六年五月八日"],
        ["附件：物资清单", "某某镇人民政府", "2026年5月8日"],
        ["附件：1. 领导小组名单", "2. 物资清单", "某某镇人民政府", "2026年5月8日"],
        ["附件：", "1.领导小组名单", "2.物资清单", "某某镇人民政府办公室", "2026年5月8日印发"],
        ["某某市财政局", "某某市水务局", "2026年5月8日", "（此件公开发布）"],
        ["某某镇人民政府", "2026年5月8日", "抄送：市水务局。"],
    ],
)
def test_a_closing_has_no_headings(closing: list[str]) -> None:
    assert outline(*HEAD, *closing) == HEADINGS
    text = "\n".join([*HEAD, *closing])
    body = read(text).sections[-1].body
    assert all(line.rstrip("。") in body.replace("\\", "") for line in closing)
    assert not any(line.startswith("- ") for line in body.split("\n"))


def test_an_annex_behind_the_closing_is_one() -> None:
    closing = [
        "附件：物资清单",
        "某某镇人民政府",
        "2026年5月8日",
        "附件",
        "物资清单",
        "一、编织袋",
        BODY,
        "二、水泵",
        BODY,
    ]
    assert outline(*HEAD, *closing)[2][1].startswith("附件")


def test_dates_in_a_chronicle_end_nothing() -> None:
    texts = ["一、上半年", "重要会议", "2026年5月8日", BODY, "二、下半年"]
    assert closing_lines([Line(Piece(PieceRole.TEXT, text, at)) for at, text in enumerate(texts)]) == set()
