"""Lets the reader mend the outline that was found: headings made and unmade, moved, joined, left out."""

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


MENDS = {  # actions on the reader's section, and what they do to its headline
    "mend-up": "up",
    "mend-down": "down",
    "mend-text": "text",
    "mend-join": "join",
    "mend-title": "title",
    "mend-leave-out": "leave-out",
}


class OutlineEditor(QObject):
    """The draft of the open report and what was mended in it; `told` says what could not be done."""

    changed = Signal()
    told = Signal(str)

    def __init__(self, reader: Reader, memory: Memory) -> None:
        super().__init__()
        self._reader = reader
        self._memory = memory
        self._drafts = [Draft((), "")]  # as the file was read, and after each mend
        self._mends: list[OutlineEdit] = []
        self._undone: list[tuple[OutlineEdit, Draft]] = []

    @property
    def draft(self) -> Draft:
        return self._drafts[-1]

    @property
    def can_undo(self) -> bool:
        return bool(self._mends)

    @property
    def can_redo(self) -> bool:
        return bool(self._undone)

    def take(self, draft: Draft) -> Report | None:
        """Another file was read. Its report, if something in it was mended before; else None."""
        self._drafts, self._mends, self._undone = [draft], [], []
        kept = self._memory.kept("mends", draft.digest) if draft.digest else ""
        if not kept:
            self.changed.emit()
            return None
        from gaohang_viewer.report.outline_edits import from_json

        for mend in from_json(kept):
            self._apply(mend)
        self.changed.emit()
        return self.draft.report()

    def take_again(self, draft: Draft) -> Report:
        """The file was changed by another program: what was mended in it is mended again."""
        from gaohang_viewer.report.outline_edits import relocated, to_json

        mends = self._mends
        self._drafts, self._mends, self._undone = [draft], [], []
        for mend in mends:
            self._apply(relocated(self.draft, mend))
        if self._mends:
            self._memory.keep("mends", draft.digest, to_json(self._mends))
        self.changed.emit()
        return self.draft.report()

    def section(self, act: str) -> None:
        """Does something to the headline of the reader's section."""
        from gaohang_viewer.report.outline_edits import EditKind
        from gaohang_viewer.report.piece_refs import ref_of_section

        spot = ref_of_section(self.draft, self._reader.place.section)
        if spot is not None:
            self.do(EditKind(act), spot)

    def do(self, act: EditKind, spot: PieceRef) -> None:
        """Mends one thing and shows the report anew; says so if there is nothing to mend."""
        from gaohang_viewer.report.outline_edits import OutlineEdit

        if self._apply(OutlineEdit(act, spot)):
            self._undone = []
            self._show()
        else:
            self.told.emit(QCoreApplication.translate("mending", "This command changes nothing here."))

    def undo(self) -> None:
        if self._mends:
            self._undone.append((self._mends.pop(), self._drafts.pop()))
            self._show()

    def redo(self) -> None:
        if self._undone:
            mend, draft = self._undone.pop()
            self._mends.append(mend)
            self._drafts.append(draft)
            self._show()

    def undo_all(self) -> None:
        """Everything as the file was read; Redo brings the mends back one by one."""
        while self._mends:
            self._undone.append((self._mends.pop(), self._drafts.pop()))
        self._show()

    def put_back(self, line_no: int) -> None:
        """A line that was left out becomes text."""
        from gaohang_viewer.report.outline_edits import EditKind
        from gaohang_viewer.report.piece_refs import ref_of_line

        spot = ref_of_line(self.draft, line_no)
        if spot is not None:
            self.do(EditKind.PUT_BACK, spot)

    def fill(self, menu: QMenu, section: int, words: str, nth: int) -> None:
        """Puts what can be done to a paragraph of the text into its context menu."""
        from gaohang_viewer.report.outline_edits import EditKind
        from gaohang_viewer.report.piece_refs import ref_of_section, ref_of_words

        acts = [
            (EditKind.HEADING, QCoreApplication.translate("mending", "Turn line into headline")),
            (EditKind.TITLE, QCoreApplication.translate("mending", "Set as report title")),
            (EditKind.JOIN, QCoreApplication.translate("mending", "Join with next line")),
            (EditKind.LEAVE_OUT, QCoreApplication.translate("mending", "Leave out line")),
        ]
        if words:
            spot = ref_of_words(self.draft, section, words, nth)
        else:
            spot = ref_of_section(self.draft, section)
            acts[0] = (EditKind.TEXT, QCoreApplication.translate("actions", "Turn headline into text"))
            acts[3] = (EditKind.LEAVE_OUT, QCoreApplication.translate("actions", "Leave out section"))
        if spot is None:
            return
        menu.addSeparator()
        for act, text in acts:
            menu.addAction(text).triggered.connect(lambda _=False, act=act, spot=spot: self.do(act, spot))

    # --- what follows ------------------------------------------------------------------------------------

    def _apply(self, mend: OutlineEdit) -> bool:
        from gaohang_viewer.report.outline_edits import with_continuous_levels, with_edit

        before = with_continuous_levels(self.draft) if len(self._drafts) == 1 else self.draft
        after = with_edit(before, mend)
        if after is before:
            return False
        self._drafts.append(after)
        self._mends.append(mend)
        return True

    def _show(self) -> None:
        """The report anew, at the section that holds the line where the reader was; and it is remembered."""
        from gaohang_viewer.report.outline_edits import to_json
        from gaohang_viewer.report.piece_refs import section_of_line

        reader, place = self._reader, self._reader.place
        if place.section >= 0:
            line = reader.report.sections[place.section].line_no
            section = section_of_line(self.draft, line)
            place = place if section == place.section else Position(section)
        reader.revise(self.draft.report(), place)
        if self.draft.digest:
            self._memory.keep("mends", self.draft.digest, to_json(self._mends) if self._mends else "")
        self.changed.emit()
