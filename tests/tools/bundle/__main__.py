"""Makes a folder that starts on a machine without Python, for the system it is made on, and tells its size."""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
NAME = "gaohang-viewer"
_LEFT_IN = ("_typst*", "stringzilla*", "libpython*")  # what is built with all its symbols, 45 MB of them


def main(arguments: list[str]) -> int:
    """Build, make smaller, pack if it is wanted; returns the exit code."""
    parser = argparse.ArgumentParser(prog="dev.py bundle", description=__doc__)
    parser.add_argument("out", metavar="OUT", nargs="?", type=Path, default=ROOT / "dist")
    parser.add_argument("--pack", action="store_true", help="into one file beside the folder, too")
    said = parser.parse_args(arguments)
    build(said.out)
    folder = said.out / ("Gaohang Viewer.app" if sys.platform == "darwin" else NAME)
    if sys.platform == "linux":
        strip(folder)
    print(f"{folder}: {size(folder):.0f} MB")
    if said.pack:
        kind = "zip" if sys.platform == "win32" else "xztar"
        packed = Path(shutil.make_archive(str(said.out / NAME), kind, said.out, folder.name))
        print(f"{packed}: {packed.stat().st_size / 1e6:.0f} MB")
    return 0


def build(out: Path) -> None:
    """Let PyInstaller follow the recipe."""
    where = [f"--distpath={out}", f"--workpath={ROOT / 'build'}"]
    recipe = str(HERE / f"{NAME}.spec")
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level=WARN", *where, recipe]
    subprocess.run(command, check=True, cwd=ROOT)


def strip(folder: Path) -> None:
    """Take the symbols out of those libraries that come with them, where there is a tool for it."""
    tool = shutil.which("strip")
    for pattern in _LEFT_IN if tool else ():
        for file in folder.rglob(pattern):
            if file.is_file() and ".so" in file.suffixes:
                subprocess.run([str(tool), "--strip-unneeded", str(file)], check=True)


def size(folder: Path) -> float:
    """What the files in a folder take, in millions of bytes."""
    return sum(file.stat().st_size for file in folder.rglob("*") if not file.is_symlink()) / 1e6


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
