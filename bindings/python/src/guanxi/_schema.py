"""The classes of a store's entities: those of guanxi.entities, and what was added to them at run time."""

from __future__ import annotations

import keyword
from typing import Any, TypeVar

from . import entities
from ._fields import FIELD_OF_TYPE, Field
from ._record import Record
from .errors import NotFound

R = TypeVar("R", bound=Record)

_BUILT_IN: dict[str, type[Record]] = {getattr(entities, name)._name: getattr(entities, name) for name in entities.__all__}


def _attribute(name: str) -> str:
    return name + "_" if keyword.iskeyword(name) or hasattr(Record, name) else name


def _field(described: dict[str, Any]) -> Field[Any, Any]:
    label = described["label"]
    made = FIELD_OF_TYPE[described["type"]](
        described["number"], label["en"], label["zh"], required=described.get("required", False), kept=described.get("system_only", False),
        by_command=described.get("command_only", False), scale=described.get("scale", 0), picklist=described.get("picklist", ""),
        target=described.get("target", ""))
    made.name = described["name"]
    return made


def _class(described: dict[str, Any]) -> type[Record]:
    """The built-in class where nothing was added to it; else one below it, or a new one."""
    base = _BUILT_IN.get(described["name"], Record)
    added = [one for one in described["fields"] if one["name"] not in base._fields]
    if base is not Record and not added:
        return base
    name = base.__name__ if base is not Record else "".join(part.capitalize() for part in described["name"].split("_"))
    label = described["label"]
    body: dict[str, Any] = {"__slots__": (), "__doc__": f"{label['en']} ({label['zh']}).", "_number": described["number"], "_name": described["name"]}
    body.update((_attribute(one["name"]), _field(one)) for one in added)
    return type(name, (base,), body)


class Schema:
    """A class for each entity of a store."""

    def __init__(self, described: dict[str, Any]) -> None:
        self._by_name = {entity["name"]: _class(entity) for entity in described["entities"]}

    def by_name(self, name: str) -> type[Record]:
        try:
            return self._by_name[name]
        except KeyError:
            raise NotFound(f'There is no entity "{name}": use a name that the data dictionary has.') from None

    def of(self, kind: type[R]) -> type[R]:
        """The class to read rows of this one into: itself, for rows that are of no entity."""
        found = self._by_name.get(kind._name, kind)
        return found  # type: ignore[return-value]
