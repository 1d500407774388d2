"""An administrator appoints, delegates and switches rules; refusals are sentences; others stay outside."""

from datetime import date

import pytest
from approvals.signatures.scene import joint_rules, make_bureau, write_in
from guanwei.audit import clock
from guanwei.organisations.models import Activation, Appointment, Delegation, Person
from guanwei.organisations.queries.seats import seats
from guanwei.publishing.services import foresee
from guanwei.testing.scenes import County, add_person

from .conftest import Enter

POSTS, RULES = "/admin/console/posts/", "/admin/console/rules/"


def appointing(person: Person, unit: int) -> dict[str, object]:
    said = {"person": person.pk, "role": "county.reviewer", "unit": unit}
    return {"action": "appoint", **said, "starts_on": "2026-01-05", "basis": "水利发〔2026〕1号"}


def test_an_administrator_appoints_by_document(
    county: County, people: dict[str, Person], enter: Enter
) -> None:
    person = add_person("second", "宣传科审核员二")
    client = enter(people["administrator"])
    assert client.post(POSTS, appointing(person, county.water.section.pk)).status_code == 302
    made = Appointment.objects.get(person=person)
    assert made.basis == "水利发〔2026〕1号"
    assert made.history.get().history_user == people["administrator"]
    assert "宣传科审核员二" in client.get(POSTS).content.decode()


def overseeing(person: Person, unit: int, *subjects: str) -> dict[str, object]:
    """A leader of the joint book's bureau."""
    return {**appointing(person, unit), "role": "joint.leader", "subjects": subjects}


def test_a_leader_is_appointed_for_the_subjects_that_rules_ask_for(
    county: County, people: dict[str, Person], enter: Enter
) -> None:
    person = add_person("lead-traffic", "分管交通领导")
    client = enter(people["administrator"])
    with joint_rules():
        assert client.post(POSTS, overseeing(person, county.water.unit.pk, "traffic")).status_code == 302
        page = client.get(POSTS).content.decode()
        assert "分管：交通管理" in page
        assert "治安管理" in page, "to be chosen"
        held = seats("joint.leader", county.water.unit, False, clock.today(), "traffic")
        assert [each.person for each in held] == [person]
        assert seats("joint.leader", county.water.unit, False, clock.today(), "order") == []
    assert Appointment.objects.get(person=person).history.first().subjects == ["traffic"]


def test_a_leader_is_appointed_for_what_editors_type(
    county: County, people: dict[str, Person], enter: Enter
) -> None:
    person = add_person("lead-places", "分管片区领导")
    with joint_rules():
        bureau = make_bureau(county)
        said = {**overseeing(person, bureau.unit.pk), "typed_subjects": "东门片区、 西岸水库，东门片区"}
        assert enter(people["administrator"]).post(POSTS, said).status_code == 302
        assert Appointment.objects.get(person=person).subjects == ["东门片区", "西岸水库"]
        for place, able in (("西岸水库", [person]), ("南街", [])):
            draft = write_in(county, bureau, "place", extra={"joint.place": place})
            assert [seat.person for seat in foresee(draft).steps[0].seats] == able


def test_nobody_oversees_a_subject_that_no_rule_knows(
    county: County, people: dict[str, Person], enter: Enter
) -> None:
    person = add_person("lead-traffic", "分管交通领导")
    with joint_rules():
        said = overseeing(person, county.water.unit.pk, "traffic", "nobody")
        answer = enter(people["administrator"]).post(POSTS, said)
    assert answer.status_code == 409
    assert "分管事项" in answer.content.decode()
    assert not Appointment.objects.filter(person=person).exists()


def test_a_contractor_gets_no_deciding_post(county: County, people: dict[str, Person], enter: Enter) -> None:
    person = add_person("hired", "运维公司人员", contractor=True)
    answer = enter(people["administrator"]).post(POSTS, appointing(person, county.water.section.pk))
    assert answer.status_code == 409
    assert "外包单位人员，不能担任审核人员" in answer.content.decode()
    assert not Appointment.objects.filter(person=person).exists()


@pytest.mark.parametrize(
    "fields", [{"starts_on": "昨天"}, {"unit": 999999}, {"role": "nobody.knows"}, {"basis": ""}]
)
def test_a_form_filled_wrongly_says_where(
    county: County, people: dict[str, Person], enter: Enter, fields: dict[str, object]
) -> None:
    said = {**appointing(people["editor"], county.water.section.pk), **fields}
    answer = enter(people["administrator"]).post(POSTS, said)
    assert answer.status_code == 409
    assert 'role="alert"' in answer.content.decode()


def test_a_post_ends_and_its_reason_stays(county: County, people: dict[str, Person], enter: Enter) -> None:
    held = Appointment.objects.get(person=people["reviewer"])
    said = {"action": "end", "key": held.pk, "last_day": "2026-01-31", "reason": "调离"}
    assert enter(people["administrator"]).post(POSTS, said).status_code == 302
    held.refresh_from_db()
    assert held.ends_on == date(2026, 1, 31)
    assert held.history.first().history_change_reason == "调离"


def test_a_leader_lets_another_sign_in_writing(
    county: County, people: dict[str, Person], enter: Enter
) -> None:
    held = Appointment.objects.get(person=people["leader"])
    said = {
        "action": "delegate",
        "appointment": held.pk,
        "to": people["reviewer"].pk,
        "starts_on": "2026-01-05",
        "ends_on": "2099-12-31",
        "document": "授权书〔2026〕3号",
    }
    client = enter(people["administrator"])
    assert client.post(POSTS, said).status_code == 302
    lent = Delegation.objects.get()
    assert "授权书〔2026〕3号" in client.get(POSTS).content.decode()
    revoking = {"action": "revoke", "key": lent.pk, "last_day": "2026-02-01", "reason": "返岗"}
    assert client.post(POSTS, revoking).status_code == 302
    lent.refresh_from_db()
    assert lent.revoked_on == date(2026, 2, 1)


@pytest.mark.parametrize("who", ["editor", "reviewer", "leader", "publisher", "auditor"])
@pytest.mark.parametrize("where", [POSTS, RULES, f"{RULES}water/"])
def test_nobody_else_administers(people: dict[str, Person], enter: Enter, who: str, where: str) -> None:
    client = enter(people[who])
    for answer in (client.get(where), client.post(where, {"action": "on", "plugin": "county"})):
        assert answer.status_code == 403
        assert "由系统管理员办理" in answer.content.decode()


def test_an_agencys_administrator_stays_in_the_own_tree(
    county: County, people: dict[str, Person], enter: Enter
) -> None:
    from guanwei.testing.scenes import add_agency, put_in_post

    forest = add_agency(county.unit, "清河县林业局", "forest")
    administrator = add_person("forest-administrator", "林业局系统管理员")
    put_in_post(administrator, "county.administrator", forest.unit)
    client = enter(administrator)
    assert client.post(POSTS, appointing(administrator, county.water.section.pk)).status_code == 409
    held = Appointment.objects.get(person=people["reviewer"])
    ending = {"action": "end", "key": held.pk, "last_day": "2026-01-31", "reason": "越权"}
    assert client.post(POSTS, ending).status_code == 404
    assert client.get(f"{RULES}water/").status_code == 403
    assert client.get(f"{RULES}forest/").status_code == 200


def test_rules_say_where_they_come_from(county: County, people: dict[str, Person], enter: Enter) -> None:
    page = enter(people["administrator"]).get(f"{RULES}water/").content.decode()
    assert "系统内置，全县适用" in page
    assert "盐池" in page


def test_a_plugin_is_switched_on_with_a_reason_and_off_again(
    county: County, people: dict[str, Person], enter: Enter
) -> None:
    client = enter(people["administrator"])
    where = f"{RULES}water/"
    refused = client.post(where, {"action": "on", "plugin": "luan-emergency", "reason": " "})
    assert refused.status_code == 409
    assert "请写明理由" in refused.content.decode()
    said = {"action": "on", "plugin": "luan-emergency", "reason": "按本局规定"}
    assert client.post(where, said).status_code == 302
    page = client.get(where).content.decode()
    assert "本单位启用" in page
    assert "按本局规定" in page
    assert client.post(where, {**said, "action": "off", "reason": "试行结束"}).status_code == 302
    assert not Activation.objects.get().on


def test_a_rule_that_the_county_made_mandatory_stays(
    county: County, people: dict[str, Person], enter: Enter
) -> None:
    client = enter(people["administrator"])
    said = {"action": "on", "plugin": "luan-emergency", "reason": "全县统一", "mandatory": "yes"}
    assert client.post(f"{RULES}qinghe/", said).status_code == 302
    answer = client.post(f"{RULES}water/", {"action": "off", "plugin": "luan-emergency", "reason": "不需要"})
    assert answer.status_code == 409
    assert "规定下级不得停用" in answer.content.decode()
    assert "清河县人民政府规定启用，不得停用" in client.get(f"{RULES}water/").content.decode()
