"""A check that cries wolf only informs, at the unit that found so, and never one that blocks."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

import pytest
from guanwei.api import Refusal
from guanwei.approvals.models import Submission
from guanwei.approvals.subjects import parts_of
from guanwei.audit import clock
from guanwei.organisations.models import Unit
from guanwei.publishing.models import Post, PostVariant
from guanwei.publishing.services import add_post, foresee, give_reason, save_draft, submit
from guanwei.screening.models import Became, Outcome
from guanwei.screening.noise import quiet_rules, uses_of
from guanwei.testing.acts import no_refusals
from guanwei.testing.scenes import Agency, County, add_agency, staff_by_county_book

pytestmark = pytest.mark.django_db
CALL, RULE = "咨询请打值班员手机13900000000。", "county.mobile"
NUMBER, BLOCK = "身份证号 640323199001010018，请核对。", "county.id-number"


def told(agency: Agency, text: str) -> Post:
    variant = PostVariant(account=agency.weibo, text=text, with_link=False)
    fields = {"title": "停水通知", "supplier": agency.section, "manager": agency.section}
    return add_post(agency.people["editor"], [variant], category="county.convenience", **fields)


def severities(agency: Agency, text: str) -> dict[str, str]:
    found = foresee(told(agency, text), agency.people["editor"]).findings
    return {each.finding.check: each.finding.severity.value for each in found}


def hand_in(post: Post, agency: Agency) -> tuple[Submission | None, list[Refusal]]:
    return submit(Post.objects.get(pk=post.pk).get_latest_revision_as_object(), agency.people["editor"])


def decided(unit: Unit, rule: str, dismissed: int, mended: int = 0) -> None:
    for number, became in enumerate([Became.DISMISSED] * dismissed + [Became.MENDED] * mended, 1000):
        values = {"unit": unit, "family": "post", "object_id": number, "finding": f"{rule}:{number}"}
        Outcome.objects.create(rule=rule, became=became, **values)


@contextmanager
def days_later(days: int) -> Iterator[None]:
    with clock.at(clock.now() + timedelta(days=days)):
        yield


def became() -> list[str]:
    return [each.became for each in Outcome.objects.order_by("pk")]


def test_a_look_that_is_nearly_always_dismissed_only_informs(county: County) -> None:
    water = county.water
    assert severities(water, CALL) == {RULE: "look"}
    decided(water.section, RULE, dismissed=20)
    assert severities(water, CALL) == {RULE: "info"}
    submission, refusals = hand_in(told(water, CALL), water)
    no_refusals(refusals)
    assert submission is not None
    assert [(each["check"], each["severity"]) for each in submission.findings] == [(RULE, "info")]


def test_a_block_with_the_same_figures_still_blocks(county: County) -> None:
    decided(county.water.section, BLOCK, dismissed=200)
    assert severities(county.water, NUMBER) == {BLOCK: "block"}
    submission, refusals = hand_in(told(county.water, NUMBER), county.water)
    assert (submission, [each.rule for each in refusals]) == (None, [BLOCK])


def test_before_twenty_are_decided_nothing_changes(county: County) -> None:
    decided(county.water.section, RULE, dismissed=19)
    assert severities(county.water, CALL) == {RULE: "look"}
    assert uses_of([county.water.section])[0].precision is None


@pytest.mark.parametrize(("dismissed", "mended", "severity"), [(16, 4, "look"), (17, 3, "info")])
def test_one_in_five_that_was_worth_mending_is_enough(
    county: County, dismissed: int, mended: int, severity: str
) -> None:
    decided(county.water.section, RULE, dismissed, mended)
    assert severities(county.water, CALL) == {RULE: severity}


def test_what_was_only_shown_decides_nothing(county: County) -> None:
    for number in range(50):
        values = {"family": "post", "object_id": number, "finding": "f", "became": Became.SHOWN}
        Outcome.objects.create(unit=county.water.section, rule=RULE, **values)
    assert quiet_rules([county.water.section]) == frozenset()


def test_at_another_unit_nothing_changes(county: County) -> None:
    forestry = add_agency(county.unit, "清河县林业局", "forestry")
    staff_by_county_book(forestry)
    decided(forestry.section, RULE, dismissed=40)
    assert severities(forestry, CALL) == {RULE: "info"}
    assert severities(county.water, CALL) == {RULE: "look"}


def test_another_rule_of_the_unit_is_not_touched(county: County) -> None:
    decided(county.water.section, "county.too-long", dismissed=40)
    assert severities(county.water, CALL) == {RULE: "look"}


def test_a_dismissal_counts_for_ninety_days(county: County) -> None:
    decided(county.water.section, RULE, dismissed=20)
    with days_later(89):
        assert quiet_rules([county.water.section]) == {RULE}
    with days_later(91):
        assert quiet_rules([county.water.section]) == frozenset()
        assert severities(county.water, CALL) == {RULE: "look"}


def test_what_stops_a_submission_is_written_once_and_what_is_mended_too(county: County) -> None:
    water = county.water
    post = told(water, CALL)
    for _twice in range(2):
        assert hand_in(post, water)[0] is None
        assert became() == ["shown"]
    variant = post.variants.first()
    variant.text = "咨询请打办公室电话。"
    post.variants.add(variant)
    save_draft(post, water.people["editor"])
    no_refusals(hand_in(post, water)[1])
    assert became() == ["shown", "mended"]
    (use,) = uses_of([water.section])
    assert (use.rule, use.shown, use.mended, use.dismissed) == (RULE, 1, 1, 0)


def test_what_somebody_explains_is_dismissed_and_not_mended(county: County) -> None:
    water = county.water
    post = told(water, CALL)
    refusals = hand_in(post, water)[1]
    assert [each.rule for each in refusals] == [RULE]
    (found,) = foresee(post, water.people["editor"]).findings
    by, parts = water.people["editor"], parts_of(post)
    assert give_reason(post, found.finding.key, by, " ", parts)
    assert became() == ["shown"]
    no_refusals(give_reason(post, found.finding.key, by, "对外公布的值班手机", parts))
    no_refusals(hand_in(post, water)[1])
    assert became() == ["shown", "dismissed"]


def test_reasons_given_on_many_posts_quieten_the_rule(county: County) -> None:
    water = county.water
    by = water.people["editor"]
    for number in range(20):
        post = told(water, f"值班电话139{number:08d}。")
        (found,) = foresee(post, by).findings
        no_refusals(give_reason(post, found.finding.key, by, "对外公布的值班手机", parts_of(post)))
    assert severities(water, CALL) == {RULE: "info"}


def test_information_is_not_counted(county: County) -> None:
    decided(county.water.section, RULE, dismissed=20)
    before = Outcome.objects.count()
    no_refusals(hand_in(told(county.water, CALL), county.water)[1])
    assert Outcome.objects.count() == before
