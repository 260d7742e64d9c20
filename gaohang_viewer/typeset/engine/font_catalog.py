"""Finds the fonts of this machine for Typst, once, and loads them in advance."""

from __future__ import annotations

from contextlib import suppress
from functools import lru_cache
from threading import Lock, Thread
from typing import TYPE_CHECKING, Any

from gaohang_viewer.typeset.engine import fonts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from typst import Fonts

_one_at_a_time = Lock()


def known(system: bool) -> Fonts:
    """Returns all fonts: those of the system, if wanted, and the bundled one. They are found once."""
    with _one_at_a_time:
        return _found(system)


def chains(known: Fonts) -> dict[str, Any]:
    """Returns the installed families of each role, because unknown ones cost Typst time and give warnings."""
    present = {family.lower() for family in known.families()}

    def chain(*families: str) -> list[Any]:
        found: list[Any] = []
        for family in families:
            if family.lower() in present:
                if family in fonts.POOR_LATIN and not found:
                    found.append({"name": fonts.LATIN, "covers": "latin-in-cjk"})
                found.append(family)
        return found

    serif = chain(*fonts.SERIF)
    official = {name: chain(*role.families, *role.otherwise) for name, role in fonts.ROLES.items()}
    return official | {
        "serif": serif,
        "sans": chain(*fonts.SANS),
        "display": chain(*fonts.DISPLAY),
        "kai": chain(*fonts.KAI) + serif,
        "hasKai": bool(chain(*fonts.KAI)),
        "mono": chain(*fonts.MONO, *fonts.SANS),
    }


def families(chains: Mapping[str, Any]) -> dict[str, str]:
    """Returns the family of each role, except those for Latin letters alone."""
    firsts = {
        role: [face for face in chain if isinstance(face, str)][:1]
        for role, chain in chains.items()
        if isinstance(chain, list)
    }
    return {role: first[0] for role, first in firsts.items() if first}


# The roles and weights of the fonts that set most of a report
_OF_TEXT = (("serif", "regular"), ("display", "bold"), ("sans", "semibold"))
_OFFICIAL = (("title", "bold"), ("body", "regular"), ("hei", "regular"), ("kaiti", "regular"))


def read_ahead(*, official: bool = False) -> None:
    """Starts to find and load fonts in the background: large files that Typst reads completely."""
    Thread(target=_read, args=(_OFFICIAL if official else _OF_TEXT,), daemon=True).start()


def _read(wanted: tuple[tuple[str, str], ...]) -> None:
    there = known(True)
    names = families(chains(there))
    for role, weight in wanted:
        if role in names:
            sample = f'#text(font: "{names[role]}", weight: "{weight}")[一]'
            Thread(target=_set, args=(sample, there), daemon=True).start()


def _set(sample: str, known: Fonts) -> None:
    import typst

    # A failure occurs again, and is reported, when pages are typeset
    with suppress(typst.TypstError, RuntimeError):
        typst.Compiler(sample.encode(), font_paths=known).compile(format="svg")


@lru_cache(maxsize=2)
def _found(system: bool) -> Fonts:
    import typst

    try:
        folders = [fonts.fallback_font().parent]
    except FileNotFoundError:  # then only system fonts are available
        folders = []
    return typst.Fonts(include_system_fonts=system, font_paths=folders)
