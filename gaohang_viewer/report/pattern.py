"""Regular expressions that are compiled when first used: some take a millisecond, and a start uses few."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    import re

_USES = ("match", "fullmatch", "search", "finditer", "findall", "split", "sub", "subn")


def pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """As `re.compile`, later. What is used of it stays at hand, so that later uses cost nothing more."""
    return cast("re.Pattern[str]", _Later(source, flags))


class _Later:
    """Has no attribute of a pattern until one is asked for, and then has them all."""

    def __init__(self, source: str, flags: int) -> None:
        self._wanted = (source, flags)

    def __getattr__(self, name: str) -> Any:
        import re

        if name.startswith("__"):  # copy and the like ask
            raise AttributeError(name)
        compiled = re.compile(*self._wanted)
        self.__dict__.update({use: getattr(compiled, use) for use in _USES})
        return getattr(compiled, name)
