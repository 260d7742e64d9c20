"""Sends a PDF to a queue of the CUPS print service, and watches until it is printed."""

from __future__ import annotations

import socket
import time
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from PySide6.QtCore import QCoreApplication

from gaohang_viewer.printing import libcups, printer_errors

if TYPE_CHECKING:
    from collections.abc import Mapping

    from gaohang_viewer.printing.background_job import PrintJob
    from gaohang_viewer.printing.libcups import Queue, State

_PIECE = 65536  # bytes between two checks for cancelling
_LOOK = 0.2  # s between two requests for the state of the job
_PATIENCE = 30.0  # s in which a printer must answer; one in standby needs some time
_WATCH = 60.0  # s of printing without problems, after which the system's list of jobs is left to report them
_SILENT = frozenset({"connecting-to-device", "offline", "offline-report", "timed-out"})
_HAS_IT = "cups-waiting-for-job-completed"  # reason that the printer has the whole job
_IPP = {"ipp": 631, "ipps": 631, "http": 80, "https": 443}


class Document(NamedTuple):
    """What is printed: its title in the queue, the PDF, and the number of pages of all copies."""

    title: str
    pdf: bytes
    pages: int


def spool(queue: Queue, document: Document, options: Mapping[str, str], print_job: PrintJob) -> None:
    """Prints a document; `options` are those of `lp -o`.

    Raises CannotPrint or Cancelled, after cancelling the CUPS job.
    """
    job = queue.create(document.title, options)
    if not job:
        raise _why_refused(queue)
    try:
        state = queue.printer()
        if state is not None and state.state == libcups.QUEUE_STOPPED:
            raise printer_errors.stopped(queue.name)
        _send(queue, job, document, print_job)
        _watch(queue, job, document.pages, print_job)
    except BaseException:
        queue.cancel(job)
        raise


def _why_refused(queue: Queue) -> printer_errors.CannotPrint:
    status, why = queue.error()
    if status == libcups.NOT_ACCEPTING:
        return printer_errors.stopped(queue.name)
    if queue.printer() is not None:
        return printer_errors.refused(queue.name, why)
    return (
        printer_errors.gone(queue.name)
        if queue.error()[0] == libcups.NOT_FOUND
        else printer_errors.no_service()
    )


def _send(queue: Queue, job: int, document: Document, print_job: PrintJob) -> None:
    text = QCoreApplication.translate("printing", "Sending the pages to the printer…")
    pdf = document.pdf
    print_job.report_progress(text, 0, len(pdf))
    going = queue.start_pdf(job, document.title)
    for start in range(0, len(pdf), _PIECE):
        print_job.report_progress(text, start, len(pdf))
        going = going and queue.write(pdf[start : start + _PIECE])
    if not (going and queue.finish()):
        raise printer_errors.refused(queue.name, queue.error()[1])


def _watch(queue: Queue, job: int, pages: int, print_job: PrintJob) -> None:
    """Waits until the job is done, or has been printing without problems for a while."""
    started_at = answered_at = time.monotonic()
    while True:
        state = queue.job(job)
        if state is None or state.state in (libcups.COMPLETED, libcups.HELD):
            return  # held: the user asked for a later time
        if state.state in (libcups.CANCELLED, libcups.ABORTED, libcups.STOPPED):
            raise printer_errors.refused(
                queue.name, state.message or ", ".join(sorted(state.reasons - {"none"}))
            )
        printer = queue.printer()
        if printer is not None and printer.state == libcups.QUEUE_STOPPED:
            raise printer_errors.stopped(queue.name)
        now = time.monotonic()
        if not _is_silent(state, printer):
            answered_at = now
            text = QCoreApplication.translate("printing", "Printing…")
        else:
            text = QCoreApplication.translate("printing", "Waiting for the printer to respond…")
        if now - answered_at > _PATIENCE:
            raise printer_errors.silent(queue.name)
        if answered_at - started_at > _WATCH:
            return
        # Many printers count pages received, not pages printed: a full bar would look finished.
        known = pages if 0 < state.printed < pages else 0
        for _ in range(5):
            print_job.report_progress(text, state.printed if known else 0, known)
            time.sleep(_LOOK / 5)


def _is_silent(job: State, printer: State | None) -> bool:
    """Whether the printer does not answer. The service reports that of most printers, but not of network
    printers."""
    if job.reasons & _SILENT:
        return True
    if _HAS_IT in job.reasons or printer is None:
        return False
    device = urlsplit(printer.device)
    if device.scheme not in _IPP or not device.hostname:
        return False
    try:
        with socket.create_connection((device.hostname, device.port or _IPP[device.scheme]), _LOOK * 5):
            return False
    except OSError:
        return True
