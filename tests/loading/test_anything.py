"""Whatever a file holds: it is opened or refused by CannotOpen, and no letter of it is lost."""

from __future__ import annotations

import zipfile
from html import escape
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from gaohang_viewer.loading import CannotOpen, Options, open_report
from gaohang_viewer.loading.encodings import decode
from tests.loading.kept import lost, shown, written
from tests.tools import mutating

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from gaohang_viewer.report.model import Report

CODECS = {
    "utf-8": "utf-8",
    "gb18030": "gb18030",
    "big5-hkscs": "big5hkscs",
    "utf-16-le": "utf-16-le",
    "utf-32-be": "utf-32-be",
}
WORDS = st.text(
    "发展改革工作一二三十县长报告附件目录会议，。：；、（）()1290 .%#*_`[]<>|-+~&●\u3000\\年月日第章节",
    max_size=40,
)
ANY = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cf", "Co", "Cn")), max_size=60)
LINES = st.lists(st.one_of(WORDS, ANY), min_size=1, max_size=12)


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Report | None]:
    """Opens bytes under a name; None if they are refused."""
    folder = tmp_path_factory.mktemp("anything")

    def open_(data: bytes, name: str, **options: object) -> Report | None:
        path = folder / name
        path.write_bytes(data)
        try:
            return open_report(path, Options(**options))  # type: ignore[arg-type]
        except CannotOpen:
            return None

    return open_


@given(data=st.binary(max_size=300), name=st.sampled_from(("a.txt", "a.md", "a.html", "a.docx")))
def test_any_bytes_are_opened_or_refused(
    opened: Callable[..., Report | None], data: bytes, name: str
) -> None:
    for start in (b"", b"<html>", b"PK\x03\x04", b"\xff\xfe"):
        if (report := opened(start + data, name)) is not None:
            shown(report)


@given(lines=LINES, codec=st.sampled_from(sorted(CODECS)))
def test_no_letter_of_a_text_is_lost_in_any_encoding(
    opened: Callable[..., Report | None], lines: list[str], codec: str
) -> None:
    data = "\n".join(lines).replace("#", "").encode(CODECS[codec], "ignore")
    report = opened(data, "a.txt", encoding=codec)
    text = decode(data, codec).text
    if report is None:
        assert not text.strip() or text.lstrip()[:1] == "<"
    elif not text.lstrip().startswith("<"):
        assert not lost(text.replace("\\r\\n", ""), shown(report))


@given(lines=LINES)
def test_no_letter_of_markdown_is_lost(opened: Callable[..., Report | None], lines: list[str]) -> None:
    text = "正文\n" + "\n".join(lines)
    report = opened(text.encode(), "a.md")
    assert report is not None
    assert not lost(decode(text.encode(), "utf-8").text, written(report))
    shown(report)


TAGS = st.sampled_from(
    [
        "p",
        "div",
        "b",
        "i",
        "a",
        "h1",
        "h3",
        "ul",
        "ol",
        "li",
        "table",
        "tr",
        "td",
        "th",
        "br",
        "span",
        "pre",
        "blockquote",
        "q",
        "section",
        "nav",
        "font",
    ]
)
ATTRIBUTES = st.sampled_from(
    ("", " class=a", " style='color:red'", " href='http://x.y'", " colspan=3", " rowspan=2", ' start="5"')
)
TREES = st.recursive(
    st.text("发展改革工作一二三、（）。，甲乙 \n", max_size=12).map(escape),
    lambda inner: st.builds(
        lambda tag, attributes, below, closed: f"<{tag}{attributes}>{''.join(below)}" + f"</{tag}>" * closed,
        TAGS, ATTRIBUTES, st.lists(inner, max_size=4), st.booleans(),
    ),
    max_leaves=20,
)  # fmt: skip


@given(trees=st.lists(TREES, min_size=1, max_size=6))
def test_no_letter_of_a_whole_web_page_is_lost(
    opened: Callable[..., Report | None], trees: list[str]
) -> None:
    import re

    page = "<html><body>" + "".join(trees)
    report = opened(page.encode(), "a.html", whole_page=True)
    words = re.sub("<[^>]*>", "", "".join(trees))
    assert not lost(words, "" if report is None else shown(report))
    opened(page.encode(), "a.html")


def made(paragraphs: list[tuple[str, str]], rows: list[list[str]]) -> bytes:
    """A Word file as python-docx writes it."""
    document = Document()
    for text, style in paragraphs:
        document.add_paragraph(text, style=style)
    if rows:
        table = document.add_table(len(rows), max(map(len, rows)))
        for at, row in enumerate(rows):
            for column, text in enumerate(row):
                table.cell(at, column).text = text
    out = BytesIO()
    document.save(out)
    return out.getvalue()


STYLES = st.sampled_from(("Normal", "Heading 1", "Heading 3", "Title", "List Bullet", "List Number", "Quote"))
WORD_TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cf", "Co", "Cn")), min_size=1, max_size=30)


@settings(max_examples=6, deadline=None)
@given(
    paragraphs=st.lists(st.tuples(st.one_of(WORDS, WORD_TEXT), STYLES), min_size=1, max_size=8),
    rows=st.lists(st.lists(WORDS, min_size=1, max_size=3), max_size=3),
    random=st.randoms(use_true_random=False),
)
def test_no_letter_of_a_word_file_is_lost_and_its_ruins_are_refused_or_read(
    opened: Callable[..., Report | None],
    paragraphs: list[tuple[str, str]],
    rows: list[list[str]],
    random: Random,
) -> None:
    data = made(paragraphs, rows)
    report = opened(data, "a.docx")
    words = "".join([text for text, _ in paragraphs] + [cell for row in rows for cell in row])
    assert not lost(words, "" if report is None else shown(report))
    for broken in (
        data[: random.randrange(len(data))],
        mutating.bytes_changed(data, random),
        _without_some(data, random),
    ):
        opened(broken, "a.docx")
    for _ in range(4):
        data = mutating.archive_changed(data, made([], []), random)
        opened(data, "a.docx")


def _without_some(data: bytes, random: Random) -> bytes:
    """The same archive with members left out, and the contents of the others exchanged."""
    parts = mutating.members(data)
    contents = [content for _, content in parts]
    if random.randrange(2):
        random.shuffle(contents)
    return mutating.archived(
        [(name, content) for (name, _), content in zip(parts, contents, strict=True) if random.randrange(8)],
        packed=True,
    )


def test_a_member_that_stands_twice_and_one_within_another_do_no_harm(
    opened: Callable[..., Report | None],
) -> None:
    data = made([("甲乙丙", "Normal")], [])
    parts = mutating.members(data)
    report = opened(mutating.archived(parts + parts[::-1], packed=True), "a.docx")
    assert report is not None
    assert "甲乙丙" in shown(report)
    inner = mutating.archived([*parts, ("word/inner.docx", data)], packed=True)
    assert opened(inner, "b.docx") is not None
    assert zipfile.is_zipfile(BytesIO(inner))
