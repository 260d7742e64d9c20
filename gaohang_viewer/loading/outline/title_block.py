"""Reads the title block: title, subtitle, occasion (在…会议上), speaker, date."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gaohang_viewer.loading.outline.boilerplate import is_boilerplate
from gaohang_viewer.loading.outline.line import Line, is_chapter, is_headline, is_salutation
from gaohang_viewer.loading.outline.table_of_contents import is_contents
from gaohang_viewer.loading.outline.title_lines import (
    DASHES,
    begins_occasion,
    is_caption,
    is_name,
    is_office,
    label_of,
    names_a_document,
    parts_of,
    plain,
    prefix_length,
    role_of,
    title_parts,
)
from gaohang_viewer.report.draft import PieceRole
from gaohang_viewer.report.heading_mark import MarkStyle

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gaohang_viewer.report.draft import Piece

_ISSUER = ("厅", "府", "会", "局", "部", "院", "委")
_SPACED = re.compile(r"\S(?:\s+\S)+$")  # 政 府 工 作 报 告
_LONGEST_SPACED = 12
_CRUMB = re.compile(r"[>|×】/·»›]+$")  # between the links of a page
_SHORTEST_TITLE = 7  # 中华人民共和国, on a line of its own
_LONGEST_LABEL = 8  # characters of what a page puts before a colon; more address somebody
_LONGEST_TITLE = 60
_LONGEST_UNNAMED = 40  # of a title that does not say what kind of document it is
_LONGEST_FACT = 160
_LONGEST_HEAD = 60  # lines that a title block and a page's head can take
_IMPRINT = re.compile(r"[（(].*(?:[编编译]?著|主编|编写|出版社?).*[）)]")
_NEXT = 2  # lines from the title to a subtitle
_NEAR = 8  # lines from the title to the salutation
_REPEATED = 12  # characters that a page's summary has in common with the text
_LONGEST_FRONT = 100  # characters of a line that may hold two parts
_FRONT = frozenset(
    (
        PieceRole.TITLE,
        PieceRole.SUBTITLE,
        PieceRole.EDITION,
        PieceRole.OCCASION,
        PieceRole.SPEAKER,
        PieceRole.DATE,
        PieceRole.NUMBER,
    )
)


def split_front(piece: Piece) -> Iterator[Piece]:
    """The parts of a line near the beginning that holds two parts of a title block.

    What a file styles as a subtitle is no subtitle if its words show another role.
    """
    may_be_front = piece.role in (PieceRole.TEXT, PieceRole.SUBTITLE) and len(piece.text) <= _LONGEST_FRONT
    parts = parts_of(piece.text) if may_be_front else []
    if piece.role is PieceRole.SUBTITLE and (len(parts) > 1 or role_of(piece.text) or is_office(piece.text)):
        piece = piece._replace(role=PieceRole.TEXT)
    if len(parts) < 2:
        yield piece
        return
    for number, part in enumerate(parts):
        yield piece._replace(text=part, markdown="", part=piece.part + number)


def mark_heading_as_title(lines: list[Line]) -> None:
    """Gives the role TITLE to the only heading of the file above several chapters."""
    front = lines[: _NEXT + 1]
    at = next((at for at, line in enumerate(front) if line.role is PieceRole.HEADING), -1)
    if at < 0 or lines[at].mark is not None:
        return
    others = [line for line in lines[at + 1 :] if line.role is PieceRole.HEADING]
    numbered = any(
        line.role is PieceRole.TEXT
        and line.mark is not None
        and line.title > 0
        and line.mark.style in (MarkStyle.VOLUME, MarkStyle.CHAPTER, MarkStyle.HAN)
        for line in lines[at + 1 :]
    )
    titled = any(line.role is PieceRole.TITLE for line in front[:at])
    chapters = min((line.level for line in others), default=0)
    styled = not titled and sum(line.level == chapters for line in others) > 1
    if (numbered or styled) and all(line.level > lines[at].level for line in others):
        lines[at].role = PieceRole.TITLE


def mark_title_block(lines: list[Line], end: int, title: str) -> int:
    """Gives the lines above the text their roles; `title` is the one that the file names elsewhere.

    Returns where the text begins.
    """
    start = _head(lines, end)
    _title_block(lines[:start], title)
    return start


def _head(lines: list[Line], end: int) -> int:
    """Where the report itself begins: its salutation, its first heading or its first paragraph."""
    first = lines[: min(end, _LONGEST_HEAD)]
    salutation = next((at for at, line in enumerate(first) if is_salutation(line.text)), 0)
    above = first[max(salutation - _NEAR, 0) : salutation]
    block = any(role_of(line.text) or names_a_document(line.text) for line in above)
    if block and not any(_begins_text(line) or is_contents(line.text) for line in first[:salutation]):
        return salutation
    for at, line in enumerate(first):
        text = line.text
        if line.role in _FRONT or line.role is PieceRole.DEBRIS or _is_frame(line):
            continue
        if line.role is not PieceRole.TEXT or is_salutation(text) or is_contents(text) or _begins_text(line):
            return at
        if is_chapter(text) and any(role_of(before.text) for before in first[:at]):
            return at
        if not _belongs_to_head(text) and not _is_repeated(lines, at):
            return at
    return 0


def _begins_text(line: Line) -> bool:
    """Whether a line is the first heading of the text."""
    return (
        line.mark is not None
        and line.title > 0
        and (line.mark.sure or line.mark.style in (MarkStyle.HAN, MarkStyle.ARABIC))
    )


def _is_frame(line: Line) -> bool:
    """Whether a block of Markdown stands above a title: a quotation, a rule, a picture."""
    return line.role is PieceRole.MARKDOWN and line.text.startswith((">", "---", "***", "<!--", "!["))


def _belongs_to_head(text: str) -> bool:
    """Whether a line can stand in a title block or at the top of a web page."""
    addressed = text.endswith(("：", ":")) and len(text) > _LONGEST_LABEL
    if len(text) <= _LONGEST_TITLE and not (addressed or text.endswith(("。", "；", "，", "."))):
        return text.count("，") < 2
    if len(text) > _LONGEST_FACT:
        return False
    return is_boilerplate(text) or label_of(text)[0] > 0 or role_of(text) is not None


def _is_repeated(lines: list[Line], at: int) -> bool:
    """Whether a long line is the page's summary: what it says begins again right below it."""
    words = plain(lines[at].text)
    start = words[:_REPEATED]
    below = [plain(line.text) for line in lines[at + 1 : at + 4]]
    return any(text.startswith(start) or (len(text) > 4 and words.startswith(text)) for text in below)


def _title_block(head: list[Line], title: str) -> None:
    candidates: list[int] = []
    seen: set[str] = set()
    labelled: Line | None = None  # 标题：…
    for at, line in enumerate(head):
        text = line.text
        words = plain(text).lstrip("".join(DASHES))
        if line.role is not PieceRole.TEXT:
            seen.add(words)
            continue
        line.label, labelled_role = label_of(text)
        if line.label:
            line.role = PieceRole.DEBRIS
            if labelled_role is PieceRole.TITLE:
                labelled = line
            elif labelled_role is not None:
                line.role = labelled_role
                seen.add(plain(text[line.label :]))
        elif words in seen or _is_page(head, at) or (len(text) > _LONGEST_TITLE and _is_repeated(head, at)):
            line.role = PieceRole.DEBRIS
        elif role := role_of(text):
            _set_front(head, at, role, candidates)
            seen.add(words)
        elif is_office(text) and (at + 1 == len(head) or is_name(head[at + 1].text, sure=True)):
            for part in head[at : at + 2]:
                part.role = PieceRole.SPEAKER
        elif _is_speaker(head, at) and (title or candidates or seen):
            line.role = PieceRole.SPEAKER
        elif len(text) <= _LONGEST_TITLE:
            candidates.append(at)
            seen.add(words)
    _choose_title(head, candidates, labelled, plain(title))


def _is_speaker(head: list[Line], at: int) -> bool:
    """Whether a line is the speaker's name alone: below the occasion or the date, or above the text."""
    follows = at > 0 and head[at - 1].role in (PieceRole.OCCASION, PieceRole.DATE)
    return (follows or at >= len(head) - _NEXT) and is_name(
        head[at].text, sure=follows and at == len(head) - 1
    )


def _is_page(head: list[Line], at: int) -> bool:
    """Whether a line belongs to the page around the text: a label, a link between others, a caption."""
    text = head[at].text
    if is_boilerplate(text) or is_caption(text) or text.count(" / ") > 1:
        return True
    before = at > 0 and _CRUMB.match(head[at - 1].text) is not None
    after = at + 1 < len(head) and _CRUMB.match(head[at + 1].text) is not None
    if before and not after and names_a_document(text):  # the page's own title, unless it comes again
        return any(names_a_document(line.text) for line in head[at + 1 :])
    return before or after


def _set_front(head: list[Line], at: int, role: PieceRole, candidates: list[int]) -> None:
    """Gives a line its role; an occasion may have begun on the line above."""
    line = head[at]
    line.role = role
    above = role is PieceRole.OCCASION and candidates[-1:] == [at - 1]
    if above and begins_occasion(head[at - 1].text):
        candidates.pop()
        head[at - 1].role = PieceRole.OCCASION
    if role is not PieceRole.OCCASION and ("?" in line.text or "？" in line.text):
        line.set_text(plain(line.text))


def _choose_title(head: list[Line], candidates: list[int], labelled: Line | None, given: str) -> None:
    """Which line is the title, and what the others are.

    The line above the occasion and the speaker that names a document is the title, or the fullest one that
    does. What the file says elsewhere counts where no line does, and so does what stands behind 标题：.
    """
    given = plain(title_parts(given)["title"]) if given else ""
    styled = next((at for at, line in enumerate(head) if line.piece.role is PieceRole.TITLE), None)
    chosen = _title_line(head, candidates, named=bool(given or labelled)) if styled is None else styled
    if labelled is not None:
        if chosen is None:
            labelled.role = PieceRole.TITLE
        given = given or plain(labelled.text[labelled.label :])
    whole = plain(head[chosen].text) if chosen is not None else given
    if chosen is not None:
        head[chosen].role = PieceRole.TITLE
        head[chosen].label = prefix_length(head[chosen].text)
        if _SPACED.match(head[chosen].text) and len(whole) <= _LONGEST_SPACED:
            head[chosen].set_text(whole)
        for line in head[:chosen]:  # a page's own title, shorter than what the text prints
            if line.role is PieceRole.TITLE and plain(line.text) in whole:
                line.role = PieceRole.DEBRIS
    for at in candidates:
        words = plain(head[at].text)
        if at == chosen:
            continue
        if words in whole or words in given:
            head[at].role = PieceRole.DEBRIS
        else:
            above = styled is not None and at < styled  # the file says where the title begins
            head[at].role = PieceRole.TEXT if above else _role_beside(head, at, chosen)


def _role_beside(head: list[Line], at: int, title: int | None) -> PieceRole:
    """The role of a line that is not the title and whose words do not show a role."""
    line = head[at]
    words = plain(line.text)
    # Markup, an addressee, or who wrote and published it
    if line.text.startswith("<") or line.text.endswith(("：", ":")) or _IMPRINT.fullmatch(line.text):
        return PieceRole.TEXT
    if title is None or at > title:
        near = _precedes_front(head, at) if title is None else at - title <= _NEXT
        return PieceRole.SUBTITLE if near or line.text.startswith(DASHES) else PieceRole.TEXT
    if _has_links(head):
        return PieceRole.DEBRIS
    if words.endswith(_ISSUER):
        return PieceRole.SUBTITLE
    if at == title - 1 and len(words) >= _SHORTEST_TITLE:
        return PieceRole.TITLE  # its first line
    return PieceRole.DEBRIS


def _title_line(head: list[Line], candidates: list[int], *, named: bool) -> int | None:
    """The line that is the title; None if there is none, as when a title is `named` elsewhere."""
    documents = [at for at in candidates if names_a_document(head[at].text)]
    above = [at for at in documents if _precedes_front(head, at)]
    if above:
        at = above[-1]
        two = at - 1 in documents and plain(head[at - 1].text) not in plain(head[at].text)
        return at - 1 if two else at  # the second of two is a subtitle
    if documents:
        return max(documents, key=lambda at: len(plain(head[at].text)))
    if named:
        return None
    for at in candidates[:3]:
        text = head[at].text
        if is_headline(text) and "，" not in text and len(text) <= _LONGEST_UNNAMED and not is_chapter(text):
            return at
    return None


def _precedes_front(head: list[Line], at: int) -> bool:
    """Whether the occasion, the speaker or the date stand right below a line."""
    below = head[at + 1 : at + 3]
    return any(line.role in _FRONT and line.role is not PieceRole.TITLE for line in below)


def _has_links(head: list[Line]) -> bool:
    """Whether the head of a web page stands above the text."""
    return sum(line.role is PieceRole.DEBRIS for line in head) > 2
