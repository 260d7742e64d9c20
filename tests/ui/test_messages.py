"""What could not be written is told in one sentence for each cause."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from gaohang_viewer.ui.messages import why_not_written


def on_windows(number: int) -> OSError:
    """An error as Windows raises it, whatever this system is."""
    error = PermissionError(errno.EACCES, "The process cannot access the file")
    error.winerror = number  # type: ignore[attr-defined,unused-ignore]
    return error


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (OSError(errno.ENOSPC, ""), "The disk is full; free some space"),
        (OSError(errno.EDQUOT, ""), "The disk is full; free some space"),
        (OSError(errno.EFBIG, ""), "“a.pdf” is too large for this disk"),
        (OSError(errno.EROFS, ""), "The disk of “a.pdf” is read-only"),
        (OSError(errno.ENOENT, ""), "The folder of “a.pdf” no longer exists"),
        (OSError(errno.ENOTDIR, ""), "The folder of “a.pdf” no longer exists"),
        (OSError(errno.EACCES, ""), "You do not have permission to write “a.pdf”"),
        (OSError(errno.ENAMETOOLONG, ""), "The file name “a.pdf” is too long"),
        (OSError(errno.ESTALE, ""), "The disk or network folder of “a.pdf” does not respond"),
        (OSError(errno.EBUSY, ""), "“a.pdf” is open in another program"),
        (on_windows(32), "“a.pdf” is open in another program; close it there"),
        (on_windows(1224), "“a.pdf” is open in another program; close it there"),
        (on_windows(5), "“a.pdf” cannot be written here; close it in other programs, or"),
        (on_windows(112), "The disk is full"),
        (OSError("unheard of"), "“a.pdf” cannot be written here"),
    ],
)
def test_each_cause_has_its_own_sentence(error: OSError, told: str, tmp_path: Path) -> None:
    assert why_not_written(error, tmp_path / "a.pdf").startswith(told)


def test_a_folder_is_told_whatever_the_system_says_of_it(tmp_path: Path) -> None:
    assert "is a folder" in why_not_written(on_windows(5), tmp_path)
