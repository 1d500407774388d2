"""三、5: what carries a mark of classification isn't even stored. 三、1: every item is looked at for secrets."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from guanwei.approvals.gate import GateRefused
from guanwei.organisations.models import Person
from guanwei.publishing.models import ArticlePage
from guanwei.publishing.services import release, submit
from guanwei.testing.acts import signed, submitted, try_to_sign
from wagtail.models import Revision

Police = Any
MARKED = [("paragraph", "<p>秘密★5年</p><p>部署要点。</p>")]


def stored() -> tuple[int, int]:
    return ArticlePage.objects.count(), Revision.objects.count()


def kept_or_said(write: Callable[[], object]) -> str:
    """Why it was refused; empty where it was stored. In a savepoint, as a request is."""
    try:
        with transaction.atomic():
            write()
    except GateRefused as refused:
        return str(refused)
    return ""


@pytest.mark.clause("AKP-3.5.1")
@pytest.mark.parametrize("mark", ["秘密★5年", "机密★长期", "绝密★"])
def test_a_marked_text_is_refused_at_entry_and_nothing_of_it_is_kept(police: Police, mark: str) -> None:
    before = stored()
    said = kept_or_said(
        lambda: police.draft("部门动态", "交警", body=[("paragraph", f"<p>{mark}</p><p>部署要点。</p>")])
    )
    assert "没有保存" in said
    assert stored() == before


@pytest.mark.clause("AKP-3.5.1")
def test_an_edit_that_brings_a_mark_in_is_refused_for_a_superuser_too(police: Police) -> None:
    article = police.draft("部门动态", "交警")
    before = stored()
    article.body = MARKED
    handler = police.people["handler", "交警"].pk
    Person.objects.filter(pk=handler).update(is_superuser=True)
    assert kept_or_said(lambda: article.save_revision(user=Person.objects.get(pk=handler)))
    assert stored() == before


def test_the_editor_keeps_the_typed_text_on_the_screen_and_stores_nothing(
    client: Client, police: Police
) -> None:
    article = police.draft("部门动态", "交警")
    before = stored()
    client.force_login(police.people["handler", "交警"])
    address = f"/admin/pages/{article.pk}/edit/"
    form = form_of(client.get(address))
    answer = client.post(address, form | {"title": "秘密★5年 部署", "body-count": "0"})
    assert "系统不收" in answer.content.decode()
    assert "秘密★5年 部署" in answer.content.decode()
    assert stored() == before


def form_of(answer: Any) -> dict[str, Any]:
    """What the browser would send back untouched."""
    from wagtail.test.utils.form_data import querydict_from_html

    return dict(querydict_from_html(answer.content.decode(), form_id="page-edit-form").items())


@pytest.mark.clause("AKP-3.5.3")
def test_a_superuser_publishes_nothing_that_was_classified_and_isnt_declassified(police: Police) -> None:
    extra = {"ankang-police.from-classified": True, "ankang-police.declassification": undecided(police)}
    article = police.draft("部门动态", "交警", extra=extra)
    handler = police.people["handler", "交警"]
    Person.objects.filter(pk=handler.pk).update(is_superuser=True)
    submission, refusals = submit(article, Person.objects.get(pk=handler.pk))
    assert submission is None
    assert "ankang-police.not-open-yet" in [each.rule for each in refusals]


def undecided(police: Police) -> int:
    from guanwei_ankang_police.models import DeclassificationCase

    need = {"subject": "道路限行调整", "public_need": "限行涉及全体市民出行。"}
    return DeclassificationCase.objects.create(organisation=police.unit, **need).pk


@pytest.mark.clause("AKP-3.1.1")
def test_without_the_look_for_secrets_nothing_is_signed_nor_put_online(police: Police) -> None:
    people = police.people
    submission = submitted(police.draft("部门动态", "交警"), people["handler", "交警"])
    step = submission.steps.get(step="ankang-police.head")
    ticked = {each["id"]: each["id"] != "ankang-police.no-secrets" for each in step.checklist}
    refusals = try_to_sign(submission, people["head", "交警"], checklist=ticked)
    assert refusals
    assert "保密检查" in str(refusals[0])
    assert release(submission.pk, people["handler", "交警"])[0] is None


def test_with_the_look_it_goes_on(police: Police) -> None:
    people = police.people
    submission = submitted(police.draft("部门动态", "交警"), people["handler", "交警"])
    assert signed(submission, people["head", "交警"]).sign_offs.count() == 1
