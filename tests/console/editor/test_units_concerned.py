"""Whom an item concerns: agencies of the county by their boxes, organs outside the system by their names."""

import pytest
from django.core.exceptions import ValidationError
from guanwei.api import ConcernedFacts
from guanwei.audit import clock
from guanwei.console.editor.forms.concerned import ConcernedField, checked
from guanwei.organisations.models import Person
from guanwei.publishing.content.facts import facts_of
from guanwei.publishing.models import Post
from guanwei.testing.acts import submitted
from guanwei.testing.scenes import County, add_unit
from hypothesis import given
from hypothesis import strategies as st

from .conftest import Enter, edit_url, filled_in

OFFERED = {"forestry": "林业局", "roads": "交通局"}
SAID = [{"unit": "forestry", "name": "清河县林业局"}, {"unit": "", "name": "省水文中心"}]


def stored(post: Post) -> Post:
    return Post.objects.get(pk=post.pk).get_latest_revision_as_object()


def test_boxes_and_typed_names_are_kept_as_one_fact(
    post: Post, people: dict[str, Person], enter: Enter
) -> None:
    client = enter(people["editor"])
    sent = filled_in(client.get(edit_url(post)))
    said = {"concerned_0": ["forestry"], "concerned_1": " 省水文中心 \n\n省水文中心"}
    assert client.post(edit_url(post), sent | said).status_code == 302
    assert stored(post).concerned == SAID
    again = filled_in(client.get(edit_url(post)))
    assert (again["concerned_0"], again["concerned_1"]) == ("forestry", "省水文中心")
    assert facts_of(stored(post), clock.now()).concerned == (
        ConcernedFacts("forestry", "清河县林业局"),
        ConcernedFacts("", "省水文中心"),
    )


def test_ones_own_agency_and_closed_ones_are_not_offered(
    county: County, post: Post, people: dict[str, Person], enter: Enter
) -> None:
    closed = add_unit("清河县盐务局", "salt", "department", county.unit)
    closed.closed_on = clock.today()
    closed.save()
    form = enter(people["editor"]).get(edit_url(post)).content.decode()
    assert "清河县林业局" in form
    assert 'value="salt"' not in form
    assert 'value="water"' not in form


def test_another_unit_concerned_is_another_fact_and_voids_the_submission(
    post: Post, people: dict[str, Person], enter: Enter
) -> None:
    submission = submitted(post, people["editor"])
    client = enter(people["editor"])
    sent = filled_in(client.get(edit_url(post)))
    client.post(edit_url(post), sent | {"concerned_1": "省水文中心"})
    submission.refresh_from_db()
    assert submission.state == "lapsed"


def test_priority_is_offered_where_a_book_asks_for_it_and_counts_nowhere_else(
    post: Post, people: dict[str, Person], enter: Enter
) -> None:
    client = enter(people["editor"])
    form = client.get(edit_url(post))
    assert 'name="priority"' not in form.content.decode()
    client.post(edit_url(post), filled_in(form) | {"priority": "on"})
    assert stored(post).priority is False


@given(
    st.lists(st.sampled_from(sorted(OFFERED)), max_size=4),
    st.lists(st.text(st.characters(codec="utf-8"), max_size=20), max_size=4),
)
def test_the_order_of_ticks_and_lines_makes_no_other_fact(units: list[str], lines: list[str]) -> None:
    def kept(units: list[str], lines: list[str]) -> object:
        return ConcernedField(OFFERED).compress([units, "\n".join(lines)])

    once = kept(units, lines)
    assert once == kept([*reversed(units), *units], [*lines, *lines])
    assert once == checked(once, OFFERED)


@pytest.mark.parametrize(
    "said", ["", [{"unit": "nowhere"}], [{"name": " "}], [{"name": "长" * 61}], ["forestry"], [{"unit": 3}]]
)
def test_what_names_nobody_gets_a_sentence(said: list[object]) -> None:
    if not said:
        assert checked(said, OFFERED) == []
        return
    with pytest.raises(ValidationError, match=r"涉及|代号"):
        checked(said, OFFERED)
