"""Files are written whole or not at all, with the permissions and links that they have."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from gaohang_viewer.storage.atomic_write import write_whole, writer_of


def test_writes_a_new_file_and_replaces_an_old_one(tmp_path: Path) -> None:
    file = tmp_path / "讲义.pdf"
    write_whole(file, b"one")
    write_whole(file, b"two")
    assert file.read_bytes() == b"two"
    assert [entry.name for entry in tmp_path.iterdir()] == ["讲义.pdf"]


@pytest.mark.parametrize("step", ["os.fsync", "pathlib.Path.replace"])
def test_a_failure_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    file = tmp_path / "a.pdf"
    file.write_bytes(b"old")
    monkeypatch.setattr(step, full)
    with pytest.raises(OSError, match="No space"):
        write_whole(file, b"new")
    assert file.read_bytes() == b"old"
    assert len(list(tmp_path.iterdir())) == 1


def test_a_folder_that_is_not_there_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="gone"):
        write_whole(tmp_path / "gone" / "a.pdf", b"")


@pytest.mark.skipif(os.name == "nt", reason="permissions and links are those of POSIX")
def test_permissions_and_links_stay(tmp_path: Path) -> None:
    real, link = tmp_path / "real.pdf", tmp_path / "link.pdf"
    real.write_bytes(b"old")
    real.chmod(0o640)
    link.symlink_to(real)
    write_whole(link, b"new")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"
    assert real.stat().st_mode & 0o777 == 0o640


@pytest.mark.skipif(os.name == "nt", reason="permissions are those of POSIX")
def test_a_new_file_may_be_read_by_whom_other_new_files_may(tmp_path: Path) -> None:
    (tmp_path / "other").write_bytes(b"")
    write_whole(tmp_path / "a.pdf", b"")
    assert (tmp_path / "a.pdf").stat().st_mode == (tmp_path / "other").stat().st_mode


def test_what_a_killed_program_left_is_swept_away_and_no_more(tmp_path: Path) -> None:
    left, fresh, other = (tmp_path / name for name in (".a.pdf-old.tmp", ".a.pdf-new.tmp", ".b.pdf-old.tmp"))
    for path in (left, fresh, other):
        path.write_bytes(b"half")
    for path in (left, other):
        os.utime(path, (0, 0))
    write_whole(tmp_path / "a.pdf", b"new")
    assert {path.name for path in tmp_path.iterdir()} == {"a.pdf", fresh.name, other.name}


@pytest.mark.parametrize("step", ["os.fsync", "pathlib.Path.chmod"])
def test_a_folder_that_knows_no_syncing_or_permissions_takes_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def cannot(*_: object) -> None:
        raise OSError(errno.EINVAL, "Invalid argument")

    monkeypatch.setattr(step, cannot)
    write_whole(tmp_path / "a.pdf", b"new")
    assert (tmp_path / "a.pdf").read_bytes() == b"new"


def test_a_very_long_name_is_an_os_error_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="long"):
        write_whole(tmp_path / ("长" * 200 + ".pdf"), b"new")
    assert not list(tmp_path.iterdir())


def test_a_temporary_file_names_its_writer() -> None:
    assert writer_of(".a.json-4711-01ab23cd.tmp") == 4711
    assert writer_of(".甲-乙-4711-01ab23cd.tmp") == 4711
    for other in ("a.json", ".a.json-old.tmp", ".a-b-c.tmp", "a-4711-01.tmp", ".a-4711-01.txt"):
        assert writer_of(other) is None
