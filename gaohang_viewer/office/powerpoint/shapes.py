"""Makes the XML of PowerPoint shapes: areas, lines, curves and placeholders; lengths in points."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

NAMES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
NUMBER = (
    '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr lang="zh-CN"/>'
    "<a:t>‹#›</a:t></a:fld>"
)
"""The field with the page number."""

_SCHEME = {"bg1", "tx1", "bg2", "tx2", "accent1", "accent2", "accent3", "accent4"}


class Box(NamedTuple):
    """A rectangle on the page, in points."""

    x: float
    y: float
    width: float
    height: float


def emu(points: float) -> int:
    """Converts points to EMU, the unit of the file."""
    return round(points * 12700)


def paint(colour: str, share: float = 1.0) -> str:
    """Returns a colour, given as #RRGGBB or a name in the theme; `share` is its opacity, 0 to 1."""
    alpha = f'<a:alpha val="{round(share * 100_000)}"/>' if share < 1 else ""
    if colour in _SCHEME:
        return f'<a:schemeClr val="{colour}">{alpha}</a:schemeClr>'
    return f'<a:srgbClr val="{colour.lstrip("#")}">{alpha}</a:srgbClr>'


def fill(colours: Sequence[str], angle: int = 40) -> str:
    """Returns a solid fill, or a linear gradient at an angle in degrees if there are several colours."""
    if len(colours) == 1:
        return f"<a:solidFill>{paint(colours[0])}</a:solidFill>"
    stops = "".join(
        f'<a:gs pos="{round(100_000 * at / (len(colours) - 1))}">{paint(colour)}</a:gs>'
        for at, colour in enumerate(colours)
    )
    way = f'<a:lin ang="{angle * 60000}" scaled="0"/>'
    return f'<a:gradFill rotWithShape="1"><a:gsLst>{stops}</a:gsLst>{way}</a:gradFill>'


def place(box: Box) -> str:
    """Returns the position of a shape."""
    return (
        f'<a:xfrm><a:off x="{emu(box.x)}" y="{emu(box.y)}"/>'
        f'<a:ext cx="{emu(box.width)}" cy="{emu(box.height)}"/></a:xfrm>'
    )


def _shape(box: Box, geometry: str, painted: str) -> str:
    return (
        '<p:sp><p:nvSpPr><p:cNvPr id="0" name="ornament"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>'
        f"<p:spPr>{place(box)}{geometry}{painted}</p:spPr></p:sp>"
    )


def _preset(name: str) -> str:
    return f'<a:prstGeom prst="{name}"><a:avLst/></a:prstGeom>'


def _stroke(colour: str, width: float, share: float = 1.0) -> str:
    return f'<a:ln w="{emu(width)}"><a:solidFill>{paint(colour, share)}</a:solidFill></a:ln>'


def area(box: Box, *colours: str, share: float = 1.0) -> str:
    """Returns a filled rectangle."""
    inside = f"<a:solidFill>{paint(colours[0], share)}</a:solidFill>" if share < 1 else fill(colours, 0)
    return _shape(box, _preset("rect"), f"{inside}<a:ln><a:noFill/></a:ln>")


def ring(x: float, y: float, radius: float, colour: str, share: float) -> str:
    """Returns a circle with a thin outline."""
    box = Box(x - radius, y - radius, 2 * radius, 2 * radius)
    return _shape(box, _preset("ellipse"), f"<a:noFill/>{_stroke(colour, 0.7, share)}")


Move = tuple[str, tuple[tuple[float, float], ...]]
"""A path command: "moveTo", "lnTo" or "cubicBezTo" with its points."""


def drawing(box: Box, moves: Iterable[Move], colour: str, width: float, share: float) -> str:
    """Returns a stroked path; its points are relative to the top left corner of `box`."""
    path = ""
    for step, points in moves:
        places = "".join(f'<a:pt x="{emu(x)}" y="{emu(y)}"/>' for x, y in points)
        path += f"<a:{step}>{places}</a:{step}>"
    geometry = (
        "<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
        '<a:rect l="0" t="0" r="r" b="b"/><a:pathLst>'
        f'<a:path w="{emu(box.width)}" h="{emu(box.height)}" fill="none">{path}</a:path>'
        "</a:pathLst></a:custGeom>"
    )
    return _shape(box, geometry, f"<a:noFill/>{_stroke(colour, width, share)}")


def lines(pairs: Iterable[tuple[float, float, float, float]]) -> list[Move]:
    """Returns the path commands for straight lines, each given as x, y, x, y."""
    return [step for x, y, to_x, to_y in pairs for step in (("moveTo", ((x, y),)), ("lnTo", ((to_x, to_y),)))]


class Holder(NamedTuple):
    """A placeholder of a layout: type and index in the file, position, and format of its text."""

    kind: str
    number: int
    prompt: str
    box: Box
    size: float
    colour: str
    anchor: str = "t"
    align: str = "l"
    bold: bool = False
    heading: bool = False  # in the font of headlines


def holder(it: Holder) -> str:
    """Returns the XML of a placeholder."""
    face = "mj" if it.heading else "mn"
    own_style = (
        f'<a:lvl1pPr marL="0" indent="0" algn="{it.align}">'
        '<a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/>'
        f'<a:defRPr sz="{round(it.size * 100)}" b="{int(it.bold)}">{fill((it.colour,))}'
        f'<a:latin typeface="+{face}-lt"/><a:ea typeface="+{face}-ea"/></a:defRPr></a:lvl1pPr>'
    )
    style = "" if it.kind == "body" and it.number == 1 else own_style  # the master has the style of points
    text = NUMBER
    if it.kind != "sldNum":
        text = f'<a:r><a:rPr lang="zh-CN"/><a:t>{it.prompt}</a:t></a:r>'
    index = f' idx="{it.number}"' if it.number else ""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="0" name="{it.prompt}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph type="{it.kind}"{index}/></p:nvPr></p:nvSpPr><p:spPr>{place(it.box)}</p:spPr>'
        f'<p:txBody><a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="{it.anchor}">'
        "<a:normAutofit/></a:bodyPr>"
        f"<a:lstStyle>{style}</a:lstStyle><a:p>{text}</a:p></p:txBody></p:sp>"
    )


def tree(background: str, shapes: Iterable[str], name: str = "") -> str:
    """Returns the content of a master or layout: background and numbered shapes."""
    inside = "".join(
        shape.replace('<p:cNvPr id="0"', f'<p:cNvPr id="{number}"', 1)
        for number, shape in enumerate(shapes, 2)
    )
    return (
        f'<p:cSld {NAMES} name="{name}"><p:bg><p:bgPr>{background}<a:effectLst/></p:bgPr></p:bg><p:spTree>'
        '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
        '<p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/>'
        '<a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
        f"{inside}</p:spTree></p:cSld>"
    )
