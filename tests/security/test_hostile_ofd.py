"""OFD files made to exhaust the reader: refused, or read within time and memory."""

from __future__ import annotations

import pytest

from gaohang_viewer.loading.reader_process import Refused, read_in_child
from tests.loading.ofd.made import ofd, page

WORDS = ("题目", 30.0, 40.0, 5.6)


def why(data: bytes) -> str:
    with pytest.raises(Refused) as refused:
        read_in_child("ofd", data, "a", lambda _: None)
    return refused.value.why


def test_units_that_draw_each_other_are_given_up() -> None:
    unit = "".join("<ofd:CompositeObject ID='7' ResourceID='1' Boundary='0 0 9 9'/>" for _ in range(4))
    resources = (
        '<ofd:Res xmlns:ofd="http://www.ofdspec.org/2016"><ofd:CompositeGraphicUnits>'
        f"<ofd:CompositeGraphicUnit ID='1'><ofd:Content>{unit}</ofd:Content></ofd:CompositeGraphicUnit>"
        "</ofd:CompositeGraphicUnits></ofd:Res>"
    )
    data = ofd([page([WORDS], unit)], {"Doc_0/Res.xml": resources}, "<ofd:PublicRes>Res.xml</ofd:PublicRes>")
    assert why(data) == "too-large"


def test_entities_and_packed_pages_are_refused() -> None:
    bomb = "<!DOCTYPE a [<!ENTITY b 'bbbb'>]>" + page([WORDS])
    assert why(ofd([bomb])) == "damaged"
    assert why(ofd(["<a>" + " " * 80_000_000])) == "damaged"


def test_a_count_of_nothing_takes_no_memory() -> None:
    huge = page([WORDS]).replace('DeltaX="g 1 5.6"', 'DeltaX="g 2000000000 5.6"')
    read = read_in_child("ofd", ofd([huge]), "a", lambda _: None)
    assert [piece.text for piece in read.pieces] == ["题目"]
