"""The admin's own API: every action it knows, by the strongest person there is. It answers in a sentence."""

import json
from typing import Any

import pytest
from guanwei.publishing.models import ArticlePage
from routes.stage import Stage, browser_of
from routes.watching import Public, tried, unpermitted
from wagtail.admin.api.views import PagesAdminAPIViewSet

pytestmark = [pytest.mark.law("L1"), pytest.mark.django_db]
LOOKED_AT = {
    "convert_alias",
    "copy",
    "copy_for_translation",
    "create_alias",
    "delete",
    "move",
    "publish",
    "revert_to_page_revision",
    "unpublish",
}
JUNK: tuple[Any, ...] = (
    "",
    "{",
    "null",
    '"text"',
    "[1]",
    '{"revision_id": "x"}',
    '{"destination_page_id": 99999999}',
)


def test_every_action_of_the_admins_api_was_looked_at() -> None:
    assert set(PagesAdminAPIViewSet.actions) == LOOKED_AT


@pytest.mark.parametrize("action", sorted(LOOKED_AT))
@pytest.mark.defends("the admin's own API, each action", by="superuser")
def test_an_action_changes_nothing_that_the_public_sees(stage: Stage, hushed: None, action: str) -> None:
    before, browser = Public.now(stage), browser_of(stage.people["root"])
    for page in (stage.draft_page, stage.live_page, stage.county.news):
        for sent in (json.dumps(_strongest(stage, page)), *JUNK):
            with tried() as written:
                address = f"/admin/api/main/pages/{page.pk}/action/{action}/"
                response = browser.post(address, sent, content_type="application/json")
                assert response.status_code < 500, (page, sent)
                after = Public.after(stage, before, written)
                assert after is before or unpermitted() == [], (page, sent)
                taken_down = action == "unpublish" and before.only_taken_down(after)
                assert taken_down or before.changes(after) == [], (page, sent)
    assert not ArticlePage.objects.filter(slug="by-api").exists()


def _strongest(stage: Stage, page: Any) -> dict[str, Any]:
    return {
        "destination_page_id": stage.county.notices.pk,
        "slug": "by-api",
        "title": "没有人签过",
        "recursive": True,
        "keep_live": True,
        "alias": True,
        "locale": "zh-hans",
        "revision_id": page.revisions.order_by("pk").values_list("pk", flat=True).first(),
    }


@pytest.mark.defends("the admin's own API, by somebody without a right", by="signer")
def test_a_reviewer_gets_a_refusal(stage: Stage) -> None:
    browser, sent = browser_of(stage.people["reviewer"]), json.dumps(_strongest(stage, stage.live_page))
    for action in sorted(LOOKED_AT):
        address = f"/admin/api/main/pages/{stage.live_page.pk}/action/{action}/"
        response = browser.post(address, sent, content_type="application/json")
        assert response.status_code in (302, 403, 404), action
