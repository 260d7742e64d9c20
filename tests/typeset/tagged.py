"""A tagged PDF as its tags tell it: what they refer to, what is drawn, where bookmarks and links lead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any, NamedTuple

import pikepdf

from gaohang_viewer.report.model import Report, Section

SMALL = Report(
    "排头兵",
    preamble="开头的话。",
    sections=(
        Section(1, "一、", "回望来路", 1, "引言，见[网页](https://example.org/a)。\n\n- 要点子\n- 要点丑"),
        Section(2, "（一）", "经济更强", 2, "| 指标 | 数值 |\n|---|---|\n| 税收 | 二十亿 |"),
        Section(3, "1.", "招商引资", 3, "招商引资加快推进。"),
        Section(2, "（二）", "民生更好", 4, "\n".join(f"- 民生实事第{n}件已经办好" for n in range(30))),
        Section(1, "二、", "奋进新程", 5, "新程的话。"),
        Section(2, "（一）", "总体要求", 6, "要求的话。\n\n" * 60),
    ),
)
"""A report with what tags are made of: links, lists, a table, slides and text that go on."""

_SHOWS = {"Tj", "TJ", "'", '"', "f", "f*", "B", "B*", "S", "sh", "INLINE IMAGE"}


class Drawn(NamedTuple):
    """A form or picture on a page: its stream, and left, bottom, right and top in points."""

    stream: Any
    box: tuple[float, float, float, float]


class Tagged:
    """A file, open as long as this lives."""

    def __init__(self, pdf: bytes) -> None:
        self.file = pikepdf.open(BytesIO(pdf))
        self.pages = [page.obj for page in self.file.pages]
        self.root: Any = self.file.Root.StructTreeRoot
        self.metadata = self.file.Root.Metadata.read_bytes().decode()

    def elements(self) -> Iterator[Any]:
        """All tags, from the first to the last."""
        waiting = [self.root]
        while waiting:
            element = waiting.pop()
            yield element
            waiting += [kid for kid in reversed(kids(element)) if is_element(kid)]

    def content(self) -> list[tuple[tuple[int, int], int]]:
        """The marked content that tags refer to, in their order: the stream that holds it, and its number."""
        return [(owner, number) for _, owner, number in self._references()]

    def _references(self) -> Iterator[tuple[Any, tuple[int, int], int]]:
        def visit(element: Any) -> Iterator[tuple[Any, tuple[int, int], int]]:
            for kid in kids(element):
                if isinstance(kid, int):
                    yield element, element.Pg.objgen, kid
                elif is_element(kid):
                    yield from visit(kid)
                elif "/MCID" in kid:
                    page = kid.get("/Pg", element.get("/Pg"))
                    yield element, kid.get("/Stm", page).objgen, int(kid.MCID)

        return visit(self.root)

    def drawn(self, page: int) -> list[Drawn]:
        """The forms and pictures that a page draws with a matrix of their own, in its order."""
        found, matrix = [], (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
        stack = [matrix]
        for step in pikepdf.parse_content_stream(self.pages[page]):
            operator = str(step.operator)
            if operator == "q":
                stack.append(matrix)
            elif operator == "Q":
                matrix = stack.pop()
            elif operator == "cm":
                matrix = _product([float(value) for value in step.operands], matrix)
            elif operator == "Do":
                stream: Any = self.pages[page].Resources.XObject[str(step.operands[0])]
                found.append(Drawn(stream, _box(stream, matrix)))
        return found

    def check(self) -> None:
        """Nothing is drawn that is neither tagged nor an artifact, and every reference has its other end."""
        there = {page.objgen for page in self.pages}
        marked: dict[tuple[int, int], set[int]] = {}
        owners: dict[int, Any] = {}
        for page in self.pages:
            for owner, number in _marked(page):
                marked.setdefault(owner.objgen, set()).add(number)
                assert owners.setdefault(int(owner.StructParents), owner) == owner
        parents = dict(_pairs(self.root.get("/ParentTree", {}), "/Nums"))
        references = list(self._references())
        assert sorted((owner, number) for _, owner, number in references) == sorted(
            (owner, number) for owner, numbers in marked.items() for number in numbers
        )
        keys = {owner.objgen: key for key, owner in owners.items()}
        for element, owner, number in references:
            assert parents[keys[owner]][number].objgen == element.objgen
        notes = {int(note.StructParent): note for page in self.pages for note in page.get("/Annots", ())}
        assert set(parents) == set(owners) | set(notes), "the tree of parents knows what is there, no more"
        self._check_elements(there, parents, notes)
        for target in self.targets():
            assert target[0].objgen in there
        check_siblings(self.file.Root.get("/Outlines"))
        assert f"<xmpTPg:NPages>{len(self.pages)}<" in self.metadata or "NPages" not in self.metadata

    def _check_elements(
        self, there: set[tuple[int, int]], parents: dict[int, Any], notes: dict[int, Any]
    ) -> None:
        named, reached = {bytes(name) for name, _ in _pairs(self.root.get("/IDTree", {}), "/Names")}, set()
        levels = [0]
        for element in self.elements():
            assert "/Pg" not in element or element.Pg.objgen in there
            if "/ID" in element:
                reached.add(bytes(element.ID))
            if re.fullmatch(r"/H\d+", str(element.get("/S", ""))):
                levels.append(int(str(element.S)[2:]))
                assert levels[-1] <= max(levels[:-1][-1], 0) + 1, "a level of headings is skipped"
            for kid in kids(element):
                if isinstance(kid, int):
                    continue
                if is_element(kid):
                    assert kid.P.objgen == element.objgen
                elif "/Obj" in kid:
                    note = notes.pop(int(kid.Obj.StructParent))
                    page = kid.get("/Pg", element.get("/Pg"))
                    assert kid.Obj.objgen in {one.objgen for one in page.Annots}
                    assert parents[int(note.StructParent)].objgen == element.objgen
                else:
                    page = kid.get("/Pg", element.get("/Pg"))
                    assert page.objgen in there
                    if "/Stm" in kid:
                        forms = page.Resources.XObject.values()
                        assert kid.Stm.objgen in {form.objgen for form in forms}
            for attributes in listed(element.get("/A")):
                assert {bytes(name) for name in listed(attributes.get("/Headers"))} <= named
        assert named == reached
        assert not notes, "a link has no tag"

    def bookmarks(self) -> list[tuple[str, int, tuple[float, float]]]:
        """Each bookmark: its title, the page it leads to, counted from 0, and where on it, in points."""
        numbers = {page.objgen: at for at, page in enumerate(self.pages)}
        return [
            (str(entry.Title), numbers[target[0].objgen], (float(target[2]), float(target[3])))
            for entry in outline(self.file.Root.get("/Outlines"))
            if (target := entry.Dest) is not None
        ]

    def targets(self) -> Iterator[Any]:
        """All places in the file that bookmarks and links lead to."""
        names: Any = self.file.Root.Names.get("/Dests", {}) if "/Names" in self.file.Root else {}
        named = {str(name): target for name, target in _pairs(names, "/Names")}
        notes = [note for page in self.pages for note in page.get("/Annots", ())]
        for holder in (*outline(self.file.Root.get("/Outlines")), *notes):
            target = holder.get("/Dest")
            if target is None and holder.get("/A", {}).get("/S") == "/GoTo":
                target = holder.A.D
            if target is not None:
                yield target if isinstance(target, pikepdf.Array) else named[str(target)]


def outline(parent: Any) -> Iterator[Any]:
    """All bookmarks below one, in order."""
    entry = parent.get("/First") if parent is not None else None
    while entry is not None:
        yield entry
        yield from outline(entry)
        entry = entry.get("/Next")


def check_siblings(parent: Any) -> None:
    """The chain of bookmarks below one is whole, forward and back."""
    before = None
    entry = parent.get("/First") if parent is not None else None
    while entry is not None:
        assert entry.Parent.objgen == parent.objgen
        assert (entry.Prev.objgen if "/Prev" in entry else None) == (before and before.objgen)
        check_siblings(entry)
        before, entry = entry, entry.get("/Next")
    if parent is not None and before is not None:
        assert parent.Last.objgen == before.objgen


def kids(element: Any) -> list[Any]:
    """What stands right below a tag."""
    return listed(element.get("/K"))


def is_element(kid: Any) -> bool:
    """Whether it is a tag, and not a reference to content or to a link."""
    return isinstance(kid, pikepdf.Dictionary) and "/MCID" not in kid and "/Obj" not in kid


def _marked(owner: Any, artifact: bool = False) -> Iterator[tuple[Any, int]]:
    """What a stream marks, with that of the forms it draws: nothing may be left unmarked."""
    nested: list[tuple[bool, bool]] = []  # whether it is an artifact, whether it is numbered
    for step in pikepdf.parse_content_stream(owner):
        operator = str(step.operator)
        hidden = artifact or any(one for one, _ in nested)
        if operator in ("BMC", "BDC"):
            properties: Any = step.operands[1] if operator == "BDC" else {}
            numbered = isinstance(properties, pikepdf.Dictionary) and "/MCID" in properties
            assert not (hidden and numbered), "tagged content in an artifact"
            nested.append((str(step.operands[0]) == "/Artifact", numbered))
            if numbered:
                yield owner, int(properties.MCID)
        elif operator == "EMC":
            nested.pop()
        elif operator == "Do":
            drawn: Any = owner.Resources.XObject[str(step.operands[0])]
            if drawn.Subtype == "/Form" and not any(numbered for _, numbered in nested):
                yield from _marked(drawn, hidden)
            else:
                assert nested or hidden
        elif operator in _SHOWS:
            assert hidden or nested, f"{operator} is neither tagged nor an artifact"
    assert not nested


def listed(value: Any) -> list[Any]:
    """What may be left out, stand alone or in an array, as a list."""
    if value is None:
        return []
    return list(value) if isinstance(value, pikepdf.Array) else [value]


def _pairs(tree: Any, key: str) -> Iterator[tuple[Any, Any]]:
    flat = list(tree.get(key, ()))
    yield from zip(flat[::2], flat[1::2], strict=True)
    for kid in tree.get("/Kids", ()):
        yield from _pairs(kid, key)


def _product(first: list[float], then: tuple[float, ...]) -> Any:
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def _box(stream: Any, matrix: tuple[float, ...]) -> tuple[float, float, float, float]:
    left, bottom, right, top = (
        [float(value) for value in stream.BBox] if "/BBox" in stream else (0.0, 0.0, 1.0, 1.0)
    )
    if "/Matrix" in stream:
        matrix = _product([float(value) for value in stream.Matrix], matrix)
    a, _, _, d, e, f = matrix
    return a * left + e, d * bottom + f, a * right + e, d * top + f
