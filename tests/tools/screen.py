"""A private X screen: the real program in a real window, driven by keys and mouse, looked at pixel by pixel.

    with Screen() as screen:
        screen.start(sys.executable, "-m", "gaohang_viewer")
        screen.wait_title("Gaohang")
        screen.keys("F5")
        screen.wait_quiet()
        screen.picture().save(Path("show.png"))

Xvfb keeps its picture in a file that is mapped here, so that looking costs a memcmp and no round trip. Keys and
mouse go through the server's XTEST extension, as from a real keyboard. Everything ends with the `with` block.
"""

from __future__ import annotations

import ctypes
import mmap
import os
import shutil
import struct
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from PIL import Image
from Xlib import XK, X
from Xlib.display import Display
from Xlib.error import XError
from Xlib.ext import xtest

if TYPE_CHECKING:
    from typing_extensions import Self
    from Xlib.xobject.drawable import Window

_PATIENCE = 60  # seconds to wait for anything: of many programs on a machine, this one may come last
_GLANCE = 0.05  # seconds between two looks at what is waited for
_KEYSYMS = {"ctrl": "Control_L", "shift": "Shift_L", "alt": "Alt_L", "enter": "Return", "esc": "Escape"}
_KEYSYMS |= {"pgup": "Prior", "pgdn": "Next", "space": "space", "tab": "Tab", "backspace": "BackSpace"}
_KEYSYMS |= {"plus": "plus", "left": "Left", "right": "Right", "up": "Up", "down": "Down"}
_BUS = """<busconfig><type>session</type><listen>unix:tmpdir={folder}</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy></busconfig>"""


def available() -> str | None:
    """Why no screen can be made here, or None when one can."""
    if sys.platform != "linux":
        return "Xvfb is for Linux"
    missing = [name for name in ("Xvfb", "openbox") if not shutil.which(name)]
    return f"{' and '.join(missing)} not installed" if missing else None


def bus_configuration(folder: Path) -> str:
    """What dbus-daemon is told to be a session's bus that offers nothing, its socket in this folder."""
    return _BUS.format(folder=folder)


@dataclass(frozen=True)
class Picture:
    """What a screen showed at one moment: 32-bit pixels in the order blue, green, red, unused."""

    size: tuple[int, int]
    data: bytes

    def pixel(self, x: int, y: int) -> tuple[int, int, int]:
        """Red, green and blue of one pixel."""
        blue, green, red = self.data[(y * self.size[0] + x) * 4 :][:3]
        return red, green, blue

    def region(self, x: int, y: int, width: int, height: int) -> Picture:
        """A part of the picture; two parts are the same when they are equal."""
        start, line = (y * self.size[0] + x) * 4, self.size[0] * 4
        rows = (self.data[start + row * line :][: width * 4] for row in range(height))
        return Picture((width, height), b"".join(rows))

    def colours(self) -> Counter[tuple[int, int, int]]:
        """How many pixels of each colour there are."""
        counted = self._as_pillow().getcolors(self.size[0] * self.size[1])
        return Counter({cast("tuple[int, int, int]", colour): count for count, colour in counted or ()})

    def save(self, path: Path) -> None:
        """Write it as PNG."""
        self._as_pillow().save(path)

    def _as_pillow(self) -> Image.Image:
        return Image.frombuffer("RGBX", self.size, self.data, "raw", "BGRX", 0, 1).convert("RGB")


class FrameBuffer:
    """The server's picture as memory, with a copy of what was last seen."""

    def __init__(self, path: Path) -> None:
        with path.open("r+b") as file:
            self._map = mmap.mmap(file.fileno(), 0)
        header = struct.unpack(">25I", self._map[:100])
        header_size, self.width, self.height, self._line, colours = (header[i] for i in (0, 4, 5, 12, 19))
        self.start, self.length = header_size + 12 * colours, self._line * self.height
        view = (ctypes.c_char * self.length).from_buffer(self._map, self.start)
        self._live, self._view = ctypes.addressof(view), view
        self._seen = ctypes.create_string_buffer(self.length)
        library = ctypes.CDLL(None)
        self._compare, self._copy = library.memcmp, ctypes.memmove
        self._compare.argtypes = [ctypes.c_void_p, ctypes.c_void_p, ctypes.c_size_t]
        self._glances = 0
        self.changed()

    def changed(self) -> bool:
        """Whether the picture is another than at the last call."""
        if self._compare(self._live, ctypes.addressof(self._seen), self.length) == 0:
            return False
        self._copy(self._seen, self._live, self.length)
        return True

    def glance(self) -> bool:
        """As `changed`, in a quarter of the time: looks at every fourth line only, at the others in later calls."""
        self._glances += 1
        live, seen, line = self._live, ctypes.addressof(self._seen), self._line
        starts = range(self._glances % 4 * line, self.length, 4 * line)
        return any(self._compare(live + at, seen + at, line) for at in starts) and self.changed()

    def seen(self) -> bytes:
        """The picture of the last call of `changed`."""
        return self._seen.raw

    def picture(self) -> Picture:
        """The picture now."""
        data, width = bytes(self._view), self.width * 4
        if self._line != width:
            data = b"".join(data[at : at + width] for at in range(0, len(data), self._line))
        return Picture((self.width, self.height), data)

    def close(self) -> None:
        """Give the memory back."""
        del self._view
        self._map.close()


class Screen:
    """An X server of its own, with a window manager, a message bus and private folders for the programs on it."""

    def __init__(
        self,
        size: tuple[int, int] = (1920, 1080),
        *,
        window_manager: bool = True,
        lang: str = "C.UTF-8",
        home: Path | None = None,
    ) -> None:
        if reason := available():
            raise RuntimeError(reason)
        self._started: list[subprocess.Popen[bytes]] = []
        self._folder = Path(tempfile.mkdtemp(prefix="screen-"))
        memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None  # noqa: S108 - mkdtemp makes it private
        self._memory = Path(tempfile.mkdtemp(prefix="screen-", dir=memory))
        self.home = home or self._folder / "home"
        with ExitStack() as on_failure:
            on_failure.callback(self.close)
            self.display = self._start_server(size)
            self.frame = FrameBuffer(self._memory / "Xvfb_screen0")
            self.env = self._environment(lang)
            self.env["DBUS_SESSION_BUS_ADDRESS"] = self._start_bus()
            self._x = Display(self.display)
            if window_manager:
                self._start_window_manager()
            on_failure.pop_all()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End what was started here, the last first, and remove its folders."""
        if hasattr(self, "_x"):
            self._x.close()
        for process in reversed(self._started):
            process.terminate()
            try:
                process.wait(3)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
            if process.stdout:
                process.stdout.close()
        self._started.clear()
        if hasattr(self, "frame"):
            self.frame.close()
        for folder in (self._folder, self._memory):
            shutil.rmtree(folder, ignore_errors=True)

    def start(self, *command: str, **environment: str) -> subprocess.Popen[bytes]:
        """Start a program on this screen; what it says goes where this process's words go."""
        return self._launch(list(command), env=self.env | environment, cwd=self.home)

    def end(self, process: subprocess.Popen[bytes]) -> int:
        """End a program that was started here, and give its exit code."""
        process.terminate()
        self._started.remove(process)
        return process.wait(10)

    # keys and mouse

    def key(self, combination: str) -> None:
        """Press and release a key, `"F5"`, or keys together, `"ctrl+shift+f"`; `"plus"` is the + key."""
        codes = [self._keycode(name) for name in combination.split("+")]
        for code in codes:
            xtest.fake_input(self._x, X.KeyPress, code)
        for code in reversed(codes):
            xtest.fake_input(self._x, X.KeyRelease, code)
        self._x.sync()

    @contextmanager
    def held(self, name: str) -> Iterator[None]:
        """Keep a key down; it repeats as on a keyboard."""
        code = self._keycode(name)
        xtest.fake_input(self._x, X.KeyPress, code)
        self._x.sync()
        try:
            yield
        finally:
            xtest.fake_input(self._x, X.KeyRelease, code)
            self._x.sync()

    def keys(self, *combinations: str, pause: float = 0.05) -> None:
        """Press several keys one after another, as fast as fingers do."""
        for combination in combinations:
            self.key(combination)
            time.sleep(pause)

    def type(self, text: str) -> None:
        """Type ASCII text."""
        for character in text:
            code, shifted = next(iter(self._x.keysym_to_keycodes(ord(character))))
            shift = [self._keycode("shift")] if shifted else []
            for press in (*shift, code):
                xtest.fake_input(self._x, X.KeyPress, press)
            for release in (code, *shift):
                xtest.fake_input(self._x, X.KeyRelease, release)
            self._x.sync()
            time.sleep(0.01)

    def move(self, x: int, y: int) -> None:
        """Put the pointer somewhere."""
        xtest.fake_input(self._x, X.MotionNotify, x=x, y=y)
        self._x.sync()

    def click(self, x: int, y: int, button: int = 1) -> None:
        """Click there: 1 left, 2 middle, 3 right, 8 and 9 the side buttons for back and forward."""
        self.move(x, y)
        xtest.fake_input(self._x, X.ButtonPress, button)
        xtest.fake_input(self._x, X.ButtonRelease, button)
        self._x.sync()

    def drag(self, *places: tuple[int, int]) -> None:
        """Press the left button at the first place, let it go at the last."""
        self.move(*places[0])
        xtest.fake_input(self._x, X.ButtonPress, 1)
        self._x.sync()
        for place in places[1:]:
            time.sleep(0.03)  # a hand takes its time
            self.move(*place)
        xtest.fake_input(self._x, X.ButtonRelease, 1)
        self._x.sync()

    def wheel(self, steps: int) -> None:
        """Turn the wheel where the pointer is: up, or down if steps is below 0."""
        for _ in range(abs(steps)):
            xtest.fake_input(self._x, X.ButtonPress, 4 if steps > 0 else 5)
            xtest.fake_input(self._x, X.ButtonRelease, 4 if steps > 0 else 5)
            self._x.sync()

    # what is to be seen

    def picture(self) -> Picture:
        """What the screen shows now."""
        return self.frame.picture()

    def works(self) -> bool:
        """Whether a program that was started here runs, or waits for a processor or a disk.

        Its children do not count. On a busy machine a picture that does not change says nothing alone: the
        program may not have had its turn since the last key.
        """
        for process in self._started:
            for thread in Path(f"/proc/{process.pid}/task").glob("*/stat"):
                with suppress(OSError):  # it has ended
                    if thread.read_text().rpartition(") ")[2][0] in "RD":
                        return True
        return False

    def titles(self) -> list[str]:
        """The titles of the windows that can be seen."""
        root = self._x.screen().root
        listed = root.get_full_property(self._x.get_atom("_NET_CLIENT_LIST"), X.AnyPropertyType)
        ids: Iterable[int] = listed.value if listed else [window.id for window in root.query_tree().children]
        return [title for title in map(self._title, ids) if title]

    def wait_title(self, part: str, timeout: float = _PATIENCE) -> str:
        """Wait for a window with this in its title, and give the whole title."""
        end = time.monotonic() + timeout
        while time.monotonic() < end:
            for title in self.titles():
                if part in title:
                    return title
            time.sleep(_GLANCE)
        raise TimeoutError(f"no window has {part!r} in its title after {timeout} s: {self.titles()}")

    def wait_until(self, holds: Callable[[Picture], bool], timeout: float = _PATIENCE) -> Picture:
        """Wait for a picture of which this holds, and give it."""
        end = time.monotonic() + timeout
        while not holds(picture := self.picture()):
            if time.monotonic() > end:
                raise TimeoutError(f"the awaited picture has not come after {timeout} s")
            time.sleep(_GLANCE)
        return picture

    def wait_quiet(self, seconds: float = 0.3, timeout: float = _PATIENCE) -> None:
        """Wait until for so long the picture has kept still and the programs had nothing to do."""
        self.frame.changed()
        start = last = time.monotonic()
        while (now := time.monotonic()) - last < seconds:
            if self.frame.changed() or self.works():
                last = now
            if now - start > timeout:
                raise TimeoutError(f"the picture still changes after {timeout} s")
            time.sleep(_GLANCE)

    def wait_still(self, holds: Callable[[Picture], bool], timeout: float = _PATIENCE) -> Picture:
        """Wait as in `wait_quiet` until this holds of the picture that keeps still, and give it."""
        end = time.monotonic() + timeout
        while True:
            self.wait_quiet(timeout=timeout)
            if holds(picture := self.picture()):
                return picture
            if time.monotonic() > end:
                raise TimeoutError(f"the awaited picture has not come after {timeout} s")

    # inside

    def _launch(self, command: list[str], **options: Any) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, **options)
        self._started.append(process)
        return process

    def _start_server(self, size: tuple[int, int]) -> str:
        command = [
            "Xvfb",
            "-screen",
            "0",
            f"{size[0]}x{size[1]}x24",
            "-fbdir",
            str(self._memory),
            "-displayfd",
            "1",
        ]
        command += ["-nocursor", "-noreset", "-nolisten", "tcp", "-ac"]
        server = self._launch(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        return ":" + self._first_line(server)

    def _start_bus(self) -> str:
        """A message bus that offers nothing, so that no program talks to this machine's desktop."""
        if not shutil.which("dbus-daemon"):
            return "disabled:"
        configuration = self._folder / "bus.xml"
        configuration.write_text(bus_configuration(self._folder))
        command = ["dbus-daemon", f"--config-file={configuration}", "--nofork", "--print-address"]
        return self._first_line(self._launch(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL))

    def _start_window_manager(self) -> None:
        quiet = subprocess.DEVNULL
        self._launch(["openbox", "--sm-disable"], env=self.env, stdout=quiet, stderr=quiet)
        atom, end = self._x.get_atom("_NET_SUPPORTING_WM_CHECK"), time.monotonic() + 10
        while not self._x.screen().root.get_full_property(atom, X.AnyPropertyType):
            if time.monotonic() > end:
                raise TimeoutError("openbox does not come up")
            time.sleep(0.01)

    @staticmethod
    def _first_line(process: subprocess.Popen[bytes]) -> str:
        line = process.stdout.readline().decode().strip() if process.stdout else ""
        if not line:
            raise RuntimeError(f"{process.args!r} does not start")
        return line

    def _environment(self, lang: str) -> dict[str, str]:
        folders = {"XDG_CONFIG_HOME": ".config", "XDG_CACHE_HOME": ".cache", "XDG_DATA_HOME": ".local/share"}
        folders |= {"XDG_STATE_HOME": ".local/state", "XDG_RUNTIME_DIR": ".run"}
        for folder in folders.values():
            (self.home / folder).mkdir(mode=0o700, parents=True, exist_ok=True)
        private = {name: str(self.home / folder) for name, folder in folders.items()}
        session = {"DISPLAY": self.display, "XDG_SESSION_TYPE": "x11", "QT_QPA_PLATFORM": "xcb", "LANG": lang}
        # Of this process only where programs and the checkout under test are.
        found = {name: os.environ[name] for name in ("PATH", "PYTHONPATH") if name in os.environ}
        return {"PATH": os.defpath, "HOME": str(self.home)} | found | private | session

    def _keycode(self, name: str) -> int:
        keysym = XK.string_to_keysym(_KEYSYMS.get(name.lower(), name)) or (ord(name) if len(name) == 1 else 0)
        if not (code := self._x.keysym_to_keycode(keysym)):
            raise ValueError(f"the keyboard has no key {name!r}")
        return code

    def _title(self, window_id: int) -> str:
        window: Window = self._x.create_resource_object("window", window_id)
        try:
            if window.get_attributes().map_state != X.IsViewable:
                return ""
            name = self._x.get_atom("_NET_WM_NAME")
            # In one request: a title that changes between two of them would be torn in the middle of a letter.
            held = window.get_full_property(name, X.AnyPropertyType, sizehint=1024)
            return bytes(held.value).decode("utf-8") if held else ""
        except XError:  # it has gone in the meantime
            return ""
