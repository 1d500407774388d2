"""API v3: what would change what the public sees is refused, in a sentence that says who can do what instead."""

import pytest
from guanwei.publishing.models import ArticlePage
from routes.programs import PAGES, Program, new_article, said
from routes.stage import UNSIGNED, Stage
from routes.watching import Public, tried, unpermitted

pytestmark = [pytest.mark.law("L1"), pytest.mark.django_db]


ATTEMPTS = [
    ("POST", "pages/{page}/actions/publish/", {}),
    ("POST", "pages/{live}/actions/publish/", {}),
    ("POST", "snippets/publishing.Post/{post}/actions/publish/", {}),
    ("PATCH", "pages/{page}/", {"meta": {"action": "publish"}}),
    ("PATCH", "pages/{live}/", {"title": UNSIGNED, "meta": {"action": "publish"}}),
    ("PATCH", "snippets/publishing.Post/{post}/", {"title": UNSIGNED, "meta": {"action": "publish"}}),
    ("POST", "pages/{live}/actions/copy/", {"keep_live": True, "title": UNSIGNED}),
    ("POST", "pages/{live}/actions/create_alias/", {}),
    ("POST", "pages/{live}/actions/unpublish/", {}),
    ("POST", "snippets/publishing.Post/{livepost}/actions/unpublish/", {}),
    ("POST", "pages/{live}/actions/revert/", {"revision_id": 1}),
    ("DELETE", "pages/{live}/", {}),
    ("DELETE", "snippets/publishing.Post/{livepost}/", {}),
    ("PATCH", "images/{image}/", {"title": UNSIGNED}),
    ("DELETE", "documents/{document}/", {}),
    ("PUT", "sites/1/", {"hostname": "x.test", "port": 80, "root_page_id": 1}),
]


@pytest.mark.defends("API v3: publish, copy, alias, unpublish, revert, delete, files, sites", by="superuser")
def test_what_would_change_the_public_is_refused_in_a_sentence(stage: Stage) -> None:
    before, strongest = Public.now(stage), Program(stage.people["root"])
    gaps = {
        "page": stage.draft_page.pk,
        "live": stage.live_page.pk,
        "post": stage.draft_post.pk,
        "livepost": stage.live_post.pk,
        "image": stage.picture.pk,
        "document": stage.attachment.pk,
    }
    for method, path, body in ATTEMPTS:
        with tried() as written:
            response = strongest.send(method, "/api/v3/" + path.format(**gaps), body)
            assert (response.status_code, said(response)[-1:]) == (403, "。"), (
                path,
                response.content.decode(),
            )
            after = Public.after(stage, before, written)
            assert (before.changes(after), unpermitted()) == ([], []), path


@pytest.mark.defends("API v3: created and published at once", by="superuser")
def test_a_page_published_as_it_is_made_leaves_nothing(stage: Stage) -> None:
    sent = new_article(stage)
    sent["meta"]["action"] = "publish"
    response = Program(stage.people["root"]).send("POST", PAGES, sent)
    assert (response.status_code, "发布人员" in said(response)) == (403, True)
    assert not ArticlePage.objects.filter(title="由外部编辑器写的稿件").exists()
