"""The formatted text of a paragraph, and its conversion to plain text and Markdown."""

from __future__ import annotations

from itertools import groupby, pairwise
from typing import NamedTuple

from gaohang_viewer.loading.scripts import Script, scripted
from gaohang_viewer.report.draft import escaped


class Span(NamedTuple):
    """Text in one format. `link` is a safe address, `image` that of a picture which `text` describes.

    `struck` is text that is struck out. `lines_of` resolves `script`, a superscript or subscript.
    """

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""
    image: str = ""
    struck: bool = False
    script: Script = Script.BASE


Spans = list[Span]
BREAK = Span("\n")


def text_of(spans: Spans) -> str:
    """Returns the plain text, without what is struck out."""
    return "".join(span.text for span in spans if not span.struck)


def struck_text(spans: Spans) -> str:
    """Returns the text that is struck out."""
    return "".join(span.text for span in spans if span.struck).strip()


def lines_of(spans: Spans) -> list[Spans]:
    """Splits spans at line breaks; strips white space, omits empty lines, and resolves scripts."""
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
    if not any(span.bold or span.italic or span.link or span.image or span.struck for span in spans):
        return ""
    # Adjacent signs of bold and italic are ambiguous: where they touch, italic is dropped
    touching = any(_emphasis(one) and _emphasis(other) for one, other in pairwise(spans))
    if touching:
        spans = _merged([span._replace(italic=False) for span in spans])
    return "".join(
        _struck(list(some)) if struck else "".join(map(_marked, some))
        for struck, some in groupby(spans, lambda span: span.struck)
    )


def _struck(spans: Spans) -> str:
    """Returns struck-out spans as Markdown."""
    return f"~~{''.join(map(_marked, spans))}~~"


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
    if any(span.script for span in line):
        line = _merged(
            [span._replace(text=scripted(span.text, span.script), script=Script.BASE) for span in line]
        )
    if any(span.struck for span in line):
        line = _merged([part for span in line for part in _without_struck_ends(span)])
    while line and not line[0].text.strip():
        line.pop(0)
    while line and not line[-1].text.strip():
        line.pop()
    if line:
        line[0] = line[0]._replace(text=line[0].text.lstrip())
        line[-1] = line[-1]._replace(text=line[-1].text.rstrip())
    return line


def _without_struck_ends(span: Span) -> Spans:
    """Splits white space off the ends of a struck-out span, as it cannot be struck out in Markdown."""
    core = span.text.strip()
    if not span.struck or span.text == core:
        return [span]
    if not core:
        return [span._replace(struck=False)]
    before, after = span.text.split(core, 1)
    ends = span._replace(struck=False)
    return [ends._replace(text=before), span._replace(text=core), ends._replace(text=after)]


def _merged(line: Spans) -> Spans:
    out: Spans = []
    for style, alike in groupby((span for span in line if span.text), lambda span: span._replace(text="")):
        if style.image:  # two adjacent pictures stay two
            out += alike
        else:
            out.append(style._replace(text="".join(span.text for span in alike)))
    return out
