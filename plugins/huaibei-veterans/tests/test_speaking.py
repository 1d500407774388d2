"""第十一条、第十四条: who speaks, whose word is needed first, who decides when it doesn't come, what comes first."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from console.editor.conftest import filled_in
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from guanwei.approvals.models import SignOff, Submission
from guanwei.audit import clock
from guanwei.organisations.services import switch_on
from guanwei.publishing.models import Post
from guanwei.publishing.services import release, save_draft, submit
from guanwei.testing.acts import no_refusals, signed, submitted, try_to_sign
from guanwei.testing.scenes import (
    Agency,
    County,
    add_agency,
    add_person,
    put_in_post,
    staff_by_county_book,
    write_post,
)

BOOK = "huaibei-veterans"
WATER = {"unit": "water", "name": "清河县水利局"}
BEGIN = timezone.make_aware(datetime(2026, 6, 1, 9, 0))
HOUR = timedelta(hours=1)
Written = Callable[..., Post]


@pytest.fixture
def bureau(county: County) -> Agency:
    """清河县退役军人事务局, which lives by the book and signs by the county's chain."""
    made = add_agency(county.unit, "清河县退役军人事务局", "veterans")
    no_refusals(switch_on(made.unit, BOOK, by=county.people["administrator"], reason="执行回应制度"))
    staff_by_county_book(made)
    made.people["principal"] = add_person("veterans-principal", "局主要领导")
    put_in_post(made.people["principal"], f"{BOOK}.principal-leader", made.unit)
    return made


@pytest.fixture
def written(bureau: Agency) -> Written:
    """A response by the section that handles it."""

    def make(**fields: Any) -> Post:
        stated = {
            "title": "优抚金发放情况回应",
            "category": "county.clarification",
            "extra": {f"{BOOK}.competent": bureau.section.name},
        }
        return write_post(bureau, bureau.people["editor"], **(stated | fields))

    return make


@pytest.mark.clause("HBV-11.3")
@pytest.mark.parametrize("fields", [{}, {"kind": "reply", "category": "county.publicity"}])
def test_a_section_that_neither_is_competent_nor_handles_it_does_not_respond(
    bureau: Agency, written: Written, fields: dict[str, str]
) -> None:
    editor = bureau.people["editor"]
    _none, refusals = submit(written(extra={f"{BOOK}.competent": "拥军优抚科"}, **fields), editor)
    assert [each.rule for each in refusals] == [f"{BOOK}.speaker"]
    assert "第十一条" in str(refusals[0])
    handled = {f"{BOOK}.competent": "拥军优抚科", f"{BOOK}.handling": bureau.section.name}
    assert submitted(written(extra=handled, **fields), editor)


def test_who_is_competent_must_be_said_of_a_response_and_of_nothing_else(
    bureau: Agency, written: Written
) -> None:
    refusals = submit(written(extra={}), bureau.people["editor"])[1]
    assert f"{BOOK}.competent" in [each.rule for each in refusals]
    assert submitted(written(extra={}, category="county.publicity"), bureau.people["editor"])


@pytest.fixture
def asked(bureau: Agency, written: Written) -> Submission:
    """A response that concerns the water bureau, which is asked from ``BEGIN`` on."""
    with clock.at(BEGIN):
        return signed(
            submitted(written(concerned=[WATER]), bureau.people["editor"]), bureau.people["reviewer"]
        )


def refused(submission: Submission, bureau: Agency) -> bool:
    """Neither the last signature nor the release is to be had."""
    signature = try_to_sign(submission, bureau.people["leader"], at="county.sign")
    return bool(signature) and bool(release(submission.pk, bureau.people["publisher"])[1])


@pytest.mark.clause("HBV-11.4")
def test_an_organs_word_is_for_the_text_that_it_saw(
    county: County, bureau: Agency, asked: Submission
) -> None:
    organ, step = county.water.people["leader"], asked.steps.get(confirms=True)
    assert (step.plugin, step.cites[0]["article"]) == (BOOK, "第十一条")
    with clock.at(BEGIN + HOUR):
        assert refused(asked, bureau)
        signed(asked, organ)
        draft = Post.objects.get(pk=asked.object_id).get_latest_revision_as_object()
        variant = draft.variants.first()
        variant.text = "优抚金已于六月一日发放。"
        draft.variants.add(variant)
        save_draft(draft, bureau.people["editor"])
        signed(asked, bureau.people["reviewer"])
        assert refused(asked, bureau)
        assert signed(asked, organ, bureau.people["leader"]).state == "permitted"


@pytest.mark.clause("HBV-11.4")
def test_four_hours_before_the_day_is_over_the_principal_leader_decides_and_nothing_else_lets_it_go(
    bureau: Agency, asked: Submission
) -> None:
    principal = bureau.people["principal"]
    with clock.at(BEGIN + 20 * HOUR - HOUR / 60):
        assert try_to_sign(asked, principal, opinion="先行回应")
    with clock.at(BEGIN + 500 * HOUR):
        assert refused(asked, bureau)
    with clock.at(BEGIN + 20 * HOUR):
        no_refusals(try_to_sign(asked, principal, opinion="先行回应，细节待水利局补充"))
        decision = SignOff.objects.get(person=principal)
        assert (decision.late, decision.opinion) == (True, "先行回应，细节待水利局补充")
        assert signed(asked, bureau.people["leader"]).state == "permitted"


@pytest.mark.clause("HBV-14.2")
def test_of_three_items_the_one_marked_comes_first_in_the_reviewers_queue(
    bureau: Agency, written: Written, client: Client
) -> None:
    editor, posts = bureau.people["editor"], [written(title=f"{number}号稿") for number in (1, 2, 3)]
    client.force_login(editor)
    address = reverse(posts[1].snippet_viewset.get_url_name("edit"), args=[posts[1].pk])
    client.post(address, {**filled_in(client.get(address)), "priority": "on"})
    for each in posts:
        submitted(each, editor)
    client.force_login(bureau.people["reviewer"])
    rows = client.get(reverse("review:queue")).context["rows"]
    assert [each.title for each in rows] == ["2号稿", "1号稿", "3号稿"]
