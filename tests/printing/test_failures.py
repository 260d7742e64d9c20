"""What goes wrong on the way to a file: the old one stays, nothing is left, and one sentence tells why."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gaohang_viewer.printing.background_job import PrintJob, to_file
from gaohang_viewer.report.model import Report, Section
from gaohang_viewer.typeset.engine.job import Job
from gaohang_viewer.typeset.engine.typesetter_pool import TypesetterPool
from gaohang_viewer.typeset.paper_job import paper_job
from gaohang_viewer.ui.messages import why_not_written

REPORT = Report("题目", sections=(Section(1, "一、", "第一节", 1, "正文。\n\n" * 30),))


@pytest.fixture
def old(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file that is to be replaced, alone in its folder; the folder of temporary files is empty too."""
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    path = tmp_path / "folder" / "out.pdf"
    path.parent.mkdir()
    path.write_bytes(b"old")
    return path


def assert_untouched(old: Path) -> None:
    assert old.read_bytes() == b"old"
    assert [entry.name for entry in old.parent.iterdir()] == [old.name]
    assert not list(Path(os.environ["TMPDIR"]).iterdir())


def raising(error: OSError) -> Callable[..., None]:
    def fail(*_: object, **__: object) -> None:
        raise error

    return fail


def sharing_violation() -> OSError:
    """What Windows says when a file that is to be replaced is open in another program."""
    error = PermissionError(errno.EACCES, "The process cannot access the file")
    error.winerror = 32  # type: ignore[attr-defined,unused-ignore]
    return error


@pytest.mark.parametrize(
    "case",
    [
        ("os.fsync", OSError(errno.ENOSPC, "No space left on device"), "The disk is full"),
        ("pathlib.Path.replace", sharing_violation(), "“out.pdf” is open in another program"),
        (
            "gaohang_viewer.storage.atomic_write._create",
            OSError(errno.EROFS, "Read-only file system"),
            "The disk of “out.pdf” is read-only",
        ),
        (
            "gaohang_viewer.storage.atomic_write._create",
            OSError(errno.EACCES, "Permission denied"),
            "You do not have permission to write “out.pdf”",
        ),
        ("pathlib.Path.replace", OSError(errno.EIO, "Input/output error"), "The disk or network folder of"),
    ],
)
def test_a_disk_that_does_not_take_the_file_is_told(
    qtbot: QtBot,
    old: Path,
    monkeypatch: pytest.MonkeyPatch,
    case: tuple[str, OSError, str],
    pool: TypesetterPool,
) -> None:
    step, error, told = case
    job = paper_job(REPORT)
    task = PrintJob(lambda: job, to_file(old), pool)
    monkeypatch.setattr(step, raising(error))
    with qtbot.waitSignal(task.failed, timeout=20000) as failed:
        task.start()
    task.wait()
    assert failed.args[0] is error
    assert why_not_written(failed.args[0], old).startswith(told)
    monkeypatch.undo()
    assert old.read_bytes() == b"old"
    assert [entry.name for entry in old.parent.iterdir()] == [old.name]


@pytest.mark.parametrize("away", ["removed", "a file"])
def test_a_folder_that_went_away_meanwhile_is_told(
    qtbot: QtBot, old: Path, away: str, pool: TypesetterPool
) -> None:
    def job_while_the_folder_goes() -> Job:
        old.unlink()
        old.parent.rmdir()
        if away == "a file":
            old.parent.write_bytes(b"")
        return paper_job(REPORT)

    task = PrintJob(job_while_the_folder_goes, to_file(old), pool)
    with qtbot.waitSignal(task.failed, timeout=20000) as failed:
        task.start()
    task.wait()
    assert (
        why_not_written(failed.args[0], old)
        == "The folder of “out.pdf” no longer exists; choose another one."
    )
    assert not list(Path(os.environ["TMPDIR"]).iterdir())


@pytest.mark.parametrize("moment", ["Collecting", "Laying out", "Writing"])
def test_cancelling_at_any_moment_leaves_the_old_file(
    qtbot: QtBot, old: Path, moment: str, pool: TypesetterPool
) -> None:
    task = PrintJob(lambda: paper_job(REPORT), to_file(old), pool)

    def cancel(what: str, *_: int) -> None:
        if what.startswith(moment):
            task.cancel()

    task.progressed.connect(cancel, Qt.ConnectionType.DirectConnection)
    with qtbot.waitSignal(task.cancelled, timeout=20000):
        task.start()
    task.wait()
    assert_untouched(old)


def test_cancelling_while_the_child_sets_pages_ends_it_and_leaves_the_old_file(
    qtbot: QtBot, old: Path, pool: TypesetterPool
) -> None:
    long = Report("题目", sections=(Section(1, "一、", "第一节", 1, "正文。\n\n" * 20000),))
    task = PrintJob(lambda: paper_job(long), to_file(old), pool)
    task.start()
    qtbot.waitUntil(lambda: _sets_pages(task), timeout=20000)
    typesetter = task._typesetting._typesetter
    assert typesetter is not None
    child = typesetter._child
    with qtbot.waitSignal(task.cancelled, timeout=20000):
        task.cancel()
    task.wait()
    assert child is not None
    assert child.process.returncode not in (None, 0)
    assert_untouched(old)


def _sets_pages(task: PrintJob) -> bool:
    typesetter = task._typesetting._typesetter
    return typesetter is not None and typesetter._busy


def command_line(out: Path, *, most: int = 0) -> subprocess.CompletedProcess[str]:
    """Writes the built-in report; `most` are the bytes that the system lets a file have, if not 0."""
    code = "import sys; from gaohang_viewer.cli.main import main; sys.exit(main(sys.argv[1:]))"
    if most:
        code = f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, ({most}, {most})); " + code
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "LANG": "C.UTF-8", "PYTHONUTF8": "1"}
    environment.pop("LANGUAGE", None)
    command = [sys.executable, "-c", code, "pdf", "-o", str(out)]
    return subprocess.run(command, capture_output=True, encoding="utf-8", env=environment, check=False)


@pytest.mark.skipif(os.name == "nt", reason="the limit is one of POSIX")
def test_on_the_command_line_a_disk_that_takes_no_more_is_one_sentence(old: Path) -> None:
    done = command_line(old, most=50_000)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "gaohang-viewer: “out.pdf” is too large for this disk; save it on another one.\n"
    assert_untouched(old)


def test_on_the_command_line_a_folder_that_is_a_file_is_one_sentence(old: Path) -> None:
    done = command_line(old / "below.pdf")
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "The folder of “below.pdf” no longer exists" in done.stderr
    assert_untouched(old)


@pytest.mark.skipif(os.name == "nt", reason="as long a name as a file may have differs")
def test_on_the_command_line_a_name_that_is_too_long_is_one_sentence(old: Path) -> None:
    done = command_line(old.parent / ("长" * 100 + ".pdf"))
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "is too long" in done.stderr
    assert_untouched(old)
