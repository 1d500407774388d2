"""L1 for what stands around every page: name, address, first page, foot and moved addresses of the portal."""

# ruff: noqa: S608 (the tests write SQL as an insider would)

from typing import Any

import pytest
from approvals.gate.attempts import refused, sql
from approvals.gate.making import permit_for
from django.contrib.messages import get_messages
from django.core import serializers
from django.core.management import call_command
from django.db import connection, transaction
from django.db.models import ProtectedError
from django.test import Client
from django.urls import reverse
from guanwei.approvals.gate import GateRefused, passing
from guanwei.audit.acting import acting
from guanwei.organisations.models import Person
from guanwei.portal.models import Arrangement, HomePage, Redirection, ShownOriginal
from guanwei.regulations.models import Original
from guanwei.testing.acts import arranged
from guanwei.testing.scenes import County
from wagtail.models import Page, Site

pytestmark = [pytest.mark.law("L1"), pytest.mark.django_db]

ONLY_BY_PERMIT = "只能按许可"


@pytest.fixture
def moved(county: County) -> Redirection:
    """One moved address, in force."""
    arranged(county.people["keeper"], redirections=[Redirection(old_path="/old.htm", target="/news/")])
    return Redirection.objects.get()


def site() -> Site:
    return Site.objects.get(is_default_site=True)


@pytest.mark.defends("site row: updated in the database", by="database")
@pytest.mark.parametrize(
    "change",
    ["hostname = 'evil.example'", "port = 81", "site_name = '改了'", "is_default_site = NOT is_default_site"],
)
def test_the_row_of_the_site_is_not_updated(county: County, change: str) -> None:
    refused(lambda: sql(f"UPDATE wagtailcore_site SET {change}"), ONLY_BY_PERMIT)


@pytest.mark.defends("site row: first page exchanged in the database", by="database")
def test_the_first_page_is_not_exchanged(county: County) -> None:
    refused(lambda: sql("UPDATE wagtailcore_site SET root_page_id = %s", county.news.pk), ONLY_BY_PERMIT)
    assert site().root_page_id == county.home.pk


@pytest.mark.defends("site row: deleted or put in again in the database", by="database")
def test_the_row_of_the_site_is_not_deleted_replaced_or_emptied(county: County) -> None:
    refused(lambda: sql("DELETE FROM wagtailcore_site"), ONLY_BY_PERMIT)
    connection.check_constraints()
    if connection.vendor == "postgresql":
        refused(lambda: sql("TRUNCATE wagtailcore_site CASCADE"), "不能清空")
    else:
        again = "INSERT OR REPLACE INTO wagtailcore_site SELECT * FROM wagtailcore_site"
        refused(lambda: sql(again), "顶掉")


@pytest.mark.defends("site row: saved through the model", by="shell")
def test_python_saves_no_site(county: County) -> None:
    changed = site()
    changed.hostname = "evil.example"
    refused(changed.save, ONLY_BY_PERMIT)
    refused(lambda: Site.objects.update(site_name="改了"), ONLY_BY_PERMIT)


@pytest.mark.defends("site row: a second site", by="shell")
def test_a_second_site_puts_nothing_before_the_public(county: County) -> None:
    made = {"hostname": "evil.example", "root_page": county.news}
    refused(lambda: Site.objects.create(**made), ONLY_BY_PERMIT)
    refused(lambda: Site.objects.bulk_create([Site(**made)]), ONLY_BY_PERMIT)


@pytest.mark.defends("site row: a fixture", by="shell")
def test_a_fixture_changes_no_site(county: County, tmp_path: Any) -> None:
    text = serializers.serialize("json", Site.objects.all()).replace("localhost", "evil.example")
    (tmp_path / "site.json").write_text(text, encoding="utf-8")
    refused(lambda: call_command("loaddata", tmp_path / "site.json", verbosity=0), ONLY_BY_PERMIT)


@pytest.mark.defends("settings row: updated in the database", by="database")
@pytest.mark.parametrize("column", ["site_name", "hostname", "telephone", "icp_number"])
def test_settings_in_force_are_not_updated(county: County, column: str) -> None:
    refused(lambda: sql(f"UPDATE portal_arrangement SET {column} = '改了'"), ONLY_BY_PERMIT)


@pytest.mark.defends("settings row: deleted in the database", by="database")
def test_settings_in_force_are_not_deleted(county: County) -> None:
    refused(lambda: sql("DELETE FROM portal_arrangement"), "撤下，再删除")
    with pytest.raises(GateRefused):
        Arrangement.objects.get().delete()


@pytest.mark.defends("settings: saved live through the model", by="shell")
def test_python_saves_no_settings_in_force(county: County) -> None:
    settings = Arrangement.objects.get()
    settings.operator = "改了"
    for write in (settings.save, settings.save_revision().publish):
        with pytest.raises(GateRefused), transaction.atomic():
            write()
    assert Arrangement.objects.get().operator == ""


@pytest.mark.defends("redirects: added, changed or removed in the database", by="database")
def test_moved_addresses_in_force_stay(moved: Redirection) -> None:
    refused(lambda: sql("UPDATE portal_redirection SET target = 'https://evil.example/'"), ONLY_BY_PERMIT)
    refused(lambda: sql("UPDATE portal_redirection SET path_key = '/other'"), ONLY_BY_PERMIT)
    refused(lambda: sql("DELETE FROM portal_redirection"), ONLY_BY_PERMIT)
    added = (
        "INSERT INTO portal_redirection (arrangement_id, old_path, path_key, target) VALUES (%s, %s, %s, %s)"
    )
    refused(lambda: sql(added, moved.arrangement_id, "/a", "/a", "https://evil.example/"), ONLY_BY_PERMIT)


@pytest.mark.defends("redirects: written through the model", by="shell")
def test_python_adds_no_moved_address(county: County) -> None:
    settings = Arrangement.objects.get()
    made = {"arrangement": settings, "old_path": "/a", "target": "https://evil.example/"}
    refused(lambda: Redirection.objects.create(**made), ONLY_BY_PERMIT)


@pytest.mark.defends("shown originals: another version, through the model and in the database", by="database")
def test_the_wording_that_the_public_reads_stays_the_one_signed_for(county: County) -> None:
    first, second = (
        Original.objects.create(rule_book="a.rules", version=each, file_name="", sha256="", passages=[])
        for each in (1, 2)
    )
    arranged(county.people["keeper"], originals=[ShownOriginal(original=first)])
    refused(lambda: sql("UPDATE portal_shownoriginal SET original_id = %s", second.pk), ONLY_BY_PERMIT)
    refused(lambda: sql("DELETE FROM portal_shownoriginal"), ONLY_BY_PERMIT)
    made = {"arrangement": Arrangement.objects.get(), "original": second}
    refused(lambda: ShownOriginal.objects.create(**made), ONLY_BY_PERMIT)


@pytest.mark.defends("site row: another value written inside the opening", by="shell")
def test_a_site_that_differs_from_the_signed_settings_undoes_the_release(
    county: County, monkeypatch: pytest.MonkeyPatch
) -> None:
    keeper = county.people["keeper"]

    def also(sender: type, instance: Site, **_kwargs: Any) -> None:
        Site.objects.filter(pk=instance.pk).update(hostname="evil.example")

    from django.db.models.signals import post_save

    post_save.connect(also, sender=Site)
    try:
        with pytest.raises(GateRefused) as refusal:
            arranged(keeper, operator="清河县人民政府办公室")
    finally:
        post_save.disconnect(also, sender=Site)
    assert "不一致" in str(refusal.value)
    assert site().hostname == "localhost"


@pytest.mark.defends("site row: changed with another object's opening", by="shell")
def test_the_opening_of_a_page_lets_no_site_pass(county: County) -> None:
    permit = permit_for(county.home)

    def write() -> None:
        with passing(permit):
            Site.objects.update(hostname="evil.example")

    refused(write, ONLY_BY_PERMIT)


@pytest.mark.defends("site row: updated while the settings are taken down", by="database")
def test_the_site_stays_guarded_when_its_settings_are_taken_down(county: County) -> None:
    with acting(county.people["keeper"], "页脚有误"):
        Arrangement.objects.get().unpublish()
    assert not Arrangement.objects.get().live
    refused(lambda: sql("UPDATE wagtailcore_site SET hostname = 'evil.example'"), ONLY_BY_PERMIT)


def test_signed_settings_are_what_wagtail_reads(county: County) -> None:
    keeper = county.people["keeper"]
    arranged(keeper, site_name="清河县门户", hostname="www.qinghe.example", port=443, operator="县政府办")
    found = site()
    assert (found.site_name, found.hostname, found.port) == ("清河县门户", "www.qinghe.example", 443)
    assert Arrangement.objects.get().operator == "县政府办"
    assert Page.objects.get(pk=county.news.pk).full_url == "https://www.qinghe.example/news/"


def test_a_draft_of_the_settings_changes_nothing_in_public(county: County) -> None:
    draft = Arrangement.objects.get()
    draft.hostname = "www.qinghe.example"
    draft.save_revision()
    assert site().hostname == "localhost"
    assert Arrangement.objects.get().hostname == "localhost"


@pytest.mark.defends("first page: deleted through the model", by="shell")
def test_the_first_page_of_the_site_is_not_deleted_even_when_taken_down(county: County) -> None:
    with acting(county.people["keeper"], "换首页"):
        county.home.unpublish()
    with pytest.raises(ProtectedError):
        HomePage.objects.get().delete()


@pytest.mark.defends("settings screens: sites", by="superuser")
@pytest.mark.parametrize("name", ["index", "add", "edit", "delete"])
def test_the_screens_of_sites_are_closed_and_say_what_is_used_instead(county: County, name: str) -> None:
    client = Client()
    client.force_login(Person.objects.create_superuser("root", "root@example.test", "x"))
    address = reverse(f"wagtailsites:{name}", args=[site().pk] if name in ("edit", "delete") else [])
    for answer in (client.get(address), client.post(address, {"hostname": "evil.example", "port": 80})):
        assert answer.status_code == 302
        assert "在“门户设置”里改" in " ".join(str(each) for each in get_messages(answer.wsgi_request))
    assert site().hostname == "localhost"
