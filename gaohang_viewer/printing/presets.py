"""The user's preferences for paper, stored as text: the options of each form, and named presets."""

from __future__ import annotations

import json
from typing import Any, NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP

from gaohang_viewer.typeset.paper_options import Form, PaperOptions, plain

_KEPT = (
    *("contents", "cover", "header", "footer", "watermark", "figures", "two_sided"),
    *("issuer", "date", "spare_ink"),
)  # the range of pages is of one report alone

BUILT_IN: tuple[tuple[Any, PaperOptions], ...] = (
    (QT_TRANSLATE_NOOP("printing", "Meeting document"), plain(Form.OFFICIAL)),
    (
        QT_TRANSLATE_NOOP("printing", "Draft for comment"),
        plain(Form.OFFICIAL)._replace(watermark="征求意见稿"),
    ),
    (QT_TRANSLATE_NOOP("printing", "Speaker's script"), plain(Form.SCRIPT)),
    (QT_TRANSLATE_NOOP("printing", "Handout with lines for notes"), plain(Form.HANDOUT3)),
    (
        QT_TRANSLATE_NOOP("printing", "Reading layout with all key figures"),
        plain(Form.READING)._replace(figures=True),
    ),
)
"""Names in English, to be translated, and what they stand for."""


class PaperPreferences(NamedTuple):
    """The form that was used last, the changed options of forms, and the user's presets."""

    form: Form = Form.READING
    options: tuple[PaperOptions, ...] = ()
    presets: tuple[tuple[str, PaperOptions], ...] = ()

    def of(self, form: Form) -> PaperOptions:
        """The last options of a form, or its defaults."""
        return next((options for options in self.options if options.form is form), plain(form))

    def with_options(self, options: PaperOptions) -> PaperPreferences:
        """With these options as the last ones of their form, without the range of pages."""
        others = tuple(known for known in self.options if known.form is not options.form)
        return self._replace(form=options.form, options=(*others, options._replace(first=0, last=0)))

    def with_preset(self, name: str, options: PaperOptions) -> PaperPreferences:
        """With a preset of this name, which replaces an older one."""
        return self._replace(presets=(*self.without(name).presets, (name, options)))

    def without(self, name: str) -> PaperPreferences:
        """Without the preset of this name."""
        return self._replace(presets=tuple(preset for preset in self.presets if preset[0] != name))

    def to_text(self) -> str:
        """The preferences as JSON."""
        values = {
            "form": self.form.value,
            "options": [_values(options) for options in self.options],
            "presets": [[name, _values(options)] for name, options in self.presets],
        }
        return json.dumps(values, ensure_ascii=False)

    @classmethod
    def from_text(cls, text: str) -> PaperPreferences:
        """The preferences from `to_text`; the defaults if the text is damaged."""
        try:
            values = json.loads(text)
            options = tuple(_options(each) for each in values["options"])
            presets = tuple((str(name), _options(each)) for name, each in values["presets"])
            return cls(Form(values["form"]), options, presets)
        except (ValueError, KeyError, TypeError, RecursionError):  # of an earlier version, or damaged by hand
            return cls()


def _values(options: PaperOptions) -> dict[str, Any]:
    return {"form": options.form.value, **{name: getattr(options, name) for name in _KEPT}}


def _options(values: dict[str, Any]) -> PaperOptions:
    usual = plain(Form(values["form"]))
    known = {name: values[name] for name in _KEPT if isinstance(values.get(name), type(getattr(usual, name)))}
    return usual._replace(**known)
