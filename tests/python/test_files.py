"""Import and export: plan, dry run, the real run, undo, stopping, exceptions of the callback."""

import guanxi
import pytest
from guanxi import Account, Contact, ImportOptions

CUSTOMERS = "客户名称,电话,城市,大小\n样品一号有限公司,021-61000001,上海,大\n样品二号有限公司,021-61000002,北京,中\n,021-61000003,广州,小\n"


@pytest.fixture
def customers(tmp_path):
    path = tmp_path / "customers.csv"
    path.write_text(CUSTOMERS, encoding="utf-8")
    return path


def test_a_file_is_planned_tried_imported_and_taken_back(session, customers):
    plan = session.plan_import(customers)
    assert (plan.entity, plan.encoding, plan.separator) == ("account", "utf-8", ",")
    assert [(one.header, one.field) for one in plan.columns][:2] == [("客户名称", "name"), ("电话", "phone")]
    left_out = ImportOptions(mapping={"大小": ""}, dry_run=True)
    assert session.import_file(customers, Account, left_out).created == 2
    assert session.find(Account).count() == 0
    told = []
    report = session.import_file(customers, Account, ImportOptions(mapping={"大小": ""}, because="from the fair"), progress=lambda *a: told.append(a))
    assert (report.rows, report.created, report.refused, report.stopped) == (3, 2, 1, False)
    assert report.problems[0].row == 4 and report.problems[0].reason
    assert told[-1] == (len(CUSTOMERS.encode()), len(CUSTOMERS.encode()))
    assert session.find(Account).count() == 2
    assert session.undo(report.change_set).undone == 2
    assert session.find(Account).count() == 0


def test_an_import_stops_and_goes_on(session, tmp_path):
    path = tmp_path / "people.csv"
    path.write_text("name\n" + "".join(f"Person Sample {at}\n" for at in range(30)))
    options = ImportOptions(batch=10, on_duplicate="allow")
    assert session.import_file(path, Contact, options, progress=lambda done, total: False).stopped
    assert session.find(Contact).count() == 10
    rest = session.import_file(path, Contact, options)
    assert rest.resumed and rest.created == 30


def test_a_callback_that_raises_ends_the_import_with_its_exception(session, customers):
    def refuse(done, total):
        raise LookupError("no time")

    with pytest.raises(LookupError, match="no time"):
        session.import_file(customers, Account, ImportOptions(batch=1), progress=refuse)


def test_records_are_exported(session, tmp_path):
    session.create(Account(name="样品一号有限公司", tier="A"))
    session.create(Account(name="Sample Trading Ltd", tier="B"))
    path = tmp_path / "out.csv"
    assert session.export_file(path, Account, Account.tier == "B", Account.name != None, fields=[Account.name, Account.tier]) == 1
    assert path.read_bytes() == b"name,tier\r\nSample Trading Ltd,B\r\n"
    assert session.export_file(path, Account, fields=[Account.name], format="json_lines") == 2
    assert path.read_text(encoding="utf-8").splitlines()[0] == '{"name":"样品一号有限公司"}'


def test_what_cannot_be_is_refused(session, customers, tmp_path):
    with pytest.raises(guanxi.NotFound):
        session.plan_import(tmp_path / "nowhere.csv")
    with pytest.raises(guanxi.Invalid, match="separates no columns"):
        session.import_file(customers, Account, ImportOptions(separator="::"))
    with pytest.raises(ValueError, match="on_duplicate"):
        session.import_file(customers, Account, ImportOptions(on_duplicate="maybe"))
    with pytest.raises(ValueError, match="format"):
        session.export_file(tmp_path / "out", Account, format="xml")
