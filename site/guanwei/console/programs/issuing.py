"""A token is issued by the person for whom it stands: nobody writes in another's name (law L2)."""

from typing import Any

from django.db.models.signals import pre_save
from django.utils.translation import gettext as _
from wagtail.models import APIToken

from guanwei.api import Refusal
from guanwei.approvals.gate import GateRefused
from guanwei.audit.acting import current


def connect() -> None:
    """Called once, when the application is ready."""
    pre_save.connect(refuse_for_others, sender=APIToken, dispatch_uid="programs.issuing")


def refuse_for_others(sender: Any, instance: APIToken, **_kwargs: Any) -> None:
    """Receiver of ``pre_save``. Revoking and naming are open to whoever may; another's token is not made."""
    if not instance._state.adding:
        return
    person = current().person
    if person is None or person.pk != instance.user_id:
        said = _("接口令牌代表本人，只能由%(person)s自己登录后发给程序；需要停用的，系统管理员可以撤销。")
        raise GateRefused(Refusal(said % {"person": instance.user}, rule="L2.token"))
