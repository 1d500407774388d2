"""L3: whatever bites names its rule, plugin, version and article."""

from typing import Any

import pytest
from guanwei.audit import clock
from guanwei.organisations.models import Appointment
from guanwei.organisations.services import end_appointment
from guanwei.publishing.services import foresee, submit
from guanwei.registry import catalogue
from guanwei.testing.acts import submitted, try_to_sign
from guanwei.testing.scenes import County, write_article

pytestmark = pytest.mark.law("L3")


def declared() -> list[Any]:
    whole = catalogue()
    steps = [step for route in whole.routes for step in route.steps]
    boxes = [box for step in steps for box in step.checklist]
    return [*whole.roles, *whole.categories, *whole.fields, *whole.routes, *steps, *boxes, *whole.linkages]


def test_every_declared_element_cites_an_article() -> None:
    elements = declared()
    assert len(elements) > 20
    assert [each.id for each in elements if not each.cites] == []
    assert all(cite.document and cite.article for each in elements for cite in each.cites)


@pytest.mark.django_db
def test_a_missing_fact_a_vacant_post_and_a_wrong_signer_cite_theirs(county: County) -> None:
    people = county.water.people
    article = write_article(county, county.water, people["editor"], category="")
    _none, missing = submit(article, people["editor"])
    submission = submitted(write_article(county, county.water, people["editor"]), people["editor"])
    wrong = try_to_sign(submission, people["publisher"])
    held = Appointment.objects.get(role="county.reviewer")
    end_appointment(held, clock.today().replace(year=2025), by=None, reason="调离")
    vacant = foresee(article).refusals
    for refusals in (missing, wrong, vacant):
        assert refusals
        assert all(each.cites and each.plugin == "county" and each.version and each.rule for each in refusals)


@pytest.mark.django_db
def test_the_record_of_a_submission_keeps_rule_version_article_and_trace(county: County) -> None:
    editor = county.water.people["editor"]
    submission = submitted(write_article(county, county.water, editor), editor)
    assert (submission.plugin, submission.route) == ("county", "county.written")
    assert submission.plugin_version
    assert submission.cites[0]["article"]
    assert submission.trace
    for step in submission.steps.all():
        assert step.cites
        assert (step.plugin, step.rule, step.plugin_version) == (
            "county",
            "county.written",
            submission.plugin_version,
        )
