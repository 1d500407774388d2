"""A storm over the water bureau: people on duty, an item that can't wait, and how it goes out."""

from datetime import datetime
from typing import Any

from guanwei.api import Refusal
from guanwei.approvals.models import SecondReview, SecondReviewStep, Submission
from guanwei.approvals.services.emergency_calls import Call, sign_by_telephone
from guanwei.approvals.services.emergency_findings import find
from guanwei.audit import clock
from guanwei.organisations.models import Person
from guanwei.organisations.services import appoint, switch_on
from guanwei.testing.acts import no_refusals, released, submitted
from guanwei.testing.scenes import LONG_AGO, County, add_person, put_in_post, write_article

NUMBER = "13900012345"


def on_duty(county: County) -> dict[str, Person]:
    """The water bureau's people, those on duty, and the county's; the emergency book is in force."""
    water = county.water
    people = {**county.people, **water.people}
    people["duty"] = add_person("water-duty", "清河县水利局值班领导")
    people["officer"] = add_person("water-officer", "清河县水利局值班员")
    put_in_post(people["duty"], "storm.duty-leader", water.unit)
    put_in_post(people["officer"], "storm.duty-officer", water.section)
    no_refusals(switch_on(water.unit, "storm", by=people["administrator"], reason="入汛"))
    return people


def overseers(county: County) -> tuple[Person, Person]:
    """Two duty leaders of the water bureau: one oversees floods, the other landslides."""
    found = []
    for subject, name in (("storm.flood", "分管洪水的值班领导"), ("storm.landslide", "分管滑坡的值班领导")):
        person = add_person(subject.replace(".", "-"), name)
        _made, refusals = appoint(
            person,
            "storm.duty-leader",
            county.water.unit,
            LONG_AGO,
            by=None,
            subjects=[subject],
            basis="分工通知",
        )
        no_refusals(refusals)
        found.append(person)
    return found[0], found[1]


def alarm(county: County, people: dict[str, Person], **fields: Any) -> Submission:
    """An emergency article with a post, submitted by the editor."""
    stated = {"urgency": "emergency", "variants": True, **fields}
    return submitted(write_article(county, county.water, people["editor"], **stated), people["editor"])


def telephoned(
    submission: Submission,
    recorder: Person,
    consenter: Person,
    when: datetime | None = None,
    **changes: Any,
) -> list[Refusal]:
    """Record that ``consenter`` said yes to everything just now."""
    now = Submission.objects.get(pk=submission.pk)
    step = now.steps.get(position=0)
    said: dict[str, Any] = {
        "consented_at": when or clock.now(),
        "number": NUMBER,
        "read_out": frozenset(now.parts),
        **changes,
    }
    seen = said.pop("seen", now.parts)
    return sign_by_telephone(now.pk, step.pk, recorder, seen, Call(consenter, **said))


def went_out(county: County, people: dict[str, Person], **fields: Any) -> SecondReview:
    """Signed on the telephone and released; the second review that this opened."""
    submission = alarm(county, people, **fields)
    no_refusals(telephoned(submission, people["officer"], people["duty"]))
    released(Submission.objects.get(pk=submission.pk), people["publisher"])
    return SecondReview.objects.get(submission=submission)


def found(
    review: SecondReview, by: Person, approved: bool = True, opinion: str = "", **more: Any
) -> list[Refusal]:
    """Sign whichever open step of the review is ``by``'s, or the first open one."""
    steps = SecondReviewStep.objects.filter(review=review, done=False)
    step = steps.filter(person=by).first() or steps.filter(person=None).first() or review.steps.first()
    assert step is not None
    return find(step.pk, by, more.pop("seen", review.permit.parts), approved, opinion)
