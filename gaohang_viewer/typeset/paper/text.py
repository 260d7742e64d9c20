"""Common parts of printed forms with text: the printed sections, pictures and options."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from gaohang_viewer.report.blocks import images
from gaohang_viewer.report.markdown_reader import blocks
from gaohang_viewer.report.model import Report
from gaohang_viewer.typeset.front_page import FrontWidths
from gaohang_viewer.typeset.labels import clause, shown
from gaohang_viewer.typeset.paper_options import PaperOptions

_SUBTITLE_WIDTH = 18  # characters in a line of the cover
# The type sizes on a cover as multiples of the text size; the same as in the template
_COVER_TITLE, _COVER_SUBTITLE, _COVER_FACTS = 2.4, 1.25, 1.0
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


def cover_widths(page: Mapping[str, float]) -> FrontWidths:
    """Returns the widths of the lines of a cover."""
    subtitle = min(fitting(page, _COVER_SUBTITLE), _SUBTITLE_WIDTH)
    return FrontWidths(fitting(page, _COVER_TITLE), subtitle, fitting(page, _COVER_FACTS))


def fitting(page: Mapping[str, float], size: float) -> int:
    """Returns how many characters fit a line of the type area, at `size` times the text size."""
    return int(page["width"] / (size * page["size"]))


def options_data(options: PaperOptions, report: Report, *, cover: bool, width: int) -> dict[str, Any]:
    """Returns the options as data for templates; `{title}` is replaced.

    Header and footer are cut to `width` characters of the text size.
    """
    title = clause(shown(" ".join(report.title.split()), options.full_width), 30)
    named = {name: " ".join(getattr(options, name).split()).replace("{title}", title) for name in _TEXTS}
    for name in ("header", "footer"):
        named[name] = _within(named[name], width)
    reports = (report, options.before) if options.before else (report,)
    return named | {
        "two-sided": options.two_sided,
        "cover": cover,
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
