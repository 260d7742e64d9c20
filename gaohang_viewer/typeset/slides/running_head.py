"""The running head of a slide: the headlines above its section, as much of them as there is room for."""

from __future__ import annotations

from collections.abc import Sequence

from gaohang_viewer.report.headline_text import headline
from gaohang_viewer.report.model import Report
from gaohang_viewer.typeset.labels import clause, shown
from gaohang_viewer.typeset.slides.deck_options import DeckOptions, measure_width
from gaohang_viewer.typeset.text_width import ems

SIZE = 14.0
"""The type size of running heads, in points."""

_BETWEEN = 2.0  # the width of the sign between two headlines, in ems
_LOGO = 134.0  # points that a logo takes


def running_head(report: Report, section: int | None, options: DeckOptions) -> list[str]:
    """Returns the headlines above a section from the top; without any the report's title, if it has one."""
    path = report.outline.path(section)[:-1] if section is not None else []
    heads = [headline(report.sections[at], options.full_width) for at in path]
    room = (measure_width(options) - (_LOGO if options.logo else 0)) / SIZE
    title = shown(" ".join(report.title.split()), options.full_width)
    return fitted_heads(heads or list(filter(None, [title])), room)


def fitted_heads(heads: Sequence[str], room: float) -> list[str]:
    """Returns headlines that fit a line of `room` ems with the signs between them: the longest are cut."""
    room -= _BETWEEN * (len(heads) - 1)
    limit = room
    widths = sorted(map(ems, heads))
    for at, width in enumerate(widths):  # the width that all longer ones may have
        limit = room / (len(widths) - at)
        if width > limit:
            break
        room -= width
    return [head if ems(head) <= limit else _cut(head, limit) for head in heads]


def _cut(head: str, room: float) -> str:
    """Returns the first clause of a headline, or its beginning with …, at most `room` ems wide."""
    most = len(head)
    while most > 2 and ems(clause(head, most)) > room:
        most -= 1
    return clause(head, most)
