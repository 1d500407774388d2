"""API v3: a person's program writes drafts, under that person's name and with all that follows from it."""

import pytest
from guanwei.approvals.models import Contribution, SubmissionState
from guanwei.approvals.subjects import row_of
from guanwei.publishing.models import ArticlePage, Post
from guanwei.testing.acts import submitted, try_to_sign
from routes.programs import PAGES, POSTS, Program, new_article
from routes.stage import Stage
from routes.watching import Public

pytestmark = [pytest.mark.law("L1"), pytest.mark.django_db]


def test_an_editors_program_writes_a_draft_with_its_posts(stage: Stage, editor: Program) -> None:
    response = editor.send("POST", PAGES, new_article(stage))
    assert response.status_code == 201, response.content.decode()
    made = ArticlePage.objects.get(title="由外部编辑器写的稿件")
    assert not made.live
    assert (made.slug.isascii(), made.supplier) == (True, stage.county.water.section)
    assert made.get_latest_revision_as_object().variants.get().text == "微博内容"
    assert made.get_latest_revision().user == stage.people["editor"]
    parts = Contribution.objects.filter(family="page", object_id=made.pk, person=stage.people["editor"])
    assert {each.part for each in parts} >= {"facts", "page"}


def test_an_editors_program_writes_and_changes_a_post(stage: Stage, editor: Program) -> None:
    section, weibo = stage.county.water.section.pk, stage.county.water.weibo.pk
    sent = {"title": "短讯", "supplier_id": section, "manager_id": section, "category": "county.convenience"}
    response = editor.send("POST", POSTS, {**sent, "variants": [{"account_id": weibo, "text": "甲"}]})
    assert response.status_code == 201, response.content.decode()
    post = Post.objects.get(title="短讯")
    response = editor.send("PATCH", f"{POSTS}{post.pk}/", {"title": "改过的短讯"})
    assert response.status_code == 200, response.content.decode()
    draft = row_of("post", post.pk).get_latest_revision_as_object()
    assert (draft.title, draft.variants.get().text, draft.live) == ("改过的短讯", "甲", False)


def test_a_change_of_one_field_leaves_the_others(stage: Stage, editor: Program) -> None:
    before = row_of("page", stage.draft_page.pk).get_latest_revision_as_object()
    response = editor.send("PATCH", f"{PAGES}{stage.draft_page.pk}/", {"summary": "新的要点"})
    assert response.status_code == 200, response.content.decode()
    after = row_of("page", stage.draft_page.pk).get_latest_revision_as_object()
    assert (after.summary, after.title, after.category) == ("新的要点", before.title, before.category)
    assert after.variants.get().text == before.variants.get().text


@pytest.mark.defends("API v3: a draft written beside what is public", by="editor")
def test_writing_on_a_public_page_changes_its_draft_alone(stage: Stage, editor: Program) -> None:
    before = Public.now(stage)
    for path in (f"{PAGES}{stage.live_page.pk}/", f"{POSTS}{stage.live_post.pk}/"):
        response = editor.send("PATCH", path, {"title": "只是草稿"})
        assert response.status_code == 200, response.content.decode()
    assert row_of("page", stage.live_page.pk).get_latest_revision_as_object().title == "只是草稿"
    assert before.changes(Public.now(stage)) == []


@pytest.mark.defends("API v3: an edit under signatures", by="editor")
def test_writing_voids_signatures_as_the_editor_does(stage: Stage, editor: Program) -> None:
    submission, people = stage.waiting, stage.people
    assert try_to_sign(submission, people["reviewer"]) == []
    response = editor.send("PATCH", f"{PAGES}{submission.object_id}/", {"summary": "签过以后改的"})
    assert response.status_code == 200, response.content.decode()
    submission.refresh_from_db()
    assert (submission.position, submission.state) == (0, SubmissionState.OPEN)


@pytest.mark.defends("API v3: writing, then reviewing what one wrote", by="signer")
def test_who_wrote_by_a_program_does_not_review(stage: Stage) -> None:
    root = stage.people["root"]
    response = Program(root).send("PATCH", f"{PAGES}{stage.draft_page.pk}/", {"summary": "一个字"})
    assert response.status_code == 200, response.content.decode()
    submission = submitted(row_of("page", stage.draft_page.pk), stage.people["editor"])
    refusals = try_to_sign(submission, root)
    assert refusals
