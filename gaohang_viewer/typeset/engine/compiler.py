"""Compiles jobs with Typst. Text is passed as data, never as markup, so that no report can inject any."""

from __future__ import annotations

import json
import os
import re
import unicodedata
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from gaohang_viewer.resources import resource
from gaohang_viewer.typeset.engine import font_catalog
from gaohang_viewer.typeset.engine.job import Job, Pages, Tile, TypesetError

if TYPE_CHECKING:
    from typst import Fonts


def compile_job(job: Job, *, system_fonts: bool = True) -> Pages:
    """Typesets a job; equal jobs give equal bytes on the same machine. Raises TypesetError."""
    pages = _set(job, system_fonts=system_fonts)
    if job.sheets is not None:
        from gaohang_viewer.typeset.pdf.imposition import place_on_sheets

        laid = {"starts": pages.starts, "count": pages.count}
        sheets_job = replace(job.sheets, data={**job.sheets.data, "laid": laid})
        sheets = _set(sheets_job, system_fonts=system_fonts)
        pdf = place_on_sheets(
            pages.pdf, sheets.pdf, sheets.places, keep_tags="ua-1" not in job.sheets.standards
        )
        missing = "".join(sorted({*pages.missing, *sheets.missing}))
        pages = Pages(pdf, missing=missing, faces=pages.faces)
    if job.first or job.last:
        from gaohang_viewer.typeset.pdf.page_range import extract_pages

        pages = replace(pages, pdf=extract_pages(pages.pdf, job.first, job.last))
    return pages


def _set(job: Job, *, system_fonts: bool) -> Pages:
    known = font_catalog.known(system_fonts)
    chains = font_catalog.chains(known)
    data = _printable(dict(job.data)) | {"fonts": chains}
    never: set[str] = set()
    for _ in range(_ROUNDS):
        pages, missing = _attempt(job, data, known)
        if pages:
            return replace(pages, missing="".join(sorted(never)), faces=font_catalog.families(chains))
        # A missing combining mark makes its base unprintable, the 1 of 1️⃣: retry without the mark
        missing = set(filter(_is_combining, missing)) or missing
        never |= missing
        data = _without(data, missing)
    raise TypesetError("too many characters for which there is no font")


def _attempt(job: Job, data: Mapping[str, Any], known: Fonts) -> tuple[Pages | None, set[str]]:
    """Returns the pages, or else the characters without a glyph, which the standards forbid."""
    import typst

    try:
        return _compile(job, data, known), set()
    except typst.TypstError as error:
        missing = _unprintable(error.diagnostic)
        # A picture is damaged
        if not missing and data.get("images") and re.search("image|SVG", error.message):
            return _attempt(job, {**data, "images": _readable_images(job, data["images"])}, known)
        if not missing:
            raise TypesetError(_one_line(error.message)) from error
        return None, missing
    except RuntimeError as error:
        raise TypesetError(_one_line(str(error))) from error


def _readable_images(job: Job, images: Mapping[str, str]) -> dict[str, str]:
    """Returns the pictures that Typst can draw, each tried alone; none if all can be drawn."""
    import typst

    kept = {}
    for address, name in images.items():
        with TemporaryDirectory() as folder:
            Path(folder, name).write_bytes(job.files[name])
            Path(folder, "main.typ").write_text(f"#image({json.dumps(name)})", "utf-8")
            try:
                typst.Compiler(Path(folder, "main.typ"), root=folder).compile(format="pdf")
                kept[address] = name
            except (typst.TypstError, RuntimeError):
                continue
    return {} if len(kept) == len(images) else kept


def _compile(job: Job, data: Mapping[str, Any], known: Fonts) -> Pages:
    import typst

    # Typst can read files in memory and those in a temporary folder or the templates' folder, but no others.
    # Without pictures nothing is written, so that slides can be shown even if the disk is full.
    files: Any = {name: source.encode() for name, source in job.sources.items()}
    files |= {"main.typ": resource("typst", job.template).read_bytes(), "data.json": _json(data)}
    with ExitStack() as stack:
        folder = str(resource("typst"))
        source = files
        if data.get("images"):  # pictures cannot be passed in memory
            prefix = f"gaohang-viewer-{os.getpid()}-"  # by which leftovers of a killed process are recognised
            folder = stack.enter_context(TemporaryDirectory(prefix=prefix))
            for name, content in {**files, **job.files}.items():
                Path(folder, name).write_bytes(content)
            source = Path(folder, "main.typ")
        pdf: Any = typst.Compiler(source, root=folder, font_paths=known).compile(
            format="pdf",
            pdf_standards=list(job.standards),  # type: ignore[arg-type]
            pdf_tags="ua-1" in job.standards,
            timestamp=job.created,
        )
        # A compiler drops files in memory after one call; the layout is cached by Typst
        queries = typst.Compiler(source, root=folder, font_paths=known)
        if data.get("slides"):
            layout = json.loads(queries.query("<pages>", field="value", one=True))
            layout["reveals"] = _by_page(layout["reveals"], layout["count"])
            return Pages.from_layout(pdf, layout)
        if "laid" in data:
            places = json.loads(queries.query("<places>", field="value", one=True))
            return Pages(pdf, places=tuple(Tile(*place) for place in places))
        if job.sheets is not None:
            return Pages(pdf, count=json.loads(queries.query("<count>", field="value", one=True)))
        return Pages(pdf)


def _by_page(tops: list[tuple[int, float]], count: int) -> list[list[float]]:
    """Groups positions, given as page and height, by page; Typst would take long for it."""
    pages: list[list[float]] = [[] for _ in range(count)]
    for page, top in tops:
        pages[page - 1].append(top)
    return pages


def _json(data: Mapping[str, Any]) -> bytes:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


def _one_line(message: str) -> str:
    return " ".join(message.split())[:300]


# --- characters that cannot be printed -------------------------------------------------------------------

# Control characters, and characters that PDF forbids in text: none of them has a glyph
_NO_SHAPE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
_NO_SHAPE_AS_JSON = re.compile(_NO_SHAPE.pattern + r"|\\u00|\\[bf]")  # where control characters are escaped
_NO_GLYPH = re.compile(r'error: [^\n]*(?:the text|codepoint) `"((?:[^"\\]|\\.)*)"`')
_ESCAPE = re.compile(r"\\(?:u\{([0-9a-f]+)\}|(.))")
_CONTROLS = {"t": "\t", "n": "\n", "r": "\r", "0": "\0"}  # as Rust escapes them
_GETA = "〓"  # the geta mark, which typesetters use for missing glyphs
_ROUNDS = 20  # attempts, each without further missing characters


def _printable(data: Any) -> Any:
    """Removes characters without a glyph from all strings; few reports have any."""
    if not _NO_SHAPE_AS_JSON.search(json.dumps(data, ensure_ascii=False)):
        return data
    return _mapped(data, lambda text: _NO_SHAPE.sub("", text))


def _unprintable(diagnostic: str) -> set[str]:
    """Returns the texts for which Typst reports a missing glyph."""

    def plain(escape: re.Match[str]) -> str:
        return chr(int(escape[1], 16)) if escape[1] else _CONTROLS.get(escape[2], escape[2])

    return {_ESCAPE.sub(plain, found) for found in _NO_GLYPH.findall(diagnostic)} - {""}


def _is_combining(text: str) -> bool:
    """Returns whether a text consists of combining marks, joiners and variation selectors."""
    return all(unicodedata.category(sign) in {"Mn", "Me", "Cf"} for sign in text)


def _without(value: Any, missing: set[str]) -> Any:
    pattern = re.compile("|".join(re.escape(text) for text in sorted(missing, key=len, reverse=True)))
    return _mapped(
        value, lambda text: pattern.sub(lambda found: "" if _is_combining(found[0]) else _GETA, text)
    )


def _mapped(value: Any, change: Any) -> Any:
    if isinstance(value, str):
        return change(value)
    if isinstance(value, Mapping):
        return {key: _mapped(inner, change) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [_mapped(inner, change) for inner in value]
    return value
