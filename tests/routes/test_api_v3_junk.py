"""API v3: junk, huge and hostile requests get one sentence each, and nothing is lost or half-made."""

from typing import Any

import pytest
from guanwei.publishing.models import ArticlePage
from routes.programs import PAGES, Program, new_article, said
from routes.stage import Stage
from routes.watching import Public, tried

pytestmark = [pytest.mark.law("L1"), pytest.mark.django_db]


DEEP = "[" * 50_000 + "]" * 50_000
HOSTILE: list[Any] = [
    "",
    "{",
    "null",
    "[]",
    '"text"',
    "\x00",
    DEEP,
    {"meta": "no"},
    {"meta": {"type": "auth.Group", "parent_id": 1}},
    {"title": {"a": 1}},
    {"title": "x" * 300},
    {"title": "a\x00b"},
    {"summary": "\ud800"},
    {"supplier_id": 10**30},
    {"supplier_id": -1},
    {"body": "text"},
    {"body": [1]},
    {"body": [{"type": "nothing", "value": 1}]},
    {"body": [{"type": "picture", "value": {"picture": 10**20}}]},
    {"body": [{"type": "picture", "value": "x"}]},
    {"body": [{"type": "paragraph", "value": {"format": "no"}}]},
    {"body": [{"value": "x"}]},
    {"variants": [{}]},
    {"variants": [{"account_id": "x", "text": 1}]},
    {"variants": {"a": 1}},
    {"extra": "text"},
    {"extra": {"nothing.known": "x"}},
    {"extra": {"county.activity-end": [1]}},
    {"issued_on": "not a day"},
    {"kind": "no such kind"},
    {"slug": "../../etc"},
    {"live": True, "go_live_at": "2020-01-01T00:00:00Z"},
]


@pytest.mark.defends("API v3: junk, huge and hostile JSON", by="editor")
def test_junk_gets_one_sentence_and_nothing_is_made(stage: Stage, editor: Program) -> None:
    rows, before = ArticlePage.objects.count(), Public.now(stage)
    for body in HOSTILE:
        whole = {**new_article(stage), **body} if isinstance(body, dict) else body
        for method, path, sent in (("POST", PAGES, whole), ("PATCH", f"{PAGES}{stage.draft_page.pk}/", body)):
            with tried():
                response = editor.send(method, path, sent)
                assert response.status_code in (200, 201, 400, 404, 422), (body, response.content.decode())
                assert response.status_code < 400 or said(response).endswith("。"), said(response)
                assert response.status_code == 201 or ArticlePage.objects.count() == rows
    assert before.changes(Public.now(stage)) == []


def test_a_body_beyond_all_measure_is_refused_unread(stage: Stage, editor: Program) -> None:
    response = editor.send("POST", PAGES, new_article(stage, summary="长" * 2_000_000))
    assert (response.status_code, "MB" in said(response)) == (413, True)


@pytest.mark.parametrize(
    "path", ["pages/99999999999999999999999/", "pages/x/", "snippets/auth.User/1/", "nothing/"]
)
def test_addresses_that_lead_nowhere_say_so(stage: Stage, editor: Program, path: str) -> None:
    assert editor.get(f"/api/v3/{path}").status_code in (401, 403, 404, 422)
