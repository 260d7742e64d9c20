"""Writes superscripts and subscripts as plain text: 10⁸, CO₂, x^Q, C_总."""

from __future__ import annotations

import re
from enum import IntEnum


class Script(IntEnum):
    """The vertical position of some text."""

    BASE = 0
    SUPER = 1
    SUB = -1


_SUPER = str.maketrans(
    "0123456789+-−=()（）abcdefghijklmnoprstuvwxyz",
    "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ",
)
_SUB = str.maketrans("0123456789+-−=()（）aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ")
# The mark of a note, a sign such as ® or ′, or a superscript character: it is read without its position
_SIGN = re.compile(r"\s*(?:[\[［〔【(（]?(?:注|\*)?[①-⑳\d]{0,3}[\]］〕】)）]|[①-⑳]+|注\d*|\W+)\s*")


def scripted(text: str, script: Script) -> str:
    """Returns a superscript or subscript in Unicode characters, else after ^ or _, in brackets if long."""
    core = text.strip()
    if not script or not core:
        return text
    raised = core.translate(_SUPER if script is Script.SUPER else _SUB)
    if not any(one == other for one, other in zip(core, raised, strict=True)):
        return text.replace(core, raised)
    if _SIGN.fullmatch(core) or any(sign in core for sign in "⁰¹²³⁴⁵⁶⁷⁸⁹"):
        return text
    sign = "^" if script is Script.SUPER else "_"
    return text.replace(core, f"{sign}({core})" if len(core) > 1 else sign + core)
