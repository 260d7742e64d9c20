"""A hostile report goes the whole way through the program, and nothing runs, calls home, or opens the secret."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, NamedTuple

import pypdfium2
import pytest

from gaohang_viewer.loading import Options, open_report
from gaohang_viewer.report.links import safe
from gaohang_viewer.report.model import ProblemKind
from tests.security.hostile import CANARY, Trap, set_trap

REPORTS = ("a.md", "b.html", "c.docx", "d.md")
STRACE = shutil.which("strace")
_OPENED = re.compile(r'(?:open|openat|openat2|creat)\((?:AT_FDCWD, )?"([^"]*)"')
_NETWORK = re.compile(r"\b(?:connect|sendto|sendmsg)\(.*AF_INET|socket\(AF_INET")


class Visitors(ThreadingHTTPServer):
    """A server on this machine that only counts who comes."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), BaseHTTPRequestHandler)
        self.came: list[object] = []

    def verify_request(self, request: Any, client_address: Any) -> bool:  # noqa: ARG002 - its base wants both
        self.came.append(client_address)
        return False


class Walk(NamedTuple):
    """What one walk did: the facts that it wrote, what strace saw, and the folder of what was made."""

    facts: dict[str, Any]
    trace: str
    out: Path


@pytest.fixture(scope="module")
def visitors() -> Iterator[Visitors]:
    with Visitors() as server:
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        yield server
        server.shutdown()


@pytest.fixture(scope="module")
def trap(tmp_path_factory: pytest.TempPathFactory, visitors: Visitors) -> Trap:
    return set_trap(tmp_path_factory.mktemp("hostile"), f"http://127.0.0.1:{visitors.server_port}")


@pytest.fixture(scope="module")
def walks(trap: Trap) -> dict[str, Walk]:
    """A walk with each report, all at once: strace makes them slow, and they wait on one another for nothing."""
    running = {}
    for name in ("a.md", "b.html", "c.docx"):
        out = trap.folder.parent / f"out-{name}"
        out.mkdir()
        command = [sys.executable, "-m", "tests.security.walk", str(trap.folder / name), str(out)]
        if STRACE and _can_trace():
            command = [
                STRACE,
                "-f",
                "--seccomp-bpf",
                "-qq",
                "-s",
                "300",
                "-o",
                str(out / "trace"),
                "-e",
                "trace=%file,%network",
                *command,
            ]
        with (out / "log").open("wb") as log:
            running[name] = (
                subprocess.Popen(command, cwd=Path(__file__).parents[2], stdout=log, stderr=log),
                out,
            )
    codes = {name: process.wait(timeout=120) for name, (process, _) in running.items()}
    done = {}
    for name, (_, out) in running.items():
        assert codes[name] == 0, (out / "log").read_text("utf-8", "replace")[-3000:]
        trace = (out / "trace").read_text("utf-8", "replace") if (out / "trace").exists() else ""
        done[name] = Walk(json.loads((out / "audit.json").read_text("utf-8")), trace, out)
    return done


def _can_trace() -> bool:
    """Whether this machine lets one process watch another; some containers forbid it."""
    return (
        subprocess.run(
            [str(STRACE), "-f", "--seccomp-bpf", "-qq", "-o", "/dev/null", "true"],
            capture_output=True,
            check=False,
        ).returncode
        == 0
    )


@pytest.mark.parametrize("name", REPORTS[:3])
def test_python_opens_no_socket_and_starts_nothing_but_the_typesetter(
    walks: dict[str, Walk], name: str
) -> None:
    seen = walks[name].facts["seen"]
    assert len(seen) > 100
    assert not [
        each
        for each in seen
        if each[0].startswith(
            ("socket.", "os.system", "os.exec", "os.posix_spawn", "os.startfile", "urllib.", "webbrowser.")
        )
    ]
    started = [each[1:] for each in seen if each[0] == "subprocess.Popen"]
    assert all("gaohang_viewer.typeset" in arguments for _, arguments in started), started


@pytest.mark.parametrize("name", REPORTS[:3])
def test_python_never_opens_what_lies_outside_the_folder(
    walks: dict[str, Walk], trap: Trap, name: str
) -> None:
    touched = [each for each in walks[name].facts["seen"] if each[0] != "os.readlink"]
    outside = str(trap.secret.parent)
    assert not [
        each for each in touched if outside in "".join(each[1:2]) or "127.0.0.1" in "".join(each[1:2])
    ]
    below = {Path(each[1]).name for each in touched if each[0] == "open" and str(trap.folder) in each[1]}
    assert below <= {name, "good.png", "vector.svg"}


@pytest.mark.parametrize("name", REPORTS[:3])
def test_the_system_sees_no_network_no_foreign_program_and_no_look_at_the_secret(
    walks: dict[str, Walk], trap: Trap, name: str
) -> None:
    trace = walks[name].trace
    if not trace:
        assert STRACE is None or not _can_trace(), "strace is here, but wrote nothing"
        return  # the two tests above stand alone where processes may not be watched
    lines = trace.splitlines()
    assert [line for line in lines if "execve(" in line]
    programs = {Path(line.split('"')[1]).name for line in lines if "execve(" in line and "= 0" in line}
    assert all(each.startswith("python") for each in programs), programs
    assert not [line for line in lines if _NETWORK.search(line)]
    # A link's target is read, as text; the target itself is never looked at
    names = [
        line.split('"')[1]
        for line in lines
        if '"' in line and "readlink" not in line and "execve" not in line
    ]
    assert not [each for each in names if str(trap.secret.parent) in each or "127.0.0.1" in each]
    written = [each for each in _OPENED.findall(trace) if each.startswith(str(trap.folder))]
    assert {Path(each).name for each in written} <= {name, "good.png", "vector.svg"} | {trap.folder.name}


def test_nobody_came_to_the_server(walks: dict[str, Walk], visitors: Visitors) -> None:
    assert walks
    assert visitors.came == []


@pytest.mark.parametrize("name", REPORTS[:3])
def test_text_is_nowhere_taken_for_html(walks: dict[str, Walk], name: str) -> None:
    assert walks[name].facts["rich"] == []


@pytest.mark.parametrize("name", REPORTS[:3])
def test_what_is_made_holds_the_words_and_not_the_secret(
    walks: dict[str, Walk], trap: Trap, name: str
) -> None:
    out = walks[name].out
    for made in ("official.pdf", "slides.pdf", "out.docx", "out.pptx", "out.md"):
        assert CANARY.encode() not in (out / made).read_bytes()
    pdf = pypdfium2.PdfDocument(out / "official.pdf")
    text = "".join(page.get_textpage().get_text_range() for page in pdf)
    pdf.close()
    assert "#read(" in "".join(text.split())
    assert not (trap.secret.parent / "overwritten.txt").exists()
    assert all(safe(link) == link for link in walks[name].facts["links"])


@pytest.mark.parametrize("name", REPORTS)
def test_every_picture_that_was_not_read_is_told(trap: Trap, name: str) -> None:
    report = open_report(trap.folder / name)
    told = {
        problem.text
        for problem in report.problems
        if problem.kind in (ProblemKind.OUTSIDE, ProblemKind.ELSEWHERE)
    }
    assert len(told) >= len(trap.addresses) - 1


@pytest.mark.parametrize("name", REPORTS)
def test_even_with_leave_nothing_of_the_network_is_read(trap: Trap, name: str) -> None:
    report = open_report(trap.folder / name, Options(pictures_elsewhere=True))
    told = [problem.text for problem in report.problems if problem.kind is ProblemKind.OUTSIDE]
    assert len(told) >= 8
    if name != "c.docx":  # in which a page is inserted, of which nothing outside is read
        assert all("127.0.0.1" in text or "script:" in text for text in told)
    if name != "b.html":  # whose base lies elsewhere
        assert any(CANARY.encode() in data for data in report.images.values())


def test_of_a_web_archive_nothing_outside_it_is_read(trap: Trap, visitors: Visitors) -> None:
    before = len(visitors.came)
    report = open_report(trap.folder / "e.mht", Options(pictures_elsewhere=True))
    assert not report.images
    assert "工作报告" in report.title
    assert len(visitors.came) == before
