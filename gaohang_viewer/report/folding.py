"""Folds text for comparison: differences of width, case, script and white space vanish.

Folding works character by character, so that positions can be mapped back and the parts of a text can be
folded one by one. `resources/folding/simplified.txt` maps traditional characters to simplified ones: its
first line has the characters that OpenCC's t2s converts when they stand alone, its second line the results.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from gaohang_viewer.resources import resource

if TYPE_CHECKING:
    from collections.abc import Sequence

_QUOTES = {**dict.fromkeys("“”„‟〝〞＂", '"'), **dict.fromkeys("‘’‚‛＇", "'")}


def fold(text: str) -> str:
    """Returns the folded text."""
    folded = "".join(text.split())
    if folded.isascii():
        return folded.lower()
    for character in set(folded):  # few change, and `replace` is faster than `translate`
        if (form := _form(character)) != character:
            folded = folded.replace(character, form)
    return folded


def fold_with_positions(text: str) -> tuple[str, Sequence[int]]:
    """Returns the folded text and, for each of its characters, the index in `text` that it came from."""
    forms = [_form(character) for character in text]
    if all(len(form) == 1 for form in forms):
        return "".join(forms), range(len(forms))
    return "".join(forms), [at for at, form in enumerate(forms) for _ in form]


def occurrences(text: str, query: str) -> list[tuple[int, int]]:
    """Returns start and end of each occurrence of a folded query in a text; they do not overlap."""
    if not query or query not in fold(text):
        return []
    folded, origin = fold_with_positions(text)
    found: list[tuple[int, int]] = []
    at = folded.find(query)
    while at >= 0:
        after = at + len(query)
        found.append((origin[at], origin[after - 1] + 1))
        at = folded.find(query, after)
    return found


@cache
def _form(character: str) -> str:
    """Returns the folded form of a character; folding it again changes nothing."""
    if character.isspace() or unicodedata.category(character) == "Cf":
        return ""
    form, before = character, ""
    while form != before:
        before = form
        form = unicodedata.normalize("NFKC", form.lower())
        form = "".join(
            _simplified().get(each, _QUOTES.get(each, each)) for each in form if not each.isspace()
        )
    return form


@cache
def _simplified() -> dict[str, str]:
    old, new = resource("folding", "simplified.txt").read_text("utf-8").splitlines()
    return dict(zip(old, new, strict=True))
