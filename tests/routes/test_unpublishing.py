"""Every way by which Wagtail takes something down asks for a typed reason, of those entitled alone (L5)."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from guanwei.approvals.models import Permit
from guanwei.approvals.subjects import family_of, row_of
from routes.addresses import registered
from routes.programs import Program, said
from routes.stage import Stage, browser_of
from wagtail.admin.views.bulk_action.registry import bulk_action_registry

pytestmark = [pytest.mark.law("L5"), pytest.mark.django_db]
ENTITLED = ("publisher", "leader", "keeper", "root")
OTHERS = ("editor", "reviewer", "auditor", "administrator")
LOOKED_AT = {
    "releases:take_down",
    "review:take_down",
    "wagtailadmin_pages:unpublish",
    "wagtailsnippets_publishing_post:unpublish",
    "wagtailsnippets_portal_arrangement:unpublish",
}


def ours(obj: Any) -> str:
    return reverse("releases:take_down", args=[family_of(obj), obj.pk])


def beside(stage: Stage) -> str:
    """The form on the signing screen of what is public."""
    return reverse("review:take_down", args=[stage.public.pk])


def live(obj: Any) -> bool:
    return bool(row_of(family_of(obj), obj.pk).live)


def test_every_address_that_takes_down_was_looked_at() -> None:
    words = ("unpublish", "take_down", "takedown", "withdraw_page")
    assert {each.name for each in registered() if any(word in each.name for word in words)} == LOOKED_AT


def test_every_bulk_action_that_takes_down_was_looked_at() -> None:
    bulk_action_registry._scan_for_bulk_actions()
    found = {
        (app, model)
        for app, models in bulk_action_registry.actions.items()
        for model, actions in models.items()
        if "unpublish" in actions
    }
    assert found == {("wagtailcore", "page")}


def wagtails_own(stage: Stage, browser: Client) -> Iterator[tuple[str, HttpResponse]]:
    """Each of Wagtail's ways, sent with all that it reads, and with a reason that it doesn't."""
    sent = {"include_descendants": "on", "confirm": "on", "reason": "试一试"}
    screens = [reverse("wagtailadmin_pages:unpublish", args=[stage.live_page.pk])]
    screens += [
        reverse(f"wagtailsnippets_{name}:unpublish", args=[obj.pk])
        for name, obj in (
            ("publishing_post", stage.live_post),
            ("portal_arrangement", stage.arrangement),
        )
    ]
    screens += [
        f"{reverse('wagtail_bulk_action', args=['wagtailcore', 'page', 'unpublish'])}?id={each.pk}"
        for each in (stage.live_page, stage.county.news)
    ]
    for address in screens:
        yield address, browser.post(address, sent)
    for each in (stage.live_page, stage.county.news):
        action = reverse("wagtailadmin_api:pages:action", args=[each.pk, "unpublish"])
        yield action, browser.post(action, {"recursive": True, **sent}, content_type="application/json")


@pytest.mark.parametrize("who", [*ENTITLED, *OTHERS])
@pytest.mark.defends(
    "each of Wagtail's ways to take down, by screen, in bulk and by its own API", by="superuser"
)
@pytest.mark.defends(
    "each of Wagtail's ways to take down, by screen, in bulk and by its own API", by="signer"
)
@pytest.mark.defends(
    "each of Wagtail's ways to take down, by screen, in bulk and by its own API", by="editor"
)
def test_wagtails_own_ways_take_nothing_down(stage: Stage, hushed: None, who: str) -> None:
    public = (stage.live_page, stage.live_post, stage.arrangement, stage.county.news)
    for address, answer in wagtails_own(stage, browser_of(stage.people[who])):
        assert answer.status_code in (302, 403, 404), (address, answer.status_code)
        assert [each for each in public if not live(each)] == [], address


@pytest.mark.parametrize("who", ENTITLED)
def test_the_explorer_leads_those_entitled_to_the_reason(stage: Stage, who: str) -> None:
    browser = browser_of(stage.people[who])
    address = reverse("wagtailadmin_pages:unpublish", args=[stage.live_page.pk])
    explorer = browser.get(reverse("wagtailadmin_explore", args=[stage.county.news.pk]))
    # Who writes nothing has no explorer, but may have the address from somebody.
    assert explorer.status_code == 302 or address in explorer.content.decode()
    for answer in (browser.get(address), browser.post(address)):
        assert (answer.status_code, answer["Location"]) == (302, ours(stage.live_page))
    assert 'name="reason"' in browser.get(ours(stage.live_page)).content.decode()


@pytest.mark.parametrize("who", OTHERS)
@pytest.mark.defends("the explorer's menu: take down", by="editor")
def test_the_explorer_offers_it_to_nobody_else(stage: Stage, who: str) -> None:
    browser = browser_of(stage.people[who])
    address = reverse("wagtailadmin_pages:unpublish", args=[stage.live_page.pk])
    explorer = browser.get(reverse("wagtailadmin_explore", args=[stage.county.news.pk]))
    assert address not in explorer.content.decode()
    for answer in (browser.get(address), browser.post(address)):
        assert answer.status_code in (302, 403)
        assert answer.headers.get("Location", "") != ours(stage.live_page)


@pytest.mark.parametrize("who", ENTITLED)
def test_ours_takes_down_with_a_typed_reason_alone(stage: Stage, who: str) -> None:
    browser = browser_of(stage.people[who])
    for obj in (stage.live_page, stage.live_post):
        for reason in ("", "  \n"):
            assert browser.post(ours(obj), {"reason": reason}).status_code == 409
            assert browser.post(beside(stage), {"take_down_reason": reason}).status_code == 409
            assert live(obj)
        assert browser.post(ours(obj), {"reason": "数字有误"}).status_code == 302
        assert not live(obj)
        permit = Permit.objects.filter(family=family_of(obj), object_id=obj.pk).latest("pk")
        assert (permit.revoked_by, permit.revoked_reason) == (stage.people[who], "数字有误")


@pytest.mark.parametrize("who", OTHERS)
@pytest.mark.defends("take-down dialog: with a reason but without the duty", by="editor")
def test_ours_is_closed_to_everybody_else(stage: Stage, who: str) -> None:
    browser = browser_of(stage.people[who])
    for obj in (stage.live_page, stage.live_post, stage.county.news, stage.arrangement):
        assert browser.get(ours(obj)).status_code == 403
        assert browser.post(ours(obj), {"reason": "数字有误"}).status_code == 403
        assert live(obj)
    assert browser.post(beside(stage), {"take_down_reason": "数字有误"}).status_code in (403, 409)
    assert live(stage.live_page)


@pytest.mark.parametrize("who", ["publisher", "root", "editor"])
@pytest.mark.defends("API v3: take down with a token", by="signer")
def test_no_token_takes_anything_down(stage: Stage, who: str) -> None:
    program = Program(stage.people[who])
    for path, obj in (
        (f"pages/{stage.live_page.pk}", stage.live_page),
        (f"snippets/publishing.Post/{stage.live_post.pk}", stage.live_post),
    ):
        answer = program.send("POST", f"/api/v3/{path}/actions/unpublish/", {"reason": "数字有误"})
        assert (answer.status_code, "写明理由" in said(answer)) == (403, True)
        assert live(obj)
