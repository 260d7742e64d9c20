"""The formatted text of a paragraph, and its conversion to plain text and Markdown."""

from __future__ import annotations

from itertools import groupby, pairwise
from typing import NamedTuple

from gaohang_viewer.report.draft import escaped


class Span(NamedTuple):
    """Text in one format. `link` is a safe address, `image` that of a picture which `text` describes."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""
    image: str = ""


Spans = list[Span]
BREAK = Span("\n")


def text_of(spans: Spans) -> str:
    """Returns the plain text."""
    return "".join(span.text for span in spans)


def lines_of(spans: Spans) -> list[Spans]:
    """Splits spans at line breaks; strips white space and omits empty lines."""
    lines: list[Spans] = [[]]
    for span in spans:
        if span is BREAK:
            lines.append([])
        else:
            lines[-1].append(span)
    return [line for line in map(_tidy, lines) if line]


def joined(lines: list[Spans]) -> Spans:
    """Joins lines: with a space between Latin letters, without one beside Chinese."""
    out: Spans = []
    for line in lines:
        if out and (out[-1].text[-1:] + line[0].text[:1]).isascii():
            out.append(Span(" "))
        out += line
    return out


def markdown_of(spans: Spans) -> str:
    """Returns the spans as Markdown, empty if they have no formatting."""
    if not any(span.bold or span.italic or span.link or span.image for span in spans):
        return ""
    # Adjacent signs of bold and italic are ambiguous: where they touch, italic is dropped
    touching = any(_emphasis(one) and _emphasis(other) for one, other in pairwise(spans))
    if touching:
        spans = _merged([span._replace(italic=False) for span in spans])
    return "".join(map(_marked, spans))


def _emphasis(span: Span) -> bool:
    return (span.bold or span.italic) and not span.image and bool(span.text.strip())


def _marked(span: Span) -> str:
    if span.image:
        return f"![{escaped(span.text)}]({span.image})"
    core = span.text.strip()
    if not core:
        return span.text
    signs = "*" * (2 * span.bold + span.italic)
    inner = escaped(core)
    if inner.endswith("!"):  # before a link it would make it a picture
        inner = inner[:-1] + "\\!"
    text = signs + inner + signs
    if span.link and "]:" not in core:  # which would define a link reference at the start of a paragraph
        text = f"[{text}]({span.link})"
    start = span.text.index(core)
    return span.text[:start] + text + span.text[start + len(core) :]


def _tidy(line: Spans) -> Spans:
    """Strips white space from a line and merges spans of one format."""
    line = _merged(line)
    while line and not line[0].text.strip():
        line.pop(0)
    while line and not line[-1].text.strip():
        line.pop()
    if line:
        line[0] = line[0]._replace(text=line[0].text.lstrip())
        line[-1] = line[-1]._replace(text=line[-1].text.rstrip())
    return line


def _merged(line: Spans) -> Spans:
    out: Spans = []
    for style, alike in groupby((span for span in line if span.text), lambda span: span._replace(text="")):
        if style.image:  # two adjacent pictures stay two
            out += alike
        else:
            out.append(style._replace(text="".join(span.text for span in alike)))
    return out
