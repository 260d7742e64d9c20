from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from gaohang_viewer.report.model import Report, Section
from gaohang_viewer.system.parent_watch import PARENT
from gaohang_viewer.typeset.engine.compiler import compile_job
from gaohang_viewer.typeset.engine.job import Job, TypesetError
from gaohang_viewer.typeset.engine.typesetter_pool import TypesetterPool, Typesetting
from gaohang_viewer.typeset.engine.worker_process import Cancelled, Typesetter
from gaohang_viewer.typeset.line_breaking import HeadlineBreaker
from gaohang_viewer.typeset.paper_job import paper_job
from gaohang_viewer.typeset.slides.deck import deck
from gaohang_viewer.typeset.slides.deck_job import slides_job


@pytest.fixture
def pool() -> Iterator[TypesetterPool]:
    """A pool without a process yet."""
    made = TypesetterPool()
    yield made
    made.close()


def test_a_child_gives_what_the_program_itself_would(
    breaker: HeadlineBreaker, report: Report, pool: TypesetterPool
) -> None:
    job = slides_job(report, deck(report, breaker))
    typesetting = Typesetting(pool)
    typesetting.start(job)
    assert typesetting.wait() == compile_job(job)


def test_it_works_wherever_the_program_stands(
    report: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pool: TypesetterPool
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PYTHONPATH", raising=False)
    typesetting = Typesetting(pool)
    typesetting.start(paper_job(report, {0}))
    assert typesetting.wait().pdf.startswith(b"%PDF")


def test_an_error_comes_back_as_its_sentence(pool: TypesetterPool) -> None:
    typesetting = Typesetting(pool)
    typesetting.start(Job("reading.typ", {"title": 5}))
    with pytest.raises(TypesetError, match=r"."):
        typesetting.wait()


def test_a_child_that_dies_is_an_error(monkeypatch: pytest.MonkeyPatch, pool: TypesetterPool) -> None:
    monkeypatch.setattr(sys, "executable", "/bin/false" if sys.platform != "win32" else "where")
    typesetting = Typesetting(pool)
    typesetting.start(Job("reading.typ"))
    with pytest.raises(TypesetError):
        typesetting.wait()


def test_a_child_that_cannot_start_is_an_error(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, pool: TypesetterPool
) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "gone"))
    with pytest.raises(TypesetError, match="did not start"):
        Typesetting(pool).start(Job("reading.typ"))


def test_cancel_ends_the_process_at_once(pool: TypesetterPool) -> None:
    endless = Report("长", sections=(Section(1, "", "长", 1, "很长的段落，" * 200_000, 2),))
    typesetting = Typesetting(pool)
    typesetting.start(paper_job(endless))
    assert typesetting._typesetter is not None
    child = typesetting._typesetter._child
    assert child is not None
    threading.Timer(0.3, typesetting.cancel).start()
    with pytest.raises(Cancelled):
        typesetting.wait()
    assert child.process.returncode is not None


def test_cancel_before_start_starts_nothing(monkeypatch: pytest.MonkeyPatch, pool: TypesetterPool) -> None:
    monkeypatch.setattr(subprocess, "Popen", None)
    typesetting = Typesetting(pool)
    typesetting.cancel()
    typesetting.start(Job("reading.typ"))
    with pytest.raises(Cancelled):
        typesetting.wait()


def test_a_child_that_stays_sets_one_job_after_the_other(report: Report) -> None:
    typesetter = Typesetter()
    jobs = [paper_job(report, {0}), paper_job(report, {1})]
    assert [typesetter.set_pages(job).pdf for job in jobs] == [compile_job(job).pdf for job in jobs]
    with pytest.raises(TypesetError):
        typesetter.set_pages(Job("reading.typ", {"title": 5}))
    child = typesetter._child
    assert typesetter.set_pages(jobs[0]).pdf  # an error does not end it
    assert typesetter._child is child
    typesetter.close()


def test_after_a_cancel_the_next_job_gets_another_child(report: Report) -> None:
    typesetter = Typesetter()
    endless = Report("长", sections=(Section(1, "", "长", 1, "很长的段落，" * 200_000, 2),))
    threading.Timer(0.5, typesetter.cancel).start()
    with pytest.raises(Cancelled):
        typesetter.set_pages(paper_job(endless))
    assert typesetter.set_pages(paper_job(report, {0})).pdf.startswith(b"%PDF")
    typesetter.close()


def test_a_cancel_before_the_job_is_handed_over_leaves_no_child_open() -> None:
    class Interrupted(Typesetter):
        def start(self) -> None:
            super().start()
            self.cancel()

    typesetter = Interrupted()
    with pytest.raises(Cancelled):
        typesetter.set_pages(Job("reading.typ"))
    Typesetter.start(typesetter)
    child = typesetter._child
    assert child is not None
    typesetter.close()
    assert child.process.stdin is not None
    assert child.process.stdin.closed


def test_a_child_that_writes_much_to_its_standard_error_still_answers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, report: Report
) -> None:
    site = "import os, sys\nif 'PARENT' in os.environ: sys.stderr.write('a warning\\n' * 100_000)\n"
    (tmp_path / "sitecustomize.py").write_text(site.replace("PARENT", PARENT), "utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    typesetter = Typesetter()
    rescue = threading.Timer(20, typesetter.cancel)
    rescue.start()
    assert typesetter.set_pages(paper_job(report, {0})).pdf.startswith(b"%PDF")
    rescue.cancel()
    typesetter.close()
