"""Sets the gate when the application is ready."""

from typing import Any

from django.apps import apps
from django.db import connections
from django.db.models.signals import post_migrate, pre_delete, pre_migrate, pre_save
from wagtail.models import Revision

from guanwei.approvals.gate.names import NEVER
from guanwei.approvals.gate.saving import refuse_live_deletion, refuse_schedule, refuse_unpermitted_save
from guanwei.approvals.gate.triggers import drop_triggers, make_triggers
from guanwei.approvals.governed import refuse_writes, seal_rows
from guanwei.approvals.models import EditConfirmation, PaperSignature, Return, RouteStep, SignOff, Veto

LIFTED = ("lifted_at", "lifted_by_id", "lifted_as_id", "lifted_reason")
COMPARED = ("confirmed_at", "confirmed_by_id", "confirmed_as_id", "refused_reason")


def connect() -> None:
    """Called once. Draft-state models are known by their class, so models of plugins are under it too."""
    room = apps.get_app_config("approvals")
    seal_rows(RouteStep, SignOff, Return, EditConfirmation)
    seal_rows(Veto, filled_later=LIFTED)
    seal_rows(PaperSignature, filled_later=COMPARED)
    refuse_writes(NEVER, "stays-empty", "insert", "update")
    pre_save.connect(refuse_unpermitted_save, dispatch_uid="gate.save")
    pre_save.connect(refuse_schedule, sender=Revision, dispatch_uid="gate.schedule")
    pre_delete.connect(refuse_live_deletion, dispatch_uid="gate.delete")
    pre_migrate.connect(before_migrations, sender=room, dispatch_uid="gate.before_migrations")
    post_migrate.connect(after_migrations, sender=room, dispatch_uid="gate.after_migrations")


def before_migrations(using: str, **_kwargs: Any) -> None:
    """Triggers stand in the way of a table's rebuild, or vanish with it silently."""
    drop_triggers(connections[using])


def after_migrations(using: str, **_kwargs: Any) -> None:
    """Make and count them. A migration that crashed leaves none, and releases stay refused."""
    make_triggers(connections[using])
