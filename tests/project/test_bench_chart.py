"""The chart of cost against size, and the table beside other programs: drawn and put in order from given numbers."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from tests.tools.bench import __main__ as bench
from tests.tools.bench.chart import panels, words
from tests.tools.bench.peer_programs import NAMES, shows, windows, writers
from tests.tools.bench.peers import table, take_turns

ACCENT = QColor("#B3261E")


def numbers() -> dict[str, float]:
    """What `growth` would give, each cost a straight line of the size."""
    found: dict[str, float] = {}
    for power, size in enumerate(("13kb", "130kb", "1300kb", "13mb")):
        for key in (
            f"open_{size}_ms",
            f"open_{size}_outline_ms",
            f"search_{size}_ms",
            f"search_{size}_first_ms",
        ):
            found[f"growth_{key}"] = 2.0 * 10**power
    for copies in (1, 10, 100):
        found |= {f"growth_pdf_{copies}_pages": 11.0 * copies, f"growth_pdf_{copies}_s": 0.05 * copies}
    for reports in (300, 1000, 3000):
        found |= {f"growth_library_{reports}_ms": reports / 50, f"growth_library_{reports}_first_ms": 3.0}
    return found


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """The numbers as a file of `--json`."""
    file = tmp_path / "growth.json"
    file.write_text(json.dumps(numbers()))
    return file


def test_a_chart_is_drawn_from_numbers_of_before_with_twice_the_pixels(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "chart.png"
    monkeypatch.setattr("sys.argv", ["bench", "--chart", str(out), "--from", str(source)])
    assert bench.main() == 0
    image = QImage(str(out))
    assert (image.width(), image.height()) == (2400, 840)
    quarters = [image.copy(600 * number, 0, 600, 840) for number in range(4)]
    for quarter in quarters:
        drawn = sum(quarter.pixelColor(x, y) == ACCENT for x in range(0, 600, 2) for y in range(0, 840, 2))
        assert drawn > 100
    assert all(image.pixelColor(x, y) == QColor("white") for x in (0, 2399) for y in range(840))


def test_a_chart_can_be_a_drawing_of_lines(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "chart.svg"
    monkeypatch.setattr("sys.argv", ["bench", "--chart", str(out), "--from", str(source)])
    assert bench.main() == 0
    drawing = out.read_text("utf-8")
    assert 'viewBox="0 0 1200 420"' in drawing
    assert "b3261e" in drawing
    assert "Searching a library" in drawing


@pytest.mark.parametrize("given", [["--chart", "chart.jpg"], ["--from", "growth.json"]])
def test_what_cannot_be_drawn_is_refused_before_anything_is_measured(
    given: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.argv", ["bench", *given])
    with pytest.raises(SystemExit) as refused:
        bench.main()
    assert refused.value.code == 2


def test_a_chart_of_numbers_that_lack_one_names_it() -> None:
    lacking = numbers()
    del lacking["growth_search_13mb_ms"]
    with pytest.raises(KeyError, match="growth_search_13mb_ms"):
        panels(lacking)


@pytest.mark.parametrize(
    ("milliseconds", "said"),
    [
        (0.804, "0.80 ms"),
        (4, "4.0 ms"),
        (29.6, "30 ms"),
        (282.4, "282 ms"),
        (2380.8, "2.4 s"),
        (13600, "14 s"),
    ],
)
def test_a_time_is_said_to_two_figures(milliseconds: float, said: str) -> None:
    assert words(milliseconds) == said


def test_a_program_that_fails_is_told_and_left_out_of_the_table(capsys: pytest.CaptureFixture[str]) -> None:
    def fails() -> dict[str, float]:
        raise RuntimeError("it showed no window")

    runs = {
        "bare": lambda: {"ms": 10.0},
        "broken": fails,
        "slow": lambda: {"ms": 40.0},
        "ours": lambda: {"ms": 15.0},
    }
    rows = table("start ms", *take_turns(runs, 3), "ms")
    assert [(row.name, row.median, row.spread, row.ratio) for row in rows] == [
        ("bare", 10, 0, 1),
        ("ours", 15, 0, 1.5),
        ("slow", 40, 0, 4),
    ]
    assert "broken is left out: it showed no window" in capsys.readouterr().err


def test_only_programs_that_are_installed_are_called(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "shutil.which", lambda name: f"/usr/bin/{name}" if name in ("evince", "soffice") else None
    )
    assert {name: call[0] for name, call in windows(tmp_path).items()} == {
        "evince": "/usr/bin/evince",
        "libreoffice": "/usr/bin/soffice",
    }
    assert list(shows(tmp_path)) == ["evince"]
    assert list(writers(tmp_path, tmp_path / "report.pdf")) == ["libreoffice"]


def test_every_program_that_is_named_does_something(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}")
    called = {*windows(tmp_path), *shows(tmp_path), *writers(tmp_path, tmp_path / "report.pdf"), "ripgrep"}
    assert called == set(NAMES)
