"""A print service and printers of the tests' own: a cupsd that no other program sees, on the loopback only."""

from __future__ import annotations

import os
import shutil
import socket
import stat
import subprocess
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_SERVICE = """\
Listen 127.0.0.1:{port}
LogLevel debug
Browsing Off
DefaultAuthType None
WebInterface No
PreserveJobHistory Yes
ErrorPolicy retry-current-job
<Location />
Order allow,deny
Allow all
</Location>
<Location /admin>
Order allow,deny
Allow all
</Location>
<Policy default>
JobPrivateAccess all
JobPrivateValues none
<Limit All>
Order deny,allow
</Limit>
</Policy>
"""
_PLACES = """\
ServerRoot {0}/conf
RequestRoot {0}/spool
TempDir {0}/spool/tmp
CacheDir {0}/cache
StateDir {0}/state
AccessLog {0}/log/access
ErrorLog {0}/log/error
PageLog {0}/log/page
"""
# What the printer does with a job: it waits while `hold` is there, then keeps the sheets and what was said of them.
_PRINT = """\
#!/bin/sh
touch "{0}/begun"
while [ -e "{0}/hold" ]; do sleep 0.05; done
env | grep "^IPP_" > "{0}/$IPP_JOB_ID.said"
cp "$1" "{0}/$IPP_JOB_ID.part" && mv "{0}/$IPP_JOB_ID.part" "{0}/$IPP_JOB_ID.sheets"
"""


def missing() -> list[str]:
    """The programs that are not here, without which there is nothing to print on."""
    paths = os.environ.get("PATH", "") + ":/usr/sbin:/sbin"
    needed = ("cupsd", "ippeveprinter", "lpadmin", "dbus-daemon")
    return [name for name in needed if not shutil.which(name, path=paths)]


class Printer:
    """An IPP printer, and the queue for it: `name` in both."""

    def __init__(self, folder: Path, name: str, kind: str, environment: dict[str, str]) -> None:
        self.name = name
        self.port = _free_port()
        self._folder = folder / name
        self._folder.mkdir()
        script = self._folder / "print"
        script.write_text(_PRINT.format(self._folder))
        script.chmod(script.stat().st_mode | stat.S_IXUSR)
        self._command = ["ippeveprinter", "-v", "-r", "off", "-2", "-n", "localhost", "-p", str(self.port)]
        self._command += ["-f", kind, "-c", str(script), "-d", str(self._folder), name]
        self._environment = environment
        self._process: subprocess.Popen[bytes] | None = None
        self.switch_on()

    @property
    def uri(self) -> str:
        return f"ipp://localhost:{self.port}/ipp/print"

    def switch_on(self) -> None:
        self._process = _start(self._command, self._environment, self._folder / "log")
        _wait_for_port(self.port, self._process)

    def switch_off(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.wait()

    def hold(self, *, on: bool) -> None:
        """Whether the paper tray sticks: jobs come in, and wait."""
        if on:
            (self._folder / "hold").touch()
        else:
            (self._folder / "hold").unlink(missing_ok=True)

    @property
    def begun(self) -> Path:
        """A file that is there once it has begun to print."""
        return self._folder / "begun"

    def heard(self, operation: str) -> bool:
        """Whether it was asked to do this, as `Cancel-Job`."""
        return f"{operation} " in (self._folder / "log").read_text("utf-8", "replace")

    def take(self) -> list[tuple[bytes, dict[str, str]]]:
        """What was printed since the last call, job by job, and what was asked for, as `sides` or `copies`."""
        taken = []
        for sheets in sorted(self._folder.glob("*.sheets")):
            said = sheets.with_suffix(".said").read_text("utf-8")
            pairs = (line.removeprefix("IPP_").partition("=") for line in said.splitlines())
            asked = {name.lower().replace("_", "-"): value for name, _, value in pairs}
            taken.append((sheets.read_bytes(), asked))
            sheets.unlink()
        return taken


class PrintService:
    """cupsd with its own settings, spool and port; `environment` leads a program to it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.port = _free_port()
        # As a copy: where a security profile is tied to the path of cupsd, this one may not be read outside /etc.
        daemon = Path(shutil.copy2(_program("cupsd"), folder / "cupsd"))
        for name in ("conf", "spool/tmp", "cache", "state", "log"):
            (folder / name).mkdir(parents=True)
        service, places = folder / "conf" / "cupsd.conf", folder / "conf" / "cups-files.conf"
        service.write_text(_SERVICE.format(port=self.port))
        places.write_text(_PLACES.format(folder))
        self.environment = {
            **os.environ,
            "PATH": os.environ.get("PATH", "") + ":/usr/sbin:/sbin",
            "CUPS_SERVER": f"127.0.0.1:{self.port}",
            "DBUS_SYSTEM_BUS_ADDRESS": f"unix:path={folder}/bus",  # the printers ask it for a name in the net
            "LC_ALL": "C.UTF-8",
        }
        self._printers: list[Printer] = []
        bus = ["dbus-daemon", "--session", "--nofork", "--nopidfile", f"--address=unix:path={folder}/bus"]
        self._bus = _start(bus, self.environment, folder / "log" / "bus")
        _wait(lambda: (folder / "bus").exists(), "dbus-daemon did not start")
        command = [str(daemon), "-f", "-c", str(service), "-s", str(places)]
        self._daemon = _start(command, self.environment, folder / "log" / "cupsd")
        _wait_for_port(self.port, self._daemon)

    def add(self, name: str, kind: str = "application/pdf") -> Printer:
        """A printer that takes documents of this kind, and its queue; the last one is the usual printer."""
        printer = Printer(self._folder, name, kind, self.environment)
        self._printers.append(printer)
        self.run("lpadmin", "-p", name, "-E", "-v", printer.uri, "-m", "everywhere")
        self.run("lpadmin", "-d", name)
        return printer

    def run(self, *command: str) -> str:
        """A program of the print service: `cupsdisable`, `lpstat` and the like; what it said."""
        done = subprocess.run(
            command, env=self.environment, capture_output=True, text=True, timeout=60, check=False
        )
        assert done.returncode == 0, f"{command}: {done.stderr}\n{self.log()}"
        return done.stdout

    def jobs(self) -> str:
        """The jobs that are still to be printed, one a line."""
        return self.run("lpstat", "-o")

    def until(self, condition: Callable[[], bool]) -> None:
        """Waits for what the service or a printer does in its own time."""
        _wait(condition, self.log())

    def log(self) -> str:
        """The end of what the service wrote down, to be shown where a test fails."""
        log = self._folder / "log" / "error"
        return log.read_text("utf-8", "replace")[-4000:] if log.exists() else ""

    def stop(self) -> None:
        for printer in self._printers:
            printer.switch_off()
        self._daemon.terminate()
        self._daemon.wait()
        self._bus.terminate()
        self._bus.wait()


def _program(name: str) -> str:
    found = shutil.which(name, path=os.environ.get("PATH", "") + ":/usr/sbin:/sbin")
    assert found is not None, name
    return found


def _start(command: list[str], environment: dict[str, str], log: Path) -> subprocess.Popen[bytes]:
    with log.open("ab") as file:
        path = [_program(command[0]), *command[1:]]
        return subprocess.Popen(path, env=environment, stdin=subprocess.DEVNULL, stdout=file, stderr=file)


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _wait_for_port(port: int, process: subprocess.Popen[bytes]) -> None:
    def answers() -> bool:
        assert process.poll() is None, f"{process.args!r} ended with {process.returncode}"
        with socket.socket() as asking:
            return asking.connect_ex(("localhost", port)) == 0

    _wait(answers, f"{process.args!r} does not answer")


def _wait(until: Callable[[], bool], complaint: str) -> None:
    for _ in range(400):
        if until():
            return
        time.sleep(0.05)
    raise AssertionError(complaint)
