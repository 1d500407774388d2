"""Puts pushes under the gate, and lets them follow what becomes of their items."""

from django.db.models.signals import post_save

from guanwei.approvals.governed import SNIPPET_BOOKKEEPING, ContentTable, Governed, govern
from guanwei.approvals.models import Permit
from guanwei.approvals.signals import closed
from guanwei.publishing.signals import released, releasing, submitted


def connect() -> None:
    """Called once, when the application is ready."""
    from guanwei.publishing.content import pushes
    from guanwei.publishing.models import Push, PushItem, ReleasePart
    from guanwei.publishing.models.pushes import FAMILY
    from guanwei.publishing.queries.push_refusals import push_refusals
    from guanwei.publishing.services import push_places, push_releasing, push_voiding

    table = Push._meta.db_table
    rows = ContentTable(table, "id", table, "id", FAMILY, SNIPPET_BOOKKEEPING)
    items = ContentTable(PushItem._meta.db_table, "push_id", table, "id", FAMILY)
    govern(
        Governed(
            Push,
            FAMILY,
            pushes.push_parts,
            pushes.push_rendered,
            pushes.push_files,
            pushes.push_facts,
            pushes.push_units,
            (rows, items),
            push_refusals,
        )
    )
    submitted.connect(push_places.note_submitted, dispatch_uid="pushes.submitted")
    closed.connect(push_voiding.note_closed, dispatch_uid="pushes.closed")
    releasing.connect(push_releasing.releasing_refusals, dispatch_uid="pushes.releasing")
    released.connect(push_releasing.take_slot, dispatch_uid="pushes.released")
    post_save.connect(push_voiding.note_revoked, sender=Permit, dispatch_uid="pushes.permit")
    post_save.connect(push_releasing.note_part, sender=ReleasePart, dispatch_uid="pushes.part")
