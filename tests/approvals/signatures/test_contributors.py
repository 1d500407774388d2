"""Whoever changed a digest is a contributor, by whatever door, and doesn't review it (law L2)."""

import pytest
from approvals.signatures.editing import draft_of, edit, edit_variant
from guanwei.approvals.models import Contribution, Submission
from guanwei.audit.acting import acting
from guanwei.organisations.models import Person
from guanwei.publishing.importing import import_document, read_document
from guanwei.publishing.models import ArticlePage
from guanwei.testing.acts import no_refusals, released, signed, submitted, try_to_sign
from guanwei.testing.scenes import County, put_in_post, write_article

pytestmark = [pytest.mark.law("L2"), pytest.mark.django_db]
BARRED = "不能自己审核"
NOTICE = (
    "清河县水利局关于做好汛期值守工作的通知\n各乡镇人民政府:\n安排专人值守。\n清河县水利局\n2026年6月1日\n"
)


@pytest.fixture
def reviewer(county: County) -> Person:
    """Writes too: the post alone wouldn't keep anybody from reviewing the own words."""
    person = county.water.people["reviewer"]
    put_in_post(person, "county.editor", county.water.section)
    return person


@pytest.fixture
def submission(county: County, reviewer: Person) -> Submission:
    editor = county.water.people["editor"]
    return submitted(write_article(county, county.water, editor, variants=True), editor)


def is_barred(submission: Submission, person: Person) -> bool:
    refusals = try_to_sign(submission, person)
    return any(BARRED in each.sentence for each in refusals)


def test_one_changed_character_of_a_variant_bars(submission: Submission, reviewer: Person) -> None:
    edit_variant(submission, reviewer, "汛期请远离河道！")
    assert is_barred(submission, reviewer)


def test_a_save_that_changes_nothing_bars_nobody(submission: Submission, reviewer: Person) -> None:
    before = Contribution.objects.count()
    edit(submission, reviewer)
    assert Contribution.objects.count() == before
    no_refusals(try_to_sign(submission, reviewer))


@pytest.mark.defends("revert to an earlier revision", by="signer")
def test_who_reverts_to_an_older_draft_contributed(
    county: County, submission: Submission, reviewer: Person
) -> None:
    page = ArticlePage.objects.get(pk=submission.object_id)
    first = page.get_latest_revision()
    edit(submission, county.water.people["editor"], summary="改过的要点")
    old = first.as_object()
    with acting(reviewer):
        old.save_revision(user=reviewer, previous_revision=first)
    assert is_barred(submission, reviewer)


@pytest.mark.defends("change and change back before signing", by="signer")
def test_who_changed_and_changed_back_stays_a_contributor(submission: Submission, reviewer: Person) -> None:
    was = draft_of(submission).summary
    edit(submission, reviewer, summary="改过的要点")
    edit(submission, reviewer, summary=was)
    assert is_barred(submission, reviewer)


@pytest.mark.defends("autosave that overwrites a revision in place", by="signer")
def test_a_revision_overwritten_in_place_counts_for_who_overwrote_it(
    submission: Submission, reviewer: Person
) -> None:
    edit(submission, reviewer)
    page = ArticlePage.objects.get(pk=submission.object_id)
    latest, revisions = page.get_latest_revision(), page.revisions.count()
    draft = latest.as_object()
    draft.summary = "再改的要点"
    with acting(reviewer):
        draft.save_revision(user=reviewer, overwrite_revision=latest, clean=False)
    assert page.revisions.count() == revisions
    assert is_barred(submission, reviewer)


@pytest.mark.defends("revision saved under another's name", by="shell")
def test_who_acts_counts_and_not_the_name_on_the_revision(
    county: County, submission: Submission, reviewer: Person
) -> None:
    draft = draft_of(submission)
    draft.summary = "以编辑名义改的要点"
    with acting(reviewer):
        draft.save_revision(user=county.water.people["editor"])
    assert is_barred(submission, reviewer)


@pytest.mark.defends("import of a document", by="signer")
def test_who_imported_the_text_wrote_it(county: County, reviewer: Person) -> None:
    data = NOTICE.encode()
    page, refusals = import_document(read_document(data), data, county.news, county.water.section, reviewer)
    no_refusals(refusals)
    assert page is not None
    put_in_post(county.water.people["publisher"], "county.reviewer", county.water.section)
    edit(page, county.water.people["editor"], category="county.convenience")
    submission = submitted(page, county.water.people["editor"])
    assert is_barred(submission, reviewer)


def test_what_is_published_is_nobodys_contribution_any_more(
    county: County, submission: Submission, reviewer: Person
) -> None:
    people = county.water.people
    edit_variant(submission, people["editor"], "定稿")
    first = signed(submission, reviewer, people["leader"])
    released(first, people["publisher"])
    edit(submission, people["editor"], summary="发布后又改的要点")
    again = submitted(ArticlePage.objects.get(pk=submission.object_id), people["editor"])
    assert again.contributions_after > 0
    signed(again, reviewer)


def test_a_signature_falls_when_its_signer_writes_in_the_content_later(
    county: County, submission: Submission, reviewer: Person
) -> None:
    people = county.water.people
    signed(submission, reviewer)
    part = edit_variant(submission, reviewer, "审后又改的正文")
    other = Person.objects.get(pk=people["publisher"].pk)
    put_in_post(other, "county.reviewer", county.water.section)
    submission = signed(submission, other)
    # What the first reviewer had signed fell too: a contributor's signature counts for nothing.
    assert len(submission.sign_offs.latest("pk").parts) == len(submission.parts) > 1
    assert part in submission.sign_offs.latest("pk").parts
