from __future__ import annotations

import threading

from gaohang_viewer.report.model import Report, Section
from gaohang_viewer.typeset.engine import font_catalog
from gaohang_viewer.typeset.engine.compiler import compile_job
from gaohang_viewer.typeset.paper_job import paper_job


def test_whoever_asks_at_the_same_time_gets_the_same_faces() -> None:
    found: list[object] = []
    askers = [threading.Thread(target=lambda: found.append(font_catalog.known(False))) for _ in range(4)]
    for asker in askers:
        asker.start()
    for asker in askers:
        asker.join()
    assert len(found) == 4
    assert all(one is found[0] for one in found)


def test_every_role_is_served_by_a_face_that_is_there() -> None:
    known = font_catalog.known(False)
    served = font_catalog.families(font_catalog.chains(known))
    assert {"serif", "sans", "display", "title", "body", "hei", "kaiti", "song"} <= set(served)
    assert set(served.values()) <= set(known.families())


def test_pages_are_the_same_whether_faces_were_read_ahead_or_not() -> None:
    job = paper_job(Report("报告", sections=(Section(1, "一、", "章", 1, "文"),)))
    before = compile_job(job).pdf
    font_catalog.read_ahead()
    font_catalog.read_ahead(official=True)
    assert compile_job(job).pdf == before
