"""Values as they cross: 16 bytes each, texts and ids by pointer."""

from __future__ import annotations

import ctypes
import struct
from collections.abc import Iterable
from typing import Any, NamedTuple

from . import _native

CELL = struct.Struct("=HHIq")


class Cell(NamedTuple):
    """One value on its way in. `data` are the bytes of a text or id, whose place is known only when all are laid out."""

    type: int
    length: int
    payload: int
    data: bytes | None = None


NULL = Cell(_native.TYPE_NONE, 0, 0)


def fill(into: Any, cells: Iterable[tuple[int, Cell]]) -> object:
    """Writes cells at their offsets into an array of ctypes. What comes back must live as long as the array is used."""
    texts: list[tuple[int, Cell, int]] = []
    blob = bytearray()
    for at, cell in cells:
        if cell.data is None:
            state = _native.STATE_NULL if cell is NULL else _native.STATE_SET
            CELL.pack_into(into, at, cell.type, state, cell.length, cell.payload)
        else:
            texts.append((at, cell, len(blob)))
            blob += cell.data
    kept = ctypes.create_string_buffer(bytes(blob), len(blob) + 1)
    base = ctypes.addressof(kept)
    for at, cell, offset in texts:
        assert cell.data is not None
        CELL.pack_into(into, at, cell.type, _native.STATE_SET, len(cell.data), base + offset)
    return kept
