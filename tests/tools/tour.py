"""Drives the real program without a screen and writes a picture of every view, and the PDFs, into a folder.

python -m tests.tools.tour OUT
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

_USUAL = {"y": 0, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
SCREENS = (
    {"name": "laptop", "x": 0, "width": 1440, "height": 900, **_USUAL},
    {"name": "EPSON", "x": 1440, "width": 1920, "height": 1080, **_USUAL},
)


def main(arguments: list[str]) -> int:
    """Writes the tour's files; returns the exit code."""
    if len(arguments) != 1:
        print("usage: python dev.py tour OUT", file=sys.stderr)
        return 2
    out = Path(arguments[0])
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        screens = Path(scratch, "screens.json")
        screens.write_text(json.dumps({"screens": SCREENS}))
        os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={screens}"
        os.environ["QT_LOGGING_RULES"] = "qt.qpa.*=false"
        # Qt reads its platform from the environment, so it comes after.
        Tour(out, Path(scratch)).run()
    return 0


class Tour:
    """One walk through the program."""

    def __init__(self, out: Path, scratch: Path) -> None:
        from PySide6.QtCore import QSettings
        from PySide6.QtWidgets import QApplication

        from gaohang_viewer.app.app import App
        from gaohang_viewer.resources import BUILT_IN_REPORT

        self.out = out
        self.scratch = scratch
        self.qt = QApplication(sys.argv[:1])
        self.qt.setStyle("Fusion")
        store = QSettings(str(scratch / "settings.ini"), QSettings.Format.IniFormat)
        store.setValue("chosen/language", "zh_CN")
        store.setValue("chosen/theme", "light")
        self.app = App(store)
        self.app.window.resize(1280, 800)
        self.app.window.show()
        self.app.open(BUILT_IN_REPORT)

    def run(self) -> None:
        """Every view in turn."""
        self.read()
        self.browse()
        self.present()
        self.speak()
        self.slides()
        self.print()
        self.app.window.close()
        print(f"{len(list(self.out.iterdir()))} files in {self.out}")

    def read(self) -> None:
        from PySide6.QtWidgets import QDialog, QMessageBox

        app = self.app
        self.picture("front")
        app.reader.go(2)
        self.picture("reading")
        self.find()
        app.settings.set("theme", "dark")
        app.reader.go(33)
        self.picture("reading-dark")
        app.settings.set("language", "en")
        self.picture("reading-dark-english")
        app.settings.set("theme", "light")
        app.reader.go(2)
        self.picture("reading-english")
        app.settings.set("language", "zh_CN")
        app.window.resize(1920, 1080)
        self.picture("reading-1920")
        app.window.resize(1280, 800)
        self.mend()
        from gaohang_viewer.app import dialogs

        for name, show, kind in (
            ("keys", dialogs.show_keys, QDialog),
            ("about", dialogs.show_about, QMessageBox),
        ):
            show(app.window)
            box = app.window.findChildren(kind)[-1]
            self.picture(name, box)
            box.close()
            self.settle(0.05)
        menu = app.window.submenus["menu"]
        menu.aboutToShow.emit()
        self.picture("menu", menu.actions()[0].menu())
        self.paper()

    def paper(self) -> None:
        """The window in which a report is made ready for paper."""
        from gaohang_viewer.typeset.paper_options import Form, plain

        self.app.printing.open()
        dialog = self.app.printing.dialog
        if dialog is None:
            return
        for name, form in (("paper", Form.OFFICIAL), ("paper-handout", Form.HANDOUT3)):
            dialog.apply(plain(form))
            self.settle(1.5)
            self.picture(name, dialog)
        dialog.close()

    def find(self) -> None:
        """Hits, key figures, the jump box, other looks, and nothing but the text."""
        from gaohang_viewer.app.command_palette import CommandPalette

        app = self.app
        app.views.find_bar.field.setText("一网")
        app.finder.next()
        app.panels.show("hits")
        self.picture("find")
        app.panels.built["hits"].dismiss()
        app.views.find_bar.clear()
        app.reader.go(2)
        app.settings.set("mark_figures", True)
        app.panels.show("figures")
        self.picture("figures")
        app.panels.built["figures"].dismiss()
        app.settings.set("mark_figures", False)
        for theme in ("green", "contrast"):
            app.settings.set("theme", theme)
            self.picture(f"reading-{theme}")
        app.show_palette()
        app.window.findChildren(CommandPalette)[-1].field.setText("wn")
        self.picture("jump")
        app.window.findChildren(CommandPalette)[-1].close()
        app.window.set_focus_mode(on=True)
        self.picture("nothing-but-the-text")
        app.window.set_focus_mode(on=False)

    def mend(self) -> None:
        """A page copied from the web: what was left out is told, and what was read wrongly can be mended."""
        from PySide6.QtCore import QPoint
        from PySide6.QtWidgets import QMenu

        from gaohang_viewer.app.section_menu import pop_up_menu
        from gaohang_viewer.resources import BUILT_IN_REPORT

        app = self.app
        report = BUILT_IN_REPORT.read_text("utf-8").split("---\n", 2)[2].replace("#", "")
        page = (
            f"首页\n>\n高行镇党委工作报告\n来源：某网\n{report}\n分享到：\n相关文章\n上一篇：\n某镇工作报告\n"
        )
        file = self.scratch / "网页文字.txt"
        file.write_text(page, "utf-8")
        app.open(file)
        app.reader.go(7)
        app.window.actions_by_id["demote"].trigger()
        app.panels.show("notes")
        self.picture("notes")
        pop_up_menu(app.window, app.window.mapToGlobal(QPoint(160, 240)))
        menus = [menu for menu in app.window.findChildren(QMenu) if menu.isVisible()]
        self.picture("mend", menus[0])
        menus[0].close()
        app.panels.built["notes"].dismiss()
        app.open(BUILT_IN_REPORT)
        app.reader.go(2)

    def browse(self) -> None:
        """A library of some editions, words found in all of them, and two of them compared."""
        from gaohang_viewer.resources import BUILT_IN_REPORT

        app = self.app
        folder = self.scratch / "报告"
        folder.mkdir()
        report = BUILT_IN_REPORT.read_text("utf-8")
        for edition, year, tax in (
            ("第一版", 2021, "21.5"),
            ("第三版", 2022, "26.1"),
            ("第四版", 2023, "28.4"),
        ):
            text = report.replace("edition: 第二版", f"edition: {edition}\ndate: {year}-03-12")
            text = text.replace("23.9亿元", f"{tax}亿元").replace("健全关爱机制", "完善全方位关爱机制")
            (folder / f"高行镇报告{year}.md").write_text(text, "utf-8")
        app.memory.library = str(folder)
        app.library.toggle(0)
        desk = app.library.controller
        self.until(lambda: desk.page.reports.rowCount() == 4)
        self.picture("library")
        app.library.toggle(1)
        desk.page.field.setText("一網統管")
        self.settle(0.6)
        self.picture("library-found")
        desk.compare(str(BUILT_IN_REPORT), str(folder / "高行镇报告2022.md"))
        self.until(lambda: desk.comparison.list.count() > 0)
        self.picture("comparison")
        app.window.show_page(None)

    def present(self) -> None:
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest

        self.app.settings.set("console", "never")
        self.app.present(None)
        show_windows = self.app.presenting.windows
        audience = show_windows.audience
        self.picture("show-waiting", audience)
        self.until(lambda: show_windows.running.state.page_count > 0)
        for name, keys in (
            ("show-cover", ()),
            ("show-contents", (Qt.Key.Key_PageDown,)),
            ("show-divider", (Qt.Key.Key_PageDown,)),
            ("show-section", (Qt.Key.Key_Right,) * 3),
            ("show-text", (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_Return)),
            ("show-overview", (Qt.Key.Key_O,)),
            ("show-keys", (Qt.Key.Key_O, Qt.Key.Key_Question)),
            ("show-leaving", (Qt.Key.Key_Escape, Qt.Key.Key_Escape)),
        ):
            for key in keys:
                QTest.keyClick(audience, key)
            self.settle(0.8)
            self.picture(name, audience)
        QTest.keyClick(audience, Qt.Key.Key_Escape)

    def speak(self) -> None:
        """The console, and the looks that slides can have."""
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest

        from gaohang_viewer.presenting.show.events import Event, Go

        app, key = self.app, Qt.Key
        running = app.presenting.windows.running
        app.settings.set("console", "auto")
        self.with_slides("slides_detail", "figures")
        app.present(4)
        self.settle(1)
        show_windows = app.presenting.windows
        assert show_windows.console is not None
        for name, keys in (
            ("console", (key.Key_PageDown,)),
            ("console-frozen", (key.Key_F, key.Key_PageDown, key.Key_PageDown)),
            ("console-overview", (key.Key_F, key.Key_O)),
            ("console-keys", (key.Key_O, key.Key_Question)),
        ):
            for each in keys:
                QTest.keyClick(show_windows.console, each)
            self.settle(0.8)
            self.picture(name, show_windows.console)
        QTest.keyClick(show_windows.console, key.Key_Question)
        figures = next(page.number for page in running.pages if page.key.startswith("figures"))
        for look in ("red", "blue", "white", "night"):
            self.with_slides("slides_theme", look)
            for name, number in (("cover", 1), ("divider", 3), ("figures", figures), ("section", 7)):
                running.handle_event(Go(number))
                self.settle(0.4)
                self.picture(f"look-{look}-{name}", show_windows.audience)
        self.with_slides("slides_theme", "red")
        running.handle_event(Event.ESCAPE)
        running.handle_event(Event.ESCAPE)

    def slides(self) -> None:
        """The light table, with a slide hidden and one reworded."""
        app = self.app
        app.window.actions_by_id["slides"].trigger()
        page = app.slides.controller.page
        self.until(lambda: bool(app.presenting.deck.pages) and not app.presenting.busy)
        page.list.choose(page.list.slides.rows[5].key)
        page.list.toggle_chosen()
        page.list.choose(page.list.slides.rows[3].key)
        page.text_editor.headline.setText("五年奋斗路")
        page.text_editor.flush()
        self.until(lambda: not app.presenting.busy)
        self.settle(0.8)
        self.picture("light-table")
        page.restore_all.click()
        app.window.show_page(None)

    def with_slides(self, key: str, value: str) -> None:
        """Chooses something of the slides, and waits for those."""
        running = self.app.presenting.windows.running
        if str(getattr(self.app.settings, key)) != value:
            deck = running.deck
            self.app.settings.set(key, value)
            self.until(lambda: running.deck is not deck)

    def print(self) -> None:
        import pypdfium2
        from PySide6.QtGui import QImage

        from gaohang_viewer.cli.main import main as command_line

        for form in ("reading", "slides"):
            path = self.out / f"{form}.pdf"
            command_line(["pdf", "-o", str(path), "--as", form])
            document = pypdfium2.PdfDocument(path)
            for number in range(2 if form == "reading" else 0):
                bitmap = document[number].render(scale=1.5, prefer_bgrx=True)
                stride, kind = bitmap.stride, QImage.Format.Format_RGB32
                page = QImage(bitmap.buffer, bitmap.width, bitmap.height, stride, kind)
                page.save(str(self.out / f"{form}-{number + 1}.png"))
            document.close()

    # --- the walker's legs ---------------------------------------------------------------------------------

    def picture(self, name: str, widget: object = None) -> None:
        self.settle(0.15)
        (widget or self.app.window).grab().save(str(self.out / f"{name}.png"))  # type: ignore[attr-defined]

    def settle(self, seconds: float) -> None:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self.qt.processEvents()
            time.sleep(0.005)

    def until(self, holds: Callable[[], bool], seconds: float = 30) -> None:
        end = time.monotonic() + seconds
        while not holds():
            if time.monotonic() > end:
                raise TimeoutError("the program did not get there")
            self.settle(0.02)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
