"""Kills the program at random moments of everything that it does, and looks what is left.

python dev.py kills [--times N] [--seed N] [--only open,index,export,show,settings]

Each time the real program starts without a screen in a home of its own and does one of its works again and
again, until it is killed without warning. Then no child of it may run on, its settings must be whole and
hold what they held, its index must be sound, what it exported must be the old file or the new one, and it
must start and end again, leaving no half file.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import sqlite3
import sys
import tempfile
import time
from collections import Counter
from contextlib import closing
from pathlib import Path

from tests.tools import driven

_LONGEST = 1.5  # seconds from when the work has begun to the kill
_ORPHANS_END = 5  # seconds that a child has to see that it is alone
_OLD = b"%PDF-old " * 2000
_SETTLE = """
def settle(app):
    from gaohang_viewer.storage.memory import Memory
    memory = app.memory
    if "/kept.md" not in memory.recent_files:
        from pathlib import Path
        memory.remember_file(Path("/kept.md"))
        memory.remember_bookmarks(Path("/kept.md"), "", [("甲",)])
        app.settings.set("rate", 240)
    memory.save()
"""
_WORKS = {
    "open": """
    from pathlib import Path
    while True:
        for name in ("a.md", "large.txt"):
            app.open(Path(home, name))
            yield lambda: not app.files.background_reader.busy
            app.reader.go(2)
            app.outline_editor.edit_sections("down", [app.reader.position.section])
            app.bookmarks.toggle()
            yield 5
            app.outline_editor.undo_all()
""",
    "index": """
    from pathlib import Path
    import os
    desk = app.library.controller
    desk.open(Path(home, "library"))
    while True:
        yield lambda: not desk.service.busy
        for file in Path(home, "library").iterdir():
            os.utime(file)
        desk.update()
        yield 5
""",
    "export": """
    from pathlib import Path
    desk = app.printing
    desk._ask_for_name = lambda *_: Path(home, "out.pdf")
    while True:
        desk.export_slides(app.presenting.job())
        yield lambda: not desk.exports.is_busy
""",
    "show": """
    from gaohang_viewer.presenting.show.events import Event
    from gaohang_viewer.presenting.show.ink import Stroke, Tool
    app.present(None)
    yield lambda: app.presenting.deck.pages
    show_windows = app.presenting.windows
    while True:
        for at in range(5):
            show_windows.running.handle_event(Event.NEXT)
            stroke = Stroke(Tool.PEN, "#E5322D", 0.006, tuple((0.5, n / 100) for n in range(90)))
            show_windows.marking.add_stroke(stroke)
            show_windows.marking.flush()
            yield 5
        app.settings.set("slides_theme", "blue" if app.settings.slides_theme == "red" else "red")
        yield 100
""",
    "settings": """
    from pathlib import Path
    number = 0
    while True:
        number += 1
        app.settings.set("zoom", 100 + 10 * (number % 9))
        app.memory.remember_position(Path(f"/{number}.md"), number, 1.5)
        app.memory.keep("decks", "0123", "[" + "1," * 30000 + "1]")
        app.memory.save()
        yield 0
""",
}
_AGAIN = """
def steps(app):
    assert app.reader.report.sections
    assert "/kept.md" in app.memory.recent_files, "the recent files are lost"
    assert app.memory.bookmarks(__import__("pathlib").Path("/kept.md")) == [("甲",)], "bookmarks are lost"
    assert app.settings.rate == 240, "a choice is lost"
    assert "damaged" not in app.window.statusBar().currentMessage()
    yield 150
    assert "damaged" not in app.window.statusBar().currentMessage(), app.window.statusBar().currentMessage()
    app.window.close()
"""


def main() -> int:
    """All kills, and what came of them."""
    parser = argparse.ArgumentParser(prog="kills", description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--times", type=int, default=200)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--only", default=",".join(_WORKS))
    options = parser.parse_args()
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        faults = kill(Path(folder), options.times, options.seed, options.only.split(","))
    for fault, count in Counter(faults).items():
        print(f"{count:4} x {fault}")
    print(f"{options.times} kills in {time.monotonic() - begun:.0f} s, {len(faults)} faults")
    return int(bool(faults))


def kill(folder: Path, times: int, seed: int, works: list[str]) -> list[str]:
    """Kills the program so many times, its home in a folder; what was wrong afterwards."""
    chance = random.Random(seed)  # noqa: S311 - nothing is kept secret by it
    home = folder / "home"
    _furnish(home)
    faults: list[str] = []
    for number in range(times):
        work = works[number % len(works)]
        after = chance.random() * (_LONGEST if number % 4 else 0.1)
        found = [f"{work}: {fault}" for fault in _kill_once(home, work, after)]
        if found:
            print(f"kill {number} after {after:.3f} s of {work}: {'; '.join(found)}", flush=True)
            shutil.rmtree(home)
            _furnish(home)
        faults += found
    return faults


def _furnish(home: Path) -> None:
    """A home with a few reports, and settings to be kept."""
    (home / "library").mkdir(parents=True)
    (home / "tmp").mkdir()
    chapter = "一、甲甲\n这是正文，有一定的长度，以句号结束。\n（一）乙乙\n这是正文。\n（二）丙丙\n正文。\n"
    (home / "a.md").write_text(
        "# 报告\n\n## 一、甲\n\n文。\n\n### （一）乙\n\n文。\n\n## 二、丙\n\n文。\n", "utf-8"
    )
    (home / "large.txt").write_text("报告\n各位代表：\n" + chapter * 6000, "utf-8")
    (home / "out.pdf").write_bytes(_OLD)
    for number in range(150):
        (home / "library" / f"{number}.txt").write_text(
            f"第{number}号报告\n各位代表：\n" + chapter * 20, "utf-8"
        )
    steps = _SETTLE + "def steps(app):\n    settle(app)\n    yield 0\n    app.window.close()\n"
    code, _, complaints = driven.run(home, steps, TMPDIR=str(home / "tmp"))
    if code:
        raise RuntimeError("\n".join(complaints))


def _kill_once(home: Path, work: str, after: float) -> list[str]:
    steps = (
        f"import sys\nhome = {str(home)!r}\ndef steps(app):\n    print('begun', flush=True)\n{_WORKS[work]}"
    )
    process = driven.start(home, steps, str(home / "a.md"), TMPDIR=str(home / "tmp"))
    assert process.stdout is not None
    if process.stdout.readline().strip() != "begun":
        return [f"did not begin: {(process.communicate()[1] or '').strip()[-300:]}"]
    time.sleep(after)
    process.kill()
    complaint = process.communicate()[1]
    faults = [f"complained: {line}" for line in complaint.splitlines() if "Error" in line]
    return faults + _orphans(home) + list(_look(home))


def _orphans(home: Path) -> list[str]:
    """Children that run on although their parent is gone; they are ended, and named."""
    end = time.monotonic() + _ORPHANS_END
    while (left := _ours(home)) and time.monotonic() < end:
        time.sleep(0.05)
    for process in left:
        os.kill(process, signal.SIGKILL)
    return [f"{len(left)} children ran on"] if left else []


def _ours(home: Path) -> list[int]:
    """Processes that were started with this home."""
    wanted, found = f"HOME={home}\0".encode(), []
    for folder in Path("/proc").iterdir():
        if folder.name.isdecimal():
            try:
                if wanted in (folder / "environ").read_bytes() + b"\0":
                    found.append(int(folder.name))
            except OSError:
                continue
    return found


def _look(home: Path) -> list[str]:
    """What is wrong in a home after a kill, and after the next start."""
    faults = []
    out = (home / "out.pdf").read_bytes()
    if out != _OLD and not (out.startswith(b"%PDF") and out.rstrip().endswith(b"%%EOF")):
        faults.append("half an export")
    for index in home.rglob("*.sqlite"):
        with closing(sqlite3.connect(index)) as connection:
            if connection.execute("PRAGMA integrity_check").fetchone() != ("ok",):
                faults.append("a damaged index")
    for begun in home.rglob("*.ini.??????"):  # Qt's, which are left alone while they may be being written
        os.utime(begun, (1, 1))
    code, _, complaints = driven.run(home, _AGAIN, TMPDIR=str(home / "tmp"))
    if code or complaints:
        faults.append(f"did not start again ({code}): {' '.join(complaints)[-300:]}")
    stray = [
        str(path.relative_to(home))
        for path in home.rglob("*")
        if path.name.endswith((".new", ".tmp", ".damaged", ".lock")) or ".ini." in path.name
    ] + [path.name for path in (home / "tmp").iterdir()]
    if stray:
        faults.append(f"stray files: {', '.join(stray[:5])}")
    return faults


if __name__ == "__main__":
    sys.exit(main())
