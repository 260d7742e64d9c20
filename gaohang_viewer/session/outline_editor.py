"""Edits the outline of the open report, with undo and redo, and remembers the edits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from gaohang_viewer.report.draft import Draft
from gaohang_viewer.session.position import Position

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from PySide6.QtWidgets import QMenu

    from gaohang_viewer.report.model import Report
    from gaohang_viewer.report.outline_edits import EditKind, OutlineEdit
    from gaohang_viewer.report.piece_refs import PieceRef
    from gaohang_viewer.session.reader import Reader
    from gaohang_viewer.storage.memory import Memory

_KEPT = "mends"  # the folder of state files with edits; its name is that of the first version


class OutlineEditor(QObject):
    """Holds the draft of the open report and the edits made to it."""

    changed = Signal()
    message = Signal(str)  # why an edit was not made, for the status bar

    def __init__(self, reader: Reader, memory: Memory) -> None:
        super().__init__()
        self._reader = reader
        self._memory = memory
        self._drafts = [Draft((), "")]  # as the file was read, and after each step
        self._steps: list[tuple[OutlineEdit, ...]] = []  # edits that are undone together
        self._undone: list[tuple[tuple[OutlineEdit, ...], Draft]] = []

    @property
    def draft(self) -> Draft:
        """The draft with all edits."""
        return self._drafts[-1]

    @property
    def unedited(self) -> Draft:
        """The draft as the file was read."""
        return self._drafts[0]

    @property
    def can_undo(self) -> bool:
        """Whether there is an edit to undo."""
        return bool(self._steps)

    @property
    def can_redo(self) -> bool:
        """Whether there is an undone edit."""
        return bool(self._undone)

    def set_draft(self, draft: Draft) -> Report | None:
        """Replaces the draft by that of another file and applies the edits remembered for it.

        Returns the edited report, or None if there are no edits.
        """
        self._drafts, self._steps, self._undone = [draft], [], []
        kept = self._memory.kept(_KEPT, draft.digest) if draft.digest else ""
        if not kept:
            self.changed.emit()
            return None
        from gaohang_viewer.report.outline_edits import from_json

        for step in from_json(kept):
            self._apply(step)
        self.changed.emit()
        return self.draft.report()

    def complete_draft(self, draft: Draft) -> Report | None:
        """Replaces the draft of a file's beginning by that of the whole file.

        The edits remembered for the file and those made of its beginning are applied. Returns the edited
        report, or None if there are none.
        """
        steps = self._steps
        report = self.set_draft(draft)
        return self._apply_again(steps) if steps else report

    def update_draft(self, draft: Draft) -> Report:
        """Replaces the draft by one of the same file, changed on disk; returns the report with the edits
        applied again."""
        steps = self._steps
        self._drafts, self._steps, self._undone = [draft], [], []
        return self._apply_again(steps)

    def edit_sections(self, kind: str, sections: Sequence[int]) -> None:
        """Edits the headlines of some sections in one step; `kind` is a value of EditKind.

        Where a section is among them together with one above it, it moves with that one.
        """
        from gaohang_viewer.report.outline_edits import EditKind
        from gaohang_viewer.report.piece_refs import ref_of_section

        what, outline = EditKind(kind), self._reader.report.outline
        chosen = set(sections)
        if what is not EditKind.TEXT:
            chosen = {each for each in chosen if not chosen & set(outline.path(each)[:-1])}
        self.edit(what, *filter(None, (ref_of_section(self.draft, each) for each in sorted(chosen))))

    def edit_similar(self, kind: str) -> None:
        """Edits all headlines with the mark and the level of the reader's section in one step."""
        from gaohang_viewer.report.outline_review import similar

        section = self._reader.position.section
        if section >= 0:
            self.edit_sections(kind, similar(self._reader.report, section))

    def edit(self, kind: EditKind, *pieces: PieceRef) -> None:
        """Makes the same edit of some pieces in one step."""
        from gaohang_viewer.report.outline_edits import OutlineEdit

        self._make(OutlineEdit(kind, piece) for piece in pieces)

    def set_fields(self, texts: Mapping[str, str]) -> None:
        """Sets fields of the front page, by their keys in `model.FIELDS`, in one step."""
        from gaohang_viewer.report.outline_edits import field_edit

        self._make(field_edit(field, text) for field, text in texts.items())

    def set_headline(self, section: int, text: str) -> None:
        """Gives a section's headline, with its mark, another text."""
        from gaohang_viewer.report.outline_edits import headline_edit
        from gaohang_viewer.report.piece_refs import ref_of_section

        piece = ref_of_section(self.draft, section)
        if piece is not None:
            self._make([headline_edit(piece, text)])

    def undo(self) -> None:
        """Undoes the last step, if there is one."""
        if self._steps:
            self._undone.append((self._steps.pop(), self._drafts.pop()))
            self._revise()

    def redo(self) -> None:
        """Makes the step again that was undone last, if there is one."""
        if self._undone:
            step, draft = self._undone.pop()
            self._steps.append(step)
            self._drafts.append(draft)
            self._revise()

    def undo_all(self) -> None:
        """Undoes all steps; `redo` makes them again one by one."""
        while self._steps:
            self._undone.append((self._steps.pop(), self._drafts.pop()))
        self._revise()

    def put_back(self, line_no: int) -> None:
        """Turns a line that was left out into text. `line_no` counts the lines of the file from 1."""
        from gaohang_viewer.report.outline_edits import EditKind
        from gaohang_viewer.report.piece_refs import ref_of_line

        piece = ref_of_line(self.draft, line_no)
        if piece is not None:
            self.edit(EditKind.PUT_BACK, piece)

    def fill_menu(self, menu: QMenu, section: int, text: str, nth: int) -> None:
        """Adds the edits of a paragraph to its context menu.

        The paragraph is the one of `section` that has this text, or the nth (from 0) if several have it; an
        empty text means the section's headline.
        """
        from gaohang_viewer.report.outline_edits import EditKind
        from gaohang_viewer.report.piece_refs import ref_of_section, ref_of_words, refs_like

        piece = ref_of_words(self.draft, section, text, nth) if text else ref_of_section(self.draft, section)
        if piece is None:
            return
        menu.addSeparator()
        if text:
            self._add(
                menu,
                QCoreApplication.translate("mending", "Turn line into headline"),
                EditKind.HEADING,
                piece,
            )
            if len(alike := refs_like(self.draft, piece)) > 1:
                name = QCoreApplication.translate(
                    "mending", "Turn all {count} lines like this into headlines"
                )
                self._add(menu, name.replace("{count}", str(len(alike))), EditKind.HEADING, *alike)
        else:
            self._add(
                menu, QCoreApplication.translate("actions", "Turn headline into text"), EditKind.TEXT, piece
            )
        self._add(menu, QCoreApplication.translate("mending", "Join with next line"), EditKind.JOIN, piece)
        if text:
            leave_out = QCoreApplication.translate("mending", "Leave out line")
        else:
            leave_out = QCoreApplication.translate("actions", "Leave out section")
        self._add(menu, leave_out, EditKind.LEAVE_OUT, piece)
        fields = menu.addMenu(QCoreApplication.translate("mending", "Set line as"))
        for kind, name in (
            (EditKind.TITLE, QCoreApplication.translate("mending", "Report title")),
            (EditKind.SUBTITLE, QCoreApplication.translate("mending", "Subtitle")),
            (EditKind.OCCASION, QCoreApplication.translate("mending", "Occasion")),
            (EditKind.SPEAKER, QCoreApplication.translate("mending", "Speaker")),
            (EditKind.DATE, QCoreApplication.translate("mending", "Date")),
        ):
            self._add(fields, name, kind, piece)

    def _add(self, menu: QMenu, name: str, kind: EditKind, *pieces: PieceRef) -> None:
        menu.addAction(name).triggered.connect(lambda: self.edit(kind, *pieces))

    def _apply_again(self, steps: list[tuple[OutlineEdit, ...]]) -> Report:
        """Applies edits made of another version of the text and remembers them; returns the report."""
        from gaohang_viewer.report.outline_edits import relocated, to_json

        for step in steps:
            self._apply([relocated(self.draft, edit) for edit in step])
        if self._steps and self.draft.digest:
            self._memory.keep(_KEPT, self.draft.digest, to_json(self._steps))
        self.changed.emit()
        return self.draft.report()

    def _make(self, edits: Iterable[OutlineEdit]) -> None:
        """Makes edits in one step and shows the report, or emits `message` if they change nothing."""
        if self._apply(edits):
            self._undone = []
            self._revise()
        else:
            self.message.emit(QCoreApplication.translate("mending", "This command changes nothing here."))

    def _apply(self, edits: Iterable[OutlineEdit]) -> bool:
        """Adds a step; returns False if none of its edits changes anything."""
        from gaohang_viewer.report.outline_edits import with_continuous_levels, with_edit

        before = after = with_continuous_levels(self.draft) if len(self._drafts) == 1 else self.draft
        made = []
        for edit in edits:
            edited = with_edit(after, edit)
            if edited is not after:
                after = edited
                made.append(edit)
        if after is before:
            return False
        self._drafts.append(after)
        self._steps.append(tuple(made))
        return True

    def _revise(self) -> None:
        """Shows the edited report, at the section with the line where the reader was, and remembers the
        edits."""
        from gaohang_viewer.report.outline_edits import to_json
        from gaohang_viewer.report.piece_refs import section_of_line

        reader, position = self._reader, self._reader.position
        if position.section >= 0:
            line = reader.report.sections[position.section].line_no
            section = section_of_line(self.draft, line)
            position = position if section == position.section else Position(section)
        reader.revise(self.draft.report(), position)
        if self.draft.digest:
            self._memory.keep(_KEPT, self.draft.digest, to_json(self._steps) if self._steps else "")
        self.changed.emit()
