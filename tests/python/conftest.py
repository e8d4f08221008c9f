"""A store in memory with an administrator at work. All names are made up."""

import guanxi
import pytest


@pytest.fixture
def store():
    with guanxi.create(":memory:", login="admin", name="Sample Admin") as store:
        yield store


@pytest.fixture
def session(store):
    with store.session("admin") as session:
        yield session


@pytest.fixture
def account(session):
    account = guanxi.Account(name="Sample Trading Ltd", tier="A", employees=120)
    session.create(account)
    return account
