"""Makes the enums of Qt in a fifth of the time, and as Python itself makes them.

Until the first picture PySide6 asks Python for 130 enums with 2,100 members, each by a call like
`IntEnum("Key", [("Key_A", 65), …], boundary=KEEP)`. Python takes every member through a dozen steps that are
there for members of any type and name: 22 ms in all, a tenth of the start. The members of Qt are numbers with
plain names. So here a class begins as a copy of an empty enum that Python has made, and its members are put
into it at once.

It is done where Python makes two small enums just so (not before 3.11, and who knows what will come). The
tests make every enum of Qt in both ways. Whatever is asked for beside such enums, Python makes.
"""

from __future__ import annotations

import enum
import sys
from enum import Enum, EnumMeta, Flag, IntEnum, IntFlag
from typing import Any, NamedTuple

_KINDS = (Enum, IntEnum, Flag, IntFlag)
_KEEP = getattr(enum, "KEEP", None)  # since Python 3.11
_PLAIN = {"qualname": None, "type": None, "start": 1}  # what is not asked for
_OF_EVERY_CLASS = {"__dict__", "__weakref__", "__module__", "__qualname__", "__new__"}
_python: Any = vars(EnumMeta)["_create_"]  # how Python makes an enum
_set: Any = type.__setattr__  # that of enums looks first whether a member is about to be lost


def install() -> None:
    """From now on enums are made so; before PySide6 is imported, for the sake of its own."""
    if _KEEP is None:
        return
    before, of_python = vars(EnumMeta)["_create_"], _probes()
    EnumMeta._create_ = create  # type: ignore[attr-defined]  # there is no public name for it
    try:
        agrees = _probes() == of_python
    except Exception:  # noqa: BLE001 - whatever it is, Python goes on making them
        agrees = False
    if not agrees:
        EnumMeta._create_ = before  # type: ignore[attr-defined]


def _probes() -> list[list[dict[str, str]]]:
    """What two enums consist of, asked for as PySide6 does."""
    numbers = {"two": 2, "one": 1, "both": 3, "more": 24, "again": 2, "none": 0, "below": -8}
    kinds: tuple[Any, ...] = (IntEnum, Flag)
    return [parts(kind("Probe", [*numbers.items()], module=__name__, boundary=_KEEP)) for kind in kinds]


def parts(made: type[Enum]) -> list[dict[str, str]]:
    """What the class and its members consist of; of what is not data the type is enough."""
    data = (int, str, list, dict, Enum)
    return [
        {name: repr(value if isinstance(value, data) else type(value)) for name, value in vars(each).items()}
        for each in (made, *made.__members__.values())
    ]


class _Empty(NamedTuple):
    """An enum without members."""

    names: dict[str, Any]  # of its class
    taken: frozenset[str]  # what a member cannot be called so simply
    is_flag: bool
    new: Any  # makes a member
    by_value: bool  # of its value; else of nothing


_empty: dict[type[Enum], _Empty] = {}


def create(
    kind: type[Enum],
    class_name: str,
    names: Any,
    *,
    module: str | None = None,
    boundary: object = None,
    **more: Any,
) -> type[Enum]:
    """The enum that `kind(class_name, names, …)` asks for, see `EnumType.__call__` of Python."""
    module = module or _asker()
    if (
        module is None
        or boundary is not _KEEP
        or more != _PLAIN
        or kind not in _KINDS
        or not _is_plain(kind, names)
    ):
        made: type[Enum] = _python(kind, class_name, names, module=module, boundary=boundary, **more)
        return made
    empty = _empty[kind]
    return (_flag if empty.is_flag else _enum)(empty, _class(kind, class_name, module, empty), names)


def _asker() -> str | None:
    """The module of whoever called the kind, as Python finds it; none where Qt did in a thread of its own."""
    try:
        name: str | None = sys._getframe(3).f_globals.get("__name__")  # noqa: SLF001
    except ValueError:
        return None
    return name


def _is_plain(kind: type[Enum], pairs: Any) -> bool:
    """Whether the members are numbers whose names mean nothing in an enum, and nothing to Python."""
    if kind not in _empty:
        _empty[kind] = _made_empty(kind)
    if type(pairs) is not list or not all(type(pair) is tuple and len(pair) == 2 for pair in pairs):
        return False
    names = dict(pairs)
    return (
        len(names) == len(pairs)
        and _empty[kind].taken.isdisjoint(names)
        and all(type(name) is str and name[0] != "_" for name in names)
        and all(type(value) is int for value in names.values())
    )


def _made_empty(kind: type[Enum]) -> _Empty:
    made: Any = _python(kind, "Empty", [], module=__name__, boundary=_KEEP, **_PLAIN)
    names = {name: value for name, value in vars(made).items() if name not in _OF_EVERY_CLASS}
    taken = frozenset().union({"", "mro"}, names, *map(vars, made.__mro__))
    return _Empty(names, taken, issubclass(kind, Flag), made._new_member_, made._use_args_)


def _class(kind: type[Enum], name: str, module: str | None, empty: _Empty) -> Any:
    """A class for members, with collections of its own."""
    own = {key: type(value)() if type(value) in (dict, list) else value for key, value in empty.names.items()}
    made = type.__new__(EnumMeta, name, (kind,), own | {"__module__": module})
    _set(made, "__new__", Enum.__new__)
    return made


def _member(empty: _Empty, made: Any, name: str, value: int) -> Any:
    member = empty.new(made, value) if empty.by_value else empty.new(made)
    member._value_ = value
    member._name_ = name
    member.__objclass__ = made
    member._sort_order_ = len(made._member_names_)
    return member


def _enum(empty: _Empty, made: Any, pairs: list[tuple[str, int]]) -> type[Enum]:
    names, by_name, by_value = made._member_names_, made._member_map_, made._value2member_map_
    for name, value in pairs:
        member = by_value.get(value)  # another name for it
        if member is None:
            member = by_value[value] = _member(empty, made, name, value)
            names.append(name)
        by_name[name] = member
        _set(made, name, member)
    return made  # type: ignore[no-any-return]


def _flag(empty: _Empty, made: Any, pairs: list[tuple[str, int]]) -> type[Enum]:
    """Of a flag only the members of one bit are told when it is gone through."""
    names, by_name, by_value = made._member_names_, made._member_map_, made._value2member_map_
    bits = single_bits = 0
    for name, value in pairs:
        bits |= value
        is_single = value > 0 and not value & (value - 1)
        single_bits |= value if is_single else 0
        member = by_value.get(value)
        if member is None:
            member = by_value[value] = _member(empty, made, name, value)
            if is_single:
                names.append(name)
        by_name[name] = member
        _set(made, name, member)
    if "_singles_mask_" in empty.names:  # not yet in the first versions of Python 3.11
        _set(made, "_singles_mask_", single_bits)
        _set(made, "_flag_mask_", bits)
    else:
        _set(made, "_flag_mask_", single_bits)
    _set(made, "_all_bits_", 2 ** bits.bit_length() - 1)
    values = [by_name[name]._value_ for name in names]
    if values != sorted(values):
        made._iter_member_ = made._iter_member_by_def_
    return made  # type: ignore[no-any-return]
