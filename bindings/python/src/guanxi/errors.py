"""What can go wrong: one class for each code, all of them GuanxiError.

    try:
        session.create(account)
    except guanxi.Duplicate as refused:
        print(refused)          # the sentence for people, in the language of the session
        print(refused.field)    # the field that caused it, or ""
        print(refused.detail)   # all of it, to keep or to send on
"""

from __future__ import annotations

from typing import Any

from . import _native

__all__ = [
    "Busy",
    "Cancelled",
    "Conflict",
    "Corrupt",
    "Denied",
    "Duplicate",
    "Forked",
    "Full",
    "GuanxiError",
    "HostError",
    "InternalError",
    "Invalid",
    "IOFailed",
    "LimitPassed",
    "Misuse",
    "NoMemory",
    "NotADatabase",
    "NotFound",
    "TooNew",
    "Unsupported",
]


class GuanxiError(Exception):
    """Something that the library refused or could not do. str() is the sentence for people."""

    code = 0
    """The stable number of the kind of error."""

    def __init__(self, message: str, detail: dict[str, Any] | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.detail: dict[str, Any] = detail if detail is not None else {"code": self.code, "message": message}
        """All that is known, as plain values: code, id, field, message, arguments, retryable."""

    @property
    def id(self) -> str:
        """The stable name of the sentence, such as "field.required"."""
        return str(self.detail.get("id", ""))

    @property
    def field(self) -> str:
        """The field that caused it, or ""."""
        return str(self.detail.get("field", ""))

    @property
    def arguments(self) -> list[str]:
        """What the sentence names."""
        return list(self.detail.get("arguments", ()))

    @property
    def retryable(self) -> bool:
        """Whether the same call may succeed when tried again without change."""
        return bool(self.detail.get("retryable", False))

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.message, self.detail)


class Invalid(GuanxiError, ValueError):
    """The input is wrong; mending it and trying again may work."""

    code = _native.E_INVALID


class NotFound(GuanxiError, LookupError):
    """No such row, field, command or file; or none that the user may see."""

    code = _native.E_NOT_FOUND


class Duplicate(GuanxiError):
    """A record that must be unique exists already."""

    code = _native.E_DUPLICATE


class Denied(GuanxiError, PermissionError):
    """The user may not do this."""

    code = _native.E_DENIED

    def __str__(self) -> str:
        return self.message


class Conflict(GuanxiError):
    """The row was changed since it was read: read it again."""

    code = _native.E_CONFLICT


class Busy(GuanxiError):
    """Somebody else holds what is needed: try again."""

    code = _native.E_BUSY


class Corrupt(GuanxiError):
    """The stored data are damaged."""

    code = _native.E_CORRUPT


class IOFailed(GuanxiError, OSError):
    """Reading or writing a file failed."""

    code = _native.E_IO

    def __str__(self) -> str:
        return self.message


class Full(GuanxiError, OSError):
    """No room left on the device."""

    code = _native.E_FULL

    def __str__(self) -> str:
        return self.message


class Unsupported(GuanxiError):
    """This backend or build cannot do it."""

    code = _native.E_UNSUPPORTED


class TooNew(GuanxiError):
    """The file was written by a newer version."""

    code = _native.E_TOO_NEW


class Cancelled(GuanxiError):
    """The progress callback asked to stop."""

    code = _native.E_CANCELLED


class LimitPassed(GuanxiError):
    """A documented limit was passed."""

    code = _native.E_LIMIT


class Misuse(GuanxiError):
    """The call breaks the contract of the function, such as one on something closed."""

    code = _native.E_MISUSE


class NotADatabase(GuanxiError):
    """The file is something else."""

    code = _native.E_NOT_A_DATABASE


class InternalError(GuanxiError):
    """A fault of the library; please report it."""

    code = _native.E_INTERNAL


class Forked(GuanxiError):
    """The store was opened by the parent of this process: open it again."""

    code = _native.E_FORKED


class NoMemory(GuanxiError, MemoryError):
    """The process has no memory left."""

    code = _native.E_MEMORY


class HostError(GuanxiError):
    """A callback failed that was not Python's."""

    code = _native.E_HOST


BY_CODE: dict[int, type[GuanxiError]] = {kind.code: kind for kind in GuanxiError.__subclasses__()}
