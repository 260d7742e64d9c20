"""Finishes the zip file of an office document: replaces parts and makes its bytes reproducible."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape

from gaohang_viewer.report.model import Report

_DATE = (1980, 1, 1, 0, 0, 0)  # the earliest date in a zip file
_CORE = "docProps/core.xml"
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_UNUSED = re.compile("thumbnail|printerSettings")  # unused parts of the libraries' templates
_UNUSED_RELATION = re.compile(rb"<Relationship [^>]*(?:thumbnail|printerSettings)[^>]*/>")
_CORE_XML = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/">{}</cp:coreProperties>'
)
_APP_XML = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns='
    b'"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>'
)


def legal(text: str) -> str:
    """Removes characters that XML 1.0 forbids: control characters and lone surrogates."""
    return _ILLEGAL.sub("", text)


def sealed(data: bytes, report: Report, parts: Mapping[str, bytes], language: str) -> bytes:
    """Returns a document with some parts replaced, the report's properties, and without any time stamps."""
    meta = dict(report.meta)
    properties = {
        "title": " ".join(report.title.split()),
        "subject": " ".join(report.subtitle.split()),
        "creator": meta.get("author") or meta.get("speaker", ""),
        "language": "zh-CN" if language == "zh" else language,
    }
    core = "".join(f"<dc:{key}>{escape(legal(text))}</dc:{key}>" for key, text in properties.items() if text)
    return _packed(
        data, {**parts, _CORE: _CORE_XML.format(core).encode("utf-8"), "docProps/app.xml": _APP_XML}
    )


def _packed(data: bytes, parts: Mapping[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if _UNUSED.search(name):
                continue
            content = parts.get(name) or old.read(name)
            if name.endswith(".rels"):
                content = _UNUSED_RELATION.sub(b"", content)
            if name.endswith(".xlsx"):  # the workbook of a chart
                content = _packed(content, {_CORE: _CORE_XML.format("").encode()})
            new.writestr(zipfile.ZipInfo(name, _DATE), content, zipfile.ZIP_DEFLATED)
    return packed.getvalue()
