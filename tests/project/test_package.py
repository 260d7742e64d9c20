"""The wheel: built, installed into an empty venv away from the checkout, and started there."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import time
import venv
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).resolve().parents[2]
RESOURCES = ("desktop", "headlines", "icons", "reports", "themes", "translations", "typst")
OFFLINE = ("--quiet", "--no-index", "--no-deps", "--disable-pip-version-check")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel that pyproject.toml builds; no network is needed."""
    folder = tmp_path_factory.mktemp("wheel")
    pip(Path(sys.executable), "wheel", "--no-build-isolation", f"--wheel-dir={folder}", str(ROOT))
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def scripts(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the commands of a venv lie that holds the wheel and, by reference, what it depends on."""
    place = tmp_path_factory.mktemp("venv")
    venv.create(place, symlinks=os.name != "nt")
    scheme = "nt" if os.name == "nt" else "posix_prefix"
    paths = sysconfig.get_paths(scheme, vars={"base": str(place), "platbase": str(place)})
    # this adds the folder (pip lies there, too), but does not read its .pth files, which know the checkout
    reference = Path(paths["purelib"]) / "dependencies.pth"
    reference.write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    folder = Path(paths["scripts"])
    pip(folder / "python", "install", "--ignore-installed", str(wheel))
    return folder


def pip(python: Path, command: str, *arguments: str) -> None:
    """Let a Python's pip do something without the network."""
    subprocess.run([str(python), "-m", "pip", command, *OFFLINE, *arguments], check=True)


def members(wheel: Path) -> list[str]:
    """The files in the wheel."""
    with ZipFile(wheel) as archive:
        return archive.namelist()


def run(scripts: Path, folder: Path, *arguments: str) -> str:
    """What the installed command prints."""
    command = [str(scripts / "gaohang-viewer"), *arguments]
    return subprocess.run(
        command, cwd=folder, check=True, stdout=subprocess.PIPE, encoding="utf-8", timeout=60
    ).stdout


def test_the_wheel_holds_every_resource(wheel: Path) -> None:
    names = {name for name in members(wheel) if name.startswith("gaohang_viewer/_resources/")}
    files = {
        path.relative_to(ROOT / "resources").as_posix()
        for path in (ROOT / "resources").rglob("*")
        if path.is_file()
    }
    assert names == {f"gaohang_viewer/_resources/{file}" for file in files}
    assert {file.split("/")[0] for file in files} >= set(RESOURCES)


def test_the_wheel_holds_the_program_and_nothing_beside(wheel: Path) -> None:
    tops = {name.split("/")[0] for name in members(wheel)}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"gaohang_viewer"}


def test_it_runs_from_the_venv_and_not_from_the_checkout(scripts: Path, tmp_path: Path) -> None:
    code = "import gaohang_viewer; print(gaohang_viewer.__file__)"
    found = subprocess.check_output([str(scripts / "python"), "-c", code], cwd=tmp_path, text=True)
    assert Path(found.strip()).is_relative_to(scripts.parent)


def test_it_knows_its_version(scripts: Path, wheel: Path, tmp_path: Path) -> None:
    assert wheel.name.split("-")[1] in run(scripts, tmp_path, "--version")


def test_it_finds_the_built_in_report(scripts: Path, tmp_path: Path) -> None:
    outline = json.loads(run(scripts, tmp_path, "outline", "--json"))
    assert len(outline) == 46


def test_it_writes_a_pdf(scripts: Path, tmp_path: Path) -> None:
    run(scripts, tmp_path, "pdf", "-o", "report.pdf")
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF")


def test_its_window_opens_and_stays(scripts: Path, tmp_path: Path) -> None:
    private = {name: str(tmp_path) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME")}
    environment = os.environ | private | {"QT_QPA_PLATFORM": "offscreen"}
    process = subprocess.Popen([str(scripts / "gaohang-viewer")], cwd=tmp_path, env=environment)
    try:
        time.sleep(3)
        assert process.poll() is None
    finally:
        process.terminate()
        process.wait(10)
