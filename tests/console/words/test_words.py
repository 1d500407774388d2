"""词表 on screen: a keeper founds, loads and ends a list; editors read it; others don't."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from guanwei.audit import clock
from guanwei.organisations.models import Person
from guanwei.screening.models import Edition, WordList
from guanwei.testing.scenes import County, add_person

pytestmark = pytest.mark.django_db
PAGE = "/admin/console/words/"


def enter(person: Person) -> Client:
    client = Client()
    client.force_login(Person.objects.get(pk=person.pk))
    return client


def kept(county: County) -> WordList:
    said = {
        "unit": county.unit.pk,
        "name": "县词表",
        "dictionary": "county.stiff-phrases",
        "source": "县府办",
    }
    said |= {"finds": "wording", "in_force_from": "2020-01-01"}
    assert enter(county.people["administrator"]).post(PAGE, said).status_code == 302
    return WordList.objects.get()


def test_the_keeper_founds_loads_and_ends(county: County) -> None:
    made = kept(county)
    assert made.finds == "empty_talk"
    client, page = enter(county.people["administrator"]), f"{PAGE}{made.pk}/"
    answer = client.post(page, {"words": "高度重视\n高度重视\n<b>狠抓</b>"}, follow=True).content.decode()
    assert "已载入第1版，2个词" in answer
    assert "第2行" in answer
    assert "<b>狠抓" not in answer
    assert client.post(page, {"words": ""}).status_code == 409
    assert client.get(f"{page}export/").content.decode() == "高度重视\n<b>狠抓</b>"
    assert client.post(page, {"action": "end", "until": str(clock.today())}).status_code == 409
    said = {"action": "end", "until": str(clock.today()), "reason": "改用新表"}
    assert client.post(page, said).status_code == 302
    assert WordList.objects.get().in_force_until == clock.today()


def test_an_editor_below_reads_and_changes_nothing(county: County) -> None:
    made = kept(county)
    client = enter(county.water.people["editor"])
    page = client.get(PAGE).content.decode()
    assert "县词表" in page
    assert "新建词表" not in page
    assert client.get(f"{PAGE}{made.pk}/").status_code == 200
    assert client.post(f"{PAGE}{made.pk}/", {"words": "狠抓落实"}).status_code == 409
    assert not Edition.objects.exists()


@pytest.mark.parametrize("address", ["", "{}/", "{}/export/"])
def test_others_read_nothing(county: County, address: str) -> None:
    path = PAGE + address.format(kept(county).pk)
    for person in (county.water.people["reviewer"], add_person("root", "超级用户", is_superuser=True)):
        assert enter(person).get(path).status_code == 403


def test_what_was_pasted_stays_on_the_screen_when_it_is_refused(county: County) -> None:
    made = kept(county)
    client = enter(county.people["administrator"])
    assert ">一</textarea>" in client.post(f"{PAGE}{made.pk}/", {"words": "一"}).content.decode()


def test_the_list_of_lists_costs_the_same_at_any_length(county: County) -> None:
    made = kept(county)
    client = enter(county.people["administrator"])
    client.get(PAGE)
    with CaptureQueriesContext(connection) as few:
        client.get(PAGE)
    for number in range(8):
        WordList.objects.create(
            unit=made.unit, name=f"词表{number}", source="县府办", in_force_from=made.in_force_from
        )
    with CaptureQueriesContext(connection) as many:
        assert "词表7" in client.get(PAGE).content.decode()
    assert len(many) == len(few)
