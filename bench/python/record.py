"""What it costs to bring a record of 40 fields into Python: by one view, by getters, and as JSON. All three give a dictionary of the same
values by field name; the ratios are medians of pairs that run in turn. Prints lines of the table of RESULTS.md.

    GUANXI_LIBRARY=build/release/src/libguanxi.so PYTHONPATH=bindings/python/src python3 bench/python/record.py
"""

from __future__ import annotations

import ctypes
import datetime
import json
import statistics
import time

import guanxi
from guanxi import Account, Money, _native
from guanxi._handle import made
from guanxi._library import call, lib, take_text, text_at

ROUNDS, CALLS = 31, 200
TEXTS = (_native.TYPE_TEXT, _native.TYPE_PICKLIST, _native.TYPE_SET)


def sample(session: guanxi.Session) -> Account:
    """An account with 40 fields set."""
    codes = {one["name"]: one["entries"][0]["code"] for one in session.store.describe()["picklists"]}
    parent = Account(name="Sample Holding")
    session.create(parent)
    account = Account(
        name="上海样例网络科技有限公司", short_name="样例网络", english_name="Sample Network Ltd", number="C000001", roles=[codes["account_role"]], parent=parent,
        key_account=True, sensitivity=5, employees=120, revenue=Money(1200000), capital=Money("5000000.50"), credit_limit=Money(300000),
        phone="021-61000001", fax="021-61000002", email="info@sample.example", website="www.sample.example", country="中国", province="上海市",
        city="上海市", address="样例路 1 号", postcode="200000", founded=datetime.date(2001, 2, 3), tags=["a", "b"],
        note="Sample data, made up from one end to the other.")
    for field in Account._fields.values():
        if isinstance(field, guanxi._fields.TextField) and field.picklist:
            account[field.name] = codes[field.picklist]
    session.create(account, on_duplicate="allow")
    session.commands.account_suspend(account, "Sample reason")
    return session.get(Account, account)


def getters(row: ctypes.c_void_p, fields: list[object]) -> dict[str, object]:
    """One call for each field, as a binding without views does it; None where it is not set."""
    out: dict[str, object] = {}
    text, number, scale, id16 = _native.gx_str(), ctypes.c_int64(), ctypes.c_int32(), ctypes.create_string_buffer(16)
    to_text, to_number, to_scale = ctypes.byref(text), ctypes.byref(number), ctypes.byref(scale)
    for field in fields:
        kind = field.kind
        if kind in TEXTS:
            code = lib.record_get_text(row, field.number, to_text, None)
            value: object = text_at(text)
        elif kind == _native.TYPE_ID:
            code, value = lib.record_get_id(row, field.number, id16, None), id16.raw
        elif kind == _native.TYPE_MONEY:
            code = lib.record_get_money(row, field.number, to_number, to_scale, None)
            value = (number.value, scale.value)
        else:
            code, value = lib.record_get_integer(row, field.number, to_number, None), number.value
        out[field.name] = value if code == 0 else None
    return out


def by_json(row: ctypes.c_void_p, _: object) -> dict[str, object]:
    return json.loads(take_text(lib.record_to_json, row))


def clock(way: object, *arguments: object) -> float:
    start = time.process_time()
    for _ in range(CALLS):
        way(*arguments)
    return (time.process_time() - start) / CALLS * 1e6


def main() -> None:
    with guanxi.create(":memory:", login="admin", name="Sample Admin") as store, store.session("admin") as session:
        account = sample(session)
        row = made(lib.session_get, session._handle, Account._number, account.id.bytes)
        names = [name for name in Account._fields if name in account][:40]
        kind = type("Account40", (guanxi.Record,), {"__slots__": (), "_number": Account._number, "_name": "account"})
        kind._fields = {name: Account._fields[name] for name in names}
        kind._layout = guanxi._record.Layout(list(kind._fields.values()))
        fields = list(kind._fields.values())
        by_view = lambda row, _: kind._read(row)._values
        assert len(names) == 40 and by_view(row, None) == getters(row, fields), names
        times: dict[str, list[float]] = {"view": [], "getters": [], "JSON": []}
        for _ in range(ROUNDS):
            times["view"].append(clock(by_view, row, None))
            times["getters"].append(clock(getters, row, fields))
            times["JSON"].append(clock(by_json, row, None))
        lib.record_free(row)
    ours = times["view"]
    for name, most in (("getters", "≤ 0.33"), ("JSON", "≤ 1")):
        ratio = statistics.median(mine / other for mine, other in zip(ours, times[name]))
        print(f"| a record of 40 fields into Python (CPU) | {statistics.median(ours):.2f} µs | by {name} {statistics.median(times[name]):.2f} µs | {ratio:.2f} | {most} |")


if __name__ == "__main__":
    main()
