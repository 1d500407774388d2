"""Edits of a draft, short enough for a test's lines."""

from typing import Any

from guanwei.approvals.models import Submission
from guanwei.organisations.models import Person
from guanwei.publishing.models import ArticlePage
from guanwei.publishing.services import save_draft


def draft_of(subject: Submission | ArticlePage) -> Any:
    """The latest draft, through a fresh row."""
    pk = subject.object_id if isinstance(subject, Submission) else subject.pk
    return ArticlePage.objects.get(pk=pk).get_latest_revision().as_object()


def edit(subject: Submission | ArticlePage, by: Person | None, **changes: Any) -> None:
    """Save the draft with other field values."""
    draft = draft_of(subject)
    for name, value in changes.items():
        setattr(draft, name, value)
    save_draft(draft, by)


def edit_variant(subject: Submission | ArticlePage, by: Person, text: str) -> str:
    """Save the draft with another text of its only variant; returns the part's name."""
    draft = draft_of(subject)
    variant = draft.variants.first()
    variant.text = text
    draft.variants.add(variant)
    save_draft(draft, by)
    return f"variant:{variant.key}"


def say(subject: Submission | ArticlePage, by: Person, words: str) -> None:
    """Save the draft with another body."""
    edit(subject, by, body=[("paragraph", f"<p>{words}</p>")])


def now(submission: Submission) -> Submission:
    """The submission as it stands."""
    return Submission.objects.get(pk=submission.pk)
