"""L8: a route gives its reason, and a refusal says who can do what next."""

import pytest
from guanwei.audit import clock
from guanwei.organisations.models import Appointment
from guanwei.organisations.services import end_appointment
from guanwei.publishing.services import foresee
from guanwei.testing.acts import submitted, try_to_sign
from guanwei.testing.scenes import County, write_article

pytestmark = [pytest.mark.law("L8"), pytest.mark.django_db]


def test_the_chosen_route_says_which_rule_chose_it_and_what_each_rule_answered(county: County) -> None:
    editor = county.water.people["editor"]
    decision = foresee(write_article(county, county.water, editor), editor).decision
    assert decision.route is not None
    assert [cite.article for cite in decision.route.cites]
    said = {entry.rule: entry.verdict for entry in decision.trace}
    assert said["county.written"] != said["county.structure"]
    assert all(said.values())
    assert [cite.article for cite in decision.order_cites] == ["第二十四条"]


def test_each_step_is_foreseen_with_the_people_who_could_sign_it(county: County) -> None:
    editor = county.water.people["editor"]
    steps = foresee(write_article(county, county.water, editor), editor).steps
    people = county.water.people
    assert [[seat.person for seat in each.seats] for each in steps] == [
        [people["reviewer"]],
        [people["leader"]],
        [people["publisher"]],
    ]


def test_a_vacant_post_says_where_it_is_and_who_can_fill_it(county: County) -> None:
    editor = county.water.people["editor"]
    article = write_article(county, county.water, editor)
    held = Appointment.objects.get(role="county.reviewer")
    end_appointment(held, clock.today().replace(year=2025), by=None, reason="调离")
    (refusal,) = foresee(article, editor).refusals
    assert county.water.section.name in refusal.sentence
    assert "审核人员" in refusal.sentence
    assert "请管理员任命" in refusal.sentence


def test_a_signature_out_of_turn_says_whose_turn_it_is(county: County) -> None:
    people = county.water.people
    waiting = submitted(write_article(county, county.water, people["editor"]), people["editor"])
    (refusal,) = try_to_sign(waiting, people["publisher"])
    assert people["reviewer"].display_name in refusal.sentence
