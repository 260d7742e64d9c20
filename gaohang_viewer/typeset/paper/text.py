"""What all printed forms of text share: the sections that are printed, broken headlines, pictures."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from gaohang_viewer.report.blocks import blocks, images
from gaohang_viewer.report.model import Report
from gaohang_viewer.resources import resource
from gaohang_viewer.typeset.labels import clause, shown
from gaohang_viewer.typeset.paper_options import PaperOptions
from gaohang_viewer.typeset.text_width import ems

if TYPE_CHECKING:
    from gaohang_viewer.typeset.line_breaking import HeadlineBreaker

_SUBTITLE_WIDTH = 18  # characters in a line on the cover
# As the template has it; a report's source holds its words with their marks, hence never fewer.
_LONG_WORD = re.compile("[^\\s\u2e80-\u9fff\uff00-\uffef]{40,}")
_TEXTS = ("header", "footer", "watermark")


@dataclass(frozen=True)
class Body:
    """The sections that are printed: those `chosen` with their text, their ancestors as headlines alone."""

    report: Report
    everything: bool
    chosen: frozenset[int]
    printed: tuple[int, ...]  # in document order

    @classmethod
    def of(cls, report: Report, sections: Collection[int] | None) -> Body:
        """Of the sections that were chosen; all of them, and what stands before them, if None."""
        chosen = frozenset(range(len(report.sections)) if sections is None else sections)
        printed = sorted({at for index in chosen for at in report.outline.path(index)})
        return cls(report, sections is None, chosen, tuple(printed))

    @property
    def levels(self) -> list[int]:
        return [self.report.sections[index].level for index in self.printed]

    def images(self) -> tuple[dict[str, str], dict[str, bytes]]:
        """The pictures that the text shows: their names by address, and their bytes by name."""
        report = self.report
        if not report.images:
            return {}, {}
        bodies = [report.preamble, *(report.sections[index].body for index in self.chosen)]
        shown = (image for body in bodies if "![" in body for image in images(blocks(body)))
        used = [each for each in dict.fromkeys(image.address for image in shown) if each in report.images]
        names = {address: f"image-{number}" for number, address in enumerate(used)}
        return names, {name: report.images[address] for address, name in names.items()}


def title_lines(text: str, width: int) -> list[str]:
    """A title in lines: where the author left a space if that does, else between words."""
    parts = text.split()
    if len(parts) <= 3 and all(ems(part) <= width for part in parts):
        return parts
    return broken(" ".join(parts), width)


def broken(text: str, width: int) -> list[str]:
    """The text in lines of at most `width` characters. Most headlines fit a line and need no word list."""
    return _breaker().lines(text, width) if ems(text) > width else [text]


@lru_cache(maxsize=1)
def _breaker() -> HeadlineBreaker:
    from gaohang_viewer.typeset.line_breaking import HeadlineBreaker

    return HeadlineBreaker.load(resource("headlines"))


def contents_depth(levels: list[int], most: int) -> int:
    """How deep the contents go with at most so many entries, and one level in any case."""
    return fitting_depth(levels, [1] * len(levels), most)


def fitting_depth(levels: list[int], lines: list[int], most: int) -> int:
    """How deep the contents go with at most so many lines, and one level in any case."""
    both = list(zip(levels, lines, strict=True))
    deepest = max(levels, default=1)
    return max(
        (
            depth
            for depth in range(1, deepest + 1)
            if sum(count for level, count in both if level <= depth) <= most
        ),
        default=1,
    )


def wishes(options: PaperOptions, report: Report, *, cover: bool, width: int) -> dict[str, Any]:
    """What the templates read of the options; `{title}` is filled in, head and foot fit lines of so many
    characters of the text's size."""
    title = clause(shown(" ".join(report.title.split()), options.full_width), 30)
    subtitle = shown(" ".join(report.subtitle.split()), options.full_width)
    named = {name: " ".join(getattr(options, name).split()).replace("{title}", title) for name in _TEXTS}
    for name in ("header", "footer"):
        named[name] = _within(named[name], width)
    reports = (report, options.before) if options.before else (report,)
    return named | {
        "two-sided": options.two_sided,
        "cover": cover,
        "subtitle-lines": broken(subtitle, _SUBTITLE_WIDTH) if cover else [],
        "long-words": any(map(_has_long_words, reports)),
    }


def _within(text: str, width: int) -> str:
    """The text, or as much of it as fits with … at its end."""
    return text if len(text) <= width else text[: width - 1] + "…"


def _has_long_words(report: Report) -> bool:
    texts = [report.title, report.subtitle, report.preamble, *(value for _, value in report.meta)]
    for section in report.sections:
        texts += (section.title, section.body)
    return any(_LONG_WORD.search(text) for text in texts)
