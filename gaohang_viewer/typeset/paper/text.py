"""Common parts of printed forms with text: the printed sections, line breaks, pictures and options."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from gaohang_viewer.report.blocks import images
from gaohang_viewer.report.markdown_reader import blocks
from gaohang_viewer.report.model import Report
from gaohang_viewer.resources import resource
from gaohang_viewer.typeset.labels import clause, shown
from gaohang_viewer.typeset.paper_options import PaperOptions
from gaohang_viewer.typeset.text_width import ems

if TYPE_CHECKING:
    from gaohang_viewer.typeset.line_breaking import HeadlineBreaker

_SUBTITLE_WIDTH = 18  # characters in a line of the cover
# As in the template; the Markdown of a report contains all its words
_LONG_WORD = re.compile("[^\\s\u2e80-\u9fff\uff00-\uffef]{40,}")
_TEXTS = ("header", "footer", "watermark")


@dataclass(frozen=True)
class Body:
    """The sections that are printed: the `chosen` ones with text, their ancestors as headlines alone."""

    report: Report
    everything: bool
    chosen: frozenset[int]
    printed: tuple[int, ...]  # in document order

    @classmethod
    def of(cls, report: Report, sections: Collection[int] | None) -> Body:
        """Returns the body for selected sections; for None all of them and the text before them."""
        chosen = frozenset(range(len(report.sections)) if sections is None else sections)
        printed = sorted({at for index in chosen for at in report.outline.path(index)})
        return cls(report, sections is None, chosen, tuple(printed))

    @property
    def levels(self) -> list[int]:
        """The levels of the printed sections."""
        return [self.report.sections[index].level for index in self.printed]

    def images(self) -> tuple[dict[str, str], dict[str, bytes]]:
        """Returns the pictures in the printed text: names by address, and bytes by name."""
        report = self.report
        if not report.images:
            return {}, {}
        bodies = [report.preamble, *(report.sections[index].body for index in self.chosen)]
        shown = (image for body in bodies if "![" in body for image in images(blocks(body)))
        used = [each for each in dict.fromkeys(image.address for image in shown) if each in report.images]
        names = {address: f"image-{number}" for number, address in enumerate(used)}
        return names, {name: report.images[address] for address, name in names.items()}


def title_lines(text: str, width: int) -> list[str]:
    """Breaks a title into lines: at its spaces if the parts fit, else between words."""
    parts = text.split()
    if len(parts) <= 3 and all(ems(part) <= width for part in parts):
        return parts
    return break_lines(" ".join(parts), width)


def break_lines(text: str, width: int) -> list[str]:
    """Breaks a text into lines of at most `width` characters. The word list is read only if needed."""
    return _breaker().lines(text, width) if ems(text) > width else [text]


@lru_cache(maxsize=1)
def _breaker() -> HeadlineBreaker:
    from gaohang_viewer.typeset.line_breaking import HeadlineBreaker

    return HeadlineBreaker.load(resource("headlines"))


def contents_depth(levels: list[int], most: int) -> int:
    """Returns the deepest level at which the contents have at most `most` entries; at least 1."""
    return fitting_depth(levels, [1] * len(levels), most)


def fitting_depth(levels: list[int], lines: list[int], most: int) -> int:
    """Returns the deepest level at which the contents have at most `most` lines; at least 1."""
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


def options_data(options: PaperOptions, report: Report, *, cover: bool, width: int) -> dict[str, Any]:
    """Returns the options as data for templates; `{title}` is replaced.

    Header and footer are cut to `width` characters of the text size.
    """
    title = clause(shown(" ".join(report.title.split()), options.full_width), 30)
    subtitle = shown(" ".join(report.subtitle.split()), options.full_width)
    named = {name: " ".join(getattr(options, name).split()).replace("{title}", title) for name in _TEXTS}
    for name in ("header", "footer"):
        named[name] = _within(named[name], width)
    reports = (report, options.before) if options.before else (report,)
    return named | {
        "two-sided": options.two_sided,
        "cover": cover,
        "subtitle-lines": break_lines(subtitle, _SUBTITLE_WIDTH) if cover else [],
        "long-words": any(map(_has_long_words, reports)),
    }


def _within(text: str, width: int) -> str:
    """Returns a text, cut to a width in characters with … at its end if it is longer."""
    return text if len(text) <= width else text[: width - 1] + "…"


def _has_long_words(report: Report) -> bool:
    texts = [report.title, report.subtitle, report.preamble, *(value for _, value in report.meta)]
    for section in report.sections:
        texts += (section.title, section.body)
    return any(_LONG_WORD.search(text) for text in texts)
