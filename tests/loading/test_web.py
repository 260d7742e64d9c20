"""What becomes of a web page."""

from __future__ import annotations

import base64

import pytest

from gaohang_viewer.loading.outline.read_outline import read_outline
from gaohang_viewer.loading.web import read_page
from gaohang_viewer.report.draft import Draft, Piece, PieceRole
from gaohang_viewer.report.model import ProblemKind, Report

LONG = "过去一年，我们坚持稳中求进，全面贯彻新发展理念，着力推动高质量发展，经济社会发展取得新成效。"
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x02\0\0\0\x02" + bytes(300)


def read(page: str | bytes, *, whole: bool = False) -> Draft:
    data = page if isinstance(page, bytes) else page.encode()
    return read_page(data, "name", whole, "", lambda _share: None)


def body(page: str) -> list[tuple[PieceRole, str]]:
    return [(piece.role, piece.text) for piece in read(f"<html><body>{page}").pieces]


def one(page: str) -> Piece:
    (piece,) = read(f"<html><body>{page}").pieces
    return piece


def test_headings_paragraphs_and_lists_come_in_order() -> None:
    page = "<h2>一、甲</h2><p>文<p>字<ul><li>点<li>线</ul><ol start=3><li>三<li value=7>七<li>（八）八</ol>尾<h3>乙</h3>"
    assert body(page) == [
        (PieceRole.HEADING, "一、甲"),
        (PieceRole.TEXT, "文"),
        (PieceRole.TEXT, "字"),
        (PieceRole.POINT, "点"),
        (PieceRole.POINT, "线"),
        (PieceRole.TEXT, "3. 三"),
        (PieceRole.TEXT, "7. 七"),
        (PieceRole.TEXT, "（八）八"),
        (PieceRole.TEXT, "尾"),
        (PieceRole.HEADING, "乙"),
    ]
    assert [piece.level for piece in read(page).pieces if piece.role is PieceRole.HEADING] == [2, 3]


def test_paragraphs_are_numbered_and_lines_are_their_parts() -> None:
    pieces = read("<html><title>题</title><p>甲<br>乙<p>丙").pieces
    assert [(piece.text, piece.line_no, piece.part) for piece in pieces] == [
        ("题", 1, 0),
        ("甲", 2, 0),
        ("乙", 2, 1),
        ("丙", 3, 0),
    ]


def test_white_space_is_as_in_a_browser() -> None:
    assert (
        one("<p>\u3000\u3000高质量\n   发展  and <b> more</b> &nbsp;字&#8203; </p>").text
        == "高质量发展 and more  字"
    )


def test_looks_become_markdown_and_the_text_has_no_signs() -> None:
    piece = one(
        "<p>甲<b>乙</b><a href=https://a.cn/?x=(1)>丙</a><a href=/local>丁</a>*<span style='font-weight:700'>戊</span>"
    )
    assert piece.text == "甲乙丙丁*戊"
    assert piece.markdown == "甲**乙**[丙](https://a.cn/?x=%281%29)丁\\***戊**"
    assert one("<p>甲<i></i></p>").markdown == ""


def test_what_is_hidden_or_no_text_is_left_out() -> None:
    hidden = "<script>x</script><style>y</style><p hidden>a</p><p style='display: none'>b</p><p aria-hidden=true>c</p>"
    assert body(hidden + "<form><p>甲</p></form><button>e</button>") == [(PieceRole.TEXT, "甲")]


def test_a_data_table_becomes_one_and_a_layout_table_is_walked_through() -> None:
    piece = one("<table><tr><th>年<th>值|<tr><td rowspan=2>一<td>1<tr><td>2<tr><td colspan=2>合</table>")
    assert piece.role is PieceRole.MARKDOWN
    assert piece.text.split("\n") == ["年\t值|", "一\t1", "\t2", "合\t"]
    assert piece.markdown.split("\n")[:2] == ["| 年 | 值\\| |", "| --- | --- |"]
    layout = f"<table><tr><td>菜单<td><p>{LONG * 9}<table><tr><td>甲<td>乙<tr><td>1<td>2</table><tr><td>尾<td></table>"
    assert [role for role, _ in body(layout)].count(PieceRole.MARKDOWN) == 1
    assert (PieceRole.TEXT, LONG * 9) in body(layout)


def test_code_stays_as_typed_but_chinese_in_pre_is_text() -> None:
    assert one("<pre>a  b\n```c</pre>").markdown == "````\na  b\n```c\n````"
    assert body("<pre>一、甲\n  高质量</pre>") == [(PieceRole.TEXT, "一、甲"), (PieceRole.TEXT, "高质量")]


def test_pictures_of_the_page_are_kept_and_others_told() -> None:
    data = base64.b64encode(PNG).decode()
    draft = read(
        f"<html><p>甲<img alt=图 src='data:image/png;base64,{data}'><img src=http://a.cn/b.png alt=乙>"
    )
    assert dict(draft.images) == {"image:1.png": PNG}
    assert draft.pieces[0].markdown == "甲![图](image:1.png)乙"
    assert [(problem.kind, problem.text) for problem in draft.problems] == [
        (ProblemKind.OUTSIDE, "http://a.cn/b.png")
    ]


PAGE = f"""<html><head><title>年度报告_高行网</title><meta charset=gb2312></head><body>
<div class=top><a href=/>首页</a><a href=/news>新闻中心</a></div>
<div class=main><h1>年度报告</h1><div class=info>2024-01-02 <a href=#>打印</a><a href=#>分享到朋友圈</a></div>
<div class=text><p>{LONG}</p><p><strong>一、甲</strong></p><p>{LONG}</p><ul><li>短</ul><table><tr><td>a<td>b<tr><td>1<td>2</table></div></div>
<div class=side><li><a href=1>{LONG}</a><li><a href=2>热门文章</a></div>
<div class=foot>版权所有：高行网。地址：甲路1号。<br><a href=/>联系我们</a></div></html>"""


def test_the_article_is_found_and_what_stands_around_it_is_counted() -> None:
    draft = read(PAGE)
    assert [(piece.role, piece.text) for piece in draft.pieces] == [
        (PieceRole.TITLE, "年度报告"),
        (PieceRole.TEXT, LONG),
        (PieceRole.TEXT, "一、甲"),
        (PieceRole.TEXT, LONG),
        (PieceRole.POINT, "短"),
        (PieceRole.MARKDOWN, "a\tb\n1\t2"),
    ]
    ((kind, line_no, count),) = draft.problems
    assert (kind, line_no) == (ProblemKind.AROUND, 1)
    assert int(count) > 80


def test_the_whole_page_leaves_nothing_out() -> None:
    draft = read(PAGE, whole=True)
    texts = [piece.text for piece in draft.pieces]
    assert not draft.problems
    assert texts[0] == "首页新闻中心"
    assert "版权所有：高行网。地址：甲路1号。" in texts
    assert [piece.text for piece in draft.pieces if piece.role is PieceRole.TITLE] == ["年度报告"]


@pytest.mark.parametrize(
    ("head", "first", "title"),
    [
        ("<title>甲报告全文_高行网</title>", "<h3>甲报告全文</h3>", "甲报告全文"),
        ("<title>甲报告全文-高行镇政府</title>", "", "甲报告全文"),
        ("<title>要闻--高行网</title>", "<h4>甲报告全文</h4>", "甲报告全文"),
        ("<title>首页</title>", "<h1>甲报告全文</h1>", "甲报告全文"),
        ("<meta property=og:title content='甲报告全文'><title>x</title>", "", "甲报告全文"),
        ("", "", "name"),
    ],
)
def test_the_title_is_that_of_the_article(head: str, first: str, title: str) -> None:
    assert read(f"<html><head>{head}</head><body>{first}<p>{LONG}</p>").report().title == title


def test_a_wrong_charset_and_bad_bytes_do_no_harm() -> None:
    draft = read(f"<html><meta charset=big5><p>{LONG}</p><p>甲".encode("gb18030"))
    assert (draft.encoding, draft.pieces[0].text) == ("gb18030", LONG)
    draft = read(f"<html><p>{LONG}</p><p>乙".encode() + b"\xff" + "丙</p>".encode())
    assert [(problem.kind, problem.line_no) for problem in draft.problems] == [(ProblemKind.BAD_BYTES, 3)]


def test_an_early_end_of_the_page_loses_nothing() -> None:
    assert [text for _, text in body("<p>甲</p></body></html><p>乙</p>")] == ["甲", "乙"]


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 100_000 + "甲",
        "<p>甲<b>" * 5_000,
        "<table><tr><td>" * 5_000 + "甲",
        "<table><tr><td colspan=1000000000 rowspan=1000000000>甲<td>乙<tr><td>丙</table>",
        "<p " + "a=b " * 100_000 + ">甲",
        "<a" * 100_000 + ">甲",
        "<" * 100_000 + "甲",
        "&lt;" * 100_000 + "甲",
        "<ul><li>" * 5_000 + "甲",
        "<ol start=99999999999999999999><li>甲",
        "<x-a>" * 50_000 + "甲",
        "<img src='data:image/png;base64,%'>甲",
    ],
)
def test_hostile_pages_are_read(page: str) -> None:
    assert "甲" in read("<html>" + page).pieces[0].text


def test_reading_can_be_stopped() -> None:
    class Stop(Exception):
        pass

    def stop(share: float) -> None:
        if share > 0.5:
            raise Stop

    with pytest.raises(Stop):
        read_page(PAGE.encode(), "name", False, "", stop)


def test_scripts_and_struck_out_text_keep_their_sense() -> None:
    draft = read(
        "<p>10<sup>8</sup>千瓦时，CO<span style='vertical-align: sub'>2</span>，<s>5%</s>6%<p><del>旧</del>"
    )
    assert [(piece.role, piece.text, piece.markdown) for piece in draft.pieces] == [
        (PieceRole.TEXT, "10⁸千瓦时，CO₂，6%", "10⁸千瓦时，CO₂，~~5%~~6%"),
        (PieceRole.MARKDOWN, "旧", "~~旧~~"),
    ]
    struck = [problem for problem in draft.problems if problem.kind is ProblemKind.STRUCK]
    assert [(problem.line_no, problem.text) for problem in struck] == [(2, "5%"), (3, "旧")]


def titled(page: str) -> tuple[str, list[str]]:
    report = _report(page)
    return report.title, [section.headline for section in report.sections]


def _report(page: str) -> Report:
    draft = read(page)
    pieces = read_outline(draft.pieces, lambda _: None, lists_are_marked=True)
    return draft._replace(pieces=tuple(pieces)).report()


def test_phonetic_guides_are_left_out_of_their_words_and_told() -> None:
    draft = read("<p>很<ruby>重<rp>(</rp><rt>zhòng</rt><rp>)</rp></ruby>要")
    assert [piece.text for piece in draft.pieces] == ["很重要"]
    assert [problem.text for problem in draft.problems if problem.kind is ProblemKind.NOT_SHOWN] == ["zhòng"]


def test_an_article_that_a_script_would_show_is_read() -> None:
    waiting = f"<div style='visibility: hidden; opacity: 0'><p>一、甲</p>{f'<p>{LONG}</p>' * 3}</div>"
    page = f"<html><meta property=og:title content=题文件><body><h1>题文件</h1>{waiting}<p>微信扫一扫</p>"
    assert titled(page) == ("题文件", ["一、甲"])
    tip = f"<html><body><div>{f'<p>{LONG}</p>' * 3}<p style='visibility:hidden'>提示，稍候。</p></div>"
    assert "提示" not in "".join(piece.text for piece in read(tip).pieces)


@pytest.mark.parametrize(
    "name", ["class=comments", "id=comment-list", "class='a js-comments b'", "class=pinglun"]
)
def test_comments_are_left_out_although_they_outweigh_the_article(name: str) -> None:
    comments = "".join(f"<div><p>网友{at}：说得好，支持家乡发展，谢谢。" for at in range(60))
    page = f"<html><title>题_网</title><body><div><h1>题</h1><div><p>一、甲<p>{LONG}</div></div><div {name}>{comments}"
    draft = read(page)
    assert "网友" not in "".join(piece.text for piece in draft.pieces)
    assert [problem.kind for problem in draft.problems] == [ProblemKind.AROUND]
    assert "网友59" in "".join(piece.text for piece in read(page, whole=True).pieces)


def test_an_element_named_for_comments_is_read_where_there_is_nothing_else() -> None:
    page = f"<html><body><p>首页。</p><div class=comment-content>{f'<p>{LONG}</p>' * 5}</div>"
    assert LONG in [piece.text for piece in read(page).pieces]


def test_menus_are_no_text_where_no_article_was_found() -> None:
    menu = "<ul>" + "".join(f"<li><a href=/{at}>栏目{at}</a>" for at in range(9)) + "</ul>"
    page = f"<html><body>{menu}<p>甲，乙。</p><p>丙，丁。</p>{menu}"
    assert [piece.text for piece in read(page).pieces] == ["甲，乙。", "丙，丁。"]
    assert len(read(page, whole=True).pieces) == 20
    assert len(read(f"<html><body>{menu}").pieces) == 9


def test_the_labels_of_a_page_that_word_made_are_numbers_or_bullets() -> None:
    label = "<![if !supportLists]><span style='{}'><span style='mso-list:Ignore'>{}<span>&nbsp;&nbsp; </span></span></span><![endif]>"
    page = f"<h2>{label.format('', '一、')}甲</h2><p>{label.format('font-family:Wingdings', 'l')}点</p>"
    page += (
        f"<p>{label.format('', '·')}线</p><p>{label.format('', '1.')}面</p><p>{label.format('', '1')}体</p>"
    )
    assert body(page) == [
        (PieceRole.HEADING, "一、甲"),
        (PieceRole.POINT, "点"),
        (PieceRole.POINT, "线"),
        (PieceRole.TEXT, "1. 面"),
        (PieceRole.TEXT, "1 体"),
    ]


def test_the_printed_title_goes_before_that_of_the_page() -> None:
    head = "<html><head><title>工作报告-某区</title></head><body><div><a href=/>首页</a></div>"
    text = f"<br><br>　　一、甲<br><br>　　{LONG}<br>　　二、乙<br>{LONG}"
    assert titled(f"{head}<div><center><b>某区工作报告</b></center>{text}") == (
        "某区工作报告",
        ["一、甲", "二、乙"],
    )
    wrapped = "".join(
        f"<div><div>{part}</div></div>"
        for part in (
            "<p align=center><b>某区关于限额的决议</b></p>",
            "<p>（2024年1月18日通过）</p>",
            "<p>会议审议了议案，决定批准。</p>",
        )
    )
    page = f"<html><head><title>限额决议_公报</title></head><body><a href=/>首页</a></body></html><div>{wrapped}</div>"
    report = _report(page)
    assert (report.title, report.preamble) == ("某区关于限额的决议", "会议审议了议案，决定批准。")
    assert "speaker" not in dict(report.meta)
