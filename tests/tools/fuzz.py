"""Opens files that were changed at random until one breaks the loading: coverage-guided where atheris is there.

python3 dev.py fuzz FOLDER [--minutes M | --runs N] [--formats text,word] [--samples DIR] [--random]
python3 dev.py fuzz FOLDER --repeat FILE

FOLDER keeps what was found worth changing further, and in `faults` each file that broke something: an
exception that is not CannotOpen, more than ten seconds, more than 1 GB. The files of `--samples` are begun
with, beside some that are made here. A worker process does the opening, so that it may hang or die.
"""

from __future__ import annotations

import argparse
import faulthandler
import hashlib
import importlib
import os
import random
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from contextlib import nullcontext, suppress
from io import BytesIO
from pathlib import Path
from types import ModuleType
from typing import Any

from gaohang_viewer.loading import CannotOpen, Options, open_report
from tests.tools import mutating

ATHERIS = "atheris==3.0.0"
LIMIT = 10.0  # seconds for a file
MOST_MEMORY = 1 << 30  # bytes
SUFFIXES = {
    "text": ".txt",
    "markdown": ".md",
    "web": ".html",
    "archive": ".mht",
    "word": ".docx",
    "pdf": ".pdf",
    "ofd": ".ofd",
    "presentation": ".pptx",
    "open-text": ".odt",
    "rich-text": ".rtf",
    "binary": ".doc",
}
_ROOT = Path(__file__).resolve().parents[2]
_WORKERS = 1000  # of which each may die of something
_FEW_SECTIONS = 200  # that are looked at in each report: the same code reads the rest
# All that loads late, for atheris looks only into what it sees being imported.
_LATE = (
    "report.blocks",
    "report.key_figures.amounts",
    "report.key_figures.clauses",
    "report.key_figures.extract",
    "report.key_figures.names",
    "report.key_figures.units",
    "report.search",
    "report.layout_portions",
    "report.speaking_time",
    "loading.outline.read_outline",
    "loading.ofd.reader",
    "loading.open_document",
    "loading.pdf.reader",
    "loading.presentation",
    "loading.rtf",
    "loading.unwrap_lines",
    "loading.web",
    "loading.word",
)


def check(path: Path) -> None:
    """Opens a file as the program does, and looks at all that it shows of it. CannotOpen is no fault."""
    from gaohang_viewer.report.key_figures.extract import figures_in
    from gaohang_viewer.report.layout_portions import Portions
    from gaohang_viewer.report.markdown_reader import paragraphs
    from gaohang_viewer.report.search import snippets
    from gaohang_viewer.report.speaking_time import Speaking

    if path.suffix in (SUFFIXES["pdf"], SUFFIXES["ofd"]):
        _check_pages(path)
    for options in (Options(), Options(whole_page=True)):
        try:
            report = open_report(path, options)
        except CannotOpen:
            continue
        Speaking(report).of(-1)
        portions = Portions(report)
        for number in range(min(len(portions), _FEW_SECTIONS)):
            for text in paragraphs(portions.text(number)):
                figures_in(text)
        for section in range(-1, min(len(report.sections), _FEW_SECTIONS)):
            list(snippets(report, section, "一", 9))
        if path.suffix not in (SUFFIXES["web"], SUFFIXES["archive"]):
            return


def _check_pages(path: Path) -> None:
    """Reads a PDF or OFD file in this process, where its exceptions are seen."""
    from gaohang_viewer.loading.limits import TooLarge
    from gaohang_viewer.loading.reader_process import Refused
    from gaohang_viewer.loading.reader_process.readers import reader_of

    with suppress(Refused, TooLarge):
        reader_of(path.suffix[1:])(path.read_bytes(), "a", "", lambda _number, _count: None, lambda: None)


class Trials:
    """The files of one format as they are tried; what breaks is kept in `faults` below the folder."""

    def __init__(self, folder: Path, kind: str, seed: int) -> None:
        self.kind = kind
        self.count = 0
        self.random = random.Random(seed)  # noqa: S311 - a seed repeats a run
        self.corpus = folder / kind
        self.faults = folder / "faults"
        self.current = folder / f"current-{kind}{SUFFIXES[kind]}"
        for each in (self.corpus, self.faults):
            each.mkdir(parents=True, exist_ok=True)

    def run(self, data: bytes) -> None:
        """Tries one file. It stands in `current` meanwhile, where one finds it if the process dies."""
        self.count += 1
        self.current.write_bytes(data)
        faulthandler.dump_traceback_later(LIMIT, exit=True, file=2)  # also out of Python code
        try:
            check(self.current)
        except Exception as error:  # noqa: BLE001 - to find these is what this is for
            frames = [
                frame for frame in traceback.extract_tb(error.__traceback__) if "tests" not in frame.filename
            ]
            where = f"{Path(frames[-1].filename).stem}-{frames[-1].lineno}" if frames else "fuzz"
            self.keep(f"{type(error).__name__}-{where}", "".join(traceback.format_exception(error)))
        finally:
            faulthandler.cancel_dump_traceback_later()
        if peak_memory() > MOST_MEMORY:
            os._exit(3)  # the peak stays: only a new process can tell the next one's

    def keep(self, name: str, why: str) -> None:
        """Keeps the current file as a fault, the first of its name only."""
        file = self.faults / f"{self.kind}-{name}{SUFFIXES[self.kind]}"
        if not file.exists():
            file.write_bytes(self.current.read_bytes())
            file.with_suffix(".log").write_text(why, "utf-8")
            print(f"FAULT {name}\n  python3 dev.py fuzz . --repeat {file}", flush=True)

    def changed(self, data: bytes, inner: Callable[[bytes], bytes] | None = None) -> bytes:
        """A file like the given one."""
        other = self._any()
        chance = self.random.randrange(10)
        if inner is not None and chance < 3 and self.kind != "word":
            return inner(data)
        if self.kind == "binary" and chance != 3:
            return mutating.bytes_overwritten(data, self.random)
        if chance == 3:
            return mutating.bytes_changed(data, self.random)
        if self.kind == "word":
            return mutating.archive_changed(data, other, self.random, inner)
        if self.kind == "web":
            return mutating.markup_changed(data, other, self.random)
        return mutating.lines_changed(data, other, self.random)

    def _any(self) -> bytes:
        files = list(self.corpus.iterdir())
        return self.random.choice(files).read_bytes() if files else b""

    def at_random(self, runs: int, until: float) -> None:
        """Changes what is in the corpus, some of it over and over."""
        data = self._any()
        while self.count < runs and time.monotonic() < until:
            self.run(data)
            data = self.changed(data if self.random.randrange(4) else self._any())


def peak_memory() -> int:
    """The most that this process has held, in bytes; 0 where the system does not tell."""
    try:
        import resource
    except ImportError:  # Windows
        return 0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def seeds() -> dict[str, list[bytes]]:
    """Small files of every format to begin with."""
    from tests.loading.word.build import docx, item, levels, numbering, p, r, style, table

    text = (
        "某县政府工作报告\n——2024年1月1日在某县第一届人民代表大会第一次会议上\n县长 王某\n各位代表：\n"
        "一、工作回顾\n（一）经济发展。全年生产总值增长5.5%，达到300亿元。\n1．工业。新建项目12个。\n"
        "● 要点甲\n●要点乙\n二、工作安排\n（一）农业\n第一，种粮。**重点**抓好。\n附件1\n名词解释\n1．甲：乙。\n"
    )
    marked = (
        '---\ntitle: 报告\nauthors:\n- 甲\n---\n# 一、甲\n\n正文*强调*`码`[链接](http://x.y "z")\n\n> 引\n\n- 甲\n    - 乙\n\n'
        "1. 一\n2. 二\n\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n\n```py\n码\n```\n\n## （一）乙\n\n![图](image:1.png)\n\n---\n\n<!-- 注 -->\n"
    )
    page = (
        "<!DOCTYPE html><html><head><title>报告_某网</title><meta charset=gb2312></head><body><nav>导航</nav><div id=a>"
        "<h1>报告</h1><p style='text-align:center'><b>一、甲</b></p><p>正文，有<i>字</i>、<a href=http://x.y>链接</a>。<br>又</p>"
        "<table><tr><td colspan=2>甲</td><td>乙</td></tr><tr><td rowspan=2>丙<td>丁</tr></table><ol start=3><li>甲<li value=9>乙</ol>"
        "<pre>码 `x`</pre><img src='data:image/png;base64,iVBORw0KGgo=' alt=图><q>引</q></div></body></html>"
    )
    word = docx(
        p("报告", style="Title") + p("一、甲", style="1") + p("正文。", "又") + item("条") + item("目", level=1)
        + table(("甲", "乙"), ("丙", "丁"))
        + p("5×10", r("8", '<w:vertAlign w:val="superscript"/>'), r("旧", "<w:strike/>"))
        + "<w:p><m:oMath><m:f><m:num><m:r><m:t>a+b</m:t></m:r></m:num><m:den><m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e>"
        "<m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:den></m:f></m:oMath></w:p>"
        '<w:p><w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData></w:fldChar>'
        '<w:instrText>FORMCHECKBOX</w:instrText><w:fldChar w:fldCharType="end"/></w:r></w:p>'
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>TOC</w:instrText><w:fldChar w:fldCharType="separate"/>'
        '<w:t>目录</w:t><w:fldChar w:fldCharType="end"/><w:footnoteReference w:id="1"/><w:commentReference w:id="1"/></w:r></w:p>',
        styles=style("1", "heading 1") + style("Title", "Title", based_on="1"),
        numbering=numbering(levels(("chineseCounting", "（%1）"), ("decimal", "%1.%2"))),
        footnotes=f'<w:footnote w:id="1">{p("注")}</w:footnote>',
        comments=f'<w:comment w:id="1">{p("批")}</w:comment>',
    )  # fmt: skip
    archive = b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n"
    texts = [text.encode(codec) for codec in ("utf-8", "gb18030", "utf-16", "utf-32-be", "big5")[:4]]
    return {
        "text": texts,
        "markdown": [marked.encode()],
        "web": [page.encode(), page.encode("gb18030")],
        "archive": [archive + page.encode() + b"\r\n--b--\r\n"],
        "word": [word],
        "pdf": [_plain_pdf(tags=False), _plain_pdf(tags=True)],
        "ofd": [_ofd()],
        "presentation": [_presentation()],
        "open-text": [_open_text()],
        "rich-text": [_rich_text(text)],
        "binary": [file.read_bytes() for file in sorted((_ROOT / "tests" / "fixtures" / "doc").iterdir())],
    }


def _ofd() -> bytes:
    from tests.loading.ofd.made import ofd, page

    unit = "<ofd:CompositeObject ID='7' ResourceID='1' Boundary='0 0 9 9' CTM='1 0 0 1 2 3'/>"
    pages = [
        page([("报告", 80.0, 30.0, 9.0), ("一、甲", 30.0, 50.0, 6.0), ("正文。", 30.0, 60.0, 5.6)], unit)
    ]
    return ofd(pages * 2, {"Doc_0/Signs/Signature.xml": "<a/>"}, "<ofd:PublicRes>Res.xml</ofd:PublicRes>")


def _presentation() -> bytes:
    from pptx import Presentation

    made, file = Presentation(), BytesIO()
    slide = made.slides.add_slide(made.slide_layouts[1])
    slide.shapes.title.text = "一、甲"
    slide.placeholders[1].text = "要点\n又"
    slide.shapes.add_table(2, 2, 0, 0, 99, 99).table.cell(0, 0).text = "格"
    slide.notes_slide.notes_text_frame.text = "讲稿"
    made.save(file)
    return file.getvalue()


def _open_text() -> bytes:
    from tests.loading.test_open_document import h, items, odt, p

    return odt(h("一、甲") + p("正文。") + items("条", "目") + h("（一）乙", 2))


def _rich_text(text: str) -> bytes:
    lines = "".join("".join(f"\\u{ord(sign)}?" for sign in line) + "\\par\n" for line in text.splitlines())
    head = r"{\rtf1\ansi\ansicpg936{\fonttbl{\f0\fcharset134 A;}}{\stylesheet{\s1 heading 1;}}"
    table = r"\trowd\cellx99\cellx199\intbl a\cell b\cell\row\pard{\listtext 1.\tab}c\par{\footnote d}"
    return (head + lines + table + "}").encode("ascii")


def _plain_pdf(*, tags: bool) -> bytes:
    """A PDF without compression, so that what is changed is its content."""
    import pikepdf

    from tests.loading.pdf.made import PARAGRAPH, typeset

    body = (
        f"= 一、甲\n{PARAGRAPH}#footnote[注。]\n== （一）乙\n- 点\n#table(columns: 2, [甲], [乙], [1], [2])\n"
    )
    made = BytesIO()
    with pikepdf.open(BytesIO(typeset(body * 2, page='numbering: "1", columns: 2', tags=tags))) as file:
        file.save(
            made,
            compress_streams=False,
            stream_decode_level=pikepdf.StreamDecodeLevel.generalized,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
        )
    return made.getvalue()


def plant(folder: Path, kind: str, samples: Path | None) -> None:
    """Puts the files to begin with into the corpus."""
    found = seeds()[kind]
    if samples is not None:
        found += [
            file.read_bytes()
            for file in sorted(samples.rglob("*" + SUFFIXES[kind]))
            if file.stat().st_size <= mutating.MOST
        ]
    (folder / kind).mkdir(parents=True, exist_ok=True)
    for data in found:
        if kind == "word":  # unpacked, so that what is changed is its text
            parts = mutating.members(data)
            data = mutating.archived(parts, packed=False) if parts else data  # noqa: PLW2901
        if len(data) <= mutating.MOST:
            (folder / kind / hashlib.sha256(data).hexdigest()[:24]).write_bytes(data)


# --- the worker ------------------------------------------------------------------------------------------


def atheris() -> ModuleType | None:
    """The coverage-guided fuzzer; None where it is not installed."""
    try:
        return importlib.import_module("atheris")
    except ImportError:
        return None


def work(options: argparse.Namespace) -> int:
    """Tries files of one format until it is told enough, or dies of one."""
    guide: Any = None if options.random else atheris()
    with guide.instrument_imports(include=["gaohang_viewer", "markdown"]) if guide else nullcontext():
        for name in [name for name in sys.modules if name.startswith("gaohang_viewer.")] if guide else []:
            del sys.modules[name]  # they were imported unseen
        for late in _LATE:
            importlib.import_module("gaohang_viewer." + late)
        loading = importlib.import_module("gaohang_viewer.loading")
    if guide:
        globals().update(
            CannotOpen=loading.CannotOpen, Options=loading.Options, open_report=loading.open_report
        )
    trials = Trials(options.folder, options.worker, options.seed)
    if not guide:
        trials.at_random(options.runs, time.monotonic() + options.seconds)
        print(f"{trials.kind}: {trials.count} files at random", flush=True)
        return 0

    def mutate(data: bytes, most: int, seed: int) -> bytes:
        trials.random.seed(seed)
        return trials.changed(data, lambda part: bytes(guide.Mutate(part, len(part) + 64)))[:most]

    arguments = ["fuzz", str(trials.corpus), f"-max_len={mutating.MOST}", f"-seed={options.seed}"]
    runs = options.runs if options.runs < sys.maxsize else -1
    arguments += [f"-max_total_time={max(1, round(options.seconds))}", f"-runs={runs}", "-timeout=3600"]
    arguments += ["-rss_limit_mb=0", "-print_final_stats=1", "-verbosity=1", "-report_slow_units=9999"]
    guide.Setup(arguments, trials.run, custom_mutator=mutate)
    guide.Fuzz()
    return 0


# --- the one that watches it -----------------------------------------------------------------------------


def supervise(options: argparse.Namespace, kind: str, seconds: float) -> None:
    """Lets workers try a format for some seconds; what one dies of is a fault, and another goes on."""
    plant(options.folder, kind, options.samples)
    until = time.monotonic() + seconds
    trials = Trials(options.folder, kind, 0)
    for seed in range(options.seed, options.seed + _WORKERS):
        left = until - time.monotonic()
        if left <= 0:
            return
        command = [sys.executable, "-m", "tests.tools.fuzz", str(options.folder), "--worker", kind]
        command += ["--seed", str(seed), "--seconds", str(left), "--runs", str(options.runs)]
        if options.random:
            command.append("--random")
        with (options.folder / f"{kind}.log").open("ab+") as log:
            start = log.tell()
            code = subprocess.call(command, cwd=_ROOT, stdout=sys.stdout, stderr=log)
            log.seek(start)
            said = log.read().decode("utf-8", "replace").splitlines()
        progress = [line for line in said if line[:1] == "#" and line[1:2].isdigit()]
        print(f"{kind}: {progress[-1] if progress else ''}", flush=True)
        if code == 0:
            trials.current.unlink(missing_ok=True)
            return
        if not trials.current.exists() or (code == 1 and not _is_fault(trials.current)):
            continue  # it was slow for being watched by atheris, or because the machine is busy
        name = {3: "memory", 1: "time"}.get(code, f"death{code}")
        digest = hashlib.sha256(trials.current.read_bytes()).hexdigest()[:8]
        trials.keep(f"{name}-{digest}", "\n".join(said[-60:]) or name)


def _is_fault(file: Path) -> bool:
    """Whether a file breaks the loading without anything that watches it, too."""
    command = [sys.executable, "-m", "tests.tools.fuzz", ".", "--repeat", str(file)]
    return subprocess.call(command, cwd=_ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) != 0


def repeat(file: Path) -> int:
    """Tries one file as the fuzzer did, with all its words if it breaks."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, file.name)
        path.write_bytes(file.read_bytes())
        faulthandler.dump_traceback_later(LIMIT, exit=True)
        start = time.process_time()
        check(path)
        faulthandler.cancel_dump_traceback_later()
    print(f"{time.process_time() - start:.2f} s, at most {peak_memory() >> 20} MB")
    return 0 if peak_memory() <= MOST_MEMORY else 3


def main(arguments: list[str] | None = None) -> int:
    """Fuzzes every format in turn; 0 if nothing broke."""
    parser = argparse.ArgumentParser(prog="fuzz", description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--minutes", type=float, default=0, help="for all formats together; 4 unless told")
    parser.add_argument("--runs", type=int, default=sys.maxsize, help="files of each format at most")
    parser.add_argument("--formats", default=",".join(SUFFIXES))
    parser.add_argument("--samples", type=Path, help="a folder of real files to begin with")
    parser.add_argument("--random", action="store_true", help="without atheris")
    parser.add_argument("--repeat", type=Path, help="a file that broke something")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--worker", choices=SUFFIXES, help=argparse.SUPPRESS)
    parser.add_argument("--seconds", type=float, default=60, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    options.folder = options.folder.resolve()
    if options.repeat:
        return repeat(options.repeat)
    if options.worker:
        return work(options)
    if not options.random and atheris() is None:
        print(
            f"Guided by nothing but chance; `.venv/bin/python -m pip install {ATHERIS}` (Linux) lets coverage guide."
        )
    kinds = options.formats.split(",")
    options.folder.mkdir(parents=True, exist_ok=True)
    seconds = (options.minutes or 4) * 60 / len(kinds)
    for kind in kinds:
        supervise(options, kind, seconds)
    faults = sorted(file for file in (options.folder / "faults").glob("*") if file.suffix != ".log")
    print(f"{len(faults)} faults", *(f"  python3 dev.py fuzz . --repeat {file}" for file in faults), sep="\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
