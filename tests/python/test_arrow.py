"""Arrow streams, read by hand, and by pyarrow where it is installed."""

import ctypes
import gc
import importlib.util
import sys

import guanxi
import pytest
from guanxi import Account, Money


class Schema(ctypes.Structure):
    pass


Schema._fields_ = [("format", ctypes.c_char_p), ("name", ctypes.c_char_p), ("metadata", ctypes.c_void_p), ("flags", ctypes.c_int64),
                   ("n_children", ctypes.c_int64), ("children", ctypes.POINTER(ctypes.POINTER(Schema))), ("dictionary", ctypes.c_void_p),
                   ("release", ctypes.CFUNCTYPE(None, ctypes.POINTER(Schema))), ("private_data", ctypes.c_void_p)]


class Stream(ctypes.Structure):
    _fields_ = [("get_schema", ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.POINTER(Schema))), ("rest", ctypes.c_void_p * 4)]


def columns(capsule):
    pointer = ctypes.PYFUNCTYPE(ctypes.c_void_p, ctypes.py_object, ctypes.c_char_p)(("PyCapsule_GetPointer", ctypes.pythonapi))
    address = pointer(capsule, b"arrow_array_stream")
    schema = Schema()
    assert Stream.from_address(address).get_schema(address, ctypes.byref(schema)) == 0
    names = [schema.children[at].contents.name.decode() for at in range(schema.n_children)]
    schema.release(ctypes.byref(schema))
    return names


def test_a_query_exports_a_stream(session, account):
    alive = len(guanxi._arrow._alive)
    capsule = session.find(Account).__arrow_c_stream__()
    assert columns(capsule)[:3] == ["id", "revision", "created_at"]
    assert len(guanxi._arrow._alive) == alive + 1
    del capsule
    gc.collect()
    assert len(guanxi._arrow._alive) == alive


def test_without_pyarrow_it_says_what_is_needed(session, account, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ImportError, match="needs pyarrow: install it"):
        session.find(Account).to_arrow()


@pytest.mark.skipif(importlib.util.find_spec("pyarrow") is None, reason="pyarrow is not installed")
def test_pyarrow_reads_it(session, account):
    account.revenue = Money("12.50", "EUR")
    session.update(account)
    table = session.find(Account).to_arrow(Account.name, Account.employees, Account.revenue)
    assert table.column_names == ["name", "employees", "revenue"]
    assert table.to_pylist()[0]["name"] == "Sample Trading Ltd" and table.to_pylist()[0]["employees"] == 120
    assert session.find(Account).to_arrow().num_columns == len(Account._fields)
