"""Compound files that are made to exhaust the reader, and conversions that are cancelled."""

from __future__ import annotations

import random
import struct
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaohang_viewer.loading import CannotOpen, Reason, open_draft
from gaohang_viewer.loading.compound_file import NotConverted, child, converted
from gaohang_viewer.loading.compound_file.mending import MENDINGS, NotMended, mended_container
from gaohang_viewer.system import child_process
from tests.loading.compound_file.bytes_of import REPORT, fat, start_of, with_bytes

if TYPE_CHECKING:
    from pathlib import Path

HUGE = b"\xf0\xff\xff\x7f"


def looped(at: int) -> bytes:
    """A file in which this sector is followed by itself."""
    return with_bytes(REPORT, fat() + 4 * at, struct.pack("<I", at))


def sector_of(offset: int) -> int:
    return offset // 512 - 1


def in_first_block(offset: int, new: bytes) -> bytes:
    return with_bytes(REPORT, start_of("WordDocument") + offset, new)


HOSTILE = {
    "the text is followed by itself": looped(sector_of(start_of("WordDocument"))),
    "the table is followed by itself": looped(sector_of(start_of("1Table"))),
    "the directory is followed by itself": looped(struct.unpack_from("<I", REPORT, 48)[0]),
    "more tables of sectors than sectors": with_bytes(REPORT, 44, HUGE),
    "tables of tables without end": with_bytes(with_bytes(REPORT, 68, bytes(4)), 72, HUGE),
    "more short sectors than sectors": with_bytes(REPORT, 64, HUGE),
    "a text of two thousand million characters": in_first_block(0x4C, HUGE),
    "a list of pieces outside the file": in_first_block(0x9A + 8 * 33, HUGE * 2),
    "sectors of another size": with_bytes(REPORT, 30, b"\x1e\0"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_file_made_to_exhaust_the_reader_is_told(tmp_path: Path, name: str) -> None:
    (tmp_path / "报告.doc").write_bytes(HOSTILE[name])
    with pytest.raises(CannotOpen) as refused:
        open_draft(tmp_path / "报告.doc")
    assert refused.value.reason in (Reason.DAMAGED, Reason.TOO_LARGE)


@given(st.integers(), st.integers(1, 30))
def test_mending_ends_whatever_the_bytes_are(seed: int, count: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - a seed repeats a run
    data = bytearray(REPORT)
    for _ in range(count):
        data[chance.randrange(30, 4096)] = chance.randrange(256)
    for mend, _ in MENDINGS:
        with suppress(NotMended):
            assert len(mend(mended_container(bytes(data)))) == len(data)


def test_a_conversion_that_takes_too_long_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "_SECONDS", -10.0)
    monkeypatch.setattr(child_process, "_INTERVAL", 0.001)
    with pytest.raises(NotConverted) as refused:
        converted(REPORT, "", lambda _: None)
    assert refused.value.reason is Reason.TOO_LARGE


def test_a_conversion_can_be_cancelled(monkeypatch: pytest.MonkeyPatch) -> None:
    class Cancelled(Exception):
        pass

    def cancel(_share: float) -> None:
        raise Cancelled

    monkeypatch.setattr(child_process, "_INTERVAL", 0.001)
    with pytest.raises(Cancelled):
        converted(REPORT, "", cancel)


def test_nothing_is_left_in_the_temporary_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert converted(REPORT, "", lambda _: None).data.startswith(b"PK")
    assert list(tmp_path.iterdir()) == []
