"""Reads the fields of a form: check boxes and drop-down lists (ECMA-376-1, 17.16.17)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gaohang_viewer.loading.word.xml import attribute, child, full, switched, value, whole

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_MOST_ENTRIES = 1_000


def form_value(start: Element) -> str | None:
    """Returns what a field shows that a `w:fldChar` starts: ☑ or □, or the chosen entry of a list.

    Returns None for other fields; that of a text box stands in its result.
    """
    data = child(start, "w:ffData")
    box, entries = child(data, "w:checkBox"), child(data, "w:ddList")
    if box is not None:
        checked = switched(child(box, "w:checked"))
        return "☑" if (switched(child(box, "w:default")) if checked is None else checked) else "□"
    if entries is not None:
        texts = [attribute(entry, "w:val") for entry in entries.iterfind(full("w:listEntry"))]
        chosen = value(entries, "w:result") or value(entries, "w:default")
        at = whole(chosen, 0, _MOST_ENTRIES) or 0
        return texts[at] if at < len(texts) else ""
    return None
