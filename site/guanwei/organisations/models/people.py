"""People who sign in. What they may do comes from the posts they hold, not from flags here."""

from typing import Any

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from guanwei.audit.acting import recorded_person


class Person(AbstractUser):
    """An account of the admin. ``contractor`` marks staff of an outsourced operator (服务外包单位)."""

    display_name = models.CharField(_("姓名"), max_length=60, blank=True)
    mobile = models.CharField(_("联系电话"), max_length=20, blank=True)
    contractor = models.BooleanField(_("外包单位人员"), default=False)
    # Counted up to end every session of the person: it is part of what a session is checked against.
    session_round = models.PositiveIntegerField(default=0, editable=False)
    history = HistoricalRecords(
        excluded_fields=["password", "last_login", "session_round"], get_user=recorded_person
    )

    class Meta:
        verbose_name = _("人员")
        verbose_name_plural = _("人员")

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Wagtail's sidebar greets with ``first_name``: it holds the whole name, as people are called here."""
        if self.display_name and self.first_name != self.display_name:
            self.first_name = self.display_name
            if kwargs.get("update_fields") is not None:
                kwargs["update_fields"] = {*kwargs["update_fields"], "first_name"}
        super().save(*args, **kwargs)

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        """Django's own, over the password and the round of sessions."""
        over = f"{self.password}:{self.session_round}"
        return salted_hmac("guanwei.session", over, secret=secret, algorithm="sha256").hexdigest()

    def __str__(self) -> str:
        return self.display_name or self.username

    def get_full_name(self) -> str:
        return str(self)
