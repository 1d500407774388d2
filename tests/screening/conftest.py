"""The county's water bureau with a book of checks; its people, and the forestry bureau that an item may concern."""

from collections.abc import Callable, Iterator

import pytest
from guanwei import registry
from guanwei.organisations.models import Person
from guanwei.organisations.services import switch_on
from guanwei.publishing.models import Post
from guanwei.publishing.services import save_draft
from guanwei.testing.acts import no_refusals
from guanwei.testing.scenes import County, add_person, put_in_post, write_post

BOOK = "asking"
Say = Callable[..., Post]


@pytest.fixture
def _rules() -> Iterator[None]:
    before = registry.configuration()
    registry.configure("inline", extra={BOOK: "dummy_plugins.asking"})
    yield
    registry.configure(before.mode, before.time_limit, before.extra)


@pytest.fixture
def people(county: County, _rules: None) -> dict[str, Person]:
    water = county.water
    no_refusals(switch_on(water.unit, BOOK, by=county.people["administrator"], reason="执行发布办法"))
    water.people["jurist"] = add_person("water-jurist", "水利局法制员")
    put_in_post(water.people["jurist"], "asking.jurist", water.section)
    return water.people


@pytest.fixture
def say(county: County, people: dict[str, Person]) -> Say:
    """A post of the bureau that says ``text``; or the same post with another text."""

    def said(text: str, post: Post | None = None) -> Post:
        post = write_post(county.water, people["editor"]) if post is None else draft(post)
        variant = post.variants.first()
        variant.text = text
        post.variants.add(variant)
        save_draft(post, people["editor"])
        return draft(post)

    return said


def draft(post: Post) -> Post:
    """The latest draft, through a fresh row."""
    return Post.objects.get(pk=post.pk).get_latest_revision_as_object()
