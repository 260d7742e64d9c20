"""OFD files (GB/T 33190-2016) for tests, written by hand."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping
from xml.sax.saxutils import escape

_NAMESPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'
Text = tuple[str, float, float, float]  # words, left and baseline in mm, size in mm


def text_object(number: int, text: Text) -> str:
    words, left, baseline, size = text
    return (
        f'<ofd:TextObject ID="{number}" Boundary="{left} {baseline - size} {size * len(words)} {size}" Font="1" '
        f'Size="{size}"><ofd:TextCode X="0" Y="{size}" DeltaX="g {len(words) - 1} {size}">{escape(words)}'
        "</ofd:TextCode></ofd:TextObject>"
    )


def page(texts: Iterable[Text], further: str = "") -> str:
    objects = "".join(text_object(number, text) for number, text in enumerate(texts, 100))
    return f"<ofd:Page {_NAMESPACE}><ofd:Content><ofd:Layer ID='9'>{objects}{further}</ofd:Layer></ofd:Content></ofd:Page>"


def ofd(pages: list[str], further: Mapping[str, str | bytes] | None = None, common: str = "") -> bytes:
    """A package with these pages; `further` are other entries by their names."""
    listed = "".join(f'<ofd:Page ID="{at + 1}" BaseLoc="Pages/{at}.xml"/>' for at in range(len(pages)))
    entries: dict[str, str | bytes] = {
        "OFD.xml": f"<ofd:OFD {_NAMESPACE} DocType='OFD' Version='1.0'><ofd:DocBody><ofd:DocInfo/>"
        "<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
        "Doc_0/Document.xml": f"<ofd:Document {_NAMESPACE}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>"
        f"0 0 210 297</ofd:PhysicalBox></ofd:PageArea>{common}</ofd:CommonData><ofd:Pages>{listed}</ofd:Pages>"
        "</ofd:Document>",
        **{f"Doc_0/Pages/{at}.xml": content for at, content in enumerate(pages)},
        **(further or {}),
    }
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in entries.items():
            package.writestr(name, content)
    return target.getvalue()
