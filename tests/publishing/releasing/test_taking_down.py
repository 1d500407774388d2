"""Taking down: at once, by those entitled, with a reason; everything that stood on the item falls."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from guanwei.approvals.gate import GateRefused
from guanwei.approvals.models import Permit
from guanwei.approvals.subjects import draft_of, row_of
from guanwei.audit import clock
from guanwei.audit.acting import acting
from guanwei.organisations.models import Person
from guanwei.portal.models import ColumnPage
from guanwei.publishing.models import ArticlePage, Post, Release, Reservation
from guanwei.publishing.services import release, save_draft, take_down
from guanwei.testing.acts import no_refusals, released, signed, submitted
from guanwei.testing.scenes import (
    County,
    add_agency,
    add_person,
    put_in_post,
    staff_by_county_book,
    write_post,
)
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.models import Page
from wagtail.signals import page_unpublished, unpublished

from .conftest import HOUR, row

pytestmark = pytest.mark.django_db
Online = Callable[..., Release]


@pytest.mark.parametrize("who", ["publisher", "leader", "keeper"])
def test_who_holds_the_duty_here_or_above_takes_down_at_once(
    online: Online, people: dict[str, Person], who: str
) -> None:
    made = online(variants=True)
    no_refusals(take_down(row(made), people[who], "数字有误"))
    assert not row(made).live
    permit = Permit.objects.get(pk=made.permit_id)
    assert (permit.revoked_by, permit.revoked_reason) == (people[who], "数字有误")
    assert Release.objects.get(pk=made.pk).reason == "数字有误"
    assert not Reservation.objects.filter(lifted_at__isnull=True).exists()


@pytest.mark.parametrize("who", ["editor", "reviewer", "auditor", "administrator"])
@pytest.mark.defends("take-down screen", by="editor")
def test_others_of_the_unit_do_not(online: Online, people: dict[str, Person], who: str) -> None:
    made = online()
    assert "撤稿职责" in take_down(row(made), people[who], "数字有误")[0].sentence
    assert row(made).live


@pytest.mark.defends("take-down screen", by="signer")
def test_the_leader_of_another_agency_does_not(county: County, online: Online) -> None:
    other = add_agency(county.unit, "清河县教育局", "education")
    staff_by_county_book(other)
    made = online()
    for who in ("leader", "publisher"):
        assert take_down(row(made), other.people[who], "数字有误")
    assert row(made).live


@pytest.mark.defends("take-down screen", by="superuser")
def test_a_superuser_takes_down_by_post_alone(county: County, online: Online) -> None:
    made = online()
    root = add_person("root", "技术人员", is_superuser=True, is_staff=True)
    assert take_down(row(made), root, "数字有误")
    put_in_post(root, "county.publisher", county.water.section)
    no_refusals(take_down(row(made), Person.objects.get(pk=root.pk), "数字有误"))


@pytest.mark.parametrize("reason", ["", "   \n", "长" * 301])
def test_without_a_reason_that_fits_the_record_it_stays(
    online: Online, people: dict[str, Person], reason: str
) -> None:
    made = online()
    assert take_down(row(made), people["leader"], reason)
    assert row(made).live


def test_it_is_not_taken_down_twice(online: Online, people: dict[str, Person]) -> None:
    made = online()
    stale = row(made)
    no_refusals(take_down(stale, people["leader"], "数字有误"))
    assert "没有公开" in take_down(stale, people["publisher"], "也看到了")[0].sentence


def test_a_column_with_articles_stays_until_each_is_taken_down(
    county: County, online: Online, people: dict[str, Person]
) -> None:
    made, column = online(), ColumnPage.objects.get(pk=county.news.pk)
    refusals = take_down(column, people["keeper"], "栏目停用")
    assert "1项公开内容" in refusals[0].sentence
    assert "汛期安全提示" in refusals[0].sentence
    assert row(made).live
    no_refusals(take_down(row(made), people["keeper"], "栏目停用，不再需要"))
    no_refusals(take_down(column, people["keeper"], "栏目停用"))
    assert not ColumnPage.objects.get(pk=column.pk).live


NATIVE: dict[str, Callable[[Page], object]] = {
    "page.unpublish": lambda page: page.unpublish(),
    "action": lambda page: UnpublishPageAction(page).execute(skip_permission_checks=True),
    "action with a user": lambda page: UnpublishPageAction(
        page, user=Person.objects.get(username="water-leader")
    ).execute(),
    "base class": lambda page: Page.objects.get(pk=page.pk).unpublish(),
    "save": lambda page: _save(page),
    "column with descendants": lambda page: UnpublishPageAction(
        page.get_parent().specific, include_descendants=True
    ).execute(skip_permission_checks=True),
}


def _save(page: Page) -> None:
    page.live = False
    page.save()


@pytest.mark.law("L5")
@pytest.mark.parametrize("way", NATIVE)
@pytest.mark.defends("Wagtail's unpublish actions", by="shell")
def test_wagtails_own_ways_without_a_reason_take_nothing_down(online: Online, way: str) -> None:
    made = online()
    with pytest.raises(GateRefused, match="撤下"):
        NATIVE[way](row(made))
    assert row(made).live
    assert Permit.objects.get(pk=made.permit_id).revoked_at is None


@pytest.mark.parametrize("way", ["page.unpublish", "action", "save"])
def test_with_a_reason_on_the_record_the_permit_falls_whatever_the_way(
    online: Online, people: dict[str, Person], way: str
) -> None:
    made = online()
    with acting(people["leader"], "数字有误"):
        NATIVE[way](row(made))
    assert not row(made).live
    if way != "save":
        assert Permit.objects.get(pk=made.permit_id).revoked_reason == "数字有误"


@pytest.mark.parametrize("signal", [page_unpublished, unpublished], ids=["page_unpublished", "unpublished"])
def test_the_bare_signal_revokes_the_permit(online: Online, signal: Any) -> None:
    made = online()
    signal.send(ArticlePage, instance=row(made))
    assert Permit.objects.get(pk=made.permit_id).revoked_at is not None
    assert Release.objects.get(pk=made.pk).state == "taken_down"


@pytest.mark.law("L1")
@pytest.mark.defends("release again after a take-down", by="signer")
def test_what_was_taken_down_needs_a_new_route(online: Online, people: dict[str, Person]) -> None:
    made = online()
    no_refusals(take_down(row(made), people["leader"], "数字有误"))
    assert release(made.permit.submission_id, people["publisher"])[1]
    assert not row(made).live


def test_a_newer_permit_revokes_the_older_one(online: Online, people: dict[str, Person]) -> None:
    made = online()
    newer = draft_of("page", made.object_id)
    newer.summary = "更正"
    save_draft(newer, people["editor"])
    signed(submitted(newer, people["editor"]), people["reviewer"], people["leader"])
    assert Permit.objects.get(pk=made.permit_id).revoked_at is not None
    assert Permit.objects.filter(object_id=made.object_id, revoked_at__isnull=True).count() == 1


def test_a_post_without_a_page_is_taken_down_alike(county: County, people: dict[str, Person]) -> None:
    post = write_post(county.water, people["editor"])
    submission = signed(submitted(post, people["editor"]), people["reviewer"], people["leader"])
    released(submission, people["publisher"])
    with pytest.raises(GateRefused):
        Post.objects.get(pk=post.pk).unpublish()
    no_refusals(take_down(row_of("post", post.pk), people["leader"], "数字有误"))
    assert not Post.objects.get(pk=post.pk).live


@pytest.fixture
def browser(people: dict[str, Person]) -> Callable[[str], Client]:
    def signed_in(who: str) -> Client:
        client = Client(raise_request_exception=False)
        client.force_login(Person.objects.get(pk=people[who].pk))
        return client

    return signed_in


@pytest.mark.parametrize("who", ["leader", "keeper", "publisher"])
@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.defends("page unpublish view", by="editor")
def test_wagtails_unpublish_page_sends_people_to_ours(
    online: Online, browser: Callable[[str], Client], who: str, method: str
) -> None:
    made = online()
    client = browser(who)
    where = reverse("wagtailadmin_pages:unpublish", args=[made.object_id])
    answer = getattr(client, method)(where, {"include_descendants": "on"})
    if method == "post":
        assert reverse("releases:take_down", args=["page", made.object_id]) in answer["Location"]
    assert row(made).live


@pytest.mark.defends("bulk unpublish", by="editor")
def test_wagtails_bulk_unpublish_takes_nothing_down(online: Online, browser: Callable[[str], Client]) -> None:
    made = online()
    where = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "unpublish"])
    for who in ("leader", "keeper", "publisher"):
        browser(who).post(f"{where}?id={made.object_id}", {"include_descendants": "on"})
        assert row(made).live


@pytest.mark.defends("admin API: unpublish", by="editor")
def test_the_admin_api_takes_nothing_down(online: Online, browser: Callable[[str], Client]) -> None:
    made = online()
    where = reverse("wagtailadmin_api:pages:action", args=[made.object_id, "unpublish"])
    for who in ("leader", "keeper", "publisher"):
        answer = browser(who).post(where, {"recursive": True}, content_type="application/json")
        assert answer.status_code in (302, 403, 404)
        assert row(made).live


@pytest.mark.defends("snippet unpublish view", by="editor")
def test_the_unpublish_screen_of_posts_takes_nothing_down(
    county: County, people: dict[str, Person], browser: Callable[[str], Client]
) -> None:
    post = write_post(county.water, people["editor"])
    submission = signed(submitted(post, people["editor"]), people["reviewer"], people["leader"])
    released(submission, people["publisher"])
    where = reverse(Post.snippet_viewset.get_url_name("unpublish"), args=[post.pk])
    for who in ("leader", "keeper", "publisher", "editor"):
        browser(who).post(where)
        assert Post.objects.get(pk=post.pk).live


def test_a_timed_release_falls_with_the_older_version(online: Online, people: dict[str, Person]) -> None:
    made = online()
    newer = draft_of("page", made.object_id)
    newer.summary = "更正"
    save_draft(newer, people["editor"])
    submission = signed(submitted(newer, people["editor"]), people["reviewer"], people["leader"])
    later, refusals = release(submission.pk, people["publisher"], clock.now() + HOUR)
    no_refusals(refusals)
    assert later is not None
    no_refusals(take_down(row(made), people["leader"], "数字有误"))
    assert Release.objects.get(pk=later.pk).state == "taken_down"
