"""The words of a paragraph with their looks, and how they become text and Markdown."""

from __future__ import annotations

from itertools import groupby, pairwise
from typing import NamedTuple

from gaohang_viewer.report.draft import escaped


class Span(NamedTuple):
    """Text in one look. `link` is a safe address, `image` that of a picture whose name `text` is."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""
    image: str = ""


Spans = list[Span]
BREAK = Span("\n")


def text_of(spans: Spans) -> str:
    """The words alone."""
    return "".join(span.text for span in spans)


def lines_of(spans: Spans) -> list[Spans]:
    """The spans between line breaks, white space at the ends taken off; none for lines without anything."""
    lines: list[Spans] = [[]]
    for span in spans:
        if span is BREAK:
            lines.append([])
        else:
            lines[-1].append(span)
    return [line for line in map(_tidy, lines) if line]


def joined(lines: list[Spans]) -> Spans:
    """Lines as one; Chinese goes on without a space."""
    out: Spans = []
    for line in lines:
        if out and (out[-1].text[-1:] + line[0].text[:1]).isascii():
            out.append(Span(" "))
        out += line
    return out


def markdown_of(spans: Spans) -> str:
    """The spans as Markdown; empty if they are plain words, which stand for themselves."""
    if not any(span.bold or span.italic or span.link or span.image for span in spans):
        return ""
    # Bold and italic signs in a row cannot be told apart: where they touch, italic gives way
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
    if inner.endswith("!"):  # before a link it would make a picture of it
        inner = inner[:-1] + "\\!"
    text = signs + inner + signs
    if span.link and "]:" not in core:  # which at the start of a paragraph would define an address
        text = f"[{text}]({span.link})"
    start = span.text.index(core)
    return span.text[:start] + text + span.text[start + len(core) :]


def _tidy(line: Spans) -> Spans:
    """A line without white space at its ends, what looks alike put together."""
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
        if style.image:  # two pictures in a row stay two
            out += alike
        else:
            out.append(style._replace(text="".join(span.text for span in alike)))
    return out
