"""The audit room as a Django application."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AuditConfig(AppConfig):
    """History base, actor and clock, snapshots."""

    name = "guanwei.audit"
    label = "audit"
    verbose_name = _("记录")

    def ready(self) -> None:
        """Listen for written history; ``RecordedModel.save`` fails without it."""
        from simple_history.signals import post_create_historical_record

        from guanwei.audit.records import note_history_written

        post_create_historical_record.connect(note_history_written, dispatch_uid="audit.history_written")
