"""The tokens of Rich Text Format, its named characters, its code pages, and the groups that are no text."""

from __future__ import annotations

import codecs
import re

TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z'])|([{}])|([^\\{}\r\n]+)|[\r\n]+|\\"
)
"""A control word and its number, a byte, a control symbol, a brace, text, or nothing that counts."""

CHARACTERS = {
    "emdash": "—",
    "endash": "–",
    "bullet": "•",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "tab": " ",
    "emspace": "\u2003",
    "enspace": "\u2002",
    "qmspace": " ",
}
SYMBOLS = {b"~": " ", b"_": "-", b"{": "{", b"}": "}", b"\\": "\\"}

# Groups whose content is no text of the document; so are those after \*, unless they are among SHOWN
LEFT_OUT = frozenset(
    (
        *(
            "fonttbl",
            "colortbl",
            "info",
            "pict",
            "header",
            "headerl",
            "headerr",
            "headerf",
            "footer",
            "footerl",
        ),
        *("footerr", "footerf", "fldinst", "object", "objdata", "listtable", "listoverridetable", "revtbl"),
        *(
            "rsidtbl",
            "generator",
            "xmlnstbl",
            "themedata",
            "datastore",
            "pntext",
            "ftnsep",
            "ftnsepc",
            "aftnsep",
        ),
        *(
            "aftnsepc",
            "ftncn",
            "aftncn",
            "nonshppict",
            "atnid",
            "atnauthor",
            "atrfstart",
            "atrfend",
            "bkmkstart",
        ),
        *(
            "bkmkend",
            "sp",
            "nonesttables",
            "picprop",
            "filetbl",
            "template",
            "userprops",
            "docvar",
            "mmathPr",
        ),
        *("shprslt", "nesttableprops"),
    )
)
SHOWN = frozenset(("shppict", "shptxt", "footnote", "annotation", "stylesheet", "listtext"))

CHARSETS = {134: "gb18030", 136: "big5hkscs", 128: "cp932", 129: "cp949", 204: "cp1251", 161: "cp1253"}


def codec(page: int) -> str:
    """Returns the codec of a code page, that of Western Europe if it is unknown."""
    if page in (936, 54936):
        return "gb18030"
    name = {950: "big5hkscs", 65001: "utf-8"}.get(page, f"cp{page}")
    try:
        codecs.lookup(name)
    except LookupError:
        return "cp1252"
    return name
