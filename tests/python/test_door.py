"""Every function of the C interface, called wrongly: it says so and does not crash."""

import ctypes

import pytest
from guanxi import _native
from guanxi._library import lib, text_at

# What is given no handle first, and what needs none.
WITHOUT_HANDLE = {
    "version_number", "version_text", "abi_version", "has_feature", "code_name", "id_parse", "id_text", "options_init", "error_create",
    "store_create", "store_open", "store_lend", "store_open_storage", "storage_lacks", "store_describe", "store_dictionary",
    "error_code", "error_retryable", "error_message", "error_id", "error_field", "error_detail", "error_free",
    "principal_add", "department_add", "fact_add",
    "storage_rows_did", "storage_rows_add", "storage_hits_add", "storage_groups_add", "storage_log_add", "storage_bytes_give",
}  # fmt: skip
PLAIN_CODES = {"text_view"}


def zeros(parameters):
    addresses = (ctypes.c_char_p, ctypes.c_void_p, ctypes._Pointer)
    return [None if issubclass(kind, addresses) else kind() for kind in parameters]


FUNCTIONS = [(name[3:], result, parameters) for name, (result, parameters) in _native.PROTOTYPES.items()]


@pytest.mark.parametrize("name,result,parameters", FUNCTIONS, ids=[one[0] for one in FUNCTIONS])
def test_nothing_at_all_is_survived(name, result, parameters):
    code = getattr(lib, name)(*zeros(parameters))
    if result is ctypes.c_int32 and name not in WITHOUT_HANDLE:
        assert code == _native.E_MISUSE


@pytest.mark.parametrize("name,result,parameters", FUNCTIONS, ids=[one[0] for one in FUNCTIONS])
def test_a_handle_of_another_kind_is_told(store, name, result, parameters):
    if name in WITHOUT_HANDLE:
        pytest.skip("it takes no handle")
    other = ctypes.c_void_p()
    if name.startswith(("text_", "store_")):
        assert lib.record_new(store._handle, 1, ctypes.byref(other), None) == 0
        free = lib.record_free
    else:
        assert lib.store_dictionary(None, 0, ctypes.byref(other), None) == 0
        free = lib.text_free
    err = ctypes.c_void_p()
    arguments = [other, *zeros(parameters[1:])]
    if result is ctypes.c_int32 and name not in PLAIN_CODES:
        arguments[-1] = ctypes.byref(err)
    code = getattr(lib, name)(*arguments)
    if result is ctypes.c_int32:
        assert code == _native.E_MISUSE
    if err:
        message = _native.gx_str()
        lib.error_message(err, ctypes.byref(message))
        assert "is none, or is freed" in text_at(message)
        lib.error_free(err)
    free(other)
