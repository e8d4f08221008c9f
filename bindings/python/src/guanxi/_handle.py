"""What is open until it is closed."""

from __future__ import annotations

import ctypes
import weakref
from types import TracebackType
from typing import Any, Callable, TypeVar

from ._library import call
from .errors import Misuse

S = TypeVar("S", bound="Handle")


class Handle:
    """An object of the library: closed by close(), at the end of a with block, or when nothing refers to it any more."""

    _what = "object"

    def __init__(self, handle: ctypes.c_void_p, free: Callable[[ctypes.c_void_p], None]) -> None:
        self._pointer = handle
        self._free = weakref.finalize(self, free, handle)

    @property
    def closed(self) -> bool:
        """Whether it can no longer be used."""
        return not self._free.alive

    @property
    def _handle(self) -> ctypes.c_void_p:
        if not self._free.alive:
            raise Misuse(f"The {self._what} is closed: open another one.")
        return self._pointer

    def close(self) -> None:
        """Closes it; again is no error."""
        self._free()

    def __enter__(self: S) -> S:
        self._handle
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()


def made(function: Callable[..., int], *arguments: Any) -> ctypes.c_void_p:
    """Calls what gives a handle."""
    out = ctypes.c_void_p()
    call(function, *arguments, ctypes.byref(out))
    return out
