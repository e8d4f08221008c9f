"""The values of fields that Python has no class for, and what may stand for a reference."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Union
from uuid import UUID

from ._currencies import CURRENCIES
from ._record import Record

__all__ = ["Money", "Reference"]

Reference = Union[UUID, Record, str]
"""What names a record: its id, the record itself, or the id as text."""

_NUMBERS = {letters: number for number, (letters, _) in CURRENCIES.items()}


@dataclass(frozen=True)
class Money:
    """An amount in a currency by its ISO 4217 letters, exact: Money("1234.50", "CNY"). The amount may be given as Decimal, int or
    text, never as float; ValueError for a currency that there is not, or digits that it does not have."""

    amount: Decimal
    currency: str = "CNY"

    def __init__(self, amount: Decimal | int | str, currency: str = "CNY") -> None:
        if isinstance(amount, bool) or not isinstance(amount, (Decimal, int, str)):
            raise TypeError(f"an amount must be Decimal, int or str, not {type(amount).__name__}")
        letters = currency.upper()
        if letters not in _NUMBERS:
            raise ValueError(f"there is no currency {currency!r}: use the letters of ISO 4217")
        digits = CURRENCIES[_NUMBERS[letters]][1]
        try:
            given = Decimal(amount)
            exact = given.quantize(Decimal(1).scaleb(-digits))
        except InvalidOperation:
            raise ValueError(f"{amount!r} is no amount") from None
        if not given.is_finite():
            raise ValueError(f"{amount!r} is no amount")
        if exact != given:
            raise ValueError(f"{amount} has more digits than {letters}, which has {digits}")
        object.__setattr__(self, "amount", exact)
        object.__setattr__(self, "currency", letters)

    @property
    def minor(self) -> int:
        """The amount in minor units, such as 分 or cents."""
        return int(self.amount.scaleb(CURRENCIES[_NUMBERS[self.currency]][1]))

    @property
    def number(self) -> int:
        """The number of the currency in ISO 4217."""
        return _NUMBERS[self.currency]

    @classmethod
    def of_minor(cls, minor: int, number: int) -> Money:
        """The amount of so many minor units of the currency with this ISO 4217 number."""
        letters, digits = CURRENCIES[number]
        return cls(Decimal(minor).scaleb(-digits), letters)

    def __str__(self) -> str:
        return f"{self.amount} {self.currency}"
