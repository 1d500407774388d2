"""API v3: who reads what. Drafts are their writers' own; strangers meet what the portal shows."""

import pytest
from guanwei.approvals.subjects import row_of
from guanwei.testing.scenes import add_agency, staff_by_county_book
from routes.programs import PAGES, POSTS, Program, new_article, said
from routes.stage import UNSIGNED, Stage

pytestmark = [pytest.mark.law("L1"), pytest.mark.django_db]


@pytest.mark.defends("API v3: reading without a token", by="outsider")
def test_strangers_read_what_is_public_and_no_more(stage: Stage, stranger: Program) -> None:
    listed = stranger.get(PAGES)
    assert listed.status_code == 200
    shown = listed.content.decode() + stranger.get(f"{PAGES}{stage.live_page.pk}/").content.decode()
    assert "汛期安全提示" in shown
    assert not [
        each for each in (UNSIGNED, "页面草稿", "在审的页面", "supplier", "variants") if each in shown
    ]
    assert stranger.get(f"{PAGES}{stage.draft_page.pk}/").status_code == 404
    draft = stranger.get(f"{PAGES}{stage.live_page.pk}/?version=draft")
    assert UNSIGNED not in draft.content.decode()


@pytest.mark.defends("API v3: files, posts, schemas and filters without a token", by="outsider")
@pytest.mark.parametrize(
    "path",
    ["images/", "documents/", "snippets/publishing.Post/", "schema/", "sites/", "openapi.json", "docs/"],
)
def test_strangers_are_sent_for_a_token(stage: Stage, stranger: Program, path: str) -> None:
    response = stranger.get(f"/api/v3/{path}")
    assert (response.status_code, "令牌" in said(response)) == (401, True)


def test_strangers_do_not_ask_by_fields_that_they_cannot_read(stage: Stage, stranger: Program) -> None:
    for query in ("supplier=1", "permission=x", "search=草稿", "order=urgency"):
        assert stranger.get(f"{PAGES}?type=publishing.ArticlePage&{query}").status_code == 400


@pytest.mark.defends("API v3: a browser's session in place of a token", by="editor")
def test_a_session_opens_nothing(stage: Stage, stranger: Program) -> None:
    stranger.client.force_login(stage.people["root"])
    assert stranger.get(f"{PAGES}{stage.draft_page.pk}/").status_code == 404
    assert stranger.send("POST", PAGES, new_article(stage)).status_code == 401


@pytest.mark.defends("API v3: drafts of another unit", by="signer")
def test_a_reviewers_token_reads_no_drafts_and_writes_nothing(stage: Stage) -> None:
    reviewer = Program(stage.people["reviewer"])
    for method, path in (("GET", f"{POSTS}{stage.draft_post.pk}/"), ("POST", PAGES)):
        response = reviewer.send(method, path, new_article(stage))
        assert (response.status_code, "采编职务" in said(response)) == (403, True)


@pytest.mark.defends("API v3: drafts of another agency", by="editor")
def test_a_writer_elsewhere_neither_reads_nor_changes_our_drafts(stage: Stage) -> None:
    bureau = add_agency(stage.county.unit, "清河县林业局", "forest")
    staff_by_county_book(bureau)
    elsewhere = Program(bureau.people["editor"])
    page, post = f"{PAGES}{stage.draft_page.pk}/", f"{POSTS}{stage.draft_post.pk}/"
    for path in (page, f"{page}?version=draft", f"{page}revisions/", post):
        response = elsewhere.get(path)
        assert response.status_code == 404, path
        assert "草稿" not in response.content.decode()
    for path in (page, post):
        assert elsewhere.send("PATCH", path, {"title": "改了"}).status_code == 403, path
    assert elsewhere.send("POST", PAGES, new_article(stage)).status_code == 422
    assert row_of("page", stage.draft_page.pk).get_latest_revision_as_object().title == "页面草稿"
