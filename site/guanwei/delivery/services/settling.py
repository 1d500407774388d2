"""A person looked on the platform and says that an unknown outcome isn't there: it may be sent again."""

from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from guanwei.api import Refusal
from guanwei.audit import clock
from guanwei.audit.acting import acting
from guanwei.delivery import journal
from guanwei.delivery.models import Delivery, DeliveryState, Event
from guanwei.delivery.queries.rights import refusals_to_handle
from guanwei.delivery.services import waits
from guanwei.delivery.services.claims import let_go
from guanwei.delivery.services.reconciling import settled_at
from guanwei.organisations.models import Person


def say_absent(delivery: Delivery, reason: object, by: Person) -> list[Refusal]:
    """Put on record that ``by`` didn't find it on the platform, and where they looked."""
    said = reason.strip()[:300] if isinstance(reason, str) else ""
    with transaction.atomic(), acting(by, "delivery.say_absent"):
        row = Delivery.objects.select_for_update().get(pk=delivery.pk)
        refusals = refusals_to_handle(by, row) or _refusals(row, said)
        if not refusals:
            journal.write(row, Event.SAID_ABSENT, by=by, reason=said)
            sentence = _("没有发出：人工在平台核对，没有这一条。需要发布的，请有发布职责的人点“重新发送”。")
            let_go(row, DeliveryState.FAILED, sentence)
    return refusals


def _refusals(row: Delivery, said: str) -> list[Refusal]:
    if row.state != DeliveryState.UNKNOWN:
        sentence = _("这条投放现在是“%(state)s”，结果并非不明；请刷新后再看。")
        return [Refusal(sentence % {"state": row.get_state_display()})]
    if row.claimed_until and row.claimed_until > clock.now():
        return [Refusal(_("系统正在向对方查询这一条；请几分钟后再办理。"))]
    if clock.now() < settled_at(row):
        # A platform may take in late what it was sent.
        until = waits.shown(settled_at(row) + timedelta(seconds=1))
        return [Refusal(_("刚发出不久，对方可能还在收；请在 %(time)s 以后再核对。") % {"time": until})]
    if not said:
        return [Refusal(_("请写明在平台的哪里核对过；它会留在记录里。"))]
    return []
