"""A plugin's register: open by post where the plugin is in force, closed with a sentence everywhere else."""

import pytest
from agencies.bureau import BOOK
from console.entries.conftest import LIST, Enter, Scene
from django.db import connection
from django.test.utils import CaptureQueriesContext
from guanwei.organisations.models import Activation
from guanwei.organisations.services import switch_off
from guanwei.testing.acts import no_refusals
from guanwei.testing.scenes import add_person
from guanwei_luan_emergency.models import Source

FORM = {"name": "清河县融媒体中心", "kind": "supplier", "determined_by": "县委宣传部", "address": ""}


@pytest.mark.parametrize("who", ["officer", "head", "leader", "auditor", "administers"])
def test_those_in_post_and_those_who_oversee_read_it(scene: Scene, enter: Enter, who: str) -> None:
    client = enter(scene.people[who])
    page = client.get(LIST).content.decode()
    assert "清河县人民政府网" in page
    assert client.get(f"{LIST}inspect/{scene.ours.pk}/").status_code == 200
    assert "登记" in client.get(f"{LIST}history/{scene.ours.pk}/").content.decode()
    assert client.get(LIST, {"q": "人民政府"}).status_code == 200
    assert client.get(LIST, {"export": "csv"}).status_code == 200
    assert LIST in client.get("/admin/").content.decode()


@pytest.mark.parametrize("act", ["", "create/", "edit/{}/", "inspect/{}/", "history/{}/", "close/{}/"])
def test_it_is_closed_with_the_sentence_where_the_plugin_isnt_in_force(
    scene: Scene, enter: Enter, act: str
) -> None:
    root = add_person("root", "系统维护", is_superuser=True, is_staff=True)
    for person in (scene.people["editor"], root):
        client = enter(person)
        for answer in (client.get(LIST + act.format(scene.ours.pk)), client.post(LIST + act.format(1), FORM)):
            assert answer.status_code == 403
            assert "稿源名单只对启用了“六安应急”的机构开放" in answer.content.decode()
            assert scene.ours.name not in answer.content.decode()
        assert LIST not in client.get("/admin/").content.decode()


def test_rows_of_another_organisation_are_never_shown(scene: Scene, enter: Enter) -> None:
    client = enter(scene.people["head"])
    for query in ({}, {"q": "林业"}, {"organisation": "forestry"}, {"export": "csv"}):
        answer = client.get(LIST, query)
        shown = b"".join(answer.streaming_content) if answer.streaming else answer.content
        assert "清河林业网" not in shown.decode()
    for act in ("edit", "inspect", "history", "close"):
        assert client.get(f"{LIST}{act}/{scene.theirs.pk}/").status_code == 404
    client.post(f"{LIST}close/{scene.theirs.pk}/", {"reason": "不是我的"})
    assert Source.objects.get(pk=scene.theirs.pk).is_open
    client.post(f"{LIST}create/", FORM | {"organisation": scene.theirs.organisation_id})
    assert Source.objects.get(name=FORM["name"]).organisation == scene.bureau.unit


def test_its_keepers_put_in_change_and_close_with_history_and_others_of_the_agency_dont(
    scene: Scene, enter: Enter
) -> None:
    reader, keeper = enter(scene.people["officer"]), enter(scene.people["head"])
    for act in ("create/", f"edit/{scene.ours.pk}/", f"close/{scene.ours.pk}/"):
        answer = reader.post(LIST + act, FORM | {"reason": "试"})
        assert answer.status_code == 403
        assert "由本机构的科室负责人、专职管理员登记" in answer.content.decode()
    assert keeper.get(f"{LIST}create/").status_code == 200
    keeper.post(f"{LIST}create/", FORM)
    made = Source.objects.get(name=FORM["name"])
    where = f"{LIST}edit/{made.pk}/"
    assert "变更理由" in keeper.get(where).content.decode()
    without = keeper.post(where, FORM | {"name": "清河融媒", "reason": ""})
    assert without.status_code == 200
    keeper.post(where, FORM | {"name": "清河融媒", "reason": "更名"})
    past = keeper.get(f"{LIST}history/{made.pk}/").content.decode()
    assert "名称：清河县融媒体中心 → 清河融媒" in past
    assert "更名" in past
    assert "请写明理由" in keeper.post(f"{LIST}close/{made.pk}/", {"reason": " "}).content.decode()
    keeper.post(f"{LIST}close/{made.pk}/", {"reason": "停办"})
    assert not Source.objects.get(pk=made.pk).is_open
    assert "已于" in keeper.post(where, FORM | {"reason": "再改"}).content.decode()
    assert made.history.count() == 3
    assert "清河融媒" in keeper.get(LIST, {"state": "closed"}).content.decode()
    assert "清河融媒" not in keeper.get(LIST, {"state": "open"}).content.decode()


def test_one_name_stands_open_once(scene: Scene, enter: Enter) -> None:
    keeper = enter(scene.people["head"])
    again = FORM | {"name": scene.ours.name}
    assert "名单里已有同名" in keeper.post(f"{LIST}create/", again).content.decode()


def test_nothing_has_an_address_to_delete_it(scene: Scene, enter: Enter) -> None:
    answer = enter(scene.people["head"]).post(f"{LIST}delete/{scene.ours.pk}/")
    assert answer.status_code in (302, 404)
    assert Source.objects.filter(pk=scene.ours.pk).exists()


def test_after_switching_off_those_who_oversee_still_read_and_nobody_writes(
    scene: Scene, enter: Enter
) -> None:
    administrator = scene.people["administers"]
    no_refusals(switch_off(scene.bureau.unit, BOOK, by=administrator, reason="改用新规定"))
    assert not Activation.objects.get(unit=scene.bureau.unit).on
    assert "只对启用了" in enter(scene.people["head"]).get(LIST).content.decode()
    for who in ("administers", "auditor"):
        client = enter(scene.people[who])
        assert scene.ours.name in client.get(LIST).content.decode()
        assert client.get(f"{LIST}inspect/{scene.ours.pk}/").status_code == 200
        assert client.post(f"{LIST}close/{scene.ours.pk}/", {"reason": "试"}).status_code == 403
    assert Source.objects.get(pk=scene.ours.pk).is_open


def test_a_list_asks_the_database_the_same_at_any_length(scene: Scene, enter: Enter) -> None:
    client = enter(scene.people["auditor"])
    client.get(LIST)
    with CaptureQueriesContext(
        connection,
    ) as few:
        client.get(LIST)
    for number in range(30):
        Source(organisation=scene.bureau.unit, name=f"来源{number}", kind="media").save()
    with CaptureQueriesContext(connection) as many:
        assert "来源29" in client.get(LIST).content.decode()
    assert len(many) == len(few)
