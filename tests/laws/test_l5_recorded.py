"""L5: a write to a record that leaves no history is an error, and nothing is deleted from the record."""

import pytest
from django.apps import apps
from django.db import transaction
from django.utils.translation import override
from guanwei.accounts.models import Account
from guanwei.approvals.models import Contribution, SignOff
from guanwei.audit.acting import acting
from guanwei.audit.models import Snapshot
from guanwei.audit.records import LedgerModel, RecordedModel, RecordError
from guanwei.organisations.models import Appointment, Unit
from guanwei.testing.acts import released, signed, submitted
from guanwei.testing.scenes import County, write_article

pytestmark = pytest.mark.law("L5")

RECORDS = [each for each in apps.get_models() if issubclass(each, RecordedModel)]
LEDGERS = [each for each in apps.get_models() if issubclass(each, LedgerModel)]


@pytest.mark.parametrize("model", RECORDS, ids=lambda each: each.__name__)
def test_a_record_refuses_writes_that_django_makes_without_history(model: type) -> None:
    rows = model.objects.none()
    for write in (
        lambda: rows.update(pk=1),
        lambda: rows.bulk_create([]),
        lambda: rows.bulk_update([], ["pk"]),
        rows.delete,
        model().delete,
    ):
        with pytest.raises(RecordError):
            write()


def test_there_are_records_to_hold_to_it() -> None:
    names = {each.__name__ for each in RECORDS}
    assert {"SignOff", "Permit", "Delivery", "Appointment", "Delegation", "Release", "Unit"} <= names
    assert {"Snapshot", "Contribution", "Attempt"} <= {each.__name__ for each in LEDGERS}


@pytest.mark.django_db
def test_a_write_whose_history_is_lost_is_undone() -> None:
    unit = Unit.objects.create(name="清河县人民政府", slug="qinghe", kind="county")
    unit.name = "改名"
    unit.skip_history_when_saving = True
    with pytest.raises(RecordError), transaction.atomic():
        unit.save()
    assert Unit.objects.get().name == "清河县人民政府"


@pytest.mark.django_db
def test_history_names_person_reason_and_each_state(county: County) -> None:
    account = county.water.weibo
    account.purpose = "防汛抗旱"
    with acting(county.people["administrator"], "功能定位调整"):
        account.save()
    latest = Account.objects.get(pk=account.pk).history.first()
    assert (latest.history_user, latest.history_change_reason) == (
        county.people["administrator"],
        "功能定位调整",
    )
    assert [each.purpose for each in account.history.all()] == ["防汛抗旱", ""]


@pytest.mark.django_db
def test_what_a_leader_oversees_is_in_the_history(county: County) -> None:
    held = Appointment.objects.get(role="county.leader-in-charge")
    assert {each.unit_id for each in held.history.first().oversees.all()} == {county.water.section.pk}


@pytest.mark.django_db
def test_a_ledger_row_is_never_changed_nor_deleted(county: County) -> None:
    write_article(county, county.water, county.water.people["editor"])
    for row in (Contribution.objects.first(), Snapshot.objects.first()):
        assert row is not None
        with pytest.raises(RecordError):
            row.save()
        with pytest.raises(RecordError):
            row.delete()


@pytest.mark.django_db
def test_a_release_leaves_one_history_row_of_the_manuscript(county: County) -> None:
    people = county.water.people
    article = write_article(county, county.water, people["editor"])
    submission = signed(submitted(article, people["editor"]), people["reviewer"], people["leader"])
    release = released(submission, people["publisher"])
    assert release.history_row.snapshot.digest == release.permit.digest
    assert release.history_row.person == people["publisher"]


@pytest.mark.django_db
def test_what_goes_into_the_record_is_in_the_offices_language(county: County) -> None:
    people = county.water.people
    submission = submitted(write_article(county, county.water, people["editor"]), people["editor"])
    with override("en"):
        signed(submission, people["reviewer"])
    assert SignOff.objects.get().opinion == "同意"


@pytest.mark.django_db
def test_a_signature_keeps_what_was_signed(county: County) -> None:
    people = county.water.people
    article = write_article(county, county.water, people["editor"])
    signed(submitted(article, people["editor"]), people["reviewer"])
    kept = SignOff.objects.get().snapshot
    assert kept.content["page"]["summary"] == "汛期请远离河道。"
    assert "请远离河道和低洼处" in kept.rendered


@pytest.mark.django_db
def test_steps_frozen_together_leave_a_history_row_each(county: County) -> None:
    by = county.water.people["editor"]
    submission = submitted(write_article(county, county.water, by), by)
    steps = list(submission.steps.all())
    assert len(steps) > 1
    written = [each.history.get() for each in steps]
    assert [row.history_user for row in written] == [by] * len(steps)
    assert [(row.history_type, row.label) for row in written] == [("+", each.label) for each in steps]
    (before,) = submission.history.filter(history_type="+")
    assert all(row.history_date >= before.history_date for row in written)
