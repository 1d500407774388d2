"""Variants that were handed over: closed for good, a correction is a new one."""

from typing import Any

from django.utils.translation import gettext as _

from guanwei.api import Refusal
from guanwei.approvals.subjects import family_of, parts_of
from guanwei.publishing.models import ReleasePart
from guanwei.publishing.models.releases import PartState

VARIANT = "variant:"
NOT_OUT = (PartState.WAITING, PartState.HELD, PartState.IN_PUSH)


def closed_variants(family: str, object_id: int) -> dict[str, str]:
    """The digest that went out, by the variant's key. One query.

    One that delivery took back unsent (``HELD``) is open: it may go with a later release. So is one that
    waits for a push.
    """
    parts = ReleasePart.objects.filter(release__family=family, release__object_id=object_id)
    sent = parts.exclude(variant="").exclude(state__in=NOT_OUT)
    return dict(sent.order_by("pk").values_list("variant", "digest"))


def changed_after_sending(obj: Any) -> list[Refusal]:
    """Why ``obj`` can't be submitted: a changed text under a key that is out would never be sent (law L9)."""
    closed = closed_variants(family_of(obj), obj.pk) if hasattr(obj, "variants") and obj.pk else {}
    if not closed:
        return []
    parts = parts_of(obj)
    return [
        Refusal(
            _("%(account)s的这份渠道稿已经发出，不能再改；请恢复原文，更正的内容另加一个该账号的渠道稿。")
            % {"account": each.account}
        )
        for each in obj.variants.all()
        if each.key in closed and parts[f"{VARIANT}{each.key}"] != closed[each.key]
    ]
