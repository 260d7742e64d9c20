from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from gaohang_viewer.report.model import Report
from gaohang_viewer.typeset.engine.job import Job, TypesetError
from gaohang_viewer.typeset.engine.typesetter_pool import TypesetterPool, Typesetting
from gaohang_viewer.typeset.engine.worker_process import Typesetter
from gaohang_viewer.typeset.paper_job import paper_job


@pytest.fixture
def pool() -> Iterator[TypesetterPool]:
    made = TypesetterPool(seconds=3600)
    yield made
    made.close()


def process_of(pool: TypesetterPool) -> int:
    """The id of the unused process."""
    assert pool._unused is not None
    assert pool._unused._child is not None
    return pool._unused._child.process.pid


def typeset(pool: TypesetterPool, job: Job) -> bytes:
    typesetting = Typesetting(pool)
    typesetting.start(job)
    return typesetting.wait().pdf


def test_the_next_job_gets_the_process_of_the_last_one_even_after_an_error(
    pool: TypesetterPool, report: Report
) -> None:
    typeset(pool, paper_job(report, {0}))
    process = process_of(pool)
    with pytest.raises(TypesetError):
        typeset(pool, Job("reading.typ", {"title": 5}))
    typeset(pool, paper_job(report, {1}))
    assert process_of(pool) == process


def test_jobs_at_the_same_time_have_processes_of_their_own(pool: TypesetterPool) -> None:
    first = pool.take()
    pool.give_back(first)
    assert pool.take() is first
    second = pool.take()
    assert second is not first
    pool.give_back(first)
    pool.give_back(second)
    assert pool._unused is first
    assert second._closed


def test_a_cancelled_typesetter_is_not_used_again(pool: TypesetterPool, report: Report) -> None:
    typesetting = Typesetting(pool)
    typesetting.start(paper_job(report, {0}))
    used = typesetting._typesetter
    typesetting.cancel()
    assert pool._unused is None
    assert pool.take() is not used


def test_an_unused_process_ends_after_a_while(report: Report) -> None:
    pool = TypesetterPool(seconds=0.01)
    unused = Typesetter()
    unused.start()
    pool.give_back(unused)
    end = time.monotonic() + 60
    while not unused._closed:
        assert time.monotonic() < end
        time.sleep(0.01)
    assert pool.take() is not unused


def test_an_unused_process_waits_while_more_jobs_are_expected() -> None:
    pool = TypesetterPool(seconds=0)
    pool.expecting = True
    unused = Typesetter()
    pool.give_back(unused)
    assert pool.take() is unused
    pool.close()


def test_nothing_is_kept_once_it_is_closed(pool: TypesetterPool) -> None:
    pool.close()
    late = Typesetter()
    pool.give_back(late)
    assert late._closed
