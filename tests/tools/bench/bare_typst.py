"""The least that writes a report as a PDF: its Markdown lines as headings and paragraphs, set by Typst."""

import json
import sys
from pathlib import Path

import justmytype_intl_cjk
import typst

TEMPLATE = """
#let lines = json("lines.json")
#set document(title: lines.first().at(1))
#set page(paper: "a4", numbering: "1")
#set text(font: "Noto Sans SC", lang: "zh")
#outline(title: none)
#for (level, words) in lines { if level > 0 { heading(level: level, words) } else { par(words) } }
"""

source, out = map(Path, sys.argv[1:])
body = source.read_text(encoding="utf-8").split("---", 2)[-1]
lines = [(len(line) - len(line.lstrip("#")), line.lstrip("# ")) for line in body.splitlines() if line.strip()]
files = {"main.typ": TEMPLATE.encode(), "lines.json": json.dumps(lines).encode()}
options = {"format": "pdf", "pdf_standards": ["a-2a", "ua-1"]}
fonts = typst.Fonts(font_paths=[str(Path(justmytype_intl_cjk.__file__).parent)])
out.write_bytes(typst.compile(files, font_paths=fonts, **options))  # type: ignore[call-overload]  # takes a dict
