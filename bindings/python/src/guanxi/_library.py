"""Finds and loads the shared library, and calls it: failures become exceptions."""

from __future__ import annotations

import ctypes
import importlib.util
import json
import os
import sys
import threading
from pathlib import Path
from typing import Any, Callable

from . import _native
from .errors import BY_CODE, GuanxiError

_NAMES = ("libguanxi.so", "libguanxi.dylib", "guanxi.dll")


def _candidates() -> list[Path]:
    """Where the library may lie: the environment decides, else the package, else what an editable install put beside it."""
    named = os.environ.get("GUANXI_LIBRARY")
    if named:
        return [Path(named)]
    folders = [Path(__file__).parent]
    beside = importlib.util.find_spec("_guanxi_library")
    if beside is not None and beside.submodule_search_locations:
        folders += [Path(folder) for folder in beside.submodule_search_locations]
    return [folder / name for folder in folders for name in _NAMES]


def _load() -> _native.Functions:
    found = next((path for path in _candidates() if path.exists()), None)
    if found is None:
        raise ImportError(f"The shared library of guanxi is not here: install the wheel, or name it by GUANXI_LIBRARY. Looked for {_candidates()[0]}.")
    try:
        functions = _native.Functions(ctypes.CDLL(str(found)))
    except (OSError, AttributeError) as problem:
        raise ImportError(f"{found} cannot be used: {problem}.") from problem
    wanted, given = _native.ABI_VERSION, functions.abi_version()
    if given != wanted:
        raise ImportError(f"{found} has version {given} of the C interface, this package needs {wanted}: install both from one release.")
    return functions


lib = _load()

# The memory of the process as bytes: a slice of it is several times cheaper than a call of ctypes.string_at, and a record has dozens.
MEMORY = memoryview((ctypes.c_ubyte * sys.maxsize).from_address(0)).cast("B")


class _Pending(threading.local):
    """The exception that a callback raised during the call that this thread makes."""

    exception: BaseException | None = None


pending = _Pending()


def text_at(view: _native.gx_str) -> str:
    """A copy of a borrowed text."""
    return str(MEMORY[view.ptr : view.ptr + view.len], "utf-8") if view.len else ""


def _taken(code: int, err: ctypes.c_void_p) -> BaseException:
    """The exception for an error, which is freed."""
    detail = _native.gx_str()
    lib.error_detail(err, ctypes.byref(detail))
    try:
        known: dict[str, Any] = json.loads(text_at(detail)) if detail.len else {}
    finally:
        lib.error_free(err)
    raised, pending.exception = pending.exception, None
    if raised is not None and code in (_native.E_HOST, _native.E_CANCELLED):
        return raised
    kind = BY_CODE.get(code, GuanxiError)
    return kind(known.get("message", lib.code_name(code).decode()), known or None)


def call(function: Callable[..., int], *arguments: Any) -> int:
    """Calls with a place for the error behind the arguments; gives the code, or raises."""
    err = ctypes.c_void_p()
    code = function(*arguments, ctypes.byref(err))
    if code < 0:
        raise _taken(code, err)
    return code


def take_text(function: Callable[..., int], *arguments: Any) -> str:
    """Calls what gives a gx_text, copies and frees it."""
    out = ctypes.c_void_p()
    call(function, *arguments, ctypes.byref(out))
    view = _native.gx_str()
    try:
        lib.text_view(out, ctypes.byref(view))
        return text_at(view)
    finally:
        lib.text_free(out)


def text_in(text: str, what: str = "a text") -> tuple[bytes, int]:
    """A text as it crosses: bytes and their number."""
    if not isinstance(text, str):
        raise TypeError(f"{what} must be str, not {type(text).__name__}")
    data = text.encode("utf-8")
    return data, len(data)


def version() -> str:
    """The version of the shared library."""
    return lib.version_text().decode()
