"""Loads PySide6 without the signatures of its functions, half of its time; they come when one is wanted.

PySide6 keeps what tells of wrong arguments, and what `help` prints, as Python sources packed into a library:
each start unpacks, compiles and runs 3,000 lines, which draw in `inspect`, `ast`, `argparse` and `logging`.
Then every further import has it look through the source of the imported module for its own name, for a
feature (`from __feature__ import …`) that this program has no use for. Together that is 45 of the 95 ms that
importing PySide6 takes, half a millisecond for each module after it, and 6 MB.

Here a few functions stand in for those sources. The first error or question runs the sources themselves, in
the same modules, so that all who hold on to them find what they expect. It is done for the versions that were
tried; any other is loaded in its own way.
"""

from __future__ import annotations

import builtins
import sys
from _thread import RLock
from importlib import import_module
from importlib.machinery import ModuleSpec
from importlib.util import find_spec, module_from_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gaohang_viewer.resources import SIGNATURES

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType

TRIED = ("6.8.", "6.9.", "6.10.", "6.11.")  # versions of PySide6
_SIGNATURE = "shibokensupport.signature"
_LOADER, _MAPPING = f"{_SIGNATURE}.loader", f"{_SIGNATURE}.mapping"
_PACKAGES = ("shibokensupport", _SIGNATURE)
_MODULES = (*_PACKAGES, _MAPPING, _LOADER)
_ANSWERS = ("pyside_type_init", "create_signature", "seterror_argument", "make_helptext")
_FEATURES = ("finish_import", "feature_import", "feature_imported", "post_init")  # nothing to do
_one_at_a_time = RLock()  # a module is run once, and other threads wait for it
_UNPACKING = ("base64", "zipfile", "traceback")  # Shiboken imports them for the sources alone


def import_shiboken() -> None:
    """Imports what lies under PySide6, before anything imports PySide6 itself; afterwards it does nothing."""
    if "shiboken6" in sys.modules:
        return
    spec = find_spec("shiboken6") if sys.platform == "linux" else None
    if spec is None or spec.origin is None or not _is_tried(Path(spec.origin)):
        _import_plainly()
        return
    package = _put_off("shiboken6", spec)
    package.__file__ = str(SIGNATURES / "__init__.py")  # beside it Shiboken looks for its sources
    for name in _UNPACKING:
        if name not in sys.modules and (found := find_spec(name)):
            _put_off(name, found)
    stand_in = _StandIn()
    sys.meta_path.insert(0, stand_in)
    try:
        import_module("shiboken6.Shiboken")
    finally:
        sys.meta_path.remove(stand_in)
        package.__file__ = spec.origin


def _is_tried(init: Path) -> bool:
    """Whether this is a version that the tests try: it stands in the first line of the package."""
    with init.open(encoding="utf-8") as file:
        first = file.readline()
    return first.startswith(tuple(f'__version__ = "{version}' for version in TRIED))


def _import_plainly() -> None:
    """Imports PySide6 as it is, but without the look at every further import."""
    import_module("PySide6.QtCore")
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


def _put_off(name: str, spec: ModuleSpec) -> ModuleType:
    """A module that is run when something of it is first used.

    Python's own LazyLoader would run it at the import itself, which looks at the spec (until Python 3.12).
    """
    sys.modules[name] = module = module_from_spec(spec)
    is_run = False

    def missing(attribute: str) -> object:
        nonlocal is_run
        with _one_at_a_time:
            if not is_run and spec.loader is not None:
                is_run = True
                spec.loader.exec_module(module)
        if attribute in module.__dict__:
            return module.__dict__[attribute]
        raise AttributeError(f"module {name!r} has no attribute {attribute!r}", name=attribute, obj=module)

    module.__dict__["__getattr__"] = missing
    return module


class _StandIn:
    """Finds, while Shiboken starts, modules that only know how to call the real ones."""

    def find_spec(self, name: str, _path: object = None, _target: object = None) -> ModuleSpec | None:
        spec = ModuleSpec(name, self, is_package=name in _PACKAGES)  # type: ignore[arg-type]  # is a loader, too
        return spec if name in _MODULES else None

    def create_module(self, _spec: ModuleSpec) -> None:
        """Python makes the module."""

    def exec_module(self, module: ModuleType) -> None:
        names: dict[str, Callable[..., Any]] = {}
        if module.__name__ == _LOADER:
            import_module(_MAPPING)  # Shiboken looks for it when an argument is wrong
            names = {name: _answer(_LOADER, name) for name in _ANSWERS} | dict.fromkeys(_FEATURES, _nothing)
        elif module.__name__ == _MAPPING:
            names = {"update_mapping": _answer(_MAPPING, "update_mapping")}
        module.__dict__.update(names)


def _nothing(*_: object, **__: object) -> None:
    """What a feature that nobody asks for does."""


def _answer(module: str, name: str) -> Callable[..., Any]:
    """A function of one of the sources, which are run when it is first called."""

    def answer(*arguments: Any) -> Any:
        if sys.modules[module].__dict__.get(name) in (answer, None):
            _run_sources()
        return sys.modules[module].__dict__[name](*arguments)

    return answer


def _run_sources() -> None:
    """Runs what Shiboken has packed, in the modules that stand in for it."""
    hasattr(sys.modules["shiboken6"], "__version__")  # runs it if it was put off
    here = {name: sys.modules.pop(name) for name in _MODULES}
    importer = sys.modules["signature_bootstrap"].prepare_zipfile()[1]
    importer.create_module = lambda spec: here.get(spec.name)
    sys.meta_path.insert(0, importer)
    try:
        import_module(_LOADER)
    finally:
        sys.meta_path.remove(importer)
