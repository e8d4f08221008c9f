"""The Arrow C stream in a capsule (https://arrow.apache.org/docs/format/CDataInterface/PyCapsuleInterface.html), and pyarrow."""

from __future__ import annotations

import ctypes
from typing import Any, Callable

_NAME = b"arrow_array_stream"


class _Stream(ctypes.Structure):
    """ArrowArrayStream, of which only the end matters here."""


_release = ctypes.CFUNCTYPE(None, ctypes.POINTER(_Stream))
_Stream._fields_ = [
    ("get_schema", ctypes.c_void_p),
    ("get_next", ctypes.c_void_p),
    ("get_last_error", ctypes.c_void_p),
    ("release", _release),
    ("private_data", ctypes.c_void_p),
]

_destructor = ctypes.PYFUNCTYPE(None, ctypes.c_void_p)
_new = ctypes.PYFUNCTYPE(ctypes.py_object, ctypes.c_void_p, ctypes.c_char_p, _destructor)(("PyCapsule_New", ctypes.pythonapi))
_pointer = ctypes.PYFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_char_p)(("PyCapsule_GetPointer", ctypes.pythonapi))

_alive: dict[int, _Stream] = {}


def _end(capsule: int) -> None:
    """A stream that nobody took is released; one that was taken has no release any more."""
    stream = _alive.pop(_pointer(capsule, _NAME))
    if stream.release:
        stream.release(ctypes.byref(stream))


_destroy = _destructor(_end)


def export(fill: Callable[[Any], object]) -> object:
    """The capsule of the stream that `fill` writes."""
    stream = _Stream()
    fill(ctypes.byref(stream))
    address = ctypes.addressof(stream)
    _alive[address] = stream
    capsule: object = _new(address, _NAME, _destroy)
    return capsule


def table_of(source: Any) -> Any:
    """A pyarrow.Table of what exports a stream."""
    try:
        import pyarrow  # type: ignore[import]
    except ImportError:
        raise ImportError("to_arrow() needs pyarrow: install it (pip install pyarrow), or give the query to another library that reads Arrow streams") from None
    return pyarrow.table(source)
