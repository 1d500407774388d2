"""API v3: a token ends with its age, disuse, revocation, and with the posts of its person."""

from datetime import timedelta

import pytest
from django.utils import timezone
from guanwei.audit import clock
from guanwei.console.programs.rates import WRITES
from guanwei.console.programs.tokens import IDLE, LIFETIME
from guanwei.testing.scenes import add_person
from routes.programs import PAGES, Program, new_article, said
from routes.stage import Stage
from wagtail.models import APIToken

pytestmark = [pytest.mark.law("L1"), pytest.mark.django_db]


@pytest.mark.defends("API v3: a token whose person holds no post", by="superuser")
def test_a_person_without_a_post_can_do_nothing(stage: Stage) -> None:
    nobody = Program(add_person("visitor", "无职务者", is_superuser=True))
    for method, path in (("GET", "/api/v3/whoami/"), ("GET", PAGES), ("POST", PAGES)):
        response = nobody.send(method, path, new_article(stage))
        assert (response.status_code, "没有任职" in said(response)) == (403, True)


@pytest.mark.defends("API v3: a token revoked, too old, unused, or of somebody who left", by="outsider")
def test_a_token_ends(stage: Stage, editor: Program) -> None:
    token = editor.token
    assert token is not None
    assert editor.get("/api/v3/whoami/").status_code == 200
    with clock.at(timezone.now() + IDLE + timedelta(days=1)):
        assert "没有使用" in said(editor.get("/api/v3/whoami/"))
    APIToken.objects.update(created=timezone.now() - LIFETIME - timedelta(days=1))
    assert editor.get("/api/v3/whoami/").status_code == 401
    APIToken.objects.update(created=timezone.now())
    token.revoke()
    assert "撤销" in said(editor.get("/api/v3/whoami/"))
    APIToken.objects.update(revoked_at=None)
    type(token.user).objects.filter(pk=token.user.pk).update(is_active=False)
    assert editor.get("/api/v3/whoami/").status_code == 401


def test_a_token_is_kept_as_a_digest(editor: Program) -> None:
    kept = "".join(map(str, APIToken.objects.values_list()))
    assert editor.key not in kept


@pytest.mark.defends("API v3: a flood of writes", by="editor")
def test_who_writes_too_often_waits(stage: Stage, editor: Program) -> None:
    path = f"{PAGES}{stage.live_page.pk}/actions/publish/"
    answers = [editor.send("POST", path).status_code for _ in range(WRITES + 1)]
    assert answers[-2:] == [403, 429]
    with clock.at(timezone.now() + timedelta(minutes=2)):
        assert editor.send("POST", path).status_code == 403
