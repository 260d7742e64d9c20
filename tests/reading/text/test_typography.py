"""How a report is set for long reading."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage, QTextBlock, QTextTable

from gaohang_viewer.reading.text.document_writer import DocumentWriter
from gaohang_viewer.reading.text.laid_out_range import LaidOutRange
from gaohang_viewer.reading.text.text_style import MEASURE, TEXT_SIZE, TextStyle
from gaohang_viewer.report.layout_portions import Portions
from gaohang_viewer.report.model import Report, Section
from gaohang_viewer.ui.theme import THEMES, load_fonts, load_theme

BODY = "很长的一段话，" * 30 + "\n\n![图](a.png)\n\n![没有的图](b.png)\n\n|表头|二|\n|-|-|\n|1|2|\n"


def picture(width: int, height: int) -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(0xFF0000)
    file = QBuffer()
    file.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(file, "PNG")  # type: ignore[call-overload] # the stubs want bytes, which PySide refuses
    return bytes(file.data().data())


def laid_out(look: TextStyle, room: int = 640) -> LaidOutRange:
    sections = tuple(Section(level, "", f"第{level}级", level * 9, BODY) for level in (1, 2, 3))
    report = Report("题", sections=sections, images={"a.png": picture(2000, 500)})
    portions = Portions(report)
    stretch = LaidOutRange(DocumentWriter(report, portions, look, room), len(portions), 0, room)
    stretch.lay_out_around(0, 10000)
    return stretch


def blocks(stretch: LaidOutRange) -> Iterator[QTextBlock]:
    block = stretch.document.begin()
    while block.isValid():
        yield block
        block = block.next()


def block(stretch: LaidOutRange, words: str) -> QTextBlock:
    return next(each for each in blocks(stretch) if each.text().startswith(words))


@pytest.fixture
def look(qapp: object) -> TextStyle:
    return TextStyle(load_theme("light"), load_fonts())


@pytest.mark.parametrize("zoom", [100, 200])
def test_a_paragraph_begins_two_characters_in_and_has_forty_a_line(look: TextStyle, zoom: int) -> None:
    look = look._replace(zoom=zoom)
    stretch = laid_out(look, look.measure)
    paragraph = block(stretch, "很长")
    size = TEXT_SIZE * zoom / 100
    assert paragraph.blockFormat().textIndent() == 2 * size
    layout = paragraph.layout()
    lengths = [layout.lineAt(number).textLength() for number in range(layout.lineCount())]
    assert MEASURE - 2 <= max(lengths) <= MEASURE + 1  # a comma may hang at the end of a line


@pytest.mark.parametrize("spacing", [150, 225])
def test_lines_have_the_spacing_that_was_chosen(look: TextStyle, spacing: int) -> None:
    stretch = laid_out(look._replace(spacing=spacing))
    layout = block(stretch, "很长").layout()
    assert layout.lineAt(1).y() - layout.lineAt(0).y() == TEXT_SIZE * spacing / 100


def test_headlines_are_the_larger_the_higher_their_level(look: TextStyle) -> None:
    stretch = laid_out(look)
    headlines = [each for each in blocks(stretch) if each.blockFormat().headingLevel()][1:]  # the title
    sizes = [each.begin().fragment().charFormat().font().pixelSize() for each in headlines]
    assert sizes == sorted(set(sizes), reverse=True)
    assert [each.blockFormat().headingLevel() for each in headlines] == [1, 2, 3]


def test_the_words_have_the_face_that_was_chosen(look: TextStyle) -> None:
    fonts = look.fonts._replace(serif=("Some Song",), sans=("Some Hei",))
    for face, family in (("", "Some Song"), ("sans", "Some Hei")):
        stretch = laid_out(look._replace(fonts=fonts.with_typeface(face)))
        words = block(stretch, "很长")
        assert words.begin().fragment().charFormat().font().families() == [family]


@pytest.mark.parametrize("name", THEMES)
def test_every_look_has_its_own_ink(look: TextStyle, name: str) -> None:
    theme = load_theme(name)
    stretch = laid_out(look._replace(theme=theme))
    words = block(stretch, "很长")
    assert words.begin().fragment().charFormat().foreground().color().name() == theme.ink.lower()


def test_a_picture_is_no_wider_than_a_line_and_one_that_is_missing_says_its_words(look: TextStyle) -> None:
    stretch = laid_out(look, 480)
    styles = [each.begin().fragment().charFormat() for each in blocks(stretch) if each.text() == "\ufffc"]
    assert [style.toImageFormat().width() for style in styles if style.isImageFormat()] == [480] * 3
    assert block(stretch, "没有的图").isValid()
    assert stretch.document.idealWidth() <= 481


def test_a_table_is_a_table(look: TextStyle) -> None:
    stretch = laid_out(look)
    frames = stretch.document.rootFrame().childFrames()
    tables = [frame for frame in frames if isinstance(frame, QTextTable)]
    assert [(table.rows(), table.columns()) for table in tables] == [(2, 2)] * 3
    assert tables[0].cellAt(1, 1).firstCursorPosition().block().text() == "2"
