"""The widgets that show the open report in the main window."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from gaohang_viewer.reading.text.text_style import TextStyle
from gaohang_viewer.storage.settings import Settings

if TYPE_CHECKING:
    from gaohang_viewer.reading.breadcrumb import Breadcrumb
    from gaohang_viewer.reading.outline.outline_pane import OutlinePane
    from gaohang_viewer.reading.search.find_bar import FindBar
    from gaohang_viewer.reading.text.text_pane import TextPane
    from gaohang_viewer.ui.theme import Fonts, Theme

TEXT_SETTINGS = frozenset(
    setting.key
    for setting in (
        Settings.full_width,
        Settings.zoom,
        Settings.spacing,
        Settings.rate,
        Settings.times,
        Settings.mark_figures,
        Settings.face,
    )
)


class Views(NamedTuple):
    """The outline, the path to the reader's section, the text, and the search field."""

    navigator: OutlinePane
    breadcrumb: Breadcrumb
    pane: TextPane
    find_bar: FindBar

    def apply_theme(self, theme: Theme, fonts: Fonts, settings: Settings) -> None:
        """Applies the theme, and the settings among `TEXT_SETTINGS`."""
        wide, rate = settings.full_width, settings.rate if settings.times else 0
        self.find_bar.apply_theme(theme)
        self.navigator.apply_theme(theme, fonts, wide=wide, rate=rate)
        text_fonts = fonts.with_typeface(settings.face)
        self.pane.apply_theme(TextStyle(theme, text_fonts, settings.zoom, settings.spacing, wide))
        self.pane.highlights.set_figures_shown(wanted=settings.mark_figures)
        self.breadcrumb.apply_theme(theme, wide=wide)
