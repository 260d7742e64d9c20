"""Set up this checkout and work with it. Needs Python 3.10 or newer and nothing else.

python3 dev.py run [ARGUMENTS]       open the program (without a display: make the tour in ./tour instead)
python3 dev.py test [ARGUMENTS]      run the tests on all cores; arguments go to pytest, -n 0 runs one by one
python3 dev.py check                 formatting, lint and types
python3 dev.py tour OUT              drive the program without a screen: a PNG of every view, and the PDFs
python3 dev.py headlines FILE        score the line breaks of headlines against the truth in FILE
python3 dev.py outlines FOLDER [-v]  score the outlines read in FOLDER/docs against those in FOLDER/gold; with
                                     --front FILE front pages, too, with --cases FOLDER small inputs
python3 dev.py slides FOLDER [--out DIR]    check the pages of slides of all reports in FOLDER, in all looks
python3 dev.py soak [--steps N] [--hours H] a long show in a short time: nothing may leak, no key be dropped
python3 dev.py fuzz FOLDER [--minutes M]    change files at random until one breaks the loading
python3 dev.py kills [--times N]     kill the program at random moments: nothing may be lost or left half
python3 dev.py bench [NAME...] [--json FILE] measure start, pdf, paper …; or --quick
python3 dev.py icon                  draw the program's icon in all sizes from its SVG
python3 dev.py bundle [OUT] [--pack] make a folder that starts without Python, in ./dist or OUT

The first call makes .venv with the versions in requirements.lock and, on Debian and its relatives, installs
the system libraries that Qt misses. Later calls start at once.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
LOG = VENV / "install.log"
BASE_PYTHON: str = getattr(sys, "_base_executable", None) or sys.executable  # not one of .venv, which may go

# What Qt's window, print and offscreen plugins load, and a Chinese serif face.
LIBRARIES = (
    "libgl1 libegl1 libxkbcommon0 libfontconfig1 libdbus-1-3 libglib2.0-0 libxcb-cursor0 libxcb-icccm4"
    " libxcb-keysyms1 libxcb-shape0 libxcb-image0 libxcb-render-util0 libxcb-xkb1 libxkbcommon-x11-0"
    " libwayland-cursor0 libcups2 fonts-noto-cjk"
)
# What tests and measurements need to have a screen of their own: the binary and its package.
SCREEN = {"Xvfb": "xvfb", "openbox": "openbox", "dbus-daemon": "dbus"}
# What tests need that nobody should have to install to run them, some 400 MB: only where CI is set.
CI_TOOLS = {
    "cupsd": "cups",
    "strace": "strace",
    "ippeveprinter": "cups-ipp-utils",
    "soffice": "libreoffice-writer-nogui libreoffice-impress-nogui",
}
# Of pytest, one more than there are cores, as tests also wait; tests/conftest.py says what goes to which.
WORKERS = ("-n", str((os.cpu_count() or 1) + 1), "--no-loadscope-reorder")
# What may be called without a display.
WINDOWLESS = (
    *("outline", "figures", "pdf", "export", "markdown", "--version", "--help", "-h"),
    *("--install-desktop", "--default", "--uninstall-desktop"),
)


def main(arguments: list[str]) -> int:
    """Set up what the command needs, then become it."""
    command, rest = (arguments[0], arguments[1:]) if arguments else ("--help", [])
    if command == "run":
        set_up()
        if sys.platform == "linux" and not has_display() and not (rest and rest[0] in WINDOWLESS):
            print("There is no display here: making the tour instead, pictures in ./tour.", flush=True)
            become("-m", "tests.tools.tour", str(ROOT / "tour"))
        become("-m", "gaohang_viewer", *rest)
    elif command in ("test", "bench"):
        set_up(screen=True)
        if command == "test":
            os.chdir(ROOT)
            become("-m", "pytest", *WORKERS, *rest)
        become("-m", "tests.tools.bench", *rest)
    elif command in ("tour", "headlines", "outlines", "slides", "soak", "fuzz", "kills", "icon"):
        set_up()
        become("-m", "tests.tools." + command, *rest)
    elif command == "bundle":
        set_up()
        if not is_done("bundle"):
            extra = ["install", "--no-build-isolation", "-c", "requirements.lock", "-e", ".[bundle]"]
            print("Installing PyInstaller ...", flush=True)
            logged([str(PYTHON), "-m", "pip", "--disable-pip-version-check", *extra])
            mark_done("bundle")
        become("-m", "tests.tools.bundle", *rest)
    elif command == "check":
        set_up()
        checks = (["ruff", "format", "--check", "."], ["ruff", "check", "."], ["mypy", "-n", "auto"])
        return max([subprocess.call([str(PYTHON), "-m", *check], cwd=ROOT) for check in checks])
    elif command in ("-h", "--help"):
        print(__doc__)
    else:
        print(f"dev.py knows no command {command}; python3 dev.py --help lists them.", file=sys.stderr)
        return 2
    return 0


def set_up(screen: bool = False) -> None:
    """Make .venv and install what the system lacks; do nothing when the marks of an earlier call stand."""
    linux = sys.platform == "linux"
    wanted = SCREEN | (CI_TOOLS if "CI" in os.environ else {}) if screen and linux else {}
    paths = os.environ.get("PATH", os.defpath) + ":/usr/sbin"  # where servers lie, which not every user looks
    missing = [packages for binary, packages in wanted.items() if not shutil.which(binary, path=paths)]
    tools = " ".join(missing).split()
    if not is_done("packages"):
        if linux and not find_spec("ensurepip"):  # Debian has it in a package of its own
            venv = f"python3.{sys.version_info.minor}-venv"
            apt([venv, *LIBRARIES.split(), *tools], "Python's venv module")
            tools = []
        make_venv()
        mark_done("packages")
    if not is_done("libraries"):
        missing = missing_libraries() if linux else []
        if missing:
            apt([*LIBRARIES.split(), *tools], f"what Qt needs ({missing[0]} and {len(missing) - 1} more)")
            tools = []
            missing = missing_libraries()
        if missing:
            tell(f"Qt still misses {', '.join(missing)}; please install what holds them.", needed=True)
        mark_done("libraries")
    if tools:
        apt(
            tools,
            " and ".join(tools) + " for tests in real windows and on real printers",
            needed="CI" in os.environ,
        )


def key() -> str:
    """What a set-up depends on: another lock, project file, Python or place asks for a new one."""
    files = b"".join((ROOT / name).read_bytes() for name in ("requirements.lock", "pyproject.toml"))
    return hashlib.sha256(files + f"{sys.version_info[:2]} {sys.base_prefix} {ROOT}".encode()).hexdigest()


def is_done(step: str) -> bool:
    """Whether this step of the set-up was finished for this very key."""
    mark = VENV / (step + ".done")
    return PYTHON.exists() and mark.is_file() and mark.read_text() == key()


def mark_done(step: str) -> None:
    """Written last of all, so that an interrupted step is done again."""
    (VENV / (step + ".done")).write_text(key())


def make_venv() -> None:
    """A new .venv with the locked packages and this project, editable."""
    if VENV.is_symlink() or VENV.is_file():
        VENV.unlink()
    shutil.rmtree(VENV, ignore_errors=True)
    VENV.mkdir()
    pip = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "install", "--no-deps"]
    print("Making .venv ...", flush=True)
    logged([BASE_PYTHON, "-m", "venv", str(VENV)])
    print("Installing the packages of requirements.lock (some 200 MB, once) ...", flush=True)
    logged([*pip, "--progress-bar", "off", "-r", "requirements.lock"])
    logged([*pip, "--no-build-isolation", "-e", "."])


def missing_libraries() -> list[str]:
    """Ask the loader which libraries the parts of Qt in use do not find."""
    if not shutil.which("ldd"):
        return []
    where = [str(PYTHON), "-c", "import PySide6; print(PySide6.__path__[0])"]
    qt = Path(subprocess.check_output(where, text=True).strip())
    parts = ["QtPrintSupport.*.so", "QtSvg.*.so", "Qt/plugins/printsupport/*.so"]
    parts += [f"Qt/plugins/platforms/libq{name}.so" for name in ("xcb", "wayland*", "offscreen")]
    files = [str(file) for part in parts for file in qt.glob(part)]
    report = subprocess.run(["ldd", *files], capture_output=True, text=True, check=False).stdout
    return sorted({line.split()[0] for line in report.splitlines() if line.endswith("=> not found")})


def apt(packages: list[str], reason: str, needed: bool = True) -> None:
    """Install Debian packages, or say what is missing and, if it is needed, stop."""
    install = ["install", "-y", "--no-install-recommends", *packages]
    prefix = become_root() if shutil.which("apt-get") else None
    if not shutil.which("apt-get"):
        tell(f"This system misses {reason}; please install it with the system's own tool.", needed)
    elif prefix is None:
        sudo, who = ("sudo ", "this") if shutil.which("sudo") else ("", "this as root")
        line = f"{sudo}apt-get update && {sudo}apt-get {' '.join(install)}"
        tell(f"This system misses {reason}. Please run {who}, then call again:\n{line}", needed)
    else:
        print(f"This system misses {reason}: installing it with apt-get ...", flush=True)
        VENV.mkdir(exist_ok=True)
        for step in (["update"], install):
            logged([*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", *step], needed)


def become_root() -> list[str] | None:
    """What to put before a command that needs root: nothing, sudo, or None when there is no way."""
    if os.geteuid() == 0:
        return []
    asking = ["-v"] if sys.stdin.isatty() else ["-n", "true"]
    return ["sudo"] if shutil.which("sudo") and subprocess.call(["sudo", *asking]) == 0 else None


def logged(command: list[str], needed: bool = True) -> None:
    """Run a step quietly; when it fails show the end of what it said and, if it is needed, stop."""
    with LOG.open("a", encoding="utf-8") as log:
        code = subprocess.call(command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
    if code:
        tail = "\n".join(LOG.read_text(encoding="utf-8", errors="replace").splitlines()[-15:])
        tell(f"{tail}\n`{' '.join(command)}` ended with {code}; all it said is in {LOG}.", needed)


def has_display() -> bool:
    """Whether a window can be shown on this Linux machine."""
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def become(*arguments: str) -> None:
    """Go on as the venv's Python; on Windows, where a process cannot, wait for it.

    Bytecode is written even where the environment says not to: else every program that a test starts would
    compile the whole package again.
    """
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [str(PYTHON), *arguments]
    if os.name == "nt":
        sys.exit(subprocess.call(command))
    os.execv(command[0], command)  # noqa: S606 - no shell is wanted


def tell(text: str, needed: bool) -> None:
    """Say what is wrong; stop if nothing can be done without it."""
    print(text, file=sys.stderr, flush=True)
    if needed:
        sys.exit(1)


if __name__ == "__main__":
    if sys.version_info < (3, 10):  # noqa: UP036 - who calls may not know
        sys.exit(f"dev.py needs Python 3.10 or newer; this is {sys.version.split()[0]}.")
    sys.exit(main(sys.argv[1:]))
