"""Replaces theme, master and layouts of python-pptx's template by those of a design."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gaohang_viewer.office.powerpoint.design import (
    HIGH,
    SlideDesign,
    chapter_holders,
    chapter_ornaments,
    cover_holders,
    cover_ornaments,
    page_holders,
    page_ornaments,
    statement_holders,
)
from gaohang_viewer.office.powerpoint.shapes import NAMES, emu, fill, holder, paint, tree

if TYPE_CHECKING:
    from pptx.presentation import Presentation

HEADLINES, POINTS = "华文中宋", "微软雅黑"  # fonts of Windows and Office
_LATIN = {HEADLINES: "Times New Roman", POINTS: "Arial"}

COVER, CHAPTER, PLAIN_CHAPTER, SECTION, STATEMENT, FIGURES = range(6)
"""The indices of the layouts."""


def set_design(presentation: Presentation, design: SlideDesign) -> None:
    """Sets the size of the pages, the master, and six layouts."""
    from pptx.oxml import parse_xml
    from pptx.util import Emu

    presentation.slide_width, presentation.slide_height = Emu(emu(design.wide)), Emu(emu(HIGH))
    ground, cover = fill(design.page.background), fill(design.cover.background)
    master = presentation.slide_master
    shapes = [holder(it) for it in page_holders(design, body=True) if it.number != 13]
    _put(master.element, parse_xml(tree(ground, shapes)))
    old = next(master.element.iterchildren("{*}txStyles"))
    old.getparent().replace(old, parse_xml(_text_styles(design)))
    page = list(page_ornaments(design))
    layouts = (
        ("封面", cover, [*cover_ornaments(design), *map(holder, cover_holders(design))]),
        ("章", cover, [*chapter_ornaments(design, True), *map(holder, chapter_holders(design, True))]),
        (
            "章（无序号）",
            cover,
            [*chapter_ornaments(design, False), *map(holder, chapter_holders(design, False))],
        ),
        ("标题和要点", ground, [*page, *map(holder, page_holders(design, body=True))]),
        ("标题", ground, [*page, *map(holder, statement_holders(design))]),
        ("数据亮点", ground, [*page, *map(holder, page_holders(design, body=False))]),
    )
    for unused in list(presentation.slide_layouts)[len(layouts) :]:
        presentation.slide_layouts.remove(unused)
    for layout, (name, background, inside) in zip(presentation.slide_layouts, layouts, strict=True):
        _put(layout.element, parse_xml(tree(background, inside, name)))
        layout.element.attrib.pop("type", None)


def _put(part: object, content: object) -> None:
    old = next(part.iterchildren("{*}cSld"))  # type: ignore[attr-defined]
    part.replace(old, content)  # type: ignore[attr-defined]


def _text_styles(design: SlideDesign) -> str:
    """Returns the text styles of the master: points have a hanging indent, details are smaller."""
    face = '<a:latin typeface="+{0}-lt"/><a:ea typeface="+{0}-ea"/>'
    bullet = f'<a:buClr>{paint("accent1")}</a:buClr><a:buSzPct val="{60 if design.bullet else 80}000"/>'
    if design.bullet:
        bullet += f'<a:buFont typeface="{POINTS}"/><a:buChar char="{design.bullet}"/>'
    else:
        bullet += '<a:buFont typeface="+mj-lt"/><a:buAutoNum type="arabicPlain"/>'
    points = (
        f'<a:lvl1pPr marL="{emu(30)}" indent="-{emu(30)}" algn="l">{bullet}'
        f'<a:defRPr sz="2600">{fill(("tx1",))}{face.format("mn")}</a:defRPr></a:lvl1pPr>'
        f'<a:lvl2pPr marL="{emu(30)}" indent="0" algn="l"><a:buNone/>'
        f'<a:defRPr sz="2000">{fill(("accent3",))}{face.format("mn")}</a:defRPr></a:lvl2pPr>'
    )
    return (
        f'<p:txStyles {NAMES}><p:titleStyle><a:lvl1pPr algn="l"><a:lnSpc><a:spcPct val="100000"/></a:lnSpc>'
        f'<a:buNone/><a:defRPr sz="4000" b="1">{fill(("tx2",))}{face.format("mj")}</a:defRPr></a:lvl1pPr>'
        f"</p:titleStyle><p:bodyStyle>{points}</p:bodyStyle><p:otherStyle/></p:txStyles>"
    )


def theme_part(design: SlideDesign, name: str) -> bytes:
    """Returns the theme part with the colours and fonts of a design, which PowerPoint offers in its menus."""
    page, cover = design.page, design.cover
    colours = {
        "dk1": page.ink, "lt1": page.background[0], "dk2": page.headline, "lt2": page.track,
        "accent1": page.accent, "accent2": page.figure, "accent3": page.muted, "accent4": page.hairline,
        "accent5": cover.background[0], "accent6": page.ornament,
        "hlink": page.accent, "folHlink": page.muted,
    }  # fmt: skip
    scheme = "".join(f"<a:{key}>{paint(value)}</a:{key}>" for key, value in colours.items())
    faces = "".join(
        f'<a:{kind}Font><a:latin typeface="{_LATIN[face]}"/><a:ea typeface="{face}"/><a:cs typeface=""/>'
        f"</a:{kind}Font>"
        for kind, face in (("major", HEADLINES), ("minor", POINTS))
    )
    plain = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="6350">{plain}</a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    formats = (
        f"<a:fillStyleLst>{plain * 3}</a:fillStyleLst><a:lnStyleLst>{line * 3}</a:lnStyleLst>"
        f"<a:effectStyleLst>{effect * 3}</a:effectStyleLst><a:bgFillStyleLst>{plain * 3}</a:bgFillStyleLst>"
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<a:theme {NAMES} name="{name}">'
        f'<a:themeElements><a:clrScheme name="{name}">{scheme}</a:clrScheme>'
        f'<a:fontScheme name="{name}">{faces}</a:fontScheme>'
        f'<a:fmtScheme name="{name}">{formats}</a:fmtScheme></a:themeElements></a:theme>'
    ).encode()
