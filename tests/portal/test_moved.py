"""Readers who come by an older portal's address: led on where the signed settings say so, and only there."""

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from guanwei.audit.acting import acting
from guanwei.portal.addresses import normal, valid_host, valid_old_path, valid_target
from guanwei.portal.models import Arrangement, Redirection
from portal.scene import Portal, put_online

pytestmark = pytest.mark.django_db


def move(**addresses: str) -> None:
    """In force: ``old=new``, the old one without its first slash."""
    settings = Arrangement.objects.get()
    settings.redirections = [Redirection(old_path=f"/{old}", target=new) for old, new in addresses.items()]
    settings.save_revision()
    put_online(settings)


def led_to(client: Client, address: str) -> str | None:
    answer = client.get(address)
    assert answer.status_code in (301, 404), address
    where = answer.headers.get("Location")
    # Django itself tries an address with a slash at its end.
    return None if where == f"{address}/" else where


def test_an_old_address_leads_to_the_new_one(portal: Portal, citizen: Client) -> None:
    move(**{"info/1024.htm": "/news/", "col/1": "https://www.example.gov.cn/a?b=1"})
    assert led_to(citizen, "/info/1024.htm") == "/news/"
    assert led_to(citizen, "/col/1/") == "https://www.example.gov.cn/a?b=1"
    assert led_to(citizen, "/info/1025.htm") is None


def test_the_query_counts_where_the_settings_name_it(portal: Portal, citizen: Client) -> None:
    move(**{"show.asp?id=12&c=3": "/news/", "show.asp": "/notices/"})
    assert led_to(citizen, "/show.asp?c=3&id=12") == "/news/"
    assert led_to(citizen, "/show.asp?id=13") == "/notices/"


def test_an_old_address_of_chinese_words_is_found(portal: Portal, citizen: Client) -> None:
    move(**{"通知/一": "/notices/"})
    assert led_to(citizen, "/%E9%80%9A%E7%9F%A5/%E4%B8%80/") == "/notices/"


@pytest.mark.law("L1")
@pytest.mark.defends("redirects: a draft of the settings", by="editor")
def test_a_draft_leads_nobody(portal: Portal, citizen: Client) -> None:
    settings = Arrangement.objects.get()
    settings.redirections = [Redirection(old_path="/old", target="https://evil.example/")]
    settings.save_revision()
    assert led_to(citizen, "/old") is None


@pytest.mark.law("L1")
@pytest.mark.defends("redirects: over a public page", by="editor")
def test_a_page_is_never_hidden_by_an_entry(portal: Portal, citizen: Client) -> None:
    move(**{"news/": "https://other.example/"})
    assert citizen.get("/news/").status_code == 200


def test_what_was_taken_down_leads_nobody(portal: Portal, citizen: Client) -> None:
    move(old="/news/")
    with acting(None, "转错了"):
        Arrangement.objects.get().unpublish()
    assert led_to(citizen, "/old") is None


def test_only_readers_are_led(portal: Portal, citizen: Client) -> None:
    move(old="/news/")
    assert citizen.post("/old/").status_code in (403, 404, 405)
    assert citizen.head("/old/")["Location"] == "/news/"


@pytest.mark.parametrize("address", ["/%00", "/a%00b?x=%00", "/" + "a" * 4000 + "/", "/?%F0%9F", "/%ff%fe"])
def test_hostile_addresses_are_just_not_there(portal: Portal, citizen: Client, address: str) -> None:
    assert citizen.get(address).status_code in (200, 404)


@pytest.mark.parametrize("entries", [1, 40])
def test_an_address_that_nobody_knows_costs_the_same_however_many_are_moved(
    portal: Portal, citizen: Client, entries: int, django_assert_max_num_queries: object
) -> None:
    move(**{f"old{each}": "/news/" for each in range(entries)})
    citizen.get("/nothing/")
    with django_assert_max_num_queries(13):  # type: ignore[operator]
        assert citizen.get("/nothing/").status_code == 404


GOOD = ["/news/", "/a?b=c", "https://www.example.gov.cn/", "http://10.0.0.1:8080/x", "/通知/"]
BAD = [
    "",
    "news",
    "//evil.example/",
    "/\\evil.example",
    "javascript:alert(1)",
    "https://",
    "https://[",
    "a b",
    "/a b",
]
BAD += ["ftp://a.example/", "/a\nb", "/a\x00b", "data:text/html,x", "HTTPS://evil.example@", "/<b>"]


@pytest.mark.parametrize("target", GOOD)
def test_a_target_is_a_path_here_or_a_whole_address(target: str) -> None:
    valid_target(target)


@pytest.mark.parametrize("target", BAD)
def test_nothing_else_is_a_target(target: str) -> None:
    with pytest.raises(ValidationError):
        valid_target(target)


@pytest.mark.parametrize(
    "path",
    ["", "a", "//a", "/", "/?", "/admin", "/admin/x", "/api/v3/", "/media/x", "/a#b", "/a b", "http://a/"],
)
def test_an_old_address_is_of_this_site_and_not_the_systems_own(path: str) -> None:
    with pytest.raises(ValidationError):
        valid_old_path(path)


@pytest.mark.parametrize(
    "host", ["", "http://a.cn", "a.cn/", "a..cn", "-a.cn", "a b", "A.cn", "a.cn:80", "a" * 300]
)
def test_a_host_is_a_name_alone(host: str) -> None:
    with pytest.raises(ValidationError):
        valid_host(host)


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "www.example.gov.cn", "xn--fiq228c.cn"])
def test_names_of_hosts_are_taken(host: str) -> None:
    valid_host(host)


def test_addresses_are_compared_without_slash_order_and_escapes() -> None:
    assert normal("/a/") == normal("/a") == "/a"
    assert normal("/x?b=2&a=1") == normal("/x/?a=1&b=2")
    assert normal("/%E9%80%9A") == normal("/通")
