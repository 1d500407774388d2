"""Two departments beside the water bureau, each with the leader who speaks for it."""

from guanwei.approvals.models import Submission
from guanwei.organisations.models import Person
from guanwei.publishing.models import Post
from guanwei.publishing.services import save_draft
from guanwei.testing.scenes import County, add_person, add_unit, put_in_post

FORESTRY = {"unit": "forestry", "name": "清河县林业局"}
ROADS = {"unit": "roads", "name": "清河县公路局"}


def departments(county: County) -> dict[str, Person]:
    """Their leaders by the department's code, beside the bureau's own people."""
    found = dict(county.water.people)
    for each in (FORESTRY, ROADS):
        unit = add_unit(each["name"], each["unit"], "department", county.unit)
        found[each["unit"]] = add_person(f"{each['unit']}-leader", f"{each['name']}分管领导")
        put_in_post(found[each["unit"]], "county.leader-in-charge", unit)
    return found


def say(subject: Submission | Post, by: Person, text: str) -> Post:
    """The post with another text, as its latest draft."""
    pk = subject.object_id if isinstance(subject, Submission) else subject.pk
    draft: Post = Post.objects.get(pk=pk).get_latest_revision_as_object()
    variant = draft.variants.first()
    variant.text = text
    draft.variants.add(variant)
    save_draft(draft, by)
    return draft
