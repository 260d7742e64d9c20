"""Makes documents that try to run something, to read a file of the user's, or to call home."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

CANARY = "SECRET-CANARY-7f3a"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_REL = "http://schemas.openxmlformats.org/package/2006/relationships"
_OUTSIDE = (
    "image",
    "attachedTemplate",
    "oleObject",
    "aFChunk",
    "frame",
    "subDocument",
    "hyperlink",
    "mailMergeSource",
)


def png(width: int = 4, height: int = 3) -> bytes:
    """A picture in red."""
    from PIL import Image

    made = BytesIO()
    Image.new("RGB", (width, height), (200, 30, 30)).save(made, "PNG")
    return made.getvalue()


class Trap(NamedTuple):
    """A folder of hostile reports, and a secret outside it that must never be opened; `web` is a server."""

    folder: Path
    secret: Path
    web: str

    @property
    def addresses(self) -> list[str]:
        """Every way to name the secret, a share of a network, or the server."""
        secret = self.secret
        return [
            f"../{secret.parent.name}/{secret.name}",
            f"..%2F{secret.parent.name}%2F{secret.name}",
            f"..\\{secret.parent.name}\\{secret.name}",
            str(secret),
            secret.as_uri(),
            f"FILE://localhost{secret}",
            f"file:{secret}",
            "link.png",  # a symbolic link to the secret
            f"linked/{secret.name}",  # below one to its folder
            "\\\\127.0.0.1\\share\\x.png",
            "//127.0.0.1/share/x.png",
            "file://127.0.0.1/share/x.png",
            "file:////127.0.0.1/share/x.png",
            "%5C%5C127.0.0.1%5Cshare%5Cx.png",
            f"{self.web}/x.png",
            self.web.removeprefix("http:") + "/x.png",
            "javascript:alert(1)",
            "vbscript:x",
        ]

    @property
    def typst(self) -> list[str]:
        """What Typst would run, were it markup."""
        return [
            f'#read("{self.secret}")',
            f'#image("{self.secret}")',
            '#import "@preview/cetz:0.3.4": canvas',
            '#plugin("x.wasm")',
            f'")]; #read("{self.secret}") //',
            '\\"#{panic()}',
            f'$ #include("{self.secret}") $',
        ]


def set_trap(folder: Path, web: str) -> Trap:
    """Writes it all."""
    inside, outside = folder / "reports", folder / "private"
    inside.mkdir()
    outside.mkdir()
    secret = outside / "canary.png"
    secret.write_bytes(png() + CANARY.encode())
    trap = Trap(inside, secret, web)
    (inside / "good.png").write_bytes(png(40, 30))
    (inside / "link.png").symlink_to(secret)
    (inside / "linked").symlink_to(outside)
    (inside / "vector.svg").write_text(_logo(trap), "utf-8")
    (inside / "a.md").write_text(_markdown(trap), "utf-8")
    (inside / "b.html").write_text(_page(trap), "utf-8")
    (inside / "c.docx").write_bytes(_word(trap))
    (inside / "d.md").symlink_to(inside / "a.md")
    (inside / "e.mht").write_bytes(_archive(trap))
    return trap


def _markdown(trap: Trap) -> str:
    secret, web = trap.secret.as_uri(), trap.web
    lines = [f'# <img src="{secret}"> 甲方报告 #read("{trap.secret}")', ""]
    for number, attack in enumerate(trap.typst, 1):
        text = attack.replace("\n", " ")
        lines += [
            f"## {number} <img src='{secret}'>{text}",
            "",
            f"{text} <img src='{web}/i.png'> 增长12.5%。",
            "",
        ]
        lines += [f"- {text}", "", f"| {text} | b |", "|---|---|", f"| <img src='{secret}'> | {text} |", ""]
        lines += ["```", text, "```", "", f"![{text}](good.png)", "", f"[{text}]({web}/l{number})", ""]
    lines += [f"<script src='{web}/s.js'></script><iframe src='{secret}'></iframe>", ""]
    lines += [f"<link rel=stylesheet href='{web}/c.css'><style>@import url({web}/d.css);</style>", ""]
    for address in [*trap.addresses, "vector.svg"]:
        lines += [f"![图]({address})", "", f"[链]({address})", ""]
    return "\n".join(lines)


def _logo(trap: Trap) -> str:
    """A picture for the slides that names other pictures."""
    named = "".join(f'<image href="{each}" width="9" height="9"/>' for each in trap.addresses)
    entity = f'<!DOCTYPE svg [<!ENTITY e SYSTEM "{trap.secret.as_uri()}">]>'
    size = 'width="40" height="40"'
    return f'{entity}<svg xmlns="http://www.w3.org/2000/svg" {size}><rect {size} fill="#123"/>{named}</svg>'


def _page(trap: Trap) -> str:
    web, secret = trap.web, trap.secret.as_uri()
    pictures = "".join(f"<p><img src='{each}' srcset='{each} 2x'></p>" for each in trap.addresses)
    links = "".join(f"<p><a href='{each}'>链</a></p>" for each in trap.addresses)
    body = "".join(f"<p>第{at}段，全镇经济增长百分之五。{text}</p>" for at, text in enumerate(trap.typst))
    return (
        f"<html><head><meta http-equiv=refresh content='0;url={web}/r'><base href='{secret}'>"
        f"<title>&lt;img src='{secret}'&gt;报告</title><link rel=stylesheet href='{web}/c.css'>"
        f"<style>body{{background:url({web}/b.png)}}@import '{web}/i.css'</style></head>"
        f"<body onload='fetch(\"{web}\")' background='{web}/bg.png'><h1>&lt;img src='{secret}'&gt;工作报告</h1>"
        f"<h2>一、总体情况</h2>{body}{pictures}{links}<object data='{secret}'></object><embed src='{secret}'>"
        f"<svg><use href='{secret}#a'/><image href='{secret}'/></svg><iframe src='{secret}'></iframe>"
        f"<video src='{web}/v'></video><form action='{web}'><input type=submit></form></body></html>"
    )


def _archive(trap: Trap) -> bytes:
    """The page as a web archive whose parts lead outside."""
    head = f'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b; start="<{trap.web}>"\r\n\r\n'
    page = f"--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Location: {trap.secret.as_uri()}\r\n\r\n{_page(trap)}\r\n"
    part = f'--b\r\nContent-Type: message/external-body; access-type=local-file; name="{trap.secret}"\r\n'
    return f"{head}{page}{part}Content-Location: x.png\r\n\r\n\r\n--b--\r\n".encode()


def _word(trap: Trap) -> bytes:
    targets = [*trap.addresses, str(trap.secret)]
    relations, runs = [], []
    for number, target in enumerate(targets):
        safe = target.replace("&", "&amp;").replace('"', "&quot;")
        for kind in _OUTSIDE:
            name = f"{kind}{number}"
            relations.append(
                f'<Relationship Id="{name}" Type="{_R}/{kind}" Target="{safe}" TargetMode="External"/>'
            )
        runs.append(
            f'<w:p><w:r><w:drawing><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
            f'r:link="image{number}"/></w:drawing></w:r><w:hyperlink r:id="hyperlink{number}"><w:r><w:t>链</w:t></w:r>'
            f'</w:hyperlink></w:p><w:altChunk r:id="aFChunk{number}"/><w:subDoc r:id="subDocument{number}"/>'
        )
    fields = (
        f'INCLUDEPICTURE "{trap.secret.as_uri()}"',
        f'INCLUDETEXT "{trap.secret}"',
        "DDEAUTO c:\\\\cmd.exe x",
    )
    result = "<w:r><w:t>域</w:t></w:r>"
    runs += [
        f'<w:p><w:fldSimple w:instr="{each.replace(chr(34), "&quot;")}">{result}</w:fldSimple></w:p>'
        for each in fields
    ]
    texts = "".join(
        f"<w:p><w:r><w:t>{_xml(text)}</w:t></w:r></w:p>"
        for text in (*trap.typst, "一、总体要求", "二、主要任务")
    )
    chunks = '<w:altChunk r:id="page"/><w:altChunk r:id="archive"/>'
    main = f'<w:document xmlns:w="{_W}" xmlns:r="{_R}"><w:body>{texts}{"".join(runs)}{chunks}</w:body></w:document>'
    settings = f'<!DOCTYPE x [<!ENTITY e SYSTEM "{trap.secret.as_uri()}">]><w:settings xmlns:w="{_W}">&e;</w:settings>'
    styles = f'<!DOCTYPE x SYSTEM "{trap.web}/x.dtd"><w:styles xmlns:w="{_W}"/>'
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
        archive.writestr(
            "[Content_Types].xml",
            f'<Types><Override PartName="/word/document.xml" ContentType="{kind}"/></Types>',
        )
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{_REL}"><Relationship Id="a" Type="{_R}/officeDocument" Target="word/document.xml"/></Relationships>',
        )
        relations += [
            f'<Relationship Id="s" Type="{_R}/settings" Target="settings.xml"/>',
            f'<Relationship Id="t" Type="{_R}/styles" Target="styles.xml"/>',
            f'<Relationship Id="page" Type="{_R}/aFChunk" Target="inserted.html"/>',
            f'<Relationship Id="archive" Type="{_R}/aFChunk" Target="inserted.mht"/>',
        ]
        archive.writestr(
            "word/_rels/document.xml.rels",
            f'<Relationships xmlns="{_REL}">{"".join(relations)}</Relationships>',
        )
        archive.writestr("word/document.xml", main)
        archive.writestr("word/inserted.html", _page(trap))
        archive.writestr("word/inserted.mht", _archive(trap))
        archive.writestr("word/settings.xml", settings)
        archive.writestr("word/styles.xml", styles)
        archive.writestr("../../private/overwritten.txt", "x")
        link = zipfile.ZipInfo("word/media/link.png")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, str(trap.secret))
    return made.getvalue()


def _xml(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")
