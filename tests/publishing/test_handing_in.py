"""A draft that was just saved is submitted as it was saved, whatever is at hand in memory."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from guanwei.approvals.services import submitting
from guanwei.approvals.subjects import draft_of, parts_of
from guanwei.organisations.models import Person
from guanwei.publishing.models import ArticlePage
from guanwei.publishing.services import hand_in, save_draft
from guanwei.testing.scenes import County, write_article

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(county: County) -> Person:
    return county.water.people["editor"]


@pytest.fixture
def saved(county: County, editor: Person) -> ArticlePage:
    """A draft as the editor's screen has it after saving."""
    draft = draft_of("page", write_article(county, county.water, editor, variants=True).pk)
    draft.summary = "汛期请远离河道和水库。"
    save_draft(draft, editor)
    return draft


def submitted_parts(done: submitting.Submitted) -> dict[str, str]:
    assert done.submission is not None, done.refusals
    return done.submission.parts


def test_the_draft_at_hand_is_not_read_again(saved: ArticlePage, editor: Person) -> None:
    with CaptureQueriesContext(connection) as asked:
        done = hand_in(saved, editor)
    assert submitted_parts(done) == parts_of(draft_of("page", saved.pk))
    read = [
        each["sql"]
        for each in asked
        if "body" in each["sql"] and 'FROM "publishing_articlepage"' in each["sql"]
    ]
    assert read == []


@pytest.mark.parametrize("part", ["page", "facts", "variant"])
def test_what_was_changed_in_memory_after_saving_is_not_submitted(
    saved: ArticlePage, editor: Person, part: str
) -> None:
    before = parts_of(draft_of("page", saved.pk))
    if part == "variant":
        saved.variants.first().text = "别的话。"
    elif part == "facts":
        saved.source_name = "别处"
    else:
        saved.title = "别的题目"
    assert parts_of(saved) != before
    assert submitted_parts(hand_in(saved, editor)) == before


def test_an_older_draft_at_hand_gives_way_to_the_latest(saved: ArticlePage, editor: Person) -> None:
    other = draft_of("page", saved.pk)
    other.summary = "别人随后保存的提要。"
    save_draft(other, editor)
    assert submitted_parts(hand_in(saved, editor)) == parts_of(draft_of("page", saved.pk))


def test_the_answer_names_who_may_sign_first(county: County, saved: ArticlePage, editor: Person) -> None:
    (waiting,) = hand_in(saved, editor).waiting
    assert (waiting.label, waiting.names) == ("审核", str(county.water.people["reviewer"]))
