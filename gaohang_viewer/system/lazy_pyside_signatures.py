"""Imports PySide6 without the signatures of its functions, which take half of the time, until they are used.

PySide6 has the code that reports wrong arguments, and the texts of `help`, as Python sources in a packed
library. Each start unpacks, compiles and runs 3,000 lines, which import `inspect`, `ast`, `argparse` and
`logging`. After that, each further import searches the source of the imported module for `from __feature__
import`, which this program does not use. Together this is 45 of the 95 ms that importing PySide6 takes, half
a millisecond for each module after it, and 6 MB.

Here a few functions stand in for those sources. The first error or question runs the sources themselves, in
the same module objects, so that all references to them stay valid. This is done for the versions that were
tried; any other is imported as usual.
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
_DEFERRED = ("pyside_type_init", "create_signature", "seterror_argument", "make_helptext")
_FEATURES = ("finish_import", "feature_import", "feature_imported", "post_init")  # need to do nothing
_one_at_a_time = RLock()  # a module is executed once, and other threads wait for it
_UNPACKING = ("base64", "zipfile", "traceback")  # which Shiboken imports for the sources only


def import_shiboken() -> None:
    """Imports shiboken6, the base of PySide6. Has to be called before PySide6 is imported; otherwise it does
    nothing."""
    if "shiboken6" in sys.modules:
        return
    spec = find_spec("shiboken6") if sys.platform == "linux" else None
    if spec is None or spec.origin is None or not _is_tried(Path(spec.origin)):
        _import_as_usual()
        return
    package = _deferred_module("shiboken6", spec)
    package.__file__ = str(SIGNATURES / "__init__.py")  # Shiboken searches its folder for the sources
    for name in _UNPACKING:
        if name not in sys.modules and (found := find_spec(name)):
            _deferred_module(name, found)
    stand_in = _StandIn()
    sys.meta_path.insert(0, stand_in)
    try:
        import_module("shiboken6.Shiboken")
    finally:
        sys.meta_path.remove(stand_in)
        package.__file__ = spec.origin


def _is_tried(init: Path) -> bool:
    """Whether this is one of the `TRIED` versions, by the first line of the package."""
    with init.open(encoding="utf-8") as file:
        first = file.readline()
    return first.startswith(tuple(f'__version__ = "{version}' for version in TRIED))


def _import_as_usual() -> None:
    """Imports PySide6 as it is, but without the search in every further import."""
    import_module("PySide6.QtCore")
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


def _deferred_module(name: str, spec: ModuleSpec) -> ModuleType:
    """A module that is executed when an attribute of it is first used.

    Python's own LazyLoader executes it at the import itself, which reads the spec (until Python 3.12).
    """
    sys.modules[name] = module = module_from_spec(spec)
    is_executed = False

    def missing(attribute: str) -> object:
        nonlocal is_executed
        with _one_at_a_time:
            if not is_executed and spec.loader is not None:
                is_executed = True
                spec.loader.exec_module(module)
        if attribute in module.__dict__:
            return module.__dict__[attribute]
        raise AttributeError(f"module {name!r} has no attribute {attribute!r}", name=attribute, obj=module)

    module.__dict__["__getattr__"] = missing
    return module


class _StandIn:
    """Finds, while Shiboken is imported, modules whose functions run the real ones."""

    def find_spec(self, name: str, _path: object = None, _target: object = None) -> ModuleSpec | None:
        spec = ModuleSpec(name, self, is_package=name in _PACKAGES)  # type: ignore[arg-type]  # it is the loader, too
        return spec if name in _MODULES else None

    def create_module(self, _spec: ModuleSpec) -> None:
        """Lets Python create the module."""

    def exec_module(self, module: ModuleType) -> None:
        names: dict[str, Callable[..., Any]] = {}
        if module.__name__ == _LOADER:
            import_module(_MAPPING)  # Shiboken uses it for a wrong argument
            names = {name: _deferred_function(_LOADER, name) for name in _DEFERRED} | dict.fromkeys(
                _FEATURES, _nothing
            )
        elif module.__name__ == _MAPPING:
            names = {"update_mapping": _deferred_function(_MAPPING, "update_mapping")}
        module.__dict__.update(names)


def _nothing(*_: object, **__: object) -> None:
    """Stands in for the functions of a feature that is not used."""


def _deferred_function(module: str, name: str) -> Callable[..., Any]:
    """A function of the sources, which are run when it is first called."""

    def deferred(*arguments: Any) -> Any:
        if sys.modules[module].__dict__.get(name) in (deferred, None):
            _run_sources()
        return sys.modules[module].__dict__[name](*arguments)

    return deferred


def _run_sources() -> None:
    """Runs the packed sources in the modules that stand in for them."""
    hasattr(sys.modules["shiboken6"], "__version__")  # executes it if it was deferred
    here = {name: sys.modules.pop(name) for name in _MODULES}
    importer = sys.modules["signature_bootstrap"].prepare_zipfile()[1]
    importer.create_module = lambda spec: here.get(spec.name)
    sys.meta_path.insert(0, importer)
    try:
        import_module(_LOADER)
    finally:
        sys.meta_path.remove(importer)
