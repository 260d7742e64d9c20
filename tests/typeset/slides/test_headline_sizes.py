"""The type sizes of headlines: equal for siblings, the same on continuations."""

from __future__ import annotations

import pypdfium2 as pdfium
import pytest

from gaohang_viewer.report.model import Report, Section
from gaohang_viewer.typeset.engine.compiler import compile_job
from gaohang_viewer.typeset.line_breaking import HeadlineBreaker
from gaohang_viewer.typeset.slides.deck import deck
from gaohang_viewer.typeset.slides.deck_job import slides_job
from gaohang_viewer.typeset.slides.deck_options import ASPECTS, PLAIN, DeckOptions
from gaohang_viewer.typeset.slides.headline_sizes import headlines
from tests.tools.slides import LOOKS, lines

LIST = "\n".join(f"- 第{at}个要点" for at in range(20))
SHORT, LONG = "短标题", "比较长的标题，一行放不下，因此要分成两行三行，用小一些的字来排印，同级标题也一样"


def report(*titles: str, body: str = LIST) -> Report:
    children = (Section(2, "", title, 2 + at, body) for at, title in enumerate(titles))
    return Report("报告", sections=(Section(1, "一、", "章", 1), *children))


def test_siblings_have_one_size(breaker: HeadlineBreaker) -> None:
    made = report(SHORT, LONG, SHORT)
    slides = deck(made, breaker)
    sizes = headlines(slides, made, PLAIN)
    own = [size.size for slide, size in zip(slides, sizes, strict=True) if slide.section]
    assert len(own) == 3
    assert len(set(own)) == 1


def test_one_very_long_headline_does_not_make_its_siblings_small(breaker: HeadlineBreaker) -> None:
    made = report(SHORT, "W" * 52)
    slides = deck(made, breaker)
    first, second = (
        size.size for slide, size in zip(slides, headlines(slides, made, PLAIN), strict=True) if slide.section
    )
    assert first == 40
    assert second < 28


@pytest.mark.parametrize("aspect", ASPECTS)
@pytest.mark.parametrize("look", LOOKS)
def test_a_headline_keeps_size_and_place_on_continuations(
    look: str, aspect: str, breaker: HeadlineBreaker
) -> None:
    options = DeckOptions(theme=look, aspect=aspect)
    made = report("坚持稳中求进工作总基调，推动高质量发展", "短标题")
    slides = deck(made, breaker, options)
    pages = compile_job(slides_job(made, slides, options))
    document = pdfium.PdfDocument(pages.pdf)
    for number, slide in enumerate(slides):
        if slide.section:
            first, *later = (
                next(line for line in lines(document[page]) if line.size > 25 and line.top > 66)
                for page in range(pages.starts[number] - 1, (*pages.starts, pages.count + 1)[number + 1] - 1)
            )
            assert later
            assert all(line.size == first.size for line in later)
            assert all(abs(line.top - first.top) < 1 for line in later)
            assert all(line.text.startswith(first.text[:4]) for line in later)


def test_a_long_headline_is_cut_on_continuations(breaker: HeadlineBreaker) -> None:
    made = report(LONG * 2)
    slides = deck(made, breaker)
    (again,) = headlines(slides, made, PLAIN)[-1].again
    assert again.endswith("…")
    assert LONG.startswith(again[:-1])
