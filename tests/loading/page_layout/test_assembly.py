"""Characters with places become lines, paragraphs and tables."""

from __future__ import annotations

from gaohang_viewer.loading.page_layout import Character, Layout, OutlineEntry, Page, Rule, Tag
from gaohang_viewer.report.draft import PieceRole

SIZE = 10.0
LONG = "全镇上下坚持稳中求进的工作总基调着力推动高质量发展"  # 25 characters


def line(
    text: str,
    top: float,
    left: float = 50.0,
    *,
    size: float = SIZE,
    bold: bool = False,
    tag: Tag | None = None,
    step: float = 0.0,
) -> list[Character]:
    """A line of characters, Chinese ones as wide as high and others half as wide."""
    out = []
    for sign in text:
        width = size / 2 if sign.isascii() else size
        out.append(Character(sign, left, left + width, top + size, size, "Song", bold, tag))
        left += width + step
    return out


def page(*lines: list[Character], rules: list[Rule] | None = None) -> Page:
    return Page(350.0, 400.0, [one for some in lines for one in some], rules or [], [])


def texts(*pages: Page, outline: list[OutlineEntry] | None = None) -> list[str]:
    layout = Layout()
    for each in pages:
        layout.add(each)
    return [piece.markdown or piece.text for piece in layout.pieces(outline or [])]


def roles(*pages: Page, outline: list[OutlineEntry] | None = None) -> list[tuple[str, int, str]]:
    layout = Layout()
    for each in pages:
        layout.add(each)
    return [(piece.role.value, piece.level, piece.text) for piece in layout.pieces(outline or [])]


def paragraph(top: float, count: int, last: str = "好。") -> list[list[Character]]:
    """A paragraph of full lines, its first indented by two characters, and a short last one."""
    lines = [line(LONG[:23], top, 70.0)]
    lines += [line(LONG, top + 15 * at) for at in range(1, count)]
    return [*lines, line(last, top + 15 * count)]


def text_of(count: int, last: str = "好。") -> str:
    return LONG[:23] + LONG * (count - 1) + last


def test_lines_are_joined_and_indents_begin_paragraphs() -> None:
    assert texts(page(*paragraph(50, 3), *paragraph(110, 4))) == [text_of(3), text_of(4)]


def test_a_full_last_line_does_not_glue_the_next_paragraph() -> None:
    lines = [*paragraph(50, 3)[:3], *paragraph(95, 3)]
    assert texts(page(*lines)) == [LONG[:23] + LONG * 2, text_of(3)]


def test_without_indents_the_distance_of_lines_tells() -> None:
    first = [line(LONG, 50 + 15 * at) for at in range(3)]
    second = [line(LONG, 110 + 15 * at) for at in range(3)]
    assert texts(page(*first, *second)) == [LONG * 3, LONG * 3]


def test_characters_of_another_font_are_put_in_their_place() -> None:
    body = line("实现良好开局目标任务", 50)
    quotes = [one._replace(text=sign) for one, sign in ((body[2], "“"), (body[5], "”"))]
    rest = [one for at, one in enumerate(body) if at not in (2, 5)]
    assert texts(page([*rest, *quotes])) == ["实现“好开”目标任务"]


def test_stops_set_on_half_their_width_stay_in_their_line() -> None:
    first, second = line("坚持稳中求进，", 50), line("推动发展", 50, 115.0)
    assert texts(page(first, second)) == ["坚持稳中求进，推动发展"]


def test_latin_words_are_parted_and_joined_as_they_are_printed() -> None:
    one = [*line("Annual", 50), *line("report", 50, 84.0)]
    assert texts(page(one)) == ["Annual report"]


def test_a_raised_sign_is_a_superscript() -> None:
    body = line("面积12万m", 50)
    raised = line("2", 50.5, 90.0, size=6.0)
    assert texts(page([*body, *raised])) == ["面积12万m²"]


def test_a_paragraph_goes_on_over_a_page_and_its_number() -> None:
    other_words = LONG[::-1]
    one = [*paragraph(50, 18)[:18], line("— 1 —", 370, 150)]
    other = [
        *[line(other_words, 50 + 15 * at) for at in range(6)],
        line("好。", 140),
        line("— 2 —", 370, 150),
    ]
    assert texts(page(*one), page(*other)) == [text_of(18, "") + other_words * 6 + "好。"]


def test_words_printed_over_the_text_of_all_pages_are_a_watermark() -> None:
    def sheet(word: str, *, over: bool) -> Page:
        mark = line("内部", 57 if over else 250, 120)
        return page(*[line(word * 25, 50 + 15 * at) for at in range(4)], line("好。", 110), mark)

    assert texts(*(sheet(word, over=True) for word in "甲乙丙")) == [f"{word * 100}好。" for word in "甲乙丙"]
    assert texts(*(sheet(word, over=False) for word in "甲乙丙")).count("内部") == 3


def test_cells_are_told_by_lines_and_merged_ones_hold_their_text_once() -> None:
    rules = [Rule(50.0, y, 250.0, y + 0.5) for y in (50.0, 70.0, 90.0)]
    rules += [Rule(x, 50.0, x + 0.5, 90.0) for x in (50.0, 250.0)]
    rules.append(Rule(150.0, 70.0, 150.5, 90.0))
    lines = [line("主要指标", 55, 130), line("产值", 75, 60), line("三百", 75, 160)]
    assert texts(page(*lines, rules=rules)) == ["| 主要指标 |  |\n| --- | --- |\n| 产值 | 三百 |"]


def test_a_table_with_horizontal_lines_only_has_the_columns_of_its_text() -> None:
    rules = [Rule(50.0, y, 300.0, y + 0.5) for y in (50.0, 70.0, 110.0)]
    lines = [line("指标", 55, 60), line("数值", 55, 200)]
    lines += [line("生产总值", 75, 60), line("300", 75, 200), line("增速", 92, 60), line("5.5%", 92, 205)]
    assert texts(page(*paragraph(120, 3), *lines, rules=rules)) == [
        "| 指标 | 数值 |\n| --- | --- |\n| 生产总值 | 300 |\n| 增速 | 5\\.5% |",
        text_of(3),
    ]


def test_lines_above_and_below_the_text_make_no_table() -> None:
    rules = [Rule(50.0, y, 300.0, y + 0.5) for y in (45.0, 118.0, 190.0)]
    assert texts(page(*paragraph(50, 3), *paragraph(120, 3), rules=rules)) == [text_of(3), text_of(3)]


def test_a_frame_around_text_is_no_table() -> None:
    rules = [Rule(40.0, 45.0, 320.0, 45.5), Rule(40.0, 120.0, 320.0, 120.5)]
    rules += [Rule(40.0, 45.0, 40.5, 120.0), Rule(320.0, 45.0, 320.5, 120.0)]
    assert texts(page(*paragraph(50, 3), rules=rules)) == [text_of(3)]


def test_a_table_goes_on_over_pages_without_its_head() -> None:
    def sheet(row: str) -> Page:
        rules = [Rule(50.0, y, 250.0, y + 0.5) for y in (50.0, 70.0, 90.0)]
        rules += [Rule(x, 50.0, x + 0.5, 90.0) for x in (50.0, 150.0, 250.0)]
        cells = [line("名称", 55, 60), line("数值", 55, 160), line(row, 75, 60), line(row, 75, 160)]
        return page(*cells, rules=rules)

    assert texts(sheet("甲"), sheet("乙")) == ["| 名称 | 数值 |\n| --- | --- |\n| 甲 | 甲 |\n| 乙 | 乙 |"]


def test_tags_are_headings_with_their_levels() -> None:
    def head(text: str, top: float, level: int) -> list[Character]:
        return line(text, top, tag=Tag("heading", level, int(top)))

    lines = [
        *(head("总体情况", 50, 1), *paragraph(70, 3)),
        *(head("产业发展", 150, 2), *paragraph(170, 3)),
        *(head("下步打算", 250, 1), *paragraph(270, 3)),
    ]
    found = [each for each in roles(page(*lines)) if each[0] == "heading"]
    assert found == [("heading", 1, "总体情况"), ("heading", 2, "产业发展"), ("heading", 1, "下步打算")]


def test_bookmarks_count_only_where_the_text_has_them() -> None:
    lines = [
        *(line("一 总体情况", 50), *paragraph(70, 3), line("二 产业发展", 150), *paragraph(170, 3)),
        *(line("三 下步打算", 250), *paragraph(270, 3)),
    ]
    outline = [OutlineEntry(title, 1, 0) for title in ("总体情况", "产业发展", "三 下步打算")]
    wrong = [OutlineEntry(title, 1, 0) for title in ("封面", "幻灯片 1", "幻灯片 2")]
    found = [each[2] for each in roles(page(*lines), outline=outline) if each[0] == "heading"]
    assert found == ["一 总体情况", "二 产业发展", "三 下步打算"]
    assert not [each for each in roles(page(*lines), outline=wrong) if each[0] == "heading"]


def test_entries_of_a_table_of_contents_are_none_of_the_text() -> None:
    entries = [line(f"{mark}、工作{'.' * 30}{mark}", 50 + 15 * at) for at, mark in enumerate("123")]
    assert {each[0] for each in roles(page(*entries))} == {PieceRole.CONTENTS.value}


def test_what_cannot_be_read_is_left_out_and_bookmarks_stand_for_its_headings() -> None:
    lines = [line("\ufffd" * 25, 50 + 15 * at) for at in range(10)]
    found = roles(page(*lines), outline=[OutlineEntry("一、总体情况", 1, 0)])
    assert found == [("heading", 1, "一、总体情况")]


def test_a_numbered_heading_broken_between_words_is_one() -> None:
    heads = [
        *(
            line("（一）推动经济在调整中", 50, 60.0, size=13, bold=True),
            line("稳健增长", 68, 70.0, size=13, bold=True),
        ),
        *paragraph(90, 3),
        *(
            line("（二）推动科技和产业融合", 160, 60.0, size=13, bold=True),
            line("发展", 178, 70.0, size=13, bold=True),
        ),
        *paragraph(200, 3),
    ]
    read = [text for _, _, text in roles(page(*heads))]
    assert read[::2] == ["（一）推动经济在调整中稳健增长", "（二）推动科技和产业融合发展"]
