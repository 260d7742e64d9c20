"""Formulas in one line."""

from __future__ import annotations

import pytest

from tests.loading.word.build import docx, p, read, table, texts


def m(text: str) -> str:
    return f"<m:r><m:t>{text}</m:t></m:r>"


def tag(name: str, **parts: str) -> str:
    return (
        f"<m:{name}>"
        + "".join(f"<m:{key}>{value}</m:{key}>" for key, value in parts.items())
        + f"</m:{name}>"
    )


def option(name: str, value: str) -> str:
    return f'<m:{name} m:val="{value}"/>'


HALF = tag("f", num=m("a+b"), den=m("2"))
SQUARE = tag("sSup", e=m("x"), sup=m("2"))
ROOT = tag("rad", radPr=option("degHide", "1"), deg="", e=m("y"))


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        (HALF + m("=") + SQUARE + m("+") + ROOT, "(a+b)/2=x²+√y"),
        (tag("f", num=m("产值"), den=m("常住人口")), "产值/常住人口"),
        (tag("f", num=m("1"), den=m("2x")), "1/(2x)"),
        (tag("f", num=m("1.5"), den=HALF), "1.5/((a+b)/2)"),
        (tag("f", fPr=option("type", "noBar"), num=m("n"), den=m("k")), "(n k)"),
        (tag("sSup", e=m("a+b"), sup=m("n+1")), "(a+b)ⁿ⁺¹"),
        (tag("sSup", e=SQUARE, sup=m("3")), "(x²)³"),
        (tag("sSub", e=m("C"), sub=m("总")), "C_总"),
        (tag("sSubSup", e=m("x"), sub=m("i"), sup=m("2")), "xᵢ²"),
        (tag("sPre", sub=m("6"), sup=m("14"), e=m("C")), "₆¹⁴C"),
        (tag("rad", deg=m("3"), e=m("x+1")), "∛(x+1)"),
        (tag("rad", deg=m("n"), e=m("x")), "ⁿ√x"),
        (
            tag(
                "nary",
                naryPr=option("chr", "∑"),
                sub=m("i=1"),
                sup=m("n"),
                e=tag("sSub", e=m("x"), sub=m("i")),
            ),
            "∑ᵢ₌₁ⁿ xᵢ",
        ),
        (tag("d", e=m("a+b")) + m("c"), "(a+b)c"),
        (tag("sSup", e=tag("d", e=m("a+b")), sup=m("2")), "(a+b)²"),
        (tag("d", dPr=option("begChr", "{") + option("endChr", ""), e=tag("eqArr", e=m("x"))), "{x"),
        (tag("func", fName=m("sin"), e=m("x")), "sin x"),
        (tag("func", fName=tag("limLow", e=m("lim"), lim=m("n→∞")), e=m("x+1")), "lim_(n→∞) (x+1)"),
        (tag("acc", e=m("x")), "x̂"),
        (tag("bar", barPr=option("pos", "top"), e=m("x")), "x̄"),
        (
            f"<m:m><m:mr><m:e>{m('a')}</m:e><m:e>{m('b')}</m:e></m:mr><m:mr><m:e>{m('c')}</m:e></m:mr></m:m>",
            "[a, b; c]",
        ),
    ],
)
def test_a_formula_keeps_its_sense(formula: str, expected: str) -> None:
    assert texts(docx(p("按", f"<m:oMath>{formula}</m:oMath>", "算"))) == [f"按{expected}算"]


def test_formulas_of_one_paragraph_are_lines_and_those_of_a_table_stand_in_it() -> None:
    both = f"<m:oMathPara><m:oMath>{HALF}</m:oMath><m:oMath>{SQUARE}</m:oMath></m:oMathPara>"
    assert texts(docx(p(both))) == ["(a+b)/2", "x²"]
    cell = p(f"<m:oMath>{HALF}</m:oMath>")
    assert texts(docx(table(("公式", cell), ("甲", "乙")))) == ["公式\t(a+b)/2\n甲\t乙"]


def test_a_formula_that_is_too_long_or_deep_is_told() -> None:
    draft = read(docx(p("文", f"<m:oMath>{m('x+' * 5000)}</m:oMath>")))
    assert [(problem.kind.value, problem.text) for problem in draft.problems] == [("not-shown", "oMath")]
    deep = m("x")
    for _ in range(100):
        deep = tag("sSup", e=deep, sup=m("2"))
    (text,) = texts(docx(p(f"<m:oMath>{deep}</m:oMath>")))
    assert text.startswith("(" * 99 + "x²)²")
