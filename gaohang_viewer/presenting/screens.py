"""Decides which screen each window of a show goes to, and names screens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from PySide6.QtGui import QScreen

S = TypeVar("S")


class ConsoleMode(Enum):
    """Whether speakers get a console."""

    AUTO = "auto"  # if there is a screen for it
    ALWAYS = "always"
    NEVER = "never"

    @classmethod
    def from_setting(cls, value: str) -> ConsoleMode:
        """The mode of this name; AUTO for an unknown one."""
        return next((mode for mode in cls if mode.value == value), cls.AUTO)


@dataclass(frozen=True, slots=True)
class Arrangement(Generic[S]):
    """Where the windows of a show are. `full` says that the audience's is in full screen; `console` is None
    without a console."""

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
    """Decides where the windows go on these screens, the primary one first, as Qt lists them.

    The audience window goes to the `chosen` screen, else to the projector: the first screen other than
    `home`, the main window's. Screens not in the list are ignored. `window` asks for plain windows on one
    screen, as in a video meeting.
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
    """The screens that show different things: of mirrored screens only the first."""
    seen: dict[tuple[int, int, int, int], QScreen] = {}
    for screen in screens:
        seen.setdefault(screen.geometry().getRect(), screen)  # type: ignore[arg-type]
    return list(seen.values())


def screen_key(screen: QScreen) -> str:
    """The identity of a screen in the settings: its make and serial number, else its connector."""
    return (
        " ".join(filter(None, (screen.manufacturer(), screen.model(), screen.serialNumber())))
        or screen.name()
    )


def screen_name(screen: QScreen, number: int) -> str:
    """The name of a screen for people: its number, make and size in pixels."""
    size, ratio = screen.size(), screen.devicePixelRatio()
    make = " ".join(dict.fromkeys(f"{screen.manufacturer()} {screen.model()}".split())) or screen.name()
    return f"{number} · {make} {round(size.width() * ratio)}×{round(size.height() * ratio)}"
