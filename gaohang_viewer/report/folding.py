"""Folds text to the form in which it is compared: width, case, script and white space make no difference.

Everything goes character by character, so that a place in the folded text is one in the text, and the
folded parts of a text joined are the folded text. `resources/folding/simplified.txt` holds what a traditional
character is in simplified script: in its first line the characters that OpenCC's t2s changes when they stand
alone, in its second what each becomes.
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
    """The text as it is compared."""
    folded = "".join(text.split())
    if folded.isascii():
        return folded.lower()
    for character in set(folded):  # a text has few that change, and replacing them is quicker than a table
        if (form := _form(character)) != character:
            folded = folded.replace(character, form)
    return folded


def fold_with_places(text: str) -> tuple[str, Sequence[int]]:
    """The same, and for each folded character the index in the text that it came from."""
    forms = [_form(character) for character in text]
    if all(len(form) == 1 for form in forms):
        return "".join(forms), range(len(forms))
    return "".join(forms), [at for at, form in enumerate(forms) for _ in form]


def places(text: str, query: str) -> list[tuple[int, int]]:
    """Where a query, already folded, begins and ends in a text; hits do not overlap."""
    if not query or query not in fold(text):
        return []
    folded, origin = fold_with_places(text)
    found: list[tuple[int, int]] = []
    at = folded.find(query)
    while at >= 0:
        after = at + len(query)
        found.append((origin[at], origin[after - 1] + 1))
        at = folded.find(query, after)
    return found


@cache
def _form(character: str) -> str:
    """What a character is compared as; folding that again changes nothing."""
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
