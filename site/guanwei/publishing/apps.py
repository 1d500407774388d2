"""The publishing room as a Django application."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PublishingConfig(AppConfig):
    """Manuscripts and their release."""

    name = "guanwei.publishing"
    label = "publishing"
    verbose_name = _("稿件")

    def ready(self) -> None:
        """Put the manuscripts under the gate and listen to their saves."""
        from guanwei.publishing.content.entering import connect as guard_entry
        from guanwei.publishing.content.file_facts import bytes_of
        from guanwei.publishing.governing import connect
        from guanwei.publishing.governing_pushes import connect as connect_pushes
        from guanwei.publishing.uploads.guarding import connect as guard_uploads
        from guanwei.screening.attached import opened_by

        opened_by(bytes_of)
        connect()
        connect_pushes()
        guard_uploads()
        guard_entry()
