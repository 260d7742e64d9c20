"""On which screens a show's windows belong, and what screens are called."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from PySide6.QtGui import QScreen

S = TypeVar("S")


class ConsoleMode(Enum):
    """Whether the speaker has a console of his own."""

    AUTO = "auto"  # where there is a screen for it
    ALWAYS = "always"
    NEVER = "never"

    @classmethod
    def from_setting(cls, value: str) -> ConsoleMode:
        """The mode of this name; AUTO for one that there is not."""
        return next((mode for mode in cls if mode.value == value), cls.AUTO)


@dataclass(frozen=True, slots=True)
class Arrangement(Generic[S]):
    """Where the windows of a show are. The audience's is in full screen or a plain window; `console` is None
    where the speaker has none of his own."""

    audience: S
    full: bool
    console: S | None


def arrange(
    screens: Sequence[S],
    home: S | None,
    chosen: S | None = None,
    console: ConsoleMode = ConsoleMode.AUTO,
    *,
    window: bool = False,
) -> Arrangement[S]:
    """Where the windows go on these screens, which come as Qt lists them, the primary one first.

    The audience's belongs on the screen that was `chosen`, else on the projector: the first one other than
    `home`, where the main window is. A screen that has been unplugged is no screen any more. `window` is
    wanted where both windows shall be on one screen, as in a video meeting.
    """
    own_screen = next((screen for screen in screens if screen == home), screens[0])
    projector = next((screen for screen in screens if screen != own_screen), own_screen)
    audience = next((screen for screen in screens if screen == chosen), projector)
    others = [screen for screen in screens if screen != audience]
    own = own_screen if own_screen in others else next(iter(others), None)
    if console is ConsoleMode.NEVER or (console is ConsoleMode.AUTO and own is None and not window):
        return Arrangement(audience, not window, None)
    if own is None:
        return Arrangement(audience, full=False, console=audience)
    return Arrangement(own_screen if window and chosen is None else audience, not window, own)


def distinct_screens(screens: Sequence[QScreen]) -> list[QScreen]:
    """The screens that show different things: of those that mirror each other only the first."""
    seen: dict[tuple[int, int, int, int], QScreen] = {}
    for screen in screens:
        seen.setdefault(screen.geometry().getRect(), screen)  # type: ignore[arg-type]
    return list(seen.values())


def screen_key(screen: QScreen) -> str:
    """What a screen is remembered by: its make and number, or else where it is plugged in."""
    return (
        " ".join(filter(None, (screen.manufacturer(), screen.model(), screen.serialNumber())))
        or screen.name()
    )


def screen_name(screen: QScreen, number: int) -> str:
    """What people call a screen: its number, its make, its size in pixels."""
    size, ratio = screen.size(), screen.devicePixelRatio()
    make = " ".join(dict.fromkeys(f"{screen.manufacturer()} {screen.model()}".split())) or screen.name()
    return f"{number} · {make} {round(size.width() * ratio)}×{round(size.height() * ratio)}"
