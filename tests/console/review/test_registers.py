"""台账: read by auditors and administrators, closed to everybody else, written by nobody."""

import pytest
from guanwei.approvals.models import SignOff, Submission
from guanwei.audit import clock
from guanwei.organisations.models import Appointment, Person
from guanwei.publishing.models import FormSheet
from guanwei.testing.acts import released, signed
from guanwei.testing.scenes import County, add_person

from .conftest import Enter

LISTS = (
    "signoff",
    "return",
    "permit",
    "release",
    "delivery",
    "unit",
    "appointment",
    "delegation",
    "activation",
    "formsheet",
    "historicalsignoff",
    "historicalpermit",
    "historicaldelivery",
    "historicalunit",
    "historicalappointment",
    "historicalactivation",
)


def address(name: str) -> str:
    return f"/admin/console/registers/{name}/"


@pytest.fixture
def recorded(submission: Submission, people: dict[str, Person]) -> Submission:
    """A record with something in every main register."""
    released(signed(submission, people["reviewer"], people["leader"]), people["publisher"])
    return submission


@pytest.mark.parametrize("name", LISTS)
def test_an_auditor_reads_and_exports_every_register(
    recorded: Submission, people: dict[str, Person], enter: Enter, name: str
) -> None:
    client = enter(people["auditor"])
    assert client.get(address(name)).status_code == 200
    for kind in ("csv", "xlsx"):
        answer = client.get(address(name), {"export": kind})
        assert answer.status_code == 200
        assert b"".join(answer.streaming_content) if answer.streaming else answer.content
    assert client.get(address(name), {"q": "汛期"}).status_code == 200


@pytest.mark.parametrize("who", ["editor", "reviewer", "leader", "publisher"])
@pytest.mark.parametrize("name", LISTS)
def test_others_see_no_list_no_export_and_no_row(
    recorded: Submission, people: dict[str, Person], enter: Enter, who: str, name: str
) -> None:
    client = enter(people[who])
    assert client.get(address(name)).status_code in (302, 403)
    assert client.get(address(name), {"export": "csv"}).status_code in (302, 403)
    first = Appointment.objects.first() if name == "appointment" else SignOff.objects.first()
    assert client.get(f"{address(name)}inspect/{first.pk}/").status_code in (302, 403, 404)


def test_a_superuser_without_a_post_reads_nothing(recorded: Submission, enter: Enter) -> None:
    root = add_person("root", "系统维护", is_superuser=True, is_staff=True)
    client = enter(root)
    assert client.get(address("signoff")).status_code in (302, 403)
    assert client.get(f"{address('signoff')}inspect/{SignOff.objects.first().pk}/").status_code in (302, 403)


def test_a_row_opens_with_everything_it_holds(
    recorded: Submission, people: dict[str, Person], enter: Enter
) -> None:
    row = SignOff.objects.get(person=people["leader"])
    page = enter(people["auditor"]).get(f"{address('signoff')}inspect/{row.pk}/").content.decode()
    assert "同意" in page
    assert next(iter(row.parts.values())) in page


def test_registers_filter_by_person_and_managing_unit(
    recorded: Submission, people: dict[str, Person], enter: Enter
) -> None:
    client = enter(people["auditor"])
    page = client.get(address("signoff"), {"person__id__exact": people["leader"].pk}).content.decode()
    assert "分管领导签发" in page
    assert ">审核<" not in page
    manager = recorded.manager_id
    assert client.get(address("signoff"), {"submission__manager__id__exact": manager}).status_code == 200


@pytest.mark.parametrize("name", ["signoff", "permit", "historicalsignoff"])
def test_nobody_writes_in_a_register(
    recorded: Submission, people: dict[str, Person], enter: Enter, name: str
) -> None:
    client = enter(people["administrator"])
    key = SignOff.objects.first().pk
    for action in ("create/", f"edit/{key}/", f"delete/{key}/"):
        answer = client.post(f"{address(name)}{action}", {})
        assert answer.status_code in (302, 403, 404)
        assert answer.headers.get("Location", "/admin/").endswith("/admin/")
    assert SignOff.objects.count() == 2


def test_the_menu_shows_registers_to_those_who_may_read_them(
    recorded: Submission, people: dict[str, Person], enter: Enter
) -> None:
    home = "/admin/"
    assert "console/registers/signoff" in enter(people["auditor"]).get(home).content.decode()
    assert "console/registers/signoff" not in enter(people["editor"]).get(home).content.decode()


def test_an_archived_form_is_read_as_it_was_archived(
    county: County, people: dict[str, Person], enter: Enter
) -> None:
    sheet = FormSheet.objects.create(
        form="test.form",
        title="发布审批表",
        unit=county.water.unit,
        day=clock.today(),
        header=[],
        lines=[],
        plugin="test",
        plugin_version="1",
        file=b"as archived",
        archived_at=clock.now(),
        archived_by=people["publisher"],
    )
    where = f"/admin/console/forms/{sheet.pk}/"
    answer = enter(people["auditor"]).get(where)
    assert answer.content == b"as archived"
    assert "attachment" in answer["Content-Disposition"]
    assert enter(people["auditor"]).get(f"{address('formsheet')}inspect/{sheet.pk}/").status_code == 200
    assert "下载" in enter(people["auditor"]).get(address("formsheet")).content.decode()
    assert enter(people["editor"]).get(where).status_code == 403
