"""Enums made quickly are those that Python makes."""

from __future__ import annotations

import _thread
import enum
import pickle
import sys
import time
from collections.abc import Callable, Iterator
from enum import Enum, EnumMeta, Flag, IntEnum, IntFlag
from functools import partial
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6 import QtCore, QtGui, QtNetwork, QtPrintSupport, QtWidgets

from gaohang_viewer import quick_enums

pytestmark = pytest.mark.skipif(
    sys.version_info < (3, 11), reason="Python 3.10 makes enums by other rules: there all are made by it"
)
KINDS = (Enum, IntEnum, Flag, IntFlag)
PYTHON: Any = vars(EnumMeta)["_create_"]


def enums_of(scope: Any, seen: set[int]) -> Iterator[Any]:
    """All enums in a module of Qt or a class of one."""
    for name in dir(scope):
        found = getattr(scope, name, None)
        if isinstance(found, type) and id(found) not in seen:
            seen.add(id(found))
            if isinstance(found, EnumMeta):
                yield found
            elif found.__module__.startswith("PySide6"):
                yield from enums_of(found, seen)


def made(create: Any, kind: type[Enum], name: str, pairs: Any, **more: Any) -> Any:
    """An enum as PySide6 asks for it, or why there is none."""
    asked = {"module": __name__, "boundary": getattr(enum, "KEEP", None)}
    asked |= {"qualname": None, "type": None, "start": 1} | more
    try:
        return create(kind, name, pairs, **asked)
    except Exception as error:  # noqa: BLE001 - of Python it may be any
        return type(error), str(error)


def parts(thing: Any) -> Any:
    """All that an enum consists of, to be compared."""
    return thing if isinstance(thing, tuple) else quick_enums.parts(thing)


def test_every_enum_of_qt_is_the_same() -> None:
    count = 0
    for module in (QtCore, QtGui, QtWidgets, QtNetwork, QtPrintSupport):
        for kind in enums_of(module, set()):
            count += 1
            pairs = [(name, member.value) for name, member in kind.__members__.items()]
            of_python, quick = (
                made(create, kind.__bases__[0], kind.__name__, pairs)
                for create in (PYTHON, quick_enums.create)
            )
            assert parts(quick) == parts(of_python), kind
            assert quick is not of_python
            assert [each.value for each in quick] == [each.value for each in kind]
            assert all(quick(value) is quick[name] for name, value in pairs)
    assert count > 600


numbers = st.integers(-9, 40) | st.sampled_from([2**31, 2**63, 2**64 - 1])
names = st.sampled_from(
    [*"ABCDEFG", "name", "value", "real", "mro", "", "_b", "_sunder_", "__dunder__", "values"]
)
pairs = st.lists(
    st.tuples(names | st.text(max_size=3), numbers | st.just("text") | st.just(2.5) | st.booleans())
)


@given(st.sampled_from(KINDS), pairs)
def test_whatever_the_names_and_numbers(kind: type[Enum], pairs: list[tuple[str, Any]]) -> None:
    of_python, quick = (made(create, kind, "Each", pairs) for create in (PYTHON, quick_enums.create))
    assert parts(quick) == parts(of_python)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "pairs",
    [
        *(
            [(name, 1)]
            for name in ("_a", "_sunder_", "__dunder__", "mro", "", "name", "value", "real", "values")
        ),
        [("A", 1), ("A", 2)],
        [("A", "one")],
        [("A", True)],
        [("A", 1, 2)],
        [("A", (1, 2))],
        [("A", -1), ("B", -8)],
        ["A", "B"],
        [(1, 2)],
        [],
        None,
        "A B",
        {"A": 1},
    ],
    ids=str,
)
def test_odd_names_and_members(kind: type[Enum], pairs: Any) -> None:
    of_python, quick = (made(create, kind, "Each", pairs) for create in (PYTHON, quick_enums.create))
    assert parts(quick) == parts(of_python)


SIDES = [("LEFT", 1), ("RIGHT", 2), ("TOP", 4), ("WEST", 1), ("CORNER", 5), ("NONE", 0)]


@pytest.fixture(params=KINDS)
def both(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> tuple[Any, Any]:
    """An enum made in each way; the quick one can be found by its name."""
    of_python, quick = (
        made(create, request.param, "Sides", SIDES) for create in (PYTHON, quick_enums.create)
    )
    monkeypatch.setattr(sys.modules[__name__], "Sides", quick, raising=False)
    return of_python, quick


def answer(question: Any, sides: Any) -> str:
    """What an enum says to a question, or how it refuses."""
    try:
        return repr(question(sides))
    except Exception as error:  # noqa: BLE001 - likewise
        return f"{type(error).__name__}: {error}"


QUESTIONS: list[Callable[[Any], object]] = [
    lambda sides: (sides, sides.LEFT, sides.CORNER, sides.NONE),
    lambda sides: (str(sides.LEFT), f"{sides.TOP}", hash(sides.LEFT), bool(sides.NONE)),
    lambda sides: (list(sides), list(reversed(sides)), len(sides), sides.__members__),
    lambda sides: (sides(4), sides["WEST"], sides.WEST is sides.LEFT, sides.LEFT.name, sides.LEFT.value),
    lambda sides: sides(7),
    lambda sides: sides(1024),
    lambda sides: sides("LEFT"),
    lambda sides: sides["MIDDLE"],
    lambda sides: sides.MIDDLE,
    lambda sides: (sides.LEFT | sides.TOP, sides.CORNER & sides.TOP, sides.CORNER ^ sides.LEFT),
    lambda sides: (
        ~sides.LEFT,
        ~sides.NONE,
        list(sides.CORNER),
        len(sides.CORNER),
        sides.TOP in sides.CORNER,
    ),
    lambda sides: (sides.LEFT in sides, sides.LEFT == 1, sides.LEFT == sides.RIGHT),
    lambda sides: sorted([sides.TOP, sides.LEFT]),
    lambda sides: setattr(sides, "LEFT", 3),
    lambda sides: delattr(sides, "LEFT"),
    lambda sides: type("More", (sides,), {}),
    lambda sides: dir(sides),
    lambda sides: sides.__doc__,
]


@pytest.mark.parametrize("number", range(len(QUESTIONS)))
def test_it_answers_as_one_of_python(both: tuple[Any, Any], number: int) -> None:
    of_python, quick = both
    assert answer(QUESTIONS[number], quick) == answer(QUESTIONS[number], of_python)


def test_members_come_back_from_a_pickle(both: tuple[Any, Any]) -> None:
    _, quick = both
    assert pickle.loads(pickle.dumps(quick.TOP)) is quick.TOP  # noqa: S301 - written a moment ago


def test_the_state_of_one_is_not_that_of_another() -> None:
    one, other = (made(quick_enums.create, IntEnum, name, [(name, 1)]) for name in ("A", "B"))
    assert (list(one.__members__), list(other.__members__)) == (["A"], ["B"])


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(EnumMeta, "_create_", PYTHON)
    quick_enums.install()


@pytest.mark.usefixtures("installed")
def test_what_is_not_asked_for_as_qt_does_is_made_by_python() -> None:
    assert vars(EnumMeta)["_create_"] is quick_enums.create
    make: Any = vars(enum)["Enum"]
    plain = make("Plain", "RED GREEN")
    assert [(each.name, each.value) for each in plain] == [("RED", 1), ("GREEN", 2)]
    assert plain.__module__ == __name__
    mixed = make("Mixed", {"A": "a"}, type=str, module="elsewhere", qualname="In.Mixed")
    assert (mixed.A.upper(), mixed.__module__, mixed.__qualname__) == ("A", "elsewhere", "In.Mixed")

    class Written(Flag):
        ONE = enum.auto()
        TWO = enum.auto()

    assert [each.value for each in Written] == [1, 2]


@pytest.mark.usefixtures("installed")
def test_qt_may_ask_in_a_thread_in_which_no_python_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    faults: list[object] = []
    answers: list[Any] = []
    monkeypatch.setattr(sys, "unraisablehook", faults.append)
    ask: Any = partial(vars(enum)["IntEnum"], "Key", boundary=vars(enum)["KEEP"])
    _thread.start_new_thread(answers.extend, (map(ask, [[("A", 1)]]),))
    until = time.monotonic() + 10
    while not (answers or faults) and time.monotonic() < until:
        time.sleep(0.001)
    assert faults == []
    assert answers[0].A == 1


def test_where_python_makes_them_otherwise_it_makes_them(monkeypatch: pytest.MonkeyPatch) -> None:
    def otherwise(*asked: Any, **more: Any) -> Any:
        made = PYTHON(*asked, **more)
        type.__setattr__(made, "_new_in_python_", [each.value for each in made])
        return made

    monkeypatch.setattr(EnumMeta, "_create_", otherwise)
    quick_enums.install()
    assert vars(EnumMeta)["_create_"] is otherwise


def test_where_it_fails_python_makes_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(EnumMeta, "_create_", PYTHON)
    monkeypatch.setattr(quick_enums, "_member", None)
    quick_enums.install()
    assert vars(EnumMeta)["_create_"] is PYTHON
