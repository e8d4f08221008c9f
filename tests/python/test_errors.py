"""Errors: a class for each code, sentences in both languages, and what is closed."""

import os
import pickle
import subprocess
import sys

import guanxi
import pytest
from guanxi import Account


def test_every_code_has_its_class():
    codes = {value for name, value in vars(guanxi._native).items() if name.startswith("E_")}
    assert codes == set(guanxi.errors.BY_CODE)
    assert all(issubclass(kind, guanxi.GuanxiError) and kind.__doc__ for kind in guanxi.errors.BY_CODE.values())


@pytest.mark.parametrize("language, sentence", [("en", "Account name is required: give it a value."), ("zh", "“客户名称”必填，请填写。")])
def test_sentences_are_in_the_language_of_the_session(store, language, sentence):
    with store.session("admin", language=language) as session, pytest.raises(guanxi.Invalid) as refused:
        session.create(Account())
    error = refused.value
    assert str(error) == error.message == error.detail["message"] == sentence
    assert (error.code, error.id, error.field, error.retryable) == (-1, "field.required", "name", False)
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is guanxi.Invalid and again.detail == error.detail


def test_who_may_not_is_denied(store):
    with pytest.raises(guanxi.Denied) as refused:
        store.session("nobody")
    assert isinstance(refused.value, PermissionError) and str(refused.value) == refused.value.message


def test_files(tmp_path):
    with pytest.raises(guanxi.NotFound) as refused:
        guanxi.open(tmp_path / "none.gx", language="zh")
    assert isinstance(refused.value, LookupError) and "none.gx" in str(refused.value)
    (tmp_path / "letter.gx").write_text("Dear all, this is no store" * 100)
    with pytest.raises(guanxi.NotADatabase):
        guanxi.open(tmp_path / "letter.gx")
    path = tmp_path / "crm.gx"
    guanxi.create(path, login="admin", name="Sample Admin").close()
    with pytest.raises(guanxi.Misuse):
        guanxi.create(path, login="admin", name="Sample Admin")
    with guanxi.open(path) as store:
        store.backup(tmp_path / "copy.gx")
        assert store.integrity() == [] and store.info()["path"].endswith("crm.gx")
        store.tick()
    with guanxi.open(tmp_path / "copy.gx", durability="normal", busy_timeout=0, log_reads=True) as store:
        assert store.session("admin").find(guanxi.User).count() == 1


def test_what_is_closed_says_so(session, store, account):
    query, card, change = session.find(Account), session.card(account), session.transaction()
    change.close()
    card.close()
    session.close()
    session.close()
    assert session.closed and not store.closed
    for what, call in {
        "session": lambda: session.get(Account, account), "card": lambda: card.contacts, "transaction": lambda: change.commit(),
        "store": lambda: (store.close(), store.session("admin")),
    }.items():
        with pytest.raises(guanxi.Misuse, match=f"The {what} is closed"):
            call()
    with pytest.raises(guanxi.Misuse):
        query.all()
    with pytest.raises(guanxi.Misuse), session:
        pass


def test_closing_the_store_closes_its_sessions_and_no_records(session, store, account):
    for at in range(40):
        session.create(Account(name=f"Sample {at}"), on_duplicate="allow")
    rows = iter(session.find(Account))
    first = next(rows)
    store.close()
    with pytest.raises(guanxi.Misuse, match="The store is closed"):
        session.get(Account, account)
    session.close()
    assert first.name == account.name == "Sample Trading Ltd"
    assert len(list(rows)) == 40  # what is being read is read to its end


@pytest.mark.parametrize("call, error", [
    (lambda: guanxi.open(5), TypeError),
    (lambda: guanxi.open(b"crm.gx"), TypeError),
    (lambda: guanxi.open("crm.gx", durability="some"), ValueError),
    (lambda: guanxi.open("crm.gx", language="fr"), ValueError),
    (lambda: guanxi.create(":memory:", login="", name=""), guanxi.Invalid),
    (lambda: guanxi.create(":memory:", login=5, name="x"), TypeError),
])
def test_wrong_arguments_of_a_store(call, error):
    with pytest.raises(error):
        call()


def test_wrong_arguments_of_a_session(store, session, account):
    for error, call in [
        (TypeError, lambda: store.session(5)),
        (ValueError, lambda: store.session("admin", language="fr")),
        (TypeError, lambda: session.create("Sample")),
        (ValueError, lambda: session.create(Account(name="x"), on_duplicate="maybe")),
        (ValueError, lambda: session.update(Account(name="x"))),
        (ValueError, lambda: session.get(Account, "no id")),
        (TypeError, lambda: session.get(Account, 5)),
        (guanxi.NotFound, lambda: session.get(guanxi.Contact, account)),
        (guanxi.NotFound, lambda: session.undo(10**9)),
    ]:
        with pytest.raises(error):
            call()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
def test_a_child_of_fork_is_told(session):
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            session.find(Account).count()
            said = "nothing"
        except guanxi.Forked as error:
            said = str(error)
        os.write(writing, said.encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        assert pipe.read() == "The store was opened by the parent of this process: open it again in the child."
    os.waitpid(child, 0)
    assert session.find(Account).count() == 0


def run(code, **environment):
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env={**os.environ, **environment})


def test_a_library_that_is_none_is_named():
    for path, piece in (("/nowhere/libguanxi.so", "The shared library of guanxi is not here"), (__file__, "cannot be used")):
        done = run("import guanxi", GUANXI_LIBRARY=path)
        assert done.returncode == 1 and "ImportError" in done.stderr and piece in done.stderr


def test_the_process_ends_quietly_with_everything_open():
    done = run("""
import guanxi
store = guanxi.create(":memory:", login="admin", name="Sample Admin", events=lambda event: None)
session = store.session("admin")
change = session.transaction()
rows = iter(session.find(guanxi.User))
next(rows)
""")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
