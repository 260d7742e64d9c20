"""Every kind of block on a page."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor

from gaohang_viewer.reading.text.document_writer import DocumentWriter
from gaohang_viewer.reading.text.laid_out_range import LaidOutRange
from gaohang_viewer.reading.text.text_style import TextStyle
from gaohang_viewer.report.layout_portions import Portions
from gaohang_viewer.report.model import Report, Section
from gaohang_viewer.ui.theme import Theme, load_fonts, load_theme

BODY = """一段**粗**字与[链](https://x.cn)。

- 甲
    - 子
- 乙

3. 丙

> 引

```
代码
```

|表头|二|
|-|-|
|1|2|

---

末"""


def whole(report: Report, theme: Theme | None = None) -> LaidOutRange:
    portions = Portions(report)
    writer = DocumentWriter(report, portions, TextStyle(theme or load_theme("light"), load_fonts()), 640)
    stretch = LaidOutRange(writer, len(portions), 0, 640)
    stretch.lay_out_around(0, 10000)
    return stretch


def test_all_text_of_a_section_is_shown(qapp: object) -> None:
    stretch = whole(
        Report("题", sections=(Section(1, "一、", "甲乙", 1, BODY), Section(2, "", "丙丁", 9, "文")))
    )
    text = stretch.document.toPlainText()
    words = [
        "题",
        "一、甲乙",
        "一段粗字与链。",
        "甲",
        "子",
        "乙",
        "3.",
        "丙",
        "引",
        "代码",
        "表头",
        "2",
        "末",
        "丙丁",
        "文",
    ]
    places = [text.index(word) for word in words]
    assert all(place >= 0 for place in places)
    assert stretch.document.findBlockByNumber(stretch.start(1)).text() == "一、甲乙"
    assert stretch.document.findBlockByNumber(stretch.start(2)).text() == "丙丁"


def test_a_footnote_is_smaller_than_the_text(qapp: object) -> None:
    stretch = whole(Report("题", sections=(Section(1, "", "甲", 1, "文〔1〕接着。\n\n〔1〕注。"),)))
    sizes = {}
    block = stretch.document.begin()
    while block.isValid():
        sizes[block.text()] = block.begin().fragment().charFormat().font().pixelSize() if block.text() else 0
        block = block.next()
    assert sizes["〔1〕注。"] < sizes["文〔1〕接着。"]


def test_headlines_are_headings_and_links_lead_out(qapp: object) -> None:
    sections = (Section(1, "", "甲", 1, "[链](https://x.cn)"), Section(2, "", "乙", 3))
    html = whole(Report("题", sections=sections)).document.toHtml()
    assert "<h1" in html
    assert "<h2" in html
    assert 'href="https://x.cn"' in html


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("mark", ["●", "3."])
def test_the_marks_of_lists_have_the_accent_of_the_theme(mark: str, name: str, qapp: object) -> None:
    theme = load_theme(name)
    body = "- 甲" if mark == "●" else "3. 丙"
    stretch = whole(Report("题", sections=(Section(1, "", "节", 1, body),)), theme)
    cursor = stretch.document.find(mark)
    assert cursor.charFormat().foreground().color() == QColor(theme.accent)
    assert QColor(theme.accent) != QColor(theme.ink)


def test_struck_out_text_is_shown_struck(qapp: object) -> None:
    made = whole(Report("题", sections=(Section(1, "一、", "甲", 1, "目标~~5%~~6%"),)))
    cursor = made.document.find("5%")
    assert cursor.charFormat().fontStrikeOut()
    assert not made.document.find("6%").charFormat().fontStrikeOut()
