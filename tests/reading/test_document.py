"""Every kind of block on a page."""

from __future__ import annotations

from gaohang_viewer.reading.document import PageWriter
from gaohang_viewer.report.model import Report, Section
from gaohang_viewer.theme import load_fonts, load_theme

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


def test_all_text_of_a_section_is_on_its_page(qapp: object) -> None:
    report = Report("题", sections=(Section(1, "一、", "甲乙", 1, BODY), Section(2, "", "丙丁", 9, "文")))
    page = PageWriter(load_theme("light"), load_fonts(), 100, wide=True).write(report, 0, range(2), 640)
    text = page.document.toPlainText()
    for words in (
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
    ):
        assert words in text
    assert [section for section, _ in page.starts] == [0, 1]
    assert page.document.findBlockByNumber(page.starts[1][1]).text() == "丙丁"


def test_pasted_headlines_are_headings_and_links_lead_out(qapp: object) -> None:
    report = Report("题", sections=(Section(1, "", "甲", 1, "[链](https://x.cn)"), Section(2, "", "乙", 3)))
    html = (
        PageWriter(load_theme("light"), load_fonts(), 100, wide=True)
        .write(report, 0, range(2), 640)
        .document.toHtml()
    )
    assert "<h1" in html
    assert "<h2" in html
    assert 'href="https://x.cn"' in html
