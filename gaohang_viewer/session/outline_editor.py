"""Edits the outline of the open report, with undo and redo, and remembers the edits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from gaohang_viewer.report.draft import Draft
from gaohang_viewer.session.position import Position

if TYPE_CHECKING:
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
        self._drafts = [Draft((), "")]  # as the file was read, and after each edit
        self._edits: list[OutlineEdit] = []
        self._undone: list[tuple[OutlineEdit, Draft]] = []

    @property
    def draft(self) -> Draft:
        """The draft with all edits."""
        return self._drafts[-1]

    @property
    def can_undo(self) -> bool:
        """Whether there is an edit to undo."""
        return bool(self._edits)

    @property
    def can_redo(self) -> bool:
        """Whether there is an undone edit."""
        return bool(self._undone)

    def set_draft(self, draft: Draft) -> Report | None:
        """Replaces the draft by that of another file and applies the edits remembered for it.

        Returns the edited report, or None if there are no edits.
        """
        self._drafts, self._edits, self._undone = [draft], [], []
        kept = self._memory.kept(_KEPT, draft.digest) if draft.digest else ""
        if not kept:
            self.changed.emit()
            return None
        from gaohang_viewer.report.outline_edits import from_json

        for edit in from_json(kept):
            self._apply(edit)
        self.changed.emit()
        return self.draft.report()

    def update_draft(self, draft: Draft) -> Report:
        """Replaces the draft by one of the same file, changed on disk; returns the report with the edits
        applied again."""
        from gaohang_viewer.report.outline_edits import relocated, to_json

        edits = self._edits
        self._drafts, self._edits, self._undone = [draft], [], []
        for edit in edits:
            self._apply(relocated(self.draft, edit))
        if self._edits:
            self._memory.keep(_KEPT, draft.digest, to_json(self._edits))
        self.changed.emit()
        return self.draft.report()

    def edit_section(self, kind: str) -> None:
        """Edits the headline of the reader's section; `kind` is a value of EditKind."""
        from gaohang_viewer.report.outline_edits import EditKind
        from gaohang_viewer.report.piece_refs import ref_of_section

        piece = ref_of_section(self.draft, self._reader.place.section)
        if piece is not None:
            self.edit(EditKind(kind), piece)

    def edit(self, kind: EditKind, piece: PieceRef) -> None:
        """Makes an edit and shows the report, or emits `message` if the edit changes nothing."""
        from gaohang_viewer.report.outline_edits import OutlineEdit

        if self._apply(OutlineEdit(kind, piece)):
            self._undone = []
            self._revise()
        else:
            self.message.emit(QCoreApplication.translate("mending", "This command changes nothing here."))

    def undo(self) -> None:
        """Undoes the last edit, if there is one."""
        if self._edits:
            self._undone.append((self._edits.pop(), self._drafts.pop()))
            self._revise()

    def redo(self) -> None:
        """Makes the edit again that was undone last, if there is one."""
        if self._undone:
            edit, draft = self._undone.pop()
            self._edits.append(edit)
            self._drafts.append(draft)
            self._revise()

    def undo_all(self) -> None:
        """Undoes all edits; `redo` makes them again one by one."""
        while self._edits:
            self._undone.append((self._edits.pop(), self._drafts.pop()))
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
        from gaohang_viewer.report.piece_refs import ref_of_section, ref_of_words

        kinds = [
            (EditKind.HEADING, QCoreApplication.translate("mending", "Turn line into headline")),
            (EditKind.TITLE, QCoreApplication.translate("mending", "Set as report title")),
            (EditKind.JOIN, QCoreApplication.translate("mending", "Join with next line")),
            (EditKind.LEAVE_OUT, QCoreApplication.translate("mending", "Leave out line")),
        ]
        if text:
            piece = ref_of_words(self.draft, section, text, nth)
        else:
            piece = ref_of_section(self.draft, section)
            kinds[0] = (EditKind.TEXT, QCoreApplication.translate("actions", "Turn headline into text"))
            kinds[3] = (EditKind.LEAVE_OUT, QCoreApplication.translate("actions", "Leave out section"))
        if piece is None:
            return
        menu.addSeparator()
        for kind, name in kinds:
            action = menu.addAction(name)
            action.triggered.connect(lambda _=False, kind=kind, piece=piece: self.edit(kind, piece))

    def _apply(self, edit: OutlineEdit) -> bool:
        """Adds an edit; returns False if it changes nothing."""
        from gaohang_viewer.report.outline_edits import with_continuous_levels, with_edit

        before = with_continuous_levels(self.draft) if len(self._drafts) == 1 else self.draft
        after = with_edit(before, edit)
        if after is before:
            return False
        self._drafts.append(after)
        self._edits.append(edit)
        return True

    def _revise(self) -> None:
        """Shows the edited report, at the section with the line where the reader was, and remembers the
        edits."""
        from gaohang_viewer.report.outline_edits import to_json
        from gaohang_viewer.report.piece_refs import section_of_line

        reader, position = self._reader, self._reader.place
        if position.section >= 0:
            line = reader.report.sections[position.section].line_no
            section = section_of_line(self.draft, line)
            position = position if section == position.section else Position(section)
        reader.revise(self.draft.report(), position)
        if self.draft.digest:
            self._memory.keep(_KEPT, self.draft.digest, to_json(self._edits) if self._edits else "")
        self.changed.emit()
