"""The water bureau lives by a book that asks units concerned: 24 hours, a reminder 8 before, the principal 4 before."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone
from guanwei import registry
from guanwei.approvals.models import RouteStep, Submission
from guanwei.organisations.services import switch_on
from guanwei.publishing.models import Post
from guanwei.publishing.services import save_draft
from guanwei.testing.acts import no_refusals
from guanwei.testing.scenes import County, add_person, add_unit, put_in_post, write_post

BOOK = "asking"
BEGIN = timezone.make_aware(datetime(2026, 6, 1, 9, 0))
HOUR = timedelta(hours=1)
FORESTRY = {"unit": "forestry", "name": "清河县林业局"}
ROADS = {"unit": "roads", "name": "清河县公路局"}
ORGAN = {"unit": "", "name": "省水文中心"}


@contextmanager
def asking_rules() -> Iterator[None]:
    """The book is installed inside."""
    before = registry.configuration()
    registry.configure("inline", extra={BOOK: "dummy_plugins.asking"})
    try:
        yield
    finally:
        registry.configure(before.mode, before.time_limit, before.extra)


def staff(county: County) -> dict[str, Any]:
    """Everybody by post: those of the bureau, and who speaks for the two others."""
    water = county.water
    no_refusals(switch_on(water.unit, BOOK, by=county.people["administrator"], reason="执行发布办法"))
    found = {**county.people, **water.people}
    for slug, name in (("forestry", "清河县林业局"), ("roads", "清河县公路局")):
        unit = add_unit(name, slug, "department", county.unit)
        found[slug] = add_person(f"{slug}-speaker", f"{name}负责人")
        put_in_post(found[slug], "asking.speaker", unit)
    for post, name, unit in (
        ("principal", "水利局局长", water.unit),
        ("clerk", "水利局文书", water.section),
        ("keeper", "水利局档案员", water.section),
        ("speaker", "水利局发言人", water.section),
    ):
        found[post] = add_person(f"water-{post}", name)
        put_in_post(found[post], f"asking.{post}", unit)
    return found


def write(county: County, *concerned: dict[str, str], **fields: Any) -> Post:
    """A draft of the bureau that names units concerned."""
    return write_post(county.water, county.water.people["editor"], concerned=list(concerned), **fields)


def say(submission: Submission, by: Any, text: str) -> None:
    """Save the draft with another text."""
    draft = Post.objects.get(pk=submission.object_id).get_latest_revision_as_object()
    variant = draft.variants.first()
    variant.text = text
    draft.variants.add(variant)
    save_draft(draft, by)


def step_of(submission: Submission, name: str) -> RouteStep:
    """The confirmation of a unit, by its code or name."""
    return submission.steps.get(step=f"asking.agree:{name}")
