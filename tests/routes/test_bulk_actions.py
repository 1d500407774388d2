"""Every bulk action that is registered, by a superuser who holds every post, over drafts and public content."""

import pytest
from django.urls import reverse
from guanwei.portal.models import Arrangement
from guanwei.publishing.models import ArticlePage
from routes.stage import Stage, browser_of
from routes.sweeping import Sweep, together
from wagtail.admin.views.bulk_action.registry import bulk_action_registry

pytestmark = [pytest.mark.law("L1"), pytest.mark.django_db]
# By model: what each does here.
LOOKED_AT = {
    "wagtailcore.page": {"delete", "move", "publish", "unpublish"},
    "publishing.post": {"delete"},
    "publishing.picture": {"add_tags", "add_to_collection", "delete"},
    "publishing.attachment": {"add_tags", "add_to_collection", "delete"},
    "portal.arrangement": {"delete"},
    "organisations.person": {"assign_role", "delete", "set_active_state"},
}


def registered() -> dict[str, set[str]]:
    bulk_action_registry._scan_for_bulk_actions()
    return {
        f"{app}.{model}": set(actions)
        for app, models in bulk_action_registry.actions.items()
        for model, actions in models.items()
    }


def test_every_bulk_action_was_looked_at() -> None:
    assert registered() == LOOKED_AT


@pytest.mark.parametrize("model", sorted(LOOKED_AT))
@pytest.mark.defends("each bulk action", by="superuser")
def test_no_bulk_action_puts_anything_before_the_public(stage: Stage, hushed: None, model: str) -> None:
    app, _dot, name = model.partition(".")
    keys = {
        "wagtailcore.page": [each.pk for each in stage.governed if hasattr(each, "url_path")],
        "publishing.post": [stage.draft_post.pk, stage.live_post.pk],
        "publishing.picture": [stage.picture.pk],
        "publishing.attachment": [stage.attachment.pk],
        "portal.arrangement": list(Arrangement.objects.values_list("pk", flat=True)),
        "organisations.person": [stage.people["editor"].pk],
    }[model]
    sweep = Sweep(stage, browser_of(stage.people["root"]))
    for action in sorted(LOOKED_AT[model]):
        path = reverse("wagtail_bulk_action", args=[app, name, action])
        asking = ["?" + "&".join(f"id={each}" for each in keys), *(f"?id={each}" for each in keys)]
        outcome = together(sweep.address(path, each) for each in asking)
        assert outcome.lawless == [], (action, outcome)
        assert not outcome.changes or (action == "unpublish" and outcome.took_down), (action, outcome)
        assert 500 not in outcome.statuses, (action, outcome)


@pytest.mark.defends("bulk publishing of a column with all that is below it", by="superuser")
def test_publishing_a_column_with_its_descendants_publishes_no_draft(stage: Stage) -> None:
    path = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    browser_of(stage.people["root"]).post(f"{path}?id={stage.county.news.pk}", {"include_descendants": "on"})
    assert list(ArticlePage.objects.filter(live=True)) == [stage.live_page]
